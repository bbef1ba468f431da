package field

import "math"

// A Scale maps the whole ticks of a slider, 0 to Ticks, to values that rise with
// them.
type Scale struct {
	// Ticks is the last tick; it is above 0.
	Ticks int
	// Value returns the value at a tick.
	Value func(tick int) float64
	// Tick returns the nearest tick to a value, below 0 or above Ticks where the
	// value lies outside.
	Tick func(v float64) int
}

// Linear returns a scale from low to high in equal steps. Values are free of the
// noise of binary fractions.
func Linear(low, high, step float64) Scale {
	return Scale{
		Ticks: max(1, int(math.Round((high-low)/step))),
		Value: func(tick int) float64 { return Clean(low + float64(tick)*step) },
		Tick:  func(v float64) int { return whole((v - low) / step) },
	}
}

// whole rounds, keeping within what an int holds.
func whole(v float64) int {
	const far = 1 << 30
	return int(math.Round(math.Max(-far, math.Min(far, v))))
}
