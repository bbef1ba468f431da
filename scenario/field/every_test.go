package field_test

import (
	"bytes"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/field"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// neighbor returns a value of the field's kind that differs from v and is sound.
func neighbor(f field.Field, v scenario.SourceValue) scenario.SourceValue {
	switch {
	case f.Kind == field.Year:
		return scenario.NumberValue(2027)
	case f.Kind == field.Count:
		return scenario.NumberValue(v.Number + 1)
	case f.Kind.IsNumber():
		return scenario.NumberValue(v.Number*0.97 + 0.00017)
	case f.Kind == field.Truth:
		return scenario.TruthValue(!v.Truth)
	case f.Kind == field.Month:
		m, _ := unit.ParseMonth(v.Text)
		return scenario.MonthValue(max(m, unit.NewMonth(2026, 1)) + 1)
	}
	words := f.Kind.Choices()
	return scenario.TextValue(words[(slices.Index(words, v.Text)+1)%len(words)])
}

// TestEveryInputIsKnownEverywhere changes every input of a scenario that gives
// all of them: the change can be made, is kept in a file, is named and written
// for people, and stands among what differs.
func TestEveryInputIsKnownEverywhere(t *testing.T) {
	before := figured()
	for f := range field.Of(before) {
		if f.Kind == field.Label || f.Path == "firstYear" {
			continue // says nothing of payments, or is fixed when a scenario is made
		}
		if f.Stream() >= 0 && f.Year() != 0 && !before.Outlook.Streams[f.Stream()].Grows(f.Year()) {
			continue // refused, since growth there has no meaning
		}
		old, _ := f.Given(before)
		want := neighbor(f, old)
		session := edit.New(scenario.Workspace{Scenarios: []scenario.Scenario{before}})
		if err := session.Do(edit.SetFigure(before.ID, f.Path, want)); err != nil {
			t.Errorf("%s cannot be set to %+v: %v", f.Path, want, err)
			continue
		}
		file, err := store.Encode(session.Workspace())
		if err != nil {
			t.Fatal(err)
		}
		read, err := store.Decode(bytes.NewReader(file))
		if err != nil {
			t.Errorf("%s set to %+v cannot be read again: %v", f.Path, want, err)
			continue
		}
		after := read.Scenarios[0]
		if got, ok := f.Given(after); !ok || got != want {
			t.Errorf("%s set to %+v is %+v, %t in the file", f.Path, want, got, ok)
		}
		if in := explain.At(after, f.Path); in.Name == f.Path || in.Value == "" {
			t.Errorf("%s is called %q and written %q", f.Path, in.Name, in.Value)
		}
		differs := compare.Inputs([]scenario.Scenario{before, after}, 0)
		matters := f.Year() == 0 || f.Year() >= before.FirstYear && f.Year() <= before.LastYear
		if listed := slices.ContainsFunc(differs, func(d compare.Difference) bool { return d.Path == f.Path }); listed != matters {
			t.Errorf("%s changed is listed among what differs: %t, want %t", f.Path, listed, matters)
		}
	}
}
