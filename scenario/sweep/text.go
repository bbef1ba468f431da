package sweep

import (
	"fmt"
	"math"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// Text returns a value of an input as people read it: an amount, a percentage, a number
// of points, or a month.
func Text(in scenario.Input, v float64) string {
	switch in {
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		return unit.Amount(v).Table()
	case scenario.InputRate, scenario.InputDiscount:
		return unit.Rate(v).Percent()
	case scenario.InputGrowthShift:
		return unit.Rate(v).Points()
	case scenario.InputCapFrom, scenario.InputThrough:
		return unit.Month(v).Short()
	}
	return unit.Rate(v).Growth()
}

// Own returns the value that s has of an input as people read it: without a cap, that
// there is none.
func Own(s scenario.Scenario, in scenario.Input) string {
	if in == scenario.InputCap && !s.Terms.Share.Capped {
		return "no cap"
	}
	return Text(in, in.Value(s))
}

// Said returns a result as a table has it: a day, "not by 2030", "before 2026", an
// amount, a percentage, or "none".
func Said(s scenario.Scenario, r solve.Result, v solve.Value) string {
	switch {
	case v.None:
		return "none"
	case r == solve.CapUsed:
		return unit.Rate(v.Number).Percent()
	case r != solve.CapReached:
		return unit.Amount(v.Number).Table()
	case v.Before:
		return "before " + strconv.Itoa(s.FirstYear)
	case v.Ever():
		return v.Date.Medium()
	}
	return "not by " + strconv.Itoa(s.LastYear)
}

// Brief is Said in as few letters as possible, for the cells of a map: "Nov ’28" and
// "—" for a cap that is not reached.
func Brief(s scenario.Scenario, r solve.Result, v solve.Value) string {
	switch {
	case v.None:
		return ""
	case r == solve.CapUsed:
		return unit.Rate(v.Number).Percent()
	case r != solve.CapReached:
		return unit.Amount(v.Number).Headline()
	case v.Before:
		return "< " + strconv.Itoa(s.FirstYear)
	case v.Ever():
		return v.Date.Month.Month().String()[:3] + fmt.Sprintf(" ’%02d", v.Date.Month.Year()%100)
	}
	return "—"
}

// Moved says how far a bar goes: in days, in amounts or in points, or that a date is not
// always reached.
func (b *Bar) Moved(r solve.Result) string {
	switch {
	case b.Span == 0:
		return "no effect"
	case r == solve.CapUsed:
		return unit.Rate(b.Span).Points()
	case r != solve.CapReached:
		return unit.Amount(b.Span).Table()
	case b.Least.Value.Before || !b.Greatest.Value.Ever():
		return "whether it is reached"
	case b.Span == 1:
		return "1 day"
	}
	return strconv.Itoa(int(math.Round(b.Span))) + " days"
}
