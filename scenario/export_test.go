package scenario

import "headroom/scenario/fault"

// CheckFigures returns what of Check makes it impossible to compute with the
// scenario, and takes no time for the rest: ids, names and notes.
func (s Scenario) CheckFigures() fault.List { return s.check(false) }
