package lanes

import "math"

// tail is where the table of the inverse normal distribution function ends; below it
// and above 1 - tail its value is found by itself, which is rare.
const tail = 1.0 / (1 << 12)

// A Normal is the inverse of the normal distribution function. Its table divides each
// halving of the distance to 0 into equal parts, and has on each the polynomial that
// agrees with the function at the Chebyshev nodes: what is left is rounding. It holds
// the value divided by its distance to 1/2, which is smooth, so that values near 0 are
// as exact as others.
type Normal struct {
	parts [11*normalParts + 1]normalPart
}

const (
	normalBits   = 5
	normalParts  = 1 << normalBits // of a halving
	normalDegree = 6
)

// A normalPart has the coefficients, and a zero, with which it takes 64 bytes.
type normalPart [normalDegree + 2]float64

// NewNormal returns one, which any number of goroutines may use at once.
func NewNormal() *Normal {
	n := &Normal{}
	for i := range n.parts {
		bits := math.Float64bits(tail) + uint64(i)<<(mantissa-normalBits)
		low, high := math.Float64frombits(bits), math.Float64frombits(bits+1<<(mantissa-normalBits))
		n.parts[i].fit(func(t float64) float64 {
			v := (low+high)/2 + t*(high-low)
			return Quantile(v) / (v - 0.5)
		})
	}
	return n
}

// fit sets the coefficients of the polynomial that agrees with f at the Chebyshev
// nodes from -1/2 to 1/2.
func (p *normalPart) fit(f func(t float64) float64) {
	const n = normalDegree + 1
	var at, slope [n]float64 // nodes, divided differences
	for i := range n {
		at[i] = math.Cos(math.Pi*(float64(i)+0.5)/n) / 2
		slope[i] = f(at[i])
	}
	for order := 1; order < n; order++ {
		for i := n - 1; i >= order; i-- {
			slope[i] = (slope[i] - slope[i-1]) / (at[i] - at[i-order])
		}
	}
	*p = normalPart{}
	for i := n - 1; i >= 0; i-- {
		for k := n - 1; k > 0; k-- {
			p[k] = p[k-1] - at[i]*p[k]
		}
		p[0] = slope[i] - at[i]*p[0]
	}
}

// Fill sets out to the normal values of probabilities, each above 0 and below 1. Both may
// be the same.
func (n *Normal) Fill(out, probabilities []float64) {
	out = out[:len(probabilities)]
	from, end := 0, side(len(out))
	for from < end {
		from += normal(n, &out[from], &probabilities[from], end-from)
		if from < end { // one of the next four lies below the table
			n.fill(out[from:from+4], probabilities[from:from+4])
			from += 4
		}
	}
	n.fill(out[from:], probabilities[from:])
}

func (n *Normal) fill(out, probabilities []float64) {
	out = out[:len(probabilities)]
	for i, v := range probabilities {
		// As numbers above 0 are ordered, so are their digits.
		bits := min(math.Float64bits(v), math.Float64bits(1-v))
		at := (bits - tailBits) >> (mantissa - normalBits)
		if at >= uint64(len(n.parts)) { // below the table: the difference has wrapped around
			out[i] = Quantile(v)
			continue
		}
		p := &n.parts[at]
		t := math.Float64frombits(bits<<normalBits&(1<<mantissa-1)|1023<<mantissa) - 1.5
		t2 := float64(t * t)
		high := (p[4] + float64(p[5]*t)) + float64(t2*p[6])
		out[i] = (v - 0.5) * ((p[0] + float64(p[1]*t)) + float64(t2*((p[2]+float64(p[3]*t))+float64(t2*high))))
	}
}

// tailBits are the binary digits of tail.
const tailBits = (1023 - 12) << mantissa

// Quantile returns the value below which a normal value lies with probability v, above
// 0 and below 1, to within rounding.
func Quantile(v float64) float64 {
	if v > 0.5 && v < 1-tail || v <= 0.5 && v >= tail {
		return -math.Sqrt2 * math.Erfinv(1-2*v)
	}
	low := min(v, 1-v)
	// The start is of C. Hastings, "Approximations for digital computers" (1955), and
	// Halley's method makes two exact steps of it.
	t := math.Sqrt(-2 * math.Log(low))
	z := t - (2.515517+t*(0.802853+t*0.010328))/(1+t*(1.432788+t*(0.189269+t*0.001308)))
	for range 2 {
		excess := 0.5*math.Erfc(z/math.Sqrt2) - low
		step := excess * math.Sqrt(2*math.Pi) * math.Exp(z*z/2)
		z += step / (1 - z*step/2)
	}
	if v < 0.5 {
		return -z
	}
	return z
}
