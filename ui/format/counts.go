package format

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/field"
)

// Count is that of a whole number of something, such as months.
func Count(one, many string, most int) field.Format {
	return field.Format{
		Short: func(v float64) string { return words.Count(int(v), one, many) },
		Full:  func(v float64) string { return fmt.Sprint(int(v)) },
		Parse: func(text string, _ float64) (float64, error) {
			var n int
			var rest string
			fields := strings.Fields(text)
			if len(fields) == 2 && (fields[1] == one || fields[1] == many) {
				fields = fields[:1]
			}
			if len(fields) != 1 {
				return 0, fmt.Errorf("%s is not a number of %s between 0 and %d", unit.Quote(text), many, most)
			}
			if k, _ := fmt.Sscanf(fields[0], "%d%s", &n, &rest); k != 1 || n < 0 || n > most {
				return 0, fmt.Errorf("%s is not a whole number of %s between 0 and %d", unit.Quote(text), many, most)
			}
			return float64(n), nil
		},
		Step: func(v, n float64) float64 {
			return within(math.Round(v+math.Copysign(math.Max(1, math.Abs(n)), n)), 0, float64(most))
		},
	}
}

// Year is that of a calendar year.
func Year() field.Format {
	low, high := unit.FirstMonth.Year(), unit.LastMonth.Year()
	return field.Format{
		Short: func(v float64) string { return strconv.Itoa(int(v)) },
		Full:  func(v float64) string { return strconv.Itoa(int(v)) },
		Parse: func(text string, _ float64) (float64, error) {
			year, err := strconv.Atoi(strings.TrimSpace(text))
			if err != nil || year < low || year > high {
				return 0, fmt.Errorf("%s is not a year between %d and %d", unit.Quote(text), low, high)
			}
			return float64(year), nil
		},
		Step: func(v, n float64) float64 {
			return within(v+math.Copysign(math.Max(1, math.Abs(n)), n), float64(low), float64(high))
		},
	}
}

// Pixels is that of a side of a picture in pixels.
func Pixels() field.Format {
	const low, high = 100, 8000
	return field.Format{
		Short: func(v float64) string { return strconv.Itoa(int(v)) },
		Full:  func(v float64) string { return strconv.Itoa(int(v)) },
		Parse: func(text string, _ float64) (float64, error) {
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, "px")))
			if err != nil || n < low || n > high {
				return 0, fmt.Errorf("%q is not a number of pixels between %d and %d", text, low, high)
			}
			return float64(n), nil
		},
		Step: func(v, n float64) float64 { return within(math.Round(v+10*n), low, high) },
	}
}
