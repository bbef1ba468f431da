package words

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Side is a scenario of a comparison and what it comes to.
type Side struct {
	Scenario scenario.Scenario
	Total    scenario.Totals
}

// nameRoom is how many characters of a name a sentence has room for.
const nameRoom = 40

// Answer says in one line what a comparison comes to, as seen from the side at
// index reference. There are two sides or more.
func Answer(sides []Side, reference int) string {
	if len(sides) > 2 {
		return spread(sides, "Between")
	}
	own, other := sides[reference], sides[1-reference]
	if saved, ok := savedByCap(own, other); ok {
		return fmt.Sprintf("The cap saves %s against %s", saved.Headline(), Inner(other.Scenario.Name, nameRoom))
	}
	name := Inner(own.Scenario.Name, nameRoom)
	if own.Scenario.Name == other.Scenario.Name {
		name = "The reference"
	}
	return name + " " + difference(own, other)
}

// Title names what is compared, each name once and the reference of two first,
// and says what the comparison comes to.
func Title(sides []Side, reference int) string {
	names := make([]string, len(sides))
	for i, s := range sides {
		names[i] = Inner(s.Scenario.Name, nameRoom)
	}
	if len(sides) > 2 {
		return List(names) + ": " + spread(sides, "between")
	}
	own, other := sides[reference], sides[1-reference]
	says := difference(own, other)
	if saved, ok := savedByCap(own, other); ok {
		says = "the cap saves " + saved.Headline()
	}
	return names[reference] + " against " + names[1-reference] + ": " + says
}

// spread says between which amounts lies what is paid.
func spread(sides []Side, between string) string {
	low, high := sides[0].Total.Paid, sides[0].Total.Paid
	for _, s := range sides {
		low, high = min(low, s.Total.Paid), max(high, s.Total.Paid)
	}
	over := ""
	if !sameYears(sides...) {
		over = ", over different years"
	}
	if low.Table() == high.Table() {
		return low.Headline() + " is paid under each" + over
	}
	from, to := low.Headline(), high.Headline()
	if from == to {
		from, to = low.Table(), high.Table()
	}
	return fmt.Sprintf("%s %s and %s is paid%s", between, from, to, over)
}

// savedByCap returns what the cap of own saves against other, which has none, and
// false where what is paid differs by something else too.
func savedByCap(own, other Side) (unit.Amount, bool) {
	a, b := own.Total, other.Total
	saved := b.Paid - a.Paid
	ok := a.Capped && !b.Capped && saved.Headline() != zero && a.Forgone.Table() == saved.Table() && sameYears(own, other)
	return saved, ok
}

// zero is how no amount at all is shown.
var zero = unit.Amount(0).Headline()

// difference says what own pays and when it reaches its cap, against other. Its
// subject is the name of own.
func difference(own, other Side) string {
	a, b := own.Total, other.Total
	says, than := "", " than the other over "
	switch less := b.Paid - a.Paid; {
	case less.Headline() == zero || a.Paid.Table() == b.Paid.Table():
		says = "pays the same " + a.Paid.Headline()
		than = " as the other over "
	case less > 0:
		says = "pays " + less.Headline() + " less"
	default:
		says = "pays " + (-less).Headline() + " more"
	}
	if !sameYears(own, other) {
		says += " over " + Years(own.Scenario) + than + Years(other.Scenario)
	}
	return says + reaching(own, other)
}

func sameYears(sides ...Side) bool {
	for _, s := range sides {
		if s.Scenario.FirstYear != sides[0].Scenario.FirstYear || s.Scenario.LastYear != sides[0].Scenario.LastYear {
			return false
		}
	}
	return true
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
