package words

import (
	"strconv"

	"headroom/scenario"
)

// Varied returns what people call an input that is moved to see what follows, such as
// "Total cap", "2028 growth" or, of the base of s, "2025 revenue".
func Varied(s scenario.Scenario, in scenario.Input) string {
	switch in {
	case scenario.InputCap:
		return "Total cap"
	case scenario.InputRate:
		return "Share rate"
	case scenario.InputBase:
		return strconv.Itoa(s.FirstYear-1) + " revenue"
	case scenario.InputGrowthShift:
		return "Growth, all years"
	case scenario.InputCapFrom:
		return "Cap counts from"
	case scenario.InputThrough:
		return "Share through"
	case scenario.InputAlreadyPaid:
		return "Counted before"
	case scenario.InputDiscount:
		return "Discount rate"
	}
	if year, ok := in.Year(); ok {
		return strconv.Itoa(year) + " growth"
	}
	return string(in)
}
