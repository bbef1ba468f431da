package edit_test

import (
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

func TestSourcesFollowTheirStreams(t *testing.T) {
	s := open(t, 1)
	before := of(t, s, "a").Sources
	do(t, s, edit.RemoveStream("a", 1))
	want := map[string]scenario.Source{
		"terms.share.cap":                 before["terms.share.cap"],
		"outlook.streams[0].revenue.2027": before["outlook.streams[0].revenue.2027"],
		"outlook.streams[1].revenue.2026": before["outlook.streams[2].revenue.2026"],
	}
	if got := of(t, s, "a"); !reflect.DeepEqual(got.Sources, want) || got.Outlook.Streams[1].Name != "Azure resale" {
		t.Errorf("sources are %v", got.Sources)
	}
	if s.UndoName() != "remove stream Hardware" {
		t.Errorf("undo %q", s.UndoName())
	}
	s.Undo()
	if got := of(t, s, "a").Sources; !reflect.DeepEqual(got, before) {
		t.Errorf("undone, sources are %v", got)
	}
}

func TestAddStream(t *testing.T) {
	s := open(t, 1)
	added := scenario.Stream{Name: "Hardware", Channel: scenario.ChannelDirect, Launch: 2027, Base: 1e9, Shared: 1, Growth: scenario.ByYear{{Year: 2029, Rate: 0.5}}}
	do(t, s, edit.AddStream("a", added))
	got := of(t, s, "a").Outlook.Streams[3]
	added.Name = "Hardware 2"
	added.Growth = scenario.ByYear{{Year: 2028, Rate: 0.5}, {Year: 2029, Rate: 0.5}, {Year: 2030, Rate: 0.5}}
	if !reflect.DeepEqual(got, added) {
		t.Errorf("added %+v, want %+v", got, added)
	}
	for range scenario.MaxStreams - 4 {
		do(t, s, edit.AddStream("a", added))
	}
	if err := s.Do(edit.AddStream("a", added)); err == nil || !strings.HasPrefix(err.Error(), "outlook.streams: ") {
		t.Errorf("one stream too many is answered with %v", err)
	}
}

// growths returns the growth of years given as year, rate, year, rate, ...
func growths(pairs ...float64) scenario.ByYear {
	var out scenario.ByYear
	for i := 0; i < len(pairs); i += 2 {
		out = out.With(int(pairs[i]), unit.Rate(pairs[i+1]))
	}
	return out
}

func TestMissingGrowthIsCopied(t *testing.T) {
	tests := []struct {
		what   string
		change edit.Change
		stream int
		want   scenario.ByYear
	}{
		{"added years copy the last growth", edit.SetLastYear("a", 2032), 1, growths(2029, 1, 2030, 0.5, 2031, 0.5, 2032, 0.5)},
		{"a shorter horizon keeps growth", edit.SetLastYear("a", 2026), 1, growths(2029, 1, 2030, 0.5)},
		{"an earlier launch takes the next growth", edit.SetLaunch("a", 1, 2026), 1, growths(2027, 1, 2028, 1, 2029, 1, 2030, 0.5)},
		{"no launch too", edit.SetLaunch("a", 1, 0), 1, growths(2026, 1, 2027, 1, 2028, 1, 2029, 1, 2030, 0.5)},
		{"a later launch keeps growth", edit.SetLaunch("a", 1, 2030), 1, growths(2029, 1, 2030, 0.5)},
		{"without any growth it is 0", edit.Group("", edit.AddStream("a", scenario.Stream{
			Name: "New", Channel: scenario.ChannelDirect, Launch: 2030, Base: 1e9, Shared: 1,
		}), edit.SetLastYear("a", 2031)), 3, growths(2031, 0)},
	}
	for _, test := range tests {
		s := open(t, 1)
		do(t, s, test.change)
		if got := of(t, s, "a").Outlook.Streams[test.stream].Growth; !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %v, want %v", test.what, got, test.want)
		}
	}
}

func TestAShorterHorizonLosesNothing(t *testing.T) {
	s := open(t, 1)
	before := of(t, s, "a")
	do(t, s, edit.SetLastYear("a", 2027))
	s.Seal()
	do(t, s, edit.SetLastYear("a", 2030))
	if !reflect.DeepEqual(of(t, s, "a"), before) {
		t.Error("the horizon moved there and back has lost something")
	}
	for _, year := range []int{2025, 2076, 2101, -1 << 62} {
		if err := s.Do(edit.SetLastYear("a", year)); err == nil || !strings.HasPrefix(err.Error(), "lastYear: ") {
			t.Errorf("a last year of %d is answered with %v", year, err)
		}
	}
	for _, year := range []int{2025, 1 << 62, -1 << 62, 2101} {
		if err := s.Do(edit.SetLaunch("a", 1, year)); err == nil {
			t.Errorf("a launch in %d is taken", year)
		}
	}
}

// prior is terms to take as a whole.
type prior struct{}

func (prior) ApplyTo(s scenario.Scenario) scenario.Scenario {
	s.Terms = scenario.Terms{Name: "Prior", Preset: "prior", Share: scenario.Share{Rate: 0.2, From: unit.FirstMonth, Through: unit.LastMonth, EndsAtAGI: true}}
	s.Uncertainty = nil
	s.Sources = nil
	return s
}

func TestTakeParts(t *testing.T) {
	for _, test := range []struct {
		change edit.Change
		name   string
	}{
		{edit.TakeTerms("a", "Prior, 28 October 2025", prior{}), "take terms Prior, 28 October 2025"},
		{edit.TakeOutlook("a", "Stall", prior{}), "take outlook Stall"},
	} {
		s := open(t, 1)
		before := of(t, s, "a")
		do(t, s, test.change)
		if got := of(t, s, "a"); s.UndoName() != test.name || got.Terms.Preset != "prior" || got.Sources != nil {
			t.Errorf("undo %q, terms %+v", s.UndoName(), got.Terms)
		}
		s.Undo()
		if !reflect.DeepEqual(of(t, s, "a"), before) {
			t.Errorf("%s: undo does not lead back", test.name)
		}
	}
}
