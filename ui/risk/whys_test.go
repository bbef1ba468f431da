package risk_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/export"
	"headroom/scenario/outcomes"
	plotrisk "headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
	"headroom/ui/look"
	"headroom/ui/sheet"
)

// told returns all that the prompt on top says, and closes it.
func (s *seat) told() string {
	s.Helper()
	if s.desk.Prompts.Name() != "why" {
		s.Fatalf("nothing is explained, but %q", s.desk.Prompts.Name())
	}
	var said []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch w := o.(type) {
		case *look.Text:
			said = append(said, w.Content)
		case *widget.Label:
			said = append(said, w.Text)
		case interface{ Content() string }:
			said = append(said, w.Content())
		}
		for _, child := range children(o) {
			walk(child)
		}
	}
	for _, o := range s.desk.Window.Canvas().Overlays().List() {
		walk(o)
	}
	s.desk.Prompts.Key(fyne.KeyEscape)
	return strings.Join(said, "\n")
}

// Every number says why it is what it is, with its paths and its seed: answers, cells of
// tables, and by keys the places of the charts.
func TestEveryNumberIsExplained(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetCompared("february-2026", "april-2025"))
	s.catchUp()
	r := s.ran(simulate.Options{})
	key := func(name string, keys ...fyne.KeyName) func() {
		return func() {
			view := s.widget(name).(fyne.Focusable)
			s.desk.Window.Canvas().Focus(view)
			for _, k := range keys {
				view.TypedKey(&fyne.KeyEvent{Name: k})
			}
		}
	}
	cell := func(name string, row, column int) func() {
		return func() { s.widget(name).(*sheet.Sheet).OnAsk(row, column) }
	}
	tap := func(name string) func() { return func() { test.Tap(s.button(name)) } }
	for _, c := range []struct {
		says string
		do   func()
		want []string
	}{
		{"how likely", tap("risk.reached"), []string{simulate.Likely(r.Reached.Value), "Standard error"}},
		{"the date", tap("risk.date"), []string{"Median", r.Dates[3].Date.Medium(), r.Dates[6].Date.Medium()}},
		{"what is paid", tap("risk.paid"), []string{"95% of the paths below", r.Paid.Percentiles[6].Table(), "Projection"}},
		{"what is saved", tap("risk.saved"), []string{"One more dollar of cap", unit.Amount(1e9 * r.PriceOfCap.Value).Table()}},
		{"the end of the first quarter in the fan", key("risk.fan", fyne.KeyHome, fyne.KeyReturn), []string{"by the end of Q1 2026", r.Quarters[0].Percentiles[0].Table()}},
		{"the first quarter's bar", key("risk.dates", fyne.KeyHome, fyne.KeyReturn), []string{"Cap reached in Q1 2026", "0%"}},
		{"never", key("risk.dates", fyne.KeyEnd, fyne.KeyReturn), []string{"not by 2030", simulate.Likely(1 - r.Reached.Value)}},
		{"the first bar of amounts", key("risk.amounts", fyne.KeyHome, fyne.KeyReturn), []string{"Pay that", "Pay less", "and reach the cap"}},
		{"the draw that comes last", key("risk.drivers.chart", fyne.KeyEnd, fyne.KeyReturn), []string{"2030 growth: of the spread of the date", "first-order Sobol index"}},
		{"a cell of the ranking", cell("risk.drivers", 0, 3), []string{"2027 growth: of the spread of what is paid"}},
		{"a cell of the race", cell("risk.race", 0, 1), []string{"is first: February 2026 plan against April 2025 plan", "same draws of growth"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			c.do()
			told := s.told()
			for _, part := range append(c.want, "Seed", "8,192", "standard deviation of log growth") {
				if !strings.Contains(told, part) {
					t.Errorf("it says\n%s\nwithout %q", told, part)
				}
			}
		})
	}
}

// Races are run on fewer paths than a large run, which is said of what they come to.
func TestARaceSaysOnHowManyPaths(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetCompared("february-2026", "april-2025"))
	s.view.ShowAs(export.View{Kind: plotrisk.KindFan, Risk: export.RiskView{Paths: 65536, Seed: 1}})
	s.catchUp()
	s.widget("risk.race").(*sheet.Sheet).OnAsk(0, 1)
	if told := s.told(); !strings.Contains(told, "8,192") || !strings.Contains(told, "the full one has 65,536") {
		t.Errorf("a cell of the race says\n%s", told)
	}
}

// A path says year by year why it reaches its cap or does not; Up and Down go from one
// to the next without a pointer.
func TestAPathSaysWhy(t *testing.T) {
	s := sit(t, "slump")
	fan := s.chart("risk.fan")
	s.desk.Window.Canvas().Focus(fan)
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown} {
		fan.TypedKey(&fyne.KeyEvent{Name: key})
		s.draw()
	}
	test.Tap(s.button("risk.path.why"))
	told := s.told()
	for _, part := range []string{"not reached", "of the cap is left at the end", "2027 growth", "planned "} {
		if !strings.Contains(told, part) {
			t.Errorf("the 5th path in a hundred says\n%s\nwithout %q", told, part)
		}
	}
	for range 4 {
		fan.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	s.draw()
	test.Tap(s.button("risk.path.why"))
	if told := s.told(); !strings.Contains(told, "What counts fills the cap") {
		t.Errorf("the 95th says\n%s", told)
	}
}

// A path is later or earlier than the projection because of a year up to then.
func TestAPathSaysWhichYearDelaysIt(t *testing.T) {
	s := sit(t, "july-2026")
	fan := s.chart("risk.fan")
	s.desk.Window.Canvas().Focus(fan)
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			fan.TypedKey(&fyne.KeyEvent{Name: key})
			s.draw()
		}
	}
	of, _ := s.desk.Selected()
	p, err := scenario.Prepare(of)
	if err != nil {
		t.Fatal(err)
	}
	var m simulate.Simulator
	press(fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	for _, c := range []struct {
		keys []fyne.KeyName
		says string
	}{
		{nil, "later"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, "earlier"},
	} {
		press(c.keys...)
		test.Tap(s.button("risk.path.why"))
		told := s.told()
		_, number, _ := strings.Cut(told, " on path ")
		number, _, _ = strings.Cut(number, "\n")
		index, err := strconv.Atoi(strings.ReplaceAll(number, ",", ""))
		if err != nil {
			t.Fatalf("%v in\n%s", err, told)
		}
		path, err := outcomes.At(t.Context(), &m, p, simulate.Options{}, index-1)
		if err != nil {
			t.Fatal(err)
		}
		year, off := 0, 0.0
		for y := 2026; y <= path.Reached.Date.Month.Year(); y++ {
			growth := math.Log(path.Factors[y-2026])
			if y > 2026 {
				growth -= math.Log(path.Factors[y-2027])
			}
			if c.says == "later" {
				growth = -growth
			}
			if growth > off {
				year, off = y, growth
			}
		}
		want := fmt.Sprintf(" %s than in the projection: %d grows by ", c.says, year)
		if !strings.Contains(told, want) || !strings.Contains(told, " instead of ") {
			t.Errorf("path %d, reached %s, says\n%s\nwithout %q", path.Index+1, path.Reached, told, want)
		}
	}
}

// That less or more than the projection is paid on average is the cap's doing, or that of
// a range which leans to one side.
func TestTheGapSaysWhereItComesFrom(t *testing.T) {
	for _, c := range []struct {
		id     string
		change func(id string) edit.Change
		says   string
	}{
		{"slump", nil, "less than the single line says: the cap cuts only the upside"},
		{"july-2026", func(id string) edit.Change { return edit.SetCapRange(id, 29e9, 39e9) }, "less than the single line says: the range of the cap goes further down than up"},
		{"july-2026", func(id string) edit.Change { return edit.SetCapRange(id, 37e9, 48e9) }, "more than the single line says: the range of the cap goes further up than down"},
	} {
		s := sit(t, c.id)
		if c.change != nil {
			s.desk.DoOnce(c.change(c.id))
			s.catchUp()
		}
		s.says("risk.paid", "button", c.says)
	}
}

// A race says that both are on the same draws, and which paths its days are of.
func TestARaceSaysWhichPathsItIsOf(t *testing.T) {
	s := sit(t, "slump")
	s.desk.DoOnce(edit.SetCompared("july-2026", "slump"))
	s.catchUp()
	var said []string
	for _, o := range test.LaidOutObjects(s.view.Object()) {
		if text, ok := o.(*canvas.Text); ok {
			said = append(said, text.Text)
		}
	}
	for _, part := range []string{"July 2026 plan gets there before Slump (illustrative) on ", " of the paths, drawn alike for both, by ", " days on average where both get there."} {
		if !strings.Contains(strings.Join(said, " "), part) {
			t.Errorf("the view says %q, without %q", said, part)
		}
	}
}
