package layout

// Spread returns places for labels one below the other that overlap nowhere and
// lie as near as can be to where they want to be, in the sense of least squares,
// between top and bottom. The wanted places are the middles of labels of the
// given heights and must ascend; where there is too little room they begin at top.
func Spread(wanted, heights []float64, top, bottom float64) []float64 {
	// Less what lies above it, each place may be anything not less than that of
	// the label before: an isotonic regression, by pooling neighbors that violate it.
	type pool struct {
		sum   float64
		count int
	}
	var pools []pool
	above := make([]float64, len(wanted))
	total := 0.0
	for i, want := range wanted {
		above[i] = total + heights[i]/2
		total += heights[i]
		pools = append(pools, pool{want - above[i], 1})
		for n := len(pools); n > 1 && pools[n-2].sum/float64(pools[n-2].count) > pools[n-1].sum/float64(pools[n-1].count); n-- {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].count += pools[n-1].count
			pools = pools[:n-1]
		}
	}
	out := make([]float64, 0, len(wanted))
	for _, p := range pools {
		at := max(top, min(bottom-total, p.sum/float64(p.count)))
		for range p.count {
			out = append(out, at+above[len(out)])
		}
	}
	return out
}
