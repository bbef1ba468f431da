package store

import (
	"headroom/scenario"
	"headroom/scenario/pin"
)

// A member declares one field of the file: its name, where its value is kept, and
// what is there while the file leaves it out. Fields are written in the order in
// which they are declared.
type member struct {
	name   string
	need   bool // the file has to give it
	filled bool // left out rather than given empty or 0
	at     any  // *string, *float64, *int, *bool, *unit.Month, or one of the types below
	unset  any  // a string, a float64 or an int; nil for the zero value
}

// A record is an object with fields of its own.
type record struct {
	fields func() []member    // makes the record where it is not there yet
	absent bool               // it is not there, and no field has a value
	means  bool               // it says something even with no field set
	whole  *scenario.Scenario // to be checked once it has been read; nil for other records
}

// A series is a list of records.
type series struct {
	most int
	len  int
	item func(i int) record // of an i that is len, makes a new one
}

// A limit is an amount that there need not be.
type limit struct {
	set    *bool
	amount *float64
}

type (
	years   = *scenario.ByYear
	actuals = *scenario.Actuals
	ids     = *[]string
	sources = *map[string]scenario.Source
	figure  = *scenario.SourceValue
)

// A document is all that the file holds.
type document struct {
	format    string
	version   int
	workspace scenario.Workspace
}

// Format is the name by which a workspace file says what it is.
const Format = "headroom-workspace"

func (d *document) fields() []member {
	w := &d.workspace
	return []member{
		{name: "format", need: true, at: &d.format},
		{name: "version", need: true, at: &d.version},
		{name: "name", filled: true, at: &w.Name},
		{name: "view", at: record{fields: func() []member { return viewFields(&w.View) }}},
		{name: "scenarios", need: true, at: series{
			most: scenario.MaxScenarios,
			len:  len(w.Scenarios),
			item: func(i int) record {
				if i == len(w.Scenarios) {
					w.Scenarios = append(w.Scenarios, scenario.Scenario{})
				}
				s := &w.Scenarios[i]
				return record{fields: func() []member { return scenarioFields(s) }, whole: s}
			},
		}},
	}
}

func viewFields(v *scenario.View) []member {
	return []member{
		{name: "selected", filled: true, at: &v.Selected},
		{name: "compared", at: ids(&v.Compared)},
		{name: "reference", filled: true, at: &v.Reference},
	}
}

func scenarioFields(s *scenario.Scenario) []member {
	return []member{
		{name: "id", need: true, at: &s.ID},
		{name: "name", need: true, at: &s.Name},
		{name: "color", filled: true, at: &s.Color},
		{name: "note", at: &s.Note},
		{name: "firstYear", at: &s.FirstYear, unset: 2026},
		{name: "lastYear", at: &s.LastYear, unset: 2030},
		{name: "outlook", need: true, at: record{fields: func() []member { return outlookFields(&s.Outlook) }}},
		{name: "terms", need: true, at: record{fields: func() []member { return termsFields(&s.Terms) }}},
		{name: "valuation", at: record{fields: func() []member { return valuationFields(&s.Valuation) }}},
		{name: "uncertainty", at: record{
			absent: s.Uncertainty == nil, means: true,
			fields: func() []member { return uncertaintyFields(made(&s.Uncertainty)) },
		}},
		{name: "pin", at: record{
			absent: s.Pin == nil, means: true,
			fields: func() []member { return pinFields(made(&s.Pin)) },
		}},
		{name: "sources", at: sources(&s.Sources)},
	}
}

func outlookFields(o *scenario.Outlook) []member {
	return []member{
		{name: "name", filled: true, at: &o.Name},
		{name: "preset", filled: true, at: &o.Preset},
		{name: "shape", at: (*string)(&o.Shape), unset: string(scenario.ShapeRamp)},
		{name: "agiVerified", at: &o.AGIVerified},
		{name: "afterActuals", filled: true, at: (*string)(&o.AfterActuals)},
		{name: "streams", need: true, at: series{
			most: scenario.MaxStreams,
			len:  len(o.Streams),
			item: func(i int) record {
				if i == len(o.Streams) {
					o.Streams = append(o.Streams, scenario.Stream{})
				}
				return record{fields: func() []member { return streamFields(&o.Streams[i]) }}
			},
		}},
	}
}

func streamFields(s *scenario.Stream) []member {
	return []member{
		{name: "name", need: true, at: &s.Name},
		{name: "channel", need: true, at: (*string)(&s.Channel)},
		{name: "launch", filled: true, at: &s.Launch},
		{name: "base", need: true, at: (*float64)(&s.Base)},
		{name: "shared", at: (*float64)(&s.Shared), unset: 1.0},
		{name: "growth", at: years(&s.Growth)},
		{name: "actuals", at: actuals(&s.Actuals)},
	}
}

func termsFields(t *scenario.Terms) []member {
	return []member{
		{name: "name", at: &t.Name},
		{name: "preset", filled: true, at: &t.Preset},
		{name: "share", need: true, at: record{fields: func() []member { return shareFields(&t.Share) }}},
		{name: "reverse", at: record{
			absent: t.Reverse == nil, means: true,
			fields: func() []member { return reverseFields(made(&t.Reverse)) },
		}},
		{name: "otherClouds", at: record{fields: func() []member { return cloudFields(&t.OtherClouds) }}},
		{name: "license", at: record{
			absent: t.License == nil, means: true,
			fields: func() []member { return licenseFields(made(&t.License)) },
		}},
	}
}

func shareFields(s *scenario.Share) []member {
	return []member{
		{name: "rate", need: true, at: (*float64)(&s.Rate)},
		{name: "ratesByYear", at: years(&s.RatesByYear)},
		{name: "from", need: true, at: &s.From},
		{name: "through", need: true, at: &s.Through},
		{name: "capFrom", at: &s.CapFrom},
		{name: "cap", at: limit{&s.Capped, (*float64)(&s.Cap)}},
		{name: "alreadyPaid", at: (*float64)(&s.AlreadyPaid)},
		{name: "endsAtAGI", at: &s.EndsAtAGI},
	}
}

func reverseFields(r *scenario.Reverse) []member {
	return []member{
		{name: "rate", need: true, at: (*float64)(&r.Rate)},
		{name: "from", need: true, at: &r.From},
		{name: "through", need: true, at: &r.Through},
		{name: "endsAtAGI", at: &r.EndsAtAGI},
	}
}

func cloudFields(o *scenario.OtherClouds) []member {
	return []member{
		{name: "from", at: &o.From},
		{name: "azureLeadMonths", at: &o.AzureLeadMonths},
		{name: "opensAtAGI", at: &o.OpensAtAGI},
	}
}

func licenseFields(l *scenario.License) []member {
	return []member{
		{name: "through", need: true, at: &l.Through},
		{name: "exclusive", at: (*string)(&l.Exclusive), unset: string(scenario.ExclusiveNo)},
	}
}

func valuationFields(v *scenario.Valuation) []member {
	return []member{
		{name: "discountRate", at: (*float64)(&v.DiscountRate), unset: 0.10},
		{name: "asOf", at: &v.AsOf},
	}
}

func uncertaintyFields(u *scenario.Uncertainty) []member {
	return []member{
		{name: "growthSD", at: years(&u.GrowthSD)},
		{name: "correlation", at: (*float64)(&u.Correlation)},
		{name: "capRange", at: record{
			absent: u.CapRange == nil, means: true,
			fields: func() []member { return rangeFields(made(&u.CapRange)) },
		}},
	}
}

func rangeFields(r *scenario.CapRange) []member {
	return []member{
		{name: "low", need: true, at: (*float64)(&r.Low)},
		{name: "high", need: true, at: (*float64)(&r.High)},
	}
}

func pinFields(p *pin.Pin) []member {
	return []member{
		{name: "input", need: true, at: &p.Input},
		{name: "result", need: true, at: &p.Result},
		{name: "date", filled: true, at: &p.Date},
		{name: "amount", at: &p.Amount},
	}
}

func sourceFields(s *scenario.Source) []member {
	return []member{
		{name: "value", need: true, at: figure(&s.Value)},
		{name: "status", need: true, at: (*string)(&s.Status)},
		{name: "publisher", at: &s.Publisher},
		{name: "title", at: &s.Title},
		{name: "date", filled: true, at: &s.Date},
		{name: "url", at: &s.URL},
		{name: "note", at: &s.Note},
	}
}

// made returns what at points to, and makes it where there is nothing.
func made[T any](at **T) *T {
	if *at == nil {
		*at = new(T)
	}
	return *at
}
