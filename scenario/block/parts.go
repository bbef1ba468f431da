package block

import (
	"fmt"

	"headroom/scenario/unit"
)

// Parts gives each figure its month or quarter. Without periods the first figure is
// that of the quarter first, the next that of the one after. A figure of a whole year
// is refused, since it does not say how the year went.
func Parts(figures []Figure, first unit.Period) []Figure {
	var out []Figure
	for i, f := range figures {
		switch {
		case f.Period.IsZero():
			f.Period = unit.Period{First: first.First + unit.Month(3*i), Months: 3}
		case f.Period.Months == 12 && f.Known && f.Err == nil:
			f.Err = fmt.Errorf("%s is a whole year; give its quarters or months", f.Period.Words())
		}
		if f.Known && f.Err == nil && !f.Period.IsPart() {
			f.Err = fmt.Errorf("%s is outside the years %d to %d", f.Period.Words(), unit.FirstMonth.Year(), unit.LastMonth.Year())
		}
		if f.Err != nil {
			f.Amount = 0
		}
		out = append(out, f)
	}
	return out
}
