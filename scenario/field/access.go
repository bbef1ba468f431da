package field

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// An access reads and writes the fields of one pattern. A field without set
// follows from others; one without clear needs a value.
type access struct {
	get   func(s *scenario.Scenario, k key) (scenario.SourceValue, bool)
	set   func(s *scenario.Scenario, k key, v scenario.SourceValue)
	clear func(s *scenario.Scenario, k key)
}

// A keptAt is where a value is kept. To be written to, it makes the parts around
// the value, or copies of them; else it is nil where one of them is not there.
type keptAt[T any] func(s *scenario.Scenario, k key, write bool) *T

func inScenario[T any](at func(*scenario.Scenario) *T) keptAt[T] {
	return func(s *scenario.Scenario, _ key, _ bool) *T { return at(s) }
}

func inStream[T any](at func(*scenario.Stream) *T) keptAt[T] {
	return func(s *scenario.Scenario, k key, write bool) *T {
		if write {
			s.Outlook.Streams = append([]scenario.Stream(nil), s.Outlook.Streams...)
		}
		return at(&s.Outlook.Streams[k.stream])
	}
}

func inReverse[T any](at func(*scenario.Reverse) *T) keptAt[T] {
	return within(func(s *scenario.Scenario, _ bool) **scenario.Reverse { return &s.Terms.Reverse }, at)
}

func inLicense[T any](at func(*scenario.License) *T) keptAt[T] {
	return within(func(s *scenario.Scenario, _ bool) **scenario.License { return &s.Terms.License }, at)
}

func inUncertainty[T any](at func(*scenario.Uncertainty) *T) keptAt[T] {
	return within(func(s *scenario.Scenario, _ bool) **scenario.Uncertainty { return &s.Uncertainty }, at)
}

func inCapRange[T any](at func(*scenario.CapRange) *T) keptAt[T] {
	return within(func(s *scenario.Scenario, write bool) **scenario.CapRange {
		u := part(&s.Uncertainty, write)
		if u == nil {
			return new(*scenario.CapRange)
		}
		return &u.CapRange
	}, at)
}

// within is what lies in a part of the scenario that there need not be.
func within[P, T any](of func(s *scenario.Scenario, write bool) **P, at func(*P) *T) keptAt[T] {
	return func(s *scenario.Scenario, _ key, write bool) *T {
		p := part(of(s, write), write)
		if p == nil {
			return nil
		}
		return at(p)
	}
}

// part returns what p points to; to be written to, it is made or copied first.
func part[T any](p **T, write bool) *T {
	if write {
		made := new(T)
		if *p != nil {
			*made = **p
		}
		*p = made
	}
	return *p
}

func numbers[T ~int | ~float64](at keptAt[T]) access {
	return access{
		get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
			p := at(s, k, false)
			if p == nil {
				return scenario.SourceValue{}, false
			}
			return scenario.NumberValue(float64(*p)), true
		},
		set: func(s *scenario.Scenario, k key, v scenario.SourceValue) { *at(s, k, true) = T(v.Number) },
	}
}

// someYear is numbers for a year that is 0 where there is none.
func someYear(at keptAt[int]) access {
	a := numbers(at)
	given := a.get
	a.get = func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
		v, ok := given(s, k)
		return v, ok && v.Number != 0
	}
	a.clear = func(s *scenario.Scenario, k key) { *at(s, k, true) = 0 }
	return a
}

func truths(at keptAt[bool]) access {
	return access{
		get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
			p := at(s, k, false)
			if p == nil {
				return scenario.SourceValue{}, false
			}
			return scenario.TruthValue(*p), true
		},
		set: func(s *scenario.Scenario, k key, v scenario.SourceValue) { *at(s, k, true) = v.Truth },
	}
}

func texts[T ~string](at keptAt[T]) access {
	return access{
		get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
			p := at(s, k, false)
			if p == nil || *p == "" {
				return scenario.SourceValue{}, false
			}
			return scenario.TextValue(string(*p)), true
		},
		set:   func(s *scenario.Scenario, k key, v scenario.SourceValue) { *at(s, k, true) = T(v.Text) },
		clear: func(s *scenario.Scenario, k key) { *at(s, k, true) = "" },
	}
}

// months are fields that hold a month, zero for none. Where a scenario that gives
// none has one all the same, it is that of or.
func months(at keptAt[unit.Month], or func(*scenario.Scenario) unit.Month) access {
	return access{
		get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
			p := at(s, k, false)
			switch {
			case p == nil:
				return scenario.SourceValue{}, false
			case !p.IsZero():
				return scenario.MonthValue(*p), true
			case or != nil:
				m := or(s)
				return scenario.MonthValue(m), !m.IsZero()
			}
			return scenario.SourceValue{}, false
		},
		set: func(s *scenario.Scenario, k key, v scenario.SourceValue) {
			m, _ := unit.ParseMonth(v.Text) // checked before
			*at(s, k, true) = m
		},
		clear: func(s *scenario.Scenario, k key) { *at(s, k, true) = 0 },
	}
}

// years are fields of which there is one a year.
func years(at keptAt[scenario.ByYear]) access {
	return access{
		get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
			p := at(s, k, false)
			if p == nil {
				return scenario.SourceValue{}, false
			}
			rate, given := p.Get(k.year)
			return scenario.NumberValue(float64(rate)), given
		},
		set: func(s *scenario.Scenario, k key, v scenario.SourceValue) {
			p := at(s, k, true)
			*p = p.With(k.year, unit.Rate(v.Number))
		},
		clear: func(s *scenario.Scenario, k key) {
			if p := at(s, k, false); p != nil {
				p = at(s, k, true)
				*p = p.Without(k.year)
			}
		},
	}
}

// actualAmounts are fields of which there is one a month or quarter that is known.
func actualAmounts(at keptAt[scenario.Actuals]) access {
	return access{
		get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
			amount, given := at(s, k, false).Get(k.period)
			return scenario.NumberValue(float64(amount)), given
		},
		set: func(s *scenario.Scenario, k key, v scenario.SourceValue) {
			p := at(s, k, true)
			*p = p.With(k.period, unit.Amount(v.Number))
		},
		clear: func(s *scenario.Scenario, k key) {
			p := at(s, k, true)
			*p = p.Without(k.period)
		},
	}
}

// afterActuals is the field of the rule, which need not be written out where it is
// the one that holds anyway.
func afterActuals() access {
	return access{
		get: func(s *scenario.Scenario, _ key) (scenario.SourceValue, bool) {
			return scenario.TextValue(string(s.Outlook.AfterActuals.Rule())), true
		},
		set: func(s *scenario.Scenario, _ key, v scenario.SourceValue) {
			if rule := scenario.AfterActuals(v.Text); rule != s.Outlook.AfterActuals.Rule() {
				s.Outlook.AfterActuals = rule
			}
		},
	}
}

// theCap is the field of the cap, which is set where there is one.
func theCap() access {
	return access{
		get: func(s *scenario.Scenario, _ key) (scenario.SourceValue, bool) {
			return scenario.NumberValue(float64(s.Terms.Share.Cap)), s.Terms.Share.Capped
		},
		set: func(s *scenario.Scenario, _ key, v scenario.SourceValue) {
			s.Terms.Share.Capped, s.Terms.Share.Cap = true, unit.Amount(v.Number)
		},
		clear: func(s *scenario.Scenario, _ key) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 },
	}
}

// yearsRevenue reads what a stream would earn in a year, from the one before the
// horizon on. It follows from base and growth.
func yearsRevenue() access {
	return access{get: func(s *scenario.Scenario, k key) (scenario.SourceValue, bool) {
		if k.year < s.FirstYear-1 || k.year > s.LastYear {
			return scenario.SourceValue{}, false
		}
		return scenario.NumberValue(float64(s.Revenue(k.stream, k.year))), true
	}}
}
