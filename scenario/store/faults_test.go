package store

import (
	"fmt"
	"strings"
	"testing"
)

func TestAllFaultsComeInTheOrderOfTheFile(t *testing.T) {
	wantLines(
		t, `{
		"scenarios": [
			{"outlook": {"streams": [{"growth": {"2027": -1, "2028": 1, "2030": "1"}, "base": -1, "x": {"y": [1]}, "channel": "direct"}]},
			 "id": "B", "lastYear": 2030, "name": "", "terms": {"share": {"through": "2025-12", "from": "2026-01"}}, "sources": {"b": {}, "a": {}}},
			7,
			{}
		],
		"view": {"selected": "nobody"},
		"format": "x",
		"format": "y"
	}`,
		"scenarios[0].outlook.streams[0].growth.2027: -1 is not above -1 and at most 100",
		`scenarios[0].outlook.streams[0].growth.2030: "1" is not a number`,
		"scenarios[0].outlook.streams[0].growth.2026: missing",
		"scenarios[0].outlook.streams[0].growth.2029: missing",
		"scenarios[0].outlook.streams[0].base: -1 is not between 0 and 1e15",
		"scenarios[0].outlook.streams[0].x: unknown field",
		"scenarios[0].outlook.streams[0].name: missing",
		`scenarios[0].id: "B" is not 1 to 64 of a-z, 0-9 and -`,
		"scenarios[0].name: is empty; a name has 1 to 200 characters",
		"scenarios[0].terms.share.through: 2025-12 is before 2026-01, where it begins",
		"scenarios[0].terms.share.rate: missing",
		"scenarios[0].sources.b: names no field of the scenario",
		"scenarios[0].sources.a: names no field of the scenario",
		"scenarios[1]: 7 is not an object",
		"scenarios[2].id: missing",
		"scenarios[2].name: missing",
		"scenarios[2].outlook.streams: missing",
		"scenarios[2].terms.share.rate: missing",
		"scenarios[2].terms.share.from: missing",
		"scenarios[2].terms.share.through: missing",
		`format: "x" is not headroom-workspace`,
		"format: given twice",
		"version: missing",
	)
}

func TestFiftyFaultsAreShownAndTheRestCounted(t *testing.T) {
	unknown := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `,"x%d":0`, i)
		}
		return b.String()
	}
	for n, last := range map[int]string{
		50:     "x49: unknown field",
		51:     "and 1 more fault",
		52:     "and 2 more faults",
		12_345: "and 12295 more faults",
	} {
		got := lines(t, least(unknown(n), ""))
		if len(got) != min(n, 51) || got[0] != "x0: unknown field" || got[49] != "x49: unknown field" || got[len(got)-1] != last {
			t.Errorf("%d faults: %d lines, from %q to %q, want the last %q", n, len(got), got[0], got[len(got)-1], last)
		}
	}
}

func TestTheFirstFaultsAreShownThoughFoundLate(t *testing.T) {
	// The view is checked after all scenarios, of which there are many faults.
	file := `{"view":{"selected":"x"},` + least("", "")[1:]
	file = strings.Replace(file, `"scenarios":[`, `"scenarios":[`+strings.Repeat(`{"id":"b"},`, 999), 1)
	got := lines(t, file)
	if got[0] != `view.selected: "x" is the id of no scenario` {
		t.Errorf("first fault %q", got[0])
	}
	// 1 of the view, of 999 scenarios 5 missing fields each, and 998 ids given again.
	if want := fmt.Sprintf("and %d more faults", 1+999*5+998-50); got[50] != want {
		t.Errorf("last line %q, want %q", got[50], want)
	}
}
