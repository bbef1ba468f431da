package why_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/edit"
	"headroom/scenario/explain"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
	"headroom/ui"
	"headroom/ui/desktest"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/why"
	"headroom/ui/windowtest"
)

// asker sits before the default workspace, 1440 by 900, in the Plan view.
func asker(t testing.TB) (*windowtest.Seat, *ui.Planner) {
	t.Helper()
	d := windowtest.Default(t)
	d.P.Window.Resize(fyne.NewSize(1440, 900))
	d.P.Window.Canvas().Capture()
	return d, d.P
}

// listed returns the widgets that can be seen, by name.
func listed(p *ui.Planner) map[string]inspect.Seen {
	widgets := map[string]inspect.Seen{}
	for _, w := range p.Inspect().Widgets {
		widgets[w.Name] = w
	}
	return widgets
}

// inPrompt returns what the prompt on top lists under a name.
func inPrompt(t testing.TB, p *ui.Planner, name string) inspect.Widget {
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

func pressIn(t testing.TB, p *ui.Planner, name string) {
	t.Helper()
	test.Tap(inPrompt(t, p, name).(fyne.Tappable))
}

// told returns what the prompt on top says.
func told(p *ui.Planner) string {
	return strings.Join(desktest.Texts(p.Prompts.All[len(p.Prompts.All)-1].Popup.Content), "|")
}

func TestResultsAreAskedByPressingTheirCards(t *testing.T) {
	d, p := asker(t)
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
		d.Tap(name)
		if tip := d.Widget("button", name).(*look.CardButton).Tooltip(); tip != "Why this number?" {
			t.Errorf("%s has the tooltip %q", name, tip)
		}
		if got := p.Inspect().Dialog; got != "why" {
			t.Fatalf("%s opens %q", name, got)
		}
		said := "|" + told(p) + "|"
		for _, words := range want {
			if !strings.Contains(said, "|"+words+"|") {
				t.Errorf("%s: no %q in %s", name, words, said)
			}
		}
		pressIn(t, p, "dialog.ok")
		if got := p.Inspect().Dialog; got != "" {
			t.Errorf("%s: Close leaves %q", name, got)
		}
	}
}

func TestCellsAreAskedByTheirColumn(t *testing.T) {
	d, p := asker(t)
	for _, tc := range []struct {
		sentence    string
		period      string
		row         int
		title, want string
	}{
		{"a year's share", "year", 2, "Share before the cap", "Share before the cap in 2028|$22.60B"},
		{"a year's name", "year", 2, "Year", "Paid in 2028|$19.60B"},
		{"a year's headroom", "year", 1, "Headroom", "Headroom at the end of 2027|$19.60B"},
		{"the cut fiscal year", "fiscal-year", 0, "Revenue", "Revenue in FY2026|"},
		{"a quarter", "quarter", 11, "Cap used", "Cap used by the end of 2028|100%"},
		{"a month", "month", 59, "Counted toward the cap", "Counted toward the cap by the end of 2030|$38.00B"},
	} {
		d.Tap("table." + tc.period)
		table := d.Sheet("table")
		column := -1
		for i := range 10 {
			if table.Title(i) == tc.title {
				column = i
			}
		}
		table.OnAsk(tc.row, column)
		if said := told(p); !strings.Contains(said, tc.want) {
			t.Errorf("%s: no %q in %s", tc.sentence, tc.want, said)
		}
		p.Prompts.Cancel()
	}
}

func TestEnterAsksAboutTheSelectedRow(t *testing.T) {
	d, p := asker(t)
	d.Sheet("table").Select(1)
	grid := focusable(d.Sheet("table"))
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if said := told(p); !strings.Contains(said, "Paid in 2027|$12.40B") {
		t.Error(said)
	}
	// The prompt takes the keys: Down scrolls, Escape closes.
	focused := p.Window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := p.Inspect().Dialog; got != "" {
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

func TestOneLeadsOnToOtherFiguresAndSpans(t *testing.T) {
	_, p := asker(t)
	why.Ask(p.Desk, explain.Question{Figure: explain.Paid, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 12)})
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
	if got := p.Inspect().Dialog; got != "" {
		t.Errorf("Escape on the choice leaves %q", got)
	}
}

func TestEveryFigureIsExplainedInTheWindow(t *testing.T) {
	_, p := asker(t)
	workspace := preset.Default()
	for _, s := range workspace.Scenarios {
		p.Do(edit.Select(s.ID))
		for _, f := range why.Askable {
			why.Ask(p.Desk, explain.Whole(s, f))
			if said := told(p); strings.Count(said, "|") < 4 {
				t.Errorf("%s of %s: %s", f, s.ID, said)
			}
			p.Prompts.Cancel()
		}
	}
}

func TestAPromptKeepsOthersFromBeingAsked(t *testing.T) {
	d, p := asker(t)
	p.Prompts.Tell("other", "Other", "Something else.")
	d.Sheet("table").OnAsk(0, 0)
	if got := p.Inspect().Dialog; got != "other" {
		t.Errorf("above the prompt stands %q", got)
	}
}

func TestWithoutAScenarioNothingIsAsked(t *testing.T) {
	_, p := asker(t)
	w := preset.Default()
	w.Scenarios, w.View.Selected, w.View.Compared, w.View.Reference = nil, "", nil, ""
	p.Session.Replace(w)
	why.Ask(p.Desk, explain.Question{Figure: explain.Paid, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 12)})
	why.Sources(p.Desk)
	if got := p.Inspect().Dialog; got != "" {
		t.Errorf("%q is shown", got)
	}
}
