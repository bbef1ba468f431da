package risk

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/why"
)

// inputs edit how uncertain growth and cap are, and how paths are drawn.
type inputs struct {
	view   *View
	pane   *desk.Pane
	card   *look.Card
	none   *look.Card // stands above all where nothing is uncertain
	rows   *fyne.Container
	shape  string
	named  []inspect.Widget // of the rows
	shown  []func(s scenario.Scenario)
	still  []inspect.Widget
	seed   *field.Number
	paths  *field.Choice
	drawn  *field.Choice
	state  *look.Text
	cancel *look.Button
	give   *look.Button
}

// pathCounts are how many paths may be chosen.
var pathCounts = []int{1024, 8192, 65536, 1_000_000, simulate.MaxPaths}

const (
	labelWidth = 104
	fieldWidth = 76
	chipWidth  = 62
)

func newInputs(v *View) *inputs {
	in := &inputs{view: v, rows: container.New(layout.NewCustomPaddedVBoxLayout(6)), state: look.NewMuted("")}
	in.give = look.NewPrimary("risk.give", "Make it uncertain", in.onGive)
	in.give.SetTooltip("Give growth and cap the usual uncertainty, as estimates with their reasons")
	reason := look.NewText("Nothing of this scenario is uncertain: every course is the single line. Growth further out is usually less sure, and the cap only reported.")
	reason.Yielding = true
	reason.Brief = "Nothing is uncertain: every course is the single line."
	in.none = look.NewCard(container.New(look.NewColumns(10, look.Stretch, look.Natural), reason, in.give), look.CardPad)
	in.seed = field.NewNumber("risk.seed", whole())
	in.seed.Display(1)
	in.seed.OnEdit = func(n float64) error {
		in.run(func(o *simulate.Options) { o.Seed = uint64(n) })
		return nil
	}
	var counts []string
	for _, n := range pathCounts {
		counts = append(counts, grouped(n))
	}
	in.paths = field.NewChoice("risk.paths", counts, func(i int) { in.run(func(o *simulate.Options) { o.Paths = pathCounts[i] }) })
	in.paths.SetTooltip("How many courses are drawn. More than 8,192 run aside, and the coarse result stays until then")
	in.drawn = field.NewChoice("risk.sampling", []string{"Sobol", "Latin hypercube", "Random"}, func(i int) {
		in.run(func(o *simulate.Options) { o.Sampling = simulate.Samplings()[i] })
	})
	in.drawn.SetTooltip("How courses are drawn: Sobol points are by far the most exact")
	in.cancel = look.NewButton("risk.cancel", "Cancel", v.runs.giveUp)
	in.cancel.SetTooltip("Give the full run up; the coarse result stays")
	in.state.Yielding = true
	in.still = []inspect.Widget{in.give, in.paths, in.seed, in.drawn, in.cancel}
	run := container.New(look.NewColumns(look.Gap, labelWidth, 130, look.Natural, 90, look.Natural, 150),
		look.NewHintLabel("Paths", "How many courses are drawn"), in.paths, look.NewMuted("seed"), in.seed, look.NewMuted("drawn as"), in.drawn)
	state := container.New(look.NewColumns(look.Gap, look.Stretch, look.Natural), in.state, in.cancel)
	in.card = look.NewCard(container.NewVBox(look.NewHeading("How uncertain it is"), in.rows, look.NewRule(), run, state), look.CardPad)
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

func grouped(n int) string {
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
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
	if certain(s) {
		in.none.Show()
	} else {
		in.none.Hide()
	}
	shape := fmt.Sprint(s.ID, s.FirstYear, s.LastYear, s.Terms.Share.Capped, s.Uncertainty != nil && s.Uncertainty.CapRange != nil)
	if shape != in.shape {
		focused := desk.FocusedOf(in.named)
		in.build(s)
		in.shape = shape
		if focused != nil {
			in.pane.FocusLike(focused)
		}
	}
	for _, display := range in.shown {
		display(s)
	}
}

// build makes the fields of a scenario anew.
func (in *inputs) build(s scenario.Scenario) {
	in.rows.RemoveAll()
	in.named, in.shown = nil, nil
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
		band := look.NewMuted("")
		band.Yielding = true
		in.shown = append(in.shown, func(s scenario.Scenario) {
			text := "certain"
			if low, high, err := simulate.Band(s, y); err == nil && low < high {
				text = "5 to 95%: " + low.Headline() + " to " + high.Headline()
			}
			band.SetText(text)
		})
		in.row(year(y)+" growth", "The standard deviation of the year's log growth: 20% means that about two courses in three lie within 20% of the plan's growth factor",
			path, 0, 1, 0.005, format.Rate(0, 5), get, func(v float64) edit.Change { return edit.SetGrowthSD(id, y, unit.Rate(v)) }, band)
	}
	in.row("Correlation", "Between the shocks of one year and the next: above 0 a good year tends to be followed by another",
		"uncertainty.correlation", -1, 1, 0.05, format.Rate(-1, 1), func(s scenario.Scenario) float64 {
			if s.Uncertainty == nil {
				return 0
			}
			return float64(s.Uncertainty.Correlation)
		}, func(v float64) edit.Change { return edit.SetCorrelation(id, unit.Rate(v)) }, layout.NewSpacer())
	if s.Terms.Share.Capped {
		in.rangeRow(id)
	}
	in.rows.Refresh()
	in.pane.Reveal(in.named)
}

// row adds a slider with its field, where its figure comes from, and what it means.
func (in *inputs) row(label, hint, path string, low, high, step float64, written field.Format, get func(scenario.Scenario) float64, change func(v float64) edit.Change, beside fyne.CanvasObject) {
	slider := field.NewSlider(path, field.Linear(low, high, step))
	slider.OnEdit = func(v float64) { in.view.desk.Do(change(v)) }
	slider.OnCommit = in.view.desk.Seal
	slider.Text = written.Short
	number := in.number(path, written, get, change)
	in.named = append(in.named, slider)
	in.shown = append(in.shown, func(s scenario.Scenario) { slider.Display(get(s)) })
	chip := in.chip(path)
	in.rows.Add(field.NewRow(look.NewColumns(look.Gap, labelWidth, look.Stretch, fieldWidth, chipWidth, look.Stretch),
		look.NewHintLabel(label, hint), slider, number, chip, beside))
}

func (in *inputs) number(path string, written field.Format, get func(scenario.Scenario) float64, change func(v float64) edit.Change) *field.Number {
	n := field.NewNumber(path, written)
	n.OnEdit = func(v float64) error { return in.view.desk.Session.Do(change(v)) }
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

// rangeRow adds the ends of the range of the cap.
func (in *inputs) rangeRow(id string) {
	end := func(high bool) func(scenario.Scenario) float64 {
		return func(s scenario.Scenario) float64 {
			switch r := capRange(s); {
			case r == nil:
				return float64(s.Terms.Share.Cap)
			case high:
				return float64(r.High)
			default:
				return float64(r.Low)
			}
		}
	}
	set := func(high bool) func(v float64) edit.Change {
		return func(v float64) edit.Change {
			s, _ := in.view.desk.Session.Scenario(id)
			r := scenario.CapRange{Low: s.Terms.Share.Cap, High: s.Terms.Share.Cap}
			if now := capRange(s); now != nil {
				r = *now
			}
			if high {
				r.High = unit.Amount(v)
			} else {
				r.Low = unit.Amount(v)
			}
			return edit.SetCapRange(id, r.Low, r.High)
		}
	}
	low := in.number("uncertainty.capRange.low", format.Amount(""), end(false), set(false))
	high := in.number("uncertainty.capRange.high", format.Amount(""), end(true), set(true))
	most := look.NewMuted("")
	most.Yielding = true
	in.shown = append(in.shown, func(s scenario.Scenario) { most.SetText("most likely " + s.Terms.Share.Cap.Headline()) })
	in.rows.Add(field.NewRow(look.NewColumns(look.Gap, labelWidth, fieldWidth, look.Natural, fieldWidth, chipWidth, look.Stretch),
		look.NewHintLabel("Cap between", "The least and the greatest that the cap may be; the cap itself is the most likely"), low, look.NewMuted("and"), high,
		in.chip("uncertainty.capRange.low"), most))
}

func capRange(s scenario.Scenario) *scenario.CapRange {
	if s.Uncertainty == nil {
		return nil
	}
	return s.Uncertainty.CapRange
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
	text := "Errors are standard errors of the run; the same seed gives the same courses to every scenario"
	part, running := r.progress()
	switch {
	case running:
		text = fmt.Sprintf("Coarse result of %s paths; the full run of %s is at %d%%", grouped(r.result.Paths), grouped(r.options.Paths), int(100*part))
	case r.coarse:
		text = fmt.Sprintf("Coarse result of %s paths; the full run was given up", grouped(r.result.Paths))
	}
	in.state.SetText(text)
	if running {
		in.cancel.Show()
	} else {
		in.cancel.Hide()
	}
}
