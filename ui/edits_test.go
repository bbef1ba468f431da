package ui

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
	"headroom/ui/look"
)

// An entryCase types into one field of the form.
type entryCase struct {
	path  string
	types string
	get   func(s scenario.Scenario) any
	want  any
	shows string // the field, once it is left
	undo  string // what the menu would undo
}

func entryCases() []entryCase {
	growth := func(year int) func(s scenario.Scenario) any {
		return func(s scenario.Scenario) any { v, _ := s.Outlook.Streams[0].Growth.Get(year); return v }
	}
	revenue := func(year int) func(s scenario.Scenario) any {
		return func(s scenario.Scenario) any { return s.Revenue(0, year).Table() }
	}
	return []entryCase{
		{"outlook.streams[0].base", "14B", func(s scenario.Scenario) any { return s.Outlook.Streams[0].Base }, unit.Amount(14e9), "$14.0B", "set base revenue to $14.0B"},
		{"outlook.streams[0].growth.2026", "129%", growth(2026), unit.Rate(1.29), "+129.0%", "set 2026 growth to +129.0%"},
		{"outlook.streams[0].growth.2027", "60", growth(2027), unit.Rate(0.6), "+60.0%", "set 2027 growth to +60.0%"},
		{"outlook.streams[0].growth.2028", "2.29x", growth(2028), unit.Rate(1.29), "+129.0%", "set 2028 growth to +129.0%"},
		{"outlook.streams[0].growth.2029", "-99%", growth(2029), unit.Rate(-0.99), "−99.0%", "set 2029 growth to −99.0%"},
		{"outlook.streams[0].growth.2030", "10000%", growth(2030), unit.Rate(100), "+10,000%", "set 2030 growth to +10,000.0%"},
		{"outlook.streams[0].revenue.2026", "26.14", revenue(2026), "$26.14B", "$26.1B", "set 2026 revenue to $26.1B"},
		{"outlook.streams[0].revenue.2027", "$60bn", revenue(2027), "$60.00B", "$60.0B", "set 2027 revenue to $60.0B"},
		{"outlook.streams[0].revenue.2028", "62,000,000,000", revenue(2028), "$62.00B", "$62.0B", "set 2028 revenue to $62.0B"},
		{"outlook.streams[0].revenue.2029", "226B", revenue(2029), "$226.00B", "$226.0B", "set 2029 revenue to $226.0B"},
		{"outlook.streams[0].revenue.2030", "92", revenue(2030), "$92.00B", "$92.0B", "set 2030 revenue to $92.0B"},
		{"terms.share.cap", "40", func(s scenario.Scenario) any { return s.Terms.Share.Cap }, unit.Amount(40e9), "$40.0B", "set cap to $40.0B"},
		{"terms.share.cap", "no cap", func(s scenario.Scenario) any { return s.Terms.Share.Capped }, false, "", "remove cap"},
		{"terms.share.rate", "25", func(s scenario.Scenario) any { return s.Terms.Share.Rate }, unit.Rate(0.25), "25%", "set rate to 25%"},
		{"terms.share.from", "2026-07", func(s scenario.Scenario) any { return s.Terms.Share.From }, inMonth("2026-07"), "Jul 2026", "set share from Jul 2026"},
		{"terms.share.through", "june 2029", func(s scenario.Scenario) any { return s.Terms.Share.Through }, inMonth("2029-06"), "Jun 2029", "set share through Jun 2029"},
		{"terms.share.capFrom", "2027-01", func(s scenario.Scenario) any { return s.Terms.Share.CapFrom }, inMonth("2027-01"), "Jan 2027", "set cap counts from Jan 2027"},
		{"terms.share.alreadyPaid", "2B", func(s scenario.Scenario) any { return s.Terms.Share.AlreadyPaid }, unit.Amount(2e9), "$2.00B", "set counted before to $2.0B"},
		{"terms.reverse.rate", "12.5%", func(s scenario.Scenario) any { return s.Terms.Reverse.Rate }, unit.Rate(0.125), "12.5%", "set reverse rate to 12.5%"},
		{"terms.reverse.from", "2026-02", func(s scenario.Scenario) any { return s.Terms.Reverse.From }, inMonth("2026-02"), "Feb 2026", "set reverse share from Feb 2026"},
		{"terms.reverse.through", "2030-12", func(s scenario.Scenario) any { return s.Terms.Reverse.Through }, inMonth("2030-12"), "Dec 2030", "set reverse share through Dec 2030"},
		{"terms.otherClouds.from", "never", func(s scenario.Scenario) any { return s.Terms.OtherClouds.From }, unit.Month(0), "", "set other clouds from never"},
		{"terms.otherClouds.azureLeadMonths", "3 months", func(s scenario.Scenario) any { return s.Terms.OtherClouds.AzureLeadMonths }, 3, "3 months", "set Azure lead to 3 months"},
		{"terms.license.through", "2031-06", func(s scenario.Scenario) any { return s.Terms.License.Through }, inMonth("2031-06"), "Jun 2031", "set license through Jun 2031"},
		{"outlook.agiVerified", "2029-06", func(s scenario.Scenario) any { return s.Outlook.AGIVerified }, inMonth("2029-06"), "Jun 2029", "set AGI month to Jun 2029"},
		{"lastYear", "2032", func(s scenario.Scenario) any { return s.LastYear }, 2032, "2032", "set last year to 2032"},
		{"lastYear", "2026", func(s scenario.Scenario) any { return s.LastYear }, 2026, "2026", "set last year to 2026"},
		{"valuation.discountRate", "0", func(s scenario.Scenario) any { return s.Valuation.DiscountRate }, unit.Rate(0), "0%", "set discount rate to 0%"},
		{"valuation.asOf", "2026-11", func(s scenario.Scenario) any { return s.Valuation.AsOf }, inMonth("2026-11"), "Nov 2026", "set valuation as of Nov 2026"},
	}
}

func TestTypingIntoAnyFieldOfTheForm(t *testing.T) {
	for _, tc := range entryCases() {
		t.Run(tc.path+" "+tc.types, func(t *testing.T) {
			d := newSeat(t, workedCase())
			opened := d.selected()
			d.enter(tc.path, tc.types)
			if fault := d.fault(tc.path); fault != "" {
				t.Fatalf("%q is refused: %s", tc.types, fault)
			}
			if got := tc.get(d.selected()); got != tc.want {
				t.Errorf("the scenario has %v, want %v", got, tc.want)
			}
			d.agree()
			d.p.Window.Canvas().Unfocus()
			if got := d.text("entry", tc.path); got != tc.shows {
				t.Errorf("the field shows %q, want %q", got, tc.shows)
			}
			if item := d.item("Undo"); label(item) != "Undo "+tc.undo || item.Disabled {
				t.Errorf("the menu says %q, want %q", label(item), "Undo "+tc.undo)
			}
			if !d.p.Session.Dirty() || !strings.HasPrefix(d.p.Window.Title(), "•") {
				t.Errorf("nothing says that there is something to save: %q", d.p.Window.Title())
			}
			d.command("Undo")
			if !sameScenario(d.selected(), opened) {
				t.Error("undo does not lead back to the opened state")
			}
			if d.p.Session.Dirty() || strings.HasPrefix(d.p.Window.Title(), "•") {
				t.Errorf("back at the opened state there is something to save: %q", d.p.Window.Title())
			}
			d.agree()
			if item := d.item("Redo"); label(item) != "Redo "+tc.undo || item.Disabled {
				t.Errorf("the menu says %q, want %q", label(item), "Redo "+tc.undo)
			}
			d.command("Redo")
			if got := tc.get(d.selected()); got != tc.want {
				t.Errorf("redone, the scenario has %v, want %v", got, tc.want)
			}
			d.agree()
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
			d := newSeat(t, workedCase())
			opened, revision := d.selected(), d.p.Session.Revision()
			d.enter(tc.path, tc.types)
			if got := d.text("entry", tc.path); got != tc.types {
				t.Errorf("the field shows %q, want what was typed, %q", got, tc.types)
			}
			if fault := d.fault(tc.path); fault == "" || !strings.Contains(fault, tc.fault) {
				t.Errorf("the field says %q, want %q in it", fault, tc.fault)
			}
			if fault := d.fault(tc.path); strings.Contains(fault, tc.path) || strings.Contains(fault, "terms.") {
				t.Errorf("the field says %q, with the path of a field that is not on the screen", d.fault(tc.path))
			}
			if tc.still != "" {
				d.reads("Still using " + tc.still + ".")
			}
			if !sameScenario(d.selected(), opened) || d.p.Session.Revision() != revision || d.p.Session.UndoName() != "" {
				t.Error("the scenario has changed")
			}
			d.agree()
			// Leaving keeps the entry; Escape gives it up.
			d.focus("button", "save")
			if d.fault(tc.path) == "" || d.text("entry", tc.path) != tc.types {
				t.Error("leaving the field loses the entry or its mark")
			}
			d.focus("entry", tc.path)
			d.press(fyne.KeyEscape)
			if fault := d.fault(tc.path); fault != "" {
				t.Errorf("after Escape the field still says %q", fault)
			}
			d.p.Window.Canvas().Unfocus()
			if got := d.text("entry", tc.path); got != tc.still {
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
		{"shape", func(d *seat) { d.choose("outlook.shape", "a twelfth each month") }, func(s scenario.Scenario) any { return s.Outlook.Shape }, scenario.ShapeEven, "set shape to a twelfth each month"},
		{"share ends at AGI", func(d *seat) { d.tap("terms.share.endsAtAGI") }, func(s scenario.Scenario) any { return s.Terms.Share.EndsAtAGI }, true, "turn on share ends at AGI"},
		{"no reverse share", func(d *seat) { d.tap("terms.reverse") }, func(s scenario.Scenario) any { return s.Terms.Reverse == nil }, true, "remove reverse share"},
		{"reverse share ends at AGI", func(d *seat) { d.tap("terms.reverse.endsAtAGI") }, func(s scenario.Scenario) any { return s.Terms.Reverse.EndsAtAGI }, true, "turn on reverse share ends at AGI"},
		{"clouds open at AGI", func(d *seat) { d.tap("terms.otherClouds.opensAtAGI") }, func(s scenario.Scenario) any { return s.Terms.OtherClouds.OpensAtAGI }, true, "turn on other clouds open at AGI"},
		{"license", func(d *seat) { d.choose("terms.license.exclusive", "exclusive until AGI") }, func(s scenario.Scenario) any { return s.Terms.License.Exclusive }, scenario.ExclusiveUntilAGI, "set license to exclusive until AGI"},
		{"license by key", func(d *seat) { d.focus("choice", "terms.license.exclusive"); d.press(fyne.KeyDown) }, func(s scenario.Scenario) any { return s.Terms.License.Exclusive }, scenario.ExclusiveUntilAGI, "set license to exclusive until AGI"},
		{"box by key", func(d *seat) { d.focus("check", "terms.share.endsAtAGI"); d.press(fyne.KeySpace) }, func(s scenario.Scenario) any { return s.Terms.Share.EndsAtAGI }, true, "turn on share ends at AGI"},
		{"terms of a preset", func(d *seat) { d.choose("terms.preset", "Amended, April 27, 2026") }, func(s scenario.Scenario) any { return s.Terms.Preset }, "amended-2026-04", "take terms Amended, April 27, 2026"},
		{"outlook of a preset", func(d *seat) { d.choose("outlook.preset", "Slump (illustrative)") }, func(s scenario.Scenario) any { return s.Outlook.Preset }, "slump", "take outlook Slump (illustrative)"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, workedCase())
			opened := d.selected()
			tc.do(d)
			if got := tc.get(d.selected()); got != tc.want {
				t.Errorf("the scenario has %v, want %v", got, tc.want)
			}
			if got := d.p.Session.UndoName(); got != tc.undo {
				t.Errorf("undo is %q, want %q", got, tc.undo)
			}
			d.agree()
			d.command("Undo")
			if !sameScenario(d.selected(), opened) {
				t.Error("undo does not lead back")
			}
			d.agree()
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
			if got, want := d.says(words), slices.Contains(want, words); got != want {
				t.Errorf("%s: the form says %q: %v, want %v", after, words, got, want)
			}
		}
	}
	says("as opened", same)
	d.enter("terms.share.cap", "40")
	says("the cap was changed", same, differs)
	d.enter("outlook.streams[0].growth.2027", "60")
	says("growth was changed as well", differs)
	d.enter("terms.share.cap", "38")
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
			d := newSeat(t, workedCase())
			d.tap("terms.share.endsAtAGI")
			d.enter("outlook.agiVerified", tc.agi)
			d.enter("terms.share.through", tc.through)
			d.enter("terms.share.cap", tc.cap)
			if text := d.text("button", "result.cap-reached"); !strings.Contains(text, tc.want) {
				t.Errorf("the result says %q, want %q", text, tc.want)
			}
			d.agree()
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
			d := newSeat(t, workedCase())
			d.enter(tc.path, tc.types)
			total := d.p.Book.Projection(d.selected()).Total
			for _, amount := range []struct {
				name      string
				got, want float64
			}{{"paid", float64(total.Paid), tc.paid * 1e9}, {"forgone", float64(total.Forgone), tc.forgone * 1e9}} {
				if off := amount.got - amount.want; off > 0.01 || off < -0.01 {
					t.Errorf("%s %v, want %v", amount.name, amount.got, amount.want)
				}
			}
			if text := d.text("button", "result.cap-reached"); !strings.Contains(text, tc.reached) {
				t.Errorf("the result says %q, want %q", text, tc.reached)
			}
			d.agree()
		})
	}
}

// Of the 30 of 2026 a fifth is paid, of which that of January to May does not count.
func TestWhatIsPaidBeforeTheCapCountsIsNoPartOfIt(t *testing.T) {
	d := newSeat(t, workedCase())
	if text := d.text("button", "result.paid"); !strings.Contains(text, "100% of the cap") {
		t.Errorf("all counts, and the result says %q", text)
	}
	d.enter("terms.share.capFrom", "2026-06")
	if text := d.text("button", "result.paid"); !strings.Contains(text, "$38.0B of it counts") {
		t.Errorf("a part counts, and the result says %q", text)
	}
}

// Growth of years beyond the last waits for them, and is nothing odd.
func TestTheLastYearMovedThereAndBackLeavesNoNotes(t *testing.T) {
	d := newSeat(t, workedCase())
	notes := len(d.plan().notes.shown)
	d.enter("lastYear", "2050")
	d.enter("lastYear", "2030")
	if got := d.plan().notes.shown; len(got) != notes {
		t.Errorf("there are %d notes, such as %v, want %d", len(got), got[0], notes)
	}
	if d.p.Book.Projection(d.selected()).Total != d.p.Book.Projection(workedCase()).Total {
		t.Error("the results are others than before")
	}
}

func TestAReverseShareComesBackAsItWas(t *testing.T) {
	d := newSeat(t, workedCase())
	was := *d.selected().Terms.Reverse
	d.tap("terms.reverse")
	if d.selected().Terms.Reverse != nil {
		t.Fatal("it is not taken away")
	}
	d.tap("terms.reverse")
	if got := d.selected().Terms.Reverse; got == nil || *got != was {
		t.Errorf("it comes back as %v, want %v", got, was)
	}
}

func TestALicenseComesBackAsItWas(t *testing.T) {
	d := newSeat(t, workedCase())
	d.choose("terms.license.exclusive", "exclusive until AGI")
	d.enter("terms.license.through", "2031-06")
	was := *d.selected().Terms.License
	d.tap("terms.license")
	if d.selected().Terms.License != nil {
		t.Fatal("it is not taken away")
	}
	d.tap("terms.license")
	if got := d.selected().Terms.License; got == nil || *got != was {
		t.Errorf("it comes back as %v, want %v", got, was)
	}
}

func TestOtherPeriodsHaveNoRowSelected(t *testing.T) {
	d := newSeat(t, workedCase())
	d.plan().table.Select(2)
	d.tap("table.month")
	if got, _ := d.plan().table.Selected(); got != -1 {
		t.Errorf("row %d of the months is selected", got)
	}
}

func TestOtherPeriodsAreShownFromTheFirst(t *testing.T) {
	d := newSeat(t, workedCase())
	d.tap("table.month")
	d.plan().table.Select(59)
	if d.reads("Dec 2030"); d.says("Feb 2026") {
		t.Fatal("there is nothing to scroll")
	}
	d.tap("table.quarter")
	d.reads("Q1 2026")
}

func TestANoteOnThePeriodsMovesNothing(t *testing.T) {
	d := newSeat(t, workedCase())
	place := func() fyne.Position {
		return d.p.App.Driver().AbsolutePositionForObject(d.widget("button", "table.month"))
	}
	before := place()
	for _, tc := range []struct{ period, note string }{
		{"table.month", "A January can lie a little below the December before"},
		{"table.fiscal-year", "FY2026 covers Jan to Jun 2026 only, FY2031 covers Jul to Dec 2030 only"},
		{"table.year", ""},
	} {
		d.tap(tc.period)
		d.reads(tc.note) // of which an empty one is not shown, see below
		if now := place(); now != before {
			t.Errorf("%s: the buttons are at %v, before at %v", tc.period, now, before)
		}
		foot, table := d.plan().foot, d.plan().table
		if foot.Visible() != (tc.note != "") {
			t.Errorf("%s: the note is shown: %v", tc.period, foot.Visible())
		}
		if foot.Visible() && table.Position().Y+table.Size().Height > foot.Position().Y {
			t.Errorf("%s: the table covers the note", tc.period)
		}
	}
}

func TestTheFormTellsOfOtherRates(t *testing.T) {
	s := workedCase()
	s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.1}, {Year: 2030, Rate: 0.15}}
	d := newSeat(t, s)
	link := d.widget("button", "terms.share.ratesByYear").(*look.Button)
	if link.Text() != "Other rates in 2 years…" || link.Tooltip() != "Other rates: 2028 10% 2030 15%" {
		t.Errorf("it says %q, and on hover %q", link.Text(), link.Tooltip())
	}
}

func TestTheTableSaysHowAFigureIsAskedAbout(t *testing.T) {
	d := newSeat(t, workedCase())
	const cue = "Click again or press Enter: why this number?"
	var table fyne.Focusable
	for _, o := range children(d.plan().table) {
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
		{"all rows", d.plan().table.SelectAll, false},
		{"a row again", key(fyne.KeyUp), true},
		{"other periods", func() { d.tap("table.quarter") }, false},
	} {
		step.do()
		if got := d.says(cue); got != step.want {
			t.Errorf("with %s selected it is said: %v", step.says, got)
		}
	}
}

func TestAmountsAreCopiedAsNumbers(t *testing.T) {
	s := workedCase()
	s.Terms.Share.Capped = false
	d := newSeat(t, s)
	d.plan().table.Select(1)
	d.tap("table.copy")
	d.reads("Copied 1 row of the table")
	lines := strings.Split(d.app.Clipboard().Content(), "\n")
	if len(lines) != 3 {
		t.Fatalf("copied are %q", lines)
	}
	head, cells := strings.Split(lines[0], "\t"), strings.Split(lines[1], "\t")
	year := d.p.Book.Projection(d.selected()).Years[1]
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
