package desk

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/words"
)

// A Pinned is what the pin of a scenario ties, in words, wherever it is met.
type Pinned struct {
	Input scenario.Input // that is solved for
	Holds bool           // whether the result is what it is to be
	Brief string         // for a card: "Pinned to Dec 31, 2029"
	State string         // "pinned", or that the pin does not hold
	To    string         // beside the input: "the cap is reached on Dec 31, 2029"
	Whole string         // what that means
}

// Unpin is what lets go of a pin.
const Unpin = "Unpin"

// PinOf returns what is pinned in a scenario, and whether anything is.
func (d *Desk) PinOf(s scenario.Scenario) (Pinned, bool) {
	if s.Pin == nil {
		return Pinned{}, false
	}
	input, result, target := edit.Pinned(s.Pin)
	text, name := sweep.Said(s, result, target), words.Varied(s, input)
	brief, clause := words.LowerFirst(words.Result(result))+" "+text, "the "+words.Quantity(result)+" is "+text
	if result == solve.CapReached {
		brief, clause = text, "the cap is reached on "+text
	}
	total := d.Book.Projection(s).Total
	key, want := result.Key(result.Of(&total)), result.Key(target)
	short := clause
	if input == solve.GrowthShift { // beside the years, it has to say that it is of all
		short = "all growth: " + words.LowerFirst(words.Result(result)) + " " + text
	}
	p := Pinned{Input: input, To: short, State: "pinned", Holds: math.Abs(key-want) <= 2*result.Tolerance(want)}
	if !p.Holds {
		p.Brief = "Pin not met: " + brief
		p.State = "pin not met"
		which := "no value of it does now"
		if input == solve.GrowthShift {
			which = "no shift does now that leaves a growth set by hand as it is"
		}
		p.Whole = name + " is pinned so that " + clause + ", which " + which + ". It stays where it is until one does."
		return p, true
	}
	p.Brief = "Pinned to " + brief
	p.Whole = name + " is solved again whenever another input changes, so that " + clause + ". To set it by itself lets go of the pin."
	if input == solve.GrowthShift {
		p.Whole += " The growth of one year stays as it is set, and the others are shifted."
	}
	return p, true
}

// OnUnpin lets go of what is pinned in the selected scenario.
func (d *Desk) OnUnpin() {
	d.Commit()
	s, ok := d.Selected()
	switch {
	case !ok:
	case s.Pin == nil:
		d.Say("Nothing is pinned in " + s.Name)
	default:
		d.DoOnce(edit.RemovePin(s.ID))
	}
	d.Prompts.Resume()
}
