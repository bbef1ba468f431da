package ui

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

func TestTheFieldOfAYearSaysWhereARowGoes(t *testing.T) {
	for _, field := range []string{"outlook.streams[0].growth.2027", "outlook.streams[0].revenue.2027"} {
		for _, pasted := range []string{"20\t25\t30", "20\n250\n300\n", "20\r\n25\r\n", "20; 25"} {
			d := newSeat(t, desktest.FlatCase())
			d.Focus("entry", field)
			d.App.Clipboard().SetContent(pasted)
			d.Widget("entry", field).(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.App.Clipboard()})
			d.Press(fyne.KeyReturn)
			if got := d.Fault(field); !strings.Contains(got, `"Paste…"`) {
				t.Errorf("%s says %q", field, got)
			}
			if !desktest.SameScenario(d.Selected(), desktest.FlatCase()) {
				t.Errorf("%s takes something of the row", field)
			}
		}
	}
}

func TestRatesByYear(t *testing.T) {
	d := newSeat(t, desktest.FlatCase())
	d.Tap("terms.share.ratesByYear")
	d.Dialog("rates")
	d.Write("dialog.rate.2027", "10%")
	d.Write("dialog.rate.2030", "0")
	d.Tap("dialog.ok")
	d.Dialog("")
	// 20% of $12B in three years, 10% and nothing in the others.
	p := d.p.Book.Projection(d.Selected())
	for i, want := range []string{"$2.40B", "$1.20B", "$2.40B", "$2.40B", "$0"} {
		if got := p.Years[i].Paid.Table(); got != want {
			t.Errorf("%d pays %s, want %s", 2026+i, got, want)
		}
	}
	if got := d.p.Session.UndoName(); got != "set share rates by year" {
		t.Errorf("undo is %q", got)
	}
	d.Agree()
	d.Tap("terms.share.ratesByYear")
	if got := d.Text("entry", "dialog.rate.2027"); got != "10%" {
		t.Errorf("the rate of 2027 is shown as %q", got)
	}
	d.Write("dialog.rate.2027", "")
	d.Tap("dialog.ok")
	if _, given := d.Selected().Terms.Share.RatesByYear.Get(2027); given {
		t.Error("a rate emptied is still given")
	}
	d.Tap("terms.share.ratesByYear")
	d.Write("dialog.rate.2026", "200%")
	d.Tap("dialog.ok")
	d.Dialog("rates")
	d.Reads("200% is not between 0% and 100%")
	d.Command("Undo") // not behind the prompt
	if _, given := d.Selected().Terms.Share.RatesByYear.Get(2027); given {
		t.Error("a command reaches behind the prompt")
	}
	d.Tap("dialog.cancel")
	d.Command("Undo")
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), desktest.FlatCase()) {
		t.Error("undo does not lead back")
	}
}

func TestShiftingAllGrowth(t *testing.T) {
	for _, tc := range []struct {
		types string
		fault string
		want  unit.Rate
	}{
		{"5", "", 0.05},
		{"+5 pp", "", 0.05},
		{"-3pp", "", -0.03},
		{"1000", "", 10},
		{"1001", "between", 0},
		{"-100", "growth", 0}, // would leave nothing
		{"some", "some", 0},
	} {
		t.Run(tc.types, func(t *testing.T) {
			d := newSeat(t, desktest.TwoStreams())
			d.Tap("stream.shift")
			d.Dialog("shift")
			d.Write("dialog.shift", tc.types)
			d.Tap("dialog.ok")
			if tc.fault != "" {
				d.Dialog("shift")
				if got := d.p.Prompts.All[0].Fault.Content(); got == "" {
					t.Error("nothing says why not")
				}
				if !desktest.SameScenario(d.Selected(), desktest.TwoStreams()) {
					t.Error("the scenario has changed")
				}
				return
			}
			d.Dialog("")
			for i, st := range d.Selected().Outlook.Streams {
				for _, g := range st.Growth {
					if g.Rate != tc.want {
						t.Errorf("stream %d grows by %v in %d, want %v", i, g.Rate, g.Year, tc.want)
					}
				}
			}
			if want := "shift all growth by " + tc.want.Points(); d.p.Session.UndoName() != want {
				t.Errorf("undo is %q, want %q", d.p.Session.UndoName(), want)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.TwoStreams()) {
				t.Error("undo does not lead back")
			}
		})
	}
}

// 6, 12.4, 22.6 and 36.8 are due by the end of 2029, which the cap line snaps to.
func TestTheCapOfAYearsEndIsWhatIsDueByThen(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Reach the cap on…")
	d.Choose("dialog.by", "Changing the cap")
	d.Write("dialog.date", "Dec 2029")
	d.Press(fyne.KeyReturn)
	if got := float64(d.Selected().Terms.Share.Cap); math.Abs(got-77.8e9) > 0.01 {
		t.Errorf("the cap is %v, want 77.8 billion", got)
	}
}

func TestReachingTheCapOnADate(t *testing.T) {
	for _, tc := range []struct {
		says, date, by string
		fault          string
		reached        string
	}{
		{"a month", "Dec 2029", "Changing the cap", "", "2029-12-31"},
		{"a year", "2028", "Changing the cap", "", "2028-12-31"},
		{"by the cap", "2027-12-31", "Changing the cap", "", "2027-12-31"},
		{"as the screen shows it", "Dec 31, 2029", "Changing the cap", "", "2029-12-31"},
		{"as Americans write it", "12/31/2029", "Changing the cap", "", "2029-12-31"},
		{"as Europeans write it", "31 Dec 2029", "Changing the cap", "", "2029-12-31"},
		{"in words", "end of 2029", "Changing the cap", "", "2029-12-31"},
		{"a quarter", "Q2 2029", "Changing the cap", "", "2029-06-30"},
		{"month or day first", "5/6/2029", "Changing the cap", "", "2029-05-06"},
		{"by growth", "2029-06-15", "Shifting all growth", "", "2029-06-15"},
		{"no date", "when it is due", "Changing the cap", "is not a day, such as Dec 31, 2029", ""},
		{"a day of no year here", "2150-05-05", "Changing the cap", "\"2150-05-05\" is not a day of the years 2000 to 2100", ""},
		{"nor as the screen shows it", "May 5, 1999", "Changing the cap", "\"May 5, 1999\" is not a day of the years 2000 to 2100", ""},
		{"a day that is none", "2029-02-29", "Changing the cap", "February 2029 has 28 days", ""},
		{"too early for any growth", "2026-01-01", "Shifting all growth", "cannot be reached on Jan 1, 2026", ""},
		{"after the horizon", "2031-01-01", "Changing the cap", "cannot be reached on Jan 1, 2031", ""},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Command("Reach the cap on…")
			d.Dialog("reach")
			if got := d.Text("entry", "dialog.date"); got != "Nov 23, 2028" {
				t.Errorf("offered is %q, want the day it is reached now", got)
			}
			if tc.by != d.Text("choice", "dialog.by") {
				d.Choose("dialog.by", tc.by)
			}
			d.Write("dialog.date", tc.date)
			if said := d.Says("5/6/2029 is taken for May 6, 2029, not for Jun 5, 2029"); said != (tc.date == "5/6/2029") {
				t.Errorf("that another day could be meant is said: %v", said)
			}
			d.Press(fyne.KeyReturn)
			if tc.fault != "" {
				d.Dialog("reach")
				d.Reads(tc.fault)
				if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
					t.Error("the scenario has changed")
				}
				return
			}
			d.Dialog("")
			if got := d.p.Book.Projection(d.Selected()).Total.Reached.String(); got != tc.reached {
				t.Errorf("the cap is reached on %s, want %s", got, tc.reached)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
				t.Error("one undo does not lead back")
			}
		})
	}
}
