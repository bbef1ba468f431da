package desk

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

// A Book holds what follows from every scenario of the session: each is
// projected once a change of it, however many panels ask.
type Book struct {
	session *edit.Session
	Pages   map[string]Page
}

type Page struct {
	Revision   int
	projection scenario.Projection
}

func newBook(session *edit.Session) *Book {
	return &Book{session: session, Pages: map[string]Page{}}
}

// Projection returns what follows from s, a scenario of the session.
func (b *Book) Projection(s scenario.Scenario) scenario.Projection {
	revision := b.session.ScenarioRevision(s.ID)
	if p, ok := b.Pages[s.ID]; ok && p.Revision == revision {
		return p.projection
	}
	projection, err := scenario.Project(s)
	if err != nil { // the session lets no unsound scenario in
		panic(fmt.Sprintf("project scenario %q: %v", s.ID, err))
	}
	b.Pages[s.ID] = Page{Revision: revision, projection: projection}
	return projection
}

// Subject returns s as the charts draw it.
func (b *Book) Subject(s scenario.Scenario) plot.Subject {
	return plot.Subject{Scenario: s, Projection: b.Projection(s), Color: b.Color(s)}
}

// Color returns the color of s, by its place where it has none of its own.
func (b *Book) Color(s scenario.Scenario) string {
	if s.Color != "" {
		return s.Color
	}
	return preset.Color(b.session.Index(s.ID))
}

// Swatch returns the color in which the line of s is drawn.
func (b *Book) Swatch(s scenario.Scenario) string { return plot.LineColor(b.Color(s), PlotTheme()) }

// Clear forgets everything: another workspace was opened.
func (b *Book) Clear() { clear(b.Pages) }
