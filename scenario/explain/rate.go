package explain

import (
	"fmt"

	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// effectiveRate explains what is paid in the span as a part of its revenue.
func (a *account) effectiveRate() {
	a.paid()
	a.out.Title, a.out.Amount = words.EffectiveRate+" "+a.in(), 0
	if a.flows.Revenue == 0 {
		a.out.Answer = "no revenue"
		return
	}
	a.out.Answer = unit.Rate(a.flows.Paid / a.flows.Revenue).Percent()
	a.out.Steps = append(a.out.Steps, Step{Heading: words.EffectiveRate, Total: Line{
		Label:   words.EffectiveRate,
		Formula: fmt.Sprintf("%s of %s revenue", a.flows.Paid.Table(), a.flows.Revenue.Table()),
		Text:    a.out.Answer,
	}})
}
