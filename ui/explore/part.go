package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/solve"
	"headroom/scenario/words"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A part is one of the view's parts: a picture, or a table.
type part interface {
	// show brings the part to the scenario that is looked at.
	show()
	// card is what is to be laid out.
	card() fyne.CanvasObject
	// widgets are those that can be used.
	widgets() []inspect.Widget
	// known reports whether there is something to show, to save and to copy.
	known() bool
	// picture returns what is saved as a picture, and a name for it, where there is
	// something.
	picture() (plot.Chart, string)
}

// A laid is what all parts have: what is laid out, what of it can be used, and whether
// there is something to show.
type laid struct {
	content fyne.CanvasObject
	named   []inspect.Widget
	ok      bool
}

func (l *laid) card() fyne.CanvasObject   { return l.content }
func (l *laid) widgets() []inspect.Widget { return l.named }
func (l *laid) known() bool               { return l.ok }

// results are those that a part can be of, as choices.
func results() []string {
	var out []string
	for _, r := range solve.Results() {
		out = append(out, words.Result(r))
	}
	return out
}

// pictureButton returns the button that saves the picture of a part.
func (v *View) pictureButton(name string, p part) *look.Button {
	b := look.NewButton(name+".picture", "Picture…", func() {
		v.front = p
		v.desk.SavePicture()
	})
	b.SetTooltip("Save or copy this as a picture (Ctrl+E)")
	return b
}

// A tabled is a part that is copied as a table of its own.
type tabled interface {
	part
	table(s scenario.Scenario) (header []sheet.Column, rows [][]sheet.Cell)
}

// copyButton returns the button that copies a part as a table.
func (v *View) copyButton(name string, p tabled) *look.Button {
	b := look.NewButton(name+".copy", "Copy", func() {
		if s, _, ok := v.looked(); ok && p.known() {
			header, rows := p.table(s)
			v.desk.OnCopied(header, rows, 0)
		}
	})
	b.SetTooltip("Copy this as a table for a spreadsheet")
	return b
}

// resultChoice returns the choice of the result that a part is of.
func resultChoice(name string, choose func(r solve.Result)) *field.Choice {
	c := field.NewChoice(name, results(), func(i int) { choose(solve.Results()[i]) })
	c.SetLabel("Result")
	return c
}

// resultLine lays it out, with the faces that the part has.
func resultLine(result *field.Choice, faces fyne.CanvasObject) fyne.CanvasObject {
	return container.New(look.NewColumns(6, look.Natural, resultWidth, look.Stretch, look.Natural), look.NewMuted("Result"), result, layout.NewSpacer(), faces)
}

// orReached returns a result, or where none is given the date the cap is reached.
func orReached(r solve.Result) solve.Result {
	if r == "" {
		return solve.CapReached
	}
	return r
}
