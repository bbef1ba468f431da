package statement

import (
	"fmt"
	"regexp"
	"strconv"

	"headroom/scenario/unit"
)

// A Quartering says by whose quarters a statement goes.
type Quartering string

// The quarters: those of the calendar, and the same ones counted by Microsoft's
// fiscal year.
const (
	CalendarQuarters Quartering = "quarter"
	FiscalQuarters   Quartering = "fiscal-quarter"
)

// Words returns what people call a quarter, and what it is called in the other
// count.
func (by Quartering) Words(q Quarter) (name, other string) {
	if by == FiscalQuarters {
		return q.FiscalWords(), q.Words()
	}
	return q.Words(), q.FiscalWords()
}

// Name returns the quarter as the files write it, such as 2026-Q3.
func (q Quarter) Name() string { return unit.QuarterOf(q.From).String() }

// FiscalName returns the quarter by Microsoft's fiscal year as the files write it,
// such as FY2027-Q1 for July to September 2026.
func (q Quarter) FiscalName() string {
	return fmt.Sprintf("FY%d-Q%d", q.From.FiscalYear(), fiscalQuarter(q.From))
}

// Words returns the quarter as people read it, such as Q3 2026.
func (q Quarter) Words() string { return unit.QuarterOf(q.From).Words() }

// FiscalWords returns the quarter by Microsoft's fiscal year as people read it, such
// as Q1 FY2027.
func (q Quarter) FiscalWords() string {
	return fmt.Sprintf("Q%d FY%d", fiscalQuarter(q.From), q.From.FiscalYear())
}

// Certainty says what of the quarter is actual: "actual", "actual to Aug", or
// "forecast".
func (q Quarter) Certainty() string {
	switch q.Actual {
	case 0:
		return "forecast"
	case q.Through:
		return "actual"
	}
	return "actual to " + q.Actual.Month().String()[:3]
}

// fiscalQuarter returns the quarter of Microsoft's fiscal year, which begins in July.
func fiscalQuarter(m unit.Month) int { return (m.Quarter()+1)%4 + 1 }

var fiscalName = regexp.MustCompile(`^(?i:FY) ?(\d{4})[- ]?(?i:Q)([1-4])$|^(?i:Q)([1-4]) (?i:FY) ?(\d{4})$`)

// Find returns the quarter of a statement that a text names, by the calendar (2026-Q3,
// Q3 2026) or by Microsoft's fiscal year (FY2027-Q1, Q1 FY2027).
func (s Statement) Find(text string) (Quarter, error) {
	from, err := firstMonth(text)
	if err != nil {
		return Quarter{}, err
	}
	for _, q := range s.Quarters {
		if q.From == from {
			return q, nil
		}
	}
	first, last := s.Quarters[0], s.Quarters[len(s.Quarters)-1]
	return Quarter{}, fmt.Errorf("%s is not between %s and %s, the quarters of %q", unit.Quote(text), first.Name(), last.Name(), s.Scenario.ID)
}

func firstMonth(text string) (unit.Month, error) {
	if m := fiscalName.FindStringSubmatch(text); m != nil {
		year, _ := strconv.Atoi(m[1] + m[4])    // four digits by the pattern
		quarter, _ := strconv.Atoi(m[2] + m[3]) // one
		return unit.NewMonth(year-1, 7) + unit.Month(3*(quarter-1)), nil
	}
	period, err := unit.ReadPeriod(text)
	if err != nil || period.Months != 3 {
		return 0, fmt.Errorf("%s is not a quarter, such as 2026-Q3 or FY2027-Q1", unit.Quote(text))
	}
	return period.First, nil
}

// CheckQuarter refuses a text that names no quarter, of any scenario.
func CheckQuarter(text string) error {
	_, err := firstMonth(text)
	return err
}
