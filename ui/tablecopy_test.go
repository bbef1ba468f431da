package ui

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/field"
	"headroom/ui/look"
)

var (
	copiedNumber = regexp.MustCompile(`^-?\d+(\.\d+)?%?$`)
	copiedDate   = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	shownAmount  = regexp.MustCompile(`^[-+−]?\$[\d,.]+[KMBT]?$`)
	shownDate    = regexp.MustCompile(`^[A-Z][a-z]{2} (\d{1,2}, )?\d{4}$`)
)

// hostile are scenarios whose names a spreadsheet would compute, or take for the
// beginning of something longer, and that differ in all kinds of inputs.
func hostile() []scenario.Scenario {
	w := preset.Default()
	list := slices.Clone(w.Scenarios[:4])
	for i, name := range []string{`=1+1`, `@SUM(A1:A9)`, `-2+3 "less"`, `"=quoted`} {
		list[i].Name = name
		list[i].Outlook.Streams = slices.Clone(list[i].Outlook.Streams)
		list[i].Outlook.Streams[0].Name = `+cmd|' /C calc'!A0`
	}
	list[1].Terms = preset.AllTerms()[0].Terms
	list[1].Outlook.AGIVerified = unit.NewMonth(2029, 6)
	list[2].Outlook.Streams = append(list[2].Outlook.Streams, scenario.Stream{
		Name: `＝HYPERLINK("http://a")`, Channel: scenario.ChannelOtherCloud, Base: 2e9, Shared: 1, Growth: list[2].Outlook.Streams[0].Growth,
	})
	list[2].Terms.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.155}}
	list[3].Valuation.AsOf = unit.NewMonth(2026, 3)
	return list
}

// copies presses each button in view that copies a table, and hands on what the
// clipboard has then.
func (d *seat) copies(see func(button, text string)) {
	d.Helper()
	var buttons []*look.Button
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok && strings.HasPrefix(b.Text(), "Copy") && b.Name != "dialog.copy" {
			buttons = append(buttons, b)
		}
	})
	for _, b := range buttons {
		d.App.Clipboard().SetContent("")
		b.Tapped(nil)
		see(b.Name, d.App.Clipboard().Content())
	}
}

// parted reads what was copied as a spreadsheet does.
func parted(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		var cells []string
		for _, cell := range strings.Split(strings.TrimSuffix(line, "\n"), "\t") {
			if len(cell) > 1 && cell[0] == '"' && cell[len(cell)-1] == '"' {
				cell = strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
			} else if strings.HasPrefix(cell, `"`) {
				return nil // which takes in all that follows
			}
			cells = append(cells, cell)
		}
		rows = append(rows, cells)
	}
	return rows
}

// Whatever the window can copy is numbers, dates and words to a spreadsheet, never a
// formula, and never an amount or a date as it is shown.
func TestWhateverIsCopiedCanBeComputedWith(t *testing.T) {
	d := newSeat(t, hostile()...)
	d.p.Window.Resize(fyne.NewSize(1600, 1200))
	seen := map[string]int{}
	numbers := 0
	check := func(where string) {
		t.Helper()
		d.Relayout()
		d.Draw()
		d.copies(func(button, text string) {
			t.Helper()
			seen[button]++
			rows := parted(text)
			if len(rows) < 2 {
				t.Errorf("%s: %s copies %q", where, button, text)
				return
			}
			for i, row := range rows {
				if len(row) != len(rows[0]) {
					t.Errorf("%s: %s: row %d has %d cells, the head %d: %q", where, button, i, len(row), len(rows[0]), row)
				}
				for _, cell := range row {
					switch {
					case copiedNumber.MatchString(cell):
						numbers++
					case cell == "", copiedDate.MatchString(cell):
					case strings.ContainsRune("=+-@＝＋－＠−", []rune(strings.TrimSpace(cell))[0]):
						t.Errorf("%s: %s: %q would be computed, or is no number", where, button, cell)
					case shownAmount.MatchString(cell), shownDate.MatchString(cell):
						t.Errorf("%s: %s: %q is copied as it is shown", where, button, cell)
					}
				}
			}
		})
	}
	why := func(where string, ask func(row, column int), rows, columns int) {
		t.Helper()
		for row := range rows {
			for column := range columns {
				ask(row, column)
				if d.p.Prompts.Name() != "" {
					check(fmt.Sprintf("%s, the cell %d, %d", where, row, column))
					d.Press(fyne.KeyEscape)
				}
			}
		}
	}
	for _, period := range []string{"table.year", "table.fiscal-year", "table.quarter", "table.month"} {
		d.Tap(period)
		check("Plan, " + period)
	}
	d.Tap("table.year")
	why("Plan", d.Sheet("table").OnAsk, 6, 7)
	d.Command("Sources of the figures…")
	check("the sources")
	d.Press(fyne.KeyEscape)

	for _, s := range d.p.Session.Workspace().Scenarios {
		if w := d.Widget("check", "scenario."+s.ID+".tick").(*field.Check); !w.Ticked() {
			d.Tap("scenario." + s.ID + ".tick")
		}
	}
	d.Tap("view.compare")
	check("Compare")
	why("Compare", d.Sheet("table").OnAsk, d.Sheet("table").Rows(), 11)
	d.Tap("compare.bridge")
	for i := range 4 {
		d.Widget("choice", "bridge.result").(*field.Choice).Display(i)
		d.p.Front().Show()
		check("a bridge")
	}
	d.Widget("choice", "bridge.result").(*field.Choice).Display(0)
	d.p.Front().Show()
	why("a bridge", d.Sheet("bridge.table").OnAsk, d.Sheet("bridge.table").Rows(), 6)

	for _, s := range d.p.Session.Workspace().Scenarios {
		d.p.setView(ViewPlan)
		d.Tap("scenario." + s.ID)
		d.p.setView(ViewDeal)
		check("Deal, " + s.ID)
		why("Deal, "+s.ID, d.Sheet("table").OnAsk, d.Sheet("table").Rows(), 5)
	}
	for button, least := range map[string]int{
		"table.copy": 9, "inputs.copy": 5, "bridge.copy": 4, "why.copy": 100, "sources.copy": 1,
	} {
		if seen[button] < least {
			t.Errorf("%s was pressed %d times, want %d or more", button, seen[button], least)
		}
	}
	if numbers < 5000 {
		t.Errorf("only %d numbers were copied", numbers)
	}
}

func TestDifferencesAreCopiedInColumnsOfTheirOwn(t *testing.T) {
	d := newSeat(t, desktest.FlatUnder("seven", 7e9), desktest.Called(desktest.FlatUnder("five", 5e9), "five", "=5"), desktest.FlatCase())
	d.Compare()
	d.Tap("table.copy")
	got := map[string]string{}
	for _, row := range parted(d.App.Clipboard().Content()) {
		got[row[0]] = strings.Join(row[1:], "|")
	}
	// Of $12B due $7B, $5B and all are paid; from November 30 to January 31, 2028, are
	// 304 days.
	for name, want := range map[string]string{
		"Result":            "Flat under $7.0B (USD)|'=5 (USD)|'=5: difference (USD)|'=5: difference (%)|Flat case (USD)|Flat case: difference (USD)|Flat case: difference (%)",
		"Cap reached":       "2028-11-30|2028-01-31|304 days earlier||no cap||",
		"Cap used":          "100%|100%|||||",
		"Paid through 2030": "7000000000|5000000000|-2000000000|-29%|12000000000|5000000000|71%",
		"Saved by the cap":  "5000000000|7000000000|2000000000|40%|0|-5000000000|-100%",
		"Paid in 2030":      "0|0|||2400000000|2400000000|new",
	} {
		if got[name] != want {
			t.Errorf("copied of %q is %q, want %q", name, got[name], want)
		}
	}
}

func TestInputsThatDifferAreCopied(t *testing.T) {
	seven := desktest.FlatUnder("seven", 7e9)
	seven.Terms.Share.Through = desktest.InMonth("2029-12")
	seven.Terms.Share.EndsAtAGI = true
	seven.Outlook.Shape = scenario.ShapeEven
	seven.Outlook.Streams[0].Growth = seven.Outlook.Streams[0].Growth.With(2027, 0.125)
	d := newSeat(t, desktest.FlatCase(), seven)
	d.Compare()
	d.Tap("inputs.copy")
	got := map[string]string{}
	for _, row := range parted(d.App.Clipboard().Content()) {
		got[row[0]] = strings.Join(row[1:], "|")
	}
	for name, want := range map[string]string{
		"Input":              "Flat case (reference)|Flat under $7.0B",
		"Total cap":          "none|7000000000",
		"Share paid through": "2030-12-01|2029-12-01",
		desktest.FlatCase().Outlook.Streams[0].Name + ", 2027 growth": "0%|12.5%",
		"Share ends when AGI is verified":                             "no|yes",
	} {
		if got[name] != want {
			t.Errorf("copied of %q is %q, want %q, of\n%v", name, got[name], want, got)
		}
	}
}

func TestTheButtonSaysWhatItCopies(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase(), desktest.FlatCase())
	table := d.Sheet("table")
	says := func(when, want string) {
		t.Helper()
		if got := d.Text("button", "table.copy"); got != want {
			t.Errorf("%s the button says %q, want %q", when, got, want)
		}
	}
	says("at first", "Copy")
	table.Select(1)
	says("with a row selected", "Copy row")
	table.Extend(3)
	says("with three", "Copy 3 rows")
	table.SelectAll()
	says("with all", "Copy")
	table.Select(2)
	d.Enter("terms.share.cap", "41")
	says("after an edit of the same scenario", "Copy row")
	d.Tap("scenario.flat")
	says("with another scenario", "Copy")
	d.Tap("table.copy")
	if rows := parted(d.App.Clipboard().Content()); len(rows) != 7 {
		t.Errorf("%d rows are copied, want head, five years and the total", len(rows))
	}
	table.Select(2)
	d.Tap("table.month")
	says("with other periods", "Copy")
}

func TestATableOutlivesTheWindow(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	var kept, kind string
	d.p.Keep = func(_ context.Context, of string, data []byte) error {
		kind, kept = of, string(data)
		return nil
	}
	d.Tap("table.copy")
	if kept == "" || kept != d.App.Clipboard().Content() || kind != desk.CopiedText {
		t.Errorf("handed on is %q as %s", kept, kind)
	}
}
