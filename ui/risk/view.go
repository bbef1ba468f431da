package risk

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A View says how sure the selected scenario is.
type View struct {
	desk    *desk.Desk
	content fyne.CanvasObject
	scroll  *container.Scroll
	empty   fyne.CanvasObject
	runs    *runs
	answers *answers
	fan     *fan
	dates   *dates
	drivers *drivers
	race    *race
	inputs  *inputs
	front   func() (plot.Picture, bool) // the picture that is saved
}

var _ desk.View = (*View)(nil)

// New returns the view.
func New(d *desk.Desk) *View {
	v := &View{desk: d}
	v.runs = newRuns(v)
	v.answers, v.fan, v.dates = newAnswers(v), newFan(v), newDates(v)
	v.drivers, v.race, v.inputs = newDrivers(v), newRace(v), newInputs(v)
	v.front = v.fan.picture
	pair := &look.EvenLayout{Gap: 10}
	beside := container.New(pair, v.drivers.card, v.race.card)
	stack := &look.StackLayout{Gap: 10, Pad: 14, Grows: 2, OnWidth: func(width float32) {
		pair.Width, v.answers.layout.Width = width, width
		half := (width - pair.Gap) / 2
		if 2*max(v.drivers.card.MinSize().Width, v.race.card.MinSize().Width)+pair.Gap > width {
			half = width
		}
		v.drivers.table.LayOut(half - 2*look.CardPad)
	}}
	v.scroll = look.NewVScroll(look.NewPage(container.New(stack, v.answers.content, v.inputs.none, v.fan.card, v.dates.card, beside, v.inputs.card)))
	v.drivers.table.OnScrollPast = v.scroll.Scrolled
	v.inputs.pane = &desk.Pane{Desk: d, Scroll: v.scroll, Fields: v.Fields}
	v.inputs.pane.Reveal(v.still())
	v.empty = container.NewCenter(look.NewText("No scenario is selected. Add one with \"+ New\" at the left, or undo."))
	v.content = container.NewStack(v.scroll, v.empty)
	return v
}

// Object returns what is to be laid out.
func (v *View) Object() fyne.CanvasObject { return v.content }

// Show brings the view to the session's revision: what it says is of one run.
func (v *View) Show() {
	s, ok := v.desk.Selected()
	if !ok {
		v.runs.drop()
		v.scroll.Hide()
		v.empty.Show()
		return
	}
	v.empty.Hide()
	v.scroll.Show()
	v.inputs.show(s)
	v.runs.show(s)
	v.display()
}

// display shows what the run says.
func (v *View) display() {
	if !v.runs.known {
		return
	}
	v.answers.show()
	v.fan.show()
	v.dates.chart.View.Stale()
	v.drivers.show()
	v.race.show()
	v.inputs.showRun()
}

// Drawn returns the revision on the screen.
func (v *View) Drawn() int {
	if !v.scroll.Visible() {
		return v.desk.Session.Revision()
	}
	return v.fan.chart.Drawn
}

// still lists the widgets that are always there.
func (v *View) still() []inspect.Widget {
	var out []inspect.Widget
	out = append(out, v.answers.named...)
	out = append(out, v.fan.named...)
	out = append(out, v.dates.named...)
	out = append(out, v.drivers.bar.Copy, v.drivers.table)
	return append(out, v.inputs.still...)
}

// Census lists the widgets that can be seen.
func (v *View) Census(c *inspect.Census) {
	if !v.scroll.Visible() {
		return
	}
	c.Within(v.scroll)
	c.Add(v.still()...)
	c.Add(v.inputs.named...)
}

// Fields returns the fields in which something can be typed.
func (v *View) Fields() []inspect.Widget {
	return append(v.inputs.named[:len(v.inputs.named):len(v.inputs.named)], v.inputs.seed)
}

// Picture returns the fan, or the dates where these were asked for last.
func (v *View) Picture() (plot.Picture, string) {
	picture, ok := v.front()
	if !ok {
		return plot.Picture{}, ""
	}
	picture.Title = v.answers.reached.name.Content + " " + v.answers.reached.value.Content
	return picture, picture.Subjects()[0].Scenario.Name + ", " + string(picture.Kind())
}

// ShowAs brings the view to the run that a picture was of.
func (v *View) ShowAs(of export.View) bool {
	switch of.Kind {
	case risk.KindFan:
		v.front = v.fan.picture
		v.fan.mean.Display(of.Risk.Mean)
	case risk.KindDates:
		v.front = v.dates.picture
		v.dates.faces.Display(of.Risk.Rising)
	default:
		return false
	}
	v.runs.ask(of.Risk.Options())
	return true
}

// Remember keeps nothing: all of the view is as wide as the window.
func (v *View) Remember() {}

// Forget lets go of what belongs to the workspace.
func (v *View) Forget() { v.runs.drop() }

func year(y int) string { return strconv.Itoa(y) }
