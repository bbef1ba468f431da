package sheet

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestSelection(t *testing.T) {
	s := New("table")
	s.Set(table(2, 100))
	w := show(t, s, fyne.NewSize(300, headHeight+5*rowHeight))
	var tapped []string
	s.OnTap = func(row, column int) { tapped = append(tapped, fmt.Sprint(row, ",", column)) }
	press := func(name fyne.KeyName) func() {
		return func() { s.grid.TypedKey(&fyne.KeyEvent{Name: name}) }
	}
	tap := func(x, y float32) func() {
		return func() { test.TapAt(s.grid, fyne.NewPos(x, y)) }
	}
	steps := []struct {
		says string
		do   func()
		want int
	}{
		{"nothing at the start", func() {}, -1},
		{"Down selects the first", press(fyne.KeyDown), 0},
		{"Up stays", press(fyne.KeyUp), 0},
		{"a page", press(fyne.KeyPageDown), 4},
		{"End", press(fyne.KeyEnd), 99},
		{"Down at the end stays", press(fyne.KeyDown), 99},
		{"Home", press(fyne.KeyHome), 0},
		{"a click on the head selects nothing else", tap(10, headHeight-1), 0},
		{"a click on the second row", tap(10, headHeight+rowHeight), 1},
		{"a click in the second column", tap(290, headHeight+rowHeight-1), 0},
		{"Escape ends the selection", press(fyne.KeyEscape), -1},
		{"another key does nothing", press(fyne.KeyTab), -1},
	}
	for _, step := range steps {
		step.do()
		if s.Selected() != step.want {
			t.Errorf("%s: row %d, want %d", step.says, s.Selected(), step.want)
		}
	}
	if got := strings.Join(tapped, " "); got != "1,0 0,1" {
		t.Errorf("tapped %q", got)
	}
	s.Select(50)
	if top := 50 * rowHeight; s.scroll.Offset.Y > top || s.scroll.Offset.Y+5*rowHeight < top+rowHeight {
		t.Errorf("row 50 is not in view at offset %v", s.scroll.Offset.Y)
	}
	s.Set(table(2, 50))
	if s.Selected() != -1 {
		t.Error("a row that is gone stays selected")
	}
	s.grid.MouseDown(&desktop.MouseEvent{})
	if w.Canvas().Focused() != fyne.Focusable(s.grid) {
		t.Error("a click does not give the focus")
	}
	if _, _, _, _, focused := s.Inspect(); !focused {
		t.Error("the inspection file does not tell the focus")
	}
}

func TestAsking(t *testing.T) {
	s := New("table")
	s.Set(table(3, 4))
	s.Ask = "Why?"
	w := show(t, s, fyne.NewSize(300, headHeight+5*rowHeight))
	var asked []string
	press := func(name fyne.KeyName) func() {
		return func() { s.grid.TypedKey(&fyne.KeyEvent{Name: name}) }
	}
	at := func(row, column int) fyne.Position {
		return fyne.NewPos(s.grid.lefts[column]+1, headHeight+float32(row)*rowHeight+1)
	}
	tap := func(row, column int) func() { return func() { test.TapAt(s.grid, at(row, column)) } }
	press(fyne.KeyReturn)() // Nobody is asked.
	if got := s.Title(-1) + s.Title(2) + s.Title(3); got != "Column 2" {
		t.Errorf("columns -1, 2 and 3 are called %q", got)
	}
	s.OnAsk = func(row, column int) { asked = append(asked, fmt.Sprint(row, ",", column)) }
	for _, step := range []struct {
		says string
		do   func()
		want string
	}{
		{"Enter with no row selected", press(fyne.KeyReturn), ""},
		{"Enter on a row reached by keys", func() { press(fyne.KeyDown)(); press(fyne.KeyReturn)() }, "0,-1"},
		{"a first click", tap(1, 2), ""},
		{"a second click on the cell", tap(1, 2), "1,2"},
		{"a click beside it", tap(1, 1), ""},
		{"a click below it", tap(2, 1), ""},
		{"Enter asks of the column clicked last", press(fyne.KeyEnter), "2,1"},
		{"the menu of another cell", func() {
			test.TapSecondaryAt(s.grid, at(3, 2))
			test.Tap(menuOf(t, w).Items[0].(fyne.Tappable))
		}, "3,2"},
		{"the menu key", func() {
			press(desktop.KeyMenu)()
			test.Tap(menuOf(t, w).Items[0].(fyne.Tappable))
		}, "3,0"},
		{"a table of fewer columns forgets the column", func() { tap(0, 2)(); s.Set(table(2, 4)); press(fyne.KeyReturn)() }, "0,-1"},
	} {
		asked = nil
		step.do()
		if got := strings.Join(asked, " "); got != step.want {
			t.Errorf("%s: %q, want %q", step.says, got, step.want)
		}
	}
}

// menuOf returns the menu that is open in a window.
func menuOf(t *testing.T, w fyne.Window) *widget.PopUpMenu {
	t.Helper()
	overlay, ok := w.Canvas().Overlays().Top().(fyne.Widget)
	if !ok {
		t.Fatal("no menu is open")
	}
	for _, object := range test.WidgetRenderer(overlay).Objects() {
		if menu, ok := object.(*widget.PopUpMenu); ok {
			return menu
		}
	}
	t.Fatal("what is open is no menu")
	return nil
}

func TestCopy(t *testing.T) {
	s := New("table")
	s.Set([]Column{{Title: "Result"}, {Title: "R&D\tplan"}}, [][]Cell{
		{{Text: "Paid"}, {Text: "$38.00B", Note: "+$3.00B (+15%)"}},
		{{Text: "Saved"}, {Text: "$0"}},
	})
	show(t, s, fyne.NewSize(600, 200))
	var copied string
	s.OnCopy = func(text string) { copied = text }
	all := "Result\tR&D plan\nPaid\t$38.00B +$3.00B (+15%)\nSaved\t$0\n"
	s.grid.TypedShortcut(&fyne.ShortcutCopy{})
	if copied != all {
		t.Errorf("with no row selected: %q", copied)
	}
	s.Select(1)
	s.grid.TypedShortcut(&fyne.ShortcutCopy{})
	if copied != "Result\tR&D plan\nSaved\t$0\n" {
		t.Errorf("with the second row selected: %q", copied)
	}
	if s.Text() != all {
		t.Errorf("the text is %q", s.Text())
	}
}
