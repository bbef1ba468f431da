package lanes

import "math"

// A Triangle is the triangular distribution of the cap.
type Triangle struct {
	Low, Mode, High float64
	below           float64 // probability of a value below the mode
	left, right     float64 // the squares of what lies either side, for a probability of 1
}

// Set makes t that of values from low to high, of which mode is the likeliest.
func (t *Triangle) Set(low, mode, high float64) {
	*t = Triangle{Low: low, Mode: mode, High: high}
	if wide := high - low; wide > 0 {
		t.below = (mode - low) / wide
		t.left, t.right = wide*(mode-low), wide*(high-mode)
	}
}

// Fill puts in the place of probabilities the values below which they lie.
func (t *Triangle) Fill(values []float64) {
	from := side(len(values))
	if from > 0 {
		triangular(t, &values[0], from)
	}
	t.fill(values[from:])
}

func (t *Triangle) fill(values []float64) {
	for i, v := range values {
		if v >= t.below {
			values[i] = t.High - math.Sqrt(float64((1-v)*t.right))
		} else {
			values[i] = t.Low + math.Sqrt(float64(v*t.left))
		}
	}
}
