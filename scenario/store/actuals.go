package store

import (
	"fmt"
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// actuals reads what a stream has earned by month or quarter, in any order. Whether
// two of them give the same month is checked with the scenario.
func (r *reader) actuals(kind byte, at actuals, f *member) {
	if !r.is(kind, kindObject, f) {
		return
	}
	var found scenario.Actuals
	given := make(map[unit.Period]bool)
	begins, n := r.pos, 0
	r.object(func(name string, start int) {
		period, err := unit.ParsePeriod(name)
		switch {
		case err != nil:
			r.refuse(name, start, fmt.Sprintf("is not a month or a quarter written YYYY-MM or YYYY-Q1, from %d to %d", scenario.MinYear, scenario.MaxYear))
			return
		case given[period]:
			r.refuse(name, start, "given twice")
			return
		case n >= scenario.MaxActuals:
			n++
			r.skip()
			return
		}
		n++
		given[period] = true
		r.entry(name, func() {
			found = append(found, scenario.Actual{Period: period, Amount: unit.Amount(r.float(r.kind(), &member{}))})
		})
	})
	if n > scenario.MaxActuals && r.fault == nil {
		r.reject(begins, fmt.Sprintf("has %d entries; at most %d are taken", n, scenario.MaxActuals))
		return
	}
	slices.SortFunc(found, scenario.Actual.Compare)
	*at = found
}
