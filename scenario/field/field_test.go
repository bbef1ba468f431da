package field_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// other returns a value of the field's kind that differs from v.
func other(t *testing.T, f field.Field, v scenario.SourceValue) scenario.SourceValue {
	t.Helper()
	switch {
	case f.Kind == field.Year:
		return scenario.NumberValue(2030)
	case f.Kind == field.Count:
		return scenario.NumberValue(7)
	case f.Kind.IsNumber():
		return scenario.NumberValue(v.Number/2 + 0.01)
	case f.Kind == field.Truth:
		return scenario.TruthValue(!v.Truth)
	case f.Kind == field.Month:
		return scenario.MonthValue(unit.NewMonth(2040, 2))
	}
	for _, word := range append(f.Kind.Choices(), "something else") {
		if word != v.Text {
			return scenario.TextValue(word)
		}
	}
	t.Fatalf("%s has no other value than %v", f.Path, v)
	return v
}

// TestEveryFieldIsReadAsItWasPut walks all fields: what was put is read again,
// nothing else changes, and what shares memory with the scenario stays as it was.
func TestEveryFieldIsReadAsItWasPut(t *testing.T) {
	s := figured()
	n := 0
	for f := range field.Of(s) {
		n++
		old, _ := f.Given(s)
		want := other(t, f, old)
		changed := s
		if err := f.Put(&changed, want); err != nil {
			t.Errorf("%s refuses %+v: %v", f.Path, want, err)
			continue
		}
		if got, ok := f.Given(changed); !ok || got != want {
			t.Errorf("%s is %+v, %t after %+v was put", f.Path, got, ok, want)
		}
		if !reflect.DeepEqual(s, figured()) {
			t.Fatalf("putting %s wrote to what another scenario shares", f.Path)
		}
		for g := range field.Of(s) {
			before, wasSet := g.Given(s)
			after, isSet := g.Given(changed)
			if g.Path != f.Path && (before != after || wasSet != isSet) {
				t.Errorf("putting %s changed %s from %+v to %+v", f.Path, g.Path, before, after)
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d fields", n)
	}
}

func TestAFieldIsClearedWhereItMayBeEmpty(t *testing.T) {
	for f := range field.Of(figured()) {
		s := figured()
		err := f.Clear(&s)
		if f.None == "" {
			if err == nil || !reflect.DeepEqual(s, figured()) {
				t.Errorf("%s needs a value, but clearing it gives %v", f.Path, err)
			}
			continue
		}
		old, given := f.Given(figured())
		if got, set := f.Given(s); err != nil || given && set && got == old {
			t.Errorf("%s cleared is %+v, %t, %v", f.Path, got, set, err)
		}
	}
}

func TestAFieldRefusesWhatItCannotHold(t *testing.T) {
	for _, test := range []struct {
		path  string
		value scenario.SourceValue
		want  string
	}{
		{"terms.share.cap", scenario.TextValue("38"), "holds a number, not a text"},
		{"terms.share.endsAtAGI", scenario.NumberValue(1), "holds true or false, not a number"},
		{"terms.share.from", scenario.TruthValue(true), "holds a text, not true or false"},
		{"terms.share.from", scenario.TextValue("January"), "January"},
		{"terms.otherClouds.azureLeadMonths", scenario.NumberValue(2.5), "2.5 is not a whole number"},
		{"outlook.streams[0].revenue.2027", scenario.NumberValue(1), "follows from other inputs"},
		{"outlook.streams[2].base", scenario.NumberValue(1), "no such stream"},
	} {
		s := figured()
		f, found := field.At(test.path)
		if !found {
			t.Errorf("%s names no field", test.path)
			continue
		}
		err := f.Put(&s, test.value)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.path) || !reflect.DeepEqual(s, figured()) {
			t.Errorf("%s = %+v gives %v, want %q", test.path, test.value, err, test.want)
		}
	}
}

// TestEveryRangeIsTheOneChecked holds the range that a field states against the
// check of a scenario, at both ends and just past them.
func TestEveryRangeIsTheOneChecked(t *testing.T) {
	faulted := func(f field.Field, v float64) bool {
		s := figured()
		if err := f.Put(&s, scenario.NumberValue(v)); err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(s.Check(), func(fault fault.Fault) bool {
			return fault.Path == f.Path && (strings.Contains(fault.Message, "not between") || strings.Contains(fault.Message, "not above -1"))
		})
	}
	for f := range field.Of(figured()) {
		if !f.Kind.IsNumber() {
			continue
		}
		low, below, above := f.Low, math.Nextafter(f.Low, math.Inf(-1)), math.Nextafter(f.High, math.Inf(1))
		switch f.Kind {
		case field.Year, field.Count:
			below, above = f.Low-1, f.High+1
		case field.Growth:
			low, below = math.Nextafter(f.Low, 0), f.Low
		}
		for _, v := range []float64{low, f.High} {
			if faulted(f, v) {
				t.Errorf("%s may be %v, but the check finds a fault", f.Path, v)
			}
		}
		for _, v := range []float64{below, above, math.NaN()} {
			if whole := f.Kind == field.Year || f.Kind == field.Count; whole && math.IsNaN(v) {
				continue // no whole number, refused before
			}
			if !faulted(f, v) {
				t.Errorf("%s may not be %v, but the check finds no fault", f.Path, v)
			}
		}
	}
}

func TestAFieldKnowsWhoseItIs(t *testing.T) {
	for path, want := range map[string][2]int{
		"terms.share.cap":                 {-1, 0},
		"terms.share.ratesByYear.2030":    {-1, 2030},
		"outlook.streams[12].base":        {12, 0},
		"outlook.streams[3].growth.2027":  {3, 2027},
		"outlook.streams[3].revenue.2100": {3, 2100},
	} {
		f, found := field.At(path)
		if got := [2]int{f.Stream(), f.Year()}; !found || got != want || f.Path != path {
			t.Errorf("%s: stream and year %v, %t, want %v", path, got, found, want)
		}
	}
	for _, path := range []string{"", "terms", "terms.share.ratesByYear", "terms.share.ratesByYear.1999", "outlook.streams[0].growth.YYYY", "outlook.streams[].base", "outlook.streams[x].base"} {
		if f, found := field.At(path); found {
			t.Errorf("%q names %+v", path, f)
		}
	}
}
