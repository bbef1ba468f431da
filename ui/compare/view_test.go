package compare_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/look"
)

// rows returns the rows of the table of a comparison, by their names.
func (d *seat) rows() map[string][]string {
	d.Helper()
	rows := map[string][]string{}
	for line := range strings.Lines(d.Text("table", "table")) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		rows[cells[0]] = cells[1:]
	}
	return rows
}

func (d *seat) hasRows(want map[string][]string) {
	d.Helper()
	rows := d.rows()
	for name, cells := range want {
		if !slices.Equal(rows[name], cells) {
			d.Errorf("the table says of %q %q, want %q", name, rows[name], cells)
		}
	}
}

func TestAComparisonTellsDifferences(t *testing.T) {
	// Worth of n payments of $0.2B at the end of each month, at 10% a year.
	worth := func(n int) unit.Amount {
		sum := 0.0
		for month := 1; month <= n; month++ {
			sum += 0.2e9 / math.Pow(1.1, float64(month)/12)
		}
		return unit.Amount(sum)
	}
	loss := worth(25) - worth(60)
	value := []string{worth(25).Table(), loss.Delta(), fmt.Sprintf("−%.0f%%", -100*float64(loss/worth(60)))}
	d := comparing(t, desktest.FlatCase(), desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	d.Reads("How do these three differ?")
	d.hasRows(map[string][]string{
		"Result":               {"Flat case", "Flat under $5.0B", "Difference", "in %", "Flat under $7.0B", "Difference", "in %"},
		"Cap reached":          {"no cap", "Jan 31, 2028", "", "", "Nov 30, 2028", "", ""},
		"Cap used":             {"–", "100%", "", "", "100%", "", ""},
		"Paid through 2030":    {"$12.00B", "$5.00B", "−$7.00B", "−58%", "$7.00B", "−$5.00B", "−42%"},
		"Share before the cap": {"$12.00B", "$12.00B", "", "", "$12.00B", "", ""},
		"Saved by the cap":     {"$0", "$7.00B", "+$7.00B", "new", "$5.00B", "+$5.00B", "new"},
		"Net to Microsoft":     {"$12.00B", "$5.00B", "−$7.00B", "−58%", "$7.00B", "−$5.00B", "−42%"},
		"Effective rate":       {"20%", "8.33%", "−11.7 pp", "", "11.67%", "−8.3 pp", ""},
		"Paid in 2027":         {"$2.40B", "$2.40B", "", "", "$2.40B", "", ""},
		"Paid in 2028":         {"$2.40B", "$0.20B", "−$2.20B", "−92%", "$2.20B", "−$0.20B", "−8%"},
		"Paid in 2030":         {"$2.40B", "$0", "−$2.40B", "−100%", "$0", "−$2.40B", "−100%"},
	})
	if got := d.rows()["Present value paid"][1:4]; !slices.Equal(got, value) {
		t.Errorf("present value %q, want %q", got, value)
	}
	if _, twice := d.rows()["Inputs that differ"]; twice {
		t.Error("the inputs that differ are among the results too")
	}
	// Counted from another: from January 31 to November 30, 2028 are 304 days.
	d.Choose("compare.reference", "Flat under $5.0B")
	d.hasRows(map[string][]string{
		"Cap reached":       {"no cap", "", "", "Jan 31, 2028", "Nov 30, 2028", "+304 days", ""},
		"Paid through 2030": {"$12.00B", "+$7.00B", "+140%", "$5.00B", "$7.00B", "+$2.00B", "+40%"},
	})
	d.Choose("compare.reference", "Flat under $7.0B")
	d.hasRows(map[string][]string{"Cap reached": {"no cap", "", "", "Jan 31, 2028", "−304 days", "", "Nov 30, 2028"}})
	if d.P.Session.Dirty() {
		t.Error("another reference is to be saved")
	}
}

func TestComparisonsStandOnTheSameAxes(t *testing.T) {
	long := desktest.Called(desktest.FlatCase(), "long", "Flat to 2032")
	long.LastYear, long.Terms.Share.Through = 2032, desktest.InMonth("2032-12")
	for year := 2031; year <= 2032; year++ {
		long.Outlook.Streams[0].Growth = long.Outlook.Streams[0].Growth.With(year, 0)
	}
	d := comparing(t, desktest.WorkedCase(), desktest.FlatUnder("five", 5e9), long)
	d.hasRows(map[string][]string{
		"Paid in all":  {"$38.00B", "$5.00B", "−$33.00B", "−87%", "$16.80B", "−$21.20B", "−56%"},
		"Paid in 2031": {"–", "–", "", "", "$2.40B", "", ""},
	})
	for _, axis := range []string{"chart.axis.due", "chart.axis.cap"} {
		d.Tap(axis)
		d.Draw()
		first := d.v.Charts()[0].Frame
		for _, chart := range d.v.Charts()[:3] {
			if f := chart.Frame; f.Top != first.Top || f.From != desktest.InMonth("2026-01") || f.Through != desktest.InMonth("2032-12") {
				t.Errorf("%s: the axes go to %v and from %s to %s, the first's to %v", axis, f.Top, f.From, f.Through, first.Top)
			}
		}
		if axis == "chart.axis.due" && first.Top < 134.6e9 || axis == "chart.axis.cap" && first.Top < 38e9 {
			t.Errorf("%s: the axis ends at %v", axis, first.Top)
		}
	}
	if in := d.P.Inspect(); in.Drawn != in.Revision || in.View != "compare" {
		t.Errorf("revision %d, drawn %d of %s", in.Revision, in.Drawn, in.View)
	}
}

func TestTwoToFourAreCompared(t *testing.T) {
	var cases []scenario.Scenario
	for i, id := range []string{"a", "b", "c", "d"} {
		cases = append(cases, desktest.Called(desktest.FlatUnder(id, unit.Amount(i+3)*1e9), id, "Case "+id))
	}
	d := newSeat(t, cases...)
	d.Tap("view.compare")
	for n, want := range []string{"", "", "How do these two differ?", "How do these three differ?", "How do these four differ?"} {
		if n > 0 {
			d.Tap("scenario." + cases[n-1].ID + ".tick")
		}
		d.Relayout()
		d.Draw()
		charts := 0
		for _, w := range d.P.Inspect().Widgets {
			if w.Kind == "chart" {
				charts++
			}
		}
		if n < 2 {
			d.Reads("Tick two to four scenarios")
			n = 0
		} else {
			d.Reads(want)
		}
		if charts != n {
			t.Errorf("%d charts are shown, want %d", charts, n)
		}
	}
	// A scenario deleted is compared no more; undo brings it back.
	d.Tap("scenario.a")
	d.Tap("scenario.delete")
	d.Reads("How do these three differ?")
	d.Command("Undo")
	d.Reads("How do these four differ?")
}

func TestInputsThatDifferAreEditedInPlace(t *testing.T) {
	five, seven := desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9)
	seven.Terms.Share.Rate = 0.25
	seven.Terms.Share.EndsAtAGI = true
	seven.Terms.Share.Through = desktest.InMonth("2029-12")
	seven.Outlook.Shape = scenario.ShapeEven
	seven.Outlook.Streams[0].Growth = seven.Outlook.Streams[0].Growth.With(2027, 0.5)
	for _, tc := range []struct {
		says string
		path string // within the second scenario
		do   func(d *seat, name string)
		want func(s scenario.Scenario) bool
	}{
		{"an amount", "terms.share.cap", func(d *seat, name string) { d.Enter(name, "6") }, func(s scenario.Scenario) bool { return s.Terms.Share.Cap == 6e9 }},
		{"a rate", "terms.share.rate", func(d *seat, name string) { d.Enter(name, "30%") }, func(s scenario.Scenario) bool { return s.Terms.Share.Rate == 0.3 }},
		{"a growth", "outlook.streams[0].growth.2027", func(d *seat, name string) { d.Enter(name, "10%") }, func(s scenario.Scenario) bool {
			growth, _ := s.Outlook.Streams[0].Growth.Get(2027)
			return growth == 0.1
		}},
		{"a month", "terms.share.through", func(d *seat, name string) { d.Enter(name, "2028-06") }, func(s scenario.Scenario) bool { return s.Terms.Share.Through == desktest.InMonth("2028-06") }},
		{"a word", "outlook.shape", func(d *seat, name string) { d.Choose(name, "grows month by month") }, func(s scenario.Scenario) bool { return s.Outlook.Shape == scenario.ShapeRamp }},
		{"a box", "terms.share.endsAtAGI", func(d *seat, name string) { d.Tap(name) }, func(s scenario.Scenario) bool { return !s.Terms.Share.EndsAtAGI }},
		{"the reference's cap", "terms.share.cap", func(d *seat, name string) { d.Tap(name + ".copy") }, func(s scenario.Scenario) bool { return s.Terms.Share.Cap == 5e9 }},
		{"the reference's growth", "outlook.streams[0].growth.2027", func(d *seat, name string) { d.Tap(name + ".copy") }, func(s scenario.Scenario) bool {
			growth, _ := s.Outlook.Streams[0].Growth.Get(2027)
			return growth == 0
		}},
		{"the reference's month", "terms.share.through", func(d *seat, name string) { d.Tap(name + ".copy") }, func(s scenario.Scenario) bool { return s.Terms.Share.Through == desktest.InMonth("2030-12") }},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := comparing(t, five, seven)
			d.Reads("inputs differ; all others are alike.")
			name := "compare.seven." + tc.path
			tc.do(d, name)
			s, _ := d.P.Session.Scenario("seven")
			if !tc.want(s) {
				t.Errorf("the scenario has %+v", s.Terms.Share)
			}
			p, err := scenario.Project(s)
			if err != nil {
				t.Fatal(err)
			}
			d.Relayout()
			d.Draw()
			if got := d.rows()["Paid through 2030"][1]; !strings.HasPrefix(got, p.Total.Paid.Table()) {
				t.Errorf("the table says %s is paid, want %s", got, p.Total.Paid.Table())
			}
			if in := d.P.Inspect(); in.Drawn != in.Revision || in.Selected != "five" {
				t.Errorf("drawn %d of %d, %s selected", in.Drawn, in.Revision, in.Selected)
			}
			d.P.Window.Canvas().Unfocus()
			d.Command("Undo")
			if s, _ := d.P.Session.Scenario("seven"); !desktest.SameScenario(s, seven) || d.P.Session.UndoName() != "" {
				t.Error("one undo does not lead back")
			}
		})
	}
}

func TestARowStaysWhereItNoLongerDiffers(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	d.Reads("1 input differs; all others are alike.")
	d.Tap("compare.seven.terms.share.cap.copy")
	d.Reads("All inputs are alike.")
	if d.Enabled("button", "compare.seven.terms.share.cap.copy") {
		t.Error("what is the same is offered to be taken over")
	}
	d.Enter("compare.seven.terms.share.cap", "8") // and can be typed into again
	if !d.Enabled("button", "compare.seven.terms.share.cap.copy") {
		t.Error("what differs again cannot be taken over")
	}
	d.Reads("1 input differs; all others are alike.")
	d.Enter("compare.seven.terms.share.cap", "none of it")
	if d.Fault("compare.seven.terms.share.cap") == "" || d.Text("entry", "compare.seven.terms.share.cap") != "none of it" {
		t.Error("a bad entry is not kept and marked")
	}
	if s, _ := d.P.Session.Scenario("seven"); s.Terms.Share.Cap != 8e9 {
		t.Errorf("the cap is %v, want the last good one", s.Terms.Share.Cap)
	}
}

func TestNoCapIsGivenAndTakenInPlace(t *testing.T) {
	d := comparing(t, desktest.FlatCase(), desktest.FlatUnder("five", 5e9))
	d.Tap("compare.five.terms.share.cap.copy")
	if s, _ := d.P.Session.Scenario("five"); s.Terms.Share.Capped {
		t.Error("taking over no cap leaves one")
	}
	d.Enter("compare.flat.terms.share.cap", "9")
	if s, _ := d.P.Session.Scenario("flat"); s.Terms.Share.Cap != 9e9 {
		t.Errorf("the cap is %v", s.Terms.Share.Cap)
	}
	d.Enter("compare.flat.terms.share.cap", "no cap")
	if s, _ := d.P.Session.Scenario("flat"); s.Terms.Share.Capped {
		t.Error("the cap is still there")
	}
}

func TestAmendedAgainstPriorIsOneClick(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Amended against prior terms")
	if d.Screen().View != "compare" || d.P.Session.Len() != 2 {
		t.Fatalf("%s is shown, of %d scenarios", d.Screen().View, d.P.Session.Len())
	}
	d.Relayout()
	d.Draw()
	rows := d.rows()
	// The prior terms have no cap: all $134.6B are paid.
	if got := rows["Paid through 2030"]; !slices.Equal(got, []string{"$38.00B", "$134.60B", "+$96.60B", "+254%"}) {
		t.Errorf("paid are %q", got)
	}
	// Once more adds nothing.
	d.Command("Amended against prior terms")
	if d.P.Session.Len() != 2 {
		t.Errorf("%d scenarios, want the two that were added before", d.P.Session.Len())
	}
}

// What was changed of terms is what the others are held against.
func TestChangedTermsAreHeldAgainstTheOthers(t *testing.T) {
	for i, want := range map[int][]string{1: {"$45.00B", "$134.60B", "+$89.60B"}, 4: {"$45.00B", "+$7.00B", "+18%", "$38.00B"}} {
		s := preset.Default().Scenarios[i] // the outlook of February, amended and prior
		s.Terms.Share.Capped, s.Terms.Share.Cap = true, 45e9
		s.Uncertainty = nil
		d := newSeat(t, s)
		d.Command("Amended against prior terms")
		d.Relayout()
		d.Draw()
		if got := d.rows()["Paid through 2030"]; !slices.Equal(got[:len(want)], want) {
			t.Errorf("%s with a cap of $45B: paid are %q, want %q", s.Name, got, want)
		}
	}
}

// What is held against the prior terms is the scenario that is selected, also where its
// terms are none that were shipped.
func TestTermsOfOnesOwnAreHeldAgainstThePriorOnes(t *testing.T) {
	d := newSeat(t, desktest.FlatUnder("five", 5e9))
	d.Command("Amended against prior terms")
	view := d.P.Session.View()
	if d.P.Session.Len() != 2 || len(view.Compared) != 2 || view.Compared[0] != "five" {
		t.Fatalf("compared are %q, of %d scenarios", view.Compared, d.P.Session.Len())
	}
	before, _ := preset.Amendment()
	if s, _ := d.P.Session.Scenario(view.Compared[1]); !s.Terms.Same(before.Terms) {
		t.Errorf("it is held against %q", s.Name)
	}
}

func TestTheCrosshairStandsInAllChartsCompared(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	chart := d.v.Charts()[0]
	at := fyne.NewPos(float32(chart.Frame.X(desktest.InMonth("2029-03"), 0.5)), float32(chart.Frame.Plot.Bottom-5))
	chart.View.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	for _, chart := range d.v.Charts()[:2] {
		if chart.Month != desktest.InMonth("2029-03") || !desktest.OverlayShows(chart.View) {
			t.Errorf("a chart explains %s", chart.Month)
		}
	}
	chart.View.MouseOut()
	for _, chart := range d.v.Charts()[:2] {
		if desktest.OverlayShows(chart.View) {
			t.Error("a crosshair stays")
		}
	}
}

// What does not apply looks as if nothing were chosen, and comes back as it was.
func TestChoicesThatDoNotApplyAreNotSelected(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	holds := func(says string, want ...string) {
		t.Helper()
		var selected []string
		for _, buttons := range [][]*look.Button{d.v.KindButtons(), d.v.AxisButtons()} {
			for _, b := range buttons {
				if b.Selected() {
					selected = append(selected, b.Name)
				}
				if chosen := slices.ContainsFunc(want, func(name string) bool { return name[:10] == b.Name[:10] }); b.Disabled() == chosen {
					t.Errorf("%s: %s can be pressed: %v", says, b.Name, !b.Disabled())
				}
			}
		}
		if !slices.Equal(selected, want) {
			t.Errorf("%s: %q look selected, want %q", says, selected, want)
		}
	}
	holds("at first", "chart.kind.cumulative", "chart.axis.due")
	d.Tap("chart.axis.cap")
	d.Tap("compare.bridge")
	holds("a bridge")
	d.Choose("bridge.result", "Saved by the cap") // shows the view again
	holds("another bridge")
	d.Tap("compare.overlay")
	holds("back in one plot", "chart.kind.cumulative", "chart.axis.cap")
	d.Tap("chart.kind.years")
	holds("by year", "chart.kind.years")
	d.Tap("compare.bridge")
	d.Tap("compare.side")
	holds("by year, side by side", "chart.kind.years")
	d.Tap("chart.kind.cumulative")
	holds("cumulative again", "chart.kind.cumulative", "chart.axis.cap")
}

// From February's plan to half its rate under a cap of $80B: by either order of the
// two, the rate accounts for ((38-38) + (67.3-80)) / 2 and the cap for the rest of
// 67.3 - 38.
func TestTheTableOfABridgeSaysWhatPartEachInputHas(t *testing.T) {
	from, to := desktest.Shipped(t, "february-2026"), desktest.Shipped(t, "february-2026")
	to.ID, to.Name, to.Terms.Share.Rate, to.Terms.Share.Cap = "half", "Half the rate", 0.1, 80e9
	to.Uncertainty = nil
	d := comparing(t, from, to)
	d.Tap("compare.bridge")
	d.Tap("bridge.copy")
	want := strings.Join([]string{
		"Input\tPaid: difference (USD)\tPaid: difference (%)\tPaid (USD)\tShare before the cap (USD)\tAbsorbed by the cap (USD)",
		"February 2026 plan\t\t\t38000000000\t134600000000\t",
		"Share rate\t-6350000000\t-21.67%\t31650000000\t-67300000000\t-60950000000",
		"Cap\t35650000000\t121.67%\t67300000000\t0\t-35650000000",
		"Half the rate\t\t\t67300000000\t67300000000\t",
	}, "\n") + "\n"
	if got := d.App.Clipboard().Content(); got != want {
		t.Errorf("copied is\n%s\nwant\n%s", got, want)
	}
	d.Choose("bridge.result", "Net to Microsoft")
	if head := strings.SplitN(d.Text("table", "bridge.table"), "\n", 2)[0]; head != "Input\tDifference\tin %\tNet to Microsoft" {
		t.Errorf("of what has no cap of its own the columns are %q", head)
	}
}

// Up to the cap the charts go by those that have one; where none has, there is
// nothing to choose.
func TestTheAxisUpToTheCapIsOfferedWhereThereIsOne(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("five", 5e9), desktest.FlatCase())
	d.Tap("chart.axis.cap")
	d.Draw()
	for _, chart := range d.v.Charts()[:2] {
		if top := chart.Frame.Top; math.Abs(float64(top)-1.3*5e9) > 1 {
			t.Errorf("with one cap of $5B an axis goes to %s", top.Table())
		}
	}
	d = comparing(t, desktest.Called(desktest.FlatCase(), "one", "One"), desktest.Called(desktest.FlatCase(), "two", "Two"))
	for _, b := range d.v.AxisButtons() {
		if !b.Disabled() {
			t.Errorf("without a cap %s can be pressed", b.Name)
		}
	}
}

// In a large window the letters of charts stay as large as those beside them.
func TestChartsInAWindowKeepTheirLetters(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	d.Tap("compare.bridge")
	for _, c := range []*desk.Chart{d.v.Charts()[0], d.v.Overlay(), d.v.BridgeChart()} {
		if c.Draw(2200, 1200, fyne.NewSize(2200, 1200)) == nil || !c.Shown.Steady {
			t.Errorf("%s grows with the window", c.View.Name)
		}
	}
}

// The picture of a comparison is titled by what differs, each name once.
func TestAComparisonsPictureSaysWhatDiffers(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("five", 5e9), desktest.FlatUnder("seven", 7e9))
	pic, _ := d.v.Picture()
	for _, says := range []string{"Flat under $5.0B against Flat under $7.0B: ", "pays $2.0B less, and reaches its cap"} {
		if strings.Count(pic.Title, says) != 1 {
			t.Errorf("the title is %q, want %q in it", pic.Title, says)
		}
	}
	if strings.Contains(strings.ToLower(pic.Title), "the cap saves") || strings.Count(pic.Title, "Flat under $7.0B") != 1 {
		t.Errorf("the title is %q, though both have a cap", pic.Title)
	}
}
