package explore_test

import (
	"math"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
	"headroom/scenario/store"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/explore"
	"headroom/ui/inspect"
	"headroom/ui/windowtest"
)

// A seat is before a planner's window that shows the Explore view.
type seat struct {
	*windowtest.Seat
	v *explore.View
}

func sit(t *testing.T) *seat {
	t.Helper()
	return looking(windowtest.New(t, desktest.WorkedCase()))
}

func looking(d *windowtest.Seat) *seat {
	d.Tap("view.explore")
	d.Relayout()
	d.Draw()
	return &seat{d, d.P.Front().(*explore.View)}
}

// mark returns where on its chart something lies that can be grabbed.
func (d *seat) mark(chart, name string) fyne.Position {
	d.Helper()
	d.Draw()
	snapshot := inspect.NewSnapshot(d.App.Driver(), 1)
	d.v.Snapshot(snapshot)
	for _, w := range snapshot.Seen() {
		if w.Name == name {
			at := d.App.Driver().AbsolutePositionForObject(d.Picture(chart))
			return fyne.NewPos(float32(w.X+w.Width/2), float32(w.Y+w.Height/2)).Subtract(at)
		}
	}
	d.Fatalf("%s is not on the screen", name)
	return fyne.Position{}
}

// drag drags from one place of a chart by a way, and lets go there.
func (d *seat) drag(chart string, from fyne.Position, by ...fyne.Delta) {
	d.Helper()
	view := d.Picture(chart)
	at := from
	for _, way := range by {
		at = from.AddXY(way.DX, way.DY)
		view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: way})
	}
	view.DragEnd()
	d.Draw()
}

// pointer and primary are the pointer at a place, without a button and with the first.
func pointer(at fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}}
}

func primary(at fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
}

// click presses and lets go at a place of a chart.
func (d *seat) click(chart string, at fyne.Position) {
	d.Helper()
	view := d.Picture(chart)
	view.MouseDown(primary(at))
	view.MouseUp(primary(at))
	d.Draw()
}

// names are those of all scenarios.
func (d *seat) names() (out []string) {
	for _, s := range d.P.Session.Workspace().Scenarios {
		out = append(out, s.Name)
	}
	return out
}

// By the worked case the cap of $38B is reached on Nov 23, 2028.
func TestTheSentenceIsAnsweredAndApplied(t *testing.T) {
	d := sit(t)
	was := d.Selected()
	d.Choose("solve.find", "total cap")
	d.Enter("solve.target", "end of 2029")
	// By then 77.8 billion are due.
	if !d.Says("Total cap: $76") && !d.Says("Total cap: $77") {
		t.Error("the caps that are reached on the last day of 2029 are not said")
	}
	d.Enter("solve.target", "no day at all")
	if d.Fault("solve.target") == "" || !d.Says("The answer shown is for the previous target") {
		t.Error("nonsense is not refused in words")
	}
	d.Enter("solve.target", "12/31/2029")
	d.Tap("solve.apply")
	if got := d.Selected(); projected(t, got).Reached.Date.String() != "2029-12-31" {
		t.Errorf("applied, the cap of %v is reached on %v", got.Terms.Share.Cap, projected(t, got).Reached)
	}
	if text := d.Text("entry", "solve.target"); text != "Dec 31, 2029" {
		t.Errorf("once applied another target is looked for: %q", text)
	}
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), was) {
		t.Error("one undo does not take it back")
	}
	d.Tap("solve.make")
	if names := d.names(); len(names) != 2 || !strings.Contains(names[1], "total cap $7") || d.Selected().ID != was.ID {
		t.Errorf("it is made a scenario as %q, and %s is looked at", names, d.Selected().ID)
	}
}

func projected(t *testing.T, s scenario.Scenario) scenario.Totals {
	t.Helper()
	total, err := scenario.Total(s)
	if err != nil {
		t.Fatal(err)
	}
	return total
}

func TestWhatIsPinnedIsSolvedAnewAndSaysWhereItCannotBe(t *testing.T) {
	d := sit(t)
	d.Enter("solve.target", "end of 2029")
	d.Tap("solve.pin")
	if !d.Says("Growth, all years is pinned to Dec 31, 2029. The cap is reached on Dec 31, 2029.") || !d.Says("Growth, all years: as it is now") {
		t.Error("what is pinned is not said")
	}
	d.Tap("view.plan")
	if !d.Says("all growth: cap reached Dec 31, 2029") || !d.Says("Pinned to Dec 31, 2029") {
		t.Error("beside the growth, or on the card, it is not said what is pinned")
	}
	d.Enter("terms.share.cap", "50B")
	if got := projected(t, d.Selected()).Reached.Date.String(); got != "2029-12-31" {
		t.Errorf("with another cap it is reached on %s", got)
	}
	d.Command("Undo")
	if got := d.Selected(); got.Terms.Share.Cap != 38e9 || projected(t, got).Reached.Date.String() != "2029-12-31" {
		t.Errorf("one undo leads to a cap of %v, reached on %v", got.Terms.Share.Cap, projected(t, got).Reached)
	}
	d.Enter("terms.share.through", "Jun 2029")
	if d.Text("button", "pin") != "pin not met" || !d.Says("Pin not met: Dec 31, 2029") {
		t.Error("beside the growth, or on the card, it is not said that no value does it")
	}
	d.Tap("view.explore")
	if !d.Says("which no shift does now that leaves a growth set by hand as it is. It stays where it is until one does.") {
		t.Error("that no value does it is not said")
	}
	d.Tap("solve.pin")
	if d.Selected().Pin != nil {
		t.Error("it is still pinned")
	}
}

// A pin can be let go of where it is seen, and by setting its input by hand.
func TestAPinIsLetGoOf(t *testing.T) {
	d := sit(t)
	pinCap := func() {
		d.Tap("view.explore")
		d.Choose("solve.find", "total cap")
		d.Tap("solve.pin")
		if d.Selected().Pin == nil {
			t.Fatal("nothing is pinned")
		}
		d.Tap("view.plan")
	}
	for says, let := range map[string]func(){
		"the link beside it": func() { d.Tap("pin.release") },
		"the menu":           func() { d.Command("Unpin") },
	} {
		pinCap()
		let()
		if d.Selected().Pin != nil || d.Find("button", "pin.release") != nil || d.Says("Pinned to") {
			t.Errorf("%s does not let go of it", says)
		}
		d.Command("Undo")
		if d.Selected().Pin == nil {
			t.Errorf("undo does not bring back what %s let go of", says)
		}
		d.Command("Undo")
	}
	pinCap()
	d.Enter("terms.share.cap", "45B")
	if s := d.Selected(); s.Pin != nil || s.Terms.Share.Cap != 45e9 {
		t.Errorf("a cap typed is %v, the pin %v", s.Terms.Share.Cap, s.Pin)
	}
	d.Command("Undo")
	if d.Selected().Pin == nil {
		t.Error("undo does not bring the pin back")
	}
	d.Command("Undo")
	d.Command("Unpin")
	d.Reads("Nothing is pinned")
}

// Wherever a number is it can be asked about, be made a scenario and be set, by the menu
// of its place and by keys alone.
func TestEveryNumberIsExplained(t *testing.T) {
	d := sit(t)
	for _, place := range []struct {
		says, chart string
		at          func() fyne.Position
		with        string // said of what is varied
	}{
		{"an end of a bar", "tornado.chart", func() fyne.Position { return d.mark("tornado.chart", "tornado.bar.cap.greatest") }, "total cap $45.60B"},
		{"the strip", "solve.strip", func() fyne.Position {
			size := d.Picture("solve.strip").Size()
			return fyne.NewPos(size.Width*0.4, size.Height/2)
		}, "growth, all years"},
		{"a cell", "map.chart", func() fyne.Position {
			size := d.Picture("map.chart").Size()
			return fyne.NewPos(size.Width*0.95, size.Height*0.9)
		}, "total cap"},
		{"a safe range", "safe.chart", func() fyne.Position {
			size := d.Picture("safe.chart").Size()
			return fyne.NewPos(size.Width*0.95, 12)
		}, "total cap"},
	} {
		says, view := place.says, d.Picture(place.chart)
		at := place.at()
		find := func(begin string) string {
			view.TappedSecondary(&fyne.PointEvent{Position: at})
			d.Relayout()
			for _, label := range d.labels() {
				if strings.HasPrefix(label, begin) && (begin == "Set " || strings.Contains(label, place.with)) {
					return label
				}
			}
			d.Errorf("%s: nothing begins with %q in %q", says, begin, d.labels())
			return ""
		}
		if label := find("Why this number? ("); label != "" {
			d.Pick(label)
			d.Dialog("why")
			if !d.Says(d.Selected().Name + ", " + place.with) {
				t.Errorf("%s: it is not said of what", says)
			}
			d.Tap("dialog.ok")
		}
		was, count := d.Selected(), len(d.names())
		if label := find("Make it a scenario ("); label != "" {
			d.Pick(label)
			if len(d.names()) != count+1 {
				t.Errorf("%s makes no scenario", says)
			}
			d.Command("Undo")
		}
		if label := find("Set "); label != "" {
			d.Pick(label)
			if desktest.SameScenario(d.Selected(), was) {
				t.Errorf("%s sets nothing", says)
			}
			d.Command("Undo")
		}
		if !desktest.SameScenario(d.Selected(), was) {
			t.Errorf("%s: undone, it is not as it was", says)
		}
		// By keys: the arrows lead to a place, Enter opens the menu there.
		d.Draw()
		d.Focus("chart", place.chart)
		d.Press(fyne.KeyRight, fyne.KeyDown, fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn)
		d.Relayout()
		if labels := d.labels(); len(labels) < 2 {
			t.Errorf("%s: Enter opens %q", says, labels)
		}
		d.P.Window.Canvas().Overlays().Remove(d.P.Window.Canvas().Overlays().Top())
	}
}

// labels are those of the menu that is open.
func (d *seat) labels() (out []string) {
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if open, ok := o.(*widget.PopUpMenu); ok {
			for _, item := range open.Items {
				if of := reflect.ValueOf(item).Elem().FieldByName("Item"); of.IsValid() {
					out = append(out, of.Interface().(*fyne.MenuItem).Label)
				}
			}
		}
	})
	return out
}

// What is over which ranges is there again when the file is opened again, and not for
// another one.
func TestRangesComeBackWithTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ranges.headroom.json")
	app := test.NewTempApp(t)
	w := scenario.Workspace{Name: "Worked cases", Scenarios: []scenario.Scenario{desktest.WorkedCase()}}
	if data, err := store.Encode(w); err != nil || store.WriteFile(file, data) != nil {
		t.Fatal(err)
	}
	d := looking(windowtest.In(t, app, w))
	d.Enter("tornado.from", "30B") // of what is in no file
	d.P.Open(file)
	d.Relayout()
	if from := d.Text("entry", "tornado.from"); from == "$30.00B" {
		t.Error("a file has the range that was given before it was opened")
	}
	d.Enter("tornado.from", "31B")
	d.Choose("map.x.input", "Share rate")
	d.Enter("map.x.to", "40%")
	again := looking(windowtest.In(t, app, scenario.Workspace{}))
	again.P.Open(file)
	again.Relayout()
	for name, want := range map[string]string{"tornado.from": "$31.00B", "map.x.to": "40%"} {
		if got := again.Text("entry", name); got != want {
			t.Errorf("%s is %s in the next run, want %s", name, got, want)
		}
	}
	again.Tap("tornado.reset")
	third := looking(windowtest.In(t, app, scenario.Workspace{}))
	third.P.Open(file)
	third.Relayout()
	if from := third.Text("entry", "tornado.from"); from == "$31.00B" {
		t.Error("reset, the range comes back")
	}
}

func TestWhatIsImpossibleSaysTheNearest(t *testing.T) {
	d := sit(t)
	d.Choose("solve.result", "the amount paid")
	d.Choose("solve.find", "growth, all years")
	d.Enter("solve.target", "60")
	if !d.Says("Impossible") || !d.Says("amount paid $38.00B") || d.Enabled("button", "solve.apply") {
		t.Error("that no growth pays more than the cap is not said")
	}
	d.Enter("solve.target", "38")
	if !d.Says("any from ") || !d.Enabled("button", "solve.apply") {
		t.Error("that all growth above some pays the cap is not said")
	}
}

func TestAClickOnTheStripSetsTheInput(t *testing.T) {
	d := sit(t)
	before := projected(t, d.Selected())
	size := d.Picture("solve.strip").Size()
	d.click("solve.strip", fyne.NewPos(size.Width*0.4, size.Height/2))
	if after := projected(t, d.Selected()); after.Reached == before.Reached {
		t.Error("nothing is set")
	}
	d.Command("Undo")
	if after := projected(t, d.Selected()); after.Reached != before.Reached {
		t.Error("one undo does not take it back")
	}
}

func TestABarsEndChangesItsRangeOrMakesAScenario(t *testing.T) {
	d := sit(t)
	end := d.mark("tornado.chart", "tornado.bar.cap.greatest")
	d.drag("tornado.chart", end, fyne.NewDelta(10, 0), fyne.NewDelta(40, 0))
	if to := d.Text("entry", "tornado.to"); to == "$45.60B" || d.P.Session.Dirty() {
		t.Errorf("dragged, the range goes to %s; unsaved changes: %v", to, d.P.Session.Dirty())
	}
	d.Tap("tornado.reset")
	if to := d.Text("entry", "tornado.to"); to != "$45.60B" {
		t.Errorf("the first range goes to %s, want $45.60B", to)
	}
	d.click("tornado.chart", d.mark("tornado.chart", "tornado.bar.cap.greatest"))
	if names := d.names(); len(names) != 2 || !strings.HasSuffix(names[1], ", total cap $45.60B") {
		t.Errorf("a click on the end makes %q", names)
	}
	d.Enter("tornado.from", "50")
	if fault := d.Fault("tornado.from"); !strings.Contains(fault, "above the high one") {
		t.Errorf("a low end above the high one is answered with %q", fault)
	}
	d.Enter("tornado.from", "30B")
	d.Tap("tornado.spider")
	d.Choose("tornado.result", "Paid")
	d.Draw()
}

func TestTheHandleOfTheMapSetsBothInputsInOneStep(t *testing.T) {
	d := sit(t)
	was := d.Selected()
	handle := d.mark("map.chart", "map.handle")
	d.drag("map.chart", handle, fyne.NewDelta(10, -10), fyne.NewDelta(30, -30), fyne.NewDelta(60, -40))
	now := d.Selected()
	before, _ := was.Outlook.Streams[0].Growth.Get(2028)
	after, _ := now.Outlook.Streams[0].Growth.Get(2028)
	if now.Terms.Share.Cap <= was.Terms.Share.Cap || after <= before {
		t.Errorf("the cap goes from %v to %v, growth from %v to %v", was.Terms.Share.Cap, now.Terms.Share.Cap, before, after)
	}
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), was) || d.P.Session.UndoName() != "" {
		t.Error("one undo does not take both back")
	}
}

func TestACellMakesAScenario(t *testing.T) {
	d := sit(t)
	size := d.Picture("map.chart").Size()
	d.click("map.chart", fyne.NewPos(size.Width*0.95, size.Height*0.9))
	if names := d.names(); len(names) != 2 || !strings.Contains(names[1], "total cap") || !strings.Contains(names[1], "growth, all years −") {
		t.Errorf("a cell makes %q", names)
	}
	d.Choose("map.y.input", "Total cap") // which changes places with growth
	if x := d.Text("choice", "map.x.input"); x != "Growth, all years" {
		t.Errorf("the input to the right is %s too", x)
	}
	d.Tap("map.fine")
	d.Choose("map.result", "Saved by the cap")
}

func TestAStatementIsChosenAbove(t *testing.T) {
	d := sit(t)
	if !d.Says("As long as the cap is reached in 2028") {
		t.Error("the statement is not said")
	}
	d.Choose("safe.holds", "whether it is reached")
	if !d.Says("As long as the cap is reached by 2030") {
		t.Error("the other statement is not said")
	}
	d.Choose("safe.holds", "the order of those compared, by amount paid")
	if !d.Says("Tick a scenario at the left") {
		t.Error("it is not said what an order needs")
	}
}

func TestACellOfBreakEvenMakesAScenario(t *testing.T) {
	s := desktest.WorkedCase()
	s.Outlook.Streams[0].Actuals = scenario.Actuals{
		{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 5.7e9},
		{Period: unit.Period{First: unit.NewMonth(2026, 4), Months: 3}, Amount: 6.7e9},
	}
	d := looking(windowtest.New(t, s))
	table := d.Sheet("break-even")
	for row, want := range []string{", total cap $77.80B", ", growth, all years −42.0 pp", ", $50.74B a year from Jul 2026"} {
		var made *fyne.MenuItem
		for _, item := range table.Offers(row, 4) {
			if strings.HasPrefix(item.Label, "Make it a scenario") {
				made = item
			}
		}
		if made == nil {
			t.Errorf("what ends with %q cannot be made a scenario", want)
			continue
		}
		made.Action()
		all := d.P.Session.Workspace().Scenarios
		if last := all[len(all)-1]; len(all) != row+2 || !strings.HasSuffix(last.Name, want) {
			t.Errorf("row %d of 2029 makes %q, want %q at its end", row, last.Name, want)
		} else if got := projected(t, last).Reached.Date; got != (unit.Date{Month: unit.NewMonth(2029, 12), Day: 31}) {
			t.Errorf("%s is reached on %s, want at the end of 2029", last.Name, got)
		}
	}
	for _, row := range []int{0, 1, 2} {
		table.Offers(row, 4)[0].Action()
		d.Dialog("why")
		d.Tap("dialog.ok")
	}
	if items := table.Offers(0, 0); items != nil {
		t.Errorf("a heading offers %d items", len(items))
	}
}

func TestEveryPartCanBeCopied(t *testing.T) {
	d := sit(t)
	for name, want := range map[string]string{
		"solve.copy": "Growth, all years\tCap reached", "tornado.copy": "Input\tNow\tFrom", "map.copy": "Growth, all years, by total cap",
		"safe.copy": "As long as the cap is reached in 2028", "break-even.copy": "the cap would have to be",
	} {
		d.Tap(name)
		if got := d.App.Clipboard().Content(); !strings.Contains(got, want) {
			t.Errorf("%s copies %.80q, want %q", name, got, want)
		}
	}
}

func TestPicturesComeBack(t *testing.T) {
	d := sit(t)
	for button, kind := range map[string]string{"tornado": "tornado", "map": "map", "safe": "range", "solve": "solve", "break-even": "break-even"} {
		d.Tap(button + ".picture")
		d.Tap("dialog.cancel")
		pic, name := d.v.Picture()
		if string(pic.Kind()) != kind || pic.Title == "" || name == "" {
			t.Errorf("%s has a picture of the kind %q called %q", button, pic.Kind(), pic.Title)
			continue
		}
		_, view := export.Shown(pic)
		if !d.v.ShowAs(view) {
			t.Errorf("%s does not come back", button)
		}
	}
	d.v.ShowAs(export.View{Kind: swept.KindTornado, Swept: export.Swept{Result: solve.Net, Spider: true, Ranges: []export.SweptRange{{Input: solve.Cap, Low: 1e9, High: 2e9}}}})
	d.v.Show()
	if d.Text("choice", "tornado.result") != "Net to Microsoft" || d.Text("entry", "tornado.from") != "$1.00B" {
		t.Error("a tornado of the net, the cap from $1B, does not come back")
	}
	if d.v.ShowAs(export.View{Kind: "deal"}) {
		t.Error("a deal comes back to the view")
	}
}

func TestAFigureIsExplained(t *testing.T) {
	d := sit(t)
	d.Tap("solve.why")
	d.Dialog("why")
	d.Tap("dialog.ok")
}

func TestWithoutAScenarioItIsSaidWhatToDo(t *testing.T) {
	d := looking(windowtest.New(t))
	if !d.Says("No scenario is selected") {
		t.Error("nothing is said")
	}
}

func TestWithoutACapAllPartsSaySo(t *testing.T) {
	s := desktest.WorkedCase()
	s.Terms.Share.Capped, s.Terms.Share.Cap, s.Uncertainty, s.Sources = false, 0, nil, nil
	d := looking(windowtest.New(t, s))
	if !d.Says("no cap is reached by 2030") {
		t.Error("the statement is not said")
	}
}

// Whatever is edited, all parts show the same revision in the same frame.
func TestAllPartsFollowAnEdit(t *testing.T) {
	d := sit(t)
	d.Tap("view.plan")
	d.Enter("terms.share.cap", "60B")
	d.Tap("view.explore")
	d.Draw()
	if d.v.Drawn() != d.P.Session.Revision() || math.Abs(float64(d.Selected().Terms.Share.Cap)-60e9) > 1 {
		t.Errorf("revision %d is drawn of %d", d.v.Drawn(), d.P.Session.Revision())
	}
	if !d.Says("As long as the cap is reached in 2029") {
		t.Error("the statement is that of before")
	}
}
