package simulate

import "math"

// An exponential is e to a power, by a table of the roots of 2: exact to within
// rounding for powers between -700 and 700.
type exponential struct{ roots [expParts]float64 }

const (
	expBits  = 6
	expParts = 1 << expBits
	// ln2High has zeros at its end, so that its product with a small integer is exact.
	ln2High = 0x1.62e42fefp-1
	ln2Low  = 0x1.473de6af278edp-34
	// roundUp, added to a small number, leaves its whole part in the last digits.
	roundUp = 0x1.8p52
)

func newExponential() *exponential {
	e := &exponential{}
	for i := range e.roots {
		e.roots[i] = math.Exp2(float64(i) / expParts)
	}
	return e
}

func (e *exponential) of(x float64) float64 {
	whole := x*(expParts/math.Ln2) + roundUp
	k := int64(math.Float64bits(whole)) << 13 >> 13
	whole -= roundUp
	r := (x - whole*(ln2High/expParts)) - whole*(ln2Low/expParts)
	r2 := r * r
	near := r + r2*(0.5+r*(1.0/6)+r2*(1.0/24+r*(1.0/120)))
	root := e.roots[k&(expParts-1)]
	return (root + root*near) * math.Float64frombits(uint64(k>>expBits+1023)<<mantissa)
}
