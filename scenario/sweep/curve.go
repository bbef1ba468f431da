package sweep

import (
	"headroom/scenario"
	"headroom/scenario/solve"
)

// Curve returns a result at evenly spaced values of an input, both ends of the range
// among them, all else as the scenario has it.
func Curve(p *scenario.Prepared, in scenario.Input, r solve.Result, over Span, n int) ([]Point, error) {
	if err := CheckRange(p.Scenario(), in, over); err != nil {
		return nil, err
	}
	v := p.Variant()
	var out []Point
	for _, x := range Steps(in, over, n) {
		if err := v.Set(in, x); err != nil {
			return nil, err
		}
		total, err := v.Total()
		if err != nil {
			return nil, err
		}
		out = append(out, Point{x, r.Of(&total)})
	}
	return out, nil
}
