package plot

import (
	"math"

	"headroom/scenario/unit"
)

// A Frame maps the pixels of a picture to months and amounts and back. Pixels
// are logical, from the upper left corner of the picture.
type Frame struct {
	Plot    Rect        // where the data is drawn
	From    unit.Month  // the month whose beginning is at Plot.Left
	Through unit.Month  // the month whose end is at Plot.Right
	Top     unit.Amount // at Plot.Top; Plot.Bottom is $0

	// Points are the year-ends of the share before the cap that lie within the
	// plot, in order of years. Only cumulative pictures have them.
	Points []Point

	Capped bool    // whether the cap line is drawn: there is a cap, and it lies within the plot
	CapY   float64 // where it is drawn; 0 where not Capped

	Reached  bool    // whether the date the cap is reached is marked
	ReachedX float64 // where; 0 where not Reached
	ReachedY float64

	// ReachedWords is where the words on that date stand; no room where none are
	// written.
	ReachedWords Rect
}

// A Rect is a rectangle in logical pixels: Right is right of Left, Bottom below
// Top.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Width returns the width in logical pixels.
func (r Rect) Width() float64 { return r.Right - r.Left }

// Height returns the height in logical pixels.
func (r Rect) Height() float64 { return r.Bottom - r.Top }

// Contains reports whether the point lies within r, borders included.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.Left && x <= r.Right && y >= r.Top && y <= r.Bottom
}

func (r Rect) overlaps(q Rect) bool {
	return r.Left < q.Right && q.Left < r.Right && r.Top < q.Bottom && q.Top < r.Bottom
}

func (r Rect) grown(by float64) Rect {
	return Rect{r.Left - by, r.Top - by, r.Right + by, r.Bottom + by}
}

// A Point is one year-end of the share before the cap. Under a cap that share is
// added up from where payments begin to count, on top of what was counted
// before, so that it is what counts toward the cap until the cap is reached.
type Point struct {
	Year  int
	X, Y  float64     // logical pixels
	Value unit.Amount // the share before the cap up to the end of Year
}

// X returns where the given part of a month, 0 to 1, is on the time axis. Months
// outside the plot map to pixels outside it.
func (f Frame) X(m unit.Month, fraction float64) float64 {
	return f.x(float64(m) + fraction)
}

// Y returns where an amount is on the vertical axis. Amounts above Top map to
// pixels above the plot.
func (f Frame) Y(a unit.Amount) float64 {
	return f.Plot.Bottom - float64(a)/float64(f.Top)*f.Plot.Height()
}

// Unit returns the unit that the vertical axis counts in.
func (f Frame) Unit() unit.AmountUnit { return countedIn(float64(f.Top)) }

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

// x maps a time, in months since the year 0, to pixels.
func (f Frame) x(t float64) float64 {
	return f.Plot.Left + (t-float64(f.From))/f.months()*f.Plot.Width()
}

func (f Frame) monthsAt(x float64) float64 {
	return float64(f.From) + (x-f.Plot.Left)/f.Plot.Width()*f.months()
}

func (f Frame) months() float64 { return float64(f.Through - f.From + 1) }
