package deal

import (
	"reflect"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/ui/desk"
)

// A termsKey names terms that can stand on a side of the deal. The zero value is
// those of the selected scenario.
type termsKey struct {
	preset   string // id of shipped terms
	scenario string // id of a scenario whose terms they are
}

// A side is one side of the deal: the selected scenario under some terms, with
// the sources of these terms.
type side struct {
	key      termsKey
	name     string
	scenario scenario.Scenario
	revision int // of the scenario the terms are of
}

// sides are what stands on either side of the deal.
type sides struct {
	desk           *desk.Desk
	prior, amended *termsKey // chosen, nil for the usual
}

// options returns the terms to choose from, with their names: those shipped, the
// selected scenario's own, and those of the others.
func (d *sides) options(selected scenario.Scenario) ([]termsKey, []string) {
	var keys []termsKey
	var names []string
	add := func(key termsKey, name string) { keys, names = append(keys, key), append(names, name) }
	for _, t := range preset.AllTerms() {
		add(termsKey{preset: t.ID}, t.Name)
	}
	add(termsKey{}, "This scenario's own terms")
	session := d.desk.Session
	for i := range session.Len() {
		if s := session.At(i); s.ID != selected.ID {
			add(termsKey{scenario: s.ID}, "Terms of "+s.Name)
		}
	}
	return keys, names
}

// of returns both sides for the selected scenario: as chosen, else the prior terms
// and the scenario's own, or the amended terms where its own are the prior ones.
func (d *sides) of(selected scenario.Scenario) (prior, amended side) {
	key := termsKey{preset: preset.PriorTerms}
	if d.prior != nil {
		key = d.known(*d.prior, selected, key)
	}
	prior = d.side(key, selected)
	usual := termsKey{}
	if selected.Terms.Same(prior.scenario.Terms) {
		usual = termsKey{preset: preset.AmendedTerms}
	}
	key = usual
	if d.amended != nil {
		key = d.known(*d.amended, selected, usual)
	}
	return prior, d.side(key, selected)
}

// known returns key, or usual where the scenario it names is no more. The terms of
// the scenario that is selected are its own.
func (d *sides) known(key termsKey, selected scenario.Scenario, usual termsKey) termsKey {
	switch {
	case key.scenario == "":
		return key
	case key.scenario == selected.ID:
		return termsKey{}
	case d.desk.Session.Index(key.scenario) < 0:
		return usual
	}
	return key
}

// side puts the selected scenario under the terms that key names.
func (d *sides) side(key termsKey, selected scenario.Scenario) side {
	if shipped, ok := preset.FindTerms(key.preset); ok {
		return side{key: key, name: shipped.Name, scenario: shipped.ApplyTo(selected)}
	}
	from := selected
	if s, ok := d.desk.Session.Scenario(key.scenario); ok {
		from = s
	}
	side := side{key: key, name: termsName(from), scenario: selected, revision: d.desk.Session.ScenarioRevision(from.ID)}
	side.scenario.Terms, side.scenario.Sources = from.Terms, from.Sources
	return side
}

// termsName returns what the terms of s are called: as shipped, while they are,
// else by the scenario.
func termsName(s scenario.Scenario) string {
	if shipped, ok := preset.FindTerms(s.Terms.Preset); ok && reflect.DeepEqual(shipped.Terms, s.Terms) {
		return shipped.Name
	}
	return "Terms of " + s.Name
}

// A book holds what follows from a change of terms: it is computed again only
// when what it follows from has changed.
type book struct {
	at         bookAt
	deal       compare.Deal
	projection scenario.Projection // under the amended terms
	err        error
}

// bookAt is what a deal follows from.
type bookAt struct {
	id             string
	revision       int
	prior, amended termsKey
	before, after  int // revisions of the scenarios the terms are of
}

// of returns what changing the terms of the selected scenario is worth, and what
// follows from it under the amended ones. It is at the session's revision.
func (b *book) of(session *edit.Session, prior, amended side) (compare.Deal, scenario.Projection, error) {
	s := amended.scenario
	at := bookAt{s.ID, session.ScenarioRevision(s.ID), prior.key, amended.key, prior.revision, amended.revision}
	if at == b.at {
		return b.deal, b.projection, b.err
	}
	b.at = at
	b.deal, b.err = compare.NewDeal(s, prior.scenario.Terms, s.Terms)
	if b.err == nil {
		b.projection, b.err = scenario.Project(s)
	}
	return b.deal, b.projection, b.err
}
