package edit_test

import (
	"fmt"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// plan returns a scenario in which everything is set that a change can set: two
// direct streams, one of them a launch, an azure stream, and a range of the cap.
func plan(id, name string) scenario.Scenario {
	month := unit.NewMonth
	return scenario.Scenario{
		ID: id, Name: name, FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{
			Name: "Plan", Shape: scenario.ShapeRamp,
			Streams: []scenario.Stream{
				{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 10e9, Shared: 1, Growth: scenario.ByYear{
					{Year: 2026, Rate: 1}, {Year: 2027, Rate: 1}, {Year: 2028, Rate: 0.5}, {Year: 2029, Rate: 0.5}, {Year: 2030, Rate: 0.25},
				}},
				{Name: "Hardware", Channel: scenario.ChannelDirect, Launch: 2028, Base: 6e9, Shared: 1, Growth: scenario.ByYear{
					{Year: 2029, Rate: 1}, {Year: 2030, Rate: 0.5},
				}},
				{Name: "Azure resale", Channel: scenario.ChannelAzure, Base: 4e9, Shared: 1, Growth: scenario.ByYear{
					{Year: 2026, Rate: 0.5}, {Year: 2027, Rate: 0.5}, {Year: 2028, Rate: 0.5}, {Year: 2029, Rate: 0.5}, {Year: 2030, Rate: 0.5},
				}},
			},
		},
		Terms: scenario.Terms{
			Name: "Amended",
			Share: scenario.Share{
				Rate: 0.2, From: month(2026, 1), Through: month(2030, 12), CapFrom: month(2026, 1), Capped: true, Cap: 38e9,
			},
			Reverse:     &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2026, 4)},
			OtherClouds: scenario.OtherClouds{From: month(2026, 5)},
			License:     &scenario.License{Through: month(2032, 12), Exclusive: scenario.ExclusiveNo},
		},
		Valuation: scenario.Valuation{DiscountRate: 0.1, AsOf: month(2026, 1)},
		Uncertainty: &scenario.Uncertainty{
			GrowthSD: scenario.ByYear{{Year: 2027, Rate: 0.15}}, Correlation: 0.5,
			CapRange: &scenario.CapRange{Low: 35e9, High: 41e9},
		},
		Sources: map[string]scenario.Source{
			"terms.share.cap":                 {Value: scenario.NumberValue(38e9), Status: scenario.StatusReported},
			"outlook.streams[0].revenue.2027": {Value: scenario.NumberValue(40e9), Status: scenario.StatusReported},
			"outlook.streams[1].base":         {Value: scenario.NumberValue(6e9), Status: scenario.StatusEstimate},
			"outlook.streams[2].revenue.2026": {Value: scenario.NumberValue(6e9), Status: scenario.StatusEstimate},
		},
	}
}

// many returns a workspace of n scenarios with the ids a, b, c, ... or s27 and so
// on, the first selected.
func many(n int) scenario.Workspace {
	w := scenario.Workspace{Name: "Many"}
	for i := range n {
		id := fmt.Sprintf("s%d", i)
		if i < 26 {
			id = string(rune('a' + i))
		}
		w.Scenarios = append(w.Scenarios, plan(id, "Plan "+id))
	}
	if n > 0 {
		w.View = scenario.View{Selected: "a", Compared: []string{"a"}, Reference: "a"}
	}
	return w
}

func open(t testing.TB, n int) *edit.Session {
	t.Helper()
	w := many(n)
	if faults := field.CheckWorkspace(w); faults != nil {
		t.Fatal(faults)
	}
	return edit.New(w)
}

func do(t testing.TB, s *edit.Session, changes ...edit.Change) {
	t.Helper()
	for _, c := range changes {
		if err := s.Do(c); err != nil {
			t.Fatal(err)
		}
	}
}

func of(t testing.TB, s *edit.Session, id string) scenario.Scenario {
	t.Helper()
	found, ok := s.Scenario(id)
	if !ok {
		t.Fatalf("there is no scenario %q", id)
	}
	return found
}

func capOf(t testing.TB, s *edit.Session, id string) unit.Amount {
	t.Helper()
	return of(t, s, id).Terms.Share.Cap
}

func ids(s *edit.Session) string {
	out := ""
	for i := range s.Len() {
		out += s.At(i).ID + " "
	}
	return out
}

// markSaved saves the session where nothing happens meanwhile.
func markSaved(s *edit.Session) {
	_, written := s.Saving()
	written()
}
