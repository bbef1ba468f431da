package field_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/inspect"
	"headroom/ui/look"
)

var (
	_ inspect.Widget = (*field.Number)(nil)
	_ inspect.Widget = (*field.Month)(nil)
	_ inspect.Widget = (*field.Text)(nil)
	_ inspect.Widget = (*field.Slider)(nil)
	_ inspect.Widget = (*field.Choice)(nil)
	_ inspect.Widget = (*field.Check)(nil)
	_ inspect.Widget = (*look.Button)(nil)
	_ inspect.Widget = (*look.CardButton)(nil)
)

func TestMonth(t *testing.T) {
	november := unit.NewMonth(2028, time.November)
	tests := []struct {
		says, none string
		do         func(m *field.Month)
		text, told string
		fault      string
	}{
		{"as people read it", "", func(*field.Month) {}, "Nov 2028", "", ""},
		{"as the files write it", "", func(m *field.Month) { enter(m, "2029-03"); press(m, fyne.KeyReturn) }, "Mar 2029", "2029-03 commit", ""},
		{"the same month in other words", "", func(m *field.Month) { enter(m, "november 2028"); press(m, fyne.KeyReturn) }, "Nov 2028", "", ""},
		{"a day of it", "", func(m *field.Month) { enter(m, "12/31/2029"); press(m, fyne.KeyReturn) }, "Dec 2029", "2029-12 commit", ""},
		{"the end of a year", "", func(m *field.Month) { enter(m, "end of 2029"); press(m, fyne.KeyReturn) }, "Dec 2029", "2029-12 commit", ""},
		{"a year of two digits", "", func(m *field.Month) { enter(m, "mar 26"); press(m, fyne.KeyReturn) }, "Mar 2026", "2026-03 commit", ""},
		{"a day of a month in doubt", "", func(m *field.Month) { enter(m, "5/6/2029"); press(m, fyne.KeyReturn) }, "May 2029", "2029-05 5/6/2029 is taken for May 6, 2029, not for Jun 5, 2029 commit", ""},
		{"three months", "", func(m *field.Month) { enter(m, "Q4 2029"); press(m, fyne.KeyReturn) }, "Q4 2029", "", "Q4 2029 is 3 months, Oct 2029 to Dec 2029; give one of them"},
		{"not a month", "", func(m *field.Month) { enter(m, "soon"); press(m, fyne.KeyReturn) }, "soon", "", `"soon" is not a month; write it like Nov 2028 or 2028-11`},
		{"empty where it must not be", "", func(m *field.Month) { enter(m, ""); press(m, fyne.KeyReturn) }, "", "", "enter a month, such as Nov 2028 or 2028-11"},
		{"empty where it may be", "never", func(m *field.Month) { enter(m, ""); press(m, fyne.KeyReturn) }, "", " commit", ""},
		{"never", "never", func(m *field.Month) { enter(m, "Never"); press(m, fyne.KeyReturn) }, "", " commit", ""},
		{"Up and Down step a month", "", func(m *field.Month) { press(m, fyne.KeyUp, fyne.KeyUp, fyne.KeyDown) }, "Dec 2028", "2028-12 2029-01 2028-12", ""},
		{"Shift steps a year", "", func(m *field.Month) {
			hold(m, desktop.KeyShiftRight, func() { press(m, fyne.KeyDown) })
		}, "Nov 2027", "2027-11", ""},
		{"the last month there is", "", func(m *field.Month) { m.Display(unit.LastMonth); press(m, fyne.KeyUp) }, "Dec 2100", "", ""},
		{"the first month there is", "", func(m *field.Month) { m.Display(unit.FirstMonth); press(m, fyne.KeyDown) }, "Jan 2000", "", ""},
		{"never steps to where it may begin", "never", func(m *field.Month) { m.Display(0); press(m, fyne.KeyUp) }, "Jun 2029", "2029-06", ""},
	}
	for _, tc := range tests {
		t.Run(tc.says, func(t *testing.T) {
			var told []string
			m := field.NewMonth("outlook.agiVerified", tc.none)
			m.From = unit.NewMonth(2029, time.June)
			m.OnEdit = func(v unit.Month) error { told = append(told, v.String()); return nil }
			m.OnDoubt = func(words string) { told = append(told, words) }
			m.OnCommit = func() { told = append(told, "commit") }
			m.Display(november)
			window(t, m).Canvas().Focus(m)
			tc.do(m)
			n := m.Inspect()
			text, fault := n.Text, n.Fault
			if got := strings.Join(told, " "); text != tc.text || got != tc.told || fault != tc.fault {
				t.Errorf("shows %q, told %q, error %q; want %q, %q, %q", text, got, fault, tc.text, tc.told, tc.fault)
			}
		})
	}
}

func TestText(t *testing.T) {
	var told []string
	x := field.NewText("name", "Scenario name")
	x.Check = func(text string) error {
		if text == "" {
			return errors.New("give the scenario a name")
		}
		return nil
	}
	x.OnEdit = func(text string) error { told = append(told, text); return nil }
	w := window(t, x)
	x.Display("Stall")
	steps := []struct{ says, typed, shows, told, fault string }{
		{"a name", "  Slow growth ", "Slow growth", "Slow growth", ""},
		{"the same name", "Slow growth", "Slow growth", "Slow growth", ""},
		{"no name", " ", " ", "Slow growth", "give the scenario a name"},
		{"another name", "R&D", "R&D", "Slow growth|R&D", ""},
	}
	for _, step := range steps {
		w.Canvas().Focus(x)
		enter(x, step.typed)
		w.Canvas().Unfocus()
		if got := strings.Join(told, "|"); x.Entry.Text != step.shows || got != step.told || x.ErrorText() != step.fault {
			t.Errorf("%s: shows %q, told %q, error %q", step.says, x.Entry.Text, got, x.ErrorText())
		}
	}
}

func TestChoice(t *testing.T) {
	var told []int
	c := field.NewChoice("terms", []string{"Amended", "Prior", "Blank"}, func(i int) { told = append(told, i) })
	c.Other = "Own terms"
	w := window(t, c)
	press(c, fyne.KeyUp)
	press(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if fmt.Sprint(told) != "[1 2]" || c.Index() != 2 {
		t.Errorf("keys chose %v, now %d", told, c.Index())
	}
	c.Display(-1)
	if n := c.Inspect(); n.Text != "Own terms" || len(told) != 2 {
		t.Errorf("with no option it shows %q, told %v", n.Text, told)
	}
	test.Tap(c)
	menu := openMenu(t, w)
	if len(menu.Items) != 3 {
		t.Fatalf("a menu of %d", len(menu.Items))
	}
	test.Tap(menu.Items[1].(fyne.Tappable))
	if c.Index() != 1 || len(told) != 3 {
		t.Errorf("the menu chose %d, told %v", c.Index(), told)
	}
	escaped := 0
	press(c, fyne.KeyEscape)
	c.Answer(nil, func() { escaped++ })
	press(c, fyne.KeyEscape)
	if escaped != 1 || c.Index() != 1 {
		t.Errorf("Escape was passed on %d times, and the choice is %d", escaped, c.Index())
	}
	c.Disable()
	press(c, fyne.KeyDown)
	test.Tap(c)
	if len(told) != 3 || w.Canvas().Overlays().Top() != nil {
		t.Error("a disabled choice can be changed")
	}
}

func openMenu(t *testing.T, w fyne.Window) *widget.PopUpMenu {
	t.Helper()
	var menu *widget.PopUpMenu
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if m, ok := o.(*widget.PopUpMenu); ok {
			menu = m
		}
		if wid, ok := o.(fyne.Widget); ok && menu == nil {
			for _, child := range test.WidgetRenderer(wid).Objects() {
				walk(child)
			}
		}
	}
	if top := w.Canvas().Overlays().Top(); top != nil {
		walk(top)
	}
	if menu == nil {
		t.Fatal("no menu is open")
	}
	return menu
}

func TestCheck(t *testing.T) {
	var told []bool
	c := field.NewCheck("scenario.stall.tick", "", func(b bool) { told = append(told, b) })
	window(t, c)
	test.Tap(c)
	press(c, fyne.KeySpace)
	c.Display(true)
	c.Display(true)
	press(c, fyne.KeyTab)
	if fmt.Sprint(told) != "[true false]" || !c.Ticked() {
		t.Errorf("told %v, ticked %v", told, c.Ticked())
	}
	if n := c.Inspect(); n.Kind != "check" || n.Text != "on" || !n.Enabled {
		t.Errorf("inspected as %s %s %v", n.Kind, n.Text, n.Enabled)
	}
	c.Disable()
	test.Tap(c)
	if !c.Ticked() {
		t.Error("a disabled box can be ticked")
	}
}

func TestRowShowsTheFirstErrorBelow(t *testing.T) {
	a, b := field.NewNumber("a", amounts()), field.NewNumber("b", amounts())
	row := field.NewRow(look.NewColumns(look.Gap, look.Natural, look.Stretch, 80, 80), field.NewLabel("2027"), field.NewSlider("s", field.Linear(0, 1, 0.1)), a, b)
	w := window(t, container.NewVBox(row))
	rest := row.MinSize().Height
	steps := []struct {
		says  string
		field *field.Number
		typed string
		want  string
	}{
		{"a bad second entry", b, "y", "Enter a number from 0 to 100. Still using 0.0."},
		{"then a bad first", a, "500", "Enter a number from 0 to 100. Still using 0.0."},
		{"the first mended", a, "50", "Enter a number from 0 to 100. Still using 0.0."},
		{"the second mended", b, "50", ""},
	}
	for _, step := range steps {
		w.Canvas().Focus(step.field)
		enter(step.field, step.typed)
		w.Canvas().Unfocus()
		if got := row.Message(); got != step.want {
			t.Errorf("%s: %q, want %q", step.says, got, step.want)
		}
		if grown := row.MinSize().Height > rest; grown != (step.want != "") {
			t.Errorf("%s: the row is %v high, at rest %v", step.says, row.MinSize().Height, rest)
		}
	}
}

func TestRowShowsAnErrorItWasMadeWith(t *testing.T) {
	a := field.NewNumber("a", amounts())
	a.SetErrorText("no revenue to grow from")
	row := field.NewRow(look.NewColumns(look.Gap, look.Natural, 80), field.NewLabel("2027"), a)
	window(t, row)
	if got, want := row.Message(), "No revenue to grow from. Still using 0.0."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
