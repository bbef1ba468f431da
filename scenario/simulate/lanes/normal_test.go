package lanes

import (
	"math"
	"math/big"
	"reflect"
	"testing"
)

// distribution is the normal distribution function by its series, in many digits.
func distribution(z *big.Float) *big.Float {
	const precision = 400
	num := func(v float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(v) }
	term := num(0).Set(z)
	sum, square := num(0).Set(z), num(0).Mul(z, z)
	for n := 1; n < 600; n++ {
		term.Quo(num(0).Mul(term, square), num(float64(2*n+1)))
		sum.Add(sum, term)
	}
	// sum * exp(-z*z/2) / sqrt(2 pi) + 1/2, with the exponential as the square of squares.
	power := num(0).Quo(square, num(-2*(1<<20)))
	exp, part := num(1), num(1)
	for n := 1; n < 40; n++ {
		part.Quo(part.Mul(part, power), num(float64(n)))
		exp.Add(exp, part)
	}
	for range 20 {
		exp.Mul(exp, exp)
	}
	pi, _, _ := big.ParseFloat("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798", 10, precision, big.ToNearestEven)
	sum.Mul(sum, exp).Quo(sum, num(0).Sqrt(num(0).Mul(pi, num(2))))
	return sum.Add(sum, num(0.5))
}

func value(n *Normal, p float64) float64 {
	var out [1]float64
	n.Fill(out[:], []float64{p})
	return out[0]
}

func TestTheNormalValuesAreExact(t *testing.T) {
	n := NewNormal()
	for _, p := range []float64{
		1e-15, 1e-12, 1e-9, 1e-6, 1e-4, tail * 0.999999, tail, tail * 1.0000001, 0.0003, 0.001, 0.01, 0.02425, 0.05, 0.1, 0.2,
		0.25, 0.3, 0.4, 0.49, 0.4999999, 0.5, 0.500000001, 0.52, 0.6, 0.75, 0.9, 0.975, 0.999, 1 - tail, 0.9999, 1 - 1e-9, 1 - 1e-15,
	} {
		z := value(n, p)
		// How far p is from the distribution of z, divided by the density, is how far z is
		// off.
		got := distribution(new(big.Float).SetPrec(400).SetFloat64(z))
		off, _ := got.Sub(got, big.NewFloat(p)).Float64()
		off /= math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
		if math.Abs(off) > 1e-12*math.Abs(z) {
			t.Errorf("the normal value of %v is %v, off by %.2g of it", p, z, off/z)
		}
	}
	for i := range 200_000 {
		p := (float64(i) + 0.5) / 200_000
		if got, want := value(n, p), Quantile(p); math.Abs(got-want) > 1e-13*math.Abs(want) {
			t.Fatalf("the table has %v for %v, the function %v", got, p, want)
		}
	}
}

func TestNormalValuesAreTheSameSideBySide(t *testing.T) {
	needWide(t)
	d, n := newDice(3), NewNormal()
	for range 5000 {
		v := make([]float64, 1+d.IntN(AtOnce))
		for i := range v {
			v[i] = d.Float64() + 0x1p-60
			switch d.IntN(40) {
			case 0:
				v[i] = math.Pow(v[i], 20) + math.SmallestNonzeroFloat64
			case 1:
				v[i] = 1 - max(math.Pow(v[i], 20), 0x1p-53)
			case 2: // where one part of the table ends, or the table itself
				low, next := math.Ldexp(1, -1-d.IntN(13)), float64(d.IntN(2))
				v[i] = [2]float64{math.Nextafter(low, next), 1 - low}[d.IntN(2)]
			case 3:
				v[i] = 0.5
			}
		}
		got, want := make([]float64, len(v)), make([]float64, len(v))
		n.fill(want, v)
		n.Fill(got, v)
		n.Fill(v, v)
		if !reflect.DeepEqual(digits(got...), digits(want...)) || !reflect.DeepEqual(v, got) {
			t.Fatalf("normal values are %v, and in the same place %v, want %v", got, v, want)
		}
	}
}

func BenchmarkNormal(b *testing.B) {
	d, n, in, out := newDice(4), NewNormal(), make([]float64, AtOnce), make([]float64, AtOnce)
	for i := range in {
		in[i] = d.Float64() + 0x1p-60
	}
	for i := 0; b.Loop(); i++ {
		if i%AtOnce == 0 {
			n.Fill(out, in)
		}
	}
}
