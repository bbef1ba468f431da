package format

import (
	"math"
	"strings"

	"headroom/scenario/unit"
	"headroom/ui/field"
)

// Actual is that of what was earned in so many months, 1 or 3. A pace, such as 26.8/y
// or $26.8B a year, is its part of these; what is not known is empty, n/a or -.
func Actual(months int) field.Format {
	written := Amount("unknown")
	amount := written.Parse
	written.Parse = func(text string, shown float64) (float64, error) {
		switch strings.ToLower(strings.TrimSpace(text)) {
		case "-", "–", "n/a", "na", "?":
			return math.NaN(), nil
		}
		stated, of := unit.CutPace(text)
		v, err := amount(stated, shown)
		if err == nil && of > 0 {
			v = field.Clean(v * float64(months) / float64(of))
		}
		return v, err
	}
	return written
}
