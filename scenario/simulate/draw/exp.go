package draw

import "math"

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
)

// NewExponential returns one, which any number of goroutines may use at once.
func NewExponential() *Exponential {
	e := &Exponential{}
	for i := range e.roots {
		e.roots[i] = math.Exp2(float64(i) / expParts)
	}
	return e
}

// Fill sets out to e to the given powers. Both may be the same.
func (e *Exponential) Fill(out, powers []float64) {
	out = out[:len(powers)]
	for i, x := range powers {
		whole := x*(expParts/math.Ln2) + roundUp
		k := int64(math.Float64bits(whole)) << 13 >> 13
		whole -= roundUp
		r := (x - whole*(ln2High/expParts)) - whole*(ln2Low/expParts)
		r2 := r * r
		near := r + r2*(0.5+r*(1.0/6)+r2*(1.0/24+r*(1.0/120)))
		root := e.roots[k&(expParts-1)]
		out[i] = (root + root*near) * math.Float64frombits(uint64(k>>expBits+1023)<<mantissa)
	}
}
