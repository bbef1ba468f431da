package words

import (
	"fmt"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Side is a scenario of a comparison and what it comes to.
type Side struct {
	Scenario scenario.Scenario
	Total    scenario.Totals
}

// Answer says in one line what a comparison comes to, as seen from the side at
// index reference. There are two sides or more.
func Answer(sides []Side, reference int) string {
	if len(sides) > 2 {
		return spread(sides, "Between")
	}
	own, other := sides[reference], sides[1-reference]
	if saved, ok := savedByCap(own.Total, other.Total); ok {
		return fmt.Sprintf("The cap saves %s against %s", saved.Headline(), other.Scenario.Name)
	}
	name := own.Scenario.Name
	if name == other.Scenario.Name {
		name = "The reference"
	}
	return name + " " + difference(own, other)
}

// Title names what is compared, each name once and the reference of two first,
// and says what the comparison comes to.
func Title(sides []Side, reference int) string {
	names := make([]string, len(sides))
	for i, s := range sides {
		names[i] = s.Scenario.Name
	}
	if len(sides) > 2 {
		last := len(names) - 1
		return strings.Join(names[:last], ", ") + " and " + names[last] + ": " + spread(sides, "between")
	}
	own, other := sides[reference], sides[1-reference]
	says := difference(own, other)
	if saved, ok := savedByCap(own.Total, other.Total); ok {
		says = "the cap saves " + saved.Headline()
	}
	return own.Scenario.Name + " against " + other.Scenario.Name + ": " + says
}

// spread says between which amounts lies what is paid.
func spread(sides []Side, between string) string {
	low, high := sides[0].Total.Paid, sides[0].Total.Paid
	for _, s := range sides {
		low, high = min(low, s.Total.Paid), max(high, s.Total.Paid)
	}
	if low.Headline() == high.Headline() {
		return low.Headline() + " is paid under each"
	}
	return fmt.Sprintf("%s %s and %s is paid", between, low.Headline(), high.Headline())
}

// savedByCap returns what the cap of own saves against other, which has none, and
// false where what is paid differs by something else too.
func savedByCap(own, other scenario.Totals) (unit.Amount, bool) {
	saved := other.Paid - own.Paid
	ok := own.Capped && !other.Capped && saved.Headline() != zero && own.Forgone.Table() == saved.Table()
	return saved, ok
}

// zero is how no amount at all is shown.
var zero = unit.Amount(0).Headline()

// difference says what own pays and when it reaches its cap, against other. Its
// subject is the name of own.
func difference(own, other Side) string {
	a, b := own.Total, other.Total
	says := ""
	switch less := b.Paid - a.Paid; {
	case less.Headline() == zero || a.Paid.Table() == b.Paid.Table():
		says = "pays the same " + a.Paid.Headline()
	case less > 0:
		says = "pays " + less.Headline() + " less"
	default:
		says = "pays " + (-less).Headline() + " more"
	}
	return says + reaching(own, other)
}

// reaching says when own reaches its cap, against other; it is empty where there
// is nothing to tell.
func reaching(own, other Side) string {
	a, b := own.Total, other.Total
	switch {
	case !a.Capped && !b.Capped:
		return ""
	case !a.Capped:
		return ", and has no cap"
	case !b.Capped:
		return ", and alone has a cap"
	case a.Reached.Ever() && !b.Reached.Ever():
		return ", and alone reaches its cap"
	case !a.Reached.Ever() && b.Reached.Ever():
		return ", and does not reach its cap"
	case !a.Reached.Ever():
		return "; neither reaches its cap"
	case a.Reached.Before && b.Reached.Before:
		return ""
	case a.Reached.Before:
		return fmt.Sprintf(", its cap reached before %d", own.Scenario.FirstYear)
	case b.Reached.Before:
		return ", and reaches its cap only in " + a.Reached.Date.Month.Long()
	}
	days := a.Reached.Date.DaysSince(b.Reached.Date)
	switch {
	case days > 0:
		return ", and reaches its cap " + long(days) + " later"
	case days < 0:
		return ", and reaches its cap " + long(-days) + " earlier"
	}
	return ", and reaches its cap the same day"
}

// long says a number of days, above 0: in days up to two years, beyond in years.
func long(days int) string {
	const year = 365.25
	switch {
	case days == 1:
		return "a day"
	case days <= 731:
		return fmt.Sprintf("%d days", days)
	}
	return fmt.Sprintf("about %.1f years", float64(days)/year)
}
