package format

import (
	"fmt"
	"strings"

	"headroom/scenario/unit"
	"headroom/ui/field"
)

// Growth is that of a year's growth; none is what a year without one says.
func Growth(none string) field.Format {
	return field.Format{
		Short: func(v float64) string { return unit.Rate(v).BriefGrowth() },
		Full:  func(v float64) string { return unit.Rate(v).Full() },
		Parse: func(text string, shown float64) (float64, error) {
			r, err := unit.ParseGrowth(text, unit.Rate(shown))
			if err == nil && (r <= -1 || r > MostGrowth) {
				end := unit.Rate(-1)
				if r > 0 {
					end = MostGrowth
				}
				err = fmt.Errorf("%s is not above −100%% and at most +10,000%%", r.Apart(end, unit.Rate.Growth))
			}
			return float64(r), err
		},
		Step: func(v, n float64) float64 {
			r := unit.Rate(v)
			return within(float64(unit.StepRate(r, r.BriefGrowth(), n)), LeastGrowth, MostGrowth)
		},
		None: none,
	}
}

// Shift is that of a shift of growth in percentage points.
func Shift() field.Format {
	f := Growth("")
	f.Short = func(v float64) string { return unit.Rate(v).Points() }
	f.Parse = func(text string, _ float64) (float64, error) {
		text = strings.TrimSuffix(strings.TrimSpace(strings.ToLower(text)), "pp")
		r, err := unit.ParseRate(strings.TrimPrefix(strings.TrimSpace(text), "+"))
		return checked(r, -1, 10, err, unit.Rate.Points)
	}
	f.Step = func(v, n float64) float64 { return within(RoundTo(v+n*0.001, 0.0001), -1, 10) }
	return f
}
