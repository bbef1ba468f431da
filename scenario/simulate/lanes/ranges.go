package lanes

import "math"

// MostRanges is how many ranges can be told apart at once.
const MostRanges = 7

const (
	// Least and Farthest stand for edges before and behind all bins.
	Least    = math.MinInt16
	Farthest = math.MaxInt16
	// sideBySide is how many values go side by side.
	sideBySide = 16
)

// Ranges tell values that lie in one of several ranges of bins from others.
type Ranges struct {
	low, per float64
	n        int
	// Where each range begins, and where the next values are that are not of it, as often as
	// values go side by side. Where there are no more ranges nothing lies between the two.
	edges [2 * MostRanges][sideBySide]int16
}

// Set sets the ranges, at most MostRanges, in ascending order and apart: of values for
// which (value - low) * per, cut to a whole number, is at least the first number of a pair
// and below the second. Numbers other than Least and Farthest are from 1 on, since what lies
// just below 0 is cut to 0 too, and below 30000, where all that lies further is put.
func (r *Ranges) Set(low, per float64, pairs [][2]int16) {
	r.low, r.per, r.n = low, per, len(pairs)
	for i := range r.edges {
		edge := int16(Farthest)
		if i/2 < len(pairs) {
			edge = pairs[i/2][i%2]
		}
		for k := range r.edges[i] {
			r.edges[i][k] = edge
		}
	}
}

// Sift tells some of the first AtOnce values by their keys, those that go side by side: it
// returns how many these are. It puts those that lie in a range into kept, which has room
// for all, and returns how many they are, and how many others lie before each range but
// behind the one before it; what stands in before after the last range means nothing.
func (r *Ranges) Sift(kept, values, keys []float64) (taken, in int, before [MostRanges + 1]uint16) {
	taken = side(min(len(kept), len(values), len(keys), AtOnce)) &^ (sideBySide - 1)
	if taken == 0 || r.n == 0 {
		return 0, 0, before
	}
	in = sift(r, &kept[0], &values[0], &keys[0], &before, taken)
	return taken, in, before
}
