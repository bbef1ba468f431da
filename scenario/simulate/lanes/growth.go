package lanes

import "math"

// A Growth is how one year's revenue of each path differs from what is planned.
type Growth struct {
	Own     float64 // part of the shock that is the year's own draw
	Carried float64 // part that comes from the shock of the year before
	SD      float64 // of the year's log growth
	Drift   float64 // what is taken off, so that the mean stays what is planned

	Draws   []float64 // normal
	Shocks  *Amounts  // of the year before; then of this one
	Before  *Amounts  // factors of the year before
	Roots   *Amounts  // set to twelfth roots of growth over that
	Factors *Amounts  // set to Before times growth
}

// An Exponential is e to a power, by a table of the roots of 2: exact to within
// rounding for powers between -700 and 700.
type Exponential struct{ roots [expParts]float64 }

const (
	expBits  = 6
	expParts = 1 << expBits
	// ln2High has zeros at its end, so that its product with a small integer is exact.
	ln2High = 0x1.62e42fefp-1
	ln2Low  = 0x1.473de6af278edp-34
	// roundUp, added to a small number, leaves its whole part in the last digits.
	roundUp = 0x1.8p52
	// mantissa is the number of binary digits of that of a float64.
	mantissa = 52
)

// NewExponential returns one, which any number of goroutines may use at once.
func NewExponential() *Exponential {
	e := &Exponential{}
	for i := range e.roots {
		e.roots[i] = math.Exp2(float64(i) / expParts)
	}
	return e
}

// Grow computes the first n paths.
func (e *Exponential) Grow(g *Growth, n int) {
	g.Draws = g.Draws[:n]
	from := side(n)
	if from > 0 {
		grow(e, g, from)
	}
	e.grow(g, from, n)
}

// Each product that is not fused is rounded by itself, on every processor: hence float64.
func (e *Exponential) grow(g *Growth, from, to int) {
	sd, drift := float64(g.SD*(1.0/12)), float64(g.Drift*(1.0/12))
	for i := from; i < to; i++ {
		at := i % AtOnce
		z := math.FMA(g.Own, g.Draws[i], float64(g.Carried*g.Shocks[at]))
		g.Shocks[at] = z
		root := e.power(math.FMA(sd, z, -drift))
		g.Roots[at] = root
		r3 := root * root * root
		r6 := r3 * r3
		g.Factors[at] = r6 * r6 * g.Before[at]
	}
}

func (e *Exponential) power(x float64) float64 {
	whole := math.FMA(x, expParts/math.Ln2, roundUp)
	k := math.Float64bits(whole)
	whole -= roundUp
	r := math.FMA(-whole, ln2Low/expParts, math.FMA(-whole, ln2High/expParts, x))
	r2 := float64(r * r)
	near := math.FMA(r, 1.0/6, 0.5)
	near = math.FMA(r2, math.FMA(r2, math.FMA(r, 1.0/120, 1.0/24), near), r)
	root := e.roots[k%expParts]
	return math.FMA(root, near, root) * math.Float64frombits((k&^(expParts-1))<<(mantissa-expBits)+1023<<mantissa)
}
