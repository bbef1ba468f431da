package preset

import (
	"bytes"
	"encoding/json"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// A file is the shape of the embedded data.
type file struct {
	Publications map[string]publication
	Lines        map[string]line
	Outlooks     []struct {
		ID, Name     string
		Lines        []string
		AfterActuals string // a note on why the year is kept after the actuals
	}
	Terms []struct {
		ID, Name string
		Figures  map[string]figure
	}
	Common    map[string]figure
	Templates []struct {
		ID, Line, Note string
		Contained      bool
	}
	Workspace struct {
		Name, Selected, Reference string
		Compared                  []string
		Scenarios                 []struct{ ID, Name, Outlook, Terms string }
	}
}

// A publication is where figures were published.
type publication struct{ Publisher, Title, Date, URL string }

// A figure is one value with its status and where it was published.
type figure struct {
	Value  json.RawMessage // a number, a text or a truth value
	Status scenario.Status
	In     string // key of a publication
	Note   string
}

// A line is one stream by its revenue a year, which is what is published.
type line struct {
	Name    string
	Channel scenario.Channel
	Launch  bool // launched in the year of its base
	Base    yearFigure
	Revenue []yearFigure // of the years after the base's, none left out
	Actuals []periodFigure
}

type yearFigure struct {
	Year   int
	Value  unit.Amount
	Status scenario.Status
	In     string
	Note   string
}

// A periodFigure is what a line has earned in a month or quarter.
type periodFigure struct {
	Period string
	Value  unit.Amount
	Status scenario.Status
	In     string
	Note   string
}

func read(data []byte) (*library, error) {
	var f file
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil, err
	}
	lib := new(library)
	for _, step := range []func(*library) error{f.readOutlooks, f.readTerms, f.readCommon, f.readTemplates, f.readWorkspace} {
		if err := step(lib); err != nil {
			return nil, err
		}
	}
	return lib, nil
}

func (f *file) readOutlooks(lib *library) error {
	for _, o := range f.Outlooks {
		out := Outlook{ID: o.ID, Name: o.Name, Sources: map[string]scenario.Source{}}
		out.Outlook = scenario.Outlook{Name: o.Name, Preset: o.ID, Shape: scenario.ShapeRamp}
		out.Sources["outlook.shape"] = f.assumed(scenario.TextValue(string(scenario.ShapeRamp)),
			"An assumption: only whole years are published.")
		if o.AfterActuals != "" {
			out.Sources["outlook.afterActuals"] = f.assumed(scenario.TextValue(string(scenario.KeepYear)), o.AfterActuals)
		}
		for i, key := range o.Lines {
			l, ok := f.Lines[key]
			if !ok {
				return fmt.Errorf("outlook %s: no line %q", o.ID, key)
			}
			if !l.Launch {
				out.FirstYear, out.LastYear = l.Base.Year+1, l.Base.Year+len(l.Revenue)
			}
			stream, err := l.stream()
			if err != nil {
				return fmt.Errorf("outlook %s: line %q: %w", o.ID, key, err)
			}
			out.Outlook.Streams = append(out.Outlook.Streams, stream)
			for path, source := range f.lineSources(l) {
				out.Sources[field.StreamPath(i, path)] = source
			}
		}
		lib.outlooks = append(lib.outlooks, out)
	}
	return nil
}

func (f *file) readTerms(lib *library) error {
	for _, t := range f.Terms {
		var s scenario.Scenario
		if err := f.apply(&s, t.Figures); err != nil {
			return fmt.Errorf("terms %s: %w", t.ID, err)
		}
		s.Terms.Name, s.Terms.Preset = t.Name, t.ID
		out := Terms{ID: t.ID, Name: t.Name, Terms: s.Terms, Sources: s.Sources}
		if s.Uncertainty != nil {
			out.CapRange = s.Uncertainty.CapRange
		}
		lib.terms = append(lib.terms, out)
	}
	return nil
}

func (f *file) readCommon(lib *library) error {
	if err := f.apply(&lib.common, f.Common); err != nil {
		return fmt.Errorf("common: %w", err)
	}
	return nil
}

func (f *file) readTemplates(lib *library) error {
	for _, t := range f.Templates {
		l, ok := f.Lines[t.Line]
		if !ok {
			return fmt.Errorf("template %s: no line %q", t.ID, t.Line)
		}
		stream, err := l.stream()
		if err != nil {
			return fmt.Errorf("template %s: line %q: %w", t.ID, t.Line, err)
		}
		lib.templates = append(lib.templates, StreamTemplate{
			ID: t.ID, Name: l.Name, Note: t.Note, Contained: t.Contained,
			stream: stream, start: l.Base.Year, sources: f.lineSources(l),
		})
	}
	return nil
}

func (f *file) readWorkspace(lib *library) error {
	w := f.Workspace
	lib.workspace.Name = w.Name
	lib.workspace.View = scenario.View{Selected: w.Selected, Compared: w.Compared, Reference: w.Reference}
	for i, given := range w.Scenarios {
		s, err := lib.scenario(given.ID, given.Name, given.Outlook, given.Terms)
		if err != nil {
			return fmt.Errorf("default workspace: scenario %s: %w", given.ID, err)
		}
		s.Color = Color(i)
		lib.workspace.Scenarios = append(lib.workspace.Scenarios, s)
	}
	return nil
}
