package ui

import (
	"fmt"
	"strconv"

	"headroom/scenario"
)

// The words of the results. They are made here and nowhere else, so that cards,
// results, tables and comparisons say the same of the same projection.

// reachedHeadline says when the cap is reached, large: the month alone.
func reachedHeadline(s scenario.Scenario, t scenario.Totals) string {
	switch {
	case !t.Capped:
		return "No cap"
	case t.Reached.Before:
		return "Before " + strconv.Itoa(s.FirstYear)
	case t.Reached.Ever():
		return t.Reached.Date.Month.Long()
	}
	return "Not by " + strconv.Itoa(s.LastYear)
}

// reachedDetail says the rest of when the cap is reached, small.
func reachedDetail(s scenario.Scenario, t scenario.Totals) string {
	months := int(s.LastMonth()-s.FirstMonth()) + 1
	switch {
	case t.Due == 0 && s.Terms.Share.Rate == 0:
		return "no share is agreed"
	case !t.Reached.Ever() && endedByAGI(s):
		return "the share ends with AGI, " + s.Outlook.AGIVerified.Short()
	case !t.Capped:
		return "all that is due is paid"
	case t.Cap == 0:
		return "a cap of $0 leaves nothing to pay"
	case t.Reached.Before:
		return "by what was counted before"
	case t.Reached.Ever():
		return fmt.Sprintf("about the %s, month %d of %d", t.Reached.Date.Ordinal(), int(t.Reached.Date.Month-s.FirstMonth())+1, months)
	}
	return t.Headroom.Headline() + " of headroom left"
}

// endedByAGI reports whether AGI ends the share before it would end by itself.
func endedByAGI(s scenario.Scenario) bool {
	agi := s.Outlook.AGIVerified
	return s.Terms.Share.EndsAtAGI && !agi.IsZero() && agi < min(s.Terms.Share.Through, s.LastMonth())
}

// reachedShort says when the cap is reached in one line, as on a card.
func reachedShort(s scenario.Scenario, t scenario.Totals) string {
	switch {
	case !t.Capped:
		return "No cap"
	case t.Reached.Before:
		return "Cap reached before " + strconv.Itoa(s.FirstYear)
	case t.Reached.Ever():
		return "Cap reached " + t.Reached.Date.Month.Short()
	}
	return "Cap not reached by " + strconv.Itoa(s.LastYear)
}

// reachedDate says when the cap is reached to the day, as in a table.
func reachedDate(t scenario.Totals) string {
	switch {
	case !t.Capped:
		return "no cap"
	case t.Reached.Before:
		return "before"
	case t.Reached.Ever():
		return t.Reached.Date.Medium()
	}
	return "not reached"
}

// paidThrough names what is paid over the horizon.
func paidThrough(s scenario.Scenario) string { return "Paid through " + strconv.Itoa(s.LastYear) }

// paidDetail says how much of the cap is used, and what was counted before.
func paidDetail(s scenario.Scenario, t scenario.Totals) string {
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

// paidDetailBrief says what paidDetail does in as few words as a narrow card has
// room for.
func paidDetailBrief(s scenario.Scenario, t scenario.Totals) string {
	if before := s.Terms.Share.AlreadyPaid; before > 0 {
		return "+ " + before.Headline() + " before"
	}
	if countsInPart(t) {
		return t.Cumulative.Brief() + " counts"
	}
	return paidDetail(s, t)
}

// countsInPart reports whether some of what is paid was paid before the cap began
// to count, by more than the figures on the screen can show.
func countsInPart(t scenario.Totals) bool { return t.Capped && t.Paid-t.Cumulative >= 0.05e9 }

// capUsed says how much of the cap is used, and nothing without a cap.
func capUsed(cumulative, limit float64, capped bool) string {
	if !capped || limit == 0 {
		return "–"
	}
	return strconv.FormatFloat(100*cumulative/limit, 'f', 0, 64) + "%"
}
