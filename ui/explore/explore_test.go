package explore_test

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot/swept"
	"headroom/scenario/solve"
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
	census := inspect.NewCensus(d.App.Driver(), 1)
	d.v.Census(census)
	for _, w := range census.Seen() {
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

// click presses and lets go at a place of a chart.
func (d *seat) click(chart string, at fyne.Position) {
	d.Helper()
	view := d.Picture(chart)
	if view.OnPress != nil && view.OnPress(at) {
		view.OnDrop(at)
	}
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
	if d.Fault("solve.target") == "" || !d.Says("The answer is that to the target before") {
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
	if !d.Says("Pinned is growth, all years to cap reached Dec 31, 2029. ") {
		t.Error("what is pinned is not said")
	}
	d.Tap("view.plan")
	d.Enter("terms.share.cap", "50B")
	if got := projected(t, d.Selected()).Reached.Date.String(); got != "2029-12-31" {
		t.Errorf("with another cap it is reached on %s", got)
	}
	d.Command("Undo")
	if got := d.Selected(); got.Terms.Share.Cap != 38e9 || projected(t, got).Reached.Date.String() != "2029-12-31" {
		t.Errorf("one undo leads to a cap of %v, reached on %v", got.Terms.Share.Cap, projected(t, got).Reached)
	}
	d.Enter("terms.share.through", "Jun 2029")
	d.Tap("view.explore")
	if !d.Says("which no value does now: it stays") {
		t.Error("that no value does it is not said")
	}
	d.Tap("solve.pin")
	if d.Selected().Pin != nil {
		t.Error("it is still pinned")
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
	d := sit(t)
	table := d.Sheet("break-even")
	table.OnAsk(0, 4)
	if names := d.names(); len(names) != 2 || !strings.HasSuffix(names[1], ", total cap $77.80B") {
		t.Errorf("the cap of 2029 makes %q", names)
	}
	made := d.P.Session.Workspace().Scenarios[1]
	if got := projected(t, made).Reached.Date; got != (unit.Date{Month: unit.NewMonth(2029, 12), Day: 31}) {
		t.Errorf("it is reached on %s, want at the end of 2029", got)
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
	for button, kind := range map[string]string{"tornado": "tornado", "map": "map", "safe": "range", "solve": "solve"} {
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
