// Package pin is what ties an input of a scenario to a result, as a file holds it. What
// a pin does is the business of scenario/edit.
package pin

import (
	"slices"
	"strings"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// A Pin ties an input to a result: as other inputs change, it is solved again so that the
// result stays what it is to be.
type Pin struct {
	Input  string  // cap, rate, base, growth-shift or growth:2028
	Result string  // as the command line names it, such as cap-reached
	Date   string  // that cap-reached is to be, as files write it; else empty
	Amount float64 // that any other result is to be: US dollars, or a fraction of cap-used
}

// inputs and results are those that can be pinned, but for the growth of a year.
var (
	inputs  = []string{"cap", "rate", "base", "growth-shift"}
	results = []string{"cap-reached", "paid", "forgone", "net", "present-value", "cap-used", "headroom"}
)

// MaxAmount is the most that a result may be pinned to, either way: US dollars.
const MaxAmount = 1e15

// Check notes what is wrong with a pin.
func (p *Pin) Check(c *fault.Checker) {
	year, growth := strings.CutPrefix(p.Input, "growth:")
	if _, err := unit.ParseMonth(year + "-01"); (!growth || err != nil) && !slices.Contains(inputs, p.Input) {
		c.Add(fault.At("pin.input"), unit.Quote(p.Input)+" is not cap, rate, base, growth-shift or growth:2028")
	}
	if !slices.Contains(results, p.Result) {
		c.Add(fault.At("pin.result"), unit.Quote(p.Result)+" is not "+strings.Join(results[:len(results)-1], ", ")+" or "+results[len(results)-1])
	}
	dated := p.Result == "cap-reached"
	if _, err := unit.ParseDate(p.Date); dated && err != nil {
		c.Add(fault.At("pin.date"), err.Error())
	}
	if !dated && p.Date != "" {
		c.Add(fault.At("pin.date"), "goes with cap-reached alone; give an amount")
	}
	if c.Number(fault.At("pin.amount"), p.Amount, -MaxAmount, MaxAmount) && dated && p.Amount != 0 {
		c.Add(fault.At("pin.amount"), "goes with no date; leave it out")
	}
}
