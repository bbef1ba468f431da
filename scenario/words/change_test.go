package words_test

import (
	"testing"

	"headroom/scenario/unit"
	"headroom/scenario/words"
)

func TestRelativeChanges(t *testing.T) {
	for _, c := range []struct {
		change unit.Rate
		known  bool
		want   string
	}{
		{0.224, true, "+22%"},
		{-0.576, true, "−58%"},
		{-1, true, "−100%"},
		{0.004, true, ""},
		{-0.004, true, ""},
		{9.9949, true, "+999%"},
		{9.9951, true, ""},
		{-9.9951, true, ""},
		{0, false, "new"},
	} {
		if got := words.Relative(c.change, c.known); got != c.want {
			t.Errorf("%v, known %v: %q, want %q", c.change, c.known, got, c.want)
		}
	}
}

func TestDaysWithoutASign(t *testing.T) {
	for days, want := range map[int]string{0: "same day", 1: "1 day later", -1: "1 day earlier", 304: "304 days later", -304: "304 days earlier"} {
		if got := words.Later(days); got != want {
			t.Errorf("%d: %q, want %q", days, got, want)
		}
	}
}
