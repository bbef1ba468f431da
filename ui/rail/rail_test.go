package rail_test

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/ui/desktest"
	"headroom/ui/look"
)

// names returns the scenarios in the order of the rail.
func (d *seat) names() []string {
	var names []string
	for i := range d.P.Session.Len() {
		names = append(names, d.P.Session.At(i).Name)
	}
	return names
}

func (d *seat) hasNames(want ...string) {
	d.Helper()
	if got := d.names(); !slices.Equal(got, want) {
		d.Errorf("the rail has %q, want %q", got, want)
	}
	for _, s := range d.P.Session.Workspace().Scenarios {
		if text := d.Text("button", "scenario."+s.ID); !strings.HasPrefix(text, s.Name+"\n") {
			d.Errorf("the card of %s shows %q", s.Name, text)
		}
	}
}

func threeCases() []scenario.Scenario {
	return []scenario.Scenario{desktest.WorkedCase(), desktest.FlatCase(), desktest.Capped(desktest.Called(desktest.FlatCase(), "capped", "Flat under a cap"), 5e9)}
}

func TestACardIsSelectedByPointerAndKey(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.Tap("scenario.flat")
	if got := d.Selected().ID; got != "flat" {
		t.Fatalf("%s is selected, want flat", got)
	}
	d.Agree()
	d.Focus("button", "scenario.capped")
	d.Press(fyne.KeySpace)
	if got := d.Selected().ID; got != "capped" {
		t.Fatalf("%s is selected, want capped", got)
	}
	// $0.2B a month reach $5B with the last of 25 months.
	if text := d.Text("button", "scenario.capped"); text != "Flat under a cap\nCap reached Jan 2028\nPaid through 2030: $5.0B" {
		t.Errorf("the card shows %q", text)
	}
	d.Agree()
	if d.P.Session.Dirty() || d.P.Session.UndoName() != "" {
		t.Error("selecting is no change to save or undo")
	}
}

func TestSelectingTakesOverWhatIsBeingTyped(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.Write("terms.share.cap", "40")
	d.Tap("scenario.flat")
	if worked, _ := d.P.Session.Scenario("worked"); worked.Terms.Share.Cap != 40e9 {
		t.Errorf("the cap typed is lost: %v", worked.Terms.Share.Cap)
	}
	if flat := d.Selected(); flat.Terms.Share.Capped {
		t.Error("the cap typed went to the other scenario")
	}
	d.Agree()
}

func TestAddingFromPresets(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Tap("scenario.add")
	d.Dialog("add")
	if got := d.Text("entry", "dialog.name"); got != "Plan, July 2026" {
		t.Errorf("the name suggested is %q", got)
	}
	d.Choose("dialog.outlook", "Slump (illustrative)")
	d.Choose("dialog.terms", "Prior, October 28, 2025")
	if got := d.Text("entry", "dialog.name"); got != "Slump (illustrative), Prior, October 28, 2025" {
		t.Errorf("the name suggested is %q", got)
	}
	d.Write("dialog.name", "A slump")
	d.Tap("dialog.ok")
	d.Dialog("")
	s := d.Selected()
	if s.Name != "A slump" || s.Outlook.Preset != "slump" || s.Terms.Preset != "prior-2025-10" || s.Terms.Share.Capped {
		t.Errorf("added is %q of %s under %s", s.Name, s.Outlook.Preset, s.Terms.Preset)
	}
	d.hasNames("Worked case", "A slump")
	d.Agree()
	d.Command("Undo")
	d.hasNames("Worked case")
	d.Command("Redo")
	d.hasNames("Worked case", "A slump")
	d.Agree()
}

func TestABlankScenarioIsFilledIn(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Tap("scenario.add")
	d.Choose("dialog.outlook", "Blank")
	if got := d.Text("entry", "dialog.name"); got != "Blank outlook" {
		t.Errorf("the name suggested is %q", got)
	}
	d.Choose("dialog.terms", "Blank")
	if got := d.Text("entry", "dialog.name"); got != "New scenario" {
		t.Errorf("the name suggested is %q", got)
	}
	d.Tap("dialog.ok")
	s := d.Selected()
	for path, source := range s.Sources {
		if strings.HasPrefix(path, "terms.") || strings.HasPrefix(path, "outlook.") {
			t.Errorf("%s of a blank scenario is %s by %s", path, source.Status, source.Publisher)
		}
	}
	if faults := s.Check(); len(faults) > 0 {
		t.Error(faults)
	}
	d.Enter("outlook.streams[0].base", "10B")
	d.Enter("outlook.streams[0].revenue.2026", "20B")
	d.Enter("terms.share.rate", "25%")
	d.Enter("terms.share.cap", "12B")
	// 20B in each of five years, a quarter of it due: 5B a year, up to 12B.
	if total := d.P.Book.Projection(d.Selected()).Total; total.Paid != 12e9 || total.Reached.Date.Month.Year() != 2028 {
		t.Errorf("paid are %v, the cap is reached %v", total.Paid, total.Reached.Date)
	}
	d.Agree()
}

func TestANameOfOnesOwnIsNotReplacedByASuggestion(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("New scenario…")
	d.Enter("dialog.name", "Mine")
	if d.P.Prompts.Name() != "" { // Enter answers the prompt; asked again, type before choosing
		t.Fatal("Enter in a field does not answer the prompt")
	}
	d.Command("New scenario…")
	d.Write("dialog.name", "Mine too")
	d.Choose("dialog.outlook", "Slump (illustrative)")
	if got := d.Text("entry", "dialog.name"); got != "Mine too" {
		t.Errorf("the name typed became %q", got)
	}
}

func TestRenaming(t *testing.T) {
	for _, tc := range []struct {
		says, name string
		fault      string // part of it, empty for none
	}{
		{"another name", "Base case", ""},
		{"spaces around are not meant", "  Base case ", ""},
		{"no name", "", "The name is empty"},
		{"nothing but spaces", "   ", "The name is empty"},
		{"the longest", strings.Repeat("é", 200), ""},
		{"longer", strings.Repeat("é", 201), "The name has 201 characters"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Tap("scenario.rename")
			d.Dialog("rename")
			d.Write("dialog.name", tc.name)
			d.Press(fyne.KeyReturn)
			if tc.fault != "" {
				d.Dialog("rename")
				if text := d.P.Prompts.All[0].Fault.Content(); !strings.Contains(text, tc.fault) || !d.P.Prompts.All[0].Fault.Visible() {
					t.Errorf("the prompt says %q, want %q in it", text, tc.fault)
				}
				d.hasNames("Worked case")
				if d.P.Session.UndoName() != "" {
					t.Error("a name refused is a step to undo")
				}
				d.Press(fyne.KeyEscape, fyne.KeyEscape) // what was typed, then the prompt
				d.Dialog("")
				return
			}
			d.Dialog("")
			d.hasNames(strings.TrimSpace(tc.name))
			d.Command("Undo")
			d.hasNames("Worked case")
		})
	}
}

func TestDuplicateAndDelete(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.Tap("scenario.duplicate")
	d.hasNames("Worked case", "Worked case copy", "Flat case", "Flat under a cap")
	if d.Selected().ID != "worked-copy" {
		t.Errorf("%s is selected, want the copy", d.Selected().ID)
	}
	d.Enter("terms.share.cap", "20")
	if worked, _ := d.P.Session.Scenario("worked"); worked.Terms.Share.Cap != 38e9 {
		t.Error("the copy shares its cap with the original")
	}
	d.Tap("scenario.delete")
	d.hasNames("Worked case", "Flat case", "Flat under a cap")
	d.Reads("Deleted Worked case copy")
	d.Agree()
	d.Command("Undo")
	d.hasNames("Worked case", "Worked case copy", "Flat case", "Flat under a cap")
	if s := d.Selected(); s.ID != "worked-copy" || s.Terms.Share.Cap != 20e9 {
		t.Errorf("back is %s with a cap of %v", s.ID, s.Terms.Share.Cap)
	}
	d.Agree()
}

func TestDeletingAllLeavesAWindowThatSaysWhatToDo(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase(), desktest.FlatCase())
	d.Tap("scenario.delete")
	d.Tap("scenario.delete")
	if d.P.Session.Len() != 0 {
		t.Fatalf("%d scenarios are left", d.P.Session.Len())
	}
	d.Relayout()
	d.Draw()
	for _, name := range []string{"scenario.duplicate", "scenario.rename", "scenario.delete"} {
		if d.Enabled("button", name) {
			t.Errorf("%s can be pressed without a scenario", name)
		}
	}
	d.Reads("No scenarios. Add one below.")
	d.Reads("No scenario is selected.")
	d.Command("Undo")
	d.hasNames("Flat case")
	d.Agree()
}

func TestTicksChooseUpToFour(t *testing.T) {
	var cases []scenario.Scenario
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		cases = append(cases, desktest.Called(desktest.FlatCase(), id, "Case "+id))
	}
	d := newSeat(t, cases...)
	for _, step := range []struct {
		tick string
		want []string
	}{
		{"b", []string{"b"}},
		{"a", []string{"b", "a"}},
		{"c", []string{"b", "a", "c"}},
		{"d", []string{"b", "a", "c", "d"}},
		{"e", []string{"b", "a", "c", "d"}}, // there is no room for a fifth
		{"c", []string{"b", "a", "d"}},
		{"e", []string{"b", "a", "d", "e"}},
	} {
		d.Tap("scenario." + step.tick + ".tick")
		if got := d.P.Session.View().Compared; !slices.Equal(got, step.want) {
			t.Errorf("after %s are compared %q, want %q", step.tick, got, step.want)
		}
		for _, s := range cases {
			want := "off"
			if slices.Contains(step.want, s.ID) {
				want = "on"
			}
			if got := d.Text("check", "scenario."+s.ID+".tick"); got != want {
				t.Errorf("the tick of %s is %s, want %s", s.ID, got, want)
			}
		}
	}
	if d.Selected().ID != "a" || d.P.Session.Dirty() {
		t.Error("ticks select or are to be saved")
	}
}

func TestTheDotOfACardCanBeSeenOnIt(t *testing.T) {
	s := desktest.WorkedCase()
	s.Color = "#F0E442" // a yellow that is lost on white
	d := newSeat(t, s)
	dot := func() (fill color.Color) {
		d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			if circle, ok := o.(*canvas.Circle); ok && desktest.Holds(around, d.rail.Object()) {
				fill = circle.FillColor
			}
		})
		return fill
	}
	own := look.Hex(s.Color)
	d.Command("Dark")
	if got := dot(); got != own {
		t.Errorf("on a dark card it is %v", got)
	}
	d.Command("Light")
	if got := dot(); got == own || got != look.Hex(plot.LineColor(s.Color, plot.ThemeLight)) {
		t.Errorf("on a light card it is %v", got)
	}
}
