package scenario

import "headroom/scenario/unit"

// Dues are what is due of a variant month by month, with all that its results are
// made of: what is due does not depend on the cap, so one Dues serves thousands of
// caps, amounts counted before and months to count from, each at a fraction of what
// a Total takes. It belongs to one goroutine. The zero value is ready for
// Variant.Dues.
type Dues struct {
	first               unit.Month
	due, reverse, value []unit.Amount // by month; value is the factor of present value
	paid, net, worth    []unit.Amount // sums of the months before the k-th, were there no cap
	counted             []unit.Amount // toward the cap before the k-th month, were there no cap
	from                int           // the month that counts first, as an index
	flows               Flows         // over the horizon, of what no cap changes
}

// Dues lays out in d what is due of the variant as it is now, counted as its terms
// say. The error is the Faults that Check finds.
func (v *Variant) Dues(d *Dues) error {
	if faults := v.check(); faults != nil {
		return faults
	}
	v.layOut()
	s, n := &v.a.s, 12*len(v.years)
	d.first, d.flows = s.FirstMonth(), Flows{}
	if len(d.due) != n {
		d.due, d.reverse, d.value = make([]unit.Amount, n), make([]unit.Amount, n), make([]unit.Amount, n)
		d.paid, d.net = make([]unit.Amount, n+1), make([]unit.Amount, n+1)
		d.worth, d.counted = make([]unit.Amount, n+1), make([]unit.Amount, n+1)
	}
	share, reverse := shareWindow(s), reverseWindow(s)
	for y := range v.years {
		e, january := &v.years[y], d.first+unit.Month(12*y)
		share.share((*[12]unit.Amount)(d.due[12*y:]), unit.Amount(s.Terms.Share.RateIn(january.Year())), &e.shared, january)
		back := (*[12]unit.Amount)(d.reverse[12*y:])
		if clear(back[:]); s.Terms.Reverse != nil {
			reverse.share(back, unit.Amount(s.Terms.Reverse.Rate), &e.resale, january)
		}
		copy(d.value[12*y:], v.factors[y][:])
		for _, revenue := range e.revenue {
			d.flows.Revenue += revenue
		}
	}
	d.sum()
	d.Count(s.Terms.Share.CapStart(), s.Terms.Share.AlreadyPaid)
	return nil
}

// sum adds the months up.
func (d *Dues) sum() {
	var paid, net, worth, reverse unit.Amount
	for k, due := range d.due {
		paid += due
		net += due - d.reverse[k]
		worth += due * d.value[k]
		reverse += d.reverse[k]
		d.paid[k+1], d.net[k+1], d.worth[k+1] = paid, net, worth
	}
	d.flows.Due, d.flows.Reverse = paid, reverse
}

// Count has payments count toward the cap from a month on, on top of an amount that
// was counted before, which is not negative.
func (d *Dues) Count(from unit.Month, already unit.Amount) {
	d.from = min(max(0, int(from-d.first)), len(d.due))
	for k := range d.from + 1 {
		d.counted[k] = already
	}
	for k := d.from; k < len(d.due); k++ {
		already += d.due[k]
		d.counted[k+1] = already
	}
}

// Under computes the results with a cap, which is not negative: bit for bit what
// Total gives for the scenario with it.
func (d *Dues) Under(limit unit.Amount) Totals {
	l := ledger{capped: true, cumulative: d.counted[0]}
	l.setCap(limit)
	k := d.from
	if !l.reached.Before {
		k = d.fills(&l)
	}
	t := Totals{
		Flows:  Flows{Revenue: d.flows.Revenue, Due: d.flows.Due, Reverse: d.flows.Reverse, Paid: d.paid[k], Net: d.net[k]},
		Capped: true, Cap: limit, Cumulative: d.counted[k], PresentValue: d.worth[k],
	}
	if k < len(d.due) {
		var last unit.Amount // what is paid in the month that fills the cap
		if !l.reached.Before {
			last = limit - d.counted[k]
			l.reached.Date = reachedOn(d.first+unit.Month(k), min(1, float64(last/d.due[k])))
			t.Cumulative = limit
		}
		d.after(&t, k, last)
	}
	t.Headroom, t.Reached = l.headroom(t.Cumulative), l.reached
	return t
}

// Uncapped computes the results without a cap, bit for bit as Total does. The month that
// counts first has no effect on them.
func (d *Dues) Uncapped() Totals {
	n := len(d.due)
	t := Totals{Flows: d.flows, Cumulative: d.counted[0], PresentValue: d.worth[n]}
	t.Paid, t.Net = d.paid[n], d.net[n]
	for _, due := range d.due {
		t.Cumulative += due
	}
	return t
}

// after adds to the totals the months from the k-th on, in which no more than last is
// paid, all in the first of them.
func (d *Dues) after(t *Totals, k int, last unit.Amount) {
	t.Paid += last
	t.PresentValue += last * d.value[k]
	net, forgone, worth := t.Net, unit.Amount(0), unit.Amount(0)
	for ; k < len(d.due); k++ {
		net += last - d.reverse[k]
		if left := d.due[k] - last; left > 0 {
			forgone += left
			worth += left * d.value[k]
		}
		last = 0
	}
	t.Net, t.Forgone, t.PresentValueForgone = net, forgone, worth
}

// fills returns the index of the first month that fills the cap as a ledger pays, or
// the number of months where none does.
func (d *Dues) fills(l *ledger) int {
	// What is counted grows from month to month, so the month is found by halving, up
	// to what sums round off; from there the ledger's own words decide.
	n := len(d.due)
	doubt := l.sliver + 1e-14*max(l.cap, d.counted[n])
	low, high := d.from, n
	for low < high {
		if middle := (low + high) / 2; l.cap-d.counted[middle+1] < doubt {
			high = middle
		} else {
			low = middle + 1
		}
	}
	for ; low < n; low++ {
		if due := d.due[low]; due > 0 && l.cap-d.counted[low]-due < l.sliver {
			return low
		}
	}
	return n
}
