package compare

import (
	"reflect"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desk"
)

// AgainstPrior holds the selected scenario against its outlook under the prior terms,
// side by side; where its own terms are the prior ones, or were made from them, its
// outlook under the amended terms against it. A scenario that is missing for it is added.
// It is false where that cannot be, which it tells.
func AgainstPrior(d *desk.Desk) (compared bool) {
	d.Commit()
	s, ok := d.Selected()
	if !ok {
		return false
	}
	w := d.Session.Workspace()
	own := edit.Side{ID: s.ID}
	amended, prior := own, own
	if before, _ := preset.Amendment(); s.Terms.Preset == preset.PriorTerms || s.Terms.Same(before.Terms) {
		amended = under(w, s, preset.AmendedTerms)
	} else {
		prior = under(w, s, preset.PriorTerms)
	}
	if fault := d.TryOnce(edit.CompareSides("hold amended against prior terms", amended, prior)); fault != "" {
		d.Prompts.Tell("error", "This cannot be compared", fault)
		return false
	}
	d.Do(edit.Select(s.ID))
	return true
}

// under returns the scenario of w that has the outlook of s under shipped terms as they
// were shipped. Where there is none it is one to be added, in a color told from that of s.
func under(w scenario.Workspace, s scenario.Scenario, termsID string) edit.Side {
	terms, _ := preset.FindTerms(termsID) // shipped
	for _, other := range w.Scenarios {
		if other.FirstYear == s.FirstYear && other.LastYear == s.LastYear &&
			reflect.DeepEqual(other.Terms, terms.Terms) && reflect.DeepEqual(other.Outlook, s.Outlook) && other.Valuation == s.Valuation {
			return edit.Side{ID: other.ID}
		}
	}
	added := terms.ApplyTo(s)
	added.ID, added.Color = "", preset.DistinctColor(w, w.Find(s.ID))
	added.Name = unit.Shorten(s.Name+", "+terms.Name, scenario.MaxName)
	return edit.Side{New: added}
}
