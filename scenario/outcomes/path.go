package outcomes

import (
	"context"
	"errors"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// Shown returns how many paths of a run are looked at one by one: of a large one the
// first ones. They are made as paths of the whole run, since with fewer paths a Latin
// hypercube would be another one.
func Shown(o simulate.Options) int {
	if o.Paths == 0 {
		return simulate.DefaultPaths
	}
	return min(o.Paths, simulate.DefaultPaths)
}

// Nearest returns the path of those shown that is nearest to an amount counted toward
// the cap at the end of a quarter, counted from 0.
func Nearest(ctx context.Context, m *simulate.Simulator, p *scenario.Prepared, o simulate.Options, quarter int, amount unit.Amount) (simulate.Path, error) {
	return m.Nearest(ctx, p, o, Shown(o), quarter, amount)
}

// errEnough ends a walk along paths of which no more are needed.
var errEnough = errors.New("enough")

// At returns the path with an index, counted from 0, of those shown. The error says
// which indexes there are.
func At(ctx context.Context, m *simulate.Simulator, p *scenario.Prepared, o simulate.Options, index int) (simulate.Path, error) {
	var out simulate.Path
	if shown := Shown(o); index < 0 || index >= shown {
		return out, fmt.Errorf("path %d is not one of 1 to %d", index+1, shown)
	}
	err := m.Paths(ctx, p, o, func(path *simulate.Path) error {
		if path.Index != index {
			return nil
		}
		out = *path
		return errEnough
	})
	if errors.Is(err, errEnough) {
		return out, nil
	}
	return out, err
}
