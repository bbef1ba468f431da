package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/sweep"
	"headroom/ui/desk"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A View asks of the selected scenario what it would take, and what moves it.
type View struct {
	desk    *desk.Desk
	content fyne.CanvasObject
	scroll  *container.Scroll
	empty   fyne.CanvasObject
	solver  *solver
	tornado *tornado
	mapper  *mapper
	safety  *safety
	even    *breakEven
	parts   []part
	front   part // whose picture is saved
	wide    []func(width float32)
	half    []func(width float32)

	prepared *scenario.Prepared // the scenario at the revision at
	of       scenario.Scenario
	revision int
	totals   scenario.Totals
}

var _ desk.View = (*View)(nil)

// New returns the view.
func New(d *desk.Desk) *View {
	v := &View{desk: d, revision: -1}
	v.solver, v.tornado, v.mapper, v.safety, v.even = newSolver(v), newTornado(v), newMapper(v), newSafety(v), newBreakEven(v)
	v.parts = []part{v.solver, v.tornado, v.mapper, v.safety, v.even}
	v.front = v.tornado
	pair := &look.EvenLayout{Gap: 10}
	cards := container.New(pair, v.tornado.card(), v.mapper.card())
	stack := &look.StackLayout{Gap: 10, Pad: 14, Grows: 1, OnWidth: func(width float32) {
		pair.Width = width
		for _, tell := range v.wide {
			tell(width)
		}
		half := width
		if least := max(v.tornado.card().MinSize().Width, v.mapper.card().MinSize().Width); 2*least+pair.Gap <= width {
			half = (width - pair.Gap) / 2
		}
		for _, tell := range v.half {
			tell(half - 2*look.CardPad)
		}
	}}
	v.scroll = look.NewVScroll(look.NewPage(container.New(stack, v.solver.card(), cards, v.even.card(), v.safety.card())))
	in := &desk.Pane{Desk: d, Scroll: v.scroll, Fields: v.Fields}
	in.Reveal(v.all())
	v.empty = desk.NothingSelected()
	v.content = container.NewStack(v.scroll, v.empty)
	return v
}

// onWidth has the width of all of the view told, onHalf that of one of two cards beside
// each other, within it.
func (v *View) onWidth(tell func(width float32)) { v.wide = append(v.wide, tell) }
func (v *View) onHalf(tell func(width float32))  { v.half = append(v.half, tell) }

func (v *View) all() []inspect.Widget {
	var out []inspect.Widget
	for _, p := range v.parts {
		out = append(out, p.widgets()...)
	}
	return out
}

// looked returns the selected scenario, laid out once a revision for all parts.
func (v *View) looked() (scenario.Scenario, *scenario.Prepared, bool) {
	s, ok := v.desk.Selected()
	if !ok {
		return s, nil, false
	}
	if revision := v.desk.Session.ScenarioRevision(s.ID); v.prepared == nil || v.of.ID != s.ID || v.revision != revision {
		// The session lets no unsound scenario in.
		p, err := scenario.Prepare(s)
		if err != nil {
			return s, nil, false
		}
		v.prepared, v.of, v.revision = p, s, revision
		v.totals = v.desk.Book.Projection(s).Total
	}
	return s, v.prepared, true
}

// total returns what the selected scenario comes to.
func (v *View) total(scenario.Scenario) *scenario.Totals { return &v.totals }

// Object returns what is to be laid out.
func (v *View) Object() fyne.CanvasObject { return v.content }

// Show brings all parts to the session's revision.
func (v *View) Show() {
	if _, _, ok := v.looked(); !desk.ShowOr(v.scroll, v.empty, ok) {
		return
	}
	for _, p := range v.parts {
		p.show()
	}
}

// Drawn returns the revision on the screen: that of the charts which can be seen, all of
// which are drawn in the same frame.
func (v *View) Drawn() int {
	if !v.scroll.Visible() {
		return v.desk.Session.Revision()
	}
	return max(v.solver.strip.Drawn, v.tornado.chart.Drawn, v.mapper.chart.Drawn, v.safety.chart.Drawn)
}

// Snapshot lists the widgets that can be seen.
func (v *View) Snapshot(c *inspect.Snapshot) {
	if !v.scroll.Visible() {
		return
	}
	c.Within(v.scroll)
	c.Add(v.all()...)
	v.marks(c)
}

// marks lists what can be grabbed: the handle of the map, and the ends of bars.
func (v *View) marks(c *inspect.Snapshot) {
	put := func(on *desk.Chart, name string, x, y float64, text string) {
		const side = 16
		if at := c.Origin(on.View); !at.IsZero() {
			c.Put(at.AddXY(float32(x)-side/2, float32(y)-side/2), fyne.NewSquareSize(side), inspect.Seen{Name: name, Kind: "mark", Text: text, Enabled: true})
		}
	}
	if f := v.mapper.frame; v.mapper.ok && f.Held {
		put(v.mapper.chart, "map.handle", f.Handle.X, f.Handle.Y, sweep.Said(v.of, v.mapper.of, v.mapper.shown.Grid.Base))
	}
	if !v.tornado.ok || v.tornado.shown.Spider {
		return
	}
	for _, row := range v.tornado.frame.Rows {
		bar, ok := v.tornado.barOf(row.Input)
		if row.Still || !ok {
			continue
		}
		middle := (row.Bar.Top + row.Bar.Bottom) / 2
		put(v.tornado.chart, "tornado.bar."+string(row.Input)+".least", row.Bar.Left, middle, sweep.Text(row.Input, bar.Least.X))
		put(v.tornado.chart, "tornado.bar."+string(row.Input)+".greatest", row.Bar.Right, middle, sweep.Text(row.Input, bar.Greatest.X))
	}
}

// Fields returns the fields in which something can be typed.
func (v *View) Fields() []inspect.Widget {
	out := []inspect.Widget{v.solver.target}
	for _, r := range []*ranger{v.tornado.ranger, v.mapper.axes[0], v.mapper.axes[1]} {
		out = append(out, r.from, r.to)
	}
	return out
}

// Picture returns the picture of the part that was last asked for one, the tornado at
// first.
func (v *View) Picture() (plot.Picture, string) {
	if _, _, ok := v.looked(); !ok || !v.front.known() {
		return plot.Picture{}, ""
	}
	shown, name := v.front.picture()
	return plot.Picture{Options: plot.Options{Theme: desk.PlotTheme(), Title: name}, Chart: shown}, shown.Shown()[0].Scenario.Name + ", " + string(shown.Kind())
}

// ShowAs brings the part back that a picture was of.
func (v *View) ShowAs(of export.View) bool {
	ranges := map[scenario.Input]sweep.Span{}
	for _, r := range of.Swept.Ranges {
		ranges[r.Input] = sweep.Span{Low: r.Low, High: r.High}
	}
	switch of.Kind {
	case swept.KindTornado:
		v.front, v.tornado.ranges = v.tornado, ranges
		v.tornado.of = orReached(of.Swept.Result)
		v.tornado.faces.Display(of.Swept.Spider)
	case swept.KindMap:
		v.front, v.mapper.ranges, v.mapper.of = v.mapper, ranges, orReached(of.Swept.Result)
		if r := of.Swept.Ranges; len(r) == 2 {
			v.mapper.inputs = [2]scenario.Input{r[0].Input, r[1].Input}
			v.mapper.finer.Display(export.MapSteps)
			if r[0].Steps > 2*export.MapSteps {
				v.mapper.finer.Display(fineSteps)
			}
		}
	case swept.KindEvens:
		v.front = v.even
	case swept.KindSafe:
		v.front = v.safety
		for i, st := range statements {
			if st.name == of.Swept.Holds {
				v.safety.kind = i
			}
		}
	case swept.KindStrip:
		target, err := of.Swept.Target()
		if err != nil {
			return false
		}
		v.front, v.solver.input, v.solver.of = v.solver, of.Swept.Sought.Input, orReached(of.Swept.Result)
		v.solver.sought, v.solver.given = target, true
	default:
		return false
	}
	return true
}

// Remember keeps the ranges that were given.
func (v *View) Remember() { v.keep() }

// keep keeps over what the inputs are moved, for when the workspace is opened again.
func (v *View) keep() {
	kept := desk.Explored{Tornado: v.tornado.ranges, Map: v.mapper.ranges}
	if v.mapper.inputs != firstAxes {
		kept.Across, kept.Up = v.mapper.inputs[0], v.mapper.inputs[1]
	}
	v.desk.KeepExplored(kept)
}

// Forget drops ranges and targets, which were for another workspace, and takes up
// those that were kept of the one that is opened. What its scenarios do not take has no
// effect.
func (v *View) Forget() {
	v.prepared, v.revision = nil, -1
	v.solver.given = false
	kept := v.desk.Explored()
	v.tornado.ranges, v.mapper.ranges, v.mapper.inputs = orNone(kept.Tornado), orNone(kept.Map), firstAxes
	if kept.Across != "" && kept.Up != "" && kept.Across != kept.Up {
		v.mapper.inputs = [2]scenario.Input{kept.Across, kept.Up}
	}
}

func orNone(ranges map[scenario.Input]sweep.Span) map[scenario.Input]sweep.Span {
	if ranges == nil {
		return map[scenario.Input]sweep.Span{}
	}
	return ranges
}
