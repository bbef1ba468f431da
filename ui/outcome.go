package ui

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

// An outcome says in a prompt what the answer that is being given would lead to. It
// is worked out aside, so that no key waits for it, and only the newest is shown.
type outcome struct {
	content fyne.CanvasObject
	text    *look.Paragraph
	newest  *live.Latest[finding]
}

// A finding is what was worked out, and what follows for the fields of the prompt;
// then may be nil.
type finding struct {
	words string
	then  func()
}

// outcomeLines is how many lines of text there is room for, so that the prompt does
// not jump as they come and go.
const outcomeLines = 3

func newOutcome(p *Planner) *outcome {
	o := &outcome{
		text:   look.NewParagraph("", theme.ColorNameForeground, theme.SizeNameCaptionText),
		newest: live.NewLatest[finding](p.Live),
	}
	room := canvas.NewRectangle(color.Transparent)
	line := fyne.MeasureText("0", theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
	room.SetMinSize(fyne.NewSize(0, outcomeLines*line))
	o.content = container.NewStack(room, o.text)
	return o
}

// work has something worked out aside, from values alone, and shown.
func (o *outcome) work(do func() finding) {
	o.text.SetColor(theme.ColorNamePlaceHolder) // what is said is of before
	o.newest.Ask(func(context.Context) finding { return do() }, func(f finding) {
		o.show(f.words)
		if f.then != nil {
			f.then()
		}
	})
}

// say shows words at once, in place of what is still being worked out.
func (o *outcome) say(words string) {
	o.newest.Drop()
	o.show(words)
}

func (o *outcome) show(words string) {
	o.text.SetColor(theme.ColorNameForeground)
	o.text.SetText(words)
	if words != "" {
		o.content.Show()
	}
}

// orRefusal returns what answers a prompt. Where it refuses, and nothing is said of
// what the answer would lead to, the refusal does not stand below an empty room.
func (o *outcome) orRefusal(accept func() string) func() string {
	return func() string {
		fault := accept()
		if fault != "" && o.text.Content() == "" {
			o.content.Hide()
		}
		return fault
	}
}

// of shows what a change would make of a scenario.
func (o *outcome) of(s scenario.Scenario, change edit.Change) {
	o.work(func() finding { return finding{words: effect(s, change)} })
}

// effect says what a change would make of a scenario, or what stands against it.
func effect(s scenario.Scenario, change edit.Change) string {
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
