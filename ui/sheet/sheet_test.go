package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/ui/look"
)

// table returns a table of so many columns and rows whose cells name their place.
func table(columns, rows int) ([]Column, [][]Cell) {
	header := make([]Column, columns)
	for i := range header {
		header[i].Title = fmt.Sprintf("Column %d", i)
	}
	cells := make([][]Cell, rows)
	for r := range cells {
		for c := range columns {
			cells[r] = append(cells[r], Cell{Text: fmt.Sprintf("r%dc%d", r, c)})
		}
	}
	return header, cells
}

func show(tb testing.TB, s *Sheet, size fyne.Size) fyne.Window {
	tb.Helper()
	a := test.NewTempApp(tb)
	a.Settings().SetTheme(look.NewTheme(look.ModeLight))
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(s)
	w.Resize(size)
	return w
}

// drawn returns the texts of the rows in view, from the top.
func drawn(s *Sheet) []string {
	rows := map[int]string{}
	least, most := 1<<30, -1
	for _, l := range s.grid.lines {
		if l.box.Hidden {
			continue
		}
		var texts []string
		for i := range l.texts {
			texts = append(texts, strings.TrimSpace(l.texts[i].text.Text+" "+l.notes[i].text.Text))
		}
		rows[l.row] = strings.Join(texts, "|")
		least, most = min(least, l.row), max(most, l.row)
	}
	var list []string
	for row := least; row <= most; row++ {
		list = append(list, rows[row])
	}
	return list
}

func TestOnlyRowsInViewAreDrawn(t *testing.T) {
	s := New("table")
	s.Fit = 5
	header, rows := table(2, 600)
	s.Set(header, rows)
	show(t, s, fyne.NewSize(300, headHeight+5*rowHeight))
	check := func(says string, first, last string) {
		t.Helper()
		got := drawn(s)
		if got[0] != first || got[len(got)-1] != last || len(got) > 7 {
			t.Errorf("%s: %d rows drawn, %q to %q; want %q to %q", says, len(got), got[0], got[len(got)-1], first, last)
		}
	}
	check("at the top", "r0c0|r0c1", "r5c0|r5c1")
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -100.5*rowHeight)})
	check("in the middle", "r100c0|r100c1", "r105c0|r105c1")
	s.scroll.ScrollToBottom()
	check("at the end", "r595c0|r595c1", "r599c0|r599c1")
	if len(s.grid.lines) > 7 {
		t.Errorf("%d lines for 5 rows in view", len(s.grid.lines))
	}
	if got, want := s.grid.head.box.Position().Y, s.scroll.Offset.Y; got != want {
		t.Errorf("the head stands at %v, the view begins at %v", got, want)
	}
	s.Set(header, rows[:3])
	check("a shorter table", "r0c0|r0c1", "r2c0|r2c1")
}

func TestWheelPassesATableWithoutAnythingToScroll(t *testing.T) {
	s := New("table")
	s.Set(table(3, 3))
	show(t, s, fyne.NewSize(500, 300))
	if _, keeps := test.WidgetRenderer(s).Objects()[0].(fyne.Scrollable); keeps {
		t.Error("a table with room keeps the wheel")
	}
	s.Resize(fyne.NewSize(500, headHeight+2*rowHeight))
	passed := 0
	s.OnScrollPast = func(*fyne.ScrollEvent) { passed++ }
	turn := func(dy float32) { s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }
	turn(10)
	if passed != 1 {
		t.Error("at the top a turn upward is not passed on")
	}
	turn(-1000)
	if passed != 1 || s.scroll.Offset.Y != rowHeight {
		t.Errorf("a turn downward scrolls to %v, passed on %d", s.scroll.Offset.Y, passed)
	}
	turn(-10)
	if passed != 2 {
		t.Error("at the end a turn downward is not passed on")
	}
}

func TestNarrowTableScrollsRatherThanClips(t *testing.T) {
	s := New("table")
	header, rows := table(8, 3)
	rows[1][7] = Cell{Text: "$134.60B", Note: "+$96.60B (+254%)"}
	s.Set(header, rows)
	w := show(t, s, fyne.NewSize(2000, 300))
	natural := s.grid.size().Width
	for _, width := range []float32{200, natural - 1, natural, natural + 100, 2000} {
		w.Resize(fyne.NewSize(width, 300))
		if s.scrolled != (width < natural) {
			t.Errorf("%v wide, asking for %v: scrolled %v", width, natural, s.scrolled)
		}
		if got := s.grid.lefts[8]; got < natural-0.01 || got < width-0.01 {
			t.Errorf("%v wide: columns end at %v", width, got)
		}
		for _, l := range s.grid.lines {
			for i, p := range l.texts {
				left, right := s.grid.left(i), s.grid.right(i)
				if x := p.text.Position().X; !l.box.Hidden && (x < left-0.01 || x+p.size.Width > right+0.01) {
					t.Errorf("%v wide: %q reaches from %v to %v in a column from %v to %v", width, p.text.Text, x, x+p.size.Width, left, right)
				}
			}
		}
	}
}

func TestColumnsAlign(t *testing.T) {
	s := New("table")
	s.Set([]Column{{Title: "Result"}, {Title: "February", Swatch: "#0072B2"}},
		[][]Cell{{{Text: "Paid"}, {Text: "$38.00B", Note: "+$3.00B (+15%)"}}, {{Text: "Cap reached in"}, {Text: "2028"}}})
	show(t, s, fyne.NewSize(600, 200))
	for _, l := range s.grid.lines {
		if l.box.Hidden {
			continue
		}
		if got := l.texts[0].text.Position().X; got != cellPad {
			t.Errorf("row %d: the first column begins at %v", l.row, got)
		}
		last := l.texts[1]
		if l.notes[1].text.Text != "" {
			last = l.notes[1]
			if end := l.texts[1].text.Position().X + l.texts[1].size.Width; end > last.text.Position().X {
				t.Errorf("row %d: figure and note overlap", l.row)
			}
		}
		if got, want := last.text.Position().X+last.size.Width, s.grid.right(1); got-want > 0.01 || want-got > 0.01 {
			t.Errorf("row %d: the second column ends at %v, want %v", l.row, got, want)
		}
	}
	if dot := s.grid.head.dots[1]; dot.Hidden || dot.FillColor != look.Hex("#0072B2") || dot.Position().X >= s.grid.head.titles[1].text.Position().X {
		t.Error("the second column has no swatch before its title")
	}
	if !s.grid.head.dots[0].Hidden {
		t.Error("the first column has a swatch")
	}
}

func TestFigureLosingADigitMovesNothing(t *testing.T) {
	s := New("table")
	set := func(text string) { s.Set([]Column{{Title: "A"}, {Title: "B"}}, [][]Cell{{{Text: "x"}, {Text: text}}}) }
	set("$12.40B")
	before := s.grid.size().Width
	set("$6.00B")
	if s.grid.size().Width != before {
		t.Error("a digit less changes the columns")
	}
	set("$0")
	if s.grid.size().Width >= before {
		t.Error("much less changes nothing")
	}
	set("$1,234.40B")
	if s.grid.size().Width <= before {
		t.Error("more digits have no more room")
	}
}

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

func TestUpdateRefreshesOnlyWhatChanged(t *testing.T) {
	s := New("table")
	header, rows := table(3, 4)
	s.Set(header, rows)
	show(t, s, fyne.NewSize(600, 300))
	objects := test.WidgetRenderer(s.grid).Objects()
	first := s.grid.lines[0].texts[1].text
	_, next := table(3, 4)
	next[0][1].Text = "other"
	s.Set(header, next)
	if again := test.WidgetRenderer(s.grid).Objects(); &again[0] != &objects[0] {
		t.Error("an update makes new objects")
	}
	if first != s.grid.lines[0].texts[1].text || first.Text != "other" {
		t.Errorf("the cell shows %q", first.Text)
	}
}

func TestOddTables(t *testing.T) {
	s := New("table")
	show(t, s, fyne.NewSize(300, 100))
	s.Set(nil, nil)
	s.Select(3)
	s.SetHighlight(7)
	s.Set([]Column{{Title: "A"}, {Title: "B"}}, [][]Cell{{}, {{Text: "1"}}, {{Text: "1"}, {Text: "2"}, {Text: "3"}}})
	s.SetHighlight(1)
	if got := strings.Join(drawn(s), ";"); got != "|;1|;1|2" {
		t.Errorf("rows of odd lengths are drawn as %q", got)
	}
	s.Set([]Column{{Title: "A"}}, [][]Cell{{{Text: "1"}}})
	if got := strings.Join(drawn(s), ";"); got != "1|" {
		t.Errorf("with a column less: %q", got)
	}
	if s.grid.lit.Visible() {
		t.Error("a row that is not there is tinted")
	}
}

// BenchmarkSet shows another table in each round, of figures not seen before, as
// a drag does in each frame.
func BenchmarkSet(b *testing.B) {
	for _, size := range []struct{ columns, rows int }{{8, 8}, {8, 600}} {
		b.Run(fmt.Sprintf("%dx%d", size.columns, size.rows), func(b *testing.B) {
			s := New("table")
			header, rows := table(size.columns, size.rows)
			s.Set(header, rows)
			show(b, s, fyne.NewSize(900, 300))
			n := 0
			for b.Loop() {
				for r := range rows {
					for c := range rows[r] {
						n++
						rows[r][c].Text = "$" + strconv.Itoa(n) + "B"
					}
				}
				s.Set(header, rows)
			}
		})
	}
}

func BenchmarkScroll(b *testing.B) {
	s := New("table")
	s.Set(table(8, 600))
	show(b, s, fyne.NewSize(900, 300))
	for i := 0; b.Loop(); i++ {
		turn := float32(37)
		if i/450%2 == 0 {
			turn = -37
		}
		s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, turn)})
	}
}
