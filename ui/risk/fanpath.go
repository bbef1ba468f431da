package risk

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"headroom/scenario/explain"
	"headroom/scenario/outcomes"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// place returns the quarter and the amount at a place of the fan.
func (f *fan) place(at fyne.Position) (quarter int, amount unit.Amount, ok bool) {
	frame := f.chart.Frame
	x, y := float64(at.X), float64(at.Y)
	if !f.view.runs.known || !frame.Plot.Contains(x, y) {
		return 0, 0, false
	}
	m, ok := frame.MonthAt(x)
	if !ok {
		return 0, 0, false
	}
	quarter, ok = f.quarter(m)
	return quarter, frame.AmountAt(y), ok
}

// onPress shows the path nearest to a place of the fan. Nothing is grabbed.
func (f *fan) onPress(at fyne.Position) bool {
	if q, amount, ok := f.place(at); ok {
		f.showNearest(q, amount)
	}
	return false
}

func (f *fan) showNearest(quarter int, amount unit.Amount) {
	r := f.view.runs
	f.want = wanted{}
	if path, err := outcomes.Nearest(context.Background(), &r.near, r.p, r.shownPaths(), quarter, amount); err == nil {
		f.setPath(&path)
	}
}

// showWanted shows the path that a picture had, as soon as a run is there that has it.
func (f *fan) showWanted() {
	r, want := f.view.runs, f.want
	if want.of == (runKey{}) {
		want.of = r.key
	}
	if f.want = want; want.of == r.key && r.coarse && !r.given && !r.options.Sampling.Nested() {
		return
	}
	f.want = wanted{}
	if want.of != r.key || r.coarse && !r.options.Sampling.Nested() {
		return
	}
	if path, err := outcomes.At(context.Background(), &r.near, r.p, r.shownPaths(), want.number-1); err == nil {
		f.setPath(&path)
	}
}

// shownPaths returns the run whose paths are shown one by one: that of the result.
func (r *runs) shownPaths() simulate.Options {
	o := r.options
	o.Paths = r.result.Paths
	return o
}

// setPath shows a path, or none.
func (f *fan) setPath(path *simulate.Path) {
	f.path, f.of, f.among = path, f.view.runs.key, f.view.runs.result.Paths
	if path == nil {
		f.pathSays.Brief = ""
		f.pathSays.SetText(pressWords)
		f.about.Hide()
		f.hide.Hide()
	} else {
		f.pathSays.Brief = "Path " + unit.Grouped(path.Index+1) + ": " + f.pathEnd()
		f.pathSays.SetText(f.tellPath())
		f.about.Show()
		f.hide.Show()
	}
	f.chart.View.Stale()
}

// levels are the percentiles that Up and Down go through.
var levels = []float64{5, 25, 50, 75, 95}

const median = 2 // index of levels

// onKey shows paths by keys: Up and Down the one nearest to the next percentile at the
// crosshair; Enter asks about the quarter there.
func (f *fan) onKey(key fyne.KeyName, _ fyne.KeyModifier) bool {
	q, ok := f.quarter(f.chart.Month)
	if f.chart.Month.IsZero() || !ok {
		return false
	}
	quarter := &f.view.runs.result.Quarters[q]
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.view.ask(f.why(q, 0, false))
	case fyne.KeyUp, fyne.KeyDown:
		next := median
		if f.path != nil {
			next = f.nextLevel(q, key == fyne.KeyUp)
		}
		f.showNearest(q, quarter.Percentiles[percentAt(&f.view.runs.result, levels[next])])
		f.chart.Explain(f.chart.Month, desk.Grip{})
	default:
		return false
	}
	return true
}

// nextLevel returns the index of the percentile above or below the path shown at the end
// of a quarter.
func (f *fan) nextLevel(q int, up bool) int {
	at := f.path.Counted[q]
	nearest, off := 0, math.Inf(1)
	for i, percent := range levels {
		level := f.view.runs.result.Quarters[q].Percentiles[percentAt(&f.view.runs.result, percent)]
		if d := math.Abs(float64(level - at)); d < off {
			nearest, off = i, d
		}
	}
	if up {
		return min(nearest+1, len(levels)-1)
	}
	return max(nearest-1, 0)
}

// onMenu offers to explain a place of the fan, and to show the path there.
func (f *fan) onMenu(at fyne.Position) {
	q, amount, ok := f.place(at)
	if !ok {
		return
	}
	f.chart.View.HideTip()
	// Another run may be drawn while the menu is open: what is explained is what stood there.
	first, account := f.view.runs.result.Quarters[q].First, f.why(q, amount, true)
	look.ShowMenu(fyne.NewMenu("",
		fyne.NewMenuItem(desk.AskWhy+" (end of "+unit.QuarterOf(first).Words()+")", func() { f.view.ask(account) }),
		fyne.NewMenuItem("Show the nearest path", func() {
			if now, ok := f.quarter(first); ok {
				f.showNearest(now, amount)
			}
		})), at, f.chart.View)
}

// why explains where the paths lie at the end of a quarter, and where on the fan an
// amount lies, where one is given.
func (f *fan) why(q int, amount unit.Amount, pointed bool) explain.Explanation {
	v, quarter := f.view, &f.view.runs.result.Quarters[q]
	name := unit.QuarterOf(quarter.First).Words()
	says := []string{v.pathsSay()}
	if pointed {
		says = append([]string{fmt.Sprintf("The place pointed at, %s, lies %s.", amount.Table(), f.between(q, amount))}, says...)
	}
	var lines []explain.Line
	for i, percent := range v.runs.result.Percents {
		lines = append(lines, amountLine(percentileName(percent), "", quarter.Percentiles[i]))
	}
	projected := unit.Amount(0)
	for _, m := range v.runs.subject.Projection.Months {
		if m.From == quarter.First+2 {
			projected = m.Cumulative
		}
	}
	lines = append(lines, amountLine("Mean", "", quarter.Mean), amountLine("Projection", "the single line of the Plan view", projected))
	if v.runs.result.Capped {
		lines = append(lines, v.partLine(words.CapReached+" by then", quarter.ReachedBy))
	}
	median := quarter.Percentiles[percentAt(&v.runs.result, 50)]
	return v.account("Counted toward the cap by the end of "+name+": median", median.Table(), says, lines...)
}

// between says between which percentiles an amount lies at the end of a quarter.
func (f *fan) between(q int, amount unit.Amount) string {
	r := &f.view.runs.result
	called := func(i int) string {
		if r.Percents[i] == 50 {
			return "the median"
		}
		return "the " + fmt.Sprint(r.Percents[i]) + "th percentile"
	}
	list := r.Quarters[q].Percentiles
	for i, level := range list {
		if amount < level {
			if i == 0 {
				return "below " + called(0) + ": on fewer than one path in twenty"
			}
			return "between " + called(i-1) + " and " + called(i)
		}
	}
	return "above " + called(len(list)-1) + ": fewer than one path in twenty get there"
}

// tellPath says what happens on the path.
func (f *fan) tellPath() string {
	s, p := f.view.runs.of, f.path
	var grown []string
	for y := s.FirstYear; y <= s.LastYear; y++ {
		if g, ok := p.Growth(s, y); ok {
			grown = append(grown, "’"+year(y)[2:]+" "+g.Growth())
		}
	}
	return fmt.Sprintf("Path %s: %s; growth %s", unit.Grouped(p.Index+1), f.pathEnd(), strings.Join(grown, ", "))
}

// pathEnd says whether the path reaches its cap.
func (f *fan) pathEnd() string {
	p := f.path
	switch {
	case !f.view.runs.of.Terms.Share.Capped:
		return "there is no cap"
	case p.Reached.Before:
		return "cap " + p.Cap.Headline() + " reached before the first year"
	case p.Reached.Ever():
		return "cap " + p.Cap.Headline() + " reached " + p.Reached.Date.Month.Short()
	}
	return "cap " + p.Cap.Headline() + " not reached: only " + p.Counted[len(p.Counted)-1].Headline() + " counted"
}

// askPath says year by year what happens on the path, and what decides about it.
func (f *fan) askPath() {
	v, p := f.view, f.path
	if p == nil {
		return
	}
	s := v.runs.of
	var lines []explain.Line
	var off []deviation // of growth from its plan
	for y := s.FirstYear; y <= s.LastYear; y++ {
		at := y - s.FirstYear
		if g, ok := p.Growth(s, y); ok {
			planned := (1+float64(g))*f.factor(at-1)/p.Factors[at] - 1
			lines = append(lines, explain.Line{Label: year(y) + " growth", Formula: "planned " + unit.Rate(planned).Growth(), Text: g.Growth()})
			off = append(off, deviation{y, math.Log(p.Factors[at] / f.factor(at-1)), g, unit.Rate(planned)})
		}
	}
	lines = append(lines, amountLine("Counted toward the cap", "by the end of "+year(s.LastYear), p.Counted[len(p.Counted)-1]))
	if s.Terms.Share.Capped {
		lines = append(lines, amountLine("Cap of this path", "drawn from its range", p.Cap))
	}
	lines = append(lines, amountLine(words.Paid, "", p.Paid), amountLine(words.Forgone, "", p.Forgone))
	answer, says := words.ReachedOnPath(p.Reached), ""
	switch {
	case !s.Terms.Share.Capped:
		answer, says = "No cap", "The terms have no cap, so that all that is due is paid."
	case p.Reached.Before:
		says = "What was counted before the first year fills the cap."
	case p.Reached.Ever():
		says = "What counts fills the cap" + f.pace(off)
	default:
		says = fmt.Sprintf("%s of the cap is left at the end%s", (p.Cap - p.Counted[len(p.Counted)-1]).Headline(), because(off, -1))
	}
	e := v.account(words.CapReached+" on path "+unit.Grouped(p.Index+1), answer, []string{says}, lines...)
	e.Steps[0].Heading = "On this path"
	v.ask(e)
}

// A deviation is how far the growth of a year is from its plan.
type deviation struct {
	year           int
	off            float64 // logarithm of growth over that of the plan
	grown, planned unit.Rate
}

// pace says how much earlier or later than the projection the path reaches its cap, and
// which year's growth has most to do with it, of those up to then.
func (f *fan) pace(all []deviation) string {
	day := f.path.Reached.Date
	all = slices.DeleteFunc(all, func(d deviation) bool { return d.year > day.Month.Year() })
	projected := f.view.runs.subject.Projection.Total.Reached
	if projected.Before || !projected.Ever() {
		return because(all, 1)
	}
	switch months := int(day.Month - projected.Date.Month); {
	case months > 0:
		return ", " + words.Count(months, "month", "months") + " later than in the projection" + because(all, -1)
	case months < 0:
		return ", " + words.Count(-months, "month", "months") + " earlier than in the projection" + because(all, 1)
	}
	return " in the same month as in the projection."
}

// because names the year whose growth is furthest above its plan, or below it where the
// sign is negative.
func because(all []deviation, sign float64) string {
	most := deviation{}
	for _, d := range all {
		if sign*d.off > sign*most.off {
			most = d
		}
	}
	if most.year == 0 {
		side := "more"
		if sign < 0 {
			side = "less"
		}
		return ", although no year grows by " + side + " than its plan."
	}
	return fmt.Sprintf(": %d grows by %s instead of %s.", most.year, most.grown.Growth(), most.planned.Growth())
}

// factor returns what planned revenue of a year is multiplied by, 1 before the first.
func (f *fan) factor(at int) float64 {
	if at < 0 {
		return 1
	}
	return f.path.Factors[at]
}
