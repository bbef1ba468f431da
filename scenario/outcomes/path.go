package outcomes

import (
	"context"
	"errors"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// Shown returns the run whose paths are looked at one by one: of a large one, its first
// paths.
func Shown(o simulate.Options) simulate.Options {
	if o.Paths > simulate.DefaultPaths {
		o.Paths = simulate.DefaultPaths
	}
	o.Progress, o.Ran = nil, nil
	return o
}

// Nearest returns the path of those shown that is nearest to an amount counted toward
// the cap at the end of a quarter, counted from 0.
func Nearest(ctx context.Context, m *simulate.Simulator, p *scenario.Prepared, o simulate.Options, quarter int, amount unit.Amount) (simulate.Path, error) {
	return m.Nearest(ctx, p, Shown(o), quarter, amount)
}

// At returns the path with an index, counted from 0, of those shown. The error says
// which indexes there are.
func At(ctx context.Context, m *simulate.Simulator, p *scenario.Prepared, o simulate.Options, index int) (simulate.Path, error) {
	var out simulate.Path
	o = Shown(o)
	if o.Paths == 0 {
		o.Paths = simulate.DefaultPaths
	}
	if index < 0 || index >= o.Paths {
		return out, fmt.Errorf("path %d is not one of 1 to %d", index+1, o.Paths)
	}
	found := errors.New("found")
	err := m.Paths(ctx, p, o, func(path *simulate.Path) error {
		if path.Index != index {
			return nil
		}
		out = *path
		return found
	})
	if errors.Is(err, found) {
		return out, nil
	}
	return out, err
}
