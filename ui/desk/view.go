package desk

import (
	"fyne.io/fyne/v2"

	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/ui/inspect"
)

// A View answers one question, and this is all that the window asks of it.
type View interface {
	Object() fyne.CanvasObject
	// Show brings the view up to date with the session.
	Show()
	// Drawn returns the revision that is on the screen.
	Drawn() int
	// Snapshot lists the widgets that can be seen.
	Snapshot(c *inspect.Snapshot)
	// Fields returns the fields in which something can be typed, or that are made again
	// by some changes: one may hold what it has refused, and the focus goes to the one
	// that stands in the place of a former one.
	Fields() []inspect.Widget
	// Picture returns what is saved as a picture, and a name for it; one without
	// subjects where there is none.
	Picture() (plot.Picture, string)
	// ShowAs brings the view to how it was in a picture; false where it makes none of
	// that kind, and stays as it is.
	ShowAs(v export.View) bool
	// Remember keeps how the user has shared the room out, for the next run.
	Remember()
	// Forget lets go of what belongs to the workspace: another one is opened.
	Forget()
}
