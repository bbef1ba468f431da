package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/timeline"
	"headroom/scenario/unit"
)

func month(year, m int) unit.Month { return unit.NewMonth(year, 1) + unit.Month(m-1) }

// even is 2026 to 2030 at $1B a month, of which a fifth is due.
func even(change func(s *scenario.Scenario)) scenario.Scenario {
	s := scenario.Scenario{
		ID: "even", Name: "Even", FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{Shape: scenario.ShapeEven, Streams: []scenario.Stream{{
			Name: "All", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1,
			Growth: scenario.ByYear{{Year: 2026}, {Year: 2027}, {Year: 2028}, {Year: 2029}, {Year: 2030}},
		}}},
		Terms: scenario.Terms{Share: scenario.Share{Rate: 0.2, From: month(2026, 1), Through: month(2030, 12)}},
	}
	change(&s)
	return s
}

// agreed returns what s provides over time after prior.
func agreed(t *testing.T, s scenario.Scenario, prior scenario.Terms) timeline.Agreement {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	return timeline.New(s, p, prior, 0, unit.Date{})
}

// said returns a row in one line: its stretches, pale ones in brackets, and its note.
func said(r timeline.Row) string {
	var parts []string
	for _, s := range r.Stretches {
		text := fmt.Sprintf("%s to %s %s", s.From, s.Through, s.Words[len(s.Words)-1])
		if s.Pale {
			text = "(" + text + ")"
		}
		parts = append(parts, text)
	}
	if len(r.Notes) > 0 {
		parts = append(parts, r.Notes[0])
	}
	return strings.Join(parts, "; ")
}

// TestWhatEachTermProvidesOverTime has terms of May 2026 after others, by the day in
// their name.
func TestWhatEachTermProvidesOverTime(t *testing.T) {
	prior := even(func(s *scenario.Scenario) {
		s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2030, 12)}
		s.Terms.License = &scenario.License{Through: month(2030, 12), Exclusive: scenario.ExclusiveYes}
	}).Terms
	for _, tc := range []struct {
		says   string
		change func(s *scenario.Scenario)
		want   [5]string // share, reverse share, license, other clouds, Azure first
	}{
		{"a cap that $0.2B a month reach with the 25th", func(s *scenario.Scenario) {
			s.Terms.Share.Capped, s.Terms.Share.Cap = true, 5e9
		}, [5]string{
			"2026-01 to 2028-01 20%; (2028-02 to 2030-12 nothing left)",
			"2026-01 to 2026-04 20%; ended with the amendment",
			"(2026-01 to 2026-04 exclusive)",
			"not allowed", "sold on Azure alone",
		}},
		{"another rate, other clouds, a license for longer", func(s *scenario.Scenario) {
			s.Terms.Share.Rate = 0.15
			s.Terms.OtherClouds = scenario.OtherClouds{From: month(2026, 7), AzureLeadMonths: 2}
			s.Terms.License = &scenario.License{Through: month(2032, 12), Exclusive: scenario.ExclusiveNo}
		}, [5]string{
			"2026-01 to 2026-04 20%; 2026-05 to 2030-12 15%",
			"2026-01 to 2026-04 20%; ended with the amendment",
			"(2026-01 to 2026-04 exclusive); 2026-05 to 2032-12 non-exclusive",
			"2026-07 to 2032-12 allowed", "2026-07 to 2032-12 first on Azure",
		}},
		{"the share ends at AGI, the license opens with it", func(s *scenario.Scenario) {
			s.Outlook.AGIVerified = month(2028, 6)
			s.Terms.Share.EndsAtAGI = true
			s.Terms.OtherClouds.OpensAtAGI = true
			s.Terms.License = &scenario.License{Through: month(2030, 12), Exclusive: scenario.ExclusiveUntilAGI}
		}, [5]string{
			"2026-01 to 2028-06 20%; ended with AGI",
			"2026-01 to 2026-04 20%; ended with the amendment",
			"(2026-01 to 2026-04 exclusive); (2026-05 to 2028-06 exclusive); 2028-07 to 2030-12 non-exclusive",
			"2028-07 to 2030-12 allowed", "2028-07 to 2030-12 first on Azure",
		}},
	} {
		s := even(tc.change)
		s.Terms.Name = "Amended, April 27, 2026"
		a := agreed(t, s, prior)
		if effect, day := a.Effect(); effect != month(2026, 5) || day != (unit.Date{Month: month(2026, 4), Day: 27}) {
			t.Errorf("%s: with effect from %s, of %s", tc.says, effect, day)
		}
		for i, row := range a.Rows() {
			if got := said(row); got != tc.want[i] {
				t.Errorf("%s: %s: %q, want %q", tc.says, row.Names[0], got, tc.want[i])
			}
		}
	}
}

// A day from the middle of a month on counts from the next.
func TestFromWhenTermsOfADayHold(t *testing.T) {
	for name, want := range map[string]unit.Month{
		"Amended, April 15, 2026": month(2026, 4), "Amended, April 17, 2026": month(2026, 5), "Amended, 1 March 2026": month(2026, 3),
		"Amended, 2026-12-31": month(2027, 1), "Amended": 0, "Amended, some day": 0,
	} {
		s := even(func(s *scenario.Scenario) { s.Terms.Name = name })
		if got, _ := agreed(t, s, s.Terms).Effect(); got != want {
			t.Errorf("%q holds from %s, want %s", name, got, want)
		}
	}
}

func TestTheTimelineGoesOnAsLongAsTheLicense(t *testing.T) {
	s := even(func(s *scenario.Scenario) {
		s.Terms.License = &scenario.License{Through: month(2032, 6), Exclusive: scenario.ExclusiveNo}
	})
	if from, through := agreed(t, s, s.Terms).Span(); from != month(2026, 1) || through != month(2032, 6) {
		t.Errorf("it goes from %s to %s", from, through)
	}
}
