package risk

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/why"
)

// inputs edit how uncertain growth and cap are, and how paths are drawn: a form at the
// left, so that what follows can be seen beside it.
type inputs struct {
	view     *View
	pane     *desk.Pane
	content  *container.Scroll
	none     *fyne.Container // stands above all where nothing is uncertain
	reason   *look.Paragraph
	rows     *fyne.Container
	all      *fyne.Container
	shape    string
	capScale field.Scale      // of the slider with the range of the cap
	named    []inspect.Widget // of the rows
	shown    []func(s scenario.Scenario)
	still    []inspect.Widget
	seed     *field.Number
	paths    *field.Choice
	drawn    *field.Choice
	state    *look.Paragraph
	cancel   *look.Button
	give     *look.Button
	remove   *look.Button
}

// pathCounts are how many paths may be chosen.
var pathCounts = []int{1024, 8192, 65536, 1_000_000, simulate.MaxPaths}

// The widths of the form, in logical pixels.
const (
	formWidth  = 316
	labelWidth = 76
	fieldWidth = 68
)

func newInputs(v *View) *inputs {
	in := &inputs{view: v, rows: container.New(layout.NewCustomPaddedVBoxLayout(3))}
	in.give = look.NewPrimary("risk.give", "Make it uncertain", in.onGive)
	in.give.SetTooltip("Give growth and cap the usual uncertainty, as estimates with their reasons")
	in.remove = look.NewLink("risk.remove", "Without uncertainty", in.onRemove)
	in.remove.SetTooltip("Make growth and cap certain: every path is then the single line. Undo takes it back")
	in.reason = look.NewParagraph("", theme.ColorNameForeground, theme.SizeNameText)
	in.none = look.Stack(8, in.reason, container.New(look.NewColumns(0, look.Natural, look.Stretch), in.give, layout.NewSpacer()), look.NewRule())
	in.seed = field.NewNumber("risk.seed", whole())
	in.seed.Display(1)
	in.seed.OnEdit = func(n float64) error {
		in.run(func(o *simulate.Options) { o.Seed = uint64(n) })
		return nil
	}
	var counts []string
	for _, n := range pathCounts {
		counts = append(counts, unit.Grouped(n))
	}
	in.paths = field.NewChoice("risk.paths", counts, func(i int) { in.run(func(o *simulate.Options) { o.Paths = pathCounts[i] }) })
	in.paths.SetTooltip("How many paths are drawn. More than 8,192 run in the background; the coarse result stays until they are done")
	in.drawn = field.NewChoice("risk.sampling", []string{"Sobol", "Latin hypercube", "Random"}, func(i int) {
		in.run(func(o *simulate.Options) { o.Sampling = simulate.Samplings()[i] })
	})
	in.drawn.SetTooltip("How paths are drawn: Sobol points are by far the most exact")
	in.cancel = look.NewButton("risk.cancel", "Cancel", v.runs.turn)
	in.state = look.NewParagraph("", look.ColorMuted, theme.SizeNameCaptionText)
	in.still = []inspect.Widget{in.remove, in.give, in.paths, in.seed, in.drawn, in.cancel}
	row := func(label, hint string, of fyne.CanvasObject) fyne.CanvasObject {
		return field.NewRow(look.NewColumns(look.Gap, labelWidth, look.Stretch), look.NewHintLabel(label, hint), of)
	}
	in.all = look.Stack(8,
		container.New(look.NewColumns(look.Gap, look.Stretch, look.Natural), look.NewHeading("How uncertain it is"), in.remove),
		in.none, in.rows, look.NewRule(), look.NewHeading("How paths are drawn"),
		row("Paths", "How many are drawn; more take longer and err less", in.paths),
		row("Drawn as", "How paths are drawn: Sobol points are by far the most exact", in.drawn),
		row("Seed", "The same seed gives the same paths, to every scenario", in.seed),
		in.state, container.New(look.NewColumns(0, look.Natural, look.Stretch), in.cancel, layout.NewSpacer()))
	in.content = look.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 12, 14), in.all))
	in.content.SetMinSize(fyne.NewSize(formWidth, 0))
	return in
}

// whole is that of a seed.
func whole() field.Format {
	write := func(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }
	return field.Format{
		Short: write, Full: write,
		Parse: func(text string, _ float64) (float64, error) {
			n, err := strconv.ParseUint(text, 10, 32)
			if err != nil || n == 0 {
				return 0, errors.New("give a whole number from 1 to 4294967295")
			}
			return float64(n), nil
		},
		Step: func(v, n float64) float64 {
			return math.Min(math.MaxUint32, math.Max(1, v+math.Copysign(math.Max(1, math.Abs(n)), n)))
		},
	}
}

// run asks for another run.
func (in *inputs) run(change func(o *simulate.Options)) {
	o := in.view.runs.options
	change(&o)
	in.view.runs.ask(o)
	in.view.Show()
}

// onGive gives the scenario the usual uncertainty.
func (in *inputs) onGive() {
	if s, ok := in.view.desk.Selected(); ok {
		u, sources := preset.Uncertainty(s)
		in.view.desk.DoOnce(edit.SetUncertainty(s.ID, u, sources))
	}
}

// onRemove makes the scenario certain.
func (in *inputs) onRemove() {
	if s, ok := in.view.desk.Selected(); ok {
		in.view.desk.DoOnce(edit.RemoveUncertainty(s.ID))
	}
}

// reasonOf says what the usual uncertainty of a scenario is, and why.
func reasonOf(s scenario.Scenario) string {
	u, _ := preset.Uncertainty(s)
	text := "Nothing is uncertain: every path is the single line. Usually growth is less sure the further out it is"
	if n := len(u.GrowthSD); n > 0 {
		text += fmt.Sprintf(" (%s in %d, %s in %d)", u.GrowthSD[0].Rate.Percent(), u.GrowthSD[0].Year, u.GrowthSD[n-1].Rate.Percent(), u.GrowthSD[n-1].Year)
	}
	if u.CapRange != nil {
		text += ", and the cap, which is only reported, may be " + u.CapRange.Low.Headline() + " to " + u.CapRange.High.Headline()
	}
	return text + "."
}

// certain reports whether nothing of a scenario is uncertain.
func certain(s scenario.Scenario) bool {
	u := s.Uncertainty
	if u == nil {
		return true
	}
	for _, sd := range u.GrowthSD {
		if sd.Rate > 0 && sd.Year >= s.FirstYear && sd.Year <= s.LastYear {
			return false
		}
	}
	return u.CapRange == nil || u.CapRange.Low == u.CapRange.High
}

// show brings the fields to a scenario.
func (in *inputs) show(s scenario.Scenario) {
	moved := in.none.Visible() != certain(s)
	if certain(s) {
		in.reason.SetText(reasonOf(s))
		in.none.Show()
	} else {
		in.none.Hide()
	}
	if s.Uncertainty == nil {
		in.remove.Hide()
	} else {
		in.remove.Show()
	}
	shape := fmt.Sprint(s.ID, s.FirstYear, s.LastYear, s.Terms.Share.Capped)
	if shape != in.shape {
		focused := desk.FocusedOf(in.named)
		in.build(s)
		in.shape, moved = shape, true
		if focused != nil {
			in.pane.FocusLike(focused)
		}
	}
	for _, display := range in.shown {
		display(s)
	}
	if moved {
		in.arrange()
	}
}

// arrange lays the form out again, where rows have come, gone or grown.
func (in *inputs) arrange() {
	in.all.Refresh()
	in.content.Refresh()
}

// build makes the fields of a scenario again.
func (in *inputs) build(s scenario.Scenario) {
	in.rows.RemoveAll()
	in.named, in.shown, in.capScale = nil, nil, field.Scale{}
	id := s.ID
	for y := s.FirstYear; y <= s.LastYear; y++ {
		path := "uncertainty.growthSD." + year(y)
		get := func(s scenario.Scenario) float64 {
			if s.Uncertainty == nil {
				return 0
			}
			sd, _ := s.Uncertainty.GrowthSD.Get(y)
			return float64(sd)
		}
		in.row(year(y)+" ±", "The standard deviation of the year's log growth: 20% means that on about two paths in three the year's growth factor lies within 20% of the plan's",
			path, 0, 1, 0.005, format.Rate(0, 5), get, func(v float64) edit.Change { return edit.SetGrowthSD(id, y, unit.Rate(v)) },
			func(s scenario.Scenario) string {
				if low, high, err := simulate.Band(s, y); err == nil && low < high {
					return "revenue 5 to 95%: " + low.Headline() + " to " + high.Headline()
				}
				return "revenue certain"
			})
	}
	in.row("Correlation", "Between the shocks of one year and the next: above 0 a good year tends to be followed by another",
		"uncertainty.correlation", -1, 1, 0.05, format.Rate(-1, 1), correlationOf, func(v float64) edit.Change { return edit.SetCorrelation(id, unit.Rate(v)) },
		func(s scenario.Scenario) string {
			switch c := correlationOf(s); {
			case c > 0:
				return "good years follow good ones"
			case c < 0:
				return "good years follow bad ones"
			}
			return "years are independent"
		})
	if s.Terms.Share.Capped {
		in.rangeRows(id)
	}
	in.rows.Refresh()
	in.pane.Reveal(in.named)
}

func correlationOf(s scenario.Scenario) float64 {
	if s.Uncertainty == nil {
		return 0
	}
	return float64(s.Uncertainty.Correlation)
}

// row adds a slider with its field, and below them what its figure means and where it
// comes from.
func (in *inputs) row(label, hint, path string, low, high, step float64, written field.Format, get func(scenario.Scenario) float64, change func(v float64) edit.Change, means func(scenario.Scenario) string) {
	slider := field.NewSlider(path, field.Linear(low, high, step))
	slider.OnEdit = func(v float64) { in.view.desk.Do(change(v)) }
	slider.OnCommit = in.view.desk.Seal
	slider.Text = written.Short
	number := in.number(path, written, get, change)
	in.named = append(in.named, slider)
	meaning := look.NewMuted("")
	meaning.Yielding = true
	in.shown = append(in.shown, func(s scenario.Scenario) {
		slider.Display(get(s))
		text := means(s)
		_, brief, _ := strings.Cut(text, ": ")
		meaning.Brief = brief
		meaning.SetText(text)
	})
	in.add(look.NewColumns(look.Gap, labelWidth, look.Stretch, fieldWidth), look.NewHintLabel(label, hint), slider, number)
	in.rows.Add(container.New(look.NewColumns(look.Gap, look.Stretch, look.Natural), meaning, in.chip(path)))
}

// add adds a row, which lays the form out again where it needs room for an error.
func (in *inputs) add(columns *look.Columns, objects ...fyne.CanvasObject) {
	row := field.NewRow(columns, objects...)
	row.WhenGrown(in.arrange)
	in.rows.Add(row)
}

func (in *inputs) number(path string, written field.Format, get func(scenario.Scenario) float64, change func(v float64) edit.Change) *field.Number {
	n := field.NewNumber(path, written)
	n.OnEdit = func(v float64) error { return words.Plain(in.view.desk.Session.Do(change(v))) }
	n.OnCommit = in.view.desk.Seal
	in.named = append(in.named, n)
	in.shown = append(in.shown, func(s scenario.Scenario) { n.Display(get(s)) })
	return n
}

// chip says where a figure comes from.
func (in *inputs) chip(path string) fyne.CanvasObject {
	chip := look.NewChip(path+".source", "", "Where this figure comes from", func() { why.Source(in.view.desk, path) })
	in.named = append(in.named, chip)
	in.shown = append(in.shown, func(s scenario.Scenario) {
		of := explain.At(s, path)
		if of.Source == nil {
			chip.Hide()
			return
		}
		chip.Show()
		chip.SetText(of.Status())
		chip.SetTooltipOf(func() string { return why.Describe(of) })
	})
	return chip
}

// showRun says how the run is made, and how far a full one is.
func (in *inputs) showRun() {
	r := in.view.runs
	in.seed.Display(float64(r.options.Seed))
	for i, n := range pathCounts {
		if n == r.options.Paths {
			in.paths.Display(i)
		}
	}
	for i, s := range simulate.Samplings() {
		if s == r.options.Sampling {
			in.drawn.Display(i)
		}
	}
	text := "Errors are standard errors. The same seed gives the same paths to every scenario."
	turn, tip := "Cancel", "Cancel the full run; the coarse result stays"
	part, running := r.progress()
	switch {
	case running:
		text = fmt.Sprintf("Coarse result of %s paths; the full run of %s is at %d%%.", unit.Grouped(r.result.Paths), unit.Grouped(r.options.Paths), int(100*part))
	case r.coarse:
		text = fmt.Sprintf("Coarse result of %s paths; the full run of %s was cancelled.", unit.Grouped(r.result.Paths), unit.Grouped(r.options.Paths))
		turn, tip = "Run it after all", "Make the full run, which takes the place of the coarse result"
	}
	in.state.SetText(text)
	in.cancel.SetText(turn)
	in.cancel.SetTooltip(tip)
	if r.coarse != in.cancel.Visible() {
		if r.coarse {
			in.cancel.Show()
		} else {
			if canvas := in.view.desk.Window.Canvas(); canvas.Focused() == in.cancel {
				canvas.Focus(in.paths) // what it was about
			}
			in.cancel.Hide()
		}
		in.arrange()
	}
}
