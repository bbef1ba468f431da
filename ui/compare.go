package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// maxCompared is the most scenarios that are held side by side.
const maxCompared = 4

// A compareView holds two to four scenarios side by side on the same axes, with
// a table of their results.
type compareView struct {
	planner   *Planner
	content   fyne.CanvasObject
	title     *look.Text
	reference *field.Choice
	axis      *look.Group
	cells     []*compareCell
	grid      *fyne.Container
	table     *sheet.Sheet
	inputs    *compareInputs
	scroll    *container.Scroll
	whole     fyne.CanvasObject
	empty     fyne.CanvasObject
	save      *look.Button
	prior     *look.Button
	start     *look.Button
	ids       []string // of the scenarios shown
}

// A compareCell is the chart of one of the scenarios compared.
type compareCell struct {
	card   *look.Card
	swatch *look.Swatch
	name   *look.Text
	chart  *chart
	id     string
}

var _ panel = (*compareView)(nil)

func newCompareView(p *Planner) *compareView {
	grid, flow := &evenLayout{gap: 10}, &flowLayout{gap: 10}
	v := &compareView{planner: p, title: look.NewHeadline("", look.SizeTitle+2), grid: container.New(grid)}
	for i := range maxCompared {
		v.cells = append(v.cells, v.newCell(i))
	}
	v.reference = field.NewChoice("compare.reference", nil, func(i int) { p.do(edit.SetReference(v.ids[i])) })
	v.reference.SetTooltip("What the differences are reckoned from")
	v.axis = look.NewSegmented([]look.Option{
		{Name: "chart.axis.cap", Text: "To the cap"}, {Name: "chart.axis.due", Text: "Everything due"},
	}, func(int) { v.show() })
	v.axis.Display(1)
	v.prior = look.NewButton("compare.prior", "Amended against prior", p.onAmendedAgainstPrior)
	v.prior.SetTooltip("Hold the selected outlook under the amended terms against the prior ones (Ctrl+T)")
	v.save = look.NewButton("save-picture", "Save picture…", p.onSavePicture)
	v.save.SetTooltip("Save these charts as one PNG (Ctrl+E)")
	v.inputs = newCompareInputs(p)
	v.table = sheet.New("table")
	v.table.Fit = 14
	v.table.OnCopy = func(text string) { p.app.Clipboard().SetContent(text) }
	reference := container.New(look.NewColumns(look.Gap, look.Natural, 220), look.NewMuted("Reference"), v.reference)
	head := container.New(flow, v.title, v.prior, v.axis.Object(), reference, v.save)
	stack := &stackLayout{gap: 10, pad: 14, grows: 1, onWidth: func(width float32) { grid.width, flow.width = width, width }}
	v.scroll = container.NewVScroll(container.New(stack, head, v.grid, look.NewCard(v.table, 10), v.inputs.content))
	v.table.OnScrollPast = v.scroll.Scrolled
	v.whole = v.scroll
	v.start = look.NewButton("compare.prior", "Amended against prior terms", p.onAmendedAgainstPrior)
	v.empty = container.NewCenter(container.NewVBox(
		look.NewText("Tick two to four scenarios at the left to hold them side by side, or start with"),
		container.NewCenter(v.start)))
	v.content = container.NewStack(v.whole, v.empty)
	return v
}

func (v *compareView) newCell(i int) *compareCell {
	cell := &compareCell{swatch: look.NewSwatch(""), name: look.NewHeadline("", look.SizeText)}
	cell.chart = newChart(v.planner, "", fyne.NewSize(220, 260), func() (plot.Subject, plot.Options, bool) {
		subjects, options := v.subjects()
		if i >= len(subjects) {
			return plot.Subject{}, plot.Options{}, false
		}
		return subjects[i], options, true
	})
	head := container.New(look.NewColumns(8, look.Natural, look.Stretch), cell.swatch, cell.name)
	cell.card = look.NewCard(container.NewBorder(head, nil, nil, nil, cell.chart.view), 12)
	return cell
}

// subjects returns what is compared, and how: over the same months, to the same
// height.
func (v *compareView) subjects() ([]plot.Subject, plot.Options) {
	options := plot.Options{Axis: planAxes[v.axis.Selected()], Theme: plotTheme()}
	var subjects []plot.Subject
	for _, s := range v.planner.compared() {
		subjects = append(subjects, v.planner.book.subject(s))
		first, last := s.FirstMonth(), s.LastMonth()
		if len(subjects) == 1 {
			options.From, options.Through = first, last
		}
		options.From, options.Through = min(options.From, first), max(options.Through, last)
	}
	var top unit.Amount
	for _, s := range subjects {
		top = max(top, plot.TopOf(s, options))
	}
	options.Top = top
	return subjects, options
}

func (v *compareView) object() fyne.CanvasObject { return v.content }

// show brings the view to the scenarios compared.
func (v *compareView) show() {
	scenarios := v.planner.compared()
	if len(scenarios) < 2 {
		v.whole.Hide()
		v.empty.Show()
		v.ids = nil
		return
	}
	v.empty.Hide()
	v.whole.Show()
	v.title.SetText(fmt.Sprintf("How do these %s differ?", []string{"two", "three", "four"}[len(scenarios)-2]))
	v.arrange(scenarios)
	reference := 0
	names := make([]string, len(scenarios))
	columns := make([]compared, len(scenarios))
	header := []sheet.Column{{Title: "Result"}}
	for i, s := range scenarios {
		names[i] = s.Name
		columns[i] = compared{s, v.planner.book.projection(s)}
		header = append(header, sheet.Column{Title: s.Name, Swatch: v.planner.book.color(s)})
		if s.ID == v.planner.session.View().Reference {
			reference = i
		}
	}
	v.reference.SetOptions(names)
	v.reference.Display(reference)
	rows := differences(columns, reference)
	differ := []sheet.Cell{{Text: "Inputs that differ"}}
	for i, s := range scenarios {
		if i == reference {
			differ = append(differ, sheet.Cell{Text: "reference"})
			continue
		}
		differ = append(differ, sheet.Cell{Text: summary(scenarios[reference], s)})
	}
	v.table.Set(header, append(rows, differ))
	v.inputs.show(scenarios, reference)
}

// arrange gives each scenario compared its chart.
func (v *compareView) arrange(scenarios []scenario.Scenario) {
	changed := len(scenarios) != len(v.ids)
	v.ids = v.ids[:0]
	for i, s := range scenarios {
		cell := v.cells[i]
		cell.id = s.ID
		cell.swatch.SetHex(v.planner.book.color(s))
		cell.name.SetText(s.Name)
		cell.chart.view.Name = "chart." + s.ID
		cell.chart.view.Stale()
		v.ids = append(v.ids, s.ID)
	}
	if !changed {
		return
	}
	v.grid.RemoveAll()
	for _, cell := range v.cells[:len(scenarios)] {
		v.grid.Add(cell.card)
	}
}

// drawn returns the revision on the screen: the earliest of the charts.
func (v *compareView) drawn() int {
	revision := v.planner.session.Revision()
	for _, cell := range v.cells[:len(v.ids)] {
		revision = min(revision, cell.chart.drawn)
	}
	return revision
}

// picture returns what the charts show, as it is saved: side by side.
func (v *compareView) picture() ([]plot.Subject, plot.Options, string) {
	subjects, options := v.subjects()
	if len(subjects) < 2 {
		return nil, options, ""
	}
	options.Width, options.Height = 1600, 900
	options.Title = v.title.Content
	return subjects, options, "Comparison"
}

func (v *compareView) census(c *census) {
	if !v.whole.Visible() {
		c.within(nil)
		c.add(v.start)
		return
	}
	c.within(v.scroll)
	for _, b := range v.axis.Buttons() {
		c.add(b)
	}
	c.add(v.prior, v.reference, v.save, v.table)
	c.add(v.inputs.named...)
	for _, cell := range v.cells[:len(v.ids)] {
		c.add(cell.chart.view)
	}
}
