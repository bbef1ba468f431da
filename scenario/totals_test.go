package scenario_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestWorkedCases(t *testing.T) {
	t.Parallel()
	years := figures{
		"due 2026": 6e9, "due 2027": 12.4e9, "due 2028": 22.6e9, "due 2029": 36.8e9, "due 2030": 56.8e9, "due total": 134.6e9,
		"paid 2026": 6e9, "paid 2027": 12.4e9, "paid 2028": 19.6e9, "paid 2029": 0, "paid 2030": 0, "paid total": 38e9,
		"cumulative 2026": 6e9, "cumulative 2027": 18.4e9, "cumulative 2028": 38e9, "cumulative 2030": 38e9,
		"forgone total": 96.6e9, "revenue total": 673e9, "headroom 2027": 19.6e9, "headroom 2028": 0,
	}
	for _, c := range []struct {
		shape   scenario.Shape
		reached string
		value   float64 // in billions, to four decimals
	}{
		{scenario.ShapeRamp, "2028-11-23", 31.7161},
		{scenario.ShapeEven, "2028-11-13", 31.8937},
	} {
		t.Run(string(c.shape), func(t *testing.T) {
			t.Parallel()
			s := plan()
			s.Outlook.Shape = c.shape
			p := project(t, s)
			expect(t, p, years)
			expect(t, p, figures{"reached": c.reached})
			if got := float64(p.Total.PresentValue) / 1e9; math.Abs(got-c.value) > 0.00005 {
				t.Errorf("present value %v billion, want %v", got, c.value)
			}
			if used, ok := p.Total.CapUsed(); !ok || used != 1 {
				t.Errorf("cap used %v, %v; want all of it", used, ok)
			}
			if rate, ok := p.Total.EffectiveRate(); !ok || math.Abs(float64(rate)-38.0/673) > 1e-12 {
				t.Errorf("effective rate %v, %v; want 38/673", rate, ok)
			}
			if p.Warnings != nil {
				t.Errorf("warnings %v, want none", p.Warnings)
			}
		})
	}
}

func TestPresentValue(t *testing.T) {
	t.Parallel()
	// 0.2 billion due in December 2026, and nothing else.
	start := func() scenario.Scenario {
		s := flat()
		s.Terms.Share.From, s.Terms.Share.Through = month("2026-12"), month("2026-12")
		return s
	}
	valued := func(asOf string, rate unit.Rate) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Valuation.DiscountRate = rate
			if asOf != "" {
				s.Valuation.AsOf = month(asOf)
			}
		}
	}
	hold(t, start, []rule{
		{"a payment counts at the end of its month: December's is a year from January's start", valued("", 0.1), figures{"value total": 0.2e9 / 1.1}},
		{"January is the month of valuation where none is given", valued("2026-01", 0.1), figures{"value total": 0.2e9 / 1.1}},
		{"the month of valuation itself is one month", valued("2026-12", 0.1), figures{"value total": 0.2e9 / math.Pow(1.1, 1.0/12)}},
		{"the month before it is two", valued("2026-11", 0.1), figures{"value total": 0.2e9 / math.Pow(1.1, 2.0/12)}},
		{"a payment before the month of valuation is left out", valued("2027-01", 0.1), figures{"value total": 0, "paid total": 0.2e9}},
		{"a month of valuation before the horizon discounts for longer", valued("2025-01", 0.1), figures{"value total": 0.2e9 / 1.21}},
		{"a month of valuation after the horizon leaves out everything", valued("2031-01", 0.1), figures{"value total": 0}},
		{"no discount is the amount", valued("", 0), figures{"value total": 0.2e9}},
		{"a negative discount is more", valued("", -0.5), figures{"value total": 0.4e9}},
		{"the largest discount", valued("", 10), figures{"value total": 0.2e9 / 11}},
		{"what is forgone is valued alike", func(s *scenario.Scenario) {
			s.Terms.Share.Capped, s.Terms.Share.Cap = true, 0.05e9
		}, figures{"value total": 0.05e9 / 1.1, "value-forgone total": 0.15e9 / 1.1}},
	})
}

func TestPeriods(t *testing.T) {
	t.Parallel()
	s := flat()
	s.LastYear = 2027
	s.Outlook.Shape = scenario.ShapeEven
	s.Outlook.Streams[0].Growth = still(2026, 2026).With(2027, 1)
	s.Terms.Share.Capped, s.Terms.Share.Cap = true, 3e9
	p := project(t, s)
	expect(t, p, figures{
		"revenue 2026-Q1": 3e9, "revenue 2026-Q4": 3e9, "revenue 2027-Q1": 6e9,
		"revenue 2026": 12e9, "revenue 2027": 24e9,
		"revenue FY2026": 6e9, "revenue FY2027": 18e9, "revenue FY2028": 12e9,
		"cumulative 2026-Q2": 1.2e9, "cumulative FY2026": 1.2e9, "cumulative FY2027": 3e9, "headroom FY2026": 1.8e9,
		"paid 2027-Q1": 0.6e9, "forgone 2027-Q1": 0.6e9, "net 2027-Q2": 0, "headroom 2027-Q1": 0,
	})
	for name, c := range map[string]struct {
		rows []scenario.Row
		want []string
	}{
		"quarters": {p.Quarters, []string{
			"2026-01 2026-03", "2026-04 2026-06", "2026-07 2026-09", "2026-10 2026-12",
			"2027-01 2027-03", "2027-04 2027-06", "2027-07 2027-09", "2027-10 2027-12",
		}},
		"years":        {p.Years, []string{"2026-01 2026-12", "2027-01 2027-12"}},
		"fiscal years": {p.FiscalYears, []string{"2026-01 2026-06", "2026-07 2027-06", "2027-07 2027-12"}},
	} {
		var got []string
		for _, row := range c.rows {
			got = append(got, row.From.String()+" "+row.Through.String())
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s are %v, want %v", name, got, c.want)
		}
	}
	if len(p.Months) != 24 {
		t.Errorf("%d months, want 24", len(p.Months))
	}
}

func TestCapUsedAndEffectiveRate(t *testing.T) {
	t.Parallel()
	show := func(rate unit.Rate, ok bool) string { return fmt.Sprintf("%.6f %t", float64(rate), ok) }
	for _, c := range []struct {
		sentence        string
		change          func(*scenario.Scenario)
		used, effective string
	}{
		{"half a cap", func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = true, 24e9 }, "0.500000 true", "0.200000 true"},
		{"a cap overpaid before", func(s *scenario.Scenario) {
			s.Terms.Share.Capped, s.Terms.Share.Cap, s.Terms.Share.AlreadyPaid = true, 1e9, 1.5e9
		}, "1.500000 true", "0.000000 true"},
		{"no cap", func(*scenario.Scenario) {}, "0.000000 false", "0.200000 true"},
		{"a cap of 0", func(s *scenario.Scenario) { s.Terms.Share.Capped = true }, "0.000000 false", "0.000000 true"},
		{"no revenue", func(s *scenario.Scenario) { s.Outlook.Streams[0].Base = 0 }, "0.000000 false", "0.000000 false"},
	} {
		s := flat()
		c.change(&s)
		total := project(t, s).Total
		if got := show(total.CapUsed()); got != c.used {
			t.Errorf("%s: cap used %s, want %s", c.sentence, got, c.used)
		}
		if got := show(total.EffectiveRate()); got != c.effective {
			t.Errorf("%s: effective rate %s, want %s", c.sentence, got, c.effective)
		}
		if total.Capped != s.Terms.Share.Capped || total.Cap != s.Terms.Share.Cap {
			t.Errorf("%s: the totals give the cap as %v, %v", c.sentence, total.Capped, total.Cap)
		}
	}
}
