package edit

import (
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/pin"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// SetPin ties an input of a scenario to a result, and brings it there. What was pinned
// before no longer is.
func SetPin(id string, p pin.Pin) Change {
	return choice(id, "pin the result", func(s *scenario.Scenario) error {
		s.Pin = &p
		return nil
	})
}

// RemovePin lets go of what is pinned; the input stays where it is.
func RemovePin(id string) Change {
	return choice(id, "unpin the result", func(s *scenario.Scenario) error {
		s.Pin = nil
		return nil
	})
}

// Pinned returns what the pin of a scenario ties, as solve takes it. The scenario has to
// have a pin.
func Pinned(p *pin.Pin) (solve.Input, solve.Result, solve.Value) {
	target := solve.Value{Number: p.Amount}
	if day, err := unit.ParseDate(p.Date); err == nil {
		target = solve.On(day)
	}
	return solve.Input(p.Input), solve.Result(p.Result), target
}

// repin solves again what is pinned in the scenarios that a change is about. Who moves the
// pinned input itself takes it out of the pin's hands, which lets go in the same step; who
// sets one growth where all are pinned finds that one as it was set, and the others moved.
// Where no value reaches the result, or the scenario has no such input any more, all stays
// as it is: a pin says by itself that it does not hold.
func (d *draft) repin() {
	for _, id := range d.touched {
		at := d.find(id)
		if at < 0 || d.w.Scenarios[at].Pin == nil {
			continue
		}
		s := d.w.Scenarios[at]
		input, result, target := Pinned(s.Pin)
		if was := d.former(id); was != nil && takenOver(*was, s, input) {
			s.Pin = nil
			d.do(delta{kind: swap, at: at, scenario: &s})
			d.unpinned = true
			continue
		}
		p, err := scenario.Prepare(s)
		if err != nil {
			continue // which refuses the change
		}
		var answer solve.Answer
		held := d.held(s, input)
		if len(held) > 0 {
			answer, err = solve.FindShift(p, held, result, target)
		} else {
			answer, err = solve.Find(p, input, result, target)
		}
		if err != nil || !answer.Possible() || answer.Value == input.Value(s) {
			continue
		}
		solved := vary(s, Setting{input, answer.Value})
		for _, h := range held {
			kept, _ := s.Outlook.Streams[h.Stream].Growth.Get(h.Year)
			solved.Outlook.Streams[h.Stream].Growth = solved.Outlook.Streams[h.Stream].Growth.With(h.Year, kept)
		}
		d.do(delta{kind: swap, at: at, scenario: &solved})
	}
}

// held returns the growths that a pinned shift of all growth leaves as they are: those
// that have just been set by themselves, as long as there are others to shift. Where
// the outlook is another one, or a row of all years was given, none has.
func (d *draft) held(s scenario.Scenario, in solve.Input) (held []solve.Growth) {
	was := d.former(s.ID)
	if in != solve.GrowthShift || was == nil || len(was.Outlook.Streams) != len(s.Outlook.Streams) || was.Outlook.Preset != s.Outlook.Preset {
		return nil
	}
	all := 0
	for i := range s.Outlook.Streams {
		set, grows := growthsSet(was.Outlook.Streams[i], s, i)
		if len(set) > 1 && len(set) == grows {
			return nil
		}
		held, all = append(held, set...), all+grows
	}
	if len(held) == all {
		return nil
	}
	return held
}

// growthsSet returns which growths of a stream within the horizon are others than they
// were, and of how many.
func growthsSet(was scenario.Stream, s scenario.Scenario, stream int) (set []solve.Growth, of int) {
	st := &s.Outlook.Streams[stream]
	for _, g := range st.Growth {
		if !st.Grows(g.Year) || g.Year < s.FirstYear || g.Year > s.LastYear {
			continue
		}
		of++
		if before, had := was.Growth.Get(g.Year); had && before != g.Rate {
			set = append(set, solve.Growth{Stream: stream, Year: g.Year})
		}
	}
	return set, of
}

// former returns a scenario as it was before what has been done so far, nil where it was
// not there.
func (d *draft) former(id string) *scenario.Scenario {
	for _, done := range d.deltas {
		if done.kind == swap && done.scenario.ID == id {
			return done.scenario
		}
	}
	return nil
}

// takenOver reports whether a scenario with a pin differs from what it was by the pinned
// input alone.
func takenOver(was, is scenario.Scenario, in solve.Input) bool {
	if was.Pin == nil || *was.Pin != *is.Pin || same(&was, &is) || len(was.Outlook.Streams) != len(is.Outlook.Streams) {
		return false
	}
	if in == solve.GrowthShift && !shifted(was, is) {
		return false
	}
	back := is
	back.Outlook.Streams = slices.Clone(is.Outlook.Streams)
	for i, st := range was.Outlook.Streams {
		to := &back.Outlook.Streams[i]
		year, ofYear := in.Year()
		switch {
		case in == solve.Base:
			to.Base = st.Base
		case in == solve.GrowthShift:
			to.Growth = st.Growth
		case ofYear:
			to.Growth = slices.Clone(to.Growth)
			for j, g := range to.Growth {
				if rate, ok := st.Growth.Get(g.Year); ok && g.Year == year {
					to.Growth[j].Rate = rate
				}
			}
		}
	}
	share := &back.Terms.Share
	switch in {
	case solve.Cap: // its range moves with it, and by itself is none of it
		if share.Capped == was.Terms.Share.Capped && share.Cap == was.Terms.Share.Cap {
			return false
		}
		share.Capped, share.Cap = was.Terms.Share.Capped, was.Terms.Share.Cap
		back.Uncertainty = ranged(is.Uncertainty, was.Uncertainty)
	case solve.Rate:
		share.Rate, share.RatesByYear = was.Terms.Share.Rate, was.Terms.Share.RatesByYear
	}
	return same(&back, &was)
}

// ranged returns an uncertainty with the range of the cap that another has. There is none
// where it says nothing else and the other is none.
func ranged(is, was *scenario.Uncertainty) *scenario.Uncertainty {
	if is == nil {
		return nil
	}
	out := *is
	out.CapRange = nil
	if was != nil {
		out.CapRange = was.CapRange
	} else if len(out.GrowthSD) == 0 && out.Correlation == 0 {
		return nil
	}
	return &out
}

// shifted reports whether all growth has been moved by as much.
func shifted(was, is scenario.Scenario) bool {
	by, first := 0.0, true
	for i, st := range was.Outlook.Streams {
		for _, g := range st.Growth {
			now, ok := is.Outlook.Streams[i].Growth.Get(g.Year)
			if moved := float64(now - g.Rate); !ok || !first && math.Abs(moved-by) > 1e-9 {
				return false
			} else if first {
				by, first = moved, false
			}
		}
	}
	return by != 0
}
