package compare

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/words"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// A bridgePanel explains the difference in a result between the reference and
// another scenario, input by input.
type bridgePanel struct {
	desk    *desk.Desk
	content *look.Card
	to      *field.Choice
	result  *field.Choice
	chart   *desk.Chart
	table   *sheet.Sheet
	bar     *desk.TableBar
	note    *look.Text
	whole   *fyne.Container
	others  []string // ids to choose from
	chosen  string
	ends    [2]scenario.Scenario
	bridge  compare.Bridge
	fault   string // why there is none, empty where there is one
	key     bridgeKey
}

// A bridgeKey is what a bridge depends on.
type bridgeKey struct {
	from, to                 string
	fromRevision, toRevision int
	result                   compare.Result
}

// newBridgePanel returns the panel; again is called when something else is chosen.
func newBridgePanel(d *desk.Desk, again func()) *bridgePanel {
	b := &bridgePanel{desk: d, note: look.NewMuted("")}
	b.note.Yielding = true
	b.to = field.NewChoice("bridge.to", nil, func(i int) {
		b.chosen = b.others[i]
		again()
	})
	var results []string
	for _, r := range compare.Bridged() {
		results = append(results, words.Result(r))
	}
	b.result = field.NewChoice("bridge.result", results, func(int) { again() })
	b.result.SetLabel("What makes the difference in")
	b.to.SetLabel("from the reference to")
	b.chart = desk.NewPicture(d, "chart", fyne.NewSize(360, 280), func() (plot.Picture, bool) {
		pic, _ := b.picture()
		pic.Title = ""
		return pic, pic.Chart != nil
	})
	b.chart.Handle(desk.Handler{Hover: b.onHover})
	b.table = sheet.New("bridge.table")
	b.table.Fit = 16
	b.table.OnAsk = b.onAsk
	b.bar = desk.NewTableBar(d, "bridge.copy", b.table)
	head := container.New(look.NewColumns(10, look.Natural, 160, look.Natural, look.Stretch).Most(340),
		look.NewMuted("What makes the difference in"), b.result, look.NewMuted("from the reference to"), b.to)
	b.whole = container.New(&look.StackLayout{Gap: 8, Grows: 2}, head, b.note, b.chart.View, b.bar.Head("Step by step"), b.table)
	b.content = look.NewCard(b.whole, look.CardPad)
	return b
}

// showAs chooses the result and the far end that a picture was of.
func (b *bridgePanel) showAs(v export.View) {
	if i := slices.Index(compare.Bridged(), v.Result); i >= 0 {
		b.result.Display(i)
	}
	if len(v.Scenarios) == 2 {
		b.chosen = v.Scenarios[1]
	}
}

// show brings the bridge to the scenarios compared.
func (b *bridgePanel) show(scenarios []scenario.Scenario, reference int) {
	b.others = b.others[:0]
	var names []string
	at := 0
	for i, s := range scenarios {
		if i == reference {
			continue
		}
		if s.ID == b.chosen {
			at = len(b.others)
		}
		b.others, names = append(b.others, s.ID), append(names, s.Name)
	}
	b.to.SetOptions(names)
	b.to.Display(at)
	other, _ := b.desk.Session.Scenario(b.others[at])
	b.ends = [2]scenario.Scenario{scenarios[reference], other}
	b.compute()
	note := b.fault
	if note == "" {
		note = b.bridge.Note()
	}
	b.note.SetText(note)
	if note == "" {
		b.note.Hide()
	} else {
		b.note.Show()
	}
	b.showTable()
	b.chart.View.Stale()
}

// compute makes the bridge, unless nothing it depends on has changed.
func (b *bridgePanel) compute() {
	from, to := b.ends[0], b.ends[1]
	session := b.desk.Session
	key := bridgeKey{
		from.ID, to.ID, session.ScenarioRevision(from.ID), session.ScenarioRevision(to.ID),
		compare.Bridged()[b.result.Index()],
	}
	if key == b.key {
		return
	}
	b.key, b.fault = key, ""
	bridge, err := compare.NewBridge(from, to, key.result)
	if err != nil {
		b.fault = words.Sentence(err)
	}
	b.bridge = bridge
}

// The columns of the table of steps. The last two are there only for what is paid.
const (
	bridgeInput = iota
	bridgeChange
	bridgePart
	bridgeTotal
	bridgeDue
	bridgeAbsorbed
)

// showTable shows the steps: each one's effect and its part of the difference, what
// the result comes to by then, and on what is paid also the effect on what is due and
// what of it the cap absorbed.
func (b *bridgePanel) showTable() {
	result := words.Result(b.key.result)
	header := []sheet.Column{
		{Title: "Input"},
		{Title: "Difference", Copied: result + ": difference", Unit: desk.USD, Hint: "What the input accounts for, averaged over all orders in which the inputs can be changed"},
		{Title: "in %", Copied: result + ": difference", Unit: "%", Hint: "What part of the whole difference that is"},
		{Title: result, Unit: desk.USD, Hint: "What the reference has, and the differences down to here"},
	}
	if b.key.result == compare.Paid {
		header = append(header,
			sheet.Column{Title: words.Due, Unit: desk.USD, Hint: "What the input accounts for in the share before the cap"},
			sheet.Column{Title: words.Absorbed, Unit: desk.USD, Hint: "What of that the cap keeps from being paid"})
	}
	var rows [][]sheet.Cell
	if b.fault == "" {
		add := func(name string, cells ...sheet.Cell) {
			rows = append(rows, append([]sheet.Cell{sheet.Words(name)}, cells...)[:len(header):len(header)])
		}
		end := func(e compare.End) {
			add(e.Name, sheet.Cell{}, sheet.Cell{}, desk.AmountCell(e.Amount), desk.AmountCell(e.Due), sheet.Cell{})
		}
		totals := b.bridge.Totals()
		end(b.bridge.From)
		for i, step := range b.bridge.Steps {
			part := desk.NoCell()
			if rate, known := b.bridge.Part(step); known {
				part = desk.PartCell(rate.Percent())
			}
			add(words.UpperFirst(step.Group.String()), desk.DeltaCell(step.Change), part, desk.AmountCell(totals[i]), desk.DeltaCell(step.Due), desk.DeltaCell(step.Absorbed()))
		}
		end(b.bridge.To)
	}
	b.table.SetSubject(b.key.from + " " + b.key.to + " " + string(b.key.result))
	b.table.Set(header, rows)
}

// onHover explains the bar under the pointer.
func (b *bridgePanel) onHover(at fyne.Position) {
	for _, bar := range b.chart.Frames.Bars {
		if bar.Step < 0 || bar.Step >= len(b.bridge.Steps) || !bar.Row.Contains(float64(at.X), float64(at.Y)) {
			continue
		}
		step := b.bridge.Steps[bar.Step]
		rows := []chartview.TipRow{{Label: words.Result(b.key.result), Value: step.Change.Delta()}}
		if b.key.result == compare.Paid {
			rows = append(rows,
				chartview.TipRow{Label: words.Due, Value: step.Due.Delta()},
				chartview.TipRow{Label: words.Absorbed, Value: step.Absorbed().Delta()})
		}
		point := fyne.NewPos(float32(bar.Rect.Right), float32(bar.Rect.Top+bar.Rect.Bottom)/2)
		b.chart.View.SetTip(point, chartview.Tip{Title: words.UpperFirst(step.Group.String()), Rows: rows})
		return
	}
	b.chart.View.ClearOverlay()
}

// picture returns the bridge as it is saved.
func (b *bridgePanel) picture() (plot.Picture, string) {
	if b.fault != "" || b.ends[0].ID == "" {
		return plot.Picture{}, ""
	}
	bridge := b.bridge
	book := b.desk.Book
	pic := plot.Picture{
		Options: plot.Options{Theme: desk.PlotTheme()},
		Chart:   plot.Bridge{From: book.Subject(b.ends[0]), To: book.Subject(b.ends[1]), Difference: &bridge},
	}
	pic.Title = words.Result(bridge.Result) + ": from " + bridge.From.Name + " to " + bridge.To.Name
	return pic, "Bridge"
}

func (b *bridgePanel) snapshot(c *inspect.Snapshot) {
	c.Add(b.to, b.result, b.chart.View, b.bar.Copy, b.table)
}
