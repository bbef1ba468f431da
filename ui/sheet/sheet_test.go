package sheet

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
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
		for _, c := range l.cells {
			texts = append(texts, c.pieces[0].text.Text)
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

func TestWheelPassesATableWithoutAnythingToScroll(t *testing.T) {
	s := New("table")
	s.Set(table(3, 3))
	show(t, s, fyne.NewSize(500, 300))
	if _, keeps := test.WidgetRenderer(s).Objects()[0].(fyne.Scrollable); keeps {
		t.Error("a table with room keeps the wheel")
	}
	s.Resize(fyne.NewSize(500, headLeast+2*RowHeight))
	passed := 0
	s.OnScrollPast = func(*fyne.ScrollEvent) { passed++ }
	turn := func(dy float32) { s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }
	turn(10)
	if passed != 1 {
		t.Error("at the top a turn upward is not passed on")
	}
	turn(-1000)
	if passed != 1 || s.scroll.Offset.Y != RowHeight {
		t.Errorf("a turn downward scrolls to %v, passed on %d", s.scroll.Offset.Y, passed)
	}
	turn(-10)
	if passed != 2 {
		t.Error("at the end a turn downward is not passed on")
	}

	s.Resize(fyne.NewSize(180, headLeast+10*RowHeight)) // all rows, not all columns
	turn(-10)
	if passed != 3 || s.scroll.Offset.X != 0 {
		t.Errorf("with all rows in view a turn downward scrolls sideways to %v, passed on %d", s.scroll.Offset.X, passed)
	}
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-10, 0)})
	if passed != 3 || s.scroll.Offset.X != 10 {
		t.Errorf("a turn sideways scrolls to %v, passed on %d", s.scroll.Offset.X, passed)
	}
}

func TestUpdateRefreshesOnlyWhatChanged(t *testing.T) {
	s := New("table")
	header, rows := table(3, 4)
	s.Set(header, rows)
	show(t, s, fyne.NewSize(600, 300))
	objects := test.WidgetRenderer(s.grid).Objects()
	first := s.grid.lines[0].cells[1].pieces[0].text
	_, next := table(3, 4)
	next[0][1].Text = "other"
	s.Set(header, next)
	if again := test.WidgetRenderer(s.grid).Objects(); &again[0] != &objects[0] {
		t.Error("an update makes new objects")
	}
	if first != s.grid.lines[0].cells[1].pieces[0].text || first.Text != "other" {
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

func TestALargerPaneShowsMoreRows(t *testing.T) {
	test.NewTempApp(t)
	s := New("table")
	header, rows := []Column{{Title: "Year"}, {Title: "Paid"}}, make([][]Cell, 40)
	for i := range rows {
		rows[i] = []Cell{{Text: "a"}, {Text: "b"}}
	}
	s.Set(header, rows)
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	shown := func(height float32) (n int) {
		w.Resize(fyne.NewSize(300, height))
		for _, l := range s.grid.lines {
			if !l.box.Hidden {
				n++
			}
		}
		return n
	}
	few, more := shown(headLeast+3*RowHeight), shown(headLeast+12*RowHeight)
	if few < 3 || few > 5 || more < 12 {
		t.Errorf("%d rows are drawn in a pane for 3, and %d in one for 12", few, more)
	}
}

// The row of a year that stands out is gray, what is selected is blue: two blues
// would not be told apart.
func TestAMarkedRowIsToldFromASelectedOne(t *testing.T) {
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		s := New("table")
		s.Set(table(3, 5))
		show(t, s, fyne.NewSize(400, 300))
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(mode))
		s.SetHighlight(1)
		s.Select(3)
		spread := func(row int) float64 { // how far from gray
			r, g, b, a := s.grid.tintOf(row).RGBA()
			return float64(max(r, g, b)-min(r, g, b)) / float64(a)
		}
		if marked, selected := spread(1), spread(3); marked > 0.1 || selected < 0.5 {
			t.Errorf("mode %v: the marked row has a color of %.2f, the selected one of %.2f", mode, marked, selected)
		}
		s.Select(1)
		if spread(1) < 0.5 {
			t.Errorf("mode %v: the marked row does not look selected when it is", mode)
		}
	}
}
