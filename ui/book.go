package ui

import (
	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

// A book holds what follows from every scenario of the session: each is
// projected once a change of it, however many panels ask.
type book struct {
	session *edit.Session
	pages   map[string]page
}

type page struct {
	revision   int
	projection scenario.Projection
}

func newBook(session *edit.Session) *book {
	return &book{session: session, pages: map[string]page{}}
}

// projection returns what follows from s, a scenario of the session.
func (b *book) projection(s scenario.Scenario) scenario.Projection {
	revision := b.session.ScenarioRevision(s.ID)
	if p, ok := b.pages[s.ID]; ok && p.revision == revision {
		return p.projection
	}
	// The session lets no unsound scenario in, so that projecting cannot fail.
	projection, _ := scenario.Project(s)
	b.pages[s.ID] = page{revision: revision, projection: projection}
	return projection
}

// subject returns s as the charts draw it.
func (b *book) subject(s scenario.Scenario) plot.Subject {
	return plot.Subject{Scenario: s, Projection: b.projection(s), Color: b.color(s)}
}

// color returns the color of s, by its place where it has none of its own.
func (b *book) color(s scenario.Scenario) string {
	if s.Color != "" {
		return s.Color
	}
	return preset.Color(b.session.Index(s.ID))
}

// swatch returns the color in which the line of s is drawn.
func (b *book) swatch(s scenario.Scenario) string { return plot.LineColor(b.color(s), plotTheme()) }

// clear forgets everything: another workspace was opened.
func (b *book) clear() { clear(b.pages) }
