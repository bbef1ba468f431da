package explain

import (
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A valued is a flow whose present value is explained.
type valued struct {
	label string // of the present value
	early string // what of the flow is left out that comes before the valuation
	none  string // what is said of a part without any
	of    func(scenario.Flows) unit.Amount
	whole unit.Amount // over the horizon
}

// presentValue explains what the payments of the span are worth in the valuation
// month: payment by payment within a year, else year by year.
func (a *account) presentValue() {
	a.value(valued{
		label: words.PresentValue, early: "Payments before %s, the month it is valued in, are left out.", none: "nothing is paid",
		of: func(f scenario.Flows) unit.Amount { return f.Paid }, whole: a.p.Total.PresentValue,
	})
	a.inputsOfPaid()
}

// presentValueForgone explains the same of what the cap saves.
func (a *account) presentValueForgone() {
	a.value(valued{
		label: words.PresentValueForgone, early: "What is saved before %s, the month it is valued in, is left out.", none: "nothing is saved",
		of: func(f scenario.Flows) unit.Amount { return f.Forgone }, whole: a.p.Total.PresentValueForgone,
	})
	a.inputsOfPaid()
}

// value explains what a flow of the span is worth in the valuation month.
func (a *account) value(v valued) {
	asOf := a.s.AsOf()
	a.uses("valuation.discountRate", "valuation.asOf")
	var lines []Line
	if left := a.span().and(window{a.From, asOf - 1}); !left.empty() {
		flow := v.of(sum(a.p.Months[left.from-a.s.FirstMonth() : left.through-a.s.FirstMonth()+1]))
		if flow > 0 {
			a.rule(RuleLeftOut, v.early, asOf.Long())
			lines = append(lines, AmountLine("Before "+asOf.Long(), flow.Table()+", left out", 0).on("valuation.asOf"))
		}
	}
	counted := a.span().and(window{asOf, a.s.LastMonth()})
	var total unit.Amount
	for part := range a.parts(counted) {
		line := a.valueLine(v, part)
		total += line.Amount
		lines = append(lines, line)
	}
	a.rule(RuleValuation, "A payment counts at the end of its month, divided by %s to the power of the years from the start of %s.",
		onePlus(a.s.Valuation.DiscountRate), asOf.Long())
	if a.span() == (window{a.s.FirstMonth(), a.s.LastMonth()}) {
		total = v.whole
	}
	a.step("Present value", v.label, total, lines...)
	a.answer(v.label+" "+a.in(), total)
}

// parts yields the parts of a window that get a line of their own.
func (a *account) parts(w window) func(yield func(window) bool) {
	return func(yield func(window) bool) {
		byMonth := a.From.Year() == a.Through.Year()
		for m := w.from; m <= w.through; {
			part := w.and(yearOf(m.Year()))
			if byMonth {
				part = window{m, m}
			}
			if !yield(part) {
				return
			}
			m = part.through + 1
		}
	}
}

// valueLine discounts what flows in a part of the horizon.
func (a *account) valueLine(v valued, part window) Line {
	rate := float64(a.s.Valuation.DiscountRate)
	var flow, worth unit.Amount
	for m := part.from; m <= part.through; m++ {
		amount := v.of(a.p.Months[m-a.s.FirstMonth()].Flows)
		flow += amount
		worth += amount / unit.Amount(math.Pow(1+rate, float64(m-a.s.AsOf()+1)/12))
	}
	formula := v.none
	switch {
	case flow > 0 && part.from == part.through:
		formula = fmt.Sprintf("%s ÷ %s^(%d/12)", flow.Table(), onePlus(a.s.Valuation.DiscountRate), part.from-a.s.AsOf()+1)
	case flow > 0:
		formula = fmt.Sprintf("%s × %.4f", flow.Table(), float64(worth/flow))
		if worth >= 1e4*flow {
			formula = fmt.Sprintf("%s × %.4g", flow.Table(), float64(worth/flow))
		}
	}
	return AmountLine(words.Months(part.from, part.through), formula, worth)
}

// onePlus writes what a rate multiplies by: (1 + 10%), (1 − 50%). A fall by almost
// all is written in full, since in fewer digits it would be one by all.
func onePlus(r unit.Rate) string {
	sign, size := "+", r
	if r < 0 {
		sign, size = "−", -r
	}
	text := size.Percent()
	if text == unit.Rate(1).Percent() && r > -1 && r < 0 {
		text = size.Full()
	}
	return fmt.Sprintf("(1 %s %s)", sign, text)
}

// inputsOfPaid notes what else went into the payments, without showing again how.
func (a *account) inputsOfPaid() {
	paid := newAccount(a.s, a.p, Question{Figure: Paid, From: a.From, Through: a.Through})
	paid.payment()
	a.uses(paid.paths...)
	for _, rule := range paid.out.Rules {
		if rule.Kind == RuleCap || rule.Kind == RuleSliver || rule.Kind == RuleBefore {
			a.out.Rules = append(a.out.Rules, rule)
		}
	}
}
