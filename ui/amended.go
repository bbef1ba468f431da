package ui

import (
	"reflect"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/words"
)

// onAmendedAgainstPrior holds the selected scenario's outlook under the amended
// terms against the same under the prior ones, side by side. A scenario that is
// missing for it is added.
func (p *Planner) onAmendedAgainstPrior() {
	p.commit()
	s, ok := p.selected()
	if !ok {
		return
	}
	amended, ok := p.under(s, preset.AmendedTerms, s.ID)
	if !ok {
		return
	}
	prior, ok := p.under(s, preset.PriorTerms, amended)
	if !ok {
		return
	}
	p.do(edit.SetCompared(amended, prior))
	p.do(edit.SetReference(amended))
	p.do(edit.Select(s.ID))
	p.setView(ViewCompare)
}

// under returns the id of the scenario that has the outlook of s under shipped
// terms as they were shipped. Where there is none it is added, in a color told from
// that of the scenario beside.
func (p *Planner) under(s scenario.Scenario, termsID, beside string) (string, bool) {
	terms, ok := preset.FindTerms(termsID)
	if !ok {
		return "", false
	}
	alike := func(other scenario.Scenario) bool {
		return other.FirstYear == s.FirstYear && other.LastYear == s.LastYear &&
			reflect.DeepEqual(other.Terms, terms.Terms) && reflect.DeepEqual(other.Outlook, s.Outlook) && other.Valuation == s.Valuation
	}
	if alike(s) {
		return s.ID, true
	}
	for i := range p.session.Len() {
		if other := p.session.At(i); alike(other) {
			return other.ID, true
		}
	}
	added := terms.ApplyTo(s)
	added.ID, added.Color = "", preset.DistinctColor(p.session.Workspace(), p.session.Index(beside))
	added.Name = words.Shorten(s.Name+", "+terms.Name, scenario.MaxName)
	if fault := p.tryOnce(edit.AddScenario(added)); fault != "" {
		p.dialogs.tell("error", "This cannot be compared", fault)
		return "", false
	}
	now, _ := p.selected()
	return now.ID, true
}
