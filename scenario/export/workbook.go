package export

import (
	"slices"

	"headroom/scenario"
	"headroom/scenario/export/xlsx"
)

// workbook returns scenarios as a workbook that computes.
func workbook(r DocumentRequest) ([]byte, error) {
	w, err := chosen(r.Workspace, r.Scenarios)
	if err != nil {
		return nil, err
	}
	reference := "" // of scenarios that are given, the first
	if len(r.Scenarios) == 0 {
		reference = w.View.Reference
	}
	return xlsx.Write(xlsx.Request{
		Workspace: withoutNotes(w), Title: r.Title, Date: r.Date.Medium(), Reference: reference, Watch: r.Watch,
	})
}

// chosen returns a workspace of just the scenarios with the given ids, in that order,
// or of all where none are given, each in the color in which w shows it. Of the view
// stays what is about them.
func chosen(w scenario.Workspace, ids []string) (scenario.Workspace, error) {
	out := scenario.Workspace{Name: w.Name}
	if len(ids) == 0 {
		for _, s := range w.Scenarios {
			ids = append(ids, s.ID)
		}
	}
	for _, id := range ids {
		subject, err := subjectOf(w, id)
		if err != nil {
			return out, err
		}
		subject.Scenario.Color = subject.Color
		out.Scenarios = append(out.Scenarios, subject.Scenario)
	}
	out.View.Compared = slices.DeleteFunc(slices.Clone(w.View.Compared), func(id string) bool { return out.Find(id) < 0 })
	if out.Find(w.View.Selected) >= 0 {
		out.View.Selected = w.View.Selected
	}
	if out.Find(w.View.Reference) >= 0 {
		out.View.Reference = w.View.Reference
	}
	return out, nil
}
