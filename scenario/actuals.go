package scenario

import (
	"cmp"
	"slices"

	"headroom/scenario/unit"
)

// An Actual is what a stream has earned in a month or a quarter.
type Actual struct {
	Period unit.Period // a month or a quarter
	Amount unit.Amount // 0 to 1e15
}

// Compare orders actuals by their first month, of two with the same a month before a
// quarter.
func (a Actual) Compare(b Actual) int {
	return cmp.Or(cmp.Compare(a.Period.First, b.Period.First), cmp.Compare(a.Period.Months, b.Period.Months))
}

// Actuals are what a stream has earned, in ascending order of periods, no month
// twice. What is absent is unknown, and not zero. It is never written to: With and
// Without return a new one.
type Actuals []Actual

// Get returns the actual of a period and whether there is one.
func (a Actuals) Get(p unit.Period) (unit.Amount, bool) {
	if at, found := a.find(p); found {
		return a[at].Amount, true
	}
	return 0, false
}

// With returns a with the actual of one period set.
func (a Actuals) With(p unit.Period, amount unit.Amount) Actuals {
	at, found := a.find(p)
	out := make(Actuals, 0, len(a)+1)
	out = append(out, a[:at]...)
	out = append(out, Actual{p, amount})
	if found {
		at++
	}
	return append(out, a[at:]...)
}

// Without returns a without the actual of one period, nil where nothing is left.
func (a Actuals) Without(p unit.Period) Actuals {
	at, found := a.find(p)
	if !found || len(a) == 1 {
		if found {
			return nil
		}
		return a
	}
	out := make(Actuals, 0, len(a)-1)
	return append(append(out, a[:at]...), a[at+1:]...)
}

// find returns where the period is, or where it belongs.
func (a Actuals) find(p unit.Period) (at int, found bool) {
	return slices.BinarySearchFunc(a, Actual{Period: p}, Actual.Compare)
}

// within returns the actuals of a horizon, whose years are whole.
func (a Actuals) within(first, last unit.Month) Actuals {
	for len(a) > 0 && a[0].Period.First < first {
		a = a[1:]
	}
	for len(a) > 0 && a[len(a)-1].Period.First > last {
		a = a[:len(a)-1]
	}
	return a
}

// An AfterActuals says how a stream goes on after its last actual. The zero value
// is KeepYear.
type AfterActuals string

// The rules.
const (
	KeepYear   AfterActuals = "keep-year"   // the rest of the year earns what the year's plan still lacks
	KeepMonths AfterActuals = "keep-months" // each month earns what was planned for it
	Rescale    AfterActuals = "rescale"     // each month earns as much more than planned as those with an actual did
	HoldPace   AfterActuals = "pace"        // each month earns what the last three did on average
)

// Rule returns the rule, which is KeepYear where none is given.
func (a AfterActuals) Rule() AfterActuals {
	if a == "" {
		return KeepYear
	}
	return a
}

// Words returns the rule as the screen names it, such as "Hold the pace".
func (a AfterActuals) Words() string {
	switch a {
	case KeepYear:
		return "Keep the year's plan"
	case KeepMonths:
		return "Keep the planned months"
	case Rescale:
		return "Go on at the same ratio to plan"
	case HoldPace:
		return "Hold the pace"
	}
	return string(a)
}

// actuals returns the actuals of a stream, by index, within the horizon.
func (s *Scenario) actuals(stream int) Actuals {
	a := s.Outlook.Streams[stream].Actuals
	if len(a) == 0 {
		return nil
	}
	return a.within(s.FirstMonth(), s.LastMonth())
}

// hasActuals reports whether any stream has an actual within the horizon.
func (s *Scenario) hasActuals() bool {
	for i := range s.Outlook.Streams {
		if len(s.actuals(i)) > 0 {
			return true
		}
	}
	return false
}

// LastActual returns the last month of the horizon for which a stream, by index,
// has an actual, zero for none.
func (s Scenario) LastActual(stream int) unit.Month { return s.lastActual(stream) }

func (s *Scenario) lastActual(stream int) unit.Month {
	a := s.actuals(stream)
	if len(a) == 0 {
		return 0
	}
	return a[len(a)-1].Period.Last()
}

// ActualsThrough returns the month through which OpenAI's own revenue is known: the
// earliest last actual of the direct and other-cloud streams that have one. It is
// zero for none, and where such a stream without actuals is planned to earn
// something by then.
func (s Scenario) ActualsThrough() unit.Month { return s.actualsThrough() }

func (s *Scenario) actualsThrough() unit.Month {
	var through unit.Month
	for i := range s.Outlook.Streams {
		last := s.lastActual(i)
		if s.Outlook.Streams[i].Channel != ChannelAzure && last != 0 && (through == 0 || last < through) {
			through = last
		}
	}
	if through == 0 {
		return 0
	}
	for i := range s.Outlook.Streams {
		if s.Outlook.Streams[i].Channel == ChannelAzure || s.lastActual(i) != 0 {
			continue
		}
		for year := s.FirstYear; year <= through.Year(); year++ {
			if s.Revenue(i, year) > 0 {
				return 0
			}
		}
	}
	return through
}

// AfterActualsRules are the rules, the default first.
func AfterActualsRules() []AfterActuals {
	return []AfterActuals{KeepYear, KeepMonths, Rescale, HoldPace}
}

// RuleYear returns the year on which the rules after the actuals differ first: that
// of the month after the last actual of any stream, or the last of the horizon; 0
// without actuals.
func (s Scenario) RuleYear() int {
	var last unit.Month
	for i := range s.Outlook.Streams {
		last = max(last, s.lastActual(i))
	}
	if last == 0 {
		return 0
	}
	return min((last + 1).Year(), s.LastYear)
}

// OwnStreams returns the indices of the streams of OpenAI's own revenue: all but
// those of Azure's resale.
func (s Scenario) OwnStreams() []int {
	var out []int
	for i := range s.Outlook.Streams {
		if s.Outlook.Streams[i].Channel != ChannelAzure {
			out = append(out, i)
		}
	}
	return out
}
