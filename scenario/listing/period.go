package listing

import (
	"fmt"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Period is what one row of a table covers.
type Period string

// The periods. A fiscal year is Microsoft's: FY2027 is July 2026 to June 2027.
const (
	Year       Period = "year"
	FiscalYear Period = "fiscal-year"
	Quarter    Period = "quarter"
	Month      Period = "month"
)

// Periods returns all periods, the default first.
func Periods() []Period { return []Period{Year, FiscalYear, Quarter, Month} }

// rows returns the rows of a projection by this period.
func (p Period) rows(of scenario.Projection) ([]scenario.Row, error) {
	switch p {
	case Year:
		return of.Years, nil
	case FiscalYear:
		return of.FiscalYears, nil
	case Quarter:
		return of.Quarters, nil
	case Month:
		return of.Months, nil
	}
	return nil, p.unknown()
}

func (p Period) unknown() error {
	return fmt.Errorf("period: %q is not %s, %s, %s or %s", p, Year, FiscalYear, Quarter, Month)
}

// label names a row as the files write it: 2026, FY2027, 2026-Q1, 2026-01.
func (p Period) label(row scenario.Row) string {
	switch p {
	case FiscalYear:
		return "FY" + strconv.Itoa(row.Through.FiscalYear())
	case Quarter:
		return quarterLabel(row)
	case Month:
		return row.From.String()
	default:
		return strconv.Itoa(row.From.Year())
	}
}

// shown names a row as people read it: 2026, FY2027, Q1 2026, Jan 2026.
func (p Period) shown(row scenario.Row) string {
	switch p {
	case Quarter:
		return unit.QuarterOf(row.From).Words()
	case Month:
		return row.From.Short()
	default:
		return p.label(row)
	}
}

// actualIn returns the month of a row through which its revenue is actual, zero where
// none of it is.
func actualIn(p scenario.Projection, row scenario.Row) unit.Month {
	if through := min(p.ActualsThrough, row.Through); through >= row.From {
		return through
	}
	return 0
}

// marked names a row as people read it, and says where it is actual: Q1 2026 actual,
// 2026 actual to Jun.
func (p Period) marked(of scenario.Projection, row scenario.Row) string {
	switch through := actualIn(of, row); through {
	case 0:
		return p.shown(row)
	case row.Through:
		return p.shown(row) + " actual"
	default:
		return p.shown(row) + " actual to " + through.Month().String()[:3]
	}
}

// title names the period as people read it.
func (p Period) title() string {
	switch p {
	case FiscalYear:
		return "Fiscal year"
	case Quarter:
		return "Quarter"
	case Month:
		return "Month"
	default:
		return "Year"
	}
}

func quarterLabel(row scenario.Row) string {
	return unit.QuarterOf(row.From).String()
}
