package scenario

import (
	"headroom/scenario/account"
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

// A ledger is the account of a scenario, and what its terms say of payments.
type ledger struct {
	account.Account
	window  window
	capFrom unit.Month // zero without a cap
	capped  bool
}

func newLedger(s *Scenario) ledger {
	share := &s.Terms.Share
	l := ledger{window: shareWindow(s), capped: share.Capped}
	if !share.Capped {
		l.Account = account.Uncapped(share.AlreadyPaid)
		return l
	}
	l.capFrom = share.CapStart()
	l.Account = account.Open(share.AlreadyPaid, share.Cap)
	return l
}

// pay pays what is due in the twelve months of a year from january on: the account
// applies the cap.
func (l *ledger) pay(p *payments, january unit.Month) {
	l.Pay(p.due[:], p.paid[:], p.counted[:], january, l.capFrom)
}
