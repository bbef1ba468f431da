package plan

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/ui/desk"
	"headroom/ui/grab"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/panes"
	"headroom/ui/results"
	"headroom/ui/sheet"
	"headroom/ui/why"
)

// A View edits one scenario: a form at the left; results, chart and table at
// the right, all of one revision.
type View struct {
	desk    *desk.Desk
	content fyne.CanvasObject
	form    *form
	results *results.Figures
	pace    *results.Pace
	chart   *desk.Chart
	grabber *grab.Grabber
	table   *sheet.Sheet
	rows    []scenario.Row // of the table
	right   *container.Scroll
	panes   *panes.Panes // chart and table
	split   *container.Split
	kind    *look.Group[plot.Kind]
	axis    *look.Group[plot.Axis]
	periods *look.Group[period]
	against *look.Button // instead of the periods, where a narrow view has no room beside them
	title   *look.Text
	bar     *desk.TableBar
	foot    *look.Text      // says of the rows what they do not
	footed  *fyne.Container // the table and that
	notes   *results.Notes
	hint    *hint
	empty   fyne.CanvasObject
	whole   fyne.CanvasObject
	named   []inspect.Widget
}

// A period is what a row of the table covers.
type period int

const (
	years period = iota
	fiscalYears
	quarters
	months
	against // quarters with actuals, against what was planned
)

var _ desk.View = (*View)(nil)

func New(d *desk.Desk) *View {
	v := &View{desk: d, form: newForm(d), results: results.NewFigures(d), pace: results.NewPace(d), notes: results.NewNotes(), hint: newHint(d)}
	v.chart = desk.NewChart(d, "chart", fyne.NewSize(300, 150), func() (plot.Picture, bool) {
		s, ok := d.Selected()
		if !ok {
			return plot.Picture{}, false
		}
		return plot.Picture{Options: v.options(), Chart: v.charted(d.Book.Subject(s))}, true
	})
	v.grabber = grab.New(d, v.chart, v.form, v.Show)
	why.OnChart(d, v.chart)
	v.table = sheet.New("table")
	v.table.Fit = rowsNeeded
	v.table.Total = true
	v.table.OnType = v.typeActual
	v.table.OnAsk = func(row, column int) { why.Ask(d, why.RowQuestion(v.rows[row], v.table.Title(column))) }
	v.kind, v.axis = desk.NewKinds(v.Show), desk.NewAxes("the cap", v.Show)
	v.periods = look.NewSegmented([]look.Option[period]{
		{Value: years, Name: "table.year", Text: "Years"},
		{Value: fiscalYears, Name: "table.fiscal-year", Text: "Fiscal years", Hint: "Microsoft's: FY2027 is July 2026 to June 2027"},
		{Value: quarters, Name: "table.quarter", Text: "Quarters"},
		{Value: months, Name: "table.month", Text: "Months"},
	}, func(period) { v.Show() })
	v.against = look.NewStyled(look.Toggle, "table.against", "Actual against plan", func() {
		v.periods.Display(against)
		v.Show()
	})
	v.against.SetTooltip("What was earned by quarter, of the stream in the form, against what was planned for it")
	v.foot = look.NewMuted("")
	v.foot.Yielding = true
	v.bar = desk.NewTableBar(d, "table.copy", v.table)
	save := look.NewButton("save-picture", "Save picture…", d.SavePicture)
	save.SetTooltip("Save or copy this chart as a picture (Ctrl+E)")
	v.title = look.NewHeadline("", look.SizeTitle)
	for _, buttons := range [][]*look.Button{v.kind.Buttons(), v.axis.Buttons(), v.periods.Buttons()} {
		for _, b := range buttons {
			v.named = append(v.named, b)
		}
	}
	v.named = append(v.named, v.against, save, v.bar.Copy)
	v.named = slices.Concat(v.named, v.results.Named(), v.pace.Named())

	heading := look.NewHeading("Table")
	heading.Yielding = false
	headFlow, tableFlow := &look.FlowLayout{Gap: 10}, &look.FlowLayout{Gap: 10, Need: heading.FullSize().Width}
	head := container.New(headFlow, v.title, v.kind.Object(), v.axis.Object(), save)
	picture := look.NewCard(container.NewBorder(head, nil, nil, nil, v.chart.View), look.CardPad)
	v.footed = container.New(look.FootLayout{Room: sheet.RowHeight}, v.table, v.foot)
	figures := look.NewCard(container.NewBorder(
		container.New(tableFlow, container.New(look.NewColumns(10, look.Natural, look.Stretch), heading, v.bar.Cue), v.periods.Object(), v.against, v.bar.Copy),
		nil, nil, nil, v.footed), look.CardPad)
	v.panes = panes.New(picture, figures, panes.Options{
		Name: "pane.table", Hint: "Drag, or Up and Down: more room for the table or for the chart",
		UpperWants: chartWants, LowerWants: tableWants,
		Share: d.Settings.Pane(desk.KeyTable, tableShare), Usual: tableShare,
	})
	stack := &look.StackLayout{Gap: 10, Pad: 12, Least: 6, Grows: 4, OnWidth: func(width float32) {
		v.results.SetWidth(width)
		headFlow.Width, tableFlow.Width = width-2*look.CardPad, width-2*look.CardPad
	}}
	v.right = look.NewVScroll(look.NewPage(container.New(stack, v.hint.content, v.results.Object(), v.pace.Object(), v.notes.Object(), v.panes.Object())))
	v.table.OnScrollPast = v.right.Scrolled
	in := &desk.Pane{Desk: d, Scroll: v.right, Fields: v.Fields}
	in.Reveal(append(slices.Clone(v.named), v.chart.View, v.panes.Grip(), v.table))
	v.empty = desk.NothingSelected()
	v.split = container.NewHSplit(v.form.content, v.right)
	v.split.Offset = d.Settings.Pane(desk.KeyForm, 0.325)
	v.whole = v.split
	v.content = container.New(formLayout{v.form, layout.NewStackLayout()}, v.whole, v.empty)
	return v
}

// options returns how the chart is drawn.
func (v *View) options() plot.Options {
	o := plot.Options{Axis: v.axis.Selected(), Theme: desk.PlotTheme()}
	o.Top = v.grabber.Top()
	return o
}

// charted returns the chart of a subject that is chosen.
func (v *View) charted(s plot.Subject) plot.Chart {
	if v.byYear() {
		return plot.Years{Subject: s}
	}
	return plot.Cumulative{Subject: s}
}

func (v *View) byYear() bool { return v.kind.Selected() == plot.KindYears }

func (v *View) Object() fyne.CanvasObject { return v.content }

// Show brings the view to the selected scenario.
func (v *View) Show() {
	s, ok := v.desk.Selected()
	v.form.show()
	if !desk.ShowOr(v.whole, v.empty, ok) {
		return
	}
	projection := v.desk.Book.Projection(s)
	v.results.Show(s, projection.Total)
	v.pace.Show(projection)
	if !v.grabber.Held() { // the chart stays where it is under the pointer
		v.notes.Show(projection.Warnings)
	}
	v.title.SetText("Payments against the cap")
	if v.byYear() {
		v.title.SetText("Payments by year")
	}
	v.axis.Offer(!v.byYear() && s.Terms.Share.Capped) // bars, and a chart without a cap, show all that is due
	v.showTable(s, projection)
	v.chart.View.Stale()
}

// Drawn returns the revision on the screen.
func (v *View) Drawn() int {
	if !v.whole.Visible() {
		return v.desk.Session.Revision()
	}
	return v.chart.Drawn
}

// Picture returns what the chart shows, as it is saved.
func (v *View) Picture() (plot.Picture, string) {
	s, ok := v.desk.Selected()
	if !ok {
		return plot.Picture{}, ""
	}
	o := v.options()
	o.Top = 0
	o.Title = s.Name + ": " + v.title.Content
	return plot.Picture{Options: o, Chart: v.charted(v.desk.Book.Subject(s))}, s.Name
}

// Fields returns the fields of the form.
func (v *View) Fields() []inspect.Widget { return v.form.named }

// ShowAs brings the chart to how it was in a picture.
func (v *View) ShowAs(of export.View) bool {
	if !v.kind.Has(of.Kind) {
		return false
	}
	v.kind.Display(of.Kind)
	v.axis.Display(plot.AxisCap)
	if v.axis.Has(of.Axis) {
		v.axis.Display(of.Axis)
	}
	return true
}

// Remember keeps where the borders of the form and the table stand.
func (v *View) Remember() {
	v.desk.Settings.SetPane(desk.KeyForm, v.split.Offset)
	v.desk.Settings.SetPane(desk.KeyTable, v.panes.UpperShare())
}

// Forget lets go of the terms that were taken away and could be put back.
func (v *View) Forget() { v.form.forget() }

// Snapshot lists the widgets that can be seen.
func (v *View) Snapshot(c *inspect.Snapshot) {
	if !v.whole.Visible() {
		return
	}
	v.form.snapshot(c)
	c.Within(v.right)
	c.Add(v.hint.named()...)
	c.Add(v.named...)
	c.Add(v.chart.View, v.panes.Grip(), v.table)
	v.chart.Snapshot(c)
}
