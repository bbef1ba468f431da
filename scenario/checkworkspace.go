package scenario

import (
	"fmt"
	"strconv"
)

// Check returns all that is wrong with the workspace, in the order in which a
// file writes its fields; nil where it is sound. Paths are within the workspace:
// scenarios[2].terms.share.rate, view.selected.
func (w Workspace) Check() Faults {
	faults := w.CheckFrame()
	for i := range w.Scenarios {
		if found := w.Scenarios[i].Check(); found != nil {
			faults = append(faults, found.Under("scenarios["+strconv.Itoa(i)+"]")...)
		}
	}
	return faults
}

// CheckFrame returns what is wrong with the workspace but not with one of its
// scenarios: the name, the view, the number of scenarios and ids that come
// twice; nil where that is sound.
func (w Workspace) CheckFrame() Faults {
	c := checker{labels: true}
	c.optionalName(at("name"), w.Name)
	first := make(map[string]int, len(w.Scenarios))
	for i := range w.Scenarios {
		if _, found := first[w.Scenarios[i].ID]; !found {
			first[w.Scenarios[i].ID] = i
		}
	}
	c.view(&w.View, first)
	if n := len(w.Scenarios); n > MaxScenarios {
		c.fault(at("scenarios"), fmt.Sprintf("has %d entries; at most %d are taken", n, MaxScenarios))
	}
	for i := range w.Scenarios {
		if id := w.Scenarios[i].ID; first[id] != i && id != "" {
			c.fault(at("scenarios["+strconv.Itoa(i)+"].id"), fmt.Sprintf("%s is the id of scenarios[%d] already", quoted(id), first[id]))
		}
	}
	return c.faults
}

func (c *checker) view(v *View, ids map[string]int) {
	exists := func(p place, id string) {
		if _, found := ids[id]; !found {
			c.fault(p, quoted(id)+" is the id of no scenario")
		}
	}
	if v.Selected != "" {
		exists(at("view.selected"), v.Selected)
	}
	seen := make(map[string]bool, len(v.Compared))
	for i, id := range v.Compared {
		p := at("view.compared[" + strconv.Itoa(i) + "]")
		if seen[id] {
			c.fault(p, quoted(id)+" comes twice")
			continue
		}
		seen[id] = true
		exists(p, id)
	}
	if v.Reference != "" {
		exists(at("view.reference"), v.Reference)
	}
}
