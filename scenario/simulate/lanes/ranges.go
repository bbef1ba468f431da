package lanes

import "math"

// MostRanges is of how many ranges values can be told at once.
const MostRanges = 7

// Ranges tell values that lie in one of several ranges from others.
type Ranges struct {
	low, per float64
	n        int
	// Where each range begins, and where the next values are that are not of it, four times
	// each. Where there are no more ranges they are no numbers, which nothing reaches.
	edges [2 * MostRanges][4]float64
}

// Set sets the ranges, at most MostRanges, in ascending order and apart: of values for
// which (value - low) * per is at least the first number of a pair and below the second.
func (r *Ranges) Set(low, per float64, pairs [][2]float64) {
	r.low, r.per, r.n = low, per, len(pairs)
	for i := range r.edges {
		edge := math.NaN()
		if i/2 < len(pairs) {
			edge = pairs[i/2][i%2]
		}
		r.edges[i] = [4]float64{edge, edge, edge, edge}
	}
}

// Sift tells some of at most AtOnce values by their keys, those that go side by side: it
// returns how many these are. It puts those that lie in a range into kept, which has room for all,
// and returns how many they are, and how many others lie before each range but behind the
// one before it.
func (r *Ranges) Sift(kept, values, keys []float64) (taken, in int, before [MostRanges]int) {
	taken = side(min(len(kept), len(values), len(keys)))
	if taken == 0 || r.n == 0 {
		return 0, 0, before
	}
	in = sift(r, &kept[0], &values[0], &keys[0], &before, taken)
	before[0] = taken - before[0]
	return taken, in, before
}
