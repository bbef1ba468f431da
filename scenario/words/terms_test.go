package words

import (
	"testing"

	"headroom/scenario/unit"
)

func TestFavorSaysWhoseAndHowMuch(t *testing.T) {
	for _, c := range []struct {
		worth unit.Amount
		want  string
	}{
		{76.38e9, "$76.4B in OpenAI's favor through 2030"},
		{-20.22e9, "$20.2B in Microsoft's favor through 2030"},
		{0, "No money either way through 2030"},
		{-0.001, "No money either way through 2030"},
		{0.001, "No money either way through 2030"},
		{1, "$1 in OpenAI's favor through 2030"},
		{99e6, "$99.0M in OpenAI's favor through 2030"},
	} {
		if got := Favor(c.worth, 2030); got != c.want {
			t.Errorf("%v: %q, want %q", c.worth, got, c.want)
		}
	}
}
