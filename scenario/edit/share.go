package edit

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// SetRate sets the rate of the revenue share: 0 to 1. Years with a rate of their
// own keep it.
func SetRate(id string, rate unit.Rate) Change {
	return setRate(id, "terms.share.rate", rate)
}

// SetRateOfYear sets the rate of one year, in place of the one of all years: 0 to
// 1.
func SetRateOfYear(id string, year int, rate unit.Rate) Change {
	return setRate(id, "terms.share.ratesByYear."+strconv.Itoa(year), rate)
}

// ClearRateOfYear gives one year the rate of all years again.
func ClearRateOfYear(id string, year int) Change {
	return choice(id, "clear "+strconv.Itoa(year)+" rate", func(s *scenario.Scenario) error {
		s.Terms.Share.RatesByYear = s.Terms.Share.RatesByYear.Without(year)
		return nil
	})
}

// SetShareFrom sets the first month of the revenue share.
func SetShareFrom(id string, from unit.Month) Change {
	return set(id, "terms.share.from", scenario.MonthValue(from))
}

// SetShareThrough sets the last month of the revenue share.
func SetShareThrough(id string, through unit.Month) Change {
	return set(id, "terms.share.through", scenario.MonthValue(through))
}

// SetCap sets the cap, or puts one on: 0 to 1e15. The range of the cap, where
// there is one, moves with it by the same ratio.
func SetCap(id string, limit unit.Amount) Change {
	return setAmount(id, "terms.share.cap", limit)
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
	return setMonth(id, "terms.share.capFrom", from, "the share's start")
}

// SetAlreadyPaid sets what was counted toward the cap before: 0 to 1e15.
func SetAlreadyPaid(id string, paid unit.Amount) Change {
	return setAmount(id, "terms.share.alreadyPaid", paid)
}

// SetEndsAtAGI sets whether the revenue share ends when AGI is verified.
func SetEndsAtAGI(id string, ends bool) Change {
	return setTruth(id, "terms.share.endsAtAGI", ends)
}

// MovesRange reports whether setting the field at path moves the range of the cap, which
// goes along with the cap.
func MovesRange(s scenario.Scenario, path string) bool {
	u := s.Uncertainty
	return path == "terms.share.cap" && s.Terms.Share.Capped && u != nil && u.CapRange != nil
}

func setCap(limit unit.Amount) amendment {
	return func(s *scenario.Scenario) error {
		share := &s.Terms.Share
		if MovesRange(*s, "terms.share.cap") {
			moved := s.Uncertainty.CapRange.Moved(share.Cap, limit)
			withRange(s, &moved)
		}
		share.Capped, share.Cap = true, limit
		return nil
	}
}
