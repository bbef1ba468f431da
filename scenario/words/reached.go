package words

import (
	"fmt"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// ReachedMonth says when the cap is reached as a headline does, in the middle of
// a sentence: "November 2028", "before 2026", "not by 2030", "no cap".
func ReachedMonth(s scenario.Scenario, t scenario.Totals) string {
	return reached(s, t, t.Reached.Date.Month.Long())
}

// ReachedHeadline says what ReachedMonth says where it stands alone.
func ReachedHeadline(s scenario.Scenario, t scenario.Totals) string {
	return UpperFirst(ReachedMonth(s, t))
}

// ReachedDay says when the cap is reached to the day, as a table does: "Nov 23,
// 2028", and else what ReachedMonth says.
func ReachedDay(s scenario.Scenario, t scenario.Totals) string {
	return reached(s, t, t.Reached.Date.Medium())
}

// ReachedShort says the month in as few letters as there are: "Nov 2028", and else
// what ReachedMonth says.
func ReachedShort(s scenario.Scenario, t scenario.Totals) string {
	return reached(s, t, t.Reached.Date.Month.Short())
}

// ReachedDetail says the rest of when the cap is reached, small below the headline.
func ReachedDetail(s scenario.Scenario, t scenario.Totals) string {
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

// ReachedOnPath says when one of many paths reaches the cap, to the day: "before" the
// horizon, or "not reached" within it.
func ReachedOnPath(r scenario.Reached) string {
	switch {
	case r.Before:
		return "before"
	case r.Date.IsZero():
		return "not reached"
	}
	return r.Date.Medium()
}

// ReachedClause says the same in a line that stands alone: "cap reached Nov
// 2028", "cap not reached by 2030", "no cap".
func ReachedClause(s scenario.Scenario, t scenario.Totals) string {
	switch {
	case !t.Capped:
		return "no cap"
	case t.Reached.Ever():
		return "cap reached " + ReachedShort(s, t)
	}
	return "cap not reached by " + strconv.Itoa(s.LastYear)
}

// ReachedSentence says the same of a cap in a whole sentence: "the cap is reached
// on Nov 23, 2028", "the cap is not reached by 2030".
func ReachedSentence(s scenario.Scenario, r scenario.Reached) string {
	switch {
	case r.Before:
		return "the cap is reached before " + strconv.Itoa(s.FirstYear)
	case r.Ever():
		return "the cap is reached on " + r.Date.Medium()
	}
	return "the cap is not reached by " + strconv.Itoa(s.LastYear)
}

// reached says when the cap is reached, given how its date is written.
func reached(s scenario.Scenario, t scenario.Totals, date string) string {
	switch {
	case !t.Capped:
		return "no cap"
	case t.Reached.Before:
		return "before " + strconv.Itoa(s.FirstYear)
	case t.Reached.Ever():
		return date
	}
	return "not by " + strconv.Itoa(s.LastYear)
}

// Years says the horizon of s: "2026 to 2030", or one year.
func Years(s scenario.Scenario) string {
	if s.FirstYear == s.LastYear {
		return strconv.Itoa(s.FirstYear)
	}
	return strconv.Itoa(s.FirstYear) + " to " + strconv.Itoa(s.LastYear)
}

// Through says until when something holds, the last month included: "through
// 2030" or "through Jun 2030".
func Through(m unit.Month) string {
	if m.Month() == 12 {
		return "through " + strconv.Itoa(m.Year())
	}
	return "through " + m.Short()
}

// SignedDays says how much later a date is than another, earlier where negative:
// "+4 days", "−1 day", "same day".
func SignedDays(days int) string {
	switch {
	case days == 0:
		return "same day"
	case days < 0:
		return "−" + Count(-days, "day", "days")
	}
	return "+" + Count(days, "day", "days")
}

// Months names the months from one through another as short as it can be said: as a
// month, a quarter, a calendar year, several, or a fiscal year of Microsoft's.
func Months(from, through unit.Month) string {
	first, last := from.Month(), through.Month()
	switch months := through - from + 1; {
	case months == 1:
		return from.Long()
	case first == 1 && last == 12 && from.Year() == through.Year():
		return strconv.Itoa(from.Year())
	case first == 1 && last == 12:
		return fmt.Sprintf("%d to %d", from.Year(), through.Year())
	case months == 3 && first%3 == 1:
		return unit.QuarterOf(from).Words()
	case months == 12 && first == 7:
		return "FY" + strconv.Itoa(from.FiscalYear())
	case from.Year() == through.Year():
		return first.String()[:3] + " to " + through.Short()
	}
	return from.Short() + " to " + through.Short()
}
