package statement

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// An Account is what is due and paid in a stretch of time, in US dollars. What it
// says adds up: Opening and Counted are Closing, Counted and Uncounted are Paid,
// Paid and Saved are Due, and Due is Base at the rate of the share.
type Account struct {
	Streams []Line // in the order of the scenario

	Revenue unit.Amount // OpenAI's own and through other clouds
	Base    unit.Amount // the part of it that the share applies to
	Rate    unit.Rate   // of the share
	OneRate bool        // whether it is the same all the time; Rate is 0 where not
	Due     unit.Amount // the share before the cap

	Capped    bool
	Opening   unit.Amount // what counts toward the cap at the beginning
	Room      unit.Amount // what the cap leaves at the beginning; 0 where not Capped
	Counted   unit.Amount // paid, and counts toward the cap
	Uncounted unit.Amount // paid, and does not count: before the cap begins to count
	Closing   unit.Amount // what counts at the end
	Headroom  unit.Amount // what the cap leaves at the end; 0 where not Capped
	Saved     unit.Amount // what the cap saves OpenAI
}

// Paid returns all that is paid.
func (a Account) Paid() unit.Amount { return a.Counted + a.Uncounted }

// A Line is what one stream earns, and what of it the share applies to: Base is
// Revenue less Resale, Outside and Unshared.
type Line struct {
	Name     string
	Channel  scenario.Channel
	Revenue  unit.Amount // what it earns
	Resale   unit.Amount // all of it, where it is Microsoft's resale: no share is paid of that
	Outside  unit.Amount // earned in months in which there is no share
	Unshared unit.Amount // the part that no share applies to, by the stream itself
	Base     unit.Amount

	// Barred is what it would earn besides if the terms allowed it: no part of Revenue.
	Barred unit.Amount
}

// then returns what a and b, which follows it, come to together.
func (a Account) then(b Account) Account {
	sum := b
	sum.Opening, sum.Room = a.Opening, a.Room
	sum.Streams = slices.Clone(a.Streams)
	for i := range sum.Streams {
		sum.Streams[i].add(b.Streams[i])
	}
	sum.Revenue += a.Revenue
	sum.Base += a.Base
	sum.Due += a.Due
	sum.Counted += a.Counted
	sum.Uncounted += a.Uncounted
	sum.Saved += a.Saved
	if !a.OneRate || !b.OneRate || a.Rate != b.Rate {
		sum.Rate, sum.OneRate = 0, false
	}
	return sum
}

func (l *Line) add(m Line) {
	l.Revenue += m.Revenue
	l.Resale += m.Resale
	l.Outside += m.Outside
	l.Unshared += m.Unshared
	l.Base += m.Base
	l.Barred += m.Barred
}

// accountsOf returns the accounts of the quarters of a projection.
func accountsOf(s scenario.Scenario, p scenario.Projection) []Account {
	accounts := make([]Account, len(p.Quarters))
	lines := make([]Line, len(p.Quarters)*len(s.Outlook.Streams))
	opening, room := openingOf(s, p)
	for i, row := range p.Quarters {
		n := len(s.Outlook.Streams)
		a := Account{
			Streams: lines[i*n : (i+1)*n : (i+1)*n],
			Rate:    s.Terms.Share.RateIn(row.From.Year()), OneRate: true,
			Revenue: row.Revenue, Due: row.Due,
			Capped: p.Total.Capped, Opening: opening, Room: room,
			Closing: row.Cumulative, Headroom: row.Headroom, Saved: row.Forgone,
		}
		for _, m := range p.Months[3*i : 3*i+3] {
			if counts(s, m.From) {
				a.Counted += m.Paid
			} else {
				a.Uncounted += m.Paid
			}
		}
		accounts[i] = a
		opening, room = a.Closing, a.Headroom
	}
	for i := range s.Outlook.Streams {
		addStream(accounts, s, i)
	}
	return accounts
}

// openingOf returns what counts before the horizon, and the room it leaves.
func openingOf(s scenario.Scenario, p scenario.Projection) (counted, room unit.Amount) {
	share := s.Terms.Share
	if !share.Capped || p.Total.Reached.Before {
		return share.AlreadyPaid, 0
	}
	return share.AlreadyPaid, max(0, share.Cap-share.AlreadyPaid)
}

// counts reports whether payments of a month count: without a cap all do.
func counts(s scenario.Scenario, m unit.Month) bool {
	return !s.Terms.Share.Capped || m >= s.Terms.Share.CapStart()
}

// addStream adds what one stream earns to the accounts of the quarters.
func addStream(accounts []Account, s scenario.Scenario, stream int) {
	st := s.Outlook.Streams[stream]
	from, through := s.ShareWindow()
	for i := range accounts {
		accounts[i].Streams[stream] = Line{Name: st.Name, Channel: st.Channel}
	}
	for k, m := range s.StreamMonths(stream) {
		a := &accounts[k/3]
		l := &a.Streams[stream]
		l.Revenue += m.Earned
		l.Barred += m.Potential - m.Earned
		switch {
		case st.Channel == scenario.ChannelAzure:
			l.Resale += m.Earned
		case m.Month < from || m.Month > through:
			l.Outside += m.Earned
		default:
			base := unit.Amount(st.Shared) * m.Earned
			l.Unshared += m.Earned - base
			l.Base += base
			a.Base += base
		}
	}
}
