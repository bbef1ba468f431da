// Package worth says what payments of later months are worth in the valuation's month.
package worth

import (
	"math"

	"headroom/scenario/unit"
)

// A Discount gives the factors by which payments count in present value, years being
// asked for in order.
type Discount struct {
	asOf    unit.Month
	monthly float64
	factor  float64 // of the month before
}

// Factors are those of the twelve months of a year.
type Factors [12]unit.Amount

// New returns the discount at an annual rate above -1 as of a month, for a horizon that
// begins with first.
func New(rate float64, asOf, first unit.Month) Discount {
	d := Discount{asOf: asOf, factor: 1}
	d.monthly = math.Pow(1+rate, -1.0/12)
	if before := int(first - asOf); before > 0 {
		d.factor = math.Pow(1+rate, -float64(before)/12)
	}
	return d
}

// Next sets the factors of the year that begins with january; payments before the as-of
// month do not count.
func (d *Discount) Next(f *Factors, january unit.Month) {
	factor, from := d.factor, int(d.asOf-january)
	for k := range f {
		f[k] = 0
		if k >= from {
			factor *= d.monthly
			f[k] = unit.Amount(factor)
		}
	}
	d.factor = factor
}

// All sets the factors of years in a row, the first of which begins with january.
func (d Discount) All(years []Factors, january unit.Month) {
	for y := range years {
		d.Next(&years[y], january)
		january += 12
	}
}
