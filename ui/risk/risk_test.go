package risk_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/export"
	plotrisk "headroom/scenario/plot/risk"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/risk"
)

// A seat is before the view, without a window around it. What runs aside waits until
// the test has it done.
type seat struct {
	testing.TB
	desk  *desk.Desk
	view  *risk.View
	aside []func()
}

func (s *seat) Say(string)    {}
func (s *seat) Sealed()       {}
func (s *seat) StepsChanged() {}
func (s *seat) SavePicture()  {}

// sit opens the view on the shipped scenarios, one of them selected.
func sit(t testing.TB, id string) *seat {
	t.Helper()
	s := &seat{TB: t}
	w := preset.Default()
	w.View.Selected = id
	app := test.NewTempApp(t)
	window := app.NewWindow("Risk")
	at := &live.Live{Go: func(work func()) { s.aside = append(s.aside, work) }, Do: func(then func()) { then() }}
	s.desk = desk.New(app, window, at, w, s, func(context.Context, string, []byte) error { return nil }, func(fyne.Focusable) {})
	s.view = risk.New(s.desk)
	window.SetContent(s.view.Object())
	window.Resize(fyne.NewSize(1200, 2400))
	s.desk.Session.Subscribe(s.view.Show)
	s.view.Show()
	s.catchUp()
	return s
}

func (s *seat) draw() { s.desk.Window.Canvas().Capture() }

// catchUp has all that waits aside done.
func (s *seat) catchUp() {
	for len(s.aside) > 0 {
		work := s.aside[0]
		s.aside = s.aside[1:]
		work()
	}
	s.draw()
}

// seen returns what is on the screen, by name and kind.
func (s *seat) seen() map[string]inspect.Seen {
	c := inspect.NewSnapshot(s.desk.App.Driver(), 1)
	s.view.Snapshot(c)
	out := map[string]inspect.Seen{}
	for _, w := range c.Seen() {
		out[w.Name+" "+w.Kind] = w
	}
	return out
}

func (s *seat) text(name, kind string) string {
	s.Helper()
	w, ok := s.seen()[name+" "+kind]
	if !ok {
		s.Fatalf("there is no %s %s; there is %v", kind, name, keys(s.seen()))
	}
	return w.Text
}

func keys(of map[string]inspect.Seen) []string {
	var out []string
	for k := range of {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// ran returns what the engine says of the scenario as it is now.
func (s *seat) ran(o simulate.Options) *simulate.Result {
	s.Helper()
	of, _ := s.desk.Selected()
	p, err := scenario.Prepare(of)
	if err != nil {
		s.Fatal(err)
	}
	var m simulate.Simulator
	var r simulate.Result
	if err := m.Run(s.Context(), p, o, &r); err != nil {
		s.Fatal(err)
	}
	return &r
}

// says fails where the text of a widget lacks a part.
func (s *seat) says(name, kind string, parts ...string) {
	s.Helper()
	text := s.text(name, kind)
	for _, part := range parts {
		if !strings.Contains(text, part) {
			s.Errorf("%s says %q, want %q in it", name, text, part)
		}
	}
}

func TestTheAnswersAreThoseOfTheEngine(t *testing.T) {
	s := sit(t, "february-2026")
	r := s.ran(simulate.Options{})
	median, _ := r.MedianDate()
	s.says("risk.reached", "button", "by 2030?", simulate.Likely(r.Reached.Value), "8,192 Sobol paths, seed 1")
	s.says("risk.date", "button", median.Date.Month.Short())
	s.says("risk.paid", "button", unit.Amount(r.Paid.Mean.Value).Headline())
	s.says("risk.saved", "button", unit.Amount(r.Forgone.Mean.Value).Headline(), "one more $1B of cap costs "+unit.Amount(1e9*r.PriceOfCap.Value).Table())
	s.says("risk.drivers", "table", "2027 growth", "Total cap")
	if s.view.Drawn() != s.desk.Session.Revision() {
		t.Errorf("drawn is %d, the revision %d", s.view.Drawn(), s.desk.Session.Revision())
	}
}

// An edit moves numbers and fan together, and undo takes both back.
func TestAnEditMovesAllOfTheView(t *testing.T) {
	s := sit(t, "february-2026")
	before := s.text("risk.paid", "button")
	s.desk.DoOnce(edit.SetGrowthSD("february-2026", 2027, 0.6))
	s.draw()
	r := s.ran(simulate.Options{})
	s.says("risk.reached", "button", simulate.Likely(r.Reached.Value))
	s.says("uncertainty.growthSD.2027", "entry", "60%")
	if s.view.Drawn() != s.desk.Session.Revision() {
		t.Error("the fan is of another revision than the numbers")
	}
	s.desk.Session.Undo()
	s.draw()
	if after := s.text("risk.paid", "button"); after != before {
		t.Errorf("after undo %q, want %q", after, before)
	}
}

// More paths than are run at once run aside: the coarse result stays, is marked as such,
// and gives way to the full one; given up, it stays.
func TestALargeRunGoesAside(t *testing.T) {
	s := sit(t, "february-2026")
	s.catchUp()
	s.view.ShowAs(export.View{Kind: plotrisk.KindFan, Risk: export.RiskView{Paths: 65536, Seed: 3}})
	s.view.Show()
	s.draw()
	s.says("risk.reached", "button", "coarse: 8,192 Sobol paths, seed 3")
	if _, there := s.seen()["risk.cancel button"]; !there {
		t.Error("nothing gives the full run up")
	}
	s.catchUp()
	r := s.ran(simulate.Options{Paths: 65536, Seed: 3})
	s.says("risk.reached", "button", simulate.Likely(r.Reached.Value), "65,536 Sobol paths, seed 3")
	if strings.Contains(s.text("risk.reached", "button"), "coarse") {
		t.Error("the full result is marked as coarse")
	}
	// Another edit makes another run; what is given up is not shown.
	s.desk.DoOnce(edit.SetGrowthSD("february-2026", 2028, 0.3))
	s.draw()
	test.Tap(s.button("risk.cancel"))
	s.catchUp()
	s.says("risk.reached", "button", "coarse: 8,192")
	// It may be made after all, and what was pressed for it keeps the focus, or hands it on.
	cancel := s.widget("risk.cancel").(fyne.Focusable)
	canvas := s.desk.Window.Canvas()
	canvas.Focus(cancel)
	s.says("risk.cancel", "button", "Run it after all")
	cancel.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if canvas.Focused() != cancel {
		t.Errorf("%T has the focus, not what was pressed", canvas.Focused())
	}
	s.says("risk.cancel", "button", "Cancel")
	s.catchUp()
	s.says("risk.reached", "button", "65,536 Sobol paths")
	if canvas.Focused() != s.widget("risk.paths").(fyne.Focusable) {
		t.Errorf("%T has the focus, not the number of paths", canvas.Focused())
	}
}

// button returns the button of a name.
func (s *seat) button(name string) fyne.Tappable {
	s.Helper()
	tap, ok := s.widget(name).(fyne.Tappable)
	if !ok {
		s.Fatalf("%s is no button", name)
	}
	return tap
}

// widget returns the widget of a name, of a kind where one is given.
func (s *seat) widget(name string, kind ...string) fyne.CanvasObject {
	s.Helper()
	var found fyne.CanvasObject
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if w, ok := o.(inspect.Widget); ok && w.InspectName() == name && (len(kind) == 0 || w.Inspect().Kind == kind[0]) {
			found = o
		}
		for _, child := range children(o) {
			walk(child)
		}
	}
	walk(s.view.Object())
	if found == nil {
		s.Fatalf("there is no %s", name)
	}
	return found
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// A scenario without uncertainty gets the usual one by a button, with its sources, as
// one undo step.
func TestACertainScenarioIsMadeUncertain(t *testing.T) {
	s := sit(t, "february-2026")
	if _, there := s.seen()["risk.give button"]; there {
		t.Error("an uncertain scenario is to be made uncertain")
	}
	test.Tap(s.button("risk.remove"))
	s.catchUp()
	s.says("risk.reached", "button", "100%")
	if s.desk.Session.Undo(); s.text("risk.remove", "button") == "" {
		t.Error("one undo does not bring the uncertainty back")
	}
	s.desk.Session.Redo()
	s.catchUp()
	if _, there := s.seen()["risk.remove button"]; there {
		t.Error("a certain scenario is to be made certain")
	}
	test.Tap(s.button("risk.give"))
	s.catchUp()
	of, _ := s.desk.Selected()
	if of.Uncertainty == nil || of.Uncertainty.CapRange == nil || len(of.Uncertainty.GrowthSD) != 5 {
		t.Fatalf("it is %+v", of.Uncertainty)
	}
	for path := range of.Sources {
		if strings.HasPrefix(path, "uncertainty.") && of.Sources[path].Status != scenario.StatusEstimate {
			t.Errorf("%s is %s, want an estimate", path, of.Sources[path].Status)
		}
	}
	s.says("uncertainty.growthSD.2027.source", "button", "estimate")
	test.Tap(s.button("uncertainty.growthSD.2027.source"))
	if s.desk.Prompts.Name() != "sources" {
		t.Error("no source is shown")
	}
	s.desk.Session.Undo()
	if of, _ := s.desk.Selected(); of.Uncertainty != nil {
		t.Error("one undo leaves some uncertainty")
	}
}

func TestWithoutACapItSaysSo(t *testing.T) {
	s := sit(t, "february-2026-prior")
	s.says("risk.reached", "button", "No cap")
	s.says("risk.saved", "button", "$0", "there is no cap")
	if _, there := s.seen()["uncertainty.capRange.low entry"]; there {
		t.Error("there is a range of no cap")
	}
}

// The compared scenarios race on common draws, and their curves lie over one another.
func TestTheComparedScenariosRace(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetCompared("february-2026", "april-2025"))
	s.catchUp()
	s.view.ShowAs(export.View{Kind: plotrisk.KindDates, Risk: export.RiskView{Rising: true}})
	picture, _ := s.view.Picture()
	if got := len(picture.Subjects()); got != 2 {
		t.Errorf("%d curves are drawn, want 2", got)
	}
}

// The answers come within the frame, their errors and the ranking after them; until then
// it is said that there is more to come.
func TestErrorsFollow(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetGrowthSD("february-2026", 2027, 0.6))
	s.draw()
	r := s.ran(simulate.Options{})
	s.says("risk.reached", "button", simulate.Likely(r.Reached.Value), "± …")
	if got := s.updating(); got != 3 {
		t.Errorf("%d cards say that they are older than the answers, want those of the amounts, of what drives them and of the race", got)
	}
	s.catchUp()
	if got := s.updating(); got != 0 {
		t.Errorf("%d cards still say that they are older", got)
	}
	s.says("risk.reached", "button", simulate.Likely(r.Reached.Value), "± "+strconv.FormatFloat(100*r.Reached.Error, 'f', 2, 64))
	s.says("risk.drivers", "table", strconv.FormatFloat(100*r.Ranking[1].Date.Value, 'f', 1, 64)+"%")
}

// updating returns how many cards say that what they show is older than the answers.
func (s *seat) updating() (n int) {
	for _, o := range test.LaidOutObjects(s.view.Object()) {
		if text, ok := o.(*canvas.Text); ok && text.Text == "updating…" {
			n++
		}
	}
	return n
}

// How likely the cap is reached by the end of a year is said where it is in doubt.
func TestItSaysHowLikelyByTheEndOfAYear(t *testing.T) {
	s := sit(t, "february-2026")
	r := s.ran(simulate.Options{})
	by := func(quarter int) string { return simulate.Likely(r.Quarters[quarter].ReachedBy) }
	s.says("risk.dates", "chart", "By the end of 2028 on "+by(11)+", of 2029 on "+by(15))
	if said := s.text("risk.dates", "chart"); strings.Contains(said, "of 2027") || strings.Contains(said, "of 2030") {
		t.Errorf("it says %q: 2027 is not in doubt, 2030 is said by the answer", said)
	}
}

// Whether the cap binds nearly always, hardly ever or sometimes is said in a sentence.
func TestItSaysWhetherTheCapBinds(t *testing.T) {
	for _, c := range []struct {
		says string
		id   string
		to   []edit.Change
		want string
	}{
		{"nearly always", "february-2026", nil, "The cap binds on nearly every path"},
		{"always, of an uncertain one", "february-2026", []edit.Change{edit.SetCap("february-2026", 3e9)}, "The cap binds on every path: what is uncertain is when, most likely in Q"},
		{"sometimes", "slump", nil, "not by 2030 on "},
		{"never", "slump", []edit.Change{edit.SetCap("slump", 5e12)}, "not reached by 2030 on any path: it saves nothing"},
		{"certain not to be reached", "slump", []edit.Change{edit.RemoveUncertainty("slump")}, "Nothing is uncertain: the cap is not reached by 2030"},
		{"no cap", "february-2026-prior", nil, "The terms have no cap"},
		{"certain to be reached", "february-2026", []edit.Change{edit.RemoveUncertainty("february-2026")}, "Nothing is uncertain: the cap is reached on Nov 23, 2028"},
	} {
		t.Run(c.says, func(t *testing.T) {
			s := sit(t, c.id)
			for _, change := range c.to {
				s.desk.DoOnce(change)
				s.catchUp()
			}
			s.says("risk.dates", "chart", c.want)
		})
	}
}

// In a small window a sentence takes more lines, and its card is as high as they are.
func TestSentencesAreWrittenOut(t *testing.T) {
	s := sit(t, "july-2026")
	s.desk.Window.Resize(fyne.NewSize(780, 2400))
	s.desk.DoOnce(edit.SetCap("july-2026", 37e9))
	s.catchUp()
	var drawn []string
	for _, o := range test.LaidOutObjects(s.view.Object()) {
		if text, ok := o.(*canvas.Text); ok {
			drawn = append(drawn, text.Text)
		}
	}
	all := strings.Join(strings.Fields(strings.Join(drawn, " ")), " ")
	for _, name := range []string{"risk.dates", "risk.amounts", "risk.drivers.chart"} {
		for said := range strings.SplitSeq(s.text(name, "chart"), "%). ") {
			if said == "" || !strings.Contains(all, said) {
				t.Errorf("%s says %q, which is cut", name, said)
			}
		}
	}
}

// A refusal names the figures as the screen does.
func TestAnEndOfTheRangeBeyondTheCapIsRefused(t *testing.T) {
	s := sit(t, "july-2026")
	for _, w := range s.view.Fields() {
		low, ok := w.(*field.Number)
		if !ok || low.InspectName() != "uncertainty.capRange.low" {
			continue
		}
		low.SetText("60B")
		low.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got, want := low.Inspect().Fault, "$60.00B is above the cap, $38.00B"; got != want {
			t.Errorf("of a low end of $60B it says %q, want %q", got, want)
		}
		return
	}
	t.Error("there is no low end")
}

// The range of the cap is set by three knobs that do not cross, a drag being one step.
func TestTheRangeOfTheCap(t *testing.T) {
	s := sit(t, "february-2026")
	s.says("uncertainty.capRange", "slider", "$35.0B, $38.0B, $41.0B")
	trio := s.widget("uncertainty.capRange").(*field.Trio)
	low, high := trio.Span()
	x := func(v float64) float32 { return 7.5 + (trio.Size().Width-15)*float32((v-low)/(high-low)) }
	pull := func(from float64, to ...float64) {
		press := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x(from), 10)}, Button: desktop.MouseButtonPrimary}
		trio.MouseDown(press)
		for _, v := range to {
			trio.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x(v), 10)}})
		}
		trio.MouseUp(press)
		trio.DragEnd()
		s.draw()
	}
	steps := s.desk.Session.Revision()
	pull(35e9, 36e9, 37e9, 60e9)
	of, _ := s.desk.Selected()
	if r := of.Uncertainty.CapRange; r.Low != of.Terms.Share.Cap || r.High != 41e9 || s.desk.Session.Revision() == steps {
		t.Errorf("dragged beyond the cap its low end is %s of %s", r.Low.Table(), of.Terms.Share.Cap.Table())
	}
	s.desk.Session.Undo()
	s.says("uncertainty.capRange", "slider", "$35.0B, $38.0B, $41.0B")
	pull(38e9, 39e9, 30e9)
	s.says("uncertainty.capRange", "slider", "$35.0B, $35.0B, $41.0B")
	s.desk.Session.Undo()
	s.says("uncertainty.capRange.low", "entry", "$35.0B")
	s.says("terms.share.cap", "entry", "$38.0B")
	s.says("uncertainty.capRange.high", "entry", "$41.0B")
	// Of a certain cap one drag makes an uncertain one.
	s.desk.DoOnce(edit.RemoveUncertainty("february-2026"))
	s.draw()
	low, high = trio.Span()
	if trio != s.widget("uncertainty.capRange") {
		t.Error("the slider is made again under the hand")
	}
	pull(38e9, 40e9)
	if of, _ := s.desk.Selected(); of.Uncertainty == nil || of.Uncertainty.CapRange == nil || of.Uncertainty.CapRange.Low != 38e9 || of.Uncertainty.CapRange.High <= 38e9 {
		t.Errorf("it is %+v", of.Uncertainty)
	}
}

func TestWithoutAScenarioThereIsNothing(t *testing.T) {
	s := sit(t, "february-2026")
	for s.desk.Session.Len() > 0 {
		of, _ := s.desk.Selected()
		s.desk.DoOnce(edit.DeleteScenario(of.ID))
	}
	s.draw()
	if picture, _ := s.view.Picture(); len(s.seen()) != 0 || s.view.Drawn() != s.desk.Session.Revision() || len(picture.Subjects()) != 0 {
		t.Errorf("of nothing there is %v", keys(s.seen()))
	}
}
