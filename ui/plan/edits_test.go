package plan_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/look"
)

func TestTypingIntoAnyFieldOfTheForm(t *testing.T) {
	for _, tc := range desktest.EntryCases() {
		t.Run(tc.Path+" "+tc.Types, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			opened := d.Selected()
			d.Enter(tc.Path, tc.Types)
			if fault := d.Fault(tc.Path); fault != "" {
				t.Fatalf("%q is refused: %s", tc.Types, fault)
			}
			if got := tc.Get(d.Selected()); got != tc.Want {
				t.Errorf("the scenario has %v, want %v", got, tc.Want)
			}
			d.Agree()
			d.P.Window.Canvas().Unfocus()
			if got := d.Text("entry", tc.Path); got != tc.Shows {
				t.Errorf("the field shows %q, want %q", got, tc.Shows)
			}
			if item := d.Item("Undo"); desktest.Label(item) != "Undo "+tc.Undo || item.Disabled {
				t.Errorf("the menu says %q, want %q", desktest.Label(item), "Undo "+tc.Undo)
			}
			if !d.P.Session.Dirty() || !strings.HasPrefix(d.P.Window.Title(), "•") {
				t.Errorf("nothing says that there is something to save: %q", d.P.Window.Title())
			}
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), opened) {
				t.Error("undo does not lead back to the opened state")
			}
			if d.P.Session.Dirty() || strings.HasPrefix(d.P.Window.Title(), "•") {
				t.Errorf("back at the opened state there is something to save: %q", d.P.Window.Title())
			}
			d.Agree()
			if item := d.Item("Redo"); desktest.Label(item) != "Redo "+tc.Undo || item.Disabled {
				t.Errorf("the menu says %q, want %q", desktest.Label(item), "Redo "+tc.Undo)
			}
			d.Command("Redo")
			if got := tc.Get(d.Selected()); got != tc.Want {
				t.Errorf("redone, the scenario has %v, want %v", got, tc.Want)
			}
			d.Agree()
		})
	}
}

func TestABadEntryKeepsTheLastGoodResult(t *testing.T) {
	for _, tc := range []struct {
		path, types string
		fault       string // part of what is said
		still       string // the value that is said to be used
	}{
		{"outlook.streams[0].base", "much", "much", "$13.1B"},
		{"outlook.streams[0].base", "-1", "not between $0", "$13.1B"},
		{"outlook.streams[0].base", "1000001B", "not between $0", "$13.1B"},
		{"outlook.streams[0].base", "", "enter a number", "$13.1B"},
		{"outlook.streams[0].growth.2027", "-100%", "above −100%", "+106.7%"},
		{"outlook.streams[0].growth.2027", "10001%", "at most +10,000%", "+106.7%"},
		{"outlook.streams[0].growth.2027", "1000000000%", "+1,000,000,000.0% is not above −100%", "+106.7%"},
		{"outlook.streams[0].growth.2027", "1e30%", "+1.0e30% is not above −100%", "+106.7%"},
		{"outlook.streams[0].revenue.2027", "0", "stay above $0", "$62.0B"},
		{"outlook.streams[0].revenue.2027", "3031", "highest growth", "$62.0B"},
		{"terms.share.cap", "$", "$", "$38.0B"},
		{"terms.share.rate", "101%", "not between 0% and 100%", "20%"},
		{"terms.share.rate", "-1", "not between 0% and 100%", "20%"},
		{"terms.share.from", "2031-01", "Dec 2030 is before Jan 2031", "Jan 2026"},
		{"terms.share.from", "", "enter a month", "Jan 2026"},
		{"terms.share.through", "2025-12", "Dec 2025 is before Jan 2026", "Dec 2030"},
		{"terms.share.through", "soon", "not a month", "Dec 2030"},
		{"terms.share.alreadyPaid", "-2B", "not between $0", "$0"},
		{"terms.reverse.rate", "twenty", "twenty", "20%"},
		{"terms.reverse.through", "2025-12", "", "Apr 2026"},
		{"terms.otherClouds.azureLeadMonths", "121", "between 0 and 120", "0 months"},
		{"terms.otherClouds.azureLeadMonths", "1.5", "whole number", "0 months"},
		{"terms.license.through", "2101-01", "", "Dec 2032"},
		{"lastYear", "2025", "2025 is before the first year, 2026", "2030"},
		{"lastYear", "2076", "a horizon of 51 years", "2030"},
		{"lastYear", "2030.5", "not a year", "2030"},
		{"valuation.discountRate", "-51%", "not between −50%", "10%"},
		{"valuation.asOf", "now", "not a month", ""},
	} {
		t.Run(tc.path+" "+tc.types, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			opened, revision := d.Selected(), d.P.Session.Revision()
			d.Enter(tc.path, tc.types)
			if got := d.Text("entry", tc.path); got != tc.types {
				t.Errorf("the field shows %q, want what was typed, %q", got, tc.types)
			}
			if fault := d.Fault(tc.path); fault == "" || !strings.Contains(fault, tc.fault) {
				t.Errorf("the field says %q, want %q in it", fault, tc.fault)
			}
			if fault := d.Fault(tc.path); strings.Contains(fault, tc.path) || strings.Contains(fault, "terms.") {
				t.Errorf("the field says %q, with the path of a field that is not on the screen", d.Fault(tc.path))
			}
			if tc.still != "" {
				d.Reads("Still using " + tc.still + ".")
			}
			if !desktest.SameScenario(d.Selected(), opened) || d.P.Session.Revision() != revision || d.P.Session.UndoName() != "" {
				t.Error("the scenario has changed")
			}
			d.Agree()
			// Leaving keeps the entry; Escape gives it up.
			d.Focus("button", "save")
			if d.Fault(tc.path) == "" || d.Text("entry", tc.path) != tc.types {
				t.Error("leaving the field loses the entry or its mark")
			}
			d.Focus("entry", tc.path)
			d.Press(fyne.KeyEscape)
			if fault := d.Fault(tc.path); fault != "" {
				t.Errorf("after Escape the field still says %q", fault)
			}
			d.P.Window.Canvas().Unfocus()
			if got := d.Text("entry", tc.path); got != tc.still {
				t.Errorf("after Escape the field shows %q, want %q", got, tc.still)
			}
		})
	}
}

func TestChoicesAndBoxesAreStepsOfTheirOwn(t *testing.T) {
	for _, tc := range []struct {
		says string
		do   func(d *seat)
		get  func(s scenario.Scenario) any
		want any
		undo string
	}{
		{"shape", func(d *seat) { d.Choose("outlook.shape", "a twelfth each month") }, func(s scenario.Scenario) any { return s.Outlook.Shape }, scenario.ShapeEven, "set shape to a twelfth each month"},
		{"share ends at AGI", func(d *seat) { d.Tap("terms.share.endsAtAGI") }, func(s scenario.Scenario) any { return s.Terms.Share.EndsAtAGI }, true, "turn on share ends at AGI"},
		{"no reverse share", func(d *seat) { d.Tap("terms.reverse") }, func(s scenario.Scenario) any { return s.Terms.Reverse == nil }, true, "remove reverse share"},
		{"reverse share ends at AGI", func(d *seat) { d.Tap("terms.reverse.endsAtAGI") }, func(s scenario.Scenario) any { return s.Terms.Reverse.EndsAtAGI }, true, "turn on reverse share ends at AGI"},
		{"clouds open at AGI", func(d *seat) { d.Tap("terms.otherClouds.opensAtAGI") }, func(s scenario.Scenario) any { return s.Terms.OtherClouds.OpensAtAGI }, true, "turn on other clouds open at AGI"},
		{"license", func(d *seat) { d.Choose("terms.license.exclusive", "exclusive until AGI") }, func(s scenario.Scenario) any { return s.Terms.License.Exclusive }, scenario.ExclusiveUntilAGI, "set license to exclusive until AGI"},
		{"license by key", func(d *seat) { d.Focus("choice", "terms.license.exclusive"); d.Press(fyne.KeyDown) }, func(s scenario.Scenario) any { return s.Terms.License.Exclusive }, scenario.ExclusiveUntilAGI, "set license to exclusive until AGI"},
		{"box by key", func(d *seat) { d.Focus("check", "terms.share.endsAtAGI"); d.Press(fyne.KeySpace) }, func(s scenario.Scenario) any { return s.Terms.Share.EndsAtAGI }, true, "turn on share ends at AGI"},
		{"terms of a preset", func(d *seat) { d.Choose("terms.preset", "Amended, April 27, 2026") }, func(s scenario.Scenario) any { return s.Terms.Preset }, "amended-2026-04", "take terms Amended, April 27, 2026"},
		{"outlook of a preset", func(d *seat) { d.Choose("outlook.preset", "Slump (illustrative)") }, func(s scenario.Scenario) any { return s.Outlook.Preset }, "slump", "take outlook Slump (illustrative)"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			opened := d.Selected()
			tc.do(d)
			if got := tc.get(d.Selected()); got != tc.want {
				t.Errorf("the scenario has %v, want %v", got, tc.want)
			}
			if got := d.P.Session.UndoName(); got != tc.undo {
				t.Errorf("undo is %q, want %q", got, tc.undo)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), opened) {
				t.Error("undo does not lead back")
			}
			d.Agree()
		})
	}
}

// Above the terms and above the outlook stands whether they are still the preset's.
func TestTheFormSaysWhatDiffersFromItsPreset(t *testing.T) {
	same, differs, none := "As in this preset", "Differs from this preset", "From no preset"
	d := newSeat(t, preset.Default().Scenarios[0])
	says := func(after string, want ...string) {
		t.Helper()
		for _, words := range []string{same, differs, none} {
			if got, want := d.Says(words), slices.Contains(want, words); got != want {
				t.Errorf("%s: the form says %q: %v, want %v", after, words, got, want)
			}
		}
	}
	says("as opened", same)
	d.Enter("terms.share.cap", "40")
	says("the cap was changed", same, differs)
	d.Enter("outlook.streams[0].growth.2027", "60")
	says("growth was changed as well", differs)
	d.Enter("terms.share.cap", "38")
	says("the cap is back", same, differs)
	d = newSeat(t, preset.New("blank", "Blank", preset.BlankOutlook(), preset.BlankTerms()))
	says("a scenario of one's own", none)
}

func TestTheAnswerSaysWhereAGIEndsTheShare(t *testing.T) {
	for _, tc := range []struct {
		says, agi, through, cap, want string
	}{
		{"before the cap is reached", "jun 2028", "dec 2030", "38", "Not by 2030, the share ends with AGI, Jun 2028"},
		{"without a cap", "jun 2028", "dec 2030", "", "No cap, the share ends with AGI, Jun 2028"},
		{"after the cap is reached", "jun 2029", "dec 2030", "38", "November 2028, about the 23rd"},
		{"with the last month", "dec 2030", "dec 2032", "200", "Not by 2030, $65.4B of headroom left"},
		{"when it has ended", "jun 2028", "dec 2027", "38", "Not by 2030, $19.6B of headroom left"},
		{"never", "", "dec 2030", "200", "Not by 2030, $65.4B of headroom left"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Tap("terms.share.endsAtAGI")
			d.Enter("outlook.agiVerified", tc.agi)
			d.Enter("terms.share.through", tc.through)
			d.Enter("terms.share.cap", tc.cap)
			if text := d.Text("button", "result.cap-reached"); !strings.Contains(text, tc.want) {
				t.Errorf("the result says %q, want %q", text, tc.want)
			}
			d.Agree()
		})
	}
}

func TestTheCapLiesWhereTheModelSays(t *testing.T) {
	for _, tc := range []struct {
		says, path, types string
		reached           string
		paid, forgone     float64 // billions
	}{
		{"as opened", "terms.share.cap", "38", "November 2028, about the 23rd", 38, 96.6},
		{"what is due by 2027", "terms.share.cap", "18.4", "December 2027, about the 31st", 18.4, 116.2},
		{"all that is due", "terms.share.cap", "134.6", "December 2030, about the 31st", 134.6, 0},
		{"a tenth more", "terms.share.cap", "134.7", "Not by 2030, $100M of headroom left", 134.6, 0},
		{"no cap", "terms.share.cap", "", "No cap, all that is due is paid", 134.6, 0},
		{"nothing", "terms.share.cap", "0", "Before 2026, a cap of $0 leaves nothing to pay", 0, 134.6},
		{"two billion counted before", "terms.share.alreadyPaid", "2", "October 2028", 36, 98.6},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Enter(tc.path, tc.types)
			total := d.P.Book.Projection(d.Selected()).Total
			for _, amount := range []struct {
				name      string
				got, want float64
			}{{"paid", float64(total.Paid), tc.paid * 1e9}, {"forgone", float64(total.Forgone), tc.forgone * 1e9}} {
				if off := amount.got - amount.want; off > 0.01 || off < -0.01 {
					t.Errorf("%s %v, want %v", amount.name, amount.got, amount.want)
				}
			}
			if text := d.Text("button", "result.cap-reached"); !strings.Contains(text, tc.reached) {
				t.Errorf("the result says %q, want %q", text, tc.reached)
			}
			d.Agree()
		})
	}
}

// Of the 30 of 2026 a fifth is paid, of which that of January to May does not count.
func TestWhatIsPaidBeforeTheCapCountsIsNoPartOfIt(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	if text := d.Text("button", "result.paid"); !strings.Contains(text, "100% of the cap") {
		t.Errorf("all counts, and the result says %q", text)
	}
	d.Enter("terms.share.capFrom", "2026-06")
	if text := d.Text("button", "result.paid"); !strings.Contains(text, "$38.0B of it counts") {
		t.Errorf("a part counts, and the result says %q", text)
	}
}

// Growth of years beyond the last waits for them, and is nothing odd.
func TestTheLastYearMovedThereAndBackLeavesNoNotes(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	notes := len(d.v.Notes())
	d.Enter("lastYear", "2050")
	d.Enter("lastYear", "2030")
	if got := d.v.Notes(); len(got) != notes {
		t.Errorf("there are %d notes, such as %v, want %d", len(got), got[0], notes)
	}
	if d.P.Book.Projection(d.Selected()).Total != d.P.Book.Projection(desktest.WorkedCase()).Total {
		t.Error("the results are others than before")
	}
}

func TestAReverseShareComesBackAsItWas(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	was := *d.Selected().Terms.Reverse
	d.Tap("terms.reverse")
	if d.Selected().Terms.Reverse != nil {
		t.Fatal("it is not taken away")
	}
	d.Tap("terms.reverse")
	if got := d.Selected().Terms.Reverse; got == nil || *got != was {
		t.Errorf("it comes back as %v, want %v", got, was)
	}
}

func TestALicenseComesBackAsItWas(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Choose("terms.license.exclusive", "exclusive until AGI")
	d.Enter("terms.license.through", "2031-06")
	was := *d.Selected().Terms.License
	d.Tap("terms.license")
	if d.Selected().Terms.License != nil {
		t.Fatal("it is not taken away")
	}
	d.Tap("terms.license")
	if got := d.Selected().Terms.License; got == nil || *got != was {
		t.Errorf("it comes back as %v, want %v", got, was)
	}
}

func TestOtherPeriodsHaveNoRowSelected(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.v.Table().Select(2)
	d.Tap("table.month")
	if got, _ := d.v.Table().Selected(); got != -1 {
		t.Errorf("row %d of the months is selected", got)
	}
}

func TestOtherPeriodsAreShownFromTheFirst(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Tap("table.month")
	d.v.Table().Select(59)
	if d.Reads("Dec 2030"); d.Says("Feb 2026") {
		t.Fatal("there is nothing to scroll")
	}
	d.Tap("table.quarter")
	d.Reads("Q1 2026")
}

func TestANoteOnThePeriodsMovesNothing(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	place := func() fyne.Position {
		return d.P.App.Driver().AbsolutePositionForObject(d.Widget("button", "table.month"))
	}
	before := place()
	for _, tc := range []struct{ period, note string }{
		{"table.month", "A January can lie a little below the December before"},
		{"table.fiscal-year", "FY2026 covers Jan to Jun 2026 only, FY2031 covers Jul to Dec 2030 only"},
		{"table.year", ""},
	} {
		d.Tap(tc.period)
		d.Reads(tc.note) // of which an empty one is not shown, see below
		if now := place(); now != before {
			t.Errorf("%s: the buttons are at %v, before at %v", tc.period, now, before)
		}
		foot, table := d.v.Foot(), d.v.Table()
		if foot.Visible() != (tc.note != "") {
			t.Errorf("%s: the note is shown: %v", tc.period, foot.Visible())
		}
		if foot.Visible() && table.Position().Y+table.Size().Height > foot.Position().Y {
			t.Errorf("%s: the table covers the note", tc.period)
		}
	}
}

func TestTheFormTellsOfOtherRates(t *testing.T) {
	s := desktest.WorkedCase()
	s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.1}, {Year: 2030, Rate: 0.15}}
	d := newSeat(t, s)
	link := d.Widget("button", "terms.share.ratesByYear").(*look.Button)
	if link.Text() != "Other rates in 2 years…" || link.Tooltip() != "Other rates: 2028 10% 2030 15%" {
		t.Errorf("it says %q, and on hover %q", link.Text(), link.Tooltip())
	}
}

func TestTheTableSaysHowAFigureIsAskedAbout(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	const cue = "Click again or press Enter: why this number?"
	var table fyne.Focusable
	for _, o := range desktest.Children(d.v.Table()) {
		if takes, ok := o.(fyne.Focusable); ok {
			table = takes
		}
	}
	key := func(name fyne.KeyName) func() { return func() { table.TypedKey(&fyne.KeyEvent{Name: name}) } }
	for _, step := range []struct {
		says string
		do   func()
		want bool
	}{
		{"a row", key(fyne.KeyDown), false},
		{"a cell of it", key(fyne.KeyRight), true},
		{"a cell of another row", key(fyne.KeyDown), true},
		{"all rows", d.v.Table().SelectAll, false},
		{"a row again", key(fyne.KeyUp), true},
		{"other periods", func() { d.Tap("table.quarter") }, false},
	} {
		step.do()
		if got := d.Says(cue); got != step.want {
			t.Errorf("with %s selected it is said: %v", step.says, got)
		}
	}
}

func TestAmountsAreCopiedAsNumbers(t *testing.T) {
	s := desktest.WorkedCase()
	s.Terms.Share.Capped = false
	d := newSeat(t, s)
	d.v.Table().Select(1)
	d.Tap("table.copy")
	d.Reads("Copied 1 row of the table")
	lines := strings.Split(d.App.Clipboard().Content(), "\n")
	if len(lines) != 3 {
		t.Fatalf("copied are %q", lines)
	}
	head, cells := strings.Split(lines[0], "\t"), strings.Split(lines[1], "\t")
	year := d.P.Book.Projection(d.Selected()).Years[1]
	for i, want := range map[int]unit.Amount{1: year.Revenue, 2: year.Due, 3: year.Paid, 4: year.Cumulative} {
		if !strings.HasSuffix(head[i], " (USD)") {
			t.Errorf("the head of %q has no unit", head[i])
		}
		if got, err := strconv.ParseFloat(cells[i], 64); err != nil || math.Abs(got-float64(want)) > 0.5 {
			t.Errorf("%s is %q, want %v", head[i], cells[i], want)
		}
	}
	if cells[0] != "2027" || cells[5] != "" || cells[6] != "" { // without a cap there is no headroom
		t.Errorf("copied are %q", cells)
	}
}
