package words

import (
	"headroom/scenario"
	"headroom/scenario/unit"
)

// What is said of months where a January lies below the December before.
const (
	DipBrief  = "A January can lie a little below the December before it."
	DipReason = "Each year grows at its own steady pace, and the pace drops at the turn of the year."
)

// Dips reports whether a January of consecutive months earns less than the
// December before.
func Dips(months []scenario.Row) bool {
	var before unit.Amount
	for _, m := range months {
		if m.From.Month() == 1 && m.Revenue < before {
			return true
		}
		before = m.Revenue
	}
	return false
}
