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
	w := show(t, s, fyne.NewSize(300, headLeast+5*RowHeight))
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
		{"a click on the head selects nothing else", tap(10, headLeast-1), 0},
		{"a click on the second row", tap(10, headLeast+RowHeight), 1},
		{"a click in the second column", tap(s.grid.lefts[1]+5, headLeast+RowHeight-1), 0},
		{"a click beside the table selects nothing else", tap(s.grid.width()+5, headLeast+3*RowHeight), 0},
		{"Escape ends the selection", press(fyne.KeyEscape), -1},
		{"another key does nothing", press(fyne.KeyTab), -1},
	}
	for _, step := range steps {
		step.do()
		if first, last := s.Selected(); first != step.want || last != step.want {
			t.Errorf("%s: rows %d to %d, want %d", step.says, first, last, step.want)
		}
	}
	s.Select(50)
	if top := 50 * RowHeight; s.scroll.Offset.Y > top || s.scroll.Offset.Y+5*RowHeight < top+RowHeight {
		t.Errorf("row 50 is not in view at offset %v", s.scroll.Offset.Y)
	}
	s.Set(table(2, 50))
	if first, _ := s.Selected(); first != -1 {
		t.Error("a row that is gone stays selected")
	}
	s.grid.MouseDown(&desktop.MouseEvent{})
	if w.Canvas().Focused() != fyne.Focusable(s.grid) {
		t.Error("a click does not give the focus")
	}
	if !s.Inspect().Focused {
		t.Error("the inspection file does not tell the focus")
	}
}

func TestSelectingSeveralRows(t *testing.T) {
	s := New("table")
	s.Set(table(2, 100))
	show(t, s, fyne.NewSize(300, headLeast+5*RowHeight))
	shift := false
	s.modifiers = func() fyne.KeyModifier {
		if shift {
			return fyne.KeyModifierShift
		}
		return 0
	}
	key := func(name fyne.KeyName, held bool) {
		shift = held
		s.grid.TypedKey(&fyne.KeyEvent{Name: name})
	}
	at := func(row int) fyne.Position { return fyne.NewPos(5, headLeast+(float32(row)+0.5)*RowHeight) }
	press := func(row int, held fyne.KeyModifier) {
		e := &desktop.MouseEvent{Modifier: held, Button: desktop.MouseButtonPrimary}
		e.Position = at(row)
		s.grid.MouseDown(e)
	}
	click := func(row int, held fyne.KeyModifier) {
		press(row, held)
		s.grid.Tapped(&fyne.PointEvent{Position: at(row)})
	}
	drag := func(from, to int) { // as a hand does, little by little
		for y := at(from).Y; y != at(to).Y; y += min(max(at(to).Y-y, -7), 7) {
			s.grid.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, y)}})
		}
		s.grid.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(to)}})
		s.grid.DragEnd()
	}
	asked := 0
	s.OnAsk = func(int, int) { asked++ }
	for _, step := range []struct {
		says        string
		do          func()
		first, last int
	}{
		{"Shift and Down with none selected", func() { key(fyne.KeyDown, true) }, 0, 0},
		{"Shift and Down goes on", func() { key(fyne.KeyDown, true); key(fyne.KeyDown, true) }, 0, 2},
		{"Shift and Up goes back", func() { key(fyne.KeyUp, true) }, 0, 1},
		{"Down alone goes on from the moving end", func() { key(fyne.KeyDown, false) }, 2, 2},
		{"Shift and Up, beyond the first", func() { key(fyne.KeyUp, true); key(fyne.KeyUp, true); key(fyne.KeyUp, true) }, 0, 2},
		{"Shift and End", func() { key(fyne.KeyEnd, true) }, 2, 99},
		{"Escape", func() { key(fyne.KeyEscape, true); s.scroll.ScrollToTop() }, -1, -1},
		{"a click with Shift and none selected", func() { click(3, fyne.KeyModifierShift) }, 3, 3},
		{"a click with Shift above", func() { click(1, fyne.KeyModifierShift) }, 1, 3},
		{"a click with Shift on the same cell, which asks nothing", func() { click(1, fyne.KeyModifierShift) }, 1, 3},
		{"a click", func() { click(2, 0) }, 2, 2},
		{"a drag downward", func() { press(1, 0); drag(1, 4) }, 1, 4},
		{"a drag upward, beyond the head", func() { press(3, 0); drag(3, -3) }, 0, 3},
		{"a drag from the head", func() { press(-1, 0); drag(-1, 2) }, 0, 3},
		{"a drag from beside the table", func() { drag(1, 2) }, 0, 3},
		{"a drag with Shift", func() { press(2, fyne.KeyModifierShift); drag(2, 5) }, 3, 5},
		{"a drag from beside it after one with Shift", func() { drag(1, 2) }, 3, 5},
		{"a click of a hand that trembles", func() { press(2, 0); drag(2, 2) }, 2, 2},
		{"all", func() { s.grid.TypedShortcut(&fyne.ShortcutSelectAll{}) }, 0, 99},
		{"fewer rows than were selected", func() { s.Set(table(2, 50)) }, -1, -1},
		{"all of none", func() { s.Set(table(2, 0)); s.SelectAll() }, -1, -1},
	} {
		step.do()
		if first, last := s.Selected(); first != step.first || last != step.last {
			t.Errorf("%s: rows %d to %d, want %d to %d", step.says, first, last, step.first, step.last)
		}
	}
	if asked != 0 {
		t.Errorf("it was asked %d times", asked)
	}
	s.Set(table(2, 9))
	for range 2 {
		press(4, 0)
		drag(4, 4)
	}
	if asked != 1 {
		t.Errorf("clicked twice by a hand that trembles, it was asked %d times", asked)
	}
}

func TestAsking(t *testing.T) {
	s := New("table")
	s.Set(table(3, 4))
	s.Ask = "Why?"
	w := show(t, s, fyne.NewSize(300, headLeast+5*RowHeight))
	var asked []string
	press := func(name fyne.KeyName) func() {
		return func() { s.grid.TypedKey(&fyne.KeyEvent{Name: name}) }
	}
	at := func(row, column int) fyne.Position {
		return fyne.NewPos(s.grid.lefts[column]+1, headLeast+float32(row)*RowHeight+1)
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
		}, "3,2"},
		{"Left", func() { press(fyne.KeyLeft)(); press(fyne.KeyReturn)() }, "3,1"},
		{"Left, beyond the first", func() { press(fyne.KeyLeft)(); press(fyne.KeyLeft)(); press(fyne.KeyReturn)() }, "3,0"},
		{"Right, beyond the last", func() {
			press(fyne.KeyRight)()
			press(fyne.KeyRight)()
			press(fyne.KeyRight)()
			press(fyne.KeyReturn)()
		}, "3,2"},
		{"Up keeps the column", func() { press(fyne.KeyUp)(); press(fyne.KeyReturn)() }, "2,2"},
		{"Right with no row selected", func() { press(fyne.KeyEscape)(); press(fyne.KeyRight)(); press(fyne.KeyReturn)() }, "0,2"},
		{"a table of fewer columns forgets the column", func() { tap(1, 2)(); s.Set(table(2, 4)); press(fyne.KeyReturn)() }, "1,-1"},
	} {
		asked = nil
		step.do()
		if got := strings.Join(asked, " "); got != step.want {
			t.Errorf("%s: %q, want %q", step.says, got, step.want)
		}
	}
}

// What is typed on a chosen cell is offered to the owner of the table, and else goes on.
func TestTyping(t *testing.T) {
	s := New("table")
	s.Set(table(3, 4))
	w := show(t, s, fyne.NewSize(300, headLeast+5*RowHeight))
	var passed, taken []string
	w.Canvas().SetOnTypedRune(func(r rune) { passed = append(passed, string(r)) })
	s.OnAsk = func(int, int) {}
	s.grid.TypedRune('1')
	s.OnType = func(row, column int, r rune) bool {
		taken = append(taken, fmt.Sprint(row, ",", column, string(r)))
		return column == 1
	}
	s.grid.TypedRune('2') // no cell is chosen
	test.TapAt(s.grid, fyne.NewPos(s.grid.lefts[1]+1, headLeast+2*RowHeight+1))
	s.grid.TypedRune('3')
	test.TapAt(s.grid, fyne.NewPos(s.grid.lefts[2]+1, headLeast+2*RowHeight+1))
	s.grid.TypedRune('4')
	if got, want := strings.Join(taken, " ")+"; "+strings.Join(passed, " "), "2,13 2,24; 1 2 4"; got != want {
		t.Errorf("offered and passed on are %q, want %q", got, want)
	}
}

func TestTheCellChosenIsShown(t *testing.T) {
	s := New("table")
	s.Set(table(8, 9))
	show(t, s, fyne.NewSize(s.grid.size().Width*0.6, headLeast+5*RowHeight))
	s.pick(0, 1)
	if s.grid.cell.Visible() {
		t.Error("a cell is shown where there is nobody to ask about it")
	}
	s.OnAsk = func(int, int) {}
	s.Select(-1)
	for _, key := range []fyne.KeyName{
		fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown,
		fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyEnd,
	} {
		s.grid.TypedKey(&fyne.KeyEvent{Name: key})
		cell, view := s.grid.cell, s.scroll
		left, right := cell.Position().X, cell.Position().X+cell.Size().Width
		from := view.Offset.X
		if s.column > 0 && from > 0 {
			from += s.grid.lefts[1]
		}
		if !cell.Visible() || left < from-0.01 || right > view.Offset.X+view.Size().Width+0.01 {
			t.Errorf("%s: column %d from %v to %v is not in view from %v", key, s.column, left, right, from)
		}
		if bottom := cell.Position().Y; bottom > view.Offset.Y+view.Size().Height-barHeight+0.01 {
			t.Errorf("%s: row %d is below what is in view, or under the bar", key, s.selected)
		}
		if row, column := s.grid.at(cell.Position().AddXY(1, -1)); row != s.selected || column != s.column {
			t.Errorf("%s: shown is cell %d, %d, chosen %d, %d", key, row, column, s.selected, s.column)
		}
		text, _ := s.grid.lineOf(s.selected).cells[s.column].place()
		if size := s.grid.lineOf(s.selected).cells[s.column].pieces[0].size; cell.Size().Width != size.Width || text.X != left || cell.Size().Height > 3 {
			t.Errorf("%s: what marks the cell is %v wide and %v high, no line below its figure", key, cell.Size().Width, cell.Size().Height)
		}
		s.grid.hover.at = cell.Position().AddXY(1, -1)
		if s.grid.Cursor() != desktop.PointerCursor {
			t.Errorf("%s: over the cell that a click asks about there is no hand", key)
		}
	}
	s.Extend(2)
	if s.grid.cell.Visible() {
		t.Error("a cell is shown where several rows are selected")
	}
	if s.grid.Cursor() != desktop.DefaultCursor {
		t.Error("there is a hand where a click asks nothing")
	}
}

func TestASelectionEndsWithWhatItWasMadeOn(t *testing.T) {
	named := func(names ...string) (rows [][]Cell) {
		for _, name := range names {
			rows = append(rows, []Cell{{Text: name}, {Text: "$1"}})
		}
		return rows
	}
	header := []Column{{Title: "Year"}, {Title: "Paid"}}
	for _, tc := range []struct {
		says   string
		then   func(s *Sheet)
		stays  bool
		notice int // how often it is told
	}{
		{"other figures of the same", func(s *Sheet) { s.SetSubject("a"); s.Set(header, named("2026", "2027", "2028")) }, true, 0},
		{"a row more below", func(s *Sheet) { s.SetSubject("a"); s.Set(header, named("2026", "2027", "2028", "2029")) }, true, 0},
		{"a row less below", func(s *Sheet) { s.SetSubject("a"); s.Set(header, named("2026", "2027")) }, true, 0},
		{"the row is gone", func(s *Sheet) { s.SetSubject("a"); s.Set(header, named("2026")) }, false, 1},
		{"another row in its place", func(s *Sheet) { s.SetSubject("a"); s.Set(header, named("2025", "2026", "2027")) }, false, 1},
		{"the same rows of something else", func(s *Sheet) { s.SetSubject("b"); s.Set(header, named("2026", "2027", "2028")) }, false, 1},
	} {
		s := New("table")
		s.SetSubject("a")
		s.Set(header, named("2026", "2027", "2028"))
		show(t, s, fyne.NewSize(300, 300))
		s.Select(1)
		told := 0
		s.OnSelect = func() { told++ }
		tc.then(s)
		if first, _ := s.Selected(); first >= 0 != tc.stays || told != tc.notice {
			t.Errorf("%s: row %d is selected, told %d times", tc.says, first, told)
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
	s.Set([]Column{{Title: "Result"}, {Title: "Plan", Copied: "Plan: difference", Unit: "USD"}}, [][]Cell{
		{{Text: "Paid"}, Words("no cap")}, {{Text: "Saved"}, {Text: "$0"}}, {{Text: "Due"}, Figure("$1.50B", "1500000000")},
	})
	w := show(t, s, fyne.NewSize(600, 200))
	var copied string
	var counted int
	s.OnCopy = func(header []Column, rows [][]Cell, count int) {
		copied, counted = header[1].CopiedTitle()+":", count
		for _, row := range rows {
			copied += " " + row[0].Text
		}
	}
	menu := func(row, item int) func() {
		return func() {
			test.TapSecondaryAt(s.grid, fyne.NewPos(5, headLeast+float32(row)*RowHeight+1))
			test.Tap(menuOf(t, w).Items[item].(fyne.Tappable))
		}
	}
	ctrlC := func() { s.grid.TypedShortcut(&fyne.ShortcutCopy{}) }
	for _, step := range []struct {
		says string
		do   func()
		want string
		rows int
	}{
		{"no row selected", ctrlC, "Paid Saved Due", 0},
		{"the second row selected", func() { s.Select(1); ctrlC() }, "Saved", 1},
		{"two rows selected", func() { s.Extend(2); ctrlC() }, "Saved Due", 2},
		{"the menu of a row selected with others", menu(1, 1), "Saved Due", 2},
		{"the menu of another row", menu(0, 1), "Paid", 1},
		{"the menu's table", menu(0, 0), "Paid Saved Due", 0},
		{"all rows selected", func() { s.SelectAll(); ctrlC() }, "Paid Saved Due", 0},
	} {
		copied, counted = "", -1
		step.do()
		if want := "Plan: difference (USD): " + step.want; copied != want || counted != step.rows {
			t.Errorf("%s: %q of %d rows, want %q of %d", step.says, copied, counted, want, step.rows)
		}
	}
	if want := "Result\tPlan\nPaid\tno cap\nSaved\t$0\nDue\t$1.50B\n"; s.Text() != want {
		t.Errorf("the text is %q", s.Text())
	}
}
