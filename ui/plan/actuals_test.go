package plan_test

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/plan"
)

// actual names the field of a period of the first stream.
func actual(period string) string { return "outlook.streams[0].actuals." + period }

// known writes the actuals of a stream as "2026-Q1 5.7B 2026-Q2 6.7B".
func (d *seat) known(stream int) string {
	var words []string
	for _, a := range d.Selected().Outlook.Streams[stream].Actuals {
		words = append(words, a.Period.String()+" "+unit.Amount(a.Amount).Full())
	}
	return strings.Join(words, " ")
}

// With the worked case's first half known, each rule says when the cap is reached and
// what the year comes to, as the model has them.
func TestANewcomerEntersTwoQuartersAndSeesEachRule(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Reads("nothing is actual yet")
	for _, none := range []string{"result.pace", "table.against", "actuals.rule.pace", "actuals.next"} {
		if d.Find("button", none) != nil {
			t.Errorf("with nothing actual there is %s", none)
		}
	}
	d.Tap("actuals.enter")
	for _, q := range []struct{ period, typed string }{{"2026-Q1", "5.7"}, {"2026-Q2", "6.7"}} {
		if w := d.Widget("entry", actual(q.period)); !w.Inspect().Focused {
			t.Errorf("the focus is not on %s", q.period)
		}
		d.Write(actual(q.period), q.typed)
		d.Press(fyne.KeyReturn)
		if got := d.Text("button", actual(q.period)+".source"); got != "yours" {
			t.Errorf("beside what was entered for %s stands %q, want that it is yours", q.period, got)
		}
		d.Tap("actuals.next")
	}
	for rule, want := range map[string]string{
		"keep-year":   "Keep the year's plan: Nov 23, 2028, 2026 $30.0B, chosen",
		"keep-months": "Keep the planned months: Nov 22, 2028, 2026 $30.5B",
		"rescale":     "Go on at the same ratio to plan: Nov 5, 2028, 2026 $31.2B",
		"pace":        "Hold the pace: not by 2030, 2026 $25.8B",
	} {
		if got := d.Text("button", "actuals.rule."+rule); got != want {
			t.Errorf("%s says %q, want %q", rule, got, want)
		}
	}
	if got, want := d.Text("button", "result.pace"), "Needs $39.5B a year from Jul 2026 to reach the cap by 2030, now $26.8B"; got != want {
		t.Errorf("the pace says %q, want %q", got, want)
	}
	tip := d.Widget("button", "result.pace").(interface{ Tooltip() string }).Tooltip()
	for _, want := range []string{"By the end of 2027: $118.4B a year", "By the end of 2029: $50.7B a year"} {
		if !strings.Contains(tip, want) {
			t.Errorf("on hover the pace says %q, want %q", tip, want)
		}
	}
	d.Tap("actuals.rule.pace")
	if got := d.Selected().Outlook.AfterActuals; got != scenario.HoldPace || !strings.HasSuffix(d.Text("button", "actuals.rule.pace"), "chosen") {
		t.Errorf("chosen is %q", got)
	}
	d.Command("Undo")
	d.Command("Undo")
	if got := d.known(0); got != "2026-Q1 5.7B" {
		t.Errorf("after two undos %q is known", got)
	}
	d.Command("Undo")
	if d.Find("button", "result.pace") != nil {
		t.Error("with all undone there is a pace")
	}
}

func TestAFieldOfAnActualTakesWhatPeopleType(t *testing.T) {
	for _, tc := range []struct{ period, typed, want string }{
		{"2026-Q3", "10.4", "2026-Q3 10.4B"},
		{"2026-Q3", "$10.4bn", "2026-Q3 10.4B"},
		{"2026-Q3", "26.8/y", "2026-Q3 6.7B"},
		{"2026-Q3", "$26.8B a year", "2026-Q3 6.7B"},
		{"2026-Q3", "3 a month", "2026-Q3 9B"},
		{"2026-Q3", "0", "2026-Q3 0"},
		{"2026-07", "36/y", "2026-07 3B"},
		{"2026-07", "9 a quarter", "2026-07 3B"},
		{"2026-Q3", "n/a", ""},
		{"2026-Q3", "-", ""},
	} {
		d := newSeat(t, desktest.FlatCase())
		d.Tap("actuals.enter")
		d.Tap("actuals.open.2026-Q3")
		d.Enter(actual(tc.period), tc.typed)
		if got := d.known(0); got != tc.want {
			t.Errorf("%s typed for %s: %q is known, want %q", tc.typed, tc.period, got, tc.want)
		}
	}
	d := newSeat(t, desktest.FlatCase())
	d.Tap("actuals.enter")
	d.Enter(actual("2026-Q1"), "much")
	if d.Fault(actual("2026-Q1")) == "" || d.known(0) != "" {
		t.Errorf("what is no amount is taken: %q", d.known(0))
	}
	d.Enter(actual("2026-Q1"), "5")
	d.Enter(actual("2026-Q1"), "")
	if got := d.known(0); got != "" {
		t.Errorf("emptied, %q is known", got)
	}
}

// The flat stream is planned to earn a billion a month.
func TestAQuarterOpensIntoItsMonths(t *testing.T) {
	d := newSeat(t, desktest.FlatCase())
	d.Tap("actuals.enter")
	d.Enter(actual("2026-Q1"), "6")
	if d.Find("entry", actual("2026-02")) != nil {
		t.Fatal("a quarter shows its months before it is opened")
	}
	d.Tap("actuals.open.2026-Q1")
	if got := d.Text("entry", actual("2026-02")); got != "" {
		t.Errorf("a month known as part of its quarter has %q", got)
	}
	d.Enter(actual("2026-02"), "3")
	if got := d.known(0); got != "2026-01 1.5B 2026-02 3B 2026-03 1.5B" {
		t.Errorf("known is %q", got)
	}
	if got := d.Text("entry", actual("2026-Q1")); got != "$6.00B" {
		t.Errorf("the quarter has %q", got)
	}
	d.Enter(actual("2026-03"), "")
	if got := d.Text("entry", actual("2026-Q1")); got != "" || d.known(0) != "2026-01 1.5B 2026-02 3B" {
		t.Errorf("with two months known the quarter has %q, known is %q", got, d.known(0))
	}
	d.Enter(actual("2026-Q1"), "9")
	if got := d.known(0); got != "2026-Q1 9B" {
		t.Errorf("known is %q", got)
	}
	d.Enter(actual("2026-02"), "12")
	if d.Fault(actual("2026-02")) == "" {
		t.Error("a month of more than its quarter is taken")
	}
	d.Tap("actuals.open.2026-Q1")
	if d.Find("entry", actual("2026-02")) != nil {
		t.Error("closed, a quarter shows its months")
	}
}

func TestThereAreLinesToFourQuartersPastTheLastKnown(t *testing.T) {
	d := newSeat(t, desktest.FlatCase())
	d.Tap("actuals.enter")
	has := func(period string) bool { return d.Find("button", "actuals.open."+period) != nil }
	if !has("2026-Q4") || has("2027-Q1") {
		t.Error("with nothing known the lines are not those of the first year")
	}
	d.P.Do(edit.SetActual("flat", 0, unit.Period{First: unit.NewMonth(2026, 5), Months: 1}, 1e9))
	d.Relayout()
	if !has("2027-Q2") || has("2027-Q3") {
		t.Error("with May known the lines do not go to four quarters past it")
	}
	d.P.Do(edit.SetActual("flat", 0, unit.Period{First: unit.NewMonth(2030, 10), Months: 3}, 1e9))
	d.Relayout()
	if !has("2030-Q4") || has("2031-Q1") {
		t.Error("the lines go beyond the horizon, or not to its end")
	}
}

// Of the two streams the first is planned to earn twice what the second does.
func TestTheTotalIsSplitAndSaysSo(t *testing.T) {
	d := newSeat(t, desktest.TwoStreams())
	d.Tap("actuals.enter")
	d.Choose("stream", "Total of OpenAI's own")
	d.Reads("An entry is split as the streams were planned to earn then.")
	d.Enter("outlook.total.actuals.2026-Q1", "9")
	if a, b := d.known(0), d.known(1); a != "2026-Q1 6B" || b != "2026-Q1 3B" {
		t.Errorf("9 are split into %q and %q", a, b)
	}
	if got := d.Text("entry", "outlook.total.actuals.2026-Q1"); got != "$9.00B" {
		t.Errorf("the total has %q", got)
	}
	d.Choose("stream", "Second")
	d.Enter("outlook.streams[1].actuals.2026-Q1", "")
	d.Choose("stream", "Total of OpenAI's own")
	if got := d.Text("entry", "outlook.total.actuals.2026-Q1"); got != "" {
		t.Errorf("with one of two known the total has %q", got)
	}
	d.Enter("outlook.total.actuals.2026-Q2", "9")
	d.Enter("outlook.total.actuals.2026-Q2", "n/a")
	if a, b := d.known(0), d.known(1); a != "2026-Q1 6B" || b != "" {
		t.Errorf("unknown again, %q and %q are known", a, b)
	}
}

func TestARowOfQuartersIsPastedAfterAPreview(t *testing.T) {
	for _, tc := range []struct{ says, text, preview, want string }{
		{"a row of figures", "5.7\t6.7\tn/a\t10.4", "Q4 2026", "2026-Q1 5.7B 2026-Q2 6.7B 2026-Q4 10.4B"},
		{"a column", "5.7\n6.7\n", "Q2 2026", "2026-Q1 5.7B 2026-Q2 6.7B"},
		{"periods and another unit", "Quarter\tRevenue ($M)\nQ3 2026\t10400\nOct 2026\t4000\n", "Oct 2026", "2026-Q3 10.4B 2026-10 4B"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.FlatCase())
			d.Tap("actuals.enter")
			d.App.Clipboard().SetContent(tc.text)
			d.Tap("actuals.paste")
			d.Dialog("paste")
			d.Reads(tc.preview)
			d.Tap("dialog.ok")
			d.Dialog("")
			if got := d.known(0); got != tc.want {
				t.Errorf("%q is known, want %q", got, tc.want)
			}
			d.Command("Undo")
			if got := d.known(0); got != "" {
				t.Errorf("undone, %q is known", got)
			}
		})
	}
	d := newSeat(t, desktest.FlatCase())
	d.Tap("actuals.enter")
	d.App.Clipboard().SetContent("5%\t6%")
	d.Tap("actuals.paste")
	d.Reads("give the amounts that were earned")
	d.Tap("dialog.ok")
	d.Dialog("paste")
	if got := d.known(0); got != "" {
		t.Errorf("percents are taken: %q", got)
	}
}

func TestPastingARowIntoAFieldAsksFromThere(t *testing.T) {
	d := newSeat(t, desktest.FlatCase())
	d.Tap("actuals.enter")
	d.Enter(actual("2026-Q1"), "5")
	d.App.Clipboard().SetContent("6\t7")
	field := d.Focus("entry", actual("2026-Q2"))
	field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: d.App.Clipboard()})
	d.Dialog("paste")
	d.Tap("dialog.ok")
	if got := d.known(0); got != "2026-Q1 5B 2026-Q2 6B 2026-Q3 7B" {
		t.Errorf("known is %q", got)
	}
}

func TestTheTablesSayWhatIsActual(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.P.Do(edit.SetActuals("worked", 0, []scenario.Actual{
		{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 5.7e9},
		{Period: unit.Period{First: unit.NewMonth(2026, 4), Months: 3}, Amount: 6.7e9},
	}))
	d.Relayout()
	for button, want := range map[string]string{
		"table.year":        "2026, 6 of 12 months actual\t$30.00B",
		"table.fiscal-year": "FY2026 actual\t$12.40B",
		"table.quarter":     "Q2 2026 actual\t$6.70B",
		"table.month":       "Jun 2026 actual\t",
	} {
		d.Tap(button)
		if got := d.Text("table", "table"); !strings.Contains(got, want) || strings.Contains(got, "Q3 2026 actual") || strings.Contains(got, "Jul 2026 actual") {
			t.Errorf("%s: no %q in\n%s", button, want, got)
		}
	}
	// The first two quarters were planned to earn 5.35 and 6.58.
	d.Tap("table.against")
	got := d.Text("table", "table")
	for _, want := range []string{
		"Q1 2026 actual\t$5.70B\t$5.35B\t+$0.35B\t+6.6%\t$1.14B\t$1.14B", "Q2 2026 actual\t$6.70B\t$6.58B\t+$0.12B\t+1.8%\t$1.34B\t$2.48B",
		"Q3 2026\t–\t$8.10B\t–\t–\t", "To date\t$12.40B\t$11.93B\t+$0.47B\t+4.0%",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "2027") {
		t.Errorf("it goes beyond the year of the last actual:\n%s", got)
	}
	// Without actuals there is nothing to choose.
	d.P.Do(edit.ClearActual("worked", 0, unit.Period{First: unit.NewMonth(2026, 1), Months: 3}))
	d.P.Do(edit.ClearActual("worked", 0, unit.Period{First: unit.NewMonth(2026, 4), Months: 3}))
	d.Relayout()
	if got := d.Text("table", "table"); d.Find("button", "table.against") != nil || !strings.HasPrefix(got, "Year\t") {
		t.Errorf("without actuals the table is\n%s", got)
	}
}

// Typed on what a quarter earned, as into a spreadsheet, a figure goes into its field.
func TestAnActualIsTypedOnTheTable(t *testing.T) {
	d := sitDefault(t)
	d.Tap("table.against")
	table := d.Sheet("table")
	if !table.OnType(2, 1, '7') {
		t.Fatal("the actual of the third quarter takes no figure")
	}
	field := d.Widget("entry", actual("2026-Q3"))
	if !field.Inspect().Focused || field.Inspect().Text != "7" {
		t.Fatalf("the field of the third quarter has %+v", field.Inspect())
	}
	d.Press(fyne.KeyReturn)
	if got := d.Selected().Outlook.Streams[0].Actuals; got[len(got)-1].Period.String() != "2026-Q3" || got[len(got)-1].Amount != 7e9 {
		t.Errorf("known are %v", got)
	}
	for what, cell := range map[string][2]int{"a plan": {2, 2}, "what came to date": {4, 1}, "a name": {1, 0}} {
		if table.OnType(cell[0], cell[1], '7') {
			t.Errorf("%s takes a figure", what)
		}
	}
	d.Tap("table.year")
	if table.OnType(0, 1, '7') {
		t.Error("a year takes a figure")
	}
}

func TestTheNextQuarterIsReachedByTheMenu(t *testing.T) {
	d := sitDefault(t)
	d.Tap("view.compare")
	d.Command("Enter the next quarter")
	if w := d.Widget("entry", actual("2026-Q3")); !w.Inspect().Focused {
		t.Error("the focus is not on the first quarter that is not known")
	}
	d = newSeat(t, desktest.FlatCase())
	d.Command("Enter the next quarter")
	if w := d.Widget("entry", actual("2026-Q1")); !w.Inspect().Focused {
		t.Error("without actuals the focus is not on the first quarter")
	}
}

func TestThePaceIsExplained(t *testing.T) {
	d := sitDefault(t)
	d.Tap("result.pace")
	d.Dialog("why")
	for _, want := range []string{"Pace needed from Jul 2026", "$39.47B a year", "$26.80B a year", "12 × $35.52B ÷ (54 × 20%)", "The Wall Street Journal"} {
		d.Reads(want)
	}
}

// The press takes the focus from a field, which commits: the mark that is pressed, or whose
// menu is open, may be gone before it leads anywhere, and its field is still there.
func TestTheEndOfAnActualThatItsFieldTakesAwayLeadsToIt(t *testing.T) {
	for says, lead := range map[string]func(d *seat, at fyne.Position){
		"pressed": func(d *seat, at fyne.Position) {
			d.grabAt(at)
			d.Draw()
			d.drop()
		},
		"by its menu": func(d *seat, at fyne.Position) {
			items := d.v.Offers(at)
			d.Focus("chart", "chart")
			d.Draw()
			items[0].Action()
		},
	} {
		t.Run(says, func(t *testing.T) {
			d := sitDefault(t)
			ends := d.v.Chart().Frame.Actuals
			last := ends[len(ends)-1]
			name := actual(last.Period.String())
			d.Write(name, "")
			lead(d, fyne.NewPos(float32(last.X), float32(last.Y)))
			if left := len(d.v.Chart().Frame.Actuals); left != len(ends)-1 {
				t.Fatalf("%d ends of %d are left: the field did not commit", left, len(ends))
			}
			if w := d.Widget("entry", name); !w.Inspect().Focused {
				t.Error("the focus is not on its field")
			}
		})
	}
}

// The end of an actual quarter does not move: pressed, it leads to its field.
func TestTheEndOfAnActualQuarterLeadsToItsField(t *testing.T) {
	d := sitDefault(t)
	end := d.v.Chart().Frame.Actuals[1]
	at := fyne.NewPos(float32(end.X), float32(end.Y))
	if got, _, _ := d.v.HandleAt(at); got != plan.ActualHandle {
		t.Fatalf("%v is grabbed", got)
	}
	before := d.Selected()
	d.grabAt(at, at.AddXY(0, -40))
	d.Slow = true
	d.drop()
	d.P.Window.Canvas().Unfocus() // as the driver does of what is not under the pointer
	d.CatchUp()
	d.Slow = false
	if w := d.Widget("entry", actual("2026-Q2")); !w.Inspect().Focused {
		t.Error("the focus is not on its field")
	}
	if after := d.Selected(); !reflect.DeepEqual(after, before) {
		t.Error("dragged, it moves something")
	}
	// Of a month, its quarter opens.
	d.P.Do(edit.SetActual(before.ID, 0, unit.Period{First: unit.NewMonth(2026, 7), Months: 1}, 3e9))
	d.Relayout()
	d.Draw()
	end = d.v.Chart().Frame.Actuals[2]
	at = fyne.NewPos(float32(end.X), float32(end.Y))
	d.grabAt(at, at)
	d.drop()
	if w := d.Widget("entry", actual("2026-07")); !w.Inspect().Focused {
		t.Error("the focus is not on the field of the month")
	}
}
