package reach

import (
	"math"
	"math/rand/v2"
	"testing"

	"headroom/scenario/solve"
	"headroom/ui/format"
)

func TestTheRoundestValueOfAnInterval(t *testing.T) {
	for _, tc := range []struct {
		low, high, grain, want float64
	}{
		{0.151, 0.249, 0.01, 0.20},
		{0.151, 0.159, 0.01, 0.155},
		{-0.0304, -0.0296, 0.01, -0.03},
		{37.8e9, 38.4e9, 1e9, 38e9},
		{38.12e9, 38.14e9, 1e9, 38.13e9},
		{5, 5, 10, 5},
	} {
		got := Roundest(solve.Interval{Low: tc.low, High: tc.high}, tc.grain)
		if math.Abs(got-tc.want) > 1e-9*math.Abs(tc.want) {
			t.Errorf("of %v to %v by %v it is %v, want %v", tc.low, tc.high, tc.grain, got, tc.want)
		}
	}
}

// Whatever the interval, the value lies in it, and a grain that would do is not made
// finer.
func TestTheRoundestValueLiesWithin(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		low := (random.Float64() - 0.5) * math.Pow(10, float64(random.IntN(6)-2))
		i := solve.Interval{Low: low, High: low + random.Float64()*math.Pow(10, float64(random.IntN(6)-4))}
		got := Roundest(i, 0.01)
		if got < i.Low || got > i.High {
			t.Fatalf("%v is not within %v", got, i)
		}
		if coarse := format.RoundTo((i.Low+i.High)/2, 0.01); coarse >= i.Low && coarse <= i.High && got != coarse {
			t.Fatalf("of %v it is %v, though %v would do", i, got, coarse)
		}
	}
}
