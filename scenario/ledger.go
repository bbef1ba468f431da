package scenario

import (
	"math"

	"headroom/scenario/unit"
)

// A window is a span of months, both ends included.
type window struct{ from, through unit.Month }

// share sets out to the rate of the amounts of the twelve months from january on,
// those outside the window to 0.
func (w window) share(out *[12]unit.Amount, rate unit.Amount, amounts *[12]unit.Amount, january unit.Month) {
	first, last := int(w.from-january), int(w.through-january)
	for k := range out {
		out[k] = 0
		if k >= first && k <= last {
			out[k] = rate * amounts[k]
		}
	}
}

// until returns w, ended by the month of AGI where the clause holds.
func (w window) until(agi unit.Month, endsAtAGI bool) window {
	if endsAtAGI && !agi.IsZero() {
		w.through = min(w.through, agi)
	}
	return w
}

func shareWindow(s *Scenario) window {
	share := &s.Terms.Share
	return window{share.From, share.Through}.until(s.Outlook.AGIVerified, share.EndsAtAGI)
}

// reverseWindow returns the window of the reverse share, empty where there is
// none.
func reverseWindow(s *Scenario) window {
	reverse := s.Terms.Reverse
	if reverse == nil {
		return window{from: 1}
	}
	return window{reverse.From, reverse.Through}.until(s.Outlook.AGIVerified, reverse.EndsAtAGI)
}

// A ledger counts payments toward the cap. It is the one place where the cap is
// applied.
type ledger struct {
	window     window
	capFrom    unit.Month // zero without a cap
	capped     bool
	cap        unit.Amount // infinite without a cap
	sliver     unit.Amount // a headroom below this is none
	cumulative unit.Amount
	reached    Reached
}

func newLedger(s *Scenario) ledger {
	share := &s.Terms.Share
	l := ledger{window: shareWindow(s), capped: share.Capped, cumulative: share.AlreadyPaid}
	if !share.Capped {
		l.cap, l.sliver = unit.Amount(math.Inf(1)), 0
		return l
	}
	l.capFrom = share.CapStart()
	l.setCap(share.Cap)
	return l
}

// setCap gives a ledger in which nothing has been paid yet its cap.
func (l *ledger) setCap(limit unit.Amount) {
	l.cap, l.sliver = limit, sliverOf(limit)
	l.reached.Before = l.cap-l.cumulative < l.sliver
}

// sliverOf returns below which headroom none is left of a cap.
func sliverOf(limit unit.Amount) unit.Amount { return 0.005 + limit*1e-12 }

// pay pays what is due in the twelve months of a year from january on.
func (l *ledger) pay(p *payments, january unit.Month) {
	l.payMonths(p.due[:], p.paid[:], p.counted[:], january)
}

// payMonths is pay for as many months as are given, the first of them first.
func (l *ledger) payMonths(dues, paid, counted []unit.Amount, first unit.Month) {
	cumulative, counts, done := l.cumulative, int(l.capFrom-first), l.reached.Ever()
	paid, counted = paid[:len(dues)], counted[:len(dues)]
	for k, due := range dues {
		switch {
		case k < counts:
			paid[k] = due
		case l.cap-cumulative-due >= l.sliver:
			paid[k] = due
			cumulative += due
		case done || due <= 0:
			paid[k] = 0
		default: // all that is left of the cap
			paid[k] = l.cap - cumulative
			l.reached.Date = reachedOn(first+unit.Month(k), float64(paid[k]/due))
			cumulative, done = l.cap, true
		}
		counted[k] = cumulative
	}
	l.cumulative = cumulative
}

// headroom returns what is left of the cap when so much counts toward it.
func (l *ledger) headroom(cumulative unit.Amount) unit.Amount {
	if !l.capped || l.reached.Before {
		return 0
	}
	return max(0, l.cap-cumulative)
}

// reachedOn returns the day of m on which the given part of what is due in it, all where
// it is more than 1, is paid, payments flowing evenly over its days.
func reachedOn(m unit.Month, part float64) unit.Date {
	days := m.Days()
	return unit.Date{Month: m, Day: min(int(min(1, part)*float64(days)+1e-6)+1, days)}
}
