package scenario

import "headroom/scenario/unit"

// A Pace says how fast revenue comes in by the actuals, and how fast it has to for
// the cap to be reached. Both count the shared part of direct and other-cloud
// streams, in US dollars a year.
type Pace struct {
	Now    unit.Amount  // the last three months with actuals, a year of them
	Needed []PaceNeeded // by each December of the horizon after the actuals, in order
}

// A PaceNeeded is the flat annual revenue with which the cap is reached exactly at
// the end of a month.
type PaceNeeded struct {
	By     unit.Month
	Last   unit.Month  // of those up to By that count toward the cap, 0 where none does
	Annual unit.Amount // 0 where the cap is reached by the actuals alone
	Known  bool        // false without a cap, and where nothing counts toward it by then
}

// pace returns the pace of a scenario with actuals through a month of its horizon,
// given its months and what of their revenue the share applies to.
func (s *Scenario) pace(through unit.Month, months []Row, shared []unit.Amount) Pace {
	first := s.FirstMonth()
	var p Pace
	known := int(through-first) + 1
	recent := min(3, known)
	p.Now = 12 * total(shared[known-recent:known]) / unit.Amount(recent)

	share, span := &s.Terms.Share, shareWindow(s)
	left := months[through-first].Headroom
	var rates unit.Amount
	var last unit.Month
	for m := through + 1; m <= s.LastMonth(); m++ {
		if m >= max(span.from, share.CapStart()) && m <= span.through {
			rates += unit.Amount(share.RateIn(m.Year()))
			last = m
		}
		if (m+1-first)%12 != 0 {
			continue
		}
		n := PaceNeeded{By: m, Last: last}
		switch {
		case !share.Capped:
		case left == 0:
			n.Known = true
		case rates > 0:
			n.Annual, n.Known = 12*left/rates, true
		}
		p.Needed = append(p.Needed, n)
	}
	return p
}
