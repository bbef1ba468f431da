package explore

import (
	"fyne.io/fyne/v2"

	"headroom/scenario/plot"
	"headroom/scenario/solve"
	"headroom/scenario/words"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A part is one of the view's parts: a picture, or a table.
type part interface {
	// show brings the part to the scenario that is looked at.
	show()
	// card is what is to be laid out.
	card() fyne.CanvasObject
	// widgets are those that can be used.
	widgets() []inspect.Widget
	// picture returns what is saved as a picture, and a name for it; nil where the part
	// has none now.
	picture() (plot.Chart, string)
}

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

// copyButton returns the button that copies a part as a table.
func copyButton(name string, do func()) *look.Button {
	b := look.NewButton(name+".copy", "Copy", do)
	b.SetTooltip("Copy this as a table for a spreadsheet")
	return b
}

// orReached returns a result, or where none is given the date the cap is reached.
func orReached(r solve.Result) solve.Result {
	if r == "" {
		return solve.CapReached
	}
	return r
}
