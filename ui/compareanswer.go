package ui

import (
	"fmt"

	"headroom/scenario/unit"
)

// compareAnswer says in one line what the comparison comes to.
func compareAnswer(columns []compared, reference int) string {
	if len(columns) == 2 {
		other := columns[1-reference]
		return twoAnswer(columns[reference], other)
	}
	low, high := columns[0].projection.Total.Paid, columns[0].projection.Total.Paid
	for _, c := range columns {
		low, high = min(low, c.projection.Total.Paid), max(high, c.projection.Total.Paid)
	}
	if low.Headline() == high.Headline() {
		return fmt.Sprintf("%s is paid under each", low.Headline())
	}
	return fmt.Sprintf("Between %s and %s is paid", low.Headline(), high.Headline())
}

// twoAnswer says what the reference saves or costs against another scenario, and
// how much of it is the cap's doing.
func twoAnswer(reference, other compared) string {
	a, b := reference.projection.Total, other.projection.Total
	less := b.Paid - a.Paid
	switch {
	case less.Headline() == unit.Amount(0).Headline() || a.Paid.Table() == b.Paid.Table():
		words := fmt.Sprintf("%s is paid under both", a.Paid.Headline())
		if x, y := a.Reached.Date, b.Reached.Date; !x.IsZero() && !y.IsZero() && x != y {
			days := y.DaysSince(x)
			when := "later"
			if days < 0 {
				days, when = -days, "earlier"
			}
			words += fmt.Sprintf(", the cap reached %s %s under %s", count(days, "day", "days"), when, other.scenario.Name)
		}
		return words
	case less < 0:
		return fmt.Sprintf("%s more is paid than under %s", (-less).Headline(), other.scenario.Name)
	}
	if saved := a.Forgone - b.Forgone; saved.Table() == less.Table() {
		return fmt.Sprintf("The cap saves %s against %s", less.Headline(), other.scenario.Name)
	}
	return fmt.Sprintf("%s less is paid than under %s", less.Headline(), other.scenario.Name)
}
