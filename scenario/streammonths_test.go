package scenario_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestStreamsTogetherEarnTheRevenueOfTheirMonths(t *testing.T) {
	t.Parallel()
	n := scenarios(t, 1000)
	for seed := range n {
		s := randomScenario(seed)
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		sums := make([]unit.Amount, len(p.Months))
		for i, st := range s.Outlook.Streams {
			months := s.StreamMonths(i)
			if len(months) != len(p.Months) {
				t.Fatalf("seed %d: stream %d has %d months, the projection %d", seed, i, len(months), len(p.Months))
			}
			for k, m := range months {
				if m.Month != p.Months[k].From {
					t.Fatalf("seed %d: month %d of stream %d is %s, want %s", seed, k, i, m.Month, p.Months[k].From)
				}
				if _, given := st.Actuals.Get(unit.Period{First: m.Month, Months: 1}); given && !m.Actual {
					t.Errorf("seed %d: stream %d, %s has an actual and is none", seed, i, m.Month)
				}
				if st.Channel != scenario.ChannelAzure {
					sums[k] += m.Earned
				}
			}
		}
		for k, row := range p.Months {
			if off := math.Abs(float64(sums[k] - row.Revenue)); off > 0.005+1e-9*math.Abs(float64(row.Revenue)) {
				t.Errorf("seed %d: streams earn %v in %s, the projection says %v", seed, sums[k], row.From, row.Revenue)
			}
		}
		if t.Failed() {
			return
		}
	}
}

func TestAMonthOfAStreamSaysWhatIsPlannedKnownAndAllowed(t *testing.T) {
	s := scenario.Scenario{
		ID: "one", Name: "One", FirstYear: 2026, LastYear: 2026,
		Outlook: scenario.Outlook{Shape: scenario.ShapeEven, AfterActuals: scenario.KeepMonths, Streams: []scenario.Stream{{
			Name: "Clouds", Channel: scenario.ChannelOtherCloud, Base: 12e9, Shared: 1,
			Growth:  scenario.ByYear{{Year: 2026, Rate: 0}},
			Actuals: scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 6e9}},
		}}},
	}
	s.Terms.OtherClouds.From = unit.NewMonth(2026, 3)
	for _, want := range []scenario.StreamMonth{
		{Month: unit.NewMonth(2026, 2), Plan: 1e9, Potential: 2e9, Actual: true},
		{Month: unit.NewMonth(2026, 3), Plan: 1e9, Potential: 2e9, Earned: 2e9, Actual: true},
		{Month: unit.NewMonth(2026, 4), Plan: 1e9, Potential: 1e9, Earned: 1e9},
	} {
		if got := s.StreamMonths(0)[want.Month-s.FirstMonth()]; got != want {
			t.Errorf("%s is %+v, want %+v", want.Month, got, want)
		}
	}
}

func TestAGIEndsTheWindowOfTheShare(t *testing.T) {
	s := scenario.Scenario{}
	s.Terms.Share = scenario.Share{From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2030, 12)}
	s.Outlook.AGIVerified = unit.NewMonth(2029, 6)
	if _, through := s.ShareWindow(); through != unit.NewMonth(2030, 12) {
		t.Errorf("without a clause the share ends with %s", through)
	}
	s.Terms.Share.EndsAtAGI = true
	if from, through := s.ShareWindow(); from != unit.NewMonth(2026, 1) || through != unit.NewMonth(2029, 6) {
		t.Errorf("with a clause the share goes from %s through %s", from, through)
	}
}
