package preset_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

const billion = 1e9

// published is the revenue of 2025 to 2030 in billions, as the publications
// give it.
var published = map[string]map[string][6]float64{
	"plan-2026-02": {"OpenAI": {13.07, 30, 62, 113, 184, 284}, "Azure resale": {4.1, 7.9, 12.7, 19.6, 27.4, 35.6}},
	"plan-2026-07": {"OpenAI": {13.07, 36, 74.9, 137.4, 225.3, 350}, "Azure resale": {4.1, 7.9, 12.7, 19.6, 27.4, 35.6}},
	"plan-2025-04": {"OpenAI": {13.07, 29, 54, 86, 125, 174}, "Azure resale": {4.1, 7.9, 12.7, 19.6, 27.4, 35.6}},
	"slump":        {"OpenAI": {13.07, 36, 38, 38, 38, 38}, "Azure resale": {4.1, 7.9, 12.7, 19.6, 27.4, 35.6}},
	"plan-2026-02-lines": {
		"ChatGPT consumer, with ads":    {8.3, 16.6, 32.8, 57.2, 93.9, 149.7},
		"ChatGPT business, with agents": {2.3, 8.3, 16.8, 31.3, 47.6, 70.1},
		"Platform, with API sales":      {1.6, 5.2, 10.9, 18.6, 31.8, 47.6},
		"New products, with hardware":   {0, 0, 1.3, 5.9, 10.6, 15.0},
		"Azure resale":                  {4.1, 7.9, 12.7, 19.6, 27.4, 35.6},
	},
}

func TestEveryOutlookEarnsWhatIsPublishedToTheCent(t *testing.T) {
	outlooks := preset.Outlooks()
	if len(outlooks) != len(published) {
		t.Fatalf("there are %d outlooks, want %d", len(outlooks), len(published))
	}
	for _, o := range outlooks {
		s := made(t, o.ID, "amended-2026-04")
		want := published[o.ID]
		if len(s.Outlook.Streams) != len(want) {
			t.Errorf("%s has %d streams, want %d", o.ID, len(s.Outlook.Streams), len(want))
		}
		for i, stream := range s.Outlook.Streams {
			for k, revenue := range want[stream.Name] {
				if got := s.Revenue(i, 2025+k); !near(got, revenue*billion, 0.005) {
					t.Errorf("%s: %s earns %.4f in %d, want %gB", o.ID, stream.Name, got, 2025+k, revenue)
				}
			}
		}
	}
}

func TestEveryCombinationIsSound(t *testing.T) {
	for _, o := range preset.Outlooks() {
		for _, terms := range preset.AllTerms() {
			s := made(t, o.ID, terms.ID)
			if faults := s.Check(); faults != nil {
				t.Errorf("%s under %s: %v", o.ID, terms.ID, faults)
			}
			p, err := scenario.Project(s)
			if err != nil || len(p.Warnings) != 0 {
				t.Errorf("%s under %s: error %v, warnings %v", o.ID, terms.ID, err, p.Warnings)
			}
			if s.Outlook.Preset != o.ID || s.Terms.Preset != terms.ID {
				t.Errorf("%s under %s says it was taken from %s and %s", o.ID, terms.ID, s.Outlook.Preset, s.Terms.Preset)
			}
		}
	}
}

func TestABlankScenarioHoldsNobodysFigures(t *testing.T) {
	s := preset.New("blank", "Blank", preset.BlankOutlook(), preset.BlankTerms())
	if faults := s.Check(); len(faults) > 0 {
		t.Error(faults)
	}
	for path := range s.Sources {
		if strings.HasPrefix(path, "terms.") || strings.HasPrefix(path, "outlook.") {
			t.Errorf("%s has a source", path)
		}
	}
	if s.Terms.Preset != "" || s.Outlook.Preset != "" {
		t.Errorf("it is taken from %q and %q", s.Outlook.Preset, s.Terms.Preset)
	}
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	if total := p.Total; math.Abs(float64(total.Revenue)-5e9) > 0.01 || total.Due != 0 || total.Reverse != 0 {
		t.Errorf("a billion in each of five years is %v, of which are due %v, and back %v", total.Revenue, total.Due, total.Reverse)
	}
}

func TestUnknownPresetsAreNotFound(t *testing.T) {
	if _, ok := preset.FindOutlook("plan-2026-03"); ok {
		t.Error("an unknown outlook is found")
	}
	if _, ok := preset.FindTerms("amended"); ok {
		t.Error("unknown terms are found")
	}
	if _, ok := preset.FindTemplate("hardwares"); ok {
		t.Error("an unknown template is found")
	}
}

func TestWhatTheAmendmentIsWorth(t *testing.T) {
	amended, prior := project(t, "plan-2026-02", "amended-2026-04"), project(t, "plan-2026-02", "prior-2025-10")
	for _, c := range []struct {
		what      string
		got, want float64
		half      float64 // of the last digit
	}{
		{"due under both terms", float64(amended.Due), 134.6, 0.05},
		{"due under the prior terms", float64(prior.Due), 134.6, 0.05},
		{"paid under the amended terms", float64(amended.Paid), 38, 0.05},
		{"saved by the cap", float64(amended.Forgone), 96.6, 0.05},
		{"less paid to Microsoft", float64(prior.Paid - amended.Paid), 96.6, 0.05},
		{"less paid to OpenAI", float64(prior.Reverse - amended.Reverse), 20.22, 0.005},
		{"net in OpenAI's favor", float64(prior.Net - amended.Net), 76.38, 0.005},
	} {
		if !near(unit.Amount(c.got), c.want*billion, c.half*billion) {
			t.Errorf("%s: %.4f, want %g", c.what, c.got/billion, c.want)
		}
	}
}

func TestSlumpDoesNotReachTheCap(t *testing.T) {
	total := project(t, "slump", "amended-2026-04")
	if total.Reached.Ever() || !near(total.Paid, 37.6*billion, 0.005) {
		t.Errorf("the slump pays %.2f and reaches the cap %q, want 37.6B and never", total.Paid, total.Reached)
	}
}

func TestTheDefaultWorkspace(t *testing.T) {
	w := preset.Default()
	if faults := field.CheckWorkspace(w); faults != nil {
		t.Fatal(faults)
	}
	want := [][4]string{
		{"july-2026", "July 2026 plan", "plan-2026-07", "amended-2026-04"},
		{"february-2026", "February 2026 plan", "plan-2026-02", "amended-2026-04"},
		{"april-2025", "April 2025 plan", "plan-2025-04", "amended-2026-04"},
		{"slump", "Slump (illustrative)", "slump", "amended-2026-04"},
		{"february-2026-prior", "February 2026 plan, prior terms", "plan-2026-02", "prior-2025-10"},
	}
	if len(w.Scenarios) != len(want) {
		t.Fatalf("it holds %d scenarios, want %d", len(w.Scenarios), len(want))
	}
	for i, s := range w.Scenarios {
		if got := [4]string{s.ID, s.Name, s.Outlook.Preset, s.Terms.Preset}; got != want[i] {
			t.Errorf("scenario %d is %v, want %v", i, got, want[i])
		}
		if s.FirstYear != 2026 || s.LastYear != 2030 || len(s.Outlook.Streams) != 2 {
			t.Errorf("%s runs %d to %d with %d streams, want 2026 to 2030 with 2", s.ID, s.FirstYear, s.LastYear, len(s.Outlook.Streams))
		}
		if s.Valuation.DiscountRate != 0.10 || s.Valuation.AsOf.String() != "2026-01" {
			t.Errorf("%s is valued at %v as of %s", s.ID, s.Valuation.DiscountRate, s.Valuation.AsOf)
		}
		checkUncertainty(t, s)
	}
	view := fmt.Sprint(w.View.Selected, w.View.Compared, w.View.Reference)
	if view != "july-2026[february-2026 july-2026]february-2026" {
		t.Errorf("the view is %s", view)
	}
}

func checkUncertainty(t *testing.T, s scenario.Scenario) {
	t.Helper()
	u := s.Uncertainty
	if u == nil {
		t.Errorf("%s has no uncertainty", s.ID)
		return
	}
	for year, want := range map[int]unit.Rate{2026: 0.12, 2027: 0.20, 2028: 0.25, 2029: 0.25, 2030: 0.25} {
		if sd, ok := u.GrowthSD.Get(year); !ok || sd != want {
			t.Errorf("%s: the spread of growth in %d is %v, want %v", s.ID, year, sd, want)
		}
	}
	if u.Correlation != 0.5 {
		t.Errorf("%s: the correlation is %v, want 0.5", s.ID, u.Correlation)
	}
	switch {
	case s.ID == "february-2026-prior":
		if u.CapRange != nil {
			t.Errorf("%s has a range of a cap it has not", s.ID)
		}
	case u.CapRange == nil || *u.CapRange != scenario.CapRange{Low: 35 * billion, High: 41 * billion}:
		t.Errorf("%s: the range of the cap is %v, want 35B to 41B", s.ID, u.CapRange)
	}
}

func TestColorsAreGivenByOrderAndRepeat(t *testing.T) {
	seen := map[string]bool{}
	for i := range 7 {
		color := preset.Color(i)
		if seen[color] {
			t.Errorf("color %d, %s, comes twice", i, color)
		}
		seen[color] = true
	}
	for _, same := range [][2]int{{0, 7}, {1, 8}, {-1, 0}} {
		if preset.Color(same[0]) != preset.Color(same[1]) {
			t.Errorf("colors %d and %d differ", same[0], same[1])
		}
	}
}

func made(t *testing.T, outlook, terms string) scenario.Scenario {
	t.Helper()
	o, ok := preset.FindOutlook(outlook)
	if !ok {
		t.Fatalf("no outlook %q", outlook)
	}
	agreed, ok := preset.FindTerms(terms)
	if !ok {
		t.Fatalf("no terms %q", terms)
	}
	return preset.New("made", "Made", o, agreed)
}

func project(t *testing.T, outlook, terms string) scenario.Totals {
	t.Helper()
	p, err := scenario.Project(made(t, outlook, terms))
	if err != nil {
		t.Fatal(err)
	}
	return p.Total
}

func near(got unit.Amount, want, within float64) bool {
	return math.Abs(float64(got)-want) < within
}

func TestAFreeColorIsOneThatNoScenarioShows(t *testing.T) {
	w := scenario.Workspace{}
	if got := preset.FreeColor(w); got != preset.Color(0) {
		t.Errorf("for the first scenario: %s, want %s", got, preset.Color(0))
	}
	// The second shows its place's color, the first the third one's.
	w.Scenarios = []scenario.Scenario{{Color: strings.ToLower(preset.Color(2))}, {}}
	if got := preset.FreeColor(w); got != preset.Color(0) {
		t.Errorf("got %s, want %s, which none shows", got, preset.Color(0))
	}
	w.Scenarios = append(w.Scenarios, scenario.Scenario{Color: preset.Color(0)})
	if got := preset.FreeColor(w); got != preset.Color(3) {
		t.Errorf("got %s, want %s, the first that none shows", got, preset.Color(3))
	}
	for i := range 7 {
		w.Scenarios = append(w.Scenarios, scenario.Scenario{Color: preset.Color(i)})
	}
	if got := preset.FreeColor(w); got != preset.Color(len(w.Scenarios)) {
		t.Errorf("where all are shown: %s, want that of the next place", got)
	}
}

// What is held against one another is not to be told apart by the two blues.
func TestTheDistinctColorAScenarioIsToldFromIts(t *testing.T) {
	const blue, vermilion, green, pink, orange, sky, yellow = 0, 1, 2, 3, 4, 5, 6
	showing := func(colors ...int) (w scenario.Workspace) {
		for _, c := range colors {
			w.Scenarios = append(w.Scenarios, scenario.Scenario{Color: preset.Color(c)})
		}
		return w
	}
	for _, tc := range []struct {
		says string
		w    scenario.Workspace
		at   int
		want int
	}{
		{"blue, all free", showing(blue), 0, yellow},
		{"blue, as first opened", showing(blue, vermilion, green, pink, orange), 0, yellow},
		{"orange, as first opened", showing(blue, vermilion, green, pink, orange), 4, sky},
		{"sky blue has blue left", showing(vermilion, green, pink, orange, sky, yellow), 4, blue},
		{"the one shown once", showing(blue, vermilion, green, pink, orange, sky, yellow, blue, green, pink, orange, sky, yellow), 0, vermilion},
		{"all shown once", showing(yellow, vermilion, green, pink, orange, sky, blue), 6, yellow},
		{"its own is never taken", showing(blue, vermilion, vermilion, green, green, pink, pink, orange, orange, sky, sky, yellow, yellow), 0, yellow},
	} {
		if got := preset.DistinctColor(tc.w, tc.at); got != preset.Color(tc.want) {
			t.Errorf("%s: %s, want %s", tc.says, got, preset.Color(tc.want))
		}
	}
	// Those compared are not shown twice while there are others.
	w := showing(blue, vermilion, green, pink, orange, sky, yellow, blue, vermilion)
	for i := range w.Scenarios {
		w.Scenarios[i].ID = strconv.Itoa(i)
	}
	w.View.Compared = []string{"5", "6", "0", "gone"}
	if got := preset.DistinctColor(w, 5); got != preset.Color(orange) {
		t.Errorf("beside sky blue, compared with yellow and blue: %s, want %s", got, preset.Color(orange))
	}
	// A scenario's own color counts however it is written, and that of its place too.
	w = scenario.Workspace{Scenarios: []scenario.Scenario{{Color: "#f0e442"}, {}}}
	if got := preset.DistinctColor(w, 0); got != preset.Color(blue) {
		t.Errorf("beside yellow: %s", got)
	}
	if got := preset.DistinctColor(w, 1); got == preset.Color(vermilion) || got == preset.Color(yellow) {
		t.Errorf("beside vermilion, with yellow shown: %s", got)
	}
}
