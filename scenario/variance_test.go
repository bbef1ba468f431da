package scenario_test

import (
	"fmt"
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/actuals"
	"headroom/scenario/unit"
)

func quarterNumber(m unit.Month) int { return 4*m.Year() + m.Quarter() }

// closeTo reports whether an amount is so many billions, to four places.
func closeTo(a unit.Amount, billions float64) bool {
	return math.Abs(float64(a)/1e9-billions) < 0.5e-4
}

// The higher plan's first half was to be 5.9152 and 7.6204 billion, of which 5.7 and 6.7
// came in.
func TestWhatWasEarnedAgainstThePlan(t *testing.T) {
	s := knowing(earning(36, 74.9, 137.4, 225.3, 350), scenario.KeepYear, halfYear)
	against := actuals.Against(s, s.OwnStreams()...)
	quarters := against.By(quarterNumber)
	if len(against) != 60 || len(quarters) != 20 {
		t.Fatalf("%d months, %d quarters", len(against), len(quarters))
	}
	plan := project(t, earning(36, 74.9, 137.4, 225.3, 350)).Quarters
	for i, q := range quarters {
		if !near(q.Plan, plan[i].Revenue) || q.Months() != 3 {
			t.Errorf("quarter %d was planned to earn %v in %d months, want %v", i, q.Plan, q.Months(), plan[i].Revenue)
		}
		if _, known := q.Relative(); known != (i < 2) || (q.Known == 3) != (i < 2) {
			t.Errorf("of quarter %d %d months are known", i, q.Known)
		}
	}
	for i, want := range []struct{ actual, relative float64 }{{5.7, -0.0364}, {6.7, -0.1208}} {
		q := quarters[i]
		if r, _ := q.Relative(); !closeTo(q.Actual, want.actual) || math.Abs(float64(r)-want.relative) > 0.5e-4 || q.Difference() != q.Actual-q.Planned {
			t.Errorf("quarter %d is %+v, %v of the plan, want %+v", i, q, r, want)
		}
	}
	date := against.Sum()
	if r, _ := date.Relative(); date.Known != 6 || !closeTo(date.Actual, 12.4) || math.Abs(float64(r)+0.0839) > 0.5e-4 {
		t.Errorf("to date it is %+v, %v of the plan", date, r)
	}
	if years := against.By(unit.Month.Year); years[0].Known != 6 || !closeTo(years[0].Plan, 36) || years[0].Through != month("2026-12") {
		t.Errorf("the first year is %+v", years[0])
	}
}

// The flat streams earn a billion a month each.
func TestWhichMonthsAreHeldAgainstThePlan(t *testing.T) {
	two := func(channel scenario.Channel) scenario.Scenario {
		s := knowing(flat(), scenario.KeepMonths, "2026-Q1 6 2026-05 7")
		s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Second", channel))
		return s
	}
	known := func(s scenario.Scenario, words string) scenario.Scenario {
		s.Outlook.Streams[1].Actuals = knowing(flat(), "", words).Outlook.Streams[0].Actuals
		return s
	}
	late := two(scenario.ChannelDirect)
	late.Outlook.Streams[1].Launch = 2027
	open := known(two(scenario.ChannelOtherCloud), "2026-Q1 3 2026-Q2 3")
	open.Terms.OtherClouds.From = month("2026-03")
	for _, test := range []struct {
		sentence string
		s        scenario.Scenario
		streams  []int
		want     string // by month from January 2026 on: actual and plan in billions, - for unknown
	}{
		{"a stream by itself", two(scenario.ChannelDirect), []int{0}, "2/1 2/1 2/1 -/1 7/1 -/1"},
		{"a total needs every stream", two(scenario.ChannelDirect), []int{0, 1}, "-/2 -/2 -/2 -/2 -/2 -/2"},
		{"streams that are known together", known(two(scenario.ChannelDirect), "2026-Q1 0 2026-06 4"), []int{0, 1}, "2/2 2/2 2/2 -/2 -/2 -/2"},
		{"a stream that has not launched is not missed", late, []int{0, 1}, "2/1 2/1 2/1 -/1 7/1 -/1"},
		{"what the terms forbid is left out of both", open, []int{0, 1}, "2/1 2/1 3/2 -/2 8/2 -/2"},
		{"Azure's resale by itself", known(two(scenario.ChannelAzure), "2026-02 3"), []int{1}, "-/1 3/1 -/1 -/1 -/1 -/1"},
		{"no stream", flat(), nil, "-/0 -/0 -/0 -/0 -/0 -/0"},
	} {
		got := ""
		for _, v := range actuals.Against(test.s, test.streams...)[:6] {
			actual := "-"
			if v.Known > 0 {
				actual = fmt.Sprint(math.Round(float64(v.Actual) / 1e9))
			}
			if got != "" {
				got += " "
			}
			got += actual + "/" + fmt.Sprint(math.Round(float64(v.Plan)/1e9))
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.sentence, got, test.want)
		}
	}
}

// Whatever is random: the spans add up, and what is known is what the streams earn.
func TestVariancesAddUp(t *testing.T) {
	t.Parallel()
	seen := tally{}
	n := scenarios(t, 1000)
	for seed := range n {
		s := randomScenario(seed)
		if len(s.Check()) > 0 {
			continue
		}
		own := s.OwnStreams()
		months, revenue := actuals.Against(s, own...), project(t, s).Months
		sum := months.Sum()
		var actual, planned unit.Amount
		for i, v := range months {
			if v.Known > 0 && math.Abs(float64(v.Actual-revenue[i].Revenue)) > 1e-9*math.Abs(float64(v.Actual)) {
				t.Fatalf("seed %d: %s is known to be %v, revenue is %v", seed, v.From, v.Actual, revenue[i].Revenue)
			}
			actual, planned = actual+v.Actual, planned+v.Planned
		}
		if sum.Actual != actual || sum.Planned != planned || sum.From != s.FirstMonth() || sum.Through != s.LastMonth() {
			t.Fatalf("seed %d: the sum is %+v", seed, sum)
		}
		if by := months.By(unit.Month.FiscalYear); by.Sum().Known != sum.Known || by[0].From != sum.From || by[len(by)-1].Through != sum.Through {
			t.Fatalf("seed %d: by fiscal years it is %+v, want %+v", seed, by.Sum(), sum)
		}
		if through := s.ActualsThrough(); through != 0 && s.Outlook.Streams[own[0]].Actuals != nil {
			seen.count("known through some month", true)
		}
		seen.count("something known", sum.Known > 0)
		seen.count("nothing known", sum.Known == 0)
	}
	if rare := seen.rare(int(n / 100)); rare != nil {
		t.Errorf("too few show: %q", rare)
	}
}
