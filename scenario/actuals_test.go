package scenario_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// period reads a month or a quarter.
func period(text string) unit.Period {
	p, err := unit.ParsePeriod(text)
	if err != nil {
		panic(err)
	}
	return p
}

// knowing returns s whose first stream has actuals, in billions by period: "2026-Q1
// 5.7 2026-07 3.3".
func knowing(s scenario.Scenario, rule scenario.AfterActuals, actuals string) scenario.Scenario {
	s.Outlook.AfterActuals = rule
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	st := &s.Outlook.Streams[0]
	words := strings.Fields(actuals)
	for i := 0; i < len(words); i += 2 {
		amount, err := unit.ParseAmount(words[i+1]+"B", 0)
		if err != nil {
			panic(err)
		}
		st.Actuals = st.Actuals.With(period(words[i]), amount)
	}
	return s
}

const halfYear = "2026-Q1 5.7 2026-Q2 6.7"

func TestTheWorkedCasesWithActuals(t *testing.T) {
	higher := earning(36, 74.9, 137.4, 225.3, 350)
	for _, test := range []struct {
		rule         scenario.AfterActuals
		reached      string
		revenue2026  float64
		due, value   float64
		reachedOther string
	}{
		{scenario.KeepYear, "2028-11-23", 30, 134.6, 31.7210, "2028-08-24"},
		{"", "2028-11-23", 30, 134.6, 31.7210, "2028-08-24"},
		{scenario.KeepMonths, "2028-11-22", 30.4717, 134.6943, 31.7369, "2028-08-27"},
		{scenario.Rescale, "2028-11-05", 31.1864, 139.9232, 31.8329, "2028-10-04"},
		{scenario.HoldPace, "", 25.8, 26.6, 21.0361, ""},
	} {
		s := knowing(plan(), test.rule, halfYear)
		s.Valuation.AsOf = month("2026-01")
		p := project(t, s)
		if got := p.Total.Reached.String(); got != test.reached {
			t.Errorf("%s: reached %q, want %q", test.rule, got, test.reached)
		}
		for name, pair := range map[string][2]float64{
			"revenue of 2026": {float64(p.Years[0].Revenue), test.revenue2026},
			"due":             {float64(p.Total.Due), test.due},
			"present value":   {float64(p.Total.PresentValue), test.value},
		} {
			if math.Abs(pair[0]/1e9-pair[1]) > 0.5e-4 {
				t.Errorf("%s: %s is %v, want %v", test.rule, name, pair[0]/1e9, pair[1])
			}
		}
		if got := project(t, knowing(higher, test.rule, halfYear)).Total.Reached.String(); got != test.reachedOther {
			t.Errorf("%s: the higher plan is reached %q, want %q", test.rule, got, test.reachedOther)
		}
		if p.ActualsThrough != month("2026-06") || !near(p.Months[5].Cumulative, 2.48e9) {
			t.Errorf("%s: through %s, %v paid by then", test.rule, p.ActualsThrough, p.Months[5].Cumulative)
		}
		if !near(p.Pace.Now, 26.8e9) || len(p.Pace.Needed) != 5 {
			t.Fatalf("%s: pace %+v", test.rule, p.Pace)
		}
		// By the end of 2026 six months are left: 35.52 / (0.2 * 6) * 12.
		for i, want := range []float64{355.2, 118.4, 71.04, 50.742857, 39.466667} {
			need := p.Pace.Needed[i]
			if need.By != unit.NewMonth(2026+i, 12) || !need.Known || math.Abs(float64(need.Annual)/1e9-want) > 0.5e-6 {
				t.Errorf("%s: needed by %s: %v, want %v", test.rule, need.By, need.Annual, want)
			}
		}
	}
}

// The flat stream earns a billion a month, so each sentence can be worked out in
// the head. Revenue is by month in billions, a letter standing for so many months.
func TestTheRulesOfActuals(t *testing.T) {
	for _, test := range []struct {
		sentence string
		rule     scenario.AfterActuals
		actuals  string
		change   func(s *scenario.Scenario)
		want     map[string]float64 // revenue by month, in billions
	}{
		{"a quarter is spread as its plan", "", "2026-Q2 6", nil, map[string]float64{"2026-03": 1, "2026-04": 2, "2026-06": 2, "2026-07": 0.5, "2026-12": 0.5, "2027-01": 1}},
		{"a month stands between quarters", "", "2026-Q1 3 2026-05 7 2026-Q3 3", nil, map[string]float64{"2026-04": 1, "2026-05": 7, "2026-06": 1, "2026-10": 0, "2026-12": 0, "2027-01": 1}},
		{"nothing earned is known", scenario.KeepMonths, "2026-01 0 2026-Q2 0", nil, map[string]float64{"2026-01": 0, "2026-02": 1, "2026-04": 0, "2026-06": 0, "2026-07": 1}},
		{"the year's plan is made up for by one month", "", "2026-Q1 0 2026-Q2 0 2026-Q3 0 2026-11 0", nil, map[string]float64{"2026-10": 1, "2026-12": 11, "2027-01": 1}},
		{"a year that is exceeded earns nothing more", "", "2026-11 20", nil, map[string]float64{"2026-12": 0, "2027-01": 1}},
		{"planned months stay as they are", scenario.KeepMonths, "2026-11 20", nil, map[string]float64{"2026-12": 1, "2027-01": 1}},
		{"the ratio counts only months that are known", scenario.Rescale, "2026-01 3 2026-03 5", nil, map[string]float64{"2026-02": 1, "2026-04": 4, "2030-12": 4}},
		{"the pace is that of three months, known or not", scenario.HoldPace, "2026-01 9 2026-03 5 2026-05 3", nil, map[string]float64{"2026-06": 3, "2030-12": 3}},
		{"the pace of two months", scenario.HoldPace, "2026-01 9 2026-02 3", nil, map[string]float64{"2026-03": 6, "2027-01": 6}},
		{"the pace of one month", scenario.HoldPace, "2026-01 9", nil, map[string]float64{"2026-02": 9, "2027-01": 9}},
		{"the pace goes back into the year before", scenario.HoldPace, "2026-11 4 2026-12 6 2027-01 8", nil, map[string]float64{"2027-02": 6}},
		{"the pace goes back a month into the year before", scenario.HoldPace, "2026-11 99 2026-12 1 2027-01 1 2027-02 4", nil, map[string]float64{"2027-03": 2}},
		{"a December leaves nothing to scale", "", "2026-Q4 9", nil, map[string]float64{"2026-12": 3, "2027-01": 1}},
		{"a December rescales all after it", scenario.Rescale, "2026-Q4 9", nil, map[string]float64{"2026-12": 3, "2027-01": 3}},
		{"a December holds its pace", scenario.HoldPace, "2026-Q4 9", nil, map[string]float64{"2026-01": 1, "2027-01": 3}},
		{"the last year is wholly known", scenario.Rescale, "2030-Q1 9 2030-Q2 9 2030-Q3 9 2030-Q4 9", nil, map[string]float64{"2029-12": 1, "2030-01": 3, "2030-12": 3}},
		{"what is outside the horizon has no effect", scenario.Rescale, "2025-Q4 99 2031-01 99", nil, map[string]float64{"2026-01": 1, "2030-12": 1}},
		{"what is outside the horizon is no last actual", scenario.Rescale, "2025-Q4 99 2026-01 2 2031-01 99", nil, map[string]float64{"2026-01": 2, "2026-02": 2, "2030-12": 2}},
		{"without a plan a quarter is in thirds", scenario.KeepMonths, "2026-Q1 6", launched(2027), map[string]float64{"2026-01": 2, "2026-03": 2, "2026-04": 0, "2027-01": 1}},
		{"without a plan the rest of the year is nothing", "", "2026-Q1 6", launched(2027), map[string]float64{"2026-03": 2, "2026-04": 0, "2027-01": 1}},
		{"without a plan there is no ratio", scenario.Rescale, "2026-Q1 6", launched(2027), map[string]float64{"2026-03": 2, "2026-04": 0, "2027-01": 1}},
		{"without a plan the pace holds all the same", scenario.HoldPace, "2026-Q1 6", launched(2027), map[string]float64{"2026-03": 2, "2026-04": 2, "2027-01": 2}},
		{"what clouds that are closed forbid is taken off last", scenario.Rescale, "2026-01 3 2026-02 3 2026-03 3", cloudsFrom("2026-03"), map[string]float64{"2026-01": 0, "2026-02": 0, "2026-03": 3, "2026-04": 3}},
		{"the pace is of what was earned before it was forbidden", scenario.HoldPace, "2026-01 9 2026-02 6 2026-03 3", cloudsFrom("2026-03"), map[string]float64{"2026-02": 0, "2026-03": 3, "2026-04": 6}},
	} {
		s := knowing(flat(), test.rule, test.actuals)
		if test.change != nil {
			test.change(&s)
		}
		p := project(t, s)
		for text, want := range test.want {
			if got := p.Months[month(text)-s.FirstMonth()].Revenue; !near(got, unit.Amount(want*1e9)) {
				t.Errorf("%s: %s earns %v, want %v", test.sentence, text, got/1e9, want)
			}
		}
	}
}

func launched(year int) func(*scenario.Scenario) {
	return func(s *scenario.Scenario) { s.Outlook.Streams[0].Launch = year }
}

func cloudsFrom(text string) func(*scenario.Scenario) {
	return func(s *scenario.Scenario) {
		s.Outlook.Streams[0].Channel = scenario.ChannelOtherCloud
		s.Terms.OtherClouds.From = month(text)
	}
}

// A quarter of a growing plan is spread as that grows.
func TestAQuarterGrowsWithinItself(t *testing.T) {
	bare, known := project(t, plan()), project(t, knowing(plan(), "", "2026-Q2 12"))
	for m := 4; m < 6; m++ {
		was, is := bare.Months[m].Revenue/bare.Months[m-1].Revenue, known.Months[m].Revenue/known.Months[m-1].Revenue
		if math.Abs(float64(was-is)) > 1e-12 {
			t.Errorf("month %d grows by %v, planned %v", m, is, was)
		}
	}
	if got := known.Quarters[1].Revenue; !near(got, 12e9) {
		t.Errorf("the quarter earns %v", got)
	}
}

func TestWithoutItsActualsAScenarioIsWhatItWas(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 500) {
		s := randomScenario(8_000_000 + seed)
		bare := withoutActuals(s)
		want := project(t, bare)
		bare.Outlook.AfterActuals = ""
		if got := project(t, bare); got.Total != want.Total || !slices.Equal(got.Months, want.Months) {
			t.Fatalf("seed %d: a rule without actuals matters", seed)
		}
		for i := range s.Outlook.Streams {
			for _, a := range s.Outlook.Streams[i].Actuals {
				f, _ := field.At("outlook.streams[" + string(rune('0'+i)) + "].actuals." + a.Period.String())
				if err := f.Clear(&s); err != nil {
					t.Fatal(err)
				}
			}
		}
		if got := project(t, s); got.Total != want.Total || !slices.Equal(got.Months, want.Months) {
			t.Fatalf("seed %d: without its actuals it is not what it was", seed)
		}
	}
}

func TestActualsThrough(t *testing.T) {
	other := func(name string, channel scenario.Channel, actuals string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			own := s.Outlook.Streams[0]
			s.Outlook.Streams[0] = flatStream(name, channel)
			*s = knowing(*s, "", actuals)
			s.Outlook.Streams = append(s.Outlook.Streams, own)
		}
	}
	for _, test := range []struct {
		sentence, actuals, want string
		change                  func(s *scenario.Scenario)
	}{
		{"none", "", "", nil},
		{"the last actual, whatever is missing before", "2026-04 1", "2026-04", nil},
		{"the end of a quarter", "2026-Q3 1", "2026-09", nil},
		{"none outside the horizon", "2025-Q4 1 2031-01 1", "", nil},
		{"the earlier of two streams", "2026-Q3 1", "2026-05", other("B", scenario.ChannelOtherCloud, "2026-05 1")},
		{"resale does not count", "2026-Q3 1", "2026-09", other("B", scenario.ChannelAzure, "2026-05 1")},
		{"none of resale alone", "", "", other("B", scenario.ChannelAzure, "2026-05 1")},
		{"none where another stream is unknown", "2026-Q3 1", "", other("B", scenario.ChannelOtherCloud, "")},
		{"a stream launched later is not missed", "2026-Q3 1", "2026-09", func(s *scenario.Scenario) {
			s.Outlook.Streams = append(s.Outlook.Streams, flatStream("B", scenario.ChannelDirect))
			s.Outlook.Streams[1].Launch = 2027
		}},
		{"a stream launched by then is", "2027-01 1", "", func(s *scenario.Scenario) {
			s.Outlook.Streams = append(s.Outlook.Streams, flatStream("B", scenario.ChannelDirect))
			s.Outlook.Streams[1].Launch = 2027
		}},
		{"a stream of nothing is not missed", "2026-Q3 1", "2026-09", func(s *scenario.Scenario) {
			s.Outlook.Streams = append(s.Outlook.Streams, flatStream("B", scenario.ChannelDirect))
			s.Outlook.Streams[1].Base = 0
		}},
	} {
		s := knowing(flat(), "", test.actuals)
		if test.change != nil {
			test.change(&s)
		}
		p := project(t, s)
		if got := p.ActualsThrough.String(); got != test.want {
			t.Errorf("%s: through %q, want %q", test.sentence, got, test.want)
		}
		if given := p.Pace.Needed != nil || p.Pace.Now != 0; given != (test.want != "") {
			t.Errorf("%s: pace %+v", test.sentence, p.Pace)
		}
	}
}

func TestPace(t *testing.T) {
	for _, test := range []struct {
		sentence, actuals string
		change            func(s *scenario.Scenario)
		now               float64
		needed            string // by December, in billions
	}{
		{"the cap over what is left", "2026-Q4 6", nil, 24, "2027: 174.00 2028: 87.00 2029: 58.00 2030: 43.50"},
		{"no cap", "2026-Q4 6", func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }, 24, "2027: none 2028: none 2029: none 2030: none"},
		{"no headroom", "2026-Q4 6", func(s *scenario.Scenario) { s.Terms.Share.Cap = 1e9 }, 24, "2027: 0.00 2028: 0.00 2029: 0.00 2030: 0.00"},
		{"no share by then", "2026-Q4 6", func(s *scenario.Scenario) { s.Terms.Share.From = month("2028-07") }, 24, "2027: none 2028: 378.00 2029: 126.00 2030: 75.60"},
		{"counting starts later", "2026-Q4 6", func(s *scenario.Scenario) { s.Terms.Share.CapFrom = month("2029-01") }, 24, "2027: none 2028: none 2029: 189.00 2030: 94.50"},
		{"AGI ends the share", "2026-Q4 6", func(s *scenario.Scenario) {
			s.Outlook.AGIVerified, s.Terms.Share.EndsAtAGI = month("2028-12"), true
		}, 24, "2027: 174.00 2028: 87.00 2029: 87.00 2030: 87.00"},
		{"a rate of its own", "2026-Q4 6", func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2027, Rate: 0.1}} }, 24, "2027: 348.00 2028: 116.00 2029: 69.60 2030: 49.71"},
		{"only the shared part", "2026-Q4 6", func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 0.5 }, 12, "2027: 181.50 2028: 90.75 2029: 60.50 2030: 45.38"},
		{"two months", "2026-01 1 2026-02 3", nil, 24, "2026: 222.00 2027: 100.91 2028: 65.29 2029: 48.26 2030: 38.28"},
		{"all is known", "2030-Q4 6", nil, 24, ""},
	} {
		s := knowing(flat(), scenario.KeepMonths, test.actuals)
		s.Terms.Share.Capped, s.Terms.Share.Cap = true, 37.8e9
		if test.change != nil {
			test.change(&s)
		}
		p := project(t, s)
		var needed []string
		for _, n := range p.Pace.Needed {
			text := "none"
			if n.Known {
				text = fmt.Sprintf("%.2f", float64(n.Annual)/1e9)
			}
			needed = append(needed, n.By.String()[:4]+": "+text)
		}
		if got := strings.Join(needed, " "); got != test.needed || !near(p.Pace.Now, unit.Amount(test.now*1e9)) {
			t.Errorf("%s: now %v, needed %s, want %v, %s", test.sentence, p.Pace.Now, got, test.now, test.needed)
		}
	}
}
