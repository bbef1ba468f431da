package compare

import (
	"math"
	"math/bits"

	"headroom/scenario/unit"
)

// steps returns the Shapley values of the parts, given what each mixture comes
// to. They add up to the differences between the ends of the bridge.
func steps(parts []part, values []worth, b *Bridge) []Step {
	if len(parts) == 0 {
		return nil
	}
	out := make([]Step, len(parts))
	amounts := shares(len(parts), values, func(w *worth) unit.Amount { return w.amount }, b.Change())
	dues := shares(len(parts), values, func(w *worth) unit.Amount { return w.due }, b.To.Due-b.From.Due)
	revenues := shares(len(parts), values, func(w *worth) unit.Amount { return w.revenue }, b.To.Revenue-b.From.Revenue)
	for i := range out {
		out[i] = Step{Group: parts[i].group, Change: amounts[i], Due: dues[i], Revenue: revenues[i]}
	}
	return out
}

// shares returns the Shapley values of n players: of each the mean over all
// orders of what it adds to those before it, which is over all sets S without it
// the sum of |S|! (n-|S|-1)! / n! times what it adds to S (L. S. Shapley, "A value
// for n-person games", 1953). They add up to total.
func shares(n int, values []worth, of func(*worth) unit.Amount, total unit.Amount) []unit.Amount {
	weights := weightsOf(n)
	sums := make([]sum, n)
	var largest unit.Amount
	for set := range values {
		here := of(&values[set])
		largest = max(largest, here, -here)
		weight := weights[bits.OnesCount(uint(set))]
		for i := range n {
			if set>>i&1 == 0 {
				sums[i].add(weight * float64(of(&values[set|1<<i])-here))
			}
		}
	}
	out := make([]unit.Amount, n)
	for i := range out {
		out[i] = unit.Amount(sums[i].value())
	}
	settle(out, total, 0.005+largest*1e-14)
	return out
}

// weightsOf returns |S|! (n-|S|-1)! / n! by |S|; the last, for the set that lacks
// nobody, is never used.
func weightsOf(n int) []float64 {
	weights := make([]float64, n+1)
	weights[0] = 1 / float64(n)
	for k := 1; k < n; k++ {
		weights[k] = weights[k-1] * float64(k) / float64(n-k)
	}
	return weights
}

// settle takes away what is only the last bits of sums, and gives the rest that
// rounding leaves of the total to the largest share.
func settle(shares []unit.Amount, total, sliver unit.Amount) {
	most := 0
	var all sum
	for i := range shares {
		if math.Abs(float64(shares[i])) < float64(sliver) {
			shares[i] = 0
		}
		if math.Abs(float64(shares[i])) > math.Abs(float64(shares[most])) {
			most = i
		}
		all.add(float64(shares[i]))
	}
	if shares[most] != 0 {
		shares[most] += total - unit.Amount(all.value())
	}
}

// A sum adds numbers and keeps what rounding drops on the way (A. Neumaier,
// 1974), so that the order of many terms does not show in the result.
type sum struct{ high, low float64 }

func (s *sum) add(v float64) {
	high := s.high + v
	if math.Abs(s.high) >= math.Abs(v) {
		s.low += s.high - high + v
	} else {
		s.low += v - high + s.high
	}
	s.high = high
}

func (s *sum) value() float64 { return s.high + s.low }
