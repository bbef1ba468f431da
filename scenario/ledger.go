package scenario

import (
	"math"

	"headroom/scenario/unit"
)

// A window is a span of months, both ends included.
type window struct{ from, through unit.Month }

func (w window) has(m unit.Month) bool { return m >= w.from && m <= w.through }

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

// A ledger counts payments toward the cap.
type ledger struct {
	window     window
	capFrom    unit.Month
	capped     bool
	cap        unit.Amount
	sliver     unit.Amount // a headroom below this is none
	cumulative unit.Amount
	reached    Reached
}

func newLedger(s *Scenario) ledger {
	share := &s.Terms.Share
	l := ledger{
		window:     shareWindow(s),
		capFrom:    share.CapStart(),
		capped:     share.Capped,
		cap:        share.Cap,
		sliver:     0.005 + share.Cap*1e-12,
		cumulative: share.AlreadyPaid,
	}
	l.reached.Before = l.capped && l.cap-l.cumulative < l.sliver
	return l
}

// pay returns what is paid in m of what is due.
func (l *ledger) pay(m unit.Month, due unit.Amount) unit.Amount {
	switch {
	case !l.capped:
		l.cumulative += due
		return due
	case m < l.capFrom:
		return due
	case l.reached.Ever():
		return 0
	}
	room := l.cap - l.cumulative
	if due <= 0 || room-due >= l.sliver {
		l.cumulative += due
		return due
	}
	l.reached.Date = reachedOn(m, min(1, float64(room/due)))
	l.cumulative = l.cap
	return room
}

// headroom returns what is left of the cap.
func (l *ledger) headroom() unit.Amount {
	if !l.capped || l.reached.Ever() {
		return 0
	}
	return max(0, l.cap-l.cumulative)
}

// reachedOn returns the day of m on which the given part of what is due in it
// is paid, payments flowing evenly over its days.
func reachedOn(m unit.Month, part float64) unit.Date {
	days := m.Days()
	return unit.Date{Month: m, Day: min(int(math.Floor(part*float64(days)+1e-6))+1, days)}
}
