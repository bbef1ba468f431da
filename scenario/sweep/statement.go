package sweep

import (
	"fmt"
	"math"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Statement is something that is true of a scenario: that a result lies within bounds.
type Statement struct {
	Text      string // a clause: the cap is reached in 2028
	Result    solve.Result
	low, high float64 // of the result's key
}

// ReachedInYear states the year in which the cap of s is reached: or that it is
// reached before the horizon, or not at all.
func ReachedInYear(s scenario.Scenario, t *scenario.Totals) Statement {
	if t.Reached.Date.IsZero() {
		return ReachedAtAll(s, t)
	}
	year := t.Reached.Date.Month.Year()
	day := func(month, day int) float64 {
		return solve.CapReached.Key(solve.On(unit.Date{Month: unit.Month(year*12 + month - 1), Day: day}))
	}
	return Statement{"the cap is reached in " + strconv.Itoa(year), solve.CapReached, day(1, 1), day(12, 31)}
}

// ReachedAtAll states that the cap of s is reached by the end of the horizon, or before
// it, or that it is not.
func ReachedAtAll(s scenario.Scenario, t *scenario.Totals) Statement {
	never := math.Inf(1)
	within := Statement{"", solve.CapReached, -math.MaxFloat64, math.MaxFloat64}
	switch {
	case t.Reached.Before:
		within.Text = fmt.Sprintf("the cap is reached before %d", s.FirstYear)
		within.low, within.high = -never, -never
	case t.Reached.Ever():
		within.Text = fmt.Sprintf("the cap is reached by %d", s.LastYear)
		within.low = -never
	case !t.Capped:
		within.Text = fmt.Sprintf("no cap is reached by %d", s.LastYear)
		within.low, within.high = never, never
	default:
		within.Text = fmt.Sprintf("the cap is not reached by %d", s.LastYear)
		within.low, within.high = never, never
	}
	return within
}

// InOrder states where the first of two or more scenarios ranks among the others by a
// result, theirs being what they are. The error says which of them has no such result.
func InOrder(sides []words.Side, r solve.Result) (Statement, error) {
	st := Statement{Result: r, low: math.Inf(-1), high: math.Inf(1)}
	own := r.Key(r.Of(&sides[0].Total))
	above, level := 0, 0
	for i := range sides {
		side := &sides[i]
		key := r.Key(r.Of(&side.Total))
		if math.IsNaN(key) {
			return Statement{}, fmt.Errorf("scenario %s has no %s: it has no cap", unit.Quote(side.Scenario.Name), words.Quantity(r))
		}
		if i == 0 {
			continue
		}
		most, least := key, key
		if t := r.Tolerance(key); t > 0 {
			most, least = key+t, key-t
		}
		switch {
		case own > most:
			st.low = max(st.low, math.Nextafter(most, math.Inf(1)))
		case own < least:
			above++
			st.high = min(st.high, math.Nextafter(least, math.Inf(-1)))
		default:
			level++
			st.low, st.high = max(st.low, least), min(st.high, most)
		}
	}
	st.Text = ordered(sides, r, above, level)
	return st, nil
}

// ordered says where the first ranks, above being the number of others with more, or a
// later date, and level of those with the same.
func ordered(sides []words.Side, r solve.Result, above, level int) string {
	name := words.Inner(sides[0].Scenario.Name, nameRoom)
	if len(sides) > 2 {
		place, by := above+1, "by "+words.Quantity(r)
		if r == solve.CapReached { // the earliest comes first
			place, by = len(sides)-above-level, "to reach its cap"
		}
		said := fmt.Sprintf("%s is %s of %d %s", name, unit.Date{Day: place}.Ordinal(), len(sides), by)
		if level > 0 {
			said += ", level with another"
		}
		return said
	}
	other := words.Inner(sides[1].Scenario.Name, nameRoom)
	dates := r == solve.CapReached
	switch {
	case dates && level > 0 && !sides[0].Total.Reached.Ever():
		return fmt.Sprintf("neither %s nor %s reaches its cap", name, other)
	case dates && level > 0:
		return fmt.Sprintf("%s and %s reach their caps together", name, other)
	case dates && above > 0:
		return fmt.Sprintf("%s reaches its cap before %s", name, other)
	case dates:
		return fmt.Sprintf("%s reaches its cap after %s", name, other)
	case level > 0:
		return fmt.Sprintf("%s and %s rank alike by %s", name, other, words.Quantity(r))
	case above > 0:
		return fmt.Sprintf("%s ranks below %s by %s", name, other, words.Quantity(r))
	}
	return fmt.Sprintf("%s ranks above %s by %s", name, other, words.Quantity(r))
}

// nameRoom is how many characters of a name a statement has room for.
const nameRoom = 40
