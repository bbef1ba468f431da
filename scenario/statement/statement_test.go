package statement_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
)

// flat returns a scenario of two years that earns 1 billion a month, of which a fifth
// is due: 0.6 billion a quarter.
func flat() scenario.Scenario {
	s := scenario.Scenario{ID: "flat", Name: "Flat", FirstYear: 2026, LastYear: 2027}
	s.Outlook.Shape = scenario.ShapeEven
	s.Outlook.AfterActuals = scenario.KeepMonths
	s.Outlook.Streams = []scenario.Stream{{
		Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1,
		Growth: scenario.ByYear{{Year: 2026}, {Year: 2027}},
	}}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2027, 12), Capped: true, Cap: 38e9}
	return s
}

func billions(a unit.Amount) string { return a.Table() }

func TestWhatAQuarterSays(t *testing.T) {
	for _, c := range []struct {
		about   string
		quarter string
		change  func(s *scenario.Scenario)
		want    string // opening, room, base, due, counted, uncounted, closing, headroom, saved
	}{
		{"the first quarter begins with nothing", "2026-Q1", func(*scenario.Scenario) {}, "$0 $38.00B $3.00B $0.60B $0.60B $0 $0.60B $37.40B $0"},
		{"the third begins where the second ends", "2026-Q3", func(*scenario.Scenario) {}, "$1.20B $36.80B $3.00B $0.60B $0.60B $0 $1.80B $36.20B $0"},
		{"what was counted before opens the first", "2026-Q1", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 2e9 }, "$2.00B $36.00B $3.00B $0.60B $0.60B $0 $2.60B $35.40B $0"},
		{"payments before the cap counts are told apart", "2026-Q2", func(s *scenario.Scenario) { s.Terms.Share.CapFrom = unit.NewMonth(2026, 5) }, "$0 $38.00B $3.00B $0.60B $0.40B $0.20B $0.40B $37.60B $0"},
		{"the cap ends payments within a quarter", "2026-Q1", func(s *scenario.Scenario) { s.Terms.Share.Cap = 0.5e9 }, "$0 $0.50B $3.00B $0.60B $0.50B $0 $0.50B $0 $0.10B"},
		{"after the cap nothing is paid", "2026-Q2", func(s *scenario.Scenario) { s.Terms.Share.Cap = 0.5e9 }, "$0.50B $0 $3.00B $0.60B $0 $0 $0.50B $0 $0.60B"},
		{"without a cap all counts and there is no room to speak of", "2026-Q2", func(s *scenario.Scenario) {
			s.Terms.Share.Capped, s.Terms.Share.Cap, s.Terms.Share.CapFrom = false, 0, unit.NewMonth(2026, 5)
		}, "$0.60B $0 $3.00B $0.60B $0.60B $0 $1.20B $0 $0"},
		{"a cap reached before leaves no room, and what was counted stays", "2026-Q1", func(s *scenario.Scenario) {
			s.Terms.Share.AlreadyPaid = 40e9
		}, "$40.00B $0 $3.00B $0.60B $0 $0 $40.00B $0 $0.60B"},
	} {
		s := flat()
		c.change(&s)
		st, err := statement.New(s)
		if err != nil {
			t.Fatal(err)
		}
		q, err := st.Find(c.quarter)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range []unit.Amount{q.Opening, q.Room, q.Base, q.Due, q.Counted, q.Uncounted, q.Closing, q.Headroom, q.Saved} {
			got = append(got, a.Table())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s says %s, want %s", c.about, c.quarter, strings.Join(got, " "), c.want)
		}
	}
}

func TestWhatIsExcludedOfAStream(t *testing.T) {
	type exclusions struct{ revenue, resale, outside, unshared, base, barred float64 } // billions
	for _, c := range []struct {
		about  string
		change func(s *scenario.Scenario)
		want   exclusions
	}{
		{"of OpenAI's own nothing", func(*scenario.Scenario) {}, exclusions{revenue: 3, base: 3}},
		{"the part that is not shared", func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 0.75 }, exclusions{revenue: 3, unshared: 0.75, base: 2.25}},
		{"months without a share", func(s *scenario.Scenario) { s.Terms.Share.From = unit.NewMonth(2026, 3) }, exclusions{revenue: 3, outside: 2, base: 1}},
		{"months without a share count before the part", func(s *scenario.Scenario) {
			s.Terms.Share.From, s.Outlook.Streams[0].Shared = unit.NewMonth(2026, 3), 0.75
		}, exclusions{revenue: 3, outside: 2, unshared: 0.25, base: 0.75}},
		{"months after AGI ends the share", func(s *scenario.Scenario) {
			s.Terms.Share.EndsAtAGI, s.Outlook.AGIVerified = true, unit.NewMonth(2026, 1)
		}, exclusions{revenue: 3, outside: 2, base: 1}},
		{"Microsoft's resale wholly", func(s *scenario.Scenario) { s.Outlook.Streams[0].Channel = scenario.ChannelAzure }, exclusions{revenue: 3, resale: 3}},
		{"other clouds before they open, which is no revenue", func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Channel, s.Terms.OtherClouds.From = scenario.ChannelOtherCloud, unit.NewMonth(2026, 2)
		}, exclusions{revenue: 2, base: 2, barred: 1}},
	} {
		s := flat()
		c.change(&s)
		st, err := statement.New(s)
		if err != nil {
			t.Fatal(err)
		}
		l := st.Quarters[0].Streams[0]
		for i, pair := range [][2]unit.Amount{
			{l.Revenue, unit.Amount(c.want.revenue)},
			{l.Resale, unit.Amount(c.want.resale)},
			{l.Outside, unit.Amount(c.want.outside)},
			{l.Unshared, unit.Amount(c.want.unshared)},
			{l.Base, unit.Amount(c.want.base)},
			{l.Barred, unit.Amount(c.want.barred)},
		} {
			if !same(pair[0], pair[1]*1e9) {
				t.Errorf("%s: part %d of %+v is not that of %+v", c.about, i, l, c.want)
			}
		}
	}
}

func TestAQuarterIsHeldAgainstItsPlan(t *testing.T) {
	s := flat()
	s.Outlook.Streams[0].Actuals = scenario.Actuals{
		{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 4e9},
		{Period: unit.Period{First: unit.NewMonth(2026, 4), Months: 1}, Amount: 0.5e9},
	}
	st, err := statement.New(s)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		certainty         string
		base, plan        unit.Amount
		closing, expected unit.Amount
	}{
		{"actual", 4e9, 3e9, 0.8e9, 0.6e9},
		{"actual to Apr", 2.5e9, 3e9, 1.3e9, 1.2e9},
		{"forecast", 3e9, 3e9, 1.9e9, 1.8e9},
	} {
		q := st.Quarters[i]
		if q.Certainty() != want.certainty || !same(q.Base, want.base) || !same(q.Plan.Base, want.plan) || !same(q.Closing, want.closing) || !same(q.Plan.Closing, want.expected) {
			t.Errorf("%s is %s, base %v of %v, closing %v of %v, want %+v", q.Name(), q.Certainty(), q.Base, q.Plan.Base, q.Closing, q.Plan.Closing, want)
		}
	}
	if !st.Planned {
		t.Error("a scenario with actuals is not held against its plan")
	}
	s.Outlook.Streams[0].Actuals = scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2031, 1), Months: 3}, Amount: 4e9}}
	if st, err = statement.New(s); err != nil || st.Planned {
		t.Errorf("actuals beyond the horizon make a plan: %v, %v", st.Planned, err)
	}
}

func TestFiscalYearsOfAStatement(t *testing.T) {
	s := flat()
	s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2027, Rate: 0.1}}
	st, err := statement.New(s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range st.FiscalYears() {
		rate := "several rates"
		if q.OneRate {
			rate = q.Rate.Percent()
		}
		got = append(got, q.From.String()+" "+q.Through.String()+" "+rate+" "+billions(q.Opening)+" "+billions(q.Paid())+" "+billions(q.Closing))
	}
	want := "2026-01 2026-06 20% $0 $1.20B $1.20B, 2026-07 2027-06 several rates $1.20B $1.80B $3.00B, 2027-07 2027-12 10% $3.00B $0.60B $3.60B"
	if strings.Join(got, ", ") != want {
		t.Errorf("fiscal years are %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestQuartersAreFoundByEitherName(t *testing.T) {
	st, err := statement.New(flat())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"2026-Q3": "2026-Q3", "Q3 2026": "2026-Q3", "3Q26": "2026-Q3",
		"FY2027-Q1": "2026-Q3", "fy2027q1": "2026-Q3", "Q1 FY2027": "2026-Q3", "FY2027 Q2": "2026-Q4",
		"FY2026-Q3": "2026-Q1", "FY2027-Q4": "2027-Q2", "FY2028-Q2": "2027-Q4",
		"2025-Q4": `"2025-Q4" is not between 2026-Q1 and 2027-Q4, the quarters of "flat"`,
		"2028-Q1": `"2028-Q1" is not between 2026-Q1 and 2027-Q4, the quarters of "flat"`,
		"2026":    `"2026" is not a quarter, such as 2026-Q3 or FY2027-Q1`,
		"FY2027":  `"FY2027" is not a quarter, such as 2026-Q3 or FY2027-Q1`,
		"2026-07": `"2026-07" is not a quarter, such as 2026-Q3 or FY2027-Q1`,
		"":        `"" is not a quarter, such as 2026-Q3 or FY2027-Q1`,
	} {
		q, err := st.Find(text)
		got := q.Name()
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	for i, want := range []string{
		"2026-Q1 FY2026-Q3 Q1 2026 Q3 FY2026", "2026-Q2 FY2026-Q4 Q2 2026 Q4 FY2026",
		"2026-Q3 FY2027-Q1 Q3 2026 Q1 FY2027", "2026-Q4 FY2027-Q2 Q4 2026 Q2 FY2027",
	} {
		q := st.Quarters[i]
		if got := strings.Join([]string{q.Name(), q.FiscalName(), q.Words(), q.FiscalWords()}, " "); got != want {
			t.Errorf("quarter %d is called %s, want %s", i, got, want)
		}
	}
}

func TestAnUnsoundScenarioHasNoStatement(t *testing.T) {
	s := flat()
	s.Terms.Share.Rate = 2
	if _, err := statement.New(s); err == nil || !strings.Contains(err.Error(), "terms.share.rate") {
		t.Errorf("the error is %v", err)
	}
}
