package reach

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

// TestTheChangeReachesTheCapOnTheDay applies what is found, and projects.
func TestTheChangeReachesTheCapOnTheDay(t *testing.T) {
	for _, input := range reachedBy {
		for _, day := range []unit.Date{
			{Month: unit.NewMonth(2028, 12), Day: 31}, {Month: unit.NewMonth(2029, 6), Day: 15}, {Month: unit.NewMonth(2030, 2), Day: 1},
		} {
			s := desktest.WorkedCase()
			change, by, fault := reaching(s, input, day)
			if fault != "" {
				t.Errorf("%s: by %s: %s", day, input, fault)
				continue
			}
			session := edit.New(scenario.Workspace{Scenarios: []scenario.Scenario{s}})
			if err := session.Do(change); err != nil {
				t.Fatal(err)
			}
			changed, _ := session.Scenario(s.ID)
			p, err := scenario.Project(changed)
			if err != nil {
				t.Fatal(err)
			}
			if got := p.Total.Reached.Date; got != day {
				t.Errorf("%s by %s: it is reached on %s", by, input, got)
			}
		}
	}
}

func TestADayThatNothingReachesIsSaidWithTheNearest(t *testing.T) {
	_, _, fault := reaching(desktest.WorkedCase(), solve.GrowthShift, unit.Date{Month: unit.NewMonth(2026, 1), Day: 1})
	for _, part := range []string{"The cap cannot be reached on Jan 1, 2026: growth shifts of ", " were tried. The nearest is "} {
		if !strings.Contains(fault, part) {
			t.Errorf("it says %q, without %q", fault, part)
		}
	}
}
