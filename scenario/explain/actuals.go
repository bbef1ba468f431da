package explain

import (
	"fmt"
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A kind is what a month's revenue rests on.
type kind int

const (
	asPlanned kind = iota // before the last actual, where none covers the month, and without any
	asActual
	afterward // by the rule after the actuals
)

// kindOf returns what a month of a stream rests on.
func (a *account) kindOf(i int, m unit.Month) kind {
	last := a.s.LastActual(i)
	switch {
	case last == 0:
		return asPlanned
	case m > last:
		return afterward
	}
	if _, covered := a.actualOf(i, m); covered {
		return asActual
	}
	return asPlanned
}

// mixed reports whether what a stream earns in a year is not as planned throughout.
func (a *account) mixed(i, year int) bool {
	c, known := a.s.Continuation(i)
	return known && (year <= c.Last.Year() || c.Rule == scenario.Rescale || c.Rule == scenario.HoldPace)
}

// actualOf returns the actual that covers a month of a stream.
func (a *account) actualOf(i int, m unit.Month) (scenario.Actual, bool) {
	for _, actual := range a.s.Outlook.Streams[i].Actuals {
		if m >= actual.Period.First && m <= actual.Period.Last() {
			return actual, true
		}
	}
	return scenario.Actual{}, false
}

// mixedLines returns what a stream with actuals earns in a part of a year, a line for
// each run of months that rest on the same.
func (a *account) mixedLines(i int, part window) []Line {
	var lines []Line
	for from := part.from; from <= part.through; {
		kind, through := a.kindOf(i, from), from
		for through < part.through && a.kindOf(i, through+1) == kind {
			through++
		}
		run := window{from, through}
		line := AmountLine(a.s.Outlook.Streams[i].Name+", "+words.Months(from, through), "", a.earnedIn(i, run))
		switch kind {
		case asActual:
			line = a.actualLine(line, i, run)
		case afterward:
			line.Formula = a.afterFormula(i, run)
		default:
			line.Formula = a.planFormula(i, run)
		}
		lines = append(lines, line)
		from = through + 1
	}
	return lines
}

// actualLine says of which actuals a line is made.
func (a *account) actualLine(line Line, i int, run window) Line {
	var parts []string
	whole := true
	for m := run.from; m <= run.through; {
		actual, _ := a.actualOf(i, m)
		parts = append(parts, actual.Amount.Table())
		whole = whole && actual.Period.First >= run.from && actual.Period.Last() <= run.through
		line.Path = actualPath(i, actual)
		m = actual.Period.Last() + 1
	}
	switch closed := a.closed(i, run); {
	case closed:
		line.Formula = "actual, as far as other clouds are open"
	case !whole && len(parts) == 1:
		line.Formula = "its part of the quarter's actual " + parts[0]
	case !whole:
		line.Formula = "actual, of quarters the part within the span"
	case len(parts) == 1:
		line.Formula = "actual"
	default:
		line.Formula = "actual, " + strings.Join(parts, " + ")
	}
	if len(parts) > 1 {
		line.Path = ""
	}
	return line
}

// planFormula says which part of the year's plan a run of months is.
func (a *account) planFormula(i int, run window) string {
	annual := a.s.Revenue(i, run.from.Year())
	if annual == 0 {
		return "nothing is planned"
	}
	a.shapeRule(i, run.from.Year())
	return fmt.Sprintf("%s of the %s planned for the year", unit.Rate(a.earnedIn(i, run)/annual).Percent(), annual.Table())
}

// afterFormula says how the months after the last actual are made, and by which rule.
func (a *account) afterFormula(i int, run window) string {
	c, _ := a.s.Continuation(i)
	name := a.s.Outlook.Streams[i].Name
	last, year := c.Last.Long(), c.Last.Year()
	scaled := func(by float64) string {
		return fmt.Sprintf("%s planned × %.4f", a.plannedIn(i, run).Table(), by)
	}
	switch {
	case c.Rule == scenario.HoldPace:
		a.rule(RuleAfterActuals, "After %s, the last month with an actual of %s, its pace is held: each month earns a twelfth of %s, the mean of the last three months.",
			last, name, c.Pace.Table())
		n := run.through - run.from + 1
		if from, ever := a.s.EarnsFrom(i); !ever || from > run.through {
			n = 0
		} else {
			n = min(n, run.through-from+1)
		}
		return fmt.Sprintf("%s of a year's %s", months(int(n)), c.Pace.Table())
	case c.Rule == scenario.Rescale:
		a.rule(RuleAfterActuals, "After %s, the last month with an actual of %s, each month earns %.4f times its plan, as the months with an actual did together.",
			last, name, c.Ratio)
		return scaled(c.Ratio)
	case c.Rule == scenario.KeepYear && run.from.Year() == year && c.Exceeds:
		a.rule(RuleAfterActuals, "By %s %s had earned more than was planned for %d: it earns nothing in the rest of that year.", last, name, year)
		return "the year's plan is exceeded"
	case c.Rule == scenario.KeepYear && run.from.Year() == year:
		a.rule(RuleAfterActuals, "After %s, the last month with an actual of %s, the rest of %d earns what is left of the %s planned for it: each month %.4f times its plan.",
			last, name, year, a.s.Revenue(i, year).Table(), c.Rest)
		return scaled(c.Rest)
	}
	a.rule(RuleAfterActuals, "After %s, the last month with an actual of %s, each month earns what was planned for it.", last, name)
	return a.planFormula(i, run)
}

func months(n int) string { return words.Count(n, "month", "months") }

// plannedIn returns what a stream was planned to earn, as far as the terms allow it.
func (a *account) plannedIn(i int, w window) unit.Amount {
	if a.planned == nil {
		a.planned = make(map[int][]unit.Amount)
	}
	if a.planned[i] == nil {
		plan := a.s
		stream := plan.Outlook.Streams[i]
		stream.Actuals = nil
		plan.Outlook.Streams = []scenario.Stream{stream}
		a.planned[i] = earned(plan, 0)
	}
	return a.sumIn(a.planned[i], w)
}

// usesActuals notes the actuals of a stream that a part of the horizon rests on, and
// the rule after them where the part goes beyond.
func (a *account) usesActuals(i int, part window) {
	last := a.s.LastActual(i)
	if last == 0 {
		return
	}
	// What comes after the last actual rests on those before it, whatever the span.
	whole := part
	if c, _ := a.s.Continuation(i); part.through > last {
		a.uses("outlook.afterActuals")
		switch {
		case c.Rule == scenario.Rescale:
			whole.from = a.s.FirstMonth()
		case c.Rule == scenario.HoldPace:
			whole.from = min(part.from, last-2)
		case c.Rule == scenario.KeepYear && part.from.Year() <= last.Year():
			whole.from = min(part.from, unit.NewMonth(last.Year(), 1))
		}
	}
	for _, actual := range a.s.Outlook.Streams[i].Actuals {
		if within := whole.and(window{actual.Period.First, actual.Period.Last()}); !within.empty() && within.from >= a.s.FirstMonth() && within.from <= a.s.LastMonth() {
			a.uses(actualPath(i, actual))
			a.rule(RuleActuals, "What is actual stands in the place of the plan.")
		}
	}
}

func actualPath(i int, actual scenario.Actual) string {
	return field.StreamPath(i, "actuals."+actual.Period.String())
}
