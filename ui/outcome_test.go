package ui

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desktest"
	"headroom/ui/format"
	"headroom/ui/look"
)

// outcomeOf returns what the prompt on top says would come of its answer.
func (d *seat) outcomeOf() string {
	d.Helper()
	said := ""
	for _, part := range []string{"Cap reached: ", "There is no cap.", "cannot be reached"} {
		if text := d.SentenceWith(part); text != "" {
			said = text
		}
	}
	return said
}

func reachedDay(t *testing.T, s scenario.Scenario) string {
	t.Helper()
	total, err := scenario.Total(s)
	if err != nil {
		t.Fatal(err)
	}
	return total.Reached.Date.Medium()
}

// What is said before it is applied is what comes of it, by either way.
func TestReachingTheCapIsShownBeforeItIsApplied(t *testing.T) {
	for _, by := range []string{"Shifting all growth", "Changing the cap"} {
		for _, typed := range []string{"Dec 31, 2029", "2029-06-15", "Mar 2027"} {
			d := newSeat(t, desktest.WorkedCase())
			d.Command("Reach the cap on…")
			if by != d.Text("choice", "dialog.by") {
				d.Choose("dialog.by", by)
			}
			d.Write("dialog.date", typed)
			target, _, err := unit.ReadDate(typed)
			if err != nil {
				t.Fatal(err)
			}
			before := d.outcomeOf()
			if !strings.Contains(before, "Cap reached: "+target.Medium()+" instead of Nov 23, 2028") {
				t.Errorf("%s, %s: the prompt says %q", by, typed, before)
			}
			if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
				t.Errorf("%s, %s: something is applied before it is agreed to", by, typed)
			}
			d.Press(fyne.KeyReturn)
			d.Dialog("")
			if got := reachedDay(t, d.Selected()); got != target.Medium() {
				t.Errorf("%s, %s: reached on %s", by, typed, got)
			}
			// What was applied stays to be read.
			value := strings.TrimPrefix(before, "Solved by ")
			value = value[:strings.Index(value, ". ")]
			if by == "Changing the cap" && value != "a cap of "+d.Selected().Terms.Share.Cap.Table() {
				t.Errorf("solved by %q", value)
			}
			d.Reads(words.UpperFirst(value) + ": cap reached " + target.Medium())
		}
	}
}

func TestWhatCannotBeReachedIsSaidBeforeItIsTried(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Reach the cap on…")
	d.Write("dialog.date", "Jan 1, 2026")
	d.Reads("The cap cannot be reached on Jan 1, 2026")
	d.Reads("The nearest is ")
	d.Choose("dialog.by", "Changing the cap") // a small cap is reached on the first day
	if got := d.outcomeOf(); strings.Contains(got, "cannot") {
		t.Errorf("by another way it says %q", got)
	}
	d.Write("dialog.date", "20")
	if got := d.outcomeOf(); got != "" {
		t.Errorf("in the middle of typing it says %q", got)
	}
	d.Press(fyne.KeyEscape) // back to the day that was taken over
	if got := d.outcomeOf(); !strings.Contains(got, "Cap reached: Jan 1, 2026 instead of") {
		t.Errorf("given up, it says %q", got)
	}
}

func TestAShiftAndItsDateFollowEachOther(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Shift all growth…")
	if got := d.Text("entry", "dialog.date"); got != "Nov 23, 2028" {
		t.Errorf("the day is %q", got)
	}
	if d.Write("dialog.date", ""); d.Says("not reached") {
		t.Error("a day that is not given yet is said not to be reached")
	}
	d.Write("dialog.shift", "-10")
	later := d.Text("entry", "dialog.date")
	if got := d.outcomeOf(); !strings.Contains(got, later+" instead of Nov 23, 2028") || !strings.Contains(got, "later") {
		t.Errorf("shifted to %s, the prompt says %q", later, got)
	}
	d.Write("dialog.date", "Jan 15, 2028")
	shift, err := format.Shift().Parse(d.Text("entry", "dialog.shift"), 0)
	if err != nil || shift <= 0 {
		t.Errorf("the shift to an earlier day is %v, %v", shift, err)
	}
	d.Reads("Cap reached: Jan 15, 2028 instead of Nov 23, 2028, 313 days earlier.")
	d.Tap("dialog.ok")
	d.Dialog("")
	if got := reachedDay(t, d.Selected()); got != "Jan 15, 2028" {
		t.Errorf("reached on %s", got)
	}
	d.Reads(unit.Rate(shift).Points() + " of all growth: cap reached Jan 15, 2028")
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
		t.Error("one undo does not lead back")
	}
}

// The answer to a question must not be lost to an ellipsis beside the workspace's name.
func TestTheBarHasRoomForWhatSolved(t *testing.T) {
	for _, asked := range []string{"Shift all growth…", "Reach the cap on…"} {
		d := sitDefault(t)
		d.p.Window.Resize(fyne.NewSize(1440, 900))
		d.Relayout()
		d.Command(asked)
		d.Write("dialog.date", "Dec 31, 2029")
		d.Tap("dialog.ok")
		d.Dialog("")
		painted := false
		d.Objects(func(o fyne.CanvasObject, around []fyne.CanvasObject) {
			text, ok := o.(*canvas.Text)
			painted = painted || ok && desktest.Holds(around, d.p.bar.state) && strings.HasPrefix(text.Text, d.p.bar.lately())
		})
		if !painted || !strings.Contains(d.p.bar.lately(), " pp of all growth") {
			t.Errorf("%s %q is not painted whole", asked, d.p.bar.lately())
		}
	}
}

// What an answer leads to is in line with the labels of its fields.
func TestAnOutcomeStandsInLineWithTheFields(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Shift all growth…")
	d.Relayout()
	at := map[string]float32{}
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			at[text.Text] = fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X
		}
	})
	label := at["Shift by"]
	for text, x := range at {
		if strings.HasPrefix(text, "Cap reached: ") && x != label {
			t.Errorf("%q begins at %g, its fields' labels at %g", text, x, label)
		}
	}
	if label == 0 || d.outcomeOf() == "" {
		t.Error("the prompt or its outcome is not to be seen")
	}
}

func TestTheFieldGivenLastCounts(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Shift all growth…")
	d.Write("dialog.date", "Jan 15, 2028")
	d.Write("dialog.shift", "3")
	d.Tap("dialog.ok")
	for i, g := range d.Selected().Outlook.Streams[0].Growth {
		if want := desktest.WorkedCase().Outlook.Streams[0].Growth[i].Rate + 0.03; math.Abs(float64(g.Rate-want)) > 1e-12 {
			t.Errorf("%d grows by %v, want %v", g.Year, g.Rate, want)
		}
	}
	d = newSeat(t, desktest.WorkedCase())
	d.Command("Shift all growth…")
	d.Write("dialog.shift", "3")
	d.Write("dialog.date", "1999")
	d.Tap("dialog.ok")
	d.Dialog("shift") // a day that cannot be is not passed over for a shift
	d.Write("dialog.date", "Jan 1, 2026")
	d.Reads("cannot be reached")
	d.Tap("dialog.ok")
	d.Dialog("shift")
	d.Focus("entry", "dialog.shift")
	d.Press(fyne.KeyUp) // stepped by key it counts too
	d.Tap("dialog.ok")
	d.Dialog("")
}

func TestAShiftWithoutACapHasNoDate(t *testing.T) {
	s := desktest.WorkedCase()
	s.Terms.Share.Capped, s.Terms.Share.Cap, s.Uncertainty = false, 0, nil
	d := newSeat(t, s)
	d.Command("Shift all growth…")
	if d.Enabled("entry", "dialog.date") {
		t.Error("a day can be asked for where there is no cap")
	}
	d.Write("dialog.shift", "5")
	d.Reads("There is no cap. Paid through 2030: ")
	d.Tap("dialog.ok")
	d.Dialog("")
}

func TestRatesByYearShowWhatTheyLeadTo(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Tap("terms.share.ratesByYear")
	d.Reads("Cap reached: Nov 23, 2028, as before.")
	d.Write("dialog.rate.2027", "10%")
	said := d.outcomeOf()
	if !strings.Contains(said, "instead of Nov 23, 2028") || !strings.Contains(said, "later") {
		t.Errorf("with less due it says %q", said)
	}
	d.Write("dialog.rate.2028", "nonsense")
	if got := d.outcomeOf(); got != "" {
		t.Errorf("in the middle of typing it says %q", got)
	}
	d.Write("dialog.rate.2028", "")
	d.Tap("dialog.ok")
	d.Dialog("")
	if want := "Cap reached: " + reachedDay(t, d.Selected()); !strings.HasPrefix(said, want) {
		t.Errorf("it was said to lead to %q, and leads to %q", said, want)
	}
}

func TestAStreamShowsWhatItLeadsTo(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Tap("stream.add")
	d.Pick("Hardware")
	if launch, base := d.Text("entry", "dialog.launch"), d.Text("entry", "dialog.base"); launch != "2027" || base != "$1.30B" {
		t.Errorf("offered are %s and %s", launch, base)
	}
	d.Reads("in 2027, when it launches")
	early := d.outcomeOf()
	if !strings.Contains(early, "earlier") {
		t.Errorf("more revenue leads to %q", early)
	}
	d.Write("dialog.launch", "2028")
	d.Reads("in 2028, when it launches")
	if got := d.outcomeOf(); got == early || !strings.Contains(got, "Cap reached: ") {
		t.Errorf("launched later it says %q", got)
	}
	d.Write("dialog.base", "5")
	said := d.outcomeOf()
	d.Tap("dialog.ok")
	d.Dialog("")
	s := d.Selected()
	if want := "Cap reached: " + reachedDay(t, s) + " instead of Nov 23, 2028"; !strings.HasPrefix(said, want) {
		t.Errorf("it was said to lead to %q, and leads to %q", said, want)
	}
	st := s.Outlook.Streams[2]
	if st.Launch != 2028 || st.Base != 5e9 || s.Revenue(2, 2027) != 0 {
		t.Errorf("added is %+v", st)
	}
	// It grows in the years after its launch as it would have after the template's.
	if grown, _ := st.Growth.Get(2029); math.Abs(float64(grown)-(5.9/1.3-1)) > 1e-9 {
		t.Errorf("the year after its launch it grows by %v", grown)
	}
	// When it launches stands in the form, and can be changed there.
	if got := d.Text("entry", "outlook.streams[2].launch"); got != "2028" {
		t.Errorf("the form has it launched in %s", got)
	}
	d.Enter("outlook.streams[2].launch", "2029")
	if got := d.Selected().Outlook.Streams[2].Launch; got != 2029 {
		t.Errorf("launched in %d", got)
	}
	d.Agree()
	d.Enter("outlook.streams[2].launch", "2025")
	if got := d.Fault("outlook.streams[2].launch"); got == "" {
		t.Error("a launch before the first year is taken")
	}
	d.Enter("outlook.streams[2].launch", "")
	if got := d.Selected().Outlook.Streams[2].Launch; got != 0 || d.Find("entry", "outlook.streams[2].launch") != nil {
		t.Errorf("emptied, it launches in %d", got)
	}
	d.Agree()
}

func TestALaunchBeforeTheFirstYearIsRefused(t *testing.T) {
	for _, pick := range []string{"Hardware", "Blank stream", "Azure resale", "Other clouds, on top"} {
		d := newSeat(t, desktest.WorkedCase())
		d.Tap("stream.add")
		d.Pick(pick)
		d.Write("dialog.launch", "2025")
		d.Tap("dialog.ok")
		d.Dialog("add-stream")
		if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
			t.Errorf("%s: the scenario has changed", pick)
		}
	}
}

// What is worked out aside does not hold up typing, and only the newest is shown.
func TestAnOutcomeIsTheNewest(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	var aside []func()
	d.p.Live.Go = func(work func()) { aside = append(aside, work) }
	d.Command("Shift all growth…")
	d.Write("dialog.shift", "1")
	d.Write("dialog.shift", "2")
	if got := d.outcomeOf(); got != "" {
		t.Errorf("before anything is worked out it says %q", got)
	}
	for len(aside) > 0 {
		work := aside[0]
		aside = aside[1:]
		work()
	}
	want := desktest.WorkedCase()
	for i := range want.Outlook.Streams {
		want.Outlook.Streams[i].Growth = append(scenario.ByYear(nil), want.Outlook.Streams[i].Growth...)
		for j := range want.Outlook.Streams[i].Growth {
			want.Outlook.Streams[i].Growth[j].Rate += 0.02
		}
	}
	if got := d.outcomeOf(); !strings.HasPrefix(got, "Cap reached: "+reachedDay(t, want)) {
		t.Errorf("it says %q, want what a shift of 2 points leads to, %s", got, reachedDay(t, want))
	}
}

// What is pasted is answered for like all else that is asked: with the date before and
// after it, in one line with the field above, and below the preview alone.
func TestPastingYearsShowsWhatItWouldLeadTo(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.App.Clipboard().SetContent("40; 90; 150")
	d.Tap("stream.paste")
	said := d.outcomeOf()
	if !strings.Contains(said, " instead of Nov 23, 2028") {
		t.Errorf("the prompt says %q", said)
	}
	d.Press(fyne.KeyReturn)
	d.Dialog("")
	if want := "Cap reached: " + reachedDay(t, d.Selected()); !strings.HasPrefix(said, want) {
		t.Errorf("it said %q, and what came of it is %s", said, want)
	}
}

func TestARefusalDoesNotStandBelowAnEmptyRoom(t *testing.T) {
	blanks := func(d *seat) (count int) {
		d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
			switch o := o.(type) {
			case *widget.Label:
				if o.Text == "" {
					count++
				}
			case *look.Paragraph:
				if o.Content() == "" {
					count++
				}
			}
		})
		return count
	}
	for _, c := range []struct {
		name        string
		show        func(d *seat)
		field, good string
	}{
		{"shift", func(d *seat) { d.Command("Shift all growth…") }, "dialog.shift", "5"},
		{"reach", func(d *seat) { d.Command("Reach the cap on…") }, "dialog.date", "Dec 31, 2029"},
		{"rates", func(d *seat) { d.Tap("terms.share.ratesByYear") }, "dialog.rate.2027", "10%"},
		{"stream", func(d *seat) { d.Tap("stream.edit") }, "dialog.base", "5"},
		{"paste", func(d *seat) { d.Tap("stream.paste") }, "dialog.years", "40; 90; 150"},
	} {
		d := newSeat(t, desktest.WorkedCase())
		before := blanks(d)
		c.show(d)
		d.Write(c.field, "nonsense")
		d.Tap("dialog.ok")
		d.Dialog(c.name)
		if got := blanks(d); got != before {
			t.Errorf("%s: refused, it has %d rooms for words that are not there", c.name, got-before)
		}
		d.Write(c.field, c.good)
		if got := d.outcomeOf(); !strings.Contains(got, "Nov 23, 2028") {
			t.Errorf("%s: mended, it says %q", c.name, got)
		}
	}
}
