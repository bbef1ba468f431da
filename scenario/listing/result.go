package listing

import "headroom/scenario"

// A Result is a scenario with the projection that follows from it.
type Result struct {
	Scenario   scenario.Scenario
	Projection scenario.Projection
}
