package sheet

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
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
