package plot

import (
	"errors"

	"headroom/scenario/compare"
)

// A Bar is one row of a bridge.
type Bar struct {
	Row  Rect // all of the row, for hit-testing
	Rect Rect // the bar itself; no wider than a line where it has no effect
	Step int  // index of the step; -1 for the one end, len of the steps for the other
}

func checkBridge(b *compare.Bridge) error {
	if b == nil {
		return errors.New("nothing to draw: there is no bridge")
	}
	return nil
}

func (l *layout) bridge(Picture, []palette) {}
