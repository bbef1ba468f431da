package report

import (
	"fmt"
	"slices"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A Request says what a report is of.
type Request struct {
	Workspace scenario.Workspace
	Scenarios []string  // ids, what it is about first of all at their head; all, and the one selected, where none are given
	Title     string    // empty for the name of the workspace
	Date      unit.Date // zero for none
	Program   string    // name and version of what makes it
	Parts     []Part    // what it says, in the order of Parts whatever the order here; all where none are given

	// Watch is told which part of the work is done, from 0 to 1. An error that it returns
	// ends the work, and is what New returns. Nil for nobody.
	Watch func(done float64) error
}

// A subject is a scenario of a report and what follows from it.
type subject struct {
	scenario.Scenario
	projection scenario.Projection
	color      string
}

func (s subject) total() scenario.Totals { return s.projection.Total }

func (s subject) drawn() plot.Subject {
	return plot.Subject{Scenario: s.Scenario, Projection: s.projection, Color: s.color}
}

// A maker makes a report of subjects, the one at main first of all.
type maker struct {
	request  Request
	subjects []subject
	main     int
	pace     *pace
}

// New makes a report. It fails where the workspace lacks a scenario, has none at all,
// where one is not sound, where there is no such part, and where nothing is to be said
// under those that are asked for.
func New(r Request) (Report, error) {
	if err := checkParts(r.Parts); err != nil {
		return Report{}, err
	}
	m := maker{request: r}
	ids := r.Scenarios
	if len(ids) == 0 {
		for _, s := range r.Workspace.Scenarios {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) == 0 {
		return Report{}, fmt.Errorf("make the report: the workspace holds no scenarios")
	}
	m.pace = newPace(r.Watch, len(ids))
	for _, id := range ids {
		s, err := newSubject(r.Workspace, id)
		if err != nil {
			return Report{}, err
		}
		m.subjects = append(m.subjects, s)
		if err := m.pace.step(); err != nil {
			return Report{}, err
		}
	}
	if len(r.Scenarios) == 0 {
		m.main = max(0, slices.Index(ids, r.Workspace.View.Selected))
	}
	return m.report()
}

func newSubject(w scenario.Workspace, id string) (subject, error) {
	at := w.Find(id)
	if at < 0 {
		return subject{}, fmt.Errorf("there is no scenario %q", id)
	}
	s := subject{Scenario: w.Scenarios[at], color: w.Scenarios[at].Color}
	if s.color == "" {
		s.color = preset.Color(at)
	}
	var err error
	if s.projection, err = scenario.Project(s.Scenario); err != nil {
		return s, fmt.Errorf("project scenario %q: %w", id, err)
	}
	return s, nil
}

// report puts the sections together.
func (m maker) report() (Report, error) {
	r := Report{
		Title: m.request.Title, Subtitle: m.subtitle(), Date: m.request.Date, Program: m.request.Program,
	}
	if r.Title == "" {
		r.Title = m.request.Workspace.Name
	}
	if r.Title == "" {
		r.Title = "OpenAI's payments to Microsoft"
	}
	var err error
	r.Sections, err = m.sections()
	return r, err
}

// subtitle names what the report is of, as far as a line has room.
func (m maker) subtitle() string {
	const most = 4
	var names []string
	for _, s := range m.subjects[:min(most, len(m.subjects))] {
		names = append(names, words.Inner(s.Name, 40))
	}
	if more := len(m.subjects) - most; more > 0 {
		names = append(names, words.Spelled(more, "other scenario"))
	}
	return words.List(names)
}

// comparedSubjects returns the subjects as comparisons take them.
func (m maker) comparedSubjects() []compare.Subject {
	var out []compare.Subject
	for _, s := range m.subjects {
		out = append(out, compare.Subject{Scenario: s.Scenario, Projection: s.projection})
	}
	return out
}

// several reports whether the report is of more than one scenario.
func (m maker) several() bool { return len(m.subjects) > 1 }

// first returns the subject that the report is about first of all.
func (m maker) first() subject { return m.subjects[m.main] }
