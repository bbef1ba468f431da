package words

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
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
		return PartOf(used) + " of the cap"
	}
	if rate, ok := t.EffectiveRate(); ok {
		return PartOf(rate) + " of revenue"
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

// PartOf says a part as a percentage that is nothing only where it is, and all only
// where it is: "52.3%", "less than 0.01%", "almost 100%".
func PartOf(part unit.Rate) string {
	text := part.Percent()
	switch {
	case part > 0 && text == unit.Rate(0).Percent():
		return "less than 0.01%"
	case part < 1 && text == unit.Rate(1).Percent():
		return "almost 100%"
	}
	return text
}

// PartOfCap says how much of the cap is used, as a column of a table does: 52%,
// and a dash where there is no cap or one of $0.
func PartOfCap(cumulative, limit float64, capped bool) string {
	if !capped || limit == 0 {
		return "–"
	}
	return strconv.FormatFloat(100*cumulative/limit, 'f', 0, 64) + "%"
}
