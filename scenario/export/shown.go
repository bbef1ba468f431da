package export

import (
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// Shown returns a workspace of just the scenarios that a picture shows, and the
// view that shows them. Of the scenarios nothing is left out but their notes; the
// prior terms of a deal are those of a second scenario, with the same outlook.
func Shown(pic plot.Picture) (scenario.Workspace, View) {
	v := View{Kind: pic.Kind(), Axis: pic.Axis}
	var w scenario.Workspace
	add := func(s scenario.Scenario, color string) string {
		if color != "" {
			s.Color = color
		}
		s.ID = unused(w, s.ID)
		w.Scenarios = append(w.Scenarios, s)
		return s.ID
	}
	for _, s := range pic.Subjects() {
		v.Scenarios = append(v.Scenarios, add(s.Scenario, s.Color))
	}
	k, err := kindOf(v.Kind)
	if err != nil || len(v.Scenarios) == 0 {
		return w, v
	}
	k.view(pic.Chart, &v, add)
	w.View.Selected = v.Scenarios[0]
	if len(v.Scenarios) > 1 {
		w.View.Compared = slices.Clone(v.Scenarios)
		w.View.Reference = v.Scenarios[max(0, slices.Index(v.Scenarios, v.Reference))]
	}
	return w, v
}

// unused returns id, or where a scenario has it already the id with a number.
func unused(w scenario.Workspace, id string) string {
	next := id
	for n := 2; w.Find(next) >= 0; n++ {
		end := "-" + strconv.Itoa(n)
		next = unit.Shorten(id, scenario.MaxID-len(end)) + end
	}
	return next
}

// withoutNotes returns a workspace without what people wrote for themselves: the
// notes of its scenarios, and those of sources that are not shipped with the
// planner. What cannot be kept together with terms that were exchanged, the range
// of a cap, goes as well.
func withoutNotes(w scenario.Workspace) scenario.Workspace {
	shipped := shippedNotes()
	w.Scenarios = slices.Clone(w.Scenarios)
	for i := range w.Scenarios {
		s := &w.Scenarios[i]
		s.Note = ""
		if len(s.Sources) > 0 {
			sources := make(map[string]scenario.Source, len(s.Sources))
			for path, source := range s.Sources {
				if !shipped[source.Note] {
					source.Note = ""
				}
				sources[path] = source
			}
			s.Sources = sources
		}
		s.Uncertainty = fitting(s.Uncertainty, s.Terms.Share)
	}
	return w
}

// fitting returns an uncertainty without the range of the cap where that does not
// go with the share.
func fitting(u *scenario.Uncertainty, share scenario.Share) *scenario.Uncertainty {
	if u == nil || u.CapRange == nil || share.Capped && u.CapRange.Low <= share.Cap && share.Cap <= u.CapRange.High {
		return u
	}
	rest := *u
	rest.CapRange = nil
	return &rest
}

// shippedNotes returns the notes of all sources that are shipped.
func shippedNotes() map[string]bool {
	notes := map[string]bool{}
	add := func(sources map[string]scenario.Source) {
		for _, source := range sources {
			notes[source.Note] = true
		}
	}
	for _, o := range preset.Outlooks() {
		add(o.Sources)
	}
	for _, t := range preset.AllTerms() {
		add(t.Sources)
	}
	for _, s := range preset.Default().Scenarios {
		add(s.Sources)
	}
	return notes
}
