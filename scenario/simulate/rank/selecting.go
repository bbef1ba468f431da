package rank

import (
	"math"
	"slices"

	"headroom/scenario/simulate/lanes"
)

// selectBins is in how many parts a range of values is counted before those of interest
// are looked at.
const selectBins = 1024

// Select sets out to the values that stand at the given ranks, ascending and
// counted from 0, once values are in order; it does not put them in order. scratch is as
// long as values.
func Select(out []float64, ranks []int, values, scratch []float64) {
	low, high := lanes.Extremes(values)
	if low == high {
		for i := range out {
			out[i] = low
		}
		return
	}
	per := selectBins / (high - low)
	if len(values) < 4*selectBins || math.IsInf(per, 0) || per == 0 {
		scratch = scratch[:copy(scratch, values)]
		within(out, ranks, scratch, 0)
		return
	}
	var counts [selectBins + 1]int32
	for _, v := range values {
		counts[int((v-low)*per)]++
	}
	// Where the values of a bin go, -1 for those that no rank falls in.
	var to [selectBins + 1]int32
	before, next, kept := 0, 0, int32(0)
	for b, n := range counts {
		to[b] = -1
		if next < len(ranks) && ranks[next] < before+int(n) {
			to[b] = kept
			kept += n
			for next < len(ranks) && ranks[next] < before+int(n) {
				next++
			}
		}
		before += int(n)
	}
	for _, v := range values {
		if b := int((v - low) * per); to[b] >= 0 {
			scratch[to[b]] = v
			to[b]++
		}
	}
	before, next = 0, 0
	for b, n := range counts {
		if to[b] >= 0 {
			end := next
			for end < len(ranks) && ranks[end] < before+int(n) {
				end++
			}
			within(out[next:end], ranks[next:end], scratch[to[b]-n:to[b]], before)
			next = end
		}
		before += int(n)
	}
}

// within selects ranks among values that it may put in another order, of which the least
// has the rank before.
func within(out []float64, ranks []int, values []float64, before int) {
	for i, rank := range ranks {
		at := rank - before
		place(values, at)
		out[i] = values[at]
		// What comes after is not less.
		values, before = values[at:], rank
	}
}

// place puts the value of a rank where it belongs, lesser ones before it.
func place(values []float64, rank int) {
	low, high := 0, len(values)-1
	for high-low > 16 {
		pivot := median(values[low], values[(low+high)/2], values[high])
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case rank <= j:
			high = j
		case rank >= i:
			low = i
		default:
			return
		}
	}
	slices.Sort(values[low : high+1])
}

func median(a, b, c float64) float64 {
	return max(min(a, b), min(max(a, b), c))
}

// A percentile is where a percentile lies among the values in order: between two ranks,
// or at one.
type percentile struct {
	rank int
	part float64 // of the way to the next rank
}

func percentileOf(percent float64, paths int) percentile {
	at := percent / 100 * float64(paths-1)
	rank := min(int(at), paths-1)
	return percentile{rank, at - float64(rank)}
}

// Nearest returns the rank of a percentile that has to be one of the values.
func Nearest(percent float64, paths int) int {
	return max(0, int(math.Ceil(percent/100*float64(paths)-1e-9))-1)
}

// Of appends the ranks that percentiles lie between, ascending, each once.
func Of(ranks []int, percents []float64, paths int) []int {
	for _, percent := range percents {
		p := percentileOf(percent, paths)
		for _, rank := range [2]int{p.rank, min(p.rank+1, paths-1)} {
			if n := len(ranks); n == 0 || ranks[n-1] < rank {
				ranks = append(ranks, rank)
			}
		}
	}
	return ranks
}

// Between sets out to percentiles, given the values at the ranks of Of.
func Between(out []float64, percents []float64, ranks []int, values []float64, paths int) {
	at := 0
	for i, percent := range percents {
		p := percentileOf(percent, paths)
		for ranks[at] < p.rank {
			at++
		}
		out[i] = values[at]
		if p.part > 0 && at+1 < len(values) {
			out[i] += p.part * (values[at+1] - values[at])
		}
	}
}
