package scenario

import (
	"headroom/scenario/unit"
	"headroom/scenario/worth"
)

// A walk goes through the years of the horizon in order, takes the shares of what
// is earned, and adds up the results.
type walk struct {
	s       *Scenario
	ledger  ledger
	reverse window
	month   unit.Month // January of the coming year
	year    payments   // of the year before it
	total   Totals
}

// Payments are what is due and paid in the twelve months of a year.
type payments struct {
	due, paid, reverse [12]unit.Amount
	counted            [12]unit.Amount // toward the cap, at the end of each month
}

func newWalk(s *Scenario, l ledger) walk {
	return walk{s: s, ledger: l, reverse: reverseWindow(s), month: s.FirstMonth()}
}

// next walks through the coming year, in which the streams earn e, and payments
// of each month count in present value by its factor.
func (w *walk) next(e *earnings, factors *worth.Factors) {
	rate := unit.Amount(w.s.Terms.Share.RateIn(w.month.Year()))
	w.ledger.window.share(&w.year.due, rate, &e.shared, w.month)
	w.ledger.pay(&w.year, w.month)
	if w.s.Terms.Reverse != nil {
		w.reverse.share(&w.year.reverse, unit.Amount(w.s.Terms.Reverse.Rate), &e.resale, w.month)
	}
	w.add(e, factors)
	w.month += 12
}

// through walks through all years.
func (w *walk) through(years []earnings, factors []worth.Factors) {
	for y := range years {
		w.next(&years[y], &factors[y])
	}
}

// saved returns what the cap saves OpenAI in the month with the index k.
func (p *payments) saved(k int) unit.Amount {
	if saved := p.due[k] - p.paid[k]; saved > 0 {
		return saved
	}
	return 0
}

// add adds a year's months to the totals, in variables of their own, which stay in
// registers.
func (w *walk) add(e *earnings, factors *worth.Factors) {
	p, t := &w.year, &w.total
	revenue, due, paid, forgone, reverse, net := t.Revenue, t.Due, t.Paid, t.Forgone, t.Reverse, t.Net
	value, saved := t.PresentValue, t.PresentValueForgone
	for k := range 12 {
		left := p.saved(k)
		revenue += e.revenue[k]
		due += p.due[k]
		paid += p.paid[k]
		forgone += left
		reverse += p.reverse[k]
		net += p.paid[k] - p.reverse[k]
		value += p.paid[k] * factors[k]
		saved += left * factors[k]
	}
	t.Revenue, t.Due, t.Paid, t.Forgone, t.Reverse, t.Net = revenue, due, paid, forgone, reverse, net
	t.PresentValue, t.PresentValueForgone = value, saved
}

// fill sets the rows of the twelve months of the year before the coming one, in
// which the streams earned e.
func (w *walk) fill(rows []Row, e *earnings) {
	p := &w.year
	for k := range rows {
		m := w.month + unit.Month(k-12)
		rows[k] = Row{
			From: m, Through: m,
			Flows: Flows{
				Revenue: e.revenue[k], Due: p.due[k], Paid: p.paid[k], Forgone: p.saved(k),
				Reverse: p.reverse[k], Net: p.paid[k] - p.reverse[k],
			},
			Cumulative: p.counted[k], Headroom: w.ledger.Headroom(p.counted[k]),
		}
	}
}

// totals returns the results at the end of the walk.
func (w *walk) totals() Totals {
	t := w.total
	if w.ledger.capped {
		t.Capped, t.Cap = true, w.ledger.Cap
	}
	t.Cumulative, t.Headroom = w.ledger.Counted, w.ledger.Headroom(w.ledger.Counted)
	t.Reached = w.ledger.Reached
	return t
}

func newDiscount(s *Scenario) worth.Discount {
	return worth.New(float64(s.Valuation.DiscountRate), s.AsOf(), s.FirstMonth())
}
