package explain

import (
	"fmt"
	"math"

	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// presentValue explains what the payments of the span are worth in the valuation
// month: payment by payment within a year, else year by year.
func (a *account) presentValue() {
	asOf := a.s.AsOf()
	a.uses("valuation.discountRate", "valuation.asOf")
	var lines []Line
	if left := a.span().and(window{a.From, asOf - 1}); !left.empty() {
		paid := sum(a.p.Months[left.from-a.s.FirstMonth() : left.through-a.s.FirstMonth()+1]).Paid
		if paid > 0 {
			a.rule(RuleLeftOut, "Payments before %s, the month it is valued in, are left out.", asOf.Long())
			lines = append(lines, amountLine("Before "+asOf.Long(), paid.Table()+", left out", 0).on("valuation.asOf"))
		}
	}
	valued := a.span().and(window{asOf, a.s.LastMonth()})
	var total unit.Amount
	for part := range a.parts(valued) {
		line := a.valueLine(part)
		total += line.Amount
		lines = append(lines, line)
	}
	a.rule(RuleValuation, "A payment counts at the end of its month, divided by (1 + %s) to the power of the years from the start of %s.",
		a.s.Valuation.DiscountRate.Percent(), asOf.Long())
	if a.span() == (window{a.s.FirstMonth(), a.s.LastMonth()}) {
		total = a.p.Total.PresentValue
	}
	a.step("Present value", words.PresentValue, total, lines...)
	a.inputsOfPaid()
	a.answer(words.PresentValue+" "+a.in(), total)
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

// valueLine discounts what is paid in a part of the horizon.
func (a *account) valueLine(part window) Line {
	rate := float64(a.s.Valuation.DiscountRate)
	var paid, worth unit.Amount
	for m := part.from; m <= part.through; m++ {
		amount := a.p.Months[m-a.s.FirstMonth()].Paid
		paid += amount
		worth += amount / unit.Amount(math.Pow(1+rate, float64(m-a.s.AsOf()+1)/12))
	}
	formula := "nothing is paid"
	switch {
	case paid > 0 && part.from == part.through:
		formula = fmt.Sprintf("%s ÷ (1 + %s)^(%d/12)", paid.Table(), unit.Rate(rate).Percent(), part.from-a.s.AsOf()+1)
	case paid > 0:
		formula = fmt.Sprintf("%s × %.4f", paid.Table(), float64(worth/paid))
	}
	return amountLine(Span(part.from, part.through), formula, worth)
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
