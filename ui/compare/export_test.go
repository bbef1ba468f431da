package compare

import (
	"headroom/scenario/compare"
	"headroom/ui/desk"
	"headroom/ui/look"
)

// What the tests see of a view that the window does not.

// BridgeDue is the column of what is due in the table of steps.
const BridgeDue = bridgeDue

func (v *View) Charts() (charts []*desk.Chart) {
	for _, cell := range v.cells {
		charts = append(charts, cell.chart)
	}
	return charts
}

func (v *View) Overlay() *desk.Chart        { return v.overlay }
func (v *View) BridgeChart() *desk.Chart    { return v.bridge.chart }
func (v *View) Bridge() compare.Bridge      { return v.bridge.bridge }
func (v *View) KindButtons() []*look.Button { return v.kind.Buttons() }
func (v *View) AxisButtons() []*look.Button { return v.axis.Buttons() }
