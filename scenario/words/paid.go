package words

import (
	"strconv"

	"headroom/scenario"
)

// PaidThrough names what is paid over the horizon of s.
func PaidThrough(s scenario.Scenario) string { return Paid + " through " + strconv.Itoa(s.LastYear) }

// PaidDetail says how much of the cap is used, and what was counted before.
func PaidDetail(s scenario.Scenario, t scenario.Totals) string {
	if before := s.Terms.Share.AlreadyPaid; before > 0 {
		return "plus " + before.Headline() + " counted before"
	}
	if countsInPart(t) {
		return t.Cumulative.Headline() + " of it counts"
	}
	if used, ok := t.CapUsed(); ok {
		return used.Percent() + " of the cap"
	}
	if rate, ok := t.EffectiveRate(); ok {
		return rate.Percent() + " of revenue"
	}
	return "no revenue"
}

// PaidDetailBrief says what PaidDetail does in as few words as a narrow card has
// room for.
func PaidDetailBrief(s scenario.Scenario, t scenario.Totals) string {
	if before := s.Terms.Share.AlreadyPaid; before > 0 {
		return "+ " + before.Headline() + " before"
	}
	if countsInPart(t) {
		return t.Cumulative.Brief() + " counts"
	}
	return PaidDetail(s, t)
}

// countsInPart reports whether some of what is paid was paid before the cap began
// to count, by more than the figures on the screen can show.
func countsInPart(t scenario.Totals) bool { return t.Capped && t.Paid-t.Cumulative >= 0.05e9 }

// PartOfCap says how much of the cap is used, as a column of a table does: 52%,
// and a dash where there is no cap or one of $0.
func PartOfCap(cumulative, limit float64, capped bool) string {
	if !capped || limit == 0 {
		return "–"
	}
	return strconv.FormatFloat(100*cumulative/limit, 'f', 0, 64) + "%"
}
