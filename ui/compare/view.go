package compare

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/edit"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A View holds two to four scenarios against one another: side by side on
// the same axes, in one plot, or as a bridge from one to another; with a table of
// their results and the inputs that differ.
type View struct {
	desk       *desk.Desk
	content    fyne.CanvasObject
	title      *look.Text
	answer     *look.Text
	layout     *look.Group[way]
	kind       *look.Group[plot.Kind]
	axis       *look.Group[plot.Axis]
	reference  *field.Choice
	cells      []*compareCell
	grid       *fyne.Container
	overlay    *desk.Chart
	overCard   *look.Card
	pane       *desk.Pane // what is scrolled
	bridge     *bridgePanel
	table      *sheet.Sheet
	bar        *desk.TableBar
	comparison compare.Comparison // in the table
	columns    []comparedColumn   // of the table, after the first
	inputs     *compareInputs
	scroll     *container.Scroll
	empty      fyne.CanvasObject
	start      *look.Button
	emptyWords *look.Text
	named      []inspect.Widget
	ids        []string // of the scenarios shown
}

// A way is one of holding scenarios against one another.
type way int

const (
	sideBySide way = iota
	overlaid
	bridged
)

var _ desk.View = (*View)(nil)

// New returns the view; againstPrior holds the selected scenario under the amended
// terms against the prior ones.
func New(d *desk.Desk, againstPrior func()) *View {
	grid, flow := &look.EvenLayout{Gap: 10}, &look.FlowLayout{Gap: 10}
	v := &View{desk: d, title: look.NewHeadline("", look.SizeTitle), answer: look.NewHeadline("", look.SizeFigure), grid: container.New(grid)}
	for i := range edit.MaxCompared {
		v.cells = append(v.cells, v.newCell(i))
	}
	v.overlay = desk.NewChart(d, "chart", fyne.NewSize(360, 300), func() (plot.Picture, bool) {
		c, o := v.compared()
		c.Layout = plot.LayoutOverlay
		return plot.Picture{Options: o, Chart: c}, len(c.Subjects) > 1
	})
	v.overlay.Tell = v.tellAll
	v.overCard = look.NewCard(v.overlay.View, look.CardPad)
	v.pane = &desk.Pane{Desk: d, Fields: v.Fields}
	v.inputs = newCompareInputs(d, v.pane)
	v.bridge = newBridgePanel(d, v.Show)
	v.controls()
	prior := look.NewButton("compare.prior", "Amended against prior", againstPrior)
	prior.SetTooltip("Hold the selected scenario, under its own terms, against the prior ones (Ctrl+T)")
	save := look.NewButton("save-picture", "Save picture…", d.SavePicture)
	save.SetTooltip("Save what is compared as one picture (Ctrl+E)")
	v.table = sheet.New("table")
	v.table.Fit = 24
	v.table.OnAsk = v.onAsk
	v.bar = desk.NewTableBar(d, "table.copy", v.table)
	v.named = append(v.named, prior, v.reference, save, v.bar.Copy, v.table)
	reference := container.New(look.NewColumns(look.Gap, look.Natural, 210), look.NewMuted("Reference"), v.reference)
	top := container.New(look.NewColumns(10, look.Stretch, look.Natural, look.Natural), v.title, prior, save)
	ways := container.New(flow, look.NewMuted(""), v.layout.Object(), v.kind.Object(), v.axis.Object(), reference)
	stack := &look.StackLayout{Gap: 10, Pad: 14, Grows: 3, OnWidth: func(width float32) { grid.Width, flow.Width = width, width }}
	faces := container.NewStack(v.grid, v.overCard, v.bridge.content)
	results := look.NewCard(container.NewBorder(v.bar.Head("Results"), nil, nil, nil, v.table), look.CardPad)
	v.scroll = look.NewVScroll(look.NewPage(container.New(stack, top, v.answer, ways, faces, results, v.inputs.content)))
	v.table.OnScrollPast = v.scroll.Scrolled
	v.pane.Scroll = v.scroll
	v.pane.Reveal(v.named)
	v.start = look.NewButton("compare.prior", "Amended against prior terms", againstPrior)
	v.emptyWords = look.NewText("")
	v.empty = container.NewCenter(container.NewVBox(
		v.emptyWords,
		container.NewCenter(v.start)))
	v.content = container.NewStack(v.scroll, v.empty)
	return v
}

// controls makes what chooses how things are compared.
func (v *View) controls() {
	v.layout = look.NewSegmented([]look.Option[way]{
		{Value: sideBySide, Name: "compare.side", Text: "Side by side", Hint: "Each in a chart of its own, all on the same axes"},
		{Value: overlaid, Name: "compare.overlay", Text: "Overlay", Hint: "All in one chart"},
		{Value: bridged, Name: "compare.bridge", Text: "Bridge", Hint: "What makes the difference, input by input"},
	}, func(way) { v.Show() })
	v.kind, v.axis = desk.NewKinds(v.Show), desk.NewAxes("the largest cap", v.Show)
	v.axis.Display(plot.AxisDue)
	for _, buttons := range [][]*look.Button{v.layout.Buttons(), v.kind.Buttons(), v.axis.Buttons()} {
		for _, b := range buttons {
			v.named = append(v.named, b)
		}
	}
	v.reference = field.NewChoice("compare.reference", nil, func(i int) { v.desk.Do(edit.SetReference(v.ids[i])) })
	v.reference.SetLabel("Reference")
	v.reference.SetTooltip("What the differences are measured from")
}

// compared returns what is compared, and how: over the same months, to the same
// height.
func (v *View) compared() (plot.Compare, plot.Options) {
	c := plot.Compare{Face: v.kind.Selected()}
	o := plot.Options{Axis: v.axis.Selected(), Theme: desk.PlotTheme()}
	for i, s := range v.desk.Compared() {
		c.Subjects = append(c.Subjects, v.desk.Book.Subject(s))
		first, last := s.FirstMonth(), s.LastMonth()
		if i == 0 {
			o.From, o.Through = first, last
		}
		o.From, o.Through = min(o.From, first), max(o.Through, last)
		if s.ID == v.desk.Session.View().Reference {
			c.Reference = i
		}
	}
	o.Top = c.CommonTop(o)
	o.Forecast = len(plot.Picture{Chart: c}.ActualThrough()) > 0
	return c, o
}

func (v *View) Object() fyne.CanvasObject { return v.content }

// Show brings the view to the scenarios compared.
func (v *View) Show() {
	scenarios := v.desk.Compared()
	if len(scenarios) < 2 {
		v.scroll.Hide()
		v.empty.Show()
		v.emptyWords.SetText("Tick two to four scenarios at the left to hold them side by side, or start with")
		v.start.Show()
		if v.desk.Session.Len() == 0 {
			v.emptyWords.SetText("There are no scenarios to compare. Add one with \"+ New\" at the left, or undo.")
			v.start.Hide()
		}
		v.ids = nil
		return
	}
	v.empty.Hide()
	v.scroll.Show()
	v.title.SetText(fmt.Sprintf("How do these %s differ?", []string{"two", "three", "four"}[len(scenarios)-2]))
	reference := 0
	names := make([]string, len(scenarios))
	subjects := make([]compare.Subject, len(scenarios))
	for i, s := range scenarios {
		names[i] = s.Name
		subjects[i] = compare.Subject{Scenario: s, Projection: v.desk.Book.Projection(s)}
		if s.ID == v.desk.Session.View().Reference {
			reference = i
		}
	}
	v.reference.SetOptions(names)
	v.reference.Display(reference)
	v.answer.SetText(words.Answer(sides(subjects), reference))
	v.face(scenarios, reference)
	v.showTable(subjects, reference)
	v.inputs.show(scenarios, reference)
}

// showTable shows the results of the scenarios and what they differ by.
func (v *View) showTable(subjects []compare.Subject, reference int) {
	c, err := compare.New(subjects, reference)
	if err != nil {
		v.table.Set(nil, nil)
		return
	}
	v.comparison, v.columns = c, comparedColumns(c)
	v.table.SetSubject(strings.Join(v.ids, " ") + " " + subjects[reference].Scenario.ID)
	v.table.Set(
		comparedHead(c, v.columns, func(i int) string { return v.desk.Book.Swatch(c.Subjects[i].Scenario) }),
		comparedCells(c, v.columns))
}

// face shows the charts of the way chosen.
func (v *View) face(scenarios []scenario.Scenario, reference int) {
	chosen := v.layout.Selected()
	v.arrange(scenarios)
	for of, face := range map[way]fyne.CanvasObject{sideBySide: v.grid, overlaid: v.overCard, bridged: v.bridge.content} {
		if of == chosen {
			face.Show()
		} else {
			face.Hide()
		}
	}
	v.kind.Offer(chosen != bridged)
	capped := slices.ContainsFunc(scenarios, func(s scenario.Scenario) bool { return s.Terms.Share.Capped })
	v.axis.Offer(chosen != bridged && v.kind.Selected() == plot.KindCumulative && capped) // bars, and charts without a cap, show all
	switch chosen {
	case overlaid:
		v.overlay.View.Stale()
	case bridged:
		v.bridge.show(scenarios, reference)
	}
}

// Drawn returns the revision on the screen: the earliest of the charts.
func (v *View) Drawn() int {
	revision := v.desk.Session.Revision()
	if len(v.ids) == 0 {
		return revision
	}
	switch v.layout.Selected() {
	case overlaid:
		return min(revision, v.overlay.Drawn)
	case bridged:
		return min(revision, v.bridge.chart.Drawn)
	}
	for _, cell := range v.cells[:len(v.ids)] {
		revision = min(revision, cell.chart.Drawn)
	}
	return revision
}

// Picture returns what the charts show, as it is saved: all as one picture.
func (v *View) Picture() (plot.Picture, string) {
	if len(v.ids) < 2 {
		return plot.Picture{}, ""
	}
	if v.layout.Selected() == bridged {
		return v.bridge.picture()
	}
	c, o := v.compared()
	o.Top = 0
	if v.layout.Selected() == overlaid {
		c.Layout = plot.LayoutOverlay
	}
	o.Title = words.Title(sides(v.comparison.Subjects), v.comparison.Reference)
	return plot.Picture{Options: o, Chart: c}, "Comparison"
}

// Fields returns the inputs that differ, as they are edited side by side.
func (v *View) Fields() []inspect.Widget {
	if v.ids == nil {
		return nil
	}
	return v.inputs.named
}

// ShowAs brings the view to how it was in a picture.
func (v *View) ShowAs(of export.View) bool {
	chosen := sideBySide
	switch {
	case of.Kind == plot.KindBridge:
		chosen = bridged
		v.bridge.showAs(of)
	case of.Kind != plot.KindCompare:
		return false
	case of.Layout == plot.LayoutOverlay:
		chosen = overlaid
	}
	v.layout.Display(chosen)
	v.kind.Display(plot.KindCumulative)
	if v.kind.Has(of.Face) {
		v.kind.Display(of.Face)
	}
	v.axis.Display(plot.AxisCap)
	if v.axis.Has(of.Axis) {
		v.axis.Display(of.Axis)
	}
	return true
}

// Remember keeps nothing: all of the view is as wide as the window.
func (v *View) Remember() {}

// Forget keeps what is chosen: which scenarios are compared is the workspace's.
func (v *View) Forget() {}

// Snapshot lists the widgets that can be seen.
func (v *View) Snapshot(c *inspect.Snapshot) {
	if len(v.ids) == 0 {
		c.Within(nil)
		c.Add(v.start)
		return
	}
	c.Within(v.scroll)
	c.Add(v.named...)
	c.Add(v.inputs.named...)
	switch v.layout.Selected() {
	case overlaid:
		c.Add(v.overlay.View)
	case bridged:
		v.bridge.snapshot(c)
	default:
		for _, cell := range v.cells[:len(v.ids)] {
			c.Add(cell.chart.View)
		}
	}
}
