package sweep

import (
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// AtPace returns a scenario in which revenue comes in flat from the month after the
// actuals on, so that what the share applies to makes the given amount a year: each of
// OpenAI's own streams has the part of it that it has of the pace now. What is due by the
// end of a month is then what the pace needed by that month supposes. It is false where
// there is no pace now to go by. The scenario keeps its id and its name; it has no pin.
func AtPace(s scenario.Scenario, annual unit.Amount) (scenario.Scenario, bool) {
	p, err := scenario.Project(s)
	through := p.ActualsThrough
	if err != nil || through.IsZero() || p.Pace.Now <= 0 {
		return s, false
	}
	out := heldAt(s, p, annual, false)
	if after, err := scenario.Project(out); err != nil {
		return s, false
	} else if at := through - s.FirstMonth(); math.Abs(float64(after.Months[at].Cumulative-p.Months[at].Cumulative)) > 0.005 {
		// Months of a quarter count differently, and even ones share it in another way.
		out = heldAt(s, p, annual, true)
	}
	return out, out.Check() == nil
}

// heldAt is AtPace of a scenario with its projection; byMonth has all quarters that were
// actual given as what their months earned, and not only one that the pace cuts short.
func heldAt(s scenario.Scenario, p scenario.Projection, annual unit.Amount, byMonth bool) scenario.Scenario {
	out, through := s, p.ActualsThrough
	out.Pin = nil
	out.Outlook.Shape, out.Outlook.AfterActuals = scenario.ShapeEven, scenario.KeepMonths
	out.Outlook.Preset, out.Outlook.Streams = "", slices.Clone(s.Outlook.Streams)
	first := max(s.FirstMonth(), through-2)
	for _, i := range s.OwnStreams() {
		months := s.StreamMonths(i)
		earned := unit.Amount(0)
		for _, m := range months {
			if m.Month >= first && m.Month <= through {
				earned += m.Earned
			}
		}
		st := &out.Outlook.Streams[i]
		st.Actuals = nil
		for _, a := range s.Outlook.Streams[i].Actuals {
			if a.Period.Last() <= through && !byMonth {
				st.Actuals = append(st.Actuals, a)
				continue
			}
			for m := a.Period.First; m <= min(a.Period.Last(), through); m++ {
				st.Actuals = append(st.Actuals, scenario.Actual{Period: unit.Period{First: m, Months: 1}, Amount: months[m-s.FirstMonth()].Potential})
			}
		}
		flat(&out, i, 12*earned/unit.Amount(through-first+1)*(annual/p.Pace.Now))
	}
	return out
}

// flat has a stream earn so much in every year, which even months share alike, but for
// what is actual. What it starts from stays where growth can lead from there.
func flat(s *scenario.Scenario, stream int, annual unit.Amount) {
	st := &s.Outlook.Streams[stream]
	grown := unit.Rate(annual/st.Base - 1)
	if st.Launch != 0 || !(grown > -1 && grown <= scenario.MaxGrowth) {
		st.Base, grown = annual, 0
	}
	for year := s.FirstYear; year <= s.LastYear; year++ {
		if st.Grows(year) {
			st.Growth = st.Growth.With(year, grown)
			grown = 0
		}
	}
}
