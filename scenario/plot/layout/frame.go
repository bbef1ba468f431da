package layout

import (
	"math"

	"headroom/scenario/unit"
)

// A Frame maps the pixels of a plot with a time axis to months and amounts and back.
// Pixels are logical, from the upper left corner of the picture.
type Frame struct {
	Plot    Rect        // where the data is drawn
	From    unit.Month  // the month whose beginning is at Plot.Left
	Through unit.Month  // the month whose end is at Plot.Right
	Top     unit.Amount // at Plot.Top; Plot.Bottom is $0
}

// X returns where the given part of a month, 0 to 1, is on the time axis. Months
// outside the plot map to pixels outside it.
func (f Frame) X(m unit.Month, fraction float64) float64 {
	return f.XAt(float64(m) + fraction)
}

// Y returns where an amount is on the vertical axis. Amounts above Top map to
// pixels above the plot.
func (f Frame) Y(a unit.Amount) float64 {
	return f.Plot.Bottom - float64(a)/float64(f.Top)*f.Plot.Height()
}

// Unit returns the unit that the vertical axis counts in.
func (f Frame) Unit() unit.AmountUnit { return CountedIn(float64(f.Top)) }

// MonthAt returns the month at x, and false where x is left or right of the
// plot.
func (f Frame) MonthAt(x float64) (unit.Month, bool) {
	if !(x >= f.Plot.Left && x <= f.Plot.Right) {
		return 0, false
	}
	return min(f.Through, max(f.From, unit.Month(math.Floor(f.monthsAt(x))))), true
}

// TimeAt returns the time at x in years: 2028.5 is the middle of 2028. It goes
// on outside the plot.
func (f Frame) TimeAt(x float64) float64 { return f.monthsAt(x) / 12 }

// AmountAt returns the amount at y. It goes on outside the plot: below it
// amounts are negative.
func (f Frame) AmountAt(y float64) unit.Amount {
	return unit.Amount((f.Plot.Bottom - y) / f.Plot.Height() * float64(f.Top))
}

// XAt maps a time, in months since the year 0, to pixels.
func (f Frame) XAt(t float64) float64 {
	return f.Plot.Left + (t-float64(f.From))/f.Months()*f.Plot.Width()
}

func (f Frame) monthsAt(x float64) float64 {
	return float64(f.From) + (x-f.Plot.Left)/f.Plot.Width()*f.Months()
}

func (f Frame) Months() float64 { return float64(f.Through - f.From + 1) }
