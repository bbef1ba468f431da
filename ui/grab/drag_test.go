package grab

import (
	"math"
	"math/rand/v2"
	"testing"

	"headroom/scenario/plot"
	"headroom/scenario/unit"
)

func TestTheRoundestValueOfAPixel(t *testing.T) {
	for _, tc := range []struct{ v, step, least, want float64 }{
		{38.14, 0.02, 0.1, 38.1}, // no multiple within the pixel: the nearest of the least
		{38.14, 0.3, 0.1, 38},    // ten times the least is within
		{38.3, 0.5, 0.1, 38.5},   // five times
		{49.2, 2, 0.1, 50},       // a hundred times
		{0.4, 2, 0.1, 0},
	} {
		if got := roundWithin(tc.v, tc.step, tc.least); math.Abs(got-tc.want) > 1e-9 {
			t.Errorf("%v with %v a pixel by %v: %v, want %v", tc.v, tc.step, tc.least, got, tc.want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 10000 {
		v, step := random.Float64()*100, random.Float64()
		if got := roundWithin(v, step, 0.1); math.Abs(got-v) > max(step/2, 0.05)+1e-9 {
			t.Fatalf("%v with %v a pixel becomes %v", v, step, got)
		}
	}
}

// frame is the time axis of 2026 and 2027, ten pixels a month, from 100 on.
func frame() plot.Frame {
	var f plot.Frame
	f.From, f.Through = unit.NewMonth(2026, 1), unit.NewMonth(2027, 12)
	f.Plot.Left, f.Plot.Right, f.Plot.Top, f.Plot.Bottom = 100, 340, 0, 100
	return f
}

func TestTheDayAtThePointer(t *testing.T) {
	f := frame()
	for _, tc := range []struct {
		x    float64
		want string
	}{
		{100, "2026-01-01"}, {109.99, "2026-01-31"}, {110.01, "2026-02-01"}, {-500, "2026-01-01"}, {9000, "2027-12-31"},
	} {
		if got := dayAt(f, tc.x).String(); got != tc.want {
			t.Errorf("at %v it is %s, want %s", tc.x, got, tc.want)
		}
	}
}

func TestYearEndsAreNearWithinReach(t *testing.T) {
	f := frame()
	for x, want := range map[float64]bool{216: true, 215.9: false, 220: true, 224: true, 224.1: false, 280: false} {
		day, near := yearEndAt(f, x)
		if near != want || near && day.String() != "2026-12-31" {
			t.Errorf("at %v: %s, %v, want %v", x, day, near, want)
		}
	}
}
