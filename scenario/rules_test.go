package scenario_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// plan is the worked case of the model: 30, 62, 113, 184 and 284 billion in
// 2026 to 2030, a fifth of it shared up to 38 billion.
func plan() scenario.Scenario { return earning(30, 62, 113, 184, 284) }

// earning is the worked case with other revenues, in billions.
func earning(revenues ...float64) scenario.Scenario {
	s := flat()
	st := &s.Outlook.Streams[0]
	st.Base, st.Growth = 13.07e9, nil
	before := 13.07
	for i, revenue := range revenues {
		st.Growth = st.Growth.With(2026+i, unit.Rate(revenue/before-1))
		before = revenue
	}
	s.Terms.Share.Capped, s.Terms.Share.Cap = true, 38e9
	return s
}

// flat is the worked case without growth or cap: a billion a month from 2026
// to 2030, of which 0.2 billion are due.
func flat() scenario.Scenario {
	return scenario.Scenario{
		ID: "case", Name: "Case", FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{
			Shape:   scenario.ShapeRamp,
			Streams: []scenario.Stream{flatStream("OpenAI", scenario.ChannelDirect)},
		},
		Terms: scenario.Terms{
			Share: scenario.Share{Rate: 0.2, From: month("2026-01"), Through: month("2030-12")},
		},
		Valuation: scenario.Valuation{DiscountRate: 0.1},
	}
}

func flatStream(name string, channel scenario.Channel) scenario.Stream {
	return scenario.Stream{Name: name, Channel: channel, Base: 12e9, Shared: 1, Growth: still(2026, 2030)}
}

// still is a growth of nothing in each of the years.
func still(first, last int) scenario.ByYear {
	var growth scenario.ByYear
	for year := first; year <= last; year++ {
		growth = growth.With(year, 0)
	}
	return growth
}

func month(text string) unit.Month {
	m, err := unit.ParseMonth(text)
	if err != nil {
		panic(err)
	}
	return m
}

func project(t *testing.T, s scenario.Scenario) scenario.Projection {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Figures are what a projection should give: amounts by name and period, such
// as "paid 2026-05", "due 2026-Q2", "revenue 2026", "net FY2027" and "forgone
// total", and the date reached.
type figures map[string]any

// A rule is one sentence of the model with a scenario that shows it.
type rule struct {
	sentence string
	change   func(s *scenario.Scenario)
	gives    figures
}

// hold tries rules, each on its own copy of a scenario.
func hold(t *testing.T, start func() scenario.Scenario, rules []rule) {
	t.Helper()
	for _, r := range rules {
		t.Run(r.sentence, func(t *testing.T) {
			t.Parallel()
			s := start()
			r.change(&s)
			expect(t, project(t, s), r.gives)
		})
	}
}

func expect(t *testing.T, p scenario.Projection, want figures) {
	t.Helper()
	for name, value := range want {
		if name == "reached" {
			if got := p.Total.Reached.String(); got != value {
				t.Errorf("reached %q, want %q", got, value)
			}
			continue
		}
		got, err := figure(p, name)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got-number(value)) > 0.0001 && math.Abs(got-number(value)) > 1e-13*math.Abs(got) {
			t.Errorf("%s is %v, want %v", name, got, value)
		}
	}
}

func number(value any) float64 {
	switch v := value.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	panic(fmt.Sprintf("%v is no figure", value))
}

// figure finds one figure of a projection by its name.
func figure(p scenario.Projection, name string) (float64, error) {
	what, period, _ := strings.Cut(name, " ")
	row, ok := find(p, period)
	if !ok {
		return 0, fmt.Errorf("%s: no period %q", name, period)
	}
	values := map[string]unit.Amount{
		"revenue": row.Revenue, "due": row.Due, "paid": row.Paid, "forgone": row.Forgone,
		"reverse": row.Reverse, "net": row.Net, "cumulative": row.Cumulative, "headroom": row.Headroom,
		"value": p.Total.PresentValue, "value-forgone": p.Total.PresentValueForgone,
	}
	value, ok := values[what]
	if !ok {
		return 0, fmt.Errorf("%s: no figure %q", name, what)
	}
	return float64(value), nil
}

func find(p scenario.Projection, period string) (scenario.Row, bool) {
	if period == "total" {
		return scenario.Row{Flows: p.Total.Flows, Cumulative: p.Total.Cumulative, Headroom: p.Total.Headroom}, true
	}
	labels := func(m unit.Month) [4]string {
		return [4]string{
			m.String(), fmt.Sprintf("%d-Q%d", m.Year(), m.Quarter()),
			fmt.Sprint(m.Year()), fmt.Sprintf("FY%d", m.FiscalYear()),
		}
	}
	for i, rows := range [4][]scenario.Row{p.Months, p.Quarters, p.Years, p.FiscalYears} {
		for _, row := range rows {
			if labels(row.Through)[i] == period {
				return row, true
			}
		}
	}
	return scenario.Row{}, false
}
