package deal

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func month(year int, m int) unit.Month { return unit.NewMonth(year, 1) + unit.Month(m-1) }

func TestWordsOnTheOutlook(t *testing.T) {
	named := scenario.Scenario{Name: "Mine", Outlook: scenario.Outlook{Name: "Plan"}}
	unnamed := scenario.Scenario{Name: "Mine"}
	for _, c := range []struct {
		s       scenario.Scenario
		changed bool
		want    string
	}{
		{named, false, "Plan"}, {named, true, "Plan, changed"}, {unnamed, true, "Mine"},
	} {
		if got := outlookWords(c.s, c.changed); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
