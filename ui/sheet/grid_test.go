package sheet

import (
	"testing"

	"fyne.io/fyne/v2"

	"headroom/ui/look"
)

func TestOnlyRowsInViewAreDrawn(t *testing.T) {
	s := New("table")
	s.Fit = 5
	header, rows := table(2, 600)
	s.Set(header, rows)
	show(t, s, fyne.NewSize(300, headHeight+5*RowHeight))
	check := func(says string, first, last string) {
		t.Helper()
		got := drawn(s)
		if got[0] != first || got[len(got)-1] != last || len(got) > 7 {
			t.Errorf("%s: %d rows drawn, %q to %q; want %q to %q", says, len(got), got[0], got[len(got)-1], first, last)
		}
	}
	check("at the top", "r0c0|r0c1", "r5c0|r5c1")
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -100.5*RowHeight)})
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

func TestATableWithRoomForAllStaysWhereItIs(t *testing.T) {
	s := New("table")
	header, rows := table(3, 5)
	s.Set(header, rows)
	w := show(t, s, fyne.NewSize(150, 80))
	s.Select(4)
	if !s.scrolled || s.scroll.Offset.Y == 0 {
		t.Fatal("the last row of a small table is not brought into view")
	}
	for _, height := range []float32{300, 80, 400} {
		w.Resize(fyne.NewSize(600, height))
		for row := range rows {
			s.pick(row, row%3)
			if at := s.grid.Position(); !s.scrolled && !at.IsZero() {
				t.Errorf("%v high: selecting row %d moves the table to %v", height, row, at)
			}
		}
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
				left, right := s.grid.lefts[i]+cellPad, s.grid.right(i)
				if x := p.text.Position().X; !l.box.Hidden && (x < left-0.01 || x+p.size.Width > right+0.01) {
					t.Errorf("%v wide: %q reaches from %v to %v in a column from %v to %v", width, p.text.Text, x, x+p.size.Width, left, right)
				}
			}
		}
	}
}

func TestTheFirstColumnStaysInView(t *testing.T) {
	s := New("table")
	header, rows := table(8, 9)
	s.Set(header, rows)
	natural := s.grid.size().Width
	w := show(t, s, fyne.NewSize(natural*0.6, headHeight+5*RowHeight))
	s.SetHighlight(2)
	first := func() (x float32) {
		for _, l := range s.grid.lines {
			if l.box.Hidden {
				continue
			}
			x = l.texts[0].text.Position().X
			if face := l.pin.face; face.Visible() != (s.scroll.Offset.X > 0) || face.Visible() && (face.Position().X != s.scroll.Offset.X || face.Size().Width != s.grid.lefts[1]) {
				t.Errorf("row %d: what it lies on is at %v, shown %v", l.row, face.Position().X, face.Visible())
			}
			if tinted := l.pin.tint.Visible(); tinted != (l.row == 2 && s.scroll.Offset.X > 0) {
				t.Errorf("row %d: tinted %v", l.row, tinted)
			}
		}
		if title := s.grid.head.titles[0].text.Position().X; title != x {
			t.Errorf("its title is at %v, its cells are at %v", title, x)
		}
		return x
	}
	turn := func(dx, dy float32) { s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)}) }
	for _, step := range []struct{ dx, dy float32 }{{-30, 0}, {-20, -2.5 * RowHeight}, {0, -RowHeight}, {25, 40}, {-1000, 0}, {1000, 1000}} {
		turn(step.dx, step.dy)
		if x := first(); x != s.scroll.Offset.X+cellPad {
			t.Errorf("scrolled to %v the first column begins at %v", s.scroll.Offset.X, x)
		}
	}
	turn(-30, 0)
	if row, column := s.grid.at(fyne.NewPos(s.scroll.Offset.X+1, headHeight+RowHeight+1)); row != 1 || column != 0 {
		t.Errorf("at the left is cell %d, %d", row, column)
	}
	w.Resize(fyne.NewSize(s.grid.lefts[1]*1.5, 200))
	turn(-30, 0)
	if s.scroll.Offset.X == 0 || s.grid.pinned != 0 {
		t.Error("it stays where it would leave the others no room")
	}
	w.Resize(fyne.NewSize(natural, 200))
	if x := first(); x != cellPad {
		t.Errorf("with room for all it begins at %v", x)
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
