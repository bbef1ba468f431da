package scenario

import (
	"fmt"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// The limits of what a workspace holds, all included.
const (
	MinYear      = 2000
	MaxYear      = 2100
	MaxHorizon   = 50   // years
	MaxScenarios = 1000 // in a workspace
	MaxStreams   = 64   // in a scenario
	MaxID        = fault.MaxID
	MaxName      = fault.MaxName
	MaxNote      = 10_000 // characters, of a source too
	MaxCredit    = 500    // characters of who published a source, and of its title
	MaxURL       = 2000   // characters
	MaxSources   = 1000   // in a scenario
	MaxAmount    = 1e15   // dollars
	MaxGrowth    = 100    // growth is above -1
	MaxSD        = 5      // standard deviation of log growth
	MinDiscount  = -0.5   // discount rate a year
	MaxDiscount  = 10     // discount rate a year
	MaxAzureLead = 120    // months
	MaxActuals   = 600    // of a stream
)

// A checker gathers what is wrong with scenarios and workspaces.
type checker struct{ fault.Checker }

func (c *checker) amount(p fault.Place, v unit.Amount) bool {
	return c.Number(p, float64(v), 0, MaxAmount)
}

// years checks rates by year, each above or at low and at most high.
func (c *checker) years(p fault.Place, rates ByYear, low, high float64) {
	for i := range rates {
		if c.year(p, rates, i) {
			c.Number(p.In(rates[i].Year), float64(rates[i].Rate), low, high)
		}
	}
}

// year checks the year of one rate and that it comes after the one before.
func (c *checker) year(p fault.Place, rates ByYear, i int) bool {
	year := rates[i].Year
	if year < MinYear || year > MaxYear {
		c.Add(p.In(year), fmt.Sprintf("%d is not between %d and %d", year, MinYear, MaxYear))
		return false
	}
	if i > 0 && year <= rates[i-1].Year {
		c.Add(p.In(year), "comes twice or out of order")
		return false
	}
	return true
}

// growth checks the growth of a stream.
func (c *checker) growth(p fault.Place, rates ByYear) {
	for i := range rates {
		if !c.year(p, rates, i) {
			continue
		}
		if r := rates[i].Rate; !mayGrow(r) {
			c.Add(p.In(rates[i].Year), fmt.Sprintf("%s is not above -1 and at most %d", unit.Number(float64(r)), MaxGrowth))
		}
	}
}

// mayGrow reports whether revenue may grow so in a year.
func mayGrow(r unit.Rate) bool { return r > -1 && r <= MaxGrowth }
