package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/live"
	"headroom/ui/look"
)

// asker is a planner on the default workspace, 1440 by 900, and its Plan view.
func asker(t testing.TB) (*Planner, *planView) {
	t.Helper()
	inline := func(f func()) { f() }
	p := New(test.NewTempApp(t), Options{Workspace: atFebruary(), Live: &live.Live{Go: inline, Do: inline, Now: time.Now}})
	p.Window.Resize(fyne.NewSize(1440, 900))
	p.Window.Canvas().Capture()
	return p, p.panels[ViewPlan].(*planView)
}

// listed returns the widgets that can be seen, by name.
func listed(p *Planner) map[string]inspect.Seen {
	widgets := map[string]inspect.Seen{}
	for _, w := range p.inspect().Widgets {
		widgets[w.Name] = w
	}
	return widgets
}

// inPrompt returns what the prompt on top lists under a name.
func inPrompt(t testing.TB, p *Planner, name string) inspect.Widget {
	t.Helper()
	if len(p.Prompts.All) == 0 {
		t.Fatal("no prompt is shown")
	}
	top := p.Prompts.All[len(p.Prompts.All)-1]
	all := append(append([]inspect.Widget{}, top.Fields...), top.Buttons...)
	if top.Scrolled != nil {
		all = append(all, top.Scrolled()...)
	}
	for _, w := range all {
		if w.InspectName() == name {
			return w
		}
	}
	t.Fatalf("the prompt %s has no %s", top.Name, name)
	return nil
}

func pressIn(t testing.TB, p *Planner, name string) {
	t.Helper()
	test.Tap(inPrompt(t, p, name).(fyne.Tappable))
}

// texts returns what an object and all in it say, hidden ones left out.
func texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var all []string
	switch o := o.(type) {
	case *look.Text:
		return []string{o.Content}
	case *look.Button:
		return []string{o.Text()}
	case *widget.Label:
		return []string{o.Text}
	case *widget.RichText:
		return []string{o.String()}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, texts(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, texts(child)...)
		}
	}
	return all
}

// told returns what the prompt on top says.
func told(p *Planner) string {
	return strings.Join(texts(p.Prompts.All[len(p.Prompts.All)-1].Popup.Content), "|")
}

func TestResultsAreAskedByPressingTheirCards(t *testing.T) {
	p, v := asker(t)
	for name, want := range map[string][]string{
		// The worked case of the model: 36.23 through October, 1.77 of room, 23rd.
		"result.cap-reached":   {"Cap reached", "Nov 23, 2028", "Total cap", "$38.00B", "OpenAI, 2026 revenue", "reported", "The Information; May 11, 2026"},
		"result.paid":          {"Paid through 2030", "$38.00B", "20% × $673.00B", "$134.60B"},
		"result.forgone":       {"Saved by the cap through 2030", "$96.60B"},
		"result.present-value": {"Present value paid through 2030", "$31.72B", "Discount rate", "10%"},
	} {
		if shown, found := listed(p)[name]; !found || shown.Kind != "button" || shown.Text == "" {
			t.Errorf("%s is not listed as a button with its text: %+v", name, shown)
		}
		for _, w := range v.results.named() {
			if w.InspectName() == name {
				test.Tap(w.(fyne.Tappable))
				if tip := w.(*look.CardButton).Tooltip(); tip != "Why this number?" {
					t.Errorf("%s has the tooltip %q", name, tip)
				}
			}
		}
		if got := p.inspect().Dialog; got != "why" {
			t.Fatalf("%s opens %q", name, got)
		}
		said := "|" + told(p) + "|"
		for _, words := range want {
			if !strings.Contains(said, "|"+words+"|") {
				t.Errorf("%s: no %q in %s", name, words, said)
			}
		}
		pressIn(t, p, "dialog.ok")
		if got := p.inspect().Dialog; got != "" {
			t.Errorf("%s: Close leaves %q", name, got)
		}
	}
}

func TestCellsAreAskedByTheirColumn(t *testing.T) {
	p, v := asker(t)
	for _, tc := range []struct {
		sentence    string
		period, row int
		title, want string
	}{
		{"a year's share", 0, 2, "Share before the cap", "Share before the cap in 2028|$22.60B"},
		{"a year's name", 0, 2, "Year", "Paid in 2028|$19.60B"},
		{"a year's headroom", 0, 1, "Headroom", "Headroom at the end of 2027|$19.60B"},
		{"the cut fiscal year", 1, 0, "Revenue", "Revenue in FY2026|"},
		{"a quarter", 2, 11, "Cap used", "Cap used by the end of 2028|100%"},
		{"a month", 3, 59, "Counted toward the cap", "Counted toward the cap by the end of 2030|$38.00B"},
	} {
		test.Tap(v.periods.Buttons()[tc.period])
		column := -1
		for i := range 10 {
			if v.table.Title(i) == tc.title {
				column = i
			}
		}
		v.table.OnAsk(tc.row, column)
		if said := told(p); !strings.Contains(said, tc.want) {
			t.Errorf("%s: no %q in %s", tc.sentence, tc.want, said)
		}
		p.Prompts.Cancel()
	}
}

func TestEnterAsksAboutTheSelectedRow(t *testing.T) {
	p, v := asker(t)
	v.table.Select(1)
	grid := focusable(v.table)
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if said := told(p); !strings.Contains(said, "Paid in 2027|$12.40B") {
		t.Error(said)
	}
	// The prompt takes the keys: Down scrolls, Escape closes.
	focused := p.Window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := p.inspect().Dialog; got != "" {
		t.Errorf("Escape leaves %q", got)
	}
}

// focusable returns the part of a widget that takes the focus.
func focusable(o fyne.CanvasObject) fyne.Focusable {
	if f, ok := o.(fyne.Focusable); ok {
		return f
	}
	if w, ok := o.(fyne.Widget); ok {
		for _, child := range test.WidgetRenderer(w).Objects() {
			if f := focusable(child); f != nil {
				return f
			}
		}
	}
	return nil
}

func TestChartIsAskedByMenuAndKey(t *testing.T) {
	p, v := asker(t)
	key := func(name fyne.KeyName) { v.chart.View.TypedKey(&fyne.KeyEvent{Name: name}) }
	ask := func(sentence, want string, do func()) {
		t.Helper()
		do()
		if len(p.Prompts.All) == 0 {
			t.Fatalf("%s asks nothing", sentence)
		}
		if said := told(p); !strings.Contains(said, want) {
			t.Errorf("%s: no %q in %s", sentence, want, said)
		}
		p.Prompts.Cancel()
		p.Window.Canvas().Focus(v.chart.View)
	}
	ask("Enter without a crosshair", "Counted toward the cap by the end of November 2028|$38.00B", func() { key(fyne.KeyReturn) })
	ask("Enter at the crosshair", "Counted toward the cap by the end of 2030|", func() { key(fyne.KeyEnd); key(fyne.KeyEnter) })
	middle := fyne.NewPos(float32(v.chart.Frame.X(unit.NewMonth(2027, 6), 0.5)), float32(v.chart.Frame.Plot.Top)+20)
	ask("hovering and Enter", "by the end of June 2027|", func() { v.chart.View.OnHover(middle); key(fyne.KeyReturn) })
	ask("the menu", "by the end of June 2027|", func() {
		v.chart.View.OnSecondary(middle)
		overlay := p.Window.Canvas().Overlays().Top().(fyne.Widget)
		for _, o := range test.WidgetRenderer(overlay).Objects() {
			if menu, ok := o.(*widget.PopUpMenu); ok {
				if got := texts(menu); len(got) == 0 && len(menu.Items) != 1 {
					t.Errorf("the menu offers %v", got)
				}
				test.Tap(menu.Items[0].(fyne.Tappable))
			}
		}
	})
	test.Tap(v.kind.Buttons()[1])
	p.Window.Canvas().Capture()
	ask("the bar under the pointer", "Paid in 2027|$12.40B", func() { key(fyne.KeyReturn) })
	before := len(p.Prompts.All)
	v.chart.View.OnSecondary(fyne.NewPos(-50, 0))
	if len(p.Prompts.All) != before || p.Window.Canvas().Overlays().Top() != nil {
		t.Error("a place beside the plot can be asked")
	}
}

func TestOneLeadsOnToOtherFiguresAndSpans(t *testing.T) {
	p, _ := asker(t)
	p.onWhy(explain.Question{Figure: explain.Paid, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 12)})
	if w := listed(p)["why.earlier"]; w.Enabled {
		t.Error("there is a year before the first")
	}
	pressIn(t, p, "why.later")
	pressIn(t, p, "why.later")
	if said := told(p); !strings.Contains(said, "Paid in 2028|$19.60B") {
		t.Errorf("twice later: %s", said)
	}
	choice := inPrompt(t, p, "why.figure").(*field.Choice)
	choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if said := told(p); !strings.Contains(said, "Saved by the cap in 2028|$3.00B") {
		t.Errorf("the next figure: %s", said)
	}
	pressIn(t, p, "why.earlier")
	if said := told(p); !strings.Contains(said, "Saved by the cap in 2027|$0") {
		t.Errorf("the year before: %s", said)
	}
	choice.OnEdit(0)
	if said := told(p); !strings.Contains(said, "Cap reached|Nov 23, 2028") || strings.Contains(said, "Earlier") {
		t.Errorf("of the cap: %s", said)
	}
	choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := p.inspect().Dialog; got != "" {
		t.Errorf("Escape on the choice leaves %q", got)
	}
}

func TestEveryFigureIsExplainedInTheWindow(t *testing.T) {
	p, _ := asker(t)
	workspace := preset.Default()
	for _, s := range workspace.Scenarios {
		p.Do(edit.Select(s.ID))
		for _, f := range askable {
			p.onWhy(explain.Whole(s, f))
			if said := told(p); strings.Count(said, "|") < 4 {
				t.Errorf("%s of %s: %s", f, s.ID, said)
			}
			p.Prompts.Cancel()
		}
	}
}

func TestAPromptKeepsOthersFromBeingAsked(t *testing.T) {
	p, v := asker(t)
	p.Prompts.Tell("other", "Other", "Something else.")
	v.table.OnAsk(0, 0)
	if got := p.inspect().Dialog; got != "other" {
		t.Errorf("above the prompt stands %q", got)
	}
}

func TestWithoutAScenarioNothingIsAsked(t *testing.T) {
	p, _ := asker(t)
	w := preset.Default()
	w.Scenarios, w.View.Selected, w.View.Compared, w.View.Reference = nil, "", nil, ""
	p.Session.Replace(w)
	p.onWhy(explain.Question{Figure: explain.Paid, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 12)})
	p.onSources()
	if got := p.inspect().Dialog; got != "" {
		t.Errorf("%q is shown", got)
	}
}
