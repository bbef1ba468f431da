package words

import (
	"fmt"
	"math"

	"headroom/scenario/unit"
)

// Relative says a change as a part of what it is a change of, in whole percent:
// "+22%", "−58%". Where known is false, since that was nothing, it is "new"; of less
// than half a percent and more than tenfold, which say nothing, it is empty.
func Relative(change unit.Rate, known bool) string {
	if !known {
		return "new"
	}
	switch rounded := math.Round(float64(change) * 100); {
	case math.Abs(rounded) >= 1000:
		return ""
	case rounded < 0:
		return fmt.Sprintf("−%.0f%%", -rounded)
	case rounded > 0:
		return fmt.Sprintf("+%.0f%%", rounded)
	}
	return ""
}

// Later says how many days a date is after another, or before it, for where a sign
// would be taken for one of a formula.
func Later(days int) string {
	switch {
	case days == 0:
		return "same day"
	case days < 0:
		return Count(-days, "day", "days") + " earlier"
	}
	return Count(days, "day", "days") + " later"
}
