package unit_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"headroom/scenario/unit"
)

func TestNumbersAreShort(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 0.2: "0.2", 1.2953: "1.2953", 100: "100", 0.000001: "0.000001", 0.00000025: "2.5e-7",
		999999: "999999", 1e6: "1e6", 12e6: "12e6", 1234567: "1234567", 13.07e9: "13.07e9", 38e9: "38e9", -350e9: "-350e9",
		1e15: "1e15", 13.075000001e9: "13075000001", 1e300: "1e300", 2.5e22: "25e21", 5e-324: "5e-324",
		math.Inf(1): "+Inf", math.Inf(-1): "-Inf",
	} {
		if got := unit.Number(v); got != want {
			t.Errorf("Number(%g) = %s, want %s", v, got, want)
		}
	}
	if got := unit.Number(math.NaN()); got != "NaN" {
		t.Errorf("Number(NaN) = %s", got)
	}
}

func TestThousandsAreSeparated(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 12345: "12,345", 999999: "999,999", 1000000: "1,000,000", -999: "−999", -1000: "−1,000",
	} {
		if got := unit.Grouped(n); got != want {
			t.Errorf("Grouped(%d) = %s, want %s", n, got, want)
		}
	}
	for _, c := range []struct {
		v      float64
		places int
		want   string
	}{
		{0, 0, "0"},
		{0, 2, "0.00"},
		{2.5, 1, "2.5"},
		{1250.5, 2, "1,250.50"},
		{1e9, 0, "1,000,000,000"},
		{0.1 + 0.2, 1, "0.3"},
		{999.96, 1, "1,000.0"},
		{-1250.5, 1, "−1,250.5"},
		{-0.04, 1, "0.0"},
	} {
		if got := unit.Fixed(c.v, c.places); got != c.want {
			t.Errorf("Fixed(%g, %d) = %s, want %s", c.v, c.places, got, c.want)
		}
	}
}

func TestNumbersKeepAllBits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 100_000 {
		v := math.Float64frombits(random.Uint64())
		if random.IntN(2) == 0 {
			v = random.Float64() * math.Pow(10, float64(random.IntN(30)-10))
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		if back, err := strconv.ParseFloat(unit.Number(v), 64); err != nil || back != v {
			t.Fatalf("Number(%g) = %s, which reads as %g (%v)", v, unit.Number(v), back, err)
		}
	}
}
