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
