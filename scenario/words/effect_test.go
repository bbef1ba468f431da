package words

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

func TestEffectSaysWhatAChangeMakesOfTheAnswer(t *testing.T) {
	w := preset.Default()
	plan := w.Scenarios[w.Find("february-2026")] // $38B are reached on Nov 23, 2028
	with := func(change func(s *scenario.Scenario)) scenario.Scenario {
		s := plan
		s.Uncertainty = nil
		change(&s)
		return s
	}
	limit := func(capped bool, limit, before float64) scenario.Scenario {
		return with(func(s *scenario.Scenario) {
			s.Terms.Share.Capped, s.Terms.Share.Cap = capped, unit.Amount(limit)
			s.Terms.Share.AlreadyPaid = unit.Amount(before)
		})
	}
	nothing := with(func(s *scenario.Scenario) { s.Terms.Share.Rate = 0 })
	for _, tc := range []struct {
		says          string
		before, after scenario.Scenario
		want          string
	}{
		{"nothing", plan, plan, "Cap reached: Nov 23, 2028, as before. Paid through 2030: $38.0B, as before."},
		// 6, 12.4 and 22.6 are due of the years to 2028, 41 in all.
		{"later", plan, limit(true, 41e9, 0), "Cap reached: Dec 31, 2028 instead of Nov 23, 2028, 38 days later. Paid through 2030: $41.0B instead of $38.0B, +$3.0B."},
		{"earlier", limit(true, 41e9, 0), plan, "Cap reached: Nov 23, 2028 instead of Dec 31, 2028, 38 days earlier. Paid through 2030: $38.0B instead of $41.0B, −$3.0B."},
		{"no longer", plan, nothing, "Cap reached: not by 2030 instead of Nov 23, 2028. Paid through 2030: $0 instead of $38.0B, −$38.0B."},
		{"never", nothing, nothing, "Cap reached: not by 2030, as before. Paid through 2030: $0, as before."},
		{"before all", plan, limit(true, 38e9, 38e9), "Cap reached: before 2026 instead of Nov 23, 2028. Paid through 2030: $0 instead of $38.0B, −$38.0B."},
		{"without a cap", limit(false, 0, 0), limit(false, 0, 0), "There is no cap. Paid through 2030: $134.6B, as before."},
	} {
		before, err := SideOf(tc.before)
		if err != nil {
			t.Fatal(err)
		}
		after, err := SideOf(tc.after)
		if err != nil {
			t.Fatal(err)
		}
		if got := Effect(before, after); got != tc.want {
			t.Errorf("%s: %s\nwant %s", tc.says, got, tc.want)
		}
	}
	plan.Terms.Share.Rate = 2
	if _, err := SideOf(plan); err == nil || !strings.Contains(err.Error(), "terms.share.rate") {
		t.Errorf("a scenario that is not sound is no side: %v", err)
	}
}

func TestADifferenceHasASignUnlessItRoundsToNothing(t *testing.T) {
	for a, want := range map[unit.Amount]string{
		0: "$0", 0.4: "$0", -0.4: "$0", 1: "+$1", -1: "−$1", 96.6e9: "+$96.6B", -2e9: "−$2.0B",
	} {
		if got := Signed(a); got != want {
			t.Errorf("a difference of %v is %s, want %s", float64(a), got, want)
		}
	}
}
