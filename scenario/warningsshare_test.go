package scenario_test

import (
	"strings"
	"testing"

	"headroom/scenario"
)

func TestWarningsOfAShareThatAGIEnds(t *testing.T) {
	t.Parallel()
	ended := func(agi, from, through, capFrom string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			share := &s.Terms.Share
			s.Outlook.AGIVerified, share.EndsAtAGI = month(agi), true
			share.From, share.Through, share.CapFrom = month(from), month(through), month(capFrom)
		}
	}
	const nothing = "terms.share.endsAtAGI: before it pays anything"
	holdCautions(t, []caution{
		{"a share that AGI ends with its first month is no oddity", ended("2026-01", "2026-01", "2030-12", "2026-01"), nil},
		{"one that AGI ends the month before is", ended("2025-12", "2026-01", "2030-12", "2025-12"), []string{nothing, "terms.share.capFrom: December 2025"}},
		{"one that AGI ends before it starts is", ended("2027-05", "2027-06", "2030-12", "2027-05"), []string{nothing}},
		{"one that AGI ends in the last month does not go on after it", ended("2030-12", "2026-01", "2031-06", "2026-01"), nil},
		{"one that AGI ends the month after does", ended("2031-01", "2026-01", "2031-06", "2026-01"), []string{"terms.share.through: after December 2030"}},
		{"a cap that counts from the month AGI ends the share is no oddity", ended("2028-06", "2026-01", "2030-12", "2028-06"), nil},
		{"one that counts from the month after is", ended("2028-06", "2026-01", "2030-12", "2028-07"), []string{"terms.share.capFrom: nothing counts toward it"}},
	})
}

func TestOnlyWhatCountsTowardTheCapIsToBeCountedBefore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sentence string
		capped   bool
		capFrom  string
		advised  bool
	}{
		{"payments before the horizon count where the cap counts from the share's start", true, "", true},
		{"they do not where it counts from later", true, "2026-01", false},
		{"they do not without a cap", false, "", false},
	} {
		s := plan()
		share := &s.Terms.Share
		share.From, share.CapFrom = month("2025-12"), 0
		if c.capFrom != "" {
			share.CapFrom = month(c.capFrom)
		}
		if !c.capped {
			share.Capped, share.Cap = false, 0
		}
		warnings := project(t, s).Warnings
		if len(warnings) != 1 || strings.Contains(warnings[0].Message, "count them") != c.advised {
			t.Errorf("%s: %q", c.sentence, warnings)
		}
	}
}
