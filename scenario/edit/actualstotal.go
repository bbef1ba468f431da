package edit

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// SetTotalActual sets what OpenAI's own streams have earned together in a month or a
// quarter: each gets its part in the proportion of what it was planned to earn then,
// as far as the terms allow it. One that was planned to earn nothing is made unknown.
// It is refused where none was planned to earn anything.
func SetTotalActual(id string, p unit.Period, amount unit.Amount) Change {
	return changeOf(id, "outlook.total."+actualField(p), "set "+p.Words()+" total actual to "+amount.Headline(),
		setTotalActuals([]scenario.Actual{{Period: p, Amount: amount}}))
}

// ClearTotalActual makes a month or a quarter of all of OpenAI's own streams unknown
// again.
func ClearTotalActual(id string, p unit.Period) Change {
	return changeOf(id, "outlook.total."+actualField(p), "make "+p.Words()+" unknown", func(s *scenario.Scenario) error {
		for _, stream := range s.OwnStreams() {
			if err := clearActuals(stream, p)(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetTotalActuals sets what OpenAI's own streams have earned together in several
// periods, as SetTotalActual does.
func SetTotalActuals(id string, given []scenario.Actual) Change {
	return choice(id, "set total actuals", setTotalActuals(given))
}

func setTotalActuals(given []scenario.Actual) amendment {
	return func(s *scenario.Scenario) error {
		parts := map[int][]scenario.Actual{}
		for _, a := range given {
			shares, err := totalShares(s, a.Period)
			if err != nil {
				return err
			}
			left := a.Amount
			for i, share := range shares {
				part := a.Amount * share.part
				if i == len(shares)-1 {
					part = max(left, 0) // so that they add up
				}
				left -= part
				parts[share.stream] = append(parts[share.stream], scenario.Actual{Period: a.Period, Amount: part})
			}
		}
		for _, stream := range s.OwnStreams() {
			if err := setActuals(stream, parts[stream])(s); err != nil {
				return err
			}
			for _, a := range given {
				if !slices.ContainsFunc(parts[stream], func(b scenario.Actual) bool { return b.Period == a.Period }) {
					if err := clearActuals(stream, a.Period)(s); err != nil {
						return err
					}
				}
			}
		}
		return nil
	}
}

// A totalShare is the part of a total that a stream has.
type totalShare struct {
	stream int
	part   unit.Amount // 0 to 1
}

// totalShares returns the parts of all streams of a total that were planned to earn
// something in a period, the largest last.
func totalShares(s *scenario.Scenario, p unit.Period) ([]totalShare, error) {
	var shares []totalShare
	var sum unit.Amount
	for _, stream := range s.OwnStreams() {
		from, ever := s.EarnsFrom(stream)
		planned := planOf(s, stream)
		var potential, allowed unit.Amount
		for m := p.First; m <= p.Last(); m++ {
			potential += planned(m)
			if ever && m >= from {
				allowed += planned(m)
			}
		}
		if potential > 0 {
			shares = append(shares, totalShare{stream, allowed})
			sum += allowed
		}
	}
	if sum <= 0 {
		return nil, refuse("outlook.total."+actualField(p), "no stream was planned to earn anything in %s; choose one of them", p.Words())
	}
	for i := range shares {
		shares[i].part /= sum
	}
	slices.SortStableFunc(shares, func(a, b totalShare) int {
		if a.part < b.part {
			return -1
		}
		if a.part > b.part {
			return 1
		}
		return 0
	})
	return shares, nil
}
