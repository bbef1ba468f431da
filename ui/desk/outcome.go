package desk

import (
	"context"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/words"
	"headroom/ui/live"
	"headroom/ui/look"
)

// An Outcome says in a prompt what the answer that is being given would lead to. It
// is worked out aside, so that no key waits for it, and only the newest is shown.
type Outcome struct {
	Content fyne.CanvasObject
	text    *look.Paragraph
	newest  *live.Latest[Finding]
}

// A Finding is what was worked out, and what follows for the fields of the prompt;
// Then may be nil.
type Finding struct {
	Words string
	Then  func()
}

// outcomeLines is how many lines of text there is room for, so that the prompt does
// not jump as they come and go.
const outcomeLines = 3

func NewOutcome(d *Desk) *Outcome {
	o := &Outcome{
		text:   look.NewParagraph("", theme.ColorNameForeground, theme.SizeNameCaptionText),
		newest: live.NewLatest[Finding](d.Live),
	}
	room := canvas.NewRectangle(color.Transparent)
	line := fyne.MeasureText("0", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
	room.SetMinSize(fyne.NewSize(0, outcomeLines*line))
	o.Content = container.NewStack(room, o.text)
	return o
}

// Work has something worked out aside, from values alone, and shown.
func (o *Outcome) Work(do func() Finding) {
	o.text.SetColor(theme.ColorNamePlaceHolder) // what is said is of before
	o.newest.Ask(func(context.Context) Finding { return do() }, func(f Finding) {
		o.show(f.Words)
		if f.Then != nil {
			f.Then()
		}
	})
}

// Say shows words at once, in place of what is still being worked out.
func (o *Outcome) Say(words string) {
	o.newest.Drop()
	o.show(words)
}

func (o *Outcome) show(words string) {
	o.text.SetColor(theme.ColorNameForeground)
	o.text.SetText(words)
	if words != "" {
		o.Content.Show()
	}
}

// OrRefusal returns what answers a prompt. Where it refuses, and nothing is said of
// what the answer would lead to, the refusal does not stand below an empty room.
func (o *Outcome) OrRefusal(accept func() string) func() string {
	return func() string {
		fault := accept()
		if fault != "" && o.text.Content() == "" {
			o.Content.Hide()
		}
		return fault
	}
}

// Of shows what a change would make of a scenario.
func (o *Outcome) Of(s scenario.Scenario, change edit.Change) {
	o.Work(func() Finding { return Finding{Words: Effect(s, change)} })
}

// Effect says what a change would make of a scenario, or what stands against it.
func Effect(s scenario.Scenario, change edit.Change) string {
	changed, err := edit.Preview(s, change)
	if err != nil {
		return words.Sentence(err)
	}
	before, err := words.SideOf(s)
	if err != nil {
		return words.Sentence(err)
	}
	after, err := words.SideOf(changed)
	if err != nil {
		return words.Sentence(err)
	}
	return words.Effect(before, after)
}
