package statement

import (
	"fmt"
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Statement is what all quarters of the horizon of a scenario say.
type Statement struct {
	Scenario scenario.Scenario
	Quarters []Quarter
	// Planned reports whether an actual took the place of a plan: without one, what
	// is and what was planned are the same.
	Planned bool
}

// A Quarter is a calendar quarter, which is a quarter of Microsoft's fiscal year too.
type Quarter struct {
	From, Through unit.Month // both included
	Actual        unit.Month // through which its revenue is actual, zero where none of it is
	Account
	Plan Account // of the same quarter without any actuals
}

// New states the quarters of a scenario. The error is the Faults that its Check
// finds.
func New(s scenario.Scenario) (Statement, error) {
	p, err := scenario.Project(s)
	if err != nil {
		return Statement{}, err
	}
	st := Statement{Scenario: s, Quarters: make([]Quarter, len(p.Quarters))}
	accounts := accountsOf(s, p)
	for i, row := range p.Quarters {
		st.Quarters[i] = Quarter{From: row.From, Through: row.Through, Account: accounts[i], Plan: accounts[i]}
		if through := min(p.ActualsThrough, row.Through); through >= row.From {
			st.Quarters[i].Actual = through
		}
	}
	plan, planned := WithoutActuals(s)
	if !planned {
		return st, nil
	}
	st.Planned = true
	if p, err = scenario.Project(plan); err != nil {
		return Statement{}, fmt.Errorf("project the plan: %w", err)
	}
	for i, account := range accountsOf(plan, p) {
		st.Quarters[i].Plan = account
	}
	return st, nil
}

// WithoutActuals returns a scenario as it was planned, and whether it has any actual
// within its horizon.
func WithoutActuals(s scenario.Scenario) (scenario.Scenario, bool) {
	planned := false
	streams := slices.Clone(s.Outlook.Streams)
	for i := range streams {
		planned = planned || s.LastActual(i) != 0
		streams[i].Actuals = nil
	}
	s.Outlook.Streams = streams
	return s, planned
}

// Total returns what all quarters come to together, and by the plan. The quarter it
// returns covers the horizon.
func (s Statement) Total() Quarter { return Sum(s.Quarters) }

// Years returns what the quarters of each calendar year come to together.
func (s Statement) Years() []Quarter { return s.by(unit.Month.Year) }

// FiscalYears returns what the quarters of each of Microsoft's fiscal years come to
// together, July to June; the first and the last are cut by the horizon.
func (s Statement) FiscalYears() []Quarter { return s.by(unit.Month.FiscalYear) }

// Sums returns what the quarters of each year, whose quarters they are, come to
// together, and what people call these years.
func (s Statement) Sums(by Quartering) (years []Quarter, names []string) {
	years = s.Years()
	if by == FiscalQuarters {
		years = s.FiscalYears()
	}
	for _, q := range years {
		name := strconv.Itoa(q.From.Year())
		if by == FiscalQuarters {
			name = "FY" + strconv.Itoa(q.From.FiscalYear())
		}
		names = append(names, name)
	}
	return years, names
}

func (s Statement) by(year func(unit.Month) int) []Quarter {
	var years []Quarter
	for rest := s.Quarters; len(rest) > 0; {
		n := 1
		for n < len(rest) && year(rest[n].From) == year(rest[0].From) {
			n++
		}
		years = append(years, Sum(rest[:n]))
		rest = rest[n:]
	}
	return years
}

// Sum returns what quarters in a row come to together; there is at least one.
func Sum(quarters []Quarter) Quarter {
	sum := quarters[0]
	for _, q := range quarters[1:] {
		sum.Through = q.Through
		sum.Actual = max(sum.Actual, q.Actual)
		sum.Account = sum.Account.then(q.Account)
		sum.Plan = sum.Plan.then(q.Plan)
	}
	return sum
}
