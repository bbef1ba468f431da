package compare

import (
	"reflect"
	"slices"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desk"
)

// AgainstPrior holds the selected scenario's outlook under the amended
// terms against the same under the prior ones, side by side. A scenario that is
// missing for it is added. It is false where that cannot be, which it tells.
func AgainstPrior(d *desk.Desk) (compared bool) {
	d.Commit()
	s, ok := d.Selected()
	if !ok {
		return false
	}
	w := d.Session.Workspace()
	amended := under(&w, s, preset.AmendedTerms, w.Find(s.ID))
	beside := len(w.Scenarios) - 1 // where it was added
	if amended.ID != "" {
		beside = w.Find(amended.ID)
	}
	prior := under(&w, s, preset.PriorTerms, beside)
	if fault := d.TryOnce(edit.CompareSides("hold amended against prior terms", amended, prior)); fault != "" {
		d.Prompts.Tell("error", "This cannot be compared", fault)
		return false
	}
	d.Do(edit.Select(s.ID))
	return true
}

// under returns s where its terms are taken from the shipped ones, whatever was changed
// of them since, and else the scenario of w that has the outlook of s under shipped terms
// as they were shipped. Where there is none it is one to be added, in a color told from
// that of the scenario at index beside, and is put after those of w.
func under(w *scenario.Workspace, s scenario.Scenario, termsID string, beside int) edit.Side {
	terms, _ := preset.FindTerms(termsID) // shipped
	if s.Terms.Preset == termsID {
		return edit.Side{ID: s.ID}
	}
	for _, other := range w.Scenarios {
		alike := other.FirstYear == s.FirstYear && other.LastYear == s.LastYear &&
			reflect.DeepEqual(other.Terms, terms.Terms) && reflect.DeepEqual(other.Outlook, s.Outlook) && other.Valuation == s.Valuation
		if alike && other.ID != "" {
			return edit.Side{ID: other.ID}
		}
	}
	added := terms.ApplyTo(s)
	added.ID, added.Color = "", preset.DistinctColor(*w, beside)
	added.Name = unit.Shorten(s.Name+", "+terms.Name, scenario.MaxName)
	w.Scenarios = append(slices.Clip(w.Scenarios), added)
	return edit.Side{New: added}
}
