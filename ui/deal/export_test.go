package deal

import "headroom/ui/desk"

// Chart is the timeline.
func (v *View) Chart() *desk.Chart { return v.chart }
