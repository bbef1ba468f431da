package words

import (
	"testing"

	"headroom/scenario/fault"
)

func TestFaultsAreToldInTheWordsOfTheScreen(t *testing.T) {
	for _, tc := range []struct{ path, message, want string }{
		{"terms.share.through", "2030-12 is before 2031-01", "Dec 2030 is before Jan 2031"},
		{"valuation.asOf", "2031-02-03 comes too late", "Feb 3, 2031 comes too late"},
		{"terms.share.from", `"2026-03" is a word, 2026-13 no month, 12026-031 neither`, `"2026-03" is a word, 2026-13 no month, 12026-031 neither`},
		{"scenarios[3].outlook.streams[0].growth.2027", "missing", "the figure of 2027 is missing"},
		{"uncertainty.capRange.high", "1.5e9 is below the cap, 38e9", "$1.50B is below the cap, $38.00B"},
		{"scenarios[3].name", "is empty", "the name is empty"},
	} {
		err := fault.List{{Path: tc.path, Message: tc.message}}
		if got := Plain(err).Error(); got != tc.want {
			t.Errorf("%s: %s is told as %q, want %q", tc.path, tc.message, got, tc.want)
		}
	}
}
