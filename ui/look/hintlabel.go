package look

// A HintLabel is the text before a field, with a tooltip that explains the term.
type HintLabel struct {
	Text
	Hint
}

func NewHintLabel(text, hint string) *HintLabel {
	l := &HintLabel{Text: Text{Content: text, ColorName: ColorMuted, Yielding: true}}
	l.ExtendBaseWidget(l)
	l.SetOwner(l)
	l.SetTooltip(hint)
	return l
}
