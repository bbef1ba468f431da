package sweep

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// Reasons are what a scenario does with all values of an input: why that may have no
// effect.
type reasons struct {
	s        *scenario.Scenario
	capped   bool // there is a cap with all values
	due      bool // something is due
	dueMoves bool // what is due is not the same with all values
	reached  bool // the cap is, within the horizon, with all values
	never    bool // it is not, with any
	before   bool // it is before the horizon, with all
	latest   unit.Date
	own      unit.Amount // due as the scenario is
}

func newReasons(s *scenario.Scenario, own *scenario.Totals) *reasons {
	r := &reasons{s: s, own: own.Due, capped: true, reached: true, never: true, before: true}
	r.add(own)
	return r
}

// add notes what one value does.
func (r *reasons) add(t *scenario.Totals) {
	r.capped = r.capped && t.Capped
	r.due = r.due || t.Due > 0
	r.dueMoves = r.dueMoves || t.Due != r.own
	r.reached = r.reached && !t.Reached.Date.IsZero()
	r.never = r.never && !t.Reached.Ever()
	r.before = r.before && t.Reached.Before
	if r.latest.Before(t.Reached.Date) {
		r.latest = t.Reached.Date
	}
}

// of says why an input has no effect on a result, empty where that is not known.
func (r *reasons) of(in scenario.Input, result solve.Result) string {
	share := &r.s.Terms.Share
	year, ofYear := in.Year()
	switch {
	case !r.capped && (in != scenario.InputCap && ofCap(result) || in == scenario.InputAlreadyPaid || in == scenario.InputCapFrom):
		return "there is no cap"
	case !r.due:
		return "nothing is due"
	case r.before && ofCap(result):
		return fmt.Sprintf("the cap is reached before %d", r.s.FirstYear)
	case ofYear && r.reached && r.latest.Month < unit.NewMonth(year, 1):
		return fmt.Sprintf("the cap is reached before %d", year)
	case ofYear && !r.dueMoves:
		return r.still(year)
	case in == scenario.InputThrough && share.Through > r.s.LastMonth() && !r.dueMoves:
		return fmt.Sprintf("the share goes on after %d", r.s.LastYear)
	case in == scenario.InputThrough && r.reached:
		return "the cap is reached before the share ends"
	case r.never && (result == solve.CapReached || result == solve.Forgone):
		return fmt.Sprintf("the cap is not reached by %d", r.s.LastYear)
	case r.never && in == scenario.InputCap:
		return "the cap is not reached"
	case r.reached && result != solve.CapReached:
		return "all of the cap is paid either way"
	case in == scenario.InputCapFrom && r.never:
		return "the cap is not reached"
	}
	return ""
}

// still says why the growth of a year does not change what is due.
func (r *reasons) still(year int) string {
	if _, last := r.s.ShareWindow(); last < unit.NewMonth(year, 1) {
		return fmt.Sprintf("the share ends before %d", year)
	}
	for i := range r.s.Outlook.Streams {
		through := r.s.LastActual(i)
		switch {
		case through.IsZero():
		case r.s.Outlook.AfterActuals == scenario.HoldPace:
			return "the pace of the actuals is held"
		case through >= unit.NewMonth(year, 12):
			return fmt.Sprintf("%d is actual", year)
		}
	}
	return fmt.Sprintf("no share is due of what grows in %d", year)
}

// ofCap reports whether a result is of the cap, and does not move without one.
func ofCap(r solve.Result) bool {
	switch r {
	case solve.CapReached, solve.CapUsed, solve.Headroom, solve.Forgone:
		return true
	}
	return false
}
