package words

import (
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// What the Deal view asks: of the terms before and after the amendment, and of any
// others.
const (
	AskAmendment = "What did the amendment change?"
	AskTerms     = "What do these terms change?"
)

// TheAmendment says in a sentence what the amendment is worth to OpenAI, beside
// other terms.
func TheAmendment(worth unit.Amount, lastYear int) string {
	return "The amendment itself: " + lowerFirst(Favor(worth, lastYear))
}

// Favor says in whose favor a change of terms is that is worth so much to OpenAI,
// large: the net of all payments through the last year.
func Favor(worth unit.Amount, lastYear int) string {
	through := " through " + strconv.Itoa(lastYear)
	switch text := worth.Headline(); {
	case text == unit.Amount(0).Headline():
		return "No money either way" + through
	case worth < 0:
		return (-worth).Headline() + " in Microsoft's favor" + through
	default:
		return text + " in OpenAI's favor" + through
	}
}

// ShareRates says the rate of the share, and those of years with another.
func ShareRates(share scenario.Share) string {
	var said strings.Builder
	said.WriteString(share.Rate.Percent())
	for i := 0; i < len(share.RatesByYear); {
		first := share.RatesByYear[i]
		last := first
		for i++; i < len(share.RatesByYear) && share.RatesByYear[i] == (scenario.YearRate{Year: last.Year + 1, Rate: first.Rate}); i++ {
			last = share.RatesByYear[i]
		}
		if first.Rate == share.Rate {
			continue
		}
		fmt.Fprintf(&said, ", %s in %d", first.Rate.Percent(), first.Year)
		switch last.Year - first.Year {
		case 0:
		case 1:
			fmt.Fprintf(&said, " and %d", last.Year)
		default:
			fmt.Fprintf(&said, " to %d", last.Year)
		}
	}
	return said.String()
}

// ShareCap says the cap as shortly as tells it from another.
func ShareCap(share scenario.Share) string {
	if !share.Capped {
		return "none"
	}
	return Exact(share.Cap)
}

// Exact writes an amount as in a headline, or in as much detail as it takes
// to say all of it.
func Exact(a unit.Amount) string {
	for _, text := range []string{a.Headline(), a.Table()} {
		if read, err := unit.ParseAmount(text, unit.Billions); err == nil && read == a {
			return text
		}
	}
	if a < 1000 { // which Full writes in thousands
		return "$" + strconv.FormatFloat(float64(a), 'f', -1, 64)
	}
	return "$" + a.Full()
}

// CapStart says from when payments count toward the cap, and what was counted
// before.
func CapStart(share scenario.Share) string {
	said := share.CapStart().Short()
	if share.AlreadyPaid > 0 {
		said += ", " + Exact(share.AlreadyPaid) + " counted before"
	}
	return said
}

// Window says the first and the last month of the share.
func Window(share scenario.Share) string {
	if share.From == share.Through {
		return share.From.Short() + " alone"
	}
	return share.From.Short() + " through " + share.Through.Short()
}

// ReverseShare says the reverse share as far as the horizon of s goes.
func ReverseShare(reverse *scenario.Reverse, s scenario.Scenario) string {
	if reverse == nil || reverse.Through < s.FirstMonth() || reverse.From > s.LastMonth() {
		return "none"
	}
	said := reverse.Rate.Percent()
	if reverse.From > s.FirstMonth() {
		said += " from " + reverse.From.Short()
	}
	switch {
	case reverse.Through < s.LastMonth():
		return said + " " + Through(reverse.Through) + ", then none"
	case reverse.From > s.FirstMonth():
		return said
	}
	return said + " of Azure resale"
}

// OtherClouds says which clouds may sell, as seen from the first month.
func OtherClouds(clouds scenario.OtherClouds, first unit.Month) string {
	if clouds.From.IsZero() {
		return either(clouds.OpensAtAGI, "API only on Azure until AGI", "API only on Azure")
	}
	said := "any cloud"
	if clouds.From > first {
		said += " from " + clouds.From.Short()
	}
	said += ", Azure first"
	if clouds.AzureLeadMonths > 0 {
		said += " by " + Count(clouds.AzureLeadMonths, "month", "months")
	}
	return said
}

// License says whether a license is exclusive, and until when it holds.
func License(license *scenario.License) string {
	if license == nil {
		return "none"
	}
	said := license.Exclusive.Words()
	if license.Exclusive == scenario.ExclusiveUntilAGI {
		said += ","
	}
	return said + " " + Through(license.Through)
}

// AGIClauses says what the clauses on AGI provide that differ, by their paths.
func AGIClauses(terms scenario.Terms, differs func(path string) bool) string {
	if differs("terms.share.endsAtAGI") {
		share := "share"
		if len(terms.Share.RatesByYear) == 0 {
			share = terms.Share.Rate.Percent()
		}
		if terms.Share.EndsAtAGI {
			return share + " until AGI is verified"
		}
		return share + " " + Through(terms.Share.Through) + ", whatever AGI does"
	}
	var clauses []string
	if differs("terms.reverse.endsAtAGI") {
		clauses = append(clauses, either(terms.Reverse != nil && terms.Reverse.EndsAtAGI,
			"reverse share until AGI", "reverse share whatever AGI does"))
	}
	if differs("terms.otherClouds.opensAtAGI") {
		clauses = append(clauses, either(terms.OtherClouds.OpensAtAGI,
			"other clouds after AGI", "other clouds whatever AGI does"))
	}
	return strings.Join(clauses, ", ")
}

func either(holds bool, yes, no string) string {
	if holds {
		return yes
	}
	return no
}
