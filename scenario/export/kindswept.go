package export

import (
	"fmt"
	"runtime"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Swept says what a tornado or a map is of. The zero value is what moves the date the
// cap is reached, by the first ranges, and a map of it by cap and growth.
type Swept struct {
	Result solve.Result `json:"result,omitempty"` // empty for solve.CapReached
	Spider bool         `json:"spider,omitempty"` // of a tornado: whether it is shown as lines
	// Ranges are those of inputs that are moved over another than their first range; of a
	// map the input to the right and the one upward, in that order.
	Ranges []SweptRange `json:"ranges,omitempty"`
	Sought Sought       `json:"sought,omitzero"` // where something is solved for
	Holds  string       `json:"holds,omitempty"` // of safe ranges: year, reached or order
}

// A SweptRange is an input and the range that it is moved over.
type SweptRange struct {
	Input scenario.Input `json:"input"`
	Low   float64        `json:"low"`
	High  float64        `json:"high"`
	Steps int            `json:"steps,omitempty"` // of a map: how many values, both ends among them
}

// A Sought is what is looked for along an input.
type Sought struct {
	Input  scenario.Input `json:"input"`
	Target string         `json:"target"` // a day as files write it, or a number
}

// MapSteps is how many values each input of a map has unless another number is asked for.
const MapSteps = 7

// FirstMap returns the ranges of a map of two inputs unless others are asked for: as wide
// again as the first range, within what is legal.
func FirstMap(s scenario.Scenario, x, y scenario.Input) ([]SweptRange, error) {
	var out []SweptRange
	for _, in := range []scenario.Input{x, y} {
		over, err := sweep.FirstRange(s, in)
		if err != nil {
			return nil, err
		}
		low, high, err := in.Range(s)
		if err != nil {
			return nil, err
		}
		switch in {
		case scenario.InputCap, scenario.InputRate, scenario.InputBase, scenario.InputGrowthShift:
			half := (over.High - over.Low) / 2
			over.Low, over.High = max(low, over.Low-half/2), min(high, over.High+half/2)
		}
		out = append(out, SweptRange{in, over.Low, over.High, MapSteps})
	}
	return out, nil
}

func (v Swept) result() solve.Result {
	if v.Result == "" {
		return solve.CapReached
	}
	return v.Result
}

var tornadoKind = kind{
	name: swept.KindTornado, fewest: 1, most: 1, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, p, err := onePrepared(of)
		if err != nil {
			return nil, err
		}
		ranges := map[scenario.Input]sweep.Span{}
		for _, r := range v.Swept.Ranges {
			ranges[r.Input] = sweep.Span{Low: r.Low, High: r.High}
		}
		t, err := sweep.NewTornado(p, v.Swept.result(), ranges)
		return swept.Tornado{Subject: s, Tornado: t, Spider: v.Swept.Spider}, err
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		t := as[swept.Tornado](c)
		v.Swept = Swept{Result: t.Tornado.Result, Spider: t.Spider}
		for _, b := range t.Tornado.Bars {
			v.Swept.Ranges = append(v.Swept.Ranges, SweptRange{Input: b.Input, Low: b.Range.Low, High: b.Range.High})
		}
	},
}

var mapKind = kind{
	name: swept.KindMap, fewest: 1, most: 1, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, err := one(of)
		if err != nil {
			return nil, err
		}
		g, err := GridOf(s.Scenario, v.Swept)
		return swept.Map{Subject: s, Grid: g}, err
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		g := as[swept.Map](c).Grid
		v.Swept = Swept{Result: g.Result}
		for _, a := range []sweep.Axis{g.X, g.Y} {
			n := len(a.Values)
			v.Swept.Ranges = append(v.Swept.Ranges, SweptRange{a.Input, a.Values[0], a.Values[n-1], n})
		}
	},
}

// GridOf computes what a map shows of a scenario, on all processors.
func GridOf(s scenario.Scenario, v Swept) (sweep.Grid, error) {
	ranges := v.Ranges
	if len(ranges) == 0 {
		var err error
		if ranges, err = FirstMap(s, scenario.InputCap, scenario.InputGrowthShift); err != nil {
			return sweep.Grid{}, err
		}
	}
	if len(ranges) != 2 {
		return sweep.Grid{}, fmt.Errorf("a map is of two inputs, not of %d", len(ranges))
	}
	var axes [2]sweep.Axis
	for i, r := range ranges {
		var err error
		if axes[i], err = sweep.NewAxis(s, r.Input, sweep.Span{Low: r.Low, High: r.High}, r.Steps); err != nil {
			return sweep.Grid{}, err
		}
	}
	p, err := scenario.Prepare(s)
	if err != nil {
		return sweep.Grid{}, err
	}
	return sweep.NewGrid(p, axes[0], axes[1], v.result(), runtime.GOMAXPROCS(0))
}

// StripOf looks along an input for what brings a result to a target, and returns the
// picture of that with what was found. Where the target is reached, the picture covers
// the values that do.
func StripOf(s plot.Subject, p *scenario.Prepared, in scenario.Input, r solve.Result, target solve.Value) (swept.Strip, solve.Answer, error) {
	answer, err := solve.Find(p, in, r, target)
	if err != nil {
		return swept.Strip{}, answer, err
	}
	c := swept.Strip{Subject: s, Input: in, Result: r, Target: target, Answers: answer.Intervals, Chosen: answer.Value}
	over, err := sweep.FirstRange(s.Scenario, in)
	if err != nil {
		return c, answer, err
	}
	wide := (over.High - over.Low) / 4
	over.Low, over.High = min(over.Low, answer.Value-wide), max(over.High, answer.Value+wide)
	over.Low, over.High = max(over.Low, answer.Range.Low), min(over.High, answer.Range.High)
	c.Points, err = sweep.Curve(p, in, r, over, 161)
	return c, answer, err
}

var stripKind = kind{
	name: swept.KindStrip, fewest: 1, most: 1, ordered: true, unasked: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, p, err := onePrepared(of)
		if err != nil {
			return nil, err
		}
		target, err := v.Swept.Target()
		if err != nil {
			return nil, err
		}
		c, _, err := StripOf(s, p, v.Swept.Sought.Input, v.Swept.result(), target)
		return c, err
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		strip := as[swept.Strip](c)
		target := strconv.FormatFloat(strip.Target.Number, 'f', -1, 64)
		if strip.Result == solve.CapReached {
			target = strip.Target.Date.String()
		}
		v.Swept = Swept{Result: strip.Result, Sought: Sought{strip.Input, target}}
	},
}

// Target returns the target that is looked for.
func (v Swept) Target() (solve.Value, error) {
	if v.result() == solve.CapReached {
		day, err := unit.ParseDate(v.Sought.Target)
		return solve.On(day), err
	}
	n, err := strconv.ParseFloat(v.Sought.Target, 64)
	return solve.Value{Number: n}, err
}

var evensKind = kind{
	name: swept.KindEvens, fewest: 1, most: 1, ordered: true, view: nothing,
	chart: func(_ scenario.Workspace, _ View, of []plot.Subject) (plot.Chart, error) {
		s, p, err := onePrepared(of)
		if err != nil {
			return nil, err
		}
		years, err := sweep.BreakEvens(p)
		return swept.Evens{Subject: s, Years: years}, err
	},
}

var safeKind = kind{
	name: swept.KindSafe, fewest: 1, most: plot.MaxSubjects, ordered: true, unasked: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		if len(of) == 0 {
			return nil, fmt.Errorf("a picture of safe ranges is of one scenario or more")
		}
		return SafeOf(of, v.Swept)
	},
	view: func(c plot.Chart, v *View, add func(scenario.Scenario, string) string) {
		safe := as[swept.Safe](c)
		v.Swept = Swept{Result: safe.Statement.Result, Holds: safe.Holds}
		for _, other := range safe.Among {
			v.Scenarios = append(v.Scenarios, add(other.Scenario, other.Color))
		}
	},
}

// SafeOf finds how far each input of the first scenario may move, and returns the picture
// of that. The others are those that it is ranked among, where an order is to hold.
func SafeOf(of []plot.Subject, v Swept) (swept.Safe, error) {
	c := swept.Safe{Subject: of[0], Among: of[1:], Holds: v.Holds}
	p, err := scenario.Prepare(of[0].Scenario)
	if err != nil {
		return c, err
	}
	own := of[0].Projection.Total
	switch v.Holds {
	case "", "year":
		c.Statement = sweep.ReachedInYear(of[0].Scenario, &own)
	case "reached":
		c.Statement = sweep.ReachedAtAll(of[0].Scenario, &own)
	case "order":
		sides := make([]words.Side, len(of))
		for i, s := range of {
			sides[i] = words.Side{Scenario: s.Scenario, Total: s.Projection.Total}
		}
		if c.Statement, err = sweep.InOrder(sides, v.result()); err != nil {
			return c, err
		}
	default:
		return c, fmt.Errorf("what is to hold: %q is not year, reached or order", v.Holds)
	}
	found, err := sweep.SafeRanges(p, []sweep.Statement{c.Statement}, runtime.GOMAXPROCS(0))
	if err == nil {
		c.Ranges = found[0]
	}
	return c, err
}
