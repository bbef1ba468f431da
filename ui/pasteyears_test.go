package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/ui/desktest"
	"headroom/ui/field"
	"headroom/ui/look"
)

// preview returns the lines of the preview: the year, its cell, and what becomes of
// it.
func (d *seat) preview() string {
	var lines []string
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		row, ok := o.(*fyne.Container)
		if !ok || len(row.Objects) != 3 {
			return
		}
		var texts []string
		for _, part := range row.Objects {
			if text, ok := part.(*look.Text); ok {
				texts = append(texts, text.Content)
			}
		}
		if len(texts) == 3 && strings.HasPrefix(texts[0], "20") {
			lines = append(lines, texts[0]+" "+texts[1]+": "+texts[2])
		}
	})
	return strings.Join(lines, " / ")
}

// pasteOf opens the prompt with something in the clipboard.
func pasteOf(t *testing.T, s scenario.Scenario, text string) *seat {
	t.Helper()
	d := newSeat(t, s)
	d.App.Clipboard().SetContent(text)
	d.Tap("stream.paste")
	d.Dialog("paste")
	return d
}

const stay = " / 2029 : keeps its growth, 0.0% / 2030 : keeps its growth, 0.0%"

func TestPastingARowOfYears(t *testing.T) {
	for _, tc := range []struct {
		says, row string
		preview   string // begins with it
		fault     string // part of it
		want      map[int]string
	}{
		{"amounts", "30; 62; 113", "2026 30: $30.0B / 2027 62: $62.0B / 2028 113: $113.0B" + stay, "", map[int]string{2026: "$30.00B", 2027: "$62.00B", 2028: "$113.00B", 2029: "$113.00B"}},
		{"from a spreadsheet", "30\t62\t113\t184\t284", "2026 30: $30.0B / 2027 62: $62.0B / 2028 113: $113.0B / 2029 184: $184.0B / 2030 284: $284.0B", "", map[int]string{2030: "$284.00B"}},
		{"a column of a spreadsheet", "30\r\n62\r\n113\r\n", "2026 30: $30.0B / 2027 62: $62.0B", "", map[int]string{2028: "$113.00B", 2029: "$113.00B"}},
		{"whole dollars", "30000000000\t62000000000", "2026 30000000000: $30.0B", "", map[int]string{2026: "$30.00B", 2027: "$62.00B"}},
		{"percents", "50% 100%", "2026 50%: +50.0% / 2027 100%: +100.0%", "", map[int]string{2026: "$18.00B", 2027: "$36.00B", 2030: "$36.00B"}},
		{"multiples", "1.5x\t2.0x", "2026 1.5x: +50.0% / 2027 2.0x: +100.0%", "", map[int]string{2026: "$18.00B", 2027: "$36.00B"}},
		{"decimal commas", "38,5\t62", "2026 38,5: $38.5B / 2027 62: $62.0B", "", map[int]string{2026: "$38.50B"}},
		{"thousands by blanks", "$ in millions\n30 500\t62 700", "2026 30 500: $30.5B / 2027 62 700: $62.7B", "", map[int]string{2026: "$30.50B", 2027: "$62.70B"}},
		// An empty cell leaves its year as it is, wherever it stands.
		{"a hole", "30\t\t113\t184\t284", "2026 30: $30.0B / 2027 (empty): stays at $12.0B / 2028 113: $113.0B", "", map[int]string{2026: "$30.00B", 2027: "$12.00B", 2028: "$113.00B", 2029: "$184.00B"}},
		{"two holes", "30\t\t\t184", "2026 30: $30.0B / 2027 (empty): stays at $12.0B / 2028 (empty): stays at $12.0B / 2029 184: $184.0B", "", map[int]string{2026: "$30.00B", 2027: "$12.00B", 2028: "$12.00B", 2029: "$184.00B"}},
		{"a hole before them", "\t62\t113", "2026 (empty): stays at $12.0B / 2027 62: $62.0B", "", map[int]string{2026: "$12.00B", 2027: "$62.00B", 2028: "$113.00B"}},
		{"a hole by semicolons", "30;;113", "2026 30: $30.0B / 2027 (empty): stays at $12.0B", "", map[int]string{2027: "$12.00B", 2028: "$113.00B"}},
		{"a hole in a column", "30\r\n\r\n113\r\n", "2026 30: $30.0B / 2027 (empty): stays at $12.0B", "", map[int]string{2027: "$12.00B", 2028: "$113.00B"}},
		{"a hole in percents", "50%\t\t100%", "2026 50%: +50.0% / 2027 (empty): stays at 0.0% / 2028 100%: +100.0%", "", map[int]string{2026: "$18.00B", 2027: "$18.00B", 2028: "$36.00B"}},
		{"no figure in words", "30\tn/a\t113", "2026 30: $30.0B / 2027 n/a: stays at $12.0B", "", map[int]string{2027: "$12.00B", 2028: "$113.00B"}},
		{"years above", "2027\t2028\n62\t113", "2026 : stays at $12.0B / 2027 62: $62.0B / 2028 113: $113.0B", "", map[int]string{2026: "$12.00B", 2027: "$62.00B", 2028: "$113.00B"}},
		{"years before", "2026\t30\n2027\t62", "2026 30: $30.0B / 2027 62: $62.0B", "", map[int]string{2026: "$30.00B", 2027: "$62.00B"}},
		{"a year left out", "2026\t30\n2028\t113", "2026 30: $30.0B / 2027 : stays at $12.0B / 2028 113: $113.0B", "", map[int]string{2026: "$30.00B", 2027: "$12.00B", 2028: "$113.00B"}},
		{"the year it starts from", "2025\t2026\t2027\n10\t20\t40", "2025 10: $10.0B / 2026 20: $20.0B / 2027 40: $40.0B", "", map[int]string{2025: "$10.00B", 2026: "$20.00B", 2027: "$40.00B"}},
		{"a unit above", "$ in thousands\n\t2026\t2027\nRevenue\t30,000,000\t62,000,000", "2026 30,000,000: $30.0B / 2027 62,000,000: $62.0B", "", map[int]string{2026: "$30.00B", 2027: "$62.00B"}},
		{"quarters", "1Q26\t2Q26\t3Q26\t4Q26\n5\t6\t7\t12", "2026 5 + 6 + 7 + 12: $30.0B", "", map[int]string{2026: "$30.00B"}},
		{"more than there are years", "1 2 3 4 5 6", "", "6 figures", nil},
		{"nothing", " ", "", "nothing to read", nil},
		{"all empty", "n/a\t-", "", "ll cells are empty", nil},
		{"other years", "2040\t2041\n30\t62", "", "o figure is for the years 2026 to 2030", nil},
		{"both kinds", "30 50%", "", "another kind", nil},
		{"no number", "30 many", "2026 30: $30.0B / 2027 many: \"many\": this is not a number", "2027", nil},
		{"below nothing", "30 -1", "2026 30: $30.0B / 2027 -1: \"-1\" is negative", "below $0", nil},
		{"in brackets", "30\t(5.0)", "2026 30: $30.0B / 2027 (5.0): \"(5.0)\" is negative", "is negative", nil},
		{"too few quarters", "1Q26\t2Q26\n5\t6", "2026 5 + 6: Only 2 of the 4 parts of 2026 are given", "only 2 of the 4 parts", nil},
		{"two rows without years", "30\t62\n20\t25", "", "without years above or beside them", nil},
		{"a year before a row", "2026\t30\t62", "", "reads as a year", nil},
		{"more dollars than there are", "30 1e400", "2026 30: $30.0B / 2027 1e400: \"1e400\": the number is too large", "2027", nil},
		{"out of range", "30 4000", "2026 30: $30.0B / 2027 4000: $4,000B", "highest growth", nil},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := pasteOf(t, desktest.FlatCase(), tc.row)
			if got := d.Text("entry", "dialog.years"); strings.ContainsAny(got, "\t\n\r") {
				t.Errorf("offered is %q, want one line", got)
			}
			if got := d.preview(); !strings.HasPrefix(got, tc.preview) || tc.preview == "" && got != "" {
				t.Errorf("the preview is %q, want %q", got, tc.preview)
			}
			d.Tap("dialog.ok")
			if tc.fault != "" {
				d.Dialog("paste")
				d.Reads(tc.fault)
				if !desktest.SameScenario(d.Selected(), desktest.FlatCase()) || d.p.Session.UndoName() != "" {
					t.Error("the scenario has changed")
				}
				return
			}
			d.Dialog("")
			for year, want := range tc.want {
				if got := d.Selected().Revenue(0, year).Table(); got != want {
					t.Errorf("%d earns %s, want %s", year, got, want)
				}
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.FlatCase()) {
				t.Error("one undo does not lead back")
			}
		})
	}
}

func TestARowOfSeveralIsChosenNotGuessed(t *testing.T) {
	d := pasteOf(t, desktest.FlatCase(), "$ in millions\n\t2026\t2027\tCAGR\nUsers\t800\t900\t12%\nRevenue\t30,500\t62,700.5\t106%\nTotal\t\t\t\n")
	d.Reads("There are 2 rows; choose the one to take.")
	if got := d.preview(); got != "" {
		t.Errorf("before a row is chosen, the preview is %q", got)
	}
	d.Tap("dialog.ok")
	d.Dialog("paste")
	d.Choose("dialog.row", "Revenue")
	if got := d.preview(); !strings.HasPrefix(got, "2026 30,500: $30.5B / 2027 62,700.5: $62.7B / 2028 : keeps") {
		t.Errorf("the preview is %q", got)
	}
	d.Reads(`"$ in millions" says that amounts are in millions. Not taken: the column "CAGR"; the line "Total".`)
	if got := d.Text("choice", "dialog.unit"); got != "Millions" || !d.Enabled("choice", "dialog.unit") {
		t.Errorf("the unit is %q", got)
	}
	d.Choose("dialog.unit", "Billions")
	if got := d.preview(); !strings.HasPrefix(got, "2026 30,500: $30,500B") {
		t.Errorf("in billions the preview is %q", got)
	}
	d.Choose("dialog.unit", "Millions")
	d.Tap("dialog.ok")
	d.Dialog("")
	if got := d.Selected().Revenue(0, 2026); got != 30.5e9 {
		t.Errorf("2026 earns %v", float64(got))
	}
}

func TestACommaInDoubtIsAskedFor(t *testing.T) {
	d := pasteOf(t, desktest.FlatCase(), "in millions\n30,500\t62,700")
	if got := d.preview(); !strings.Contains(got, `2026 30,500: "30,500" could be 30500 or 30.500`) {
		t.Errorf("the preview is %q", got)
	}
	d.Tap("dialog.ok")
	d.Dialog("paste")
	d.Reads(`2026: "30,500" could be 30500 or 30.500`)
	d.Choose("dialog.comma", "are decimal")
	if got := d.preview(); !strings.HasPrefix(got, "2026 30,500: $30.5M") {
		t.Errorf("decimal, the preview is %q", got)
	}
	d.Choose("dialog.comma", "separate thousands")
	d.Tap("dialog.ok")
	d.Dialog("")
	if got := d.Selected().Revenue(0, 2027); got.Table() != "$62.70B" {
		t.Errorf("2027 earns %s", got.Full())
	}
	d = pasteOf(t, desktest.FlatCase(), "30\t62")
	if d.Enabled("choice", "dialog.comma") || d.Enabled("choice", "dialog.row") {
		t.Error("what there is no choice of can be chosen")
	}
}

func TestThePreviewOfARowFollowsWhatIsTyped(t *testing.T) {
	d := newSeat(t, desktest.FlatCase())
	d.Tap("stream.paste")
	d.Enter("dialog.years", "20; 25") // Enter fills
	d.Dialog("")
	d.Tap("stream.paste")
	d.Write("dialog.years", "20; nonsense")
	d.Focus("button", "dialog.ok") // leaves the field
	if got := d.Fault("dialog.years"); !strings.Contains(got, "2027") {
		t.Errorf("the field says %q", got)
	}
	if got := d.preview(); !strings.Contains(got, "2027 nonsense: \"nonsense\": this is not a number") {
		t.Errorf("the preview is %q", got)
	}
	// What was good before it is not filled in instead.
	before := d.Selected()
	d.Tap("dialog.ok")
	d.Dialog("paste")
	if !desktest.SameScenario(d.Selected(), before) {
		t.Error("another row than the one shown was filled in")
	}
}

func TestATablePastedIntoTheFieldIsRead(t *testing.T) {
	for pasted, want := range map[string]string{
		"20\n25\n30\n":                           "2026 20: $20.0B / 2027 25: $25.0B / 2028 30: $30.0B" + stay,
		"2027\t2028\n25\t30\n":                   "2026 : stays at $12.0B / 2027 25: $25.0B / 2028 30: $30.0B" + stay,
		"Revenue; own\t20\t\t30":                 "2026 20: $20.0B / 2027 (empty): stays at $12.0B / 2028 30: $30.0B" + stay,
		strings.Repeat("a title\n", 60) + "20\n": "2026 20: $20.0B / 2027 : keeps its growth, 0.0% / 2028 : keeps its growth, 0.0%" + stay, // too long for a line
	} {
		d := newSeat(t, desktest.FlatCase())
		d.Tap("stream.paste")
		d.Focus("entry", "dialog.years")
		d.App.Clipboard().SetContent(pasted)
		d.Widget("entry", "dialog.years").(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.App.Clipboard()})
		if got := d.preview(); got != want {
			t.Errorf("%.40q: the preview is %q, want %q", pasted, got, want)
		}
		d.Tap("dialog.ok")
		d.Dialog("")
		// What is typed takes its place.
		d.Tap("stream.paste")
		d.Write("dialog.years", "40")
		if got := d.preview(); !strings.HasPrefix(got, "2026 40: $40.0B") {
			t.Errorf("%.40q: what is typed after it is read as %q", pasted, got)
		}
	}
}

// Nothing the clipboard holds is laid out cell by cell: what is too much is refused.
func TestALargeClipboardIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("30\t", 20_000):         "The clipboard holds no row of years: these are 20001 cells; at most 10000 are read",
		strings.Repeat("x", 3<<20):             "these are 3 MB of text",
		strings.Repeat("30\t62\n", 4000):       "hese are 4000 rows of 2 cells without years",
		strings.Repeat("Revenue\t30\n", 4000):  "hese are 4000 rows; copy those that you need, 60 at most",
		strings.Repeat("30\n", 9000):           "9000 figures, but there are only 5 years",
		strings.Repeat("some words\n", 10_000): "is not a number",
	} {
		d := pasteOf(t, desktest.FlatCase(), text)
		d.Reads(want)
		if got := d.Text("entry", "dialog.years"); len(got) > 400 {
			t.Errorf("%.20q: %d characters are laid out", text, len(got))
		}
		d.Tap("dialog.ok")
		d.Dialog("paste")
		d.Press(fyne.KeyEscape)
	}
}

// In the prompt too it is said at once what was not pasted, and no longer than it holds.
func TestARefusedPasteIsSaidInThePrompt(t *testing.T) {
	d := pasteOf(t, desktest.FlatCase(), "20\t30")
	paste := func(text string) {
		d.App.Clipboard().SetContent(text)
		d.Widget("entry", "dialog.years").(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.App.Clipboard()})
	}
	d.Focus("entry", "dialog.years")
	before := d.preview()
	paste(strings.Repeat("30\t", 20_000))
	d.Reads("Nothing was pasted: these are 20001 cells; at most 10000 are read")
	if got := d.preview(); got != before {
		t.Errorf("the preview of what was there is %q, was %q", got, before)
	}
	paste(strings.Repeat("9", 60_000))
	d.Reads("is not a number")
	if entry := d.Widget("entry", "dialog.years").(*field.Text); entry.ErrorText() != "" || entry.PlaceHolder != "From the clipboard: a row" {
		t.Errorf("after another paste the entry says %q and %q", entry.ErrorText(), entry.PlaceHolder)
	}
}

func TestPastingRates(t *testing.T) {
	for _, tc := range []struct {
		says, text, preview, fault string
		want                       map[int]string // by year; empty as all years
	}{
		{"percents", "20%\t\t15%", "2026 20%: 20% / 2027 (empty): stays at the rate of all years, 20% / 2028 15%: 15% / 2029 : stays at the rate of all years, 20% / 2030 : stays at 10%", "", map[int]string{2026: "20%", 2027: "", 2028: "15%", 2030: "10%"}},
		{"with their years", "2027\t2030\n18\t12.5", "2026 : stays at the rate of all years, 20% / 2027 18: 18%", "", map[int]string{2026: "", 2027: "18%", 2030: "12.5%"}},
		{"out of range", "100.003%", "2026 100.003%: 100.003% is not between 0% and 100%", "100.003% is not between 0% and 100%", nil},
		{"fractions or percents", "0.2\t0.15", "2026 0.2: \"0.2\" could be 0.2% or 20%", "could be 0.2% or 20%", nil},
		{"amounts", "$20\t$15", "2026 $20: \"$20\": this is not a number", "this is not a number", nil},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.FlatCase())
			d.Tap("terms.share.ratesByYear")
			d.Write("dialog.rate.2030", "10%")
			d.App.Clipboard().SetContent(tc.text)
			d.Tap("dialog.paste")
			d.Dialog("paste")
			if got := d.preview(); !strings.HasPrefix(got, tc.preview) {
				t.Errorf("the preview is %q, want %q", got, tc.preview)
			}
			d.Tap("dialog.ok")
			if tc.fault != "" {
				d.Dialog("paste")
				d.Reads(tc.fault)
				d.Press(fyne.KeyEscape)
				d.Dialog("rates")
				return
			}
			d.Dialog("rates")
			d.Tap("dialog.ok")
			d.Dialog("")
			for year, want := range tc.want {
				got := ""
				if r, ok := d.Selected().Terms.Share.RatesByYear.Get(year); ok {
					got = r.Percent()
				}
				if got != want {
					t.Errorf("%d has %q, want %q", year, got, want)
				}
			}
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.FlatCase()) {
				t.Error("one undo does not lead back")
			}
		})
	}
}

// A hole in a stream that launches later leaves the years before its launch alone.
func TestPastingOverALaunch(t *testing.T) {
	s := desktest.FlatCase()
	s.Outlook.Streams[0].Launch, s.Outlook.Streams[0].Growth = 2028, scenario.ByYear{{Year: 2029, Rate: 0.5}, {Year: 2030, Rate: 0}}
	d := pasteOf(t, s, "2025\t2026\t2027\t2028\t2029\t2030\n\t0\t\t5\t\t7")
	if got, want := d.preview(), "2026 0: $0 / 2027 (empty): stays at $0 / 2028 5: $5.00B / 2029 (empty): stays at $18.0B / 2030 7: $7.00B"; got != want {
		t.Errorf("the preview is %q, want %q", got, want)
	}
	d.Tap("dialog.ok")
	d.Dialog("")
	for year, want := range map[int]string{2027: "$0", 2028: "$5.00B", 2029: "$18.00B", 2030: "$7.00B"} {
		if got := d.Selected().Revenue(0, year).Table(); got != want {
			t.Errorf("%d earns %s, want %s", year, got, want)
		}
	}
}
