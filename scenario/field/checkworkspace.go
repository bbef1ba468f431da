package field

import (
	"fmt"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/fault"
)

// CheckFrame returns what is wrong with a workspace but not with one of its
// scenarios: the name, the view, the number of scenarios and ids that come
// twice; nil where that is sound.
func CheckFrame(w scenario.Workspace) fault.List {
	c := checker{fault.Checker{Labels: true}}
	c.OptionalName(fault.At("name"), w.Name)
	first := make(map[string]int, len(w.Scenarios))
	for i := range w.Scenarios {
		if _, found := first[w.Scenarios[i].ID]; !found {
			first[w.Scenarios[i].ID] = i
		}
	}
	c.view(&w.View, first)
	if n := len(w.Scenarios); n > scenario.MaxScenarios {
		c.Add(fault.At("scenarios"), fmt.Sprintf("has %d entries; at most %d are taken", n, scenario.MaxScenarios))
	}
	for i := range w.Scenarios {
		if id := w.Scenarios[i].ID; first[id] != i && id != "" {
			c.Add(fault.At("scenarios["+strconv.Itoa(i)+"].id"), fmt.Sprintf("%s is the id of scenarios[%d] already", fault.Quoted(id), first[id]))
		}
	}
	return c.Found
}

func (c *checker) view(v *scenario.View, ids map[string]int) {
	exists := func(p fault.Place, id string) {
		if _, found := ids[id]; !found {
			c.Add(p, fault.Quoted(id)+" is the id of no scenario")
		}
	}
	if v.Selected != "" {
		exists(fault.At("view.selected"), v.Selected)
	}
	seen := make(map[string]bool, len(v.Compared))
	for i, id := range v.Compared {
		p := fault.At("view.compared[" + strconv.Itoa(i) + "]")
		if seen[id] {
			c.Add(p, fault.Quoted(id)+" comes twice")
			continue
		}
		seen[id] = true
		exists(p, id)
	}
	if v.Reference != "" {
		exists(fault.At("view.reference"), v.Reference)
	}
}
