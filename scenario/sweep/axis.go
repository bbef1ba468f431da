package sweep

import (
	"fmt"

	"headroom/scenario"
)

// An Axis is the values that an input is given, in ascending order, all legal.
type Axis struct {
	Input  scenario.Input
	Values []float64
}

// MostSteps is how many values an axis may have.
const MostSteps = 1001

// NewAxis returns steps evenly spaced values of an input over a range, both ends among
// them. The error says what is wrong with the range or the number of steps.
func NewAxis(s scenario.Scenario, in scenario.Input, over Span, steps int) (Axis, error) {
	if steps < 1 || steps > MostSteps {
		return Axis{}, fmt.Errorf("%s: %d steps are not between 1 and %d", in, steps, MostSteps)
	}
	if err := CheckRange(s, in, over); err != nil {
		return Axis{}, err
	}
	return Axis{in, Steps(in, over, steps)}, nil
}

// ofCap reports whether an input changes how payments are counted alone, and not what
// is due.
func (a *Axis) ofCap() bool {
	switch a.Input {
	case scenario.InputCap, scenario.InputAlreadyPaid, scenario.InputCapFrom:
		return true
	}
	return false
}

// weight tells how much has to be computed again when a value of the axis changes: of
// two axes the lighter is moved more often.
func (a *Axis) weight(s *scenario.Scenario) int {
	switch a.Input {
	case scenario.InputGrowthShift:
		return s.LastYear - s.FirstYear + 3
	case scenario.InputBase:
		return s.LastYear - s.FirstYear + 2
	}
	if year, ok := a.Input.Year(); ok {
		return s.LastYear - year + 1
	}
	return 0
}
