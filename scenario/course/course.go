// Package course says how revenue goes through the months of a year.
package course

import (
	"math"

	"headroom/scenario/unit"
)

// A Course is how revenue goes through one year: each month earns Root times what the one
// before it earns, the first a Sum-th of the year.
type Course struct {
	Year  unit.Amount // revenue of the year
	Ratio unit.Amount // of the year to the one before; 0 where the months are alike whatever it is
	Root  unit.Amount // the twelfth root of Ratio
	Sum   unit.Amount // of the first twelve powers of Root, from 0 on
}

// New returns the course of a year, given its revenue and that of the year before: even
// has all months alike. Either of two known courses saves time where it has the same ratio.
func New(year, before unit.Amount, even bool, known, other *Course) Course {
	c := Course{Year: year, Root: 1, Sum: 12}
	if even || before == 0 || c.Year == 0 {
		return c
	}
	c.Ratio = c.Year / before
	switch c.Ratio {
	case 1:
	case known.Ratio:
		c.Root, c.Sum = known.Root, known.Sum
	case other.Ratio:
		c.Root, c.Sum = other.Root, other.Sum
	default:
		c.Root = unit.Amount(math.Cbrt(math.Sqrt(math.Sqrt(float64(c.Ratio)))))
		c.Sum = unit.Amount(Powers(float64(c.Root)))
	}
	return c
}

// Powers returns the sum of the first twelve powers of root, from 0 on.
func Powers(root float64) float64 {
	square := root * root
	fourth := square * square
	return (1 + root) * (1 + square) * (1 + fourth + fourth*fourth)
}

// Months sets out to what is earned in each month.
func (c *Course) Months(out *[12]unit.Amount) { c.After(out, 0) }

// After is Months for those from the one with the index first on.
func (c *Course) After(out *[12]unit.Amount, first int) {
	month, square := c.Year/c.Sum, c.Root*c.Root
	next := month * c.Root
	for k := range out {
		if k >= first {
			out[k] = month
		}
		month, next = next, month*square
	}
}
