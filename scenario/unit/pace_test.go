package unit_test

import (
	"testing"

	"headroom/scenario/unit"
)

func TestAPaceIsToldFromAnAmount(t *testing.T) {
	for text, want := range map[string]struct {
		amount string
		months int
	}{
		"26.8/y": {"26.8", 12}, "$26.8B a year": {"$26.8B", 12}, "26.8B / yr": {"26.8B", 12}, " 26.8 per  year": {" 26.8 per  year", 0},
		"26.8 PER YEAR ": {"26.8", 12}, "26.8 annualized": {"26.8", 12}, "26.8 p.a.": {"26.8", 12},
		"3/m": {"3", 1}, "3 a month": {"3", 1}, "9/q": {"9", 3}, "9 a quarter": {"9", 3},
		"26.8": {"26.8", 0}, "10.4B": {"10.4B", 0}, "/y": {"/y", 0}, " a year": {" a year", 0}, "": {"", 0}, "26.8my": {"26.8my", 0}, "1/4": {"1/4", 0},
	} {
		if amount, months := unit.CutPace(text); amount != want.amount || months != want.months {
			t.Errorf("%q is %q of %d months, want %q of %d", text, amount, months, want.amount, want.months)
		}
	}
}
