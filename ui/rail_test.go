package ui

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/ui/look"
)

// names returns the scenarios in the order of the rail.
func (d *seat) names() []string {
	var names []string
	for i := range d.p.Session.Len() {
		names = append(names, d.p.Session.At(i).Name)
	}
	return names
}

func (d *seat) hasNames(want ...string) {
	d.Helper()
	if got := d.names(); !slices.Equal(got, want) {
		d.Errorf("the rail has %q, want %q", got, want)
	}
	for _, s := range d.p.Session.Workspace().Scenarios {
		if text := d.text("button", "scenario."+s.ID); !strings.HasPrefix(text, s.Name+"\n") {
			d.Errorf("the card of %s shows %q", s.Name, text)
		}
	}
}

func threeCases() []scenario.Scenario {
	return []scenario.Scenario{workedCase(), flatCase(), capped(called(flatCase(), "capped", "Flat under a cap"), 5e9)}
}

func TestACardIsSelectedByPointerAndKey(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.tap("scenario.flat")
	if got := d.selected().ID; got != "flat" {
		t.Fatalf("%s is selected, want flat", got)
	}
	d.agree()
	d.focus("button", "scenario.capped")
	d.press(fyne.KeySpace)
	if got := d.selected().ID; got != "capped" {
		t.Fatalf("%s is selected, want capped", got)
	}
	// $0.2B a month reach $5B with the last of 25 months.
	if text := d.text("button", "scenario.capped"); text != "Flat under a cap\nCap reached Jan 2028\nPaid through 2030: $5.0B" {
		t.Errorf("the card shows %q", text)
	}
	d.agree()
	if d.p.Session.Dirty() || d.p.Session.UndoName() != "" {
		t.Error("selecting is no change to save or undo")
	}
}

func TestSelectingTakesOverWhatIsBeingTyped(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.write("terms.share.cap", "40")
	d.tap("scenario.flat")
	if worked, _ := d.p.Session.Scenario("worked"); worked.Terms.Share.Cap != 40e9 {
		t.Errorf("the cap typed is lost: %v", worked.Terms.Share.Cap)
	}
	if flat := d.selected(); flat.Terms.Share.Capped {
		t.Error("the cap typed went to the other scenario")
	}
	d.agree()
}

func TestAddingFromPresets(t *testing.T) {
	d := newSeat(t, workedCase())
	d.tap("scenario.add")
	d.dialog("add")
	if got := d.text("entry", "dialog.name"); got != "Plan, July 2026" {
		t.Errorf("the name suggested is %q", got)
	}
	d.choose("dialog.outlook", "Slump (illustrative)")
	d.choose("dialog.terms", "Prior, October 28, 2025")
	if got := d.text("entry", "dialog.name"); got != "Slump (illustrative), Prior, October 28, 2025" {
		t.Errorf("the name suggested is %q", got)
	}
	d.write("dialog.name", "A slump")
	d.tap("dialog.ok")
	d.dialog("")
	s := d.selected()
	if s.Name != "A slump" || s.Outlook.Preset != "slump" || s.Terms.Preset != "prior-2025-10" || s.Terms.Share.Capped {
		t.Errorf("added is %q of %s under %s", s.Name, s.Outlook.Preset, s.Terms.Preset)
	}
	d.hasNames("Worked case", "A slump")
	d.agree()
	d.command("Undo")
	d.hasNames("Worked case")
	d.command("Redo")
	d.hasNames("Worked case", "A slump")
	d.agree()
}

func TestABlankScenarioIsFilledIn(t *testing.T) {
	d := newSeat(t, workedCase())
	d.tap("scenario.add")
	d.choose("dialog.outlook", "Blank")
	if got := d.text("entry", "dialog.name"); got != "Blank outlook" {
		t.Errorf("the name suggested is %q", got)
	}
	d.choose("dialog.terms", "Blank")
	if got := d.text("entry", "dialog.name"); got != "New scenario" {
		t.Errorf("the name suggested is %q", got)
	}
	d.tap("dialog.ok")
	s := d.selected()
	for path, source := range s.Sources {
		if strings.HasPrefix(path, "terms.") || strings.HasPrefix(path, "outlook.") {
			t.Errorf("%s of a blank scenario is %s by %s", path, source.Status, source.Publisher)
		}
	}
	if faults := s.Check(); len(faults) > 0 {
		t.Error(faults)
	}
	d.enter("outlook.streams[0].base", "10B")
	d.enter("outlook.streams[0].revenue.2026", "20B")
	d.enter("terms.share.rate", "25%")
	d.enter("terms.share.cap", "12B")
	// 20B in each of five years, a quarter of it due: 5B a year, up to 12B.
	if total := d.p.Book.Projection(d.selected()).Total; total.Paid != 12e9 || total.Reached.Date.Month.Year() != 2028 {
		t.Errorf("paid are %v, the cap is reached %v", total.Paid, total.Reached.Date)
	}
	d.agree()
}

func TestANameOfOnesOwnIsNotReplacedByASuggestion(t *testing.T) {
	d := newSeat(t, workedCase())
	d.command("New scenario…")
	d.enter("dialog.name", "Mine")
	if d.p.Prompts.Name() != "" { // Enter answers the prompt; asked again, type before choosing
		t.Fatal("Enter in a field does not answer the prompt")
	}
	d.command("New scenario…")
	d.write("dialog.name", "Mine too")
	d.choose("dialog.outlook", "Slump (illustrative)")
	if got := d.text("entry", "dialog.name"); got != "Mine too" {
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
			d := newSeat(t, workedCase())
			d.tap("scenario.rename")
			d.dialog("rename")
			d.write("dialog.name", tc.name)
			d.press(fyne.KeyReturn)
			if tc.fault != "" {
				d.dialog("rename")
				if text := d.p.Prompts.All[0].Fault.Content(); !strings.Contains(text, tc.fault) || !d.p.Prompts.All[0].Fault.Visible() {
					t.Errorf("the prompt says %q, want %q in it", text, tc.fault)
				}
				d.hasNames("Worked case")
				if d.p.Session.UndoName() != "" {
					t.Error("a name refused is a step to undo")
				}
				d.press(fyne.KeyEscape, fyne.KeyEscape) // what was typed, then the prompt
				d.dialog("")
				return
			}
			d.dialog("")
			d.hasNames(strings.TrimSpace(tc.name))
			d.command("Undo")
			d.hasNames("Worked case")
		})
	}
}

func TestDuplicateAndDelete(t *testing.T) {
	d := newSeat(t, threeCases()...)
	d.tap("scenario.duplicate")
	d.hasNames("Worked case", "Worked case copy", "Flat case", "Flat under a cap")
	if d.selected().ID != "worked-copy" {
		t.Errorf("%s is selected, want the copy", d.selected().ID)
	}
	d.enter("terms.share.cap", "20")
	if worked, _ := d.p.Session.Scenario("worked"); worked.Terms.Share.Cap != 38e9 {
		t.Error("the copy shares its cap with the original")
	}
	d.tap("scenario.delete")
	d.hasNames("Worked case", "Flat case", "Flat under a cap")
	d.reads("Deleted Worked case copy")
	d.agree()
	d.command("Undo")
	d.hasNames("Worked case", "Worked case copy", "Flat case", "Flat under a cap")
	if s := d.selected(); s.ID != "worked-copy" || s.Terms.Share.Cap != 20e9 {
		t.Errorf("back is %s with a cap of %v", s.ID, s.Terms.Share.Cap)
	}
	d.agree()
}

func TestDeletingAllLeavesAWindowThatSaysWhatToDo(t *testing.T) {
	d := newSeat(t, workedCase(), flatCase())
	d.tap("scenario.delete")
	d.tap("scenario.delete")
	if d.p.Session.Len() != 0 {
		t.Fatalf("%d scenarios are left", d.p.Session.Len())
	}
	d.relayout()
	d.draw()
	for _, name := range []string{"scenario.duplicate", "scenario.rename", "scenario.delete"} {
		if d.enabled("button", name) {
			t.Errorf("%s can be pressed without a scenario", name)
		}
	}
	d.reads("No scenarios. Add one below.")
	d.reads("No scenario is selected.")
	d.command("Undo")
	d.hasNames("Flat case")
	d.agree()
}

func TestAWorkspaceWithNoScenario(t *testing.T) {
	d := newSeat(t)
	in := d.p.inspect()
	if in.Selected != "" || len(in.Results) != 0 || in.Drawn != in.Revision {
		t.Errorf("inspection: %+v", in)
	}
	for _, command := range []string{"Duplicate", "Rename…", "Delete", "Shift all growth…", "Amended against prior terms", "Reach the cap on…", "Sources of the figures…"} {
		d.command(command)
		d.dialog("")
	}
	for _, v := range views {
		d.tap("view." + string(v.view))
		d.relayout()
		d.draw()
		d.p.inspect()
	}
	d.tap("view.plan")
	d.tap("scenario.add")
	d.tap("dialog.ok")
	if d.p.Session.Len() != 1 {
		t.Fatal("nothing is added to an empty workspace")
	}
	d.agree()
}

func TestTicksChooseUpToFour(t *testing.T) {
	var cases []scenario.Scenario
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		cases = append(cases, called(flatCase(), id, "Case "+id))
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
		d.tap("scenario." + step.tick + ".tick")
		if got := d.p.Session.View().Compared; !slices.Equal(got, step.want) {
			t.Errorf("after %s are compared %q, want %q", step.tick, got, step.want)
		}
		for _, s := range cases {
			want := "off"
			if slices.Contains(step.want, s.ID) {
				want = "on"
			}
			if got := d.text("check", "scenario."+s.ID+".tick"); got != want {
				t.Errorf("the tick of %s is %s, want %s", s.ID, got, want)
			}
		}
	}
	if d.selected().ID != "a" || d.p.Session.Dirty() {
		t.Error("ticks select or are to be saved")
	}
}

func TestTheDotOfACardCanBeSeenOnIt(t *testing.T) {
	s := workedCase()
	s.Color = "#F0E442" // a yellow that is lost on white
	d := newSeat(t, s)
	dot := func() (fill color.Color) {
		d.objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			if circle, ok := o.(*canvas.Circle); ok && holds(around, d.p.rail.content) {
				fill = circle.FillColor
			}
		})
		return fill
	}
	own := look.Hex(s.Color)
	d.p.setMode(look.ModeDark)
	if got := dot(); got != own {
		t.Errorf("on a dark card it is %v", got)
	}
	d.p.setMode(look.ModeLight)
	if got := dot(); got == own || got != look.Hex(plot.LineColor(s.Color, plot.ThemeLight)) {
		t.Errorf("on a light card it is %v", got)
	}
}

func TestDotsFollowTheModeInCompare(t *testing.T) {
	a, b := workedCase(), flatCase()
	a.Color, b.Color = "#F0E442", "#E69F00" // lost on white, but not on a dark ground
	d := newSeat(t, a, b)
	for _, s := range []scenario.Scenario{a, b} {
		d.tap("scenario." + s.ID + ".tick")
	}
	d.tap("view.compare")
	for _, mode := range []look.Mode{look.ModeDark, look.ModeLight, look.ModeDark} {
		d.p.setMode(mode)
		dots := 0
		d.objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			circle, ok := o.(*canvas.Circle)
			if !ok || !holds(around, d.compare().Object()) || circle.Hidden {
				return
			}
			dots++
			if own := circle.FillColor == look.Hex(a.Color) || circle.FillColor == look.Hex(b.Color); own != (mode == look.ModeDark) {
				t.Errorf("%s: a dot is %v", mode, circle.FillColor)
			}
		})
		if dots < 4 { // of the charts and of the table
			t.Errorf("%s: there are %d dots", mode, dots)
		}
	}
}
