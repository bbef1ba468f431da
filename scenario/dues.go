package scenario

import (
	"headroom/scenario/account"
	"headroom/scenario/unit"
)

// Dues are what is due of a variant month by month, with all that its results are
// made of: what is due does not depend on the cap, so one Dues serves thousands of
// caps, amounts counted before and months to count from, each at a fraction of what
// a Total takes. It belongs to one goroutine. The zero value is for Variant.Dues.
type Dues struct {
	first               unit.Month
	due, reverse, value []unit.Amount        // by month; value is the factor of present value
	paid, net, worth    []unit.Amount        // sums of the months before the k-th, were there no cap
	counted             []unit.Amount        // toward the cap before the k-th month, were there no cap
	lanes               [Lanes][]unit.Amount // the same on top of other amounts
	from                int                  // the month that counts first, as an index
	flows               Flows                // over the horizon, of what no cap changes
}

// Dues lays out in d what is due of the variant as it is now, counted as its terms
// say. The error is the Faults that Check finds.
func (v *Variant) Dues(d *Dues) error {
	if faults := v.check(); faults != nil {
		return faults
	}
	v.layOut()
	s := &v.a.s
	d.room(s.FirstMonth(), 12*len(v.years))
	share, reverse := shareWindow(s), reverseWindow(s)
	for y := range v.years {
		e, january := &v.years[y], d.first+unit.Month(12*y)
		share.share((*[12]unit.Amount)(d.due[12*y:]), unit.Amount(s.Terms.Share.RateIn(january.Year())), &e.shared, january)
		back := (*[12]unit.Amount)(d.reverse[12*y:])
		if clear(back[:]); s.Terms.Reverse != nil {
			reverse.share(back, unit.Amount(s.Terms.Reverse.Rate), &e.resale, january)
		}
		*(*[12]unit.Amount)(d.value[12*y:]) = v.factors[y]
	}
	d.from = d.index(s.Terms.Share.CapStart())
	d.counted[0] = s.Terms.Share.AlreadyPaid
	d.sum(v.years)
	return nil
}

// room makes room for n months.
func (d *Dues) room(first unit.Month, n int) {
	d.first = first
	if len(d.due) != n {
		d.due, d.reverse, d.value = make([]unit.Amount, n), make([]unit.Amount, n), make([]unit.Amount, n)
		d.paid, d.net, d.worth = make([]unit.Amount, n+1), make([]unit.Amount, n+1), make([]unit.Amount, n+1)
		for i := range d.lanes {
			d.lanes[i] = make([]unit.Amount, n+1)
		}
	}
	d.counted = d.lanes[0]
}

// sum adds the months up. All sums go along at once: none waits for another.
func (d *Dues) sum(years []earnings) {
	var revenue, paid, net, worth, reverse unit.Amount
	counted, from := d.counted[0], d.from
	for y := range years {
		earned, at := &years[y].revenue, 12*y
		due, back := (*[12]unit.Amount)(d.due[at:]), (*[12]unit.Amount)(d.reverse[at:])
		value := (*[12]unit.Amount)(d.value[at:])
		at++
		paids, nets := (*[12]unit.Amount)(d.paid[at:]), (*[12]unit.Amount)(d.net[at:])
		values, counts := (*[12]unit.Amount)(d.worth[at:]), (*[12]unit.Amount)(d.counted[at:])
		for k, v := range due {
			revenue += earned[k]
			paid += v
			net += v - back[k]
			worth += v * value[k]
			reverse += back[k]
			if at+k > from {
				counted += v
			}
			paids[k], nets[k], values[k], counts[k] = paid, net, worth, counted
		}
	}
	d.flows = Flows{Revenue: revenue, Due: paid, Reverse: reverse}
}

// index returns the index of a month, at most the number of months.
func (d *Dues) index(m unit.Month) int { return min(max(0, int(m-d.first)), len(d.due)) }

const Lanes = 4 // how many amounts counted before may be tried at once

// Count has payments count toward the cap from a month on, on top of an amount that was
// counted before, which is not negative, or of Lanes of them, of which Lane chooses one.
func (d *Dues) Count(from unit.Month, already ...unit.Amount) {
	d.from, d.counted = d.index(from), d.lanes[0]
	if len(already) < Lanes {
		so := already[0]
		for k := range d.counted {
			if d.counted[k] = so; k >= d.from && k < len(d.due) {
				so += d.due[k]
			}
		}
		return
	}
	a, b, c, e := d.lanes[0], d.lanes[1][:len(d.counted)], d.lanes[2][:len(d.counted)], d.lanes[3][:len(d.counted)]
	so0, so1, so2, so3 := already[0], already[1], already[2], already[3]
	for k := range a {
		a[k], b[k], c[k], e[k] = so0, so1, so2, so3
		if k >= d.from && k < len(d.due) {
			so0, so1, so2, so3 = so0+d.due[k], so1+d.due[k], so2+d.due[k], so3+d.due[k]
		}
	}
}

// Lane chooses one of the amounts of Count.
func (d *Dues) Lane(i int) { d.counted = d.lanes[i] }

// Under computes the results with a cap, which is not negative: bit for bit what
// Total gives for the scenario with it.
func (d *Dues) Under(limit unit.Amount) Totals {
	k, reached := d.full(limit)
	t := Totals{
		Flows:  Flows{Revenue: d.flows.Revenue, Due: d.flows.Due, Reverse: d.flows.Reverse, Paid: d.paid[k], Net: d.net[k]},
		Capped: true, Cap: limit, Cumulative: d.counted[k], PresentValue: d.worth[k], Reached: reached,
	}
	if k < len(d.due) {
		var last unit.Amount // what is paid in the month that fills the cap
		if !reached.Before {
			last = limit - d.counted[k]
			t.Cumulative = limit
		}
		d.after(&t, k, last)
	}
	if !reached.Before {
		t.Headroom = max(0, limit-t.Cumulative)
	}
	return t
}

// Reached is Under for when the cap is reached alone.
func (d *Dues) Reached(limit unit.Amount) Reached {
	_, reached := d.full(limit)
	return reached
}

// full returns the index of the month that fills a cap, and when the cap is reached.
func (d *Dues) full(limit unit.Amount) (int, Reached) {
	sliver := account.Sliver(limit)
	if limit-d.counted[0] < sliver {
		return d.from, Reached{Before: true}
	}
	k := d.fills(limit, sliver)
	if k == len(d.due) {
		return k, Reached{}
	}
	return k, Reached{Date: account.On(d.first+unit.Month(k), float64((limit-d.counted[k])/d.due[k]))}
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
func (d *Dues) fills(limit, sliver unit.Amount) int {
	// What is counted grows from month to month, so the month is found by halving, up
	// to what sums round off; from there the ledger's own words decide.
	n := len(d.due)
	doubt := sliver + 1e-14*max(limit, d.counted[n])
	low, high := d.from, n
	for low < high {
		if middle := (low + high) / 2; limit-d.counted[middle+1] < doubt {
			high = middle
		} else {
			low = middle + 1
		}
	}
	for ; low < n; low++ {
		if due := d.due[low]; due > 0 && limit-d.counted[low]-due < sliver {
			return low
		}
	}
	return n
}
