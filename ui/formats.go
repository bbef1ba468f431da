package ui

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/field"
)

// The formats of the form's fields: how each kind of quantity is written, read
// and stepped, and what is allowed, in the units of the screen.

// amountFormat is that of an amount of $0 to 1,000,000 billion; none, where not
// empty, is what a field without one says.
func amountFormat(none string) field.Format { return amountsUpTo(1e15, none) }

// revenueFormat is that of a year's revenue, which grows beyond what an amount
// that is given may be: growth alone bounds it.
func revenueFormat() field.Format { return amountsUpTo(math.MaxFloat64, "") }

func amountsUpTo(most float64, none string) field.Format {
	return field.Format{
		Short: func(v float64) string { return unit.Amount(v).Brief() },
		Full:  func(v float64) string { return unit.Amount(v).Full() },
		Parse: func(text string, _ float64) (float64, error) {
			if none != "" && strings.EqualFold(text, "none") {
				return math.NaN(), nil
			}
			a, err := unit.ParseAmount(text, unit.Billions)
			switch {
			case err == nil && a < 0 && most == math.MaxFloat64:
				err = errors.New(a.Below(0))
			case err == nil && (a < 0 || float64(a) > most):
				err = errors.New(a.Outside(0, unit.Amount(most)))
			}
			return float64(a), err
		},
		Step: func(v, n float64) float64 {
			shown := unit.Amount(v).Brief()
			if v == 0 {
				shown = "$0.0B"
			}
			return within(float64(unit.StepAmount(unit.Amount(v), shown, unit.Billions, n)), 0, most)
		},
		None: none,
	}
}

// rateFormat is that of a fraction between low and high, shown as percent.
func rateFormat(low, high unit.Rate) field.Format {
	return field.Format{
		Short: func(v float64) string { return unit.Rate(v).Percent() },
		Full:  func(v float64) string { return unit.Rate(v).Full() },
		Parse: func(text string, _ float64) (float64, error) {
			r, err := unit.ParseRate(text)
			return checked(r, low, high, err, unit.Rate.Percent)
		},
		Step: func(v, n float64) float64 {
			r := unit.Rate(v)
			return within(float64(unit.StepRate(r, r.Percent(), n)), float64(low), float64(high))
		},
	}
}

// The growth the model takes: above -100%, at most 10,000%.
const (
	leastGrowth = -0.999999
	mostGrowth  = 100
)

// growthFormat is that of a year's growth; none is what a year without one says.
func growthFormat(none string) field.Format {
	return field.Format{
		Short: func(v float64) string { return unit.Rate(v).BriefGrowth() },
		Full:  func(v float64) string { return unit.Rate(v).Full() },
		Parse: func(text string, shown float64) (float64, error) {
			r, err := unit.ParseGrowth(text, unit.Rate(shown))
			if err == nil && (r <= -1 || r > mostGrowth) {
				end := unit.Rate(-1)
				if r > 0 {
					end = mostGrowth
				}
				err = fmt.Errorf("%s is not above −100%% and at most +10,000%%", r.Apart(end, unit.Rate.Growth))
			}
			return float64(r), err
		},
		Step: func(v, n float64) float64 {
			r := unit.Rate(v)
			return within(float64(unit.StepRate(r, r.BriefGrowth(), n)), leastGrowth, mostGrowth)
		},
		None: none,
	}
}

// countFormat is that of a whole number of something, such as months.
func countFormat(one, many string, most int) field.Format {
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

func checked(r, low, high unit.Rate, err error, words func(unit.Rate) string) (float64, error) {
	if err == nil && (r < low || r > high) {
		err = errors.New(r.Outside(low, high, words))
	}
	return float64(r), err
}

func within(v, low, high float64) float64 { return math.Min(math.Max(v, low), high) }
