package scenario

import (
	"slices"

	"headroom/scenario/unit"
)

// An altered is a scenario with inputs changed in place. It leaves the scenario that
// it was made of alone, and changes are relative to that: they do not add up.
type altered struct {
	of    *Scenario
	s     Scenario // what it is now, with streams and growths of its own, and no uncertainty
	shift unit.Rate
	fixed [][]bool // by stream and growth: whether it was set by itself, and so is not shifted
}

func newAltered(s *Scenario) altered {
	a := altered{of: s, s: *s, fixed: make([][]bool, len(s.Outlook.Streams))}
	a.s.Uncertainty = nil
	a.s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range a.fixed {
		st := &a.s.Outlook.Streams[i]
		st.Growth = slices.Clone(st.Growth)
		a.fixed[i] = make([]bool, len(st.Growth))
	}
	return a
}

// scenario returns what the scenario is now, in memory of its own. The range of a cap
// that was changed has moved with it.
func (a *altered) scenario() Scenario {
	out := newAltered(&a.s).s
	out.Uncertainty = a.of.Uncertainty
	before, after := a.of.Terms.Share.Cap, out.Terms.Share.Cap
	if u := out.Uncertainty; u != nil && u.CapRange != nil && before != after {
		moved, with := u.CapRange.Moved(before, after), *u
		with.CapRange = &moved
		out.Uncertainty = &with
	}
	return out
}

// reset takes all changes back.
func (a *altered) reset() {
	a.s.Terms, a.s.Valuation, a.shift = a.of.Terms, a.of.Valuation, 0
	for i := range a.fixed {
		a.s.Outlook.Streams[i].Base = a.of.Outlook.Streams[i].Base
		clear(a.fixed[i])
	}
	a.shiftGrowth(0)
}

// set puts a value in, and returns the first year whose revenue that changes, which
// is after the last one where it changes none. It is false for an input that the
// scenario does not have.
func (a *altered) set(in Input, value float64) (year int, ok bool) {
	share, none := &a.s.Terms.Share, a.s.LastYear+1
	switch in {
	case InputCap:
		share.Capped, share.Cap = true, unit.Amount(value)
	case InputRate:
		share.Rate, share.RatesByYear = unit.Rate(value), nil
	case InputCapFrom:
		share.CapFrom = unit.Month(value)
	case InputThrough:
		share.Through = unit.Month(value)
	case InputAlreadyPaid:
		share.AlreadyPaid = unit.Amount(value)
	case InputDiscount:
		a.s.Valuation.DiscountRate = unit.Rate(value)
	case InputBase:
		return a.s.FirstYear, a.scaleBases(unit.Amount(value))
	case InputGrowthShift:
		return a.s.FirstYear, a.shiftGrowth(unit.Rate(value))
	default:
		year, ok := in.Year()
		return year, ok && a.setGrowths(year, unit.Rate(value))
	}
	return none, true
}

// scaleBases brings the direct streams' bases to total, and the others along.
func (a *altered) scaleBases(total unit.Amount) bool {
	sum := directBase(a.of)
	for i := range a.fixed {
		if sum != 0 {
			a.s.Outlook.Streams[i].Base = scaled(a.of.Outlook.Streams[i].Base, sum, total)
		}
	}
	return sum != 0
}

// shiftGrowth adds shift to every growth that was not set by itself.
func (a *altered) shiftGrowth(shift unit.Rate) (found bool) {
	a.shift = shift
	for i := range a.fixed {
		growth := a.s.Outlook.Streams[i].Growth
		for j, was := range a.of.Outlook.Streams[i].Growth {
			found = true
			if !a.fixed[i][j] {
				growth[j].Rate = was.Rate + shift
			}
		}
	}
	return found
}

// setGrowths sets the growth of every direct stream that grows in a year.
func (a *altered) setGrowths(year int, growth unit.Rate) (found bool) {
	for i := range a.fixed {
		if a.s.Outlook.Streams[i].Channel == ChannelDirect && a.setGrowth(i, year, growth) {
			found = true
		}
	}
	return found
}

// setGrowth sets the growth of one stream in a year of the horizon in which it grows.
func (a *altered) setGrowth(stream, year int, growth unit.Rate) bool {
	st := &a.s.Outlook.Streams[stream]
	if year < a.s.FirstYear || year > a.s.LastYear || !st.Grows(year) {
		return false
	}
	for j := range st.Growth {
		if st.Growth[j].Year == year {
			st.Growth[j].Rate, a.fixed[stream][j] = growth, true
			return true
		}
	}
	return false
}
