package sweep

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/solve"
)

// A Tornado is what each input of a scenario moves one result by.
type Tornado struct {
	Scenario scenario.Scenario
	Result   solve.Result
	Base     solve.Value // as the scenario is
	Bars     []Bar       // by size, those that move more first
}

// A Bar is what one input does to the result over a range.
type Bar struct {
	Input           scenario.Input
	Value           float64 // that the scenario has
	NoValue         bool    // there is none: it has no cap
	Range           Span
	Points          []Point // ascending by X
	Least, Greatest Point   // of all points and the scenario itself
	Span            float64 // between them, in days or in the result's unit; 0 for no effect
	Reason          string  // why it has no effect, where that is known: a clause
}

// A Point is a value of an input and the result with it.
type Point struct {
	X     float64
	Value solve.Value
}

// points is how many values of its range an input is given, besides its own.
const points = 5

// TornadoInputs returns the inputs that may move a result of s, in a fixed order.
func TornadoInputs(s scenario.Scenario, r solve.Result) []scenario.Input {
	return slices.DeleteFunc(scenario.Inputs(s), func(in scenario.Input) bool {
		return in == scenario.InputDiscount && r != solve.PresentValue
	})
}

// NewTornado computes a tornado over the ranges given, those not given being
// FirstRange's. The error says what is wrong with one of them.
func NewTornado(p *scenario.Prepared, r solve.Result, ranges map[scenario.Input]Span) (Tornado, error) {
	s := p.Scenario()
	v := p.Variant()
	own, err := v.Total()
	if err != nil {
		return Tornado{}, err
	}
	t := Tornado{Scenario: s, Result: r, Base: r.Of(&own)}
	for _, in := range TornadoInputs(s, r) {
		over, given := ranges[in]
		if given {
			err = CheckRange(s, in, over)
		} else {
			over, err = FirstRange(s, in)
		}
		if err != nil {
			return Tornado{}, err
		}
		bar, err := t.bar(v, in, over, &own)
		if err != nil {
			return Tornado{}, err
		}
		t.Bars = append(t.Bars, bar)
	}
	slices.SortStableFunc(t.Bars, func(a, b Bar) int { return cmp.Compare(b.Span, a.Span) })
	return t, nil
}

// bar moves one input over its range, and takes that back.
func (t *Tornado) bar(v *scenario.Variant, in scenario.Input, over Span, own *scenario.Totals) (Bar, error) {
	bar := Bar{Input: in, Value: in.Value(t.Scenario), Range: over}
	bar.NoValue = in == scenario.InputCap && !t.Scenario.Terms.Share.Capped
	reason := newReasons(&t.Scenario, own)
	for _, x := range Steps(in, over, points) {
		if err := v.Set(in, x); err != nil {
			return Bar{}, err
		}
		total, err := v.Total()
		if err != nil {
			return Bar{}, fmt.Errorf("with %s %s: %w", in, Text(in, x), err)
		}
		reason.add(&total)
		bar.Points = append(bar.Points, Point{x, t.Result.Of(&total)})
	}
	v.Reset()
	bar.ends(t)
	if bar.Span == 0 {
		bar.Reason = reason.of(in, t.Result)
	}
	return bar, nil
}

// ends puts the scenario's own point among the others, and finds the least and the
// greatest.
func (b *Bar) ends(t *Tornado) {
	own := Point{b.Value, t.Base}
	at := slices.IndexFunc(b.Points, func(p Point) bool { return p.X >= own.X })
	switch {
	case b.NoValue:
	case at < 0:
		b.Points = append(b.Points, own)
	case b.Points[at].X == own.X:
		b.Points[at] = own // with rates by year, not what one rate of that value gives
	default:
		b.Points = slices.Insert(b.Points, at, own)
	}
	b.Least, b.Greatest = own, own
	low, high := place(t, own), place(t, own)
	for _, p := range b.Points {
		switch here := place(t, p); {
		case math.IsNaN(here):
		case math.IsNaN(low):
			b.Least, b.Greatest, low, high = p, p, here, here
		case here < low:
			b.Least, low = p, here
		case here > high:
			b.Greatest, high = p, here
		}
	}
	if high > low+2*t.Result.Tolerance(high) {
		b.Span = high - low
	}
}

func place(t *Tornado, p Point) float64 { return Place(t.Scenario, t.Result, p.Value) }
