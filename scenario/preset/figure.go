package preset

import (
	"encoding/json"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/field"
)

// ours is the publication of what is derived or assumed here.
const ours = "ours"

// apply sets the fields that the figures name by path and notes their sources.
func (f *file) apply(s *scenario.Scenario, figures map[string]figure) error {
	s.Sources = make(map[string]scenario.Source, len(figures))
	for path, fig := range figures {
		field, found := field.At(path)
		if !found {
			return fmt.Errorf("%s: no such field", path)
		}
		value, err := fig.value()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := field.Put(s, value); err != nil {
			return err
		}
		s.Sources[path] = f.source(value, fig.Status, fig.In, fig.Note)
	}
	return nil
}

// source puts a figure's value and status together with its publication.
func (f *file) source(value scenario.SourceValue, status scenario.Status, in, note string) scenario.Source {
	p := f.Publications[in]
	return scenario.Source{
		Value: value, Status: status,
		Publisher: p.Publisher, Title: p.Title, Date: p.Date, URL: p.URL,
		Note: note,
	}
}

// assumed is the source of what is assumed here.
func (f *file) assumed(value scenario.SourceValue, note string) scenario.Source {
	return f.source(value, scenario.StatusEstimate, ours, note)
}

func (fig figure) value() (scenario.SourceValue, error) {
	var v any
	if err := json.Unmarshal(fig.Value, &v); err != nil {
		return scenario.SourceValue{}, err
	}
	switch v := v.(type) {
	case float64:
		return scenario.NumberValue(v), nil
	case string:
		return scenario.TextValue(v), nil
	case bool:
		return scenario.TruthValue(v), nil
	}
	return scenario.SourceValue{}, fmt.Errorf("%s is not a number, a text or a truth value", fig.Value)
}
