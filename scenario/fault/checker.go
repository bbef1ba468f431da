package fault

import (
	"fmt"

	"headroom/scenario/unit"
)

// A Checker gathers faults. Its methods allocate only where they find one, since
// every projection begins with a check.
type Checker struct {
	Found  List
	Labels bool // whether ids, names and the like are checked
}

// Add notes a fault.
func (c *Checker) Add(p Place, message string) {
	c.Found = append(c.Found, Fault{p.String(), message})
}

// Number checks that v is within low to high. It reports whether it is.
func (c *Checker) Number(p Place, v, low, high float64) bool {
	if v >= low && v <= high {
		return true
	}
	c.Add(p, unit.Number(v)+" is not between "+unit.Number(low)+" and "+unit.Number(high))
	return false
}

// Rate checks a rate from 0 to 1.
func (c *Checker) Rate(p Place, v unit.Rate) { c.Number(p, float64(v), 0, 1) }

// Whole is Number for a whole number.
func (c *Checker) Whole(p Place, v, low, high int) bool {
	if v >= low && v <= high {
		return true
	}
	c.Add(p, fmt.Sprintf("%d is not between %d and %d", v, low, high))
	return false
}

// Month checks a month that has to be there.
func (c *Checker) Month(p Place, m unit.Month) bool {
	if m.IsZero() {
		c.Add(p, "missing")
		return false
	}
	return c.OptionalMonth(p, m)
}

// OptionalMonth checks a month that may be left out.
func (c *Checker) OptionalMonth(p Place, m unit.Month) bool {
	if m.IsZero() || m >= unit.FirstMonth && m <= unit.LastMonth {
		return true
	}
	c.Add(p, fmt.Sprintf("month %d is not between %s and %s", int(m), unit.FirstMonth, unit.LastMonth))
	return false
}

// Window checks a first and a last month, both needed.
func (c *Checker) Window(from, through Place, first, last unit.Month) {
	ok := c.Month(from, first)
	if c.Month(through, last) && ok && last < first {
		c.Add(through, last.String()+" is before "+first.String()+", where it begins")
	}
}
