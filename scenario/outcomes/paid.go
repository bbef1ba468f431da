package outcomes

import (
	"context"
	"errors"
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// Most is how many paths are counted at most: of a larger run the first ones.
const Most = 1 << 20

// Paid says how many paths pay how much over the horizon, in US dollars.
type Paid struct {
	Paths int
	Bins  []Bin // beside one another, ascending, all of one width; none where all lies in Peak
	// Less and More are how many paths pay less than the first bin and more than the
	// last: about one in a thousand each, whose far amounts would crowd all others.
	Less, More int
	// Peak is what many paths pay to the cent, which is in no bin: where the cap is
	// certain, those that reach it; its Paths are 0 where there is none.
	Peak Peak
}

// A Bin is a range of amounts: from From up to To.
type Bin struct {
	From, To unit.Amount
	Full     int // paths that pay so much and reach the cap, within the horizon or before
	Short    int // paths that pay so much and do not
}

// Paths returns how many paths pay so much.
func (b Bin) Paths() int { return b.Full + b.Short }

// A Peak is one amount that many paths pay.
type Peak struct {
	Amount unit.Amount
	Paths  int
}

// Below returns which part of the paths, 0 to 1, pays less than the given bin.
func (p *Paid) Below(bin int) float64 {
	n := p.Less
	for _, b := range p.Bins[:bin] {
		n += b.Paths()
	}
	if p.Peak.Paths > 0 && p.Peak.Amount < p.Bins[bin].From {
		n += p.Peak.Paths
	}
	return float64(n) / float64(p.Paths)
}

const (
	// mostBins is one less than the largest number of bins.
	mostBins = 50
	// alike is how far amounts may lie apart that are the same, in dollars.
	alike = 0.5
)

// Count makes the paths of a run again, and counts what they pay. The error is what is
// wrong with the options, or that of a context that ended.
func Count(ctx context.Context, m *simulate.Simulator, p *scenario.Prepared, o simulate.Options) (Paid, error) {
	var amounts []float64
	var full []bool
	err := m.Paths(ctx, p, o, func(path *simulate.Path) error {
		amounts, full = append(amounts, float64(path.Paid)), append(full, path.Reached.Ever())
		if len(amounts) == Most {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return Paid{}, err
	}
	return count(amounts, full), nil
}

// count puts amounts into bins.
func count(amounts []float64, full []bool) Paid {
	out := Paid{Paths: len(amounts)}
	peak, peaked := peakOf(amounts, full)
	var spread []float64
	for _, v := range amounts {
		if peaked && math.Abs(v-peak) <= alike {
			out.Peak.Paths++
			continue
		}
		spread = append(spread, v)
	}
	out.Peak.Amount = unit.Amount(peak)
	if len(spread) == 0 {
		return out
	}
	slices.Sort(spread)
	far := len(spread) / 1000
	least, most := spread[far], spread[len(spread)-1-far]
	step := stepOf(most - least)
	first := math.Floor(least / step)
	n := int(math.Floor(most/step)-first) + 1
	for i := range n {
		out.Bins = append(out.Bins, Bin{From: unit.Amount((first + float64(i)) * step), To: unit.Amount((first + float64(i) + 1) * step)})
	}
	for i, v := range amounts {
		if peaked && math.Abs(v-peak) <= alike {
			continue
		}
		switch at := int(math.Floor(v/step) - first); {
		case at < 0:
			out.Less++
		case at >= n:
			out.More++
		case full[i]:
			out.Bins[at].Full++
		default:
			out.Bins[at].Short++
		}
	}
	return out
}

// peakOf returns the amount that all paths pay which reach the cap, or all there are,
// and whether there is such an amount.
func peakOf(amounts []float64, full []bool) (float64, bool) {
	at, paths, reach, all := 0.0, 0, true, true
	for i, v := range amounts {
		all = all && math.Abs(v-amounts[0]) <= alike
		if !full[i] {
			continue
		}
		if paths == 0 {
			at = v
		}
		paths++
		reach = reach && math.Abs(v-at) <= alike
	}
	switch {
	case len(amounts) > 0 && all:
		return amounts[0], true
	case paths > 1 && reach:
		return at, true
	}
	return 0, false
}

// stepOf returns the width of bins: 1, 2 or 5 times a power of ten.
func stepOf(wide float64) float64 {
	least := math.Max(wide/mostBins, 2*alike)
	step := math.Pow(10, math.Floor(math.Log10(least)))
	for _, more := range []float64{1, 2, 5, 10} {
		if step*more >= least*(1-1e-9) {
			return step * more
		}
	}
	return 10 * step
}
