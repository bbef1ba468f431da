package edit_test

import (
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

func TestAFigureIsCopiedFromAnotherScenario(t *testing.T) {
	const plan, prior = "february-2026", "february-2026-prior"
	for _, test := range []struct {
		says     string
		to, from string
		path     string
		holds    func(s scenario.Scenario) bool
	}{
		{"a month", prior, plan, "terms.otherClouds.from", func(s scenario.Scenario) bool { return s.Terms.OtherClouds.From == unit.NewMonth(2026, 5) }},
		{"no month", plan, prior, "terms.otherClouds.from", func(s scenario.Scenario) bool { return s.Terms.OtherClouds.From.IsZero() }},
		{"a cap where there was none", prior, plan, "terms.share.cap", func(s scenario.Scenario) bool { return s.Terms.Share.Capped && s.Terms.Share.Cap == 38e9 }},
		{"no cap, and its range with it", plan, prior, "terms.share.cap", func(s scenario.Scenario) bool { return !s.Terms.Share.Capped && s.Uncertainty.CapRange == nil }},
		{"a clause", plan, prior, "terms.share.endsAtAGI", func(s scenario.Scenario) bool { return s.Terms.Share.EndsAtAGI }},
		{"a word", plan, prior, "terms.license.exclusive", func(s scenario.Scenario) bool { return s.Terms.License.Exclusive == scenario.ExclusiveUntilAGI }},
		{"growth", plan, "slump", "outlook.streams[0].growth.2027", func(s scenario.Scenario) bool {
			g, _ := s.Outlook.Streams[0].Growth.Get(2027)
			return near(float64(g), 38.0/36-1)
		}},
	} {
		session := edit.New(preset.Default())
		from, _ := session.Scenario(test.from)
		if err := session.Do(edit.CopyFigure(test.to, test.path, from, test.path)); err != nil {
			t.Errorf("%s: %v", test.says, err)
			continue
		}
		if s, _ := session.Scenario(test.to); !test.holds(s) {
			t.Errorf("%s was not copied", test.says)
		}
		if !session.Undo() || session.Dirty() {
			t.Errorf("%s: the copy is not one undo step", test.says)
		}
	}
}

// A cap that is copied takes the range by which it is uncertain along, which the step says.
func TestACopiedCapSaysThatItsRangeMoves(t *testing.T) {
	for _, test := range []struct {
		says      string
		uncertain bool
		want      string
	}{
		{"an uncertain cap", true, "copy cap, and move its range, from July 2026 deck"},
		{"a certain cap", false, "copy cap from July 2026 deck"},
	} {
		session := edit.New(preset.Default())
		from, _ := session.Scenario("july-2026")
		from.Name, from.Terms.Share.Cap = "July 2026 deck", 19e9
		change := edit.RemoveUncertainty("february-2026")
		if test.uncertain {
			change = edit.SetCapRange("february-2026", 30e9, 46e9)
		}
		if err := session.Do(change); err != nil {
			t.Fatal(err)
		}
		if err := session.Do(edit.CopyFigure("february-2026", "terms.share.cap", from, "terms.share.cap")); err != nil {
			t.Fatal(err)
		}
		if got := session.UndoName(); got != test.want {
			t.Errorf("%s: the step is called %q, want %q", test.says, got, test.want)
		}
		s, _ := session.Scenario("february-2026")
		if u := s.Uncertainty; test.uncertain && (u == nil || u.CapRange == nil || *u.CapRange != (scenario.CapRange{Low: 15e9, High: 23e9})) {
			t.Errorf("%s: its range is %+v", test.says, u)
		}
	}
}

func TestAReverseShareIsCopiedWhole(t *testing.T) {
	session := edit.New(preset.Default())
	if err := session.Do(edit.SetReverse("slump", nil)); err != nil {
		t.Fatal(err)
	}
	from, _ := session.Scenario("february-2026")
	if err := session.Do(edit.CopyFigure("slump", "terms.reverse.rate", from, "terms.reverse.rate")); err != nil {
		t.Fatal(err)
	}
	if s, _ := session.Scenario("slump"); s.Terms.Reverse == nil || *s.Terms.Reverse != *from.Terms.Reverse {
		t.Errorf("got %+v, want %+v", s.Terms.Reverse, from.Terms.Reverse)
	}
}

func TestWhatCannotBeEmptyIsNotCopiedAsNothing(t *testing.T) {
	session := edit.New(preset.Default())
	from, _ := session.Scenario("february-2026")
	for _, path := range []string{"outlook.streams[0].growth.2090", "nonsense", "terms.share.rate.x"} {
		if err := session.Do(edit.CopyFigure("slump", path, from, path)); err == nil {
			t.Errorf("%s: no error", path)
		}
	}
	if session.Dirty() {
		t.Error("what was refused changed something")
	}
}

func TestAFigureIsSetByItsPath(t *testing.T) {
	session := edit.New(preset.Default())
	if err := session.Do(edit.SetFigure("slump", "terms.share.cap", scenario.NumberValue(40e9))); err != nil {
		t.Fatal(err)
	}
	if s, _ := session.Scenario("slump"); s.Terms.Share.Cap != 40e9 {
		t.Errorf("cap is %v", s.Terms.Share.Cap)
	}
	for path, v := range map[string]scenario.SourceValue{
		"terms.share.cap":  scenario.TextValue("38"),
		"terms.share.rate": scenario.NumberValue(1.5),
		"terms":            scenario.NumberValue(1),
	} {
		if err := session.Do(edit.SetFigure("slump", path, v)); err == nil {
			t.Errorf("%s: %v was taken", path, v)
		}
	}
}

// What is refused is refused for what was asked.
func TestARefusalNamesWhatWasToBeDone(t *testing.T) {
	from, _ := edit.New(preset.Default()).Scenario("february-2026")
	for want, change := range map[string]edit.Change{
		"terms.share.cap: cannot be set: it holds a number, not a text": edit.SetFigure("slump", "terms.share.cap", scenario.TextValue("38")),
		"terms: cannot be set: nothing sets this field":                 edit.SetFigure("slump", "terms", scenario.NumberValue(1)),
		"terms.share.from: cannot be copied from February 2026 plan: it holds a text, not a number": edit.CopyFigure(
			"slump", "terms.share.from", from, "terms.share.rate"),
		"terms.share.rate: cannot be empty; give it a value": edit.ClearFigure("slump", "terms.share.rate"),
	} {
		if err := edit.New(preset.Default()).Do(change); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// Emptying a field is of the same step as typing in it.
func TestAFigureIsCleared(t *testing.T) {
	for path, test := range map[string]struct {
		before scenario.SourceValue
		words  string
	}{
		"terms.share.capFrom":    {scenario.MonthValue(unit.NewMonth(2026, 6)), "clear cap counts from"},
		"terms.otherClouds.from": {scenario.MonthValue(unit.NewMonth(2026, 6)), "clear other clouds from"},
		"outlook.agiVerified":    {scenario.MonthValue(unit.NewMonth(2028, 6)), "clear AGI month"},
		"valuation.asOf":         {scenario.MonthValue(unit.NewMonth(2026, 6)), "clear valuation as of"},
		"terms.share.cap":        {scenario.NumberValue(39e9), "clear cap"},
	} {
		session := edit.New(preset.Default())
		do(t, session, edit.SetFigure("february-2026", path, test.before))
		session.Seal()
		set, _ := session.Scenario("february-2026")
		do(t, session, edit.ClearFigure("february-2026", path))
		if s, _ := session.Scenario("february-2026"); s.Terms.Share.Capped && path == "terms.share.cap" {
			t.Error("the cap is still there")
		} else if v, given := field.Figure(s, path); given && v == test.before {
			t.Errorf("%s is still %v", path, v)
		}
		if got := session.UndoName(); got != test.words {
			t.Errorf("the step is %q, want %q", got, test.words)
		}
		do(t, session, edit.SetFigure("february-2026", path, test.before))
		if session.UndoName() == test.words {
			t.Errorf("%s: typing after clearing is a step of its own", path)
		}
		session.Seal()
		if s, _ := session.Scenario("february-2026"); !reflect.DeepEqual(s.Terms, set.Terms) && path != "terms.share.cap" {
			t.Errorf("%s: clearing and typing again does not lead back", path)
		}
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
