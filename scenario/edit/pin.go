package edit

import (
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

// repin solves anew what is pinned in the scenarios that a change is about. Where no value
// reaches the result, or the scenario has no such input any more, all stays as it is: a
// pin says by itself that it does not hold.
func (d *draft) repin() {
	for _, id := range d.touched {
		at := d.find(id)
		if at < 0 || d.w.Scenarios[at].Pin == nil {
			continue
		}
		s := d.w.Scenarios[at]
		p, err := scenario.Prepare(s)
		if err != nil {
			continue // which refuses the change
		}
		input, result, target := Pinned(s.Pin)
		answer, err := solve.Find(p, input, result, target)
		if err != nil || !answer.Possible() || answer.Value == input.Value(s) {
			continue
		}
		solved := vary(s, Setting{input, answer.Value})
		d.do(delta{kind: swap, at: at, scenario: &solved})
	}
}
