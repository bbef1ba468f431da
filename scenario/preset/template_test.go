package preset_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

func TestTemplatesEarnWhatTheySay(t *testing.T) {
	for id, want := range map[string][6]float64{
		"hardware":     {0, 0, 1.3, 5.9, 10.6, 15.0},
		"azure-resale": {4.1, 7.9, 12.7, 19.6, 27.4, 35.6},
		// 0.3, then growth of 300, 150, 80 and 50 %.
		"other-clouds": {0, 0.3, 1.2, 3.0, 5.4, 8.1},
	} {
		s := added(t, id, made(t, "slump", "amended-2026-04"))
		last := len(s.Outlook.Streams) - 1
		for k, revenue := range want {
			if got := s.Revenue(last, 2025+k); !near(got, revenue*billion, 0.005) {
				t.Errorf("%s earns %.2f in %d, want %gB", id, got, 2025+k, revenue)
			}
		}
		if faults := s.Check(); faults != nil {
			t.Errorf("with %s: %v", id, faults)
		}
		if source := s.Sources[fmt.Sprintf("outlook.streams[%d].base", last)]; source.Status != scenario.StatusEstimate {
			t.Errorf("the base of %s is %q, want an estimate", id, source.Status)
		}
	}
}

func TestATemplateIsAddedUnderAFreeName(t *testing.T) {
	s := added(t, "hardware", added(t, "hardware", added(t, "hardware", scenario.Scenario{FirstYear: 2026, LastYear: 2030})))
	var names []string
	for _, stream := range s.Outlook.Streams {
		names = append(names, stream.Name)
	}
	if got := strings.Join(names, ", "); got != "Hardware, Hardware 2, Hardware 3" {
		t.Errorf("the streams are %s", got)
	}
}

func TestATemplateFitsTheHorizon(t *testing.T) {
	for _, c := range []struct {
		about, id   string
		first, last int
		launch      int
		year        int
		want        float64 // billions in that year
		sourced     bool
	}{
		{"as published", "hardware", 2026, 2030, 2027, 2030, 15, true},
		{"a horizon from the launch on", "hardware", 2027, 2030, 2027, 2027, 1.3, true},
		{"a horizon from after the launch on moves it", "hardware", 2028, 2033, 2028, 2031, 15, false},
		{"years beyond copy the last growth", "hardware", 2026, 2032, 2027, 2032, 15 * (15 / 10.6) * (15 / 10.6), true},
		{"a shorter horizon needs less", "other-clouds", 2026, 2027, 2026, 2027, 1.2, true},
		{"without a launch the base moves", "azure-resale", 2030, 2031, 0, 2030, 7.9, false},
		{"a launch after the horizon earns nothing", "hardware", 2020, 2026, 2027, 2026, 0, true},
	} {
		s := added(t, c.id, scenario.Scenario{FirstYear: c.first, LastYear: c.last})
		stream := s.Outlook.Streams[0]
		if stream.Launch != c.launch {
			t.Errorf("%s: launch %d, want %d", c.about, stream.Launch, c.launch)
		}
		if got := s.Revenue(0, c.year); !near(got, c.want*billion, 0.005) {
			t.Errorf("%s: %.2f in %d, want %gB", c.about, got, c.year, c.want)
		}
		if _, sourced := s.Sources["outlook.streams[0].base"]; sourced != c.sourced {
			t.Errorf("%s: sources %v, want %v", c.about, sourced, c.sourced)
		}
	}
}

func TestTakingAStreamOutOfAnotherKeepsTheirSum(t *testing.T) {
	for _, id := range []string{"other-clouds", "hardware"} {
		before := made(t, "plan-2026-02", "amended-2026-04")
		kept := made(t, "plan-2026-02", "amended-2026-04")
		after, err := template(t, id).TakeFrom(before, 0)
		if err != nil {
			t.Fatal(err)
		}
		if faults := after.Check(); faults != nil {
			t.Errorf("%s: %v", id, faults)
		}
		last := len(after.Outlook.Streams) - 1
		for year := 2025; year <= 2030; year++ {
			sum := after.Revenue(0, year) + after.Revenue(last, year)
			if want := float64(before.Revenue(0, year)); !near(sum, want, 0.005) {
				t.Errorf("%s: %d earns %.2f in all, want %.2f", id, year, sum, want)
			}
		}
		if !reflect.DeepEqual(before, kept) {
			t.Errorf("%s: the former scenario has changed", id)
		}
	}
}

func TestYearsBeforeAnythingIsTakenKeepTheirGrowth(t *testing.T) {
	before := made(t, "plan-2026-02", "amended-2026-04")
	after, err := template(t, "hardware").TakeFrom(before, 0) // launched in 2027
	if err != nil {
		t.Fatal(err)
	}
	was, _ := before.Outlook.Streams[0].Growth.Get(2026)
	if is, _ := after.Outlook.Streams[0].Growth.Get(2026); is != was {
		t.Errorf("the growth of 2026 is %v, was %v", is, was)
	}
	was, _ = before.Outlook.Streams[0].Growth.Get(2027)
	if is, _ := after.Outlook.Streams[0].Growth.Get(2027); is >= was {
		t.Errorf("the growth of 2027 is %v, was %v: nothing is taken out", is, was)
	}
}

func TestWhatCannotBeTakenOutIsRefused(t *testing.T) {
	small := func(base unit.Amount, growth unit.Rate) scenario.Scenario {
		s := scenario.Scenario{FirstYear: 2026, LastYear: 2027}
		s.Outlook.Streams = []scenario.Stream{{Name: "Small", Channel: scenario.ChannelDirect, Base: base, Shared: 1}}
		s.Outlook.Streams[0].Growth = scenario.ByYear{{Year: 2026, Rate: 0}, {Year: 2027, Rate: growth}}
		return s
	}
	for _, c := range []struct {
		about string
		s     scenario.Scenario
		from  int
		want  string // of the error, empty for none
	}{
		{"a stream of Azure resale", made(t, "slump", "amended-2026-04"), 1, `"Azure resale": it is not a direct one`},
		{"an index before the first", made(t, "slump", "amended-2026-04"), -1, "no stream at index -1"},
		{"an index after the last", made(t, "slump", "amended-2026-04"), 2, "no stream at index 2"},
		{"a dollar more than 0.3B, then fifty more than 1.2B", small(0.3*billion+1, (1.2*billion+50)/(0.3*billion+1)-1), 0, ""},
		{"exactly 0.3B", small(0.3*billion, 4), 0, "in 2026 it earns $0.30B, and $0.30B are to be taken out"},
		{"enough in 2026 only", small(billion, 0.2), 0, "in 2027 it earns $1.20B, and $1.20B are to be taken out"},
		{"a remainder that grows 101-fold", small(0.31*billion, (1.2+1.01-0.31)/0.31), 0, ""},
		{"a remainder that grows 102-fold", small(0.31*billion, (1.2+1.02-0.31)/0.31), 0, "more than a hundredfold"},
	} {
		got, err := template(t, "other-clouds").TakeFrom(c.s, c.from)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.about, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, want one with %q", c.about, err, c.want)
		case c.want != "" && len(got.Outlook.Streams) != len(c.s.Outlook.Streams):
			t.Errorf("%s: refused, and a stream added all the same", c.about)
		}
	}
}

func TestAFullScenarioTakesNoTemplate(t *testing.T) {
	s := scenario.Scenario{FirstYear: 2026, LastYear: 2030}
	for range 64 {
		s = added(t, "azure-resale", s)
	}
	if _, err := template(t, "azure-resale").AddTo(s); err == nil || !strings.Contains(err.Error(), "at most 64 streams") {
		t.Errorf("a 65th stream gives %v", err)
	}
	full := s
	full.Outlook.Streams[0].Channel = scenario.ChannelDirect
	if _, err := template(t, "azure-resale").TakeFrom(full, 0); err == nil {
		t.Error("a 65th stream is taken out of a direct one")
	}
}

func template(t *testing.T, id string) preset.StreamTemplate {
	t.Helper()
	template, ok := preset.FindTemplate(id)
	if !ok {
		t.Fatalf("there is no template %s", id)
	}
	return template
}

func added(t *testing.T, id string, s scenario.Scenario) scenario.Scenario {
	t.Helper()
	s, err := template(t, id).AddTo(s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
