package plot

import (
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// said returns the rows of a timeline in words: what is in force when, and what
// follows.
func said(t *testing.T, change func(s *scenario.Scenario, d *Deal)) []string {
	t.Helper()
	pic := dealing(t, Options{}, change)
	a := pic.Chart.(*Deal).agreement()
	var out []string
	for _, row := range a.Rows() {
		line := row.Names[0] + ":"
		for _, s := range row.Stretches {
			line += " " + s.From.String() + " to " + s.Through.String() + " " + s.Words[0] + ";"
		}
		if len(row.Notes) > 0 {
			line += " " + row.Notes[0]
		}
		out = append(out, strings.TrimSuffix(line, ";"))
	}
	return out
}

func TestWhatIsInForceWhen(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(s *scenario.Scenario, d *Deal)
		want   []string // rows, as far as they are of interest
	}{
		{"the amendment", nil, []string{
			"Share to Microsoft: 2026-01 to 2028-11 20% of revenue until the cap is reached; 2028-12 to 2030-12 agreed through 2030, nothing left to pay",
			"Reverse share to OpenAI: 2026-01 to 2026-04 20% of Azure resale; ended with the amendment",
			"License: 2026-01 to 2026-04 exclusive until AGI; 2026-05 to 2032-12 non-exclusive since the amendment, models and products, through 2032",
			"Other clouds: 2026-05 to 2032-12 any cloud allowed",
			"Azure first: 2026-05 to 2032-12 new products ship first on Azure",
		}},
		{"prior terms with AGI in June 2029", swapped, []string{
			"Share to Microsoft: 2026-01 to 2029-06 20% of revenue, no cap, through Jun 2029; ended with AGI",
			"Reverse share to OpenAI: 2026-01 to 2029-06 20% of Azure resale; ended with AGI",
			"License: 2026-01 to 2029-06 exclusive until AGI; 2029-07 to 2032-12 non-exclusive, models and products, through 2032",
			"Other clouds: 2029-07 to 2032-12 any cloud allowed",
			"Azure first: 2029-07 to 2032-12 new products ship first on Azure",
		}},
		{"prior terms for good", func(s *scenario.Scenario, d *Deal) { s.Terms = d.Prior }, []string{
			"Share to Microsoft: 2026-01 to 2030-12 20% of revenue, no cap, through 2030",
			"Other clouds: not before AGI is verified",
			"Azure first: sold on Azure alone",
		}},
		// 10% of 389 billion is 38.9 by the end of 2029, 0.9 more than the cap.
		{"a rate that the amendment lowers", func(s *scenario.Scenario, _ *Deal) { s.Terms.Share.Rate = 0.1 }, []string{
			"Share to Microsoft: 2026-01 to 2026-04 20%; 2026-05 to 2029-12 10% of revenue until the cap is reached; 2030-01 to 2030-12 agreed through 2030, nothing left to pay",
		}},
		{"a rate that changes", func(s *scenario.Scenario, d *Deal) {
			s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
			s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2030, Rate: 0.15}}
			d.Prior = s.Terms
		}, []string{"Share to Microsoft: 2026-01 to 2026-04 20%; 2026-05 to 2030-12 15% to 20% of revenue, no cap, through 2030"}},
		{"a cap not reached", func(s *scenario.Scenario, _ *Deal) { s.Terms.Share.Cap = 200e9 }, []string{
			"Share to Microsoft: 2026-01 to 2030-12 20% of revenue, through 2030, the cap is not reached",
		}},
		{"a cap reached before", func(s *scenario.Scenario, _ *Deal) { s.Terms.Share.AlreadyPaid = 38e9 }, []string{
			"Share to Microsoft: 2026-01 to 2030-12 agreed through 2030, nothing left to pay",
		}},
		{"nothing said of license, clouds and reverse share", func(s *scenario.Scenario, d *Deal) {
			for _, terms := range []*scenario.Terms{&s.Terms, &d.Prior} {
				terms.License, terms.Reverse, terms.OtherClouds = nil, nil, scenario.OtherClouds{}
			}
		}, []string{
			"Reverse share to OpenAI: none", "License: none agreed", "Other clouds: not allowed", "Azure first: sold on Azure alone",
		}},
		{"a lead of a month", func(s *scenario.Scenario, _ *Deal) { s.Terms.OtherClouds.AzureLeadMonths = 1 }, []string{
			"Azure first: 2026-05 to 2032-12 new products ship on Azure one month before other clouds",
		}},
		{"a lead of thirteen", func(s *scenario.Scenario, _ *Deal) { s.Terms.OtherClouds.AzureLeadMonths = 13 }, []string{
			"Azure first: 2026-05 to 2032-12 new products ship on Azure 13 months before other clouds",
		}},
	} {
		rows := said(t, c.change)
		for _, want := range c.want {
			if !slices.Contains(rows, want) {
				t.Errorf("%s: no row says\n%s\nbut\n%s", c.name, want, strings.Join(rows, "\n"))
			}
		}
	}
}

func TestTheMonthOfTheAmendment(t *testing.T) {
	may, april := unit.NewMonth(2026, 5), unit.NewMonth(2026, 4)
	for _, c := range []struct {
		name   string
		change func(s *scenario.Scenario, d *Deal)
		effect unit.Month
		day    string
	}{
		{"the day is in the name: four days of April are left", func(*scenario.Scenario, *Deal) {}, may, "2026-04-27"},
		{"the day before the other way round", func(s *scenario.Scenario, _ *Deal) { s.Terms.Name = "Amended, 27 April 2026" }, may, "2026-04-27"},
		{"half of April is left", func(s *scenario.Scenario, _ *Deal) { s.Terms.Name = "New, April 16, 2026" }, april, "2026-04-16"},
		{"a day less", func(s *scenario.Scenario, _ *Deal) { s.Terms.Name = "New, April 17, 2026" }, may, "2026-04-17"},
		{"no day in the name: the clouds open", func(s *scenario.Scenario, _ *Deal) { s.Terms.Name = "Amended" }, may, ""},
		{"and no clouds: the reverse share ends", func(s *scenario.Scenario, _ *Deal) {
			s.Terms.Name, s.Terms.OtherClouds.From = "", 0
		}, may, ""},
		{"nor that: there is none", func(s *scenario.Scenario, _ *Deal) {
			s.Terms.Name, s.Terms.OtherClouds.From, s.Terms.Reverse = "", 0, nil
		}, 0, ""},
		{"it is given", func(_ *scenario.Scenario, d *Deal) { d.From = unit.NewMonth(2027, 3) }, unit.NewMonth(2027, 3), ""},
		{"it is given with its day", func(_ *scenario.Scenario, d *Deal) {
			d.From, d.Amended = unit.NewMonth(2027, 3), unit.Date{Month: unit.NewMonth(2027, 2), Day: 20}
		}, unit.NewMonth(2027, 3), "2027-02-20"},
		{"a day that is none", func(s *scenario.Scenario, _ *Deal) { s.Terms.Name = "Amended, April 31, 2026" }, may, ""},
	} {
		pic := dealing(t, Options{}, c.change)
		if effect, day := pic.Chart.(*Deal).agreement().Effect(); effect != c.effect || day.String() != c.day {
			t.Errorf("%s: %s with the day %q, want %s and %q", c.name, effect, day, c.effect, c.day)
		}
	}
}

func TestYearsOfLicenseWithoutAPayment(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(s *scenario.Scenario, d *Deal)
		want   string
	}{
		{"from November 2028 through 2032", nil, "four years and one month of license without a payment"},
		{"from 2031 through 2032", func(s *scenario.Scenario, _ *Deal) { s.Terms.Share.Cap = 200e9 }, "two years of license without a payment"},
		{"through January 2031", func(s *scenario.Scenario, _ *Deal) {
			s.Terms.Share.Cap, s.Terms.License.Through = 200e9, unit.NewMonth(2031, 1)
		}, "one month of license without a payment"},
		{"through 2030", func(s *scenario.Scenario, _ *Deal) {
			s.Terms.Share.Cap, s.Terms.License.Through = 200e9, unit.NewMonth(2030, 12)
		}, ""},
		{"the cap reached before", func(s *scenario.Scenario, _ *Deal) { s.Terms.Share.AlreadyPaid = 38e9 }, "seven years of license without a payment"},
		{"no license", func(s *scenario.Scenario, _ *Deal) { s.Terms.License = nil }, ""},
	} {
		pic := dealing(t, Options{}, c.change)
		if _, _, got := pic.Chart.(*Deal).agreement().Unpaid(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheTimelineGoesToTheEndOfTheLicense(t *testing.T) {
	_, frames, err := NewPainter().Paint(dealing(t, Options{}, nil))
	if err != nil || len(frames.Panels) != 1 {
		t.Fatalf("%+v, error %v", frames, err)
	}
	f := frames.Panels[0]
	if f.From != unit.NewMonth(2026, 1) || f.Through != unit.NewMonth(2032, 12) {
		t.Errorf("from %s through %s", f.From, f.Through)
	}
	rows := map[string]float64{}
	for _, s := range frames.Spans {
		if !f.Plot.Contains(s.Rect.Left, s.Rect.Top) || !f.Plot.Contains(s.Rect.Right, s.Rect.Bottom) {
			t.Errorf("%s leaves the plot: %+v", s.Words, s.Rect)
		}
		if y, ok := rows[s.Row]; ok && y != s.Rect.Top {
			t.Errorf("%s stands at two heights", s.Row)
		}
		rows[s.Row] = s.Rect.Top
		if left := f.X(s.From, 0); s.Rect.Left < left-0.001-f.Plot.Width()/f.Months() || s.Rect.Left > left+2 {
			t.Errorf("%s begins at %v, its month at %v", s.Words, s.Rect.Left, left)
		}
	}
	if len(rows) != 5 || len(frames.Spans) != 7 {
		t.Errorf("%d rows, %d stretches", len(rows), len(frames.Spans))
	}
}

func TestTheShareIsPaidToTheDayTheCapIsReached(t *testing.T) {
	frames := framesOf(t, dealing(t, Options{}, nil))
	f := frames.Panels[0]
	// The share is paid to the 23rd of November, not to the end of the month.
	if paid := frames.Spans[0].Rect.Right; paid < f.X(unit.NewMonth(2028, 11), 0.7) || paid > f.X(unit.NewMonth(2028, 11), 0.8) {
		t.Errorf("the share ends at %v", paid)
	}
}

func TestTheWordsOfATimeline(t *testing.T) {
	wide := Options{Width: 1200, Height: 360}
	for _, c := range []struct {
		name   string
		change func(s *scenario.Scenario, d *Deal)
		want   []string
	}{
		{"the amendment", nil, []string{"amended Apr 27, 2026", "cap reached Nov 2028", "2032", "Share to Microsoft"}},
		{"no day", func(s *scenario.Scenario, _ *Deal) { s.Terms.Name = "" }, []string{"amended from May 2026"}},
		{"AGI", swapped, []string{"AGI verified Jun 2029", "three years and six months of license without a payment"}},
	} {
		said := bodies(presented(t, dealing(t, wide, c.change)))
		for _, want := range c.want {
			if !slices.Contains(said, want) {
				t.Errorf("%s: %q is not said in %q", c.name, want, said)
			}
		}
	}
}
