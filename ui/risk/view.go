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

// A View says how sure the selected scenario is: a form at the left says how uncertain
// it is, and at the right stands what follows, of one run.
type View struct {
	desk    *desk.Desk
	content fyne.CanvasObject
	split   *container.Split
	scroll  *container.Scroll
	empty   fyne.CanvasObject
	runs    *runs
	answers *answers
	fan     *fan
	dates   *dates
	amounts *paidAmounts
	drivers *drivers
	race    *race
	inputs  *inputs
	front   *front // the picture that is saved
}

var _ desk.View = (*View)(nil)

// formShare is the part of the width that the form has, unless it was moved.
const formShare = 0.27

// New returns the view.
func New(d *desk.Desk) *View {
	v := &View{desk: d}
	v.runs = newRuns(v)
	v.answers, v.fan, v.dates = newAnswers(v), newFan(v), newDates(v)
	v.amounts, v.drivers, v.race, v.inputs = newPaidAmounts(v), newDrivers(v), newRace(v), newInputs(v)
	v.front = v.fan.front
	stack := &look.StackLayout{Gap: 10, Pad: 12, Least: 6, Grows: 1, OnWidth: func(width float32) {
		v.answers.layout.Width = width
		inner := width - 2*look.CardPad
		for _, head := range []*cardHead{v.fan.head, v.dates.head, v.amounts.head} {
			head.flow.Width = inner
		}
		v.drivers.layOut(inner)
		v.race.layOut(inner)
	}}
	v.scroll = look.NewVScroll(look.NewPage(container.New(stack, v.answers.content, v.fan.card, v.dates.card, v.amounts.card, v.drivers.card, v.race.card)))
	v.drivers.table.OnScrollPast, v.race.table.OnScrollPast = v.scroll.Scrolled, v.scroll.Scrolled
	v.inputs.pane = &desk.Pane{Desk: d, Scroll: v.inputs.content, Fields: v.Fields}
	v.inputs.pane.Reveal(v.inputs.still)
	right := &desk.Pane{Desk: d, Scroll: v.scroll, Fields: v.Fields}
	right.Reveal(v.results())
	v.empty = desk.NothingSelected()
	v.split = container.NewHSplit(v.inputs.content, v.scroll)
	v.split.Offset = d.Settings.Pane(desk.KeyRisk, formShare)
	v.content = container.NewStack(v.split, v.empty)
	return v
}

// Object returns what is to be laid out.
func (v *View) Object() fyne.CanvasObject { return v.content }

// Show brings the view up to date with the session: what it says is of one run.
func (v *View) Show() {
	s, ok := v.desk.Selected()
	if !desk.ShowOr(v.split, v.empty, ok) {
		v.runs.drop()
		return
	}
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
	v.dates.show()
	v.follow()
}

// settle shows what follows the run of the frame: its errors, and what it takes longer
// to find. What the frame has shown stays as it is.
func (v *View) settle() {
	v.answers.show()
	v.follow()
}

// follow shows what is found aside. Until it is, what was known stays, and says that it is
// older.
func (v *View) follow() {
	older := !v.runs.settled
	v.amounts.head.wait(older)
	v.drivers.head.wait(older)
	if !older {
		v.amounts.show()
		v.drivers.show()
		v.race.show()
	}
	v.race.wait(older)
	v.inputs.showRun()
}

// question asks what the answers say, as the title of a picture.
func (v *View) question() string {
	return v.answers.reached.name.Content + " " + v.answers.reached.value.Content
}

// Drawn returns the revision on the screen.
func (v *View) Drawn() int {
	if !v.split.Visible() {
		return v.desk.Session.Revision()
	}
	return v.fan.chart.Drawn
}

// results lists the widgets at the right.
func (v *View) results() []inspect.Widget {
	var out []inspect.Widget
	for _, named := range [][]inspect.Widget{v.answers.named, v.fan.named, v.dates.named, v.amounts.named, v.drivers.named, v.race.named} {
		out = append(out, named...)
	}
	return out
}

// Snapshot lists the widgets that can be seen.
func (v *View) Snapshot(c *inspect.Snapshot) {
	if !v.split.Visible() {
		return
	}
	c.Within(v.inputs.content)
	c.Add(v.inputs.still...)
	c.Add(v.inputs.named...)
	c.Within(v.scroll)
	c.Add(v.results()...)
}

// Fields returns the fields in which something can be typed.
func (v *View) Fields() []inspect.Widget {
	return append(v.inputs.named[:len(v.inputs.named):len(v.inputs.named)], v.inputs.seed)
}

// Picture returns the picture that was asked for last, the fan at first.
func (v *View) Picture() (plot.Picture, string) {
	picture, ok := v.front.picture()
	if !ok {
		return plot.Picture{}, ""
	}
	// What is where on the screen is not of the picture that is saved.
	switch c := picture.Chart.(type) {
	case risk.Dates:
		c.Frame = nil
		picture.Chart = c
	case risk.Paid:
		c.Frame = nil
		picture.Chart = c
	case risk.Drivers:
		c.Frame = nil
		picture.Chart = c
	}
	name := picture.Subjects()[0].Scenario.Name
	picture.Title = name + ": " + v.front.title()
	return picture, name + ", " + string(picture.Kind())
}

// ShowAs brings the view to the run that a picture was of.
func (v *View) ShowAs(of export.View) bool {
	switch of.Kind {
	case risk.KindFan:
		v.front = v.fan.front
		v.fan.mean.Display(of.Risk.Mean)
		v.fan.want = wanted{number: of.Risk.Path}
	case risk.KindDates:
		v.front = v.dates.front
		v.dates.faces.Display(of.Risk.Rising)
	case risk.KindPaid:
		v.front = v.amounts.front
	case risk.KindDrivers:
		v.front = v.drivers.front
	default:
		return false
	}
	v.runs.ask(of.Risk.Options())
	return true
}

// Remember keeps where the border of the form stands.
func (v *View) Remember() { v.desk.Settings.SetPane(desk.KeyRisk, v.split.Offset) }

// Forget drops what belongs to the workspace.
func (v *View) Forget() {
	v.runs.drop()
	v.race.forget()
	v.fan.setPath(nil)
}

func year(y int) string { return strconv.Itoa(y) }
