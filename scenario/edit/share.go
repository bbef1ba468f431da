package edit

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// SetRate sets the rate of the revenue share: 0 to 1. Years with a rate of their
// own keep it.
func SetRate(id string, rate unit.Rate) Change {
	return field(id, "terms.share.rate", "set rate to "+rate.Percent(), setRate(rate))
}

// SetRateOfYear sets the rate of one year, in place of the one of all years: 0 to
// 1.
func SetRateOfYear(id string, year int, rate unit.Rate) Change {
	name := "set " + strconv.Itoa(year) + " rate to " + rate.Percent()
	return field(id, "terms.share.ratesByYear."+strconv.Itoa(year), name, setRateOfYear(year, rate))
}

// ClearRateOfYear gives one year the rate of all years again.
func ClearRateOfYear(id string, year int) Change {
	return choice(id, "clear "+strconv.Itoa(year)+" rate", clearRateOfYear(year))
}

func clearRateOfYear(year int) amendment {
	return onShare(func(share *scenario.Share) { share.RatesByYear = share.RatesByYear.Without(year) })
}

// SetShareFrom sets the first month of the revenue share.
func SetShareFrom(id string, from unit.Month) Change {
	return field(id, "terms.share.from", "set share from "+from.Short(), setShareFrom(from))
}

// SetShareThrough sets the last month of the revenue share.
func SetShareThrough(id string, through unit.Month) Change {
	return field(id, "terms.share.through", "set share through "+through.Short(), setShareThrough(through))
}

// SetShareWindow sets the first and the last month of the revenue share.
func SetShareWindow(id string, from, through unit.Month) Change {
	return field(id, "terms.share.window", "set share from "+from.Short()+" through "+through.Short(),
		onShare(func(share *scenario.Share) { share.From, share.Through = from, through }))
}

// SetCap sets the cap, or puts one on: 0 to 1e15. The range of the cap, where
// there is one, moves with it by the same ratio.
func SetCap(id string, limit unit.Amount) Change {
	return field(id, "terms.share.cap", "set cap to "+limit.Headline(), setCap(limit))
}

// RemoveCap takes the cap off, and with it the range of the cap.
func RemoveCap(id string) Change {
	return choice(id, "remove cap", removeCap)
}

func removeCap(s *scenario.Scenario) error {
	s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
	withRange(s, nil)
	return nil
}

// SetCapFrom sets the month from which payments count toward the cap, zero for
// the first month of the share.
func SetCapFrom(id string, from unit.Month) Change {
	name := "set cap counts from " + orNone(from, "the share's start")
	return field(id, "terms.share.capFrom", name, setCapFrom(from))
}

// SetAlreadyPaid sets what was counted toward the cap before: 0 to 1e15.
func SetAlreadyPaid(id string, paid unit.Amount) Change {
	return field(id, "terms.share.alreadyPaid", "set counted before to "+paid.Headline(), setAlreadyPaid(paid))
}

// SetEndsAtAGI sets whether the revenue share ends when AGI is verified.
func SetEndsAtAGI(id string, ends bool) Change {
	return choice(id, onOff("share ends at AGI", ends), setEndsAtAGI(ends))
}

func setRate(rate unit.Rate) amendment {
	return onShare(func(share *scenario.Share) { share.Rate = rate })
}

func setRateOfYear(year int, rate unit.Rate) amendment {
	return onShare(func(share *scenario.Share) { share.RatesByYear = share.RatesByYear.With(year, rate) })
}

func setShareFrom(from unit.Month) amendment {
	return onShare(func(share *scenario.Share) { share.From = from })
}

func setShareThrough(through unit.Month) amendment {
	return onShare(func(share *scenario.Share) { share.Through = through })
}

func setCapFrom(from unit.Month) amendment {
	return onShare(func(share *scenario.Share) { share.CapFrom = from })
}

func setAlreadyPaid(paid unit.Amount) amendment {
	return onShare(func(share *scenario.Share) { share.AlreadyPaid = paid })
}

func setEndsAtAGI(ends bool) amendment {
	return onShare(func(share *scenario.Share) { share.EndsAtAGI = ends })
}

func setCap(limit unit.Amount) amendment {
	return func(s *scenario.Scenario) error {
		share := &s.Terms.Share
		if u := s.Uncertainty; u != nil && u.CapRange != nil && share.Capped {
			withRange(s, scaledRange(*u.CapRange, share.Cap, limit))
		}
		share.Capped, share.Cap = true, limit
		return nil
	}
}

// scaledRange returns the range of a cap moved from one value to another, by the
// ratio of the two; from 0 there is none, and the range only makes room.
func scaledRange(r scenario.CapRange, from, to unit.Amount) *scenario.CapRange {
	if from > 0 {
		r.Low *= to / from
		r.High *= to / from
	}
	return &scenario.CapRange{Low: min(r.Low, to), High: max(min(r.High, scenario.MaxAmount), to)}
}

func onShare(f func(*scenario.Share)) amendment {
	return func(s *scenario.Scenario) error {
		f(&s.Terms.Share)
		return nil
	}
}
