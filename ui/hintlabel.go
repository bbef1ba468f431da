package ui

import "headroom/ui/look"

// A hintLabel is the text before a field, with a tooltip that explains the term.
type hintLabel struct {
	look.Text
	look.Hint
}

func newHintLabel(text, hint string) *hintLabel {
	l := &hintLabel{Text: look.Text{Content: text, ColorName: look.ColorMuted, Yielding: true}}
	l.ExtendBaseWidget(l)
	l.SetOwner(l)
	l.SetTooltip(hint)
	return l
}
