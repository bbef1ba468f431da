package format

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"headroom/scenario/unit"
	"headroom/ui/field"
)

// The formats of the form's fields: how each kind of quantity is written, read
// and stepped, and what is allowed, in the units of the screen.

// Amount is that of an amount of $0 to 1,000,000 billion; none, where not
// empty, is what a field without one says.
func Amount(none string) field.Format { return amountsUpTo(1e15, none) }

// Revenue is that of a year's revenue, which grows beyond what an amount
// that is given may be: growth alone bounds it.
func Revenue() field.Format { return amountsUpTo(math.MaxFloat64, "") }

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

// Rate is that of a fraction between low and high, shown as percent.
func Rate(low, high unit.Rate) field.Format {
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
	LeastGrowth = -0.999999
	MostGrowth  = 100
)

func checked(r, low, high unit.Rate, err error, words func(unit.Rate) string) (float64, error) {
	if err == nil && (r < low || r > high) {
		err = errors.New(r.Outside(low, high, words))
	}
	return float64(r), err
}

func within(v, low, high float64) float64 { return math.Min(math.Max(v, low), high) }

// RoundTo rounds v to whole grains, free of the noise of binary fractions.
func RoundTo[T ~float64](v, grain T) T {
	clean, err := strconv.ParseFloat(strconv.FormatFloat(math.Round(float64(v/grain))*float64(grain), 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return T(clean)
}
