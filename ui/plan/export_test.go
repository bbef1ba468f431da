package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/grab"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/panes"
	"headroom/ui/sheet"
)

// What the tests see of a view that the window does not.

type Handle = grab.Handle

const (
	NoHandle      = grab.None
	CapHandle     = grab.Cap
	PointHandle   = grab.Point
	ReachedHandle = grab.Reached
	ActualHandle  = grab.Actual
)

var OwnStreams = ownStreams

func (v *View) Chart() *desk.Chart                                     { return v.chart }
func (v *View) Table() *sheet.Sheet                                    { return v.table }
func (v *View) Foot() *look.Text                                       { return v.foot }
func (v *View) Notes() []scenario.Warning                              { return v.notes.Shown() }
func (v *View) NotesVisible() bool                                     { return v.notes.Object().Visible() }
func (v *View) PaneGrip() *panes.Grip                                  { return v.panes.Grip() }
func (v *View) PaneShare() float64                                     { return v.panes.UpperShare() }
func (v *View) FormScroll() *container.Scroll                          { return v.form.content }
func (v *View) Stands(w inspect.Widget) float32                        { return v.form.stands(w) }
func (v *View) Stream() int                                            { return v.form.stream }
func (v *View) HeldTop() unit.Amount                                   { return v.grabber.Top() }
func (v *View) Offers(at fyne.Position) []*fyne.MenuItem               { return v.chart.Offers(at) }
func (v *View) HandleAt(at fyne.Position) (Handle, fyne.Position, int) { return v.grabber.Find(at) }
