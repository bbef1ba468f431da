package compare

import (
	"errors"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A Subject is a scenario with the projection that follows from it.
type Subject struct {
	Scenario   scenario.Scenario
	Projection scenario.Projection
}

// A Comparison holds subjects against one of them, the reference. All its rows
// have a cell for each subject, in their order.
type Comparison struct {
	Subjects  []Subject
	Reference int // index of the reference
}

// New returns the comparison of subjects with the one at index reference. It
// fails where there is no such subject.
func New(subjects []Subject, reference int) (Comparison, error) {
	if reference < 0 || reference >= len(subjects) {
		return Comparison{}, errors.New("the reference is none of the scenarios compared")
	}
	return Comparison{subjects, reference}, nil
}

// A Cell is an amount of one subject and what it differs by from the reference.
type Cell struct {
	Value    unit.Amount
	Known    bool        // false where the subject's horizon lacks the year
	Change   unit.Amount // value less that of the reference, where Compared
	Compared bool        // whether subject and reference both have the amount
}

// Relative returns the change as a part of the reference's amount, and false
// where that is 0 or there is nothing to compare. A change upward is positive
// whatever the sign of the amount.
func (c Cell) Relative() (unit.Rate, bool) {
	base := c.Value - c.Change
	if !c.Compared || base == 0 {
		return 0, false
	}
	return unit.Rate(c.Change / unit.Amount(math.Abs(float64(base)))), true
}

// Total returns the cells of a result over each subject's horizon.
func (c Comparison) Total(r Result) []Cell {
	return c.cells(func(s *Subject) (unit.Amount, bool) { return r.Of(&s.Projection.Total), true })
}

// InYear returns the cells of a result in one calendar year, unknown for
// subjects whose horizon lacks it. Present values have no years.
func (c Comparison) InYear(r Result, year int) []Cell {
	return c.cells(func(s *Subject) (unit.Amount, bool) {
		at := year - s.Scenario.FirstYear
		if at < 0 || at >= len(s.Projection.Years) {
			return 0, false
		}
		return r.In(&s.Projection.Years[at].Flows)
	})
}

func (c Comparison) cells(amount func(s *Subject) (unit.Amount, bool)) []Cell {
	base, known := amount(&c.Subjects[c.Reference])
	out := make([]Cell, len(c.Subjects))
	for i := range out {
		cell := &out[i]
		cell.Value, cell.Known = amount(&c.Subjects[i])
		if cell.Compared = cell.Known && known; cell.Compared {
			cell.Change = cell.Value - base
		}
	}
	return out
}

// A RateCell is a rate of one subject and what it differs by from the reference.
type RateCell struct {
	Value    unit.Rate
	Known    bool
	Change   unit.Rate // in percentage points as a fraction, where Compared
	Compared bool
}

// CapUsed returns the part of the cap used, unknown without a cap.
func (c Comparison) CapUsed() []RateCell { return c.rates(scenario.Totals.CapUsed) }

// EffectiveRate returns what is paid as a part of revenue, unknown without
// revenue.
func (c Comparison) EffectiveRate() []RateCell { return c.rates(scenario.Totals.EffectiveRate) }

func (c Comparison) rates(rate func(scenario.Totals) (unit.Rate, bool)) []RateCell {
	base, known := rate(c.Subjects[c.Reference].Projection.Total)
	out := make([]RateCell, len(c.Subjects))
	for i := range out {
		cell := &out[i]
		cell.Value, cell.Known = rate(c.Subjects[i].Projection.Total)
		if cell.Compared = cell.Known && known; cell.Compared {
			cell.Change = cell.Value - base
		}
	}
	return out
}

// A ReachedCell says when a subject's cap is reached, and how many days later
// than the reference's: fewer than 0 where it is earlier.
type ReachedCell struct {
	Reached  scenario.Reached
	Capped   bool
	Days     int  // where Compared
	Compared bool // whether subject and reference both have a date
}

// CapReached returns when each cap is reached.
func (c Comparison) CapReached() []ReachedCell {
	base := c.Subjects[c.Reference].Projection.Total.Reached.Date
	out := make([]ReachedCell, len(c.Subjects))
	for i := range out {
		total := &c.Subjects[i].Projection.Total
		out[i] = ReachedCell{Reached: total.Reached, Capped: total.Capped}
		if date := total.Reached.Date; !date.IsZero() && !base.IsZero() {
			out[i].Days, out[i].Compared = date.DaysSince(base), true
		}
	}
	return out
}

// Years returns the first and the last calendar year of all horizons together.
func (c Comparison) Years() (first, last int) {
	first, last = math.MaxInt, math.MinInt
	for i := range c.Subjects {
		first = min(first, c.Subjects[i].Scenario.FirstYear)
		last = max(last, c.Subjects[i].Scenario.LastYear)
	}
	return first, last
}

// SameHorizon reports whether all subjects cover the same years. Where they do
// not, totals are of different spans, and years are unknown to some.
func (c Comparison) SameHorizon() bool {
	first, last := c.Years()
	for i := range c.Subjects {
		if s := &c.Subjects[i].Scenario; s.FirstYear != first || s.LastYear != last {
			return false
		}
	}
	return true
}

// Inputs returns the inputs that differ, in the order of the model.
func (c Comparison) Inputs() []Difference {
	scenarios := make([]scenario.Scenario, len(c.Subjects))
	for i := range scenarios {
		scenarios[i] = c.Subjects[i].Scenario
	}
	return Inputs(scenarios, c.Reference)
}
