package sheet

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/ui/look"
)

func TestOnlyRowsInViewAreDrawn(t *testing.T) {
	s := New("table")
	s.Fit = 5
	header, rows := table(2, 600)
	s.Set(header, rows)
	show(t, s, fyne.NewSize(300, headLeast+5*RowHeight))
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

// asks returns what the columns ask for together, as they stand on one line, and at
// least.
func asks(s *Sheet) (natural, least float32) {
	for _, w := range s.grid.wanted {
		natural, least = natural+w.natural, least+w.least
	}
	return natural, least
}

func TestColumnsShareTheRoom(t *testing.T) {
	s := New("table")
	header, rows := table(8, 3)
	header[7].Title = "Counted toward the cap in all"
	rows[1][7] = Cell{Text: "$134.60B"}
	rows[2][0] = Cell{Text: "An input whose name is a good deal longer than a column is wide at least"}
	s.Set(header, rows)
	w := show(t, s, fyne.NewSize(2000, 300))
	natural, least := asks(s)
	for _, width := range []float32{200, least - 1, least, least + 30, natural - 1, natural, natural + 100, 2000, 2560} {
		w.Resize(fyne.NewSize(width, 300))
		if s.scrolled != (width < least) {
			t.Errorf("%v wide, asking for %v: scrolled %v", width, least, s.scrolled)
		}
		if got, most := s.grid.width(), natural+8*spread; got < min(width, most)-0.01 || got > max(min(width, most), least)+0.01 {
			t.Errorf("%v wide: columns end at %v, want %v, at least %v and at most %v", width, got, width, least, most)
		}
		for _, l := range s.grid.lines {
			for i, c := range l.cells {
				p := c.pieces[0]
				left, right := s.grid.left(i), s.grid.right(i)+slack
				if x := p.text.Position().X; !l.box.Hidden && (x < left-0.01 || x+p.size.Width > right+0.01) {
					t.Errorf("%v wide: %q reaches from %v to %v in a column from %v to %v", width, p.text.Text, x, x+p.size.Width, left, right)
				}
			}
		}
		for i, title := range s.grid.head.titles {
			for _, p := range title {
				if x := p.text.Position().X; p.text.Text != "" && (x < s.grid.left(i)-0.01 || x+p.size.Width > s.grid.right(i)+slack) {
					t.Errorf("%v wide: the title %q reaches from %v to %v", width, p.text.Text, x, x+p.size.Width)
				}
			}
		}
		if cut := strings.HasSuffix(s.grid.lineOf(2).cells[0].pieces[0].text.Text, "…"); width >= natural && cut || width <= least && !cut {
			t.Errorf("%v wide, asking for %v: the name is cut: %v", width, natural, cut)
		}
		if got, want := len(s.grid.titles[7]), 1; width >= natural && got != want || width <= least && got != 2 {
			t.Errorf("%v wide: the longest title takes %d lines", width, got)
		}
		if last := s.grid.head.titles[7][len(s.grid.titles[7])-1]; last.text.Position().Y+last.size.Height > s.grid.headHeight() {
			bottom := last.text.Position().Y + last.size.Height
			t.Errorf("%v wide: the title reaches to %v of %v", width, bottom, s.grid.headHeight())
		}
	}
}

func TestTheFirstColumnStaysInView(t *testing.T) {
	s := New("table")
	header, rows := table(8, 9)
	s.Set(header, rows)
	_, natural := asks(s)
	w := show(t, s, fyne.NewSize(natural*0.6, s.grid.headHeight()+5*RowHeight))
	s.SetHighlight(2)
	first := func() (x float32) {
		for _, l := range s.grid.lines {
			if l.box.Hidden {
				continue
			}
			x = l.cells[0].pieces[0].text.Position().X
			if face := l.pin.face; face.Visible() != (s.scroll.Offset.X > 0) || face.Visible() && (face.Position().X != s.scroll.Offset.X || face.Size().Width != s.grid.lefts[1]) {
				t.Errorf("row %d: what it lies on is at %v, shown %v", l.row, face.Position().X, face.Visible())
			}
			if tinted := l.pin.tint.Visible(); tinted != (l.row == 2 && s.scroll.Offset.X > 0) {
				t.Errorf("row %d: tinted %v", l.row, tinted)
			}
		}
		if title := s.grid.head.titles[0][0].text.Position().X; title != x {
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
	if row, column := s.grid.at(fyne.NewPos(s.scroll.Offset.X+1, s.grid.headHeight()+RowHeight+1)); row != 1 || column != 0 {
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
		[][]Cell{{{Text: "Paid"}, {Text: "$38.00B"}}, {{Text: "Cap reached in"}, {Text: "2028"}}})
	show(t, s, fyne.NewSize(600, 200))
	for _, l := range s.grid.lines {
		if l.box.Hidden {
			continue
		}
		if got := l.cells[0].pieces[0].text.Position().X; got != cellPad {
			t.Errorf("row %d: the first column begins at %v", l.row, got)
		}
		last := l.cells[1].pieces[0]
		if got, want := last.text.Position().X+last.size.Width, s.grid.right(1); got-want > 0.01 || want-got > 0.01 {
			t.Errorf("row %d: the second column ends at %v, want %v", l.row, got, want)
		}
	}
	if dot := s.grid.head.dots[1]; dot.Hidden || dot.FillColor != look.Hex("#0072B2") || dot.Position().X >= s.grid.head.titles[1][0].text.Position().X {
		t.Error("the second column has no swatch before its title")
	}
	if !s.grid.head.dots[0].Hidden {
		t.Error("the first column has a swatch")
	}
}

func TestFigureLosingADigitMovesNothing(t *testing.T) {
	test.NewTempApp(t)
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

func TestTotalsStayInView(t *testing.T) {
	s := New("table")
	header, rows := table(3, 60)
	s.Total = true
	s.Set(header, rows)
	show(t, s, fyne.NewSize(600, headLeast+5*RowHeight))
	holds := func(when string) {
		t.Helper()
		l := s.grid.total
		bottom := l.box.Position().Y + l.box.Size().Height - s.scroll.Offset.Y
		if l.box.Hidden || l.row != 59 || bottom > s.Size().Height+0.01 || l.cells[0].pieces[0].text.Text != "r59c0" || !l.cells[0].pieces[0].text.TextStyle.Bold {
			t.Errorf("%s: the totals end at %v of %v, hidden %v", when, bottom, s.Size().Height, l.box.Hidden)
		}
	}
	holds("at the top")
	s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -20.5*RowHeight)})
	holds("in the middle")
	if !s.grid.total.face.Visible() {
		t.Error("the rows are seen beneath the totals")
	}
	if row, _ := s.grid.at(fyne.NewPos(5, s.scroll.Offset.Y+s.Size().Height-3)); row != 59 {
		t.Errorf("where the totals are shown lies row %d", row)
	}
	for row := range 59 { // each selected row is seen whole, above the totals
		s.Select(row)
		l := s.grid.lineOf(row)
		if l == nil || l.box.Position().Y+l.box.Size().Height > s.grid.total.box.Position().Y+0.01 || l.box.Position().Y < s.scroll.Offset.Y+headLeast-0.01 {
			t.Fatalf("row %d, selected, is not in view", row)
		}
	}
	s.scroll.ScrollToBottom()
	holds("at the end")
	if s.grid.total.face.Visible() {
		t.Error("at their own place the totals need no face")
	}
}

func TestWordsWrap(t *testing.T) {
	s := New("table")
	s.Wraps = true
	pressed := ""
	s.Set([]Column{{Title: "Term"}, {Title: "Prior, October 28, 2025", Words: true}, {Title: "Worth to OpenAI"}, {Title: "Worth to Microsoft"}, {Title: "Source"}}, [][]Cell{
		{{Text: "Total cap", Bold: true}, {Text: "none"}, {Text: "+$96.60B"}, {Text: "−$96.60B"}, {Chip: &Chip{Name: "chip.cap", Text: "reported", OnTapped: func() { pressed = "cap" }}}},
		{{Text: "Share"}, {Text: "20% of revenue until AGI is verified, and then nothing more"}, {Text: "AGI is not verified under this outlook or any other", Span: 2, Quiet: true}, {Text: "covered"}, {}},
	})
	w := show(t, s, fyne.NewSize(1200, 400))
	heights := map[float32]float32{}
	for _, width := range []float32{1200, 700, 520, 1200} {
		s.LayOut(width)
		w.Resize(fyne.NewSize(width, s.MinSize().Height))
		if s.scrolled && width >= 520 {
			t.Errorf("%v wide it scrolls", width)
		}
		bottom := s.grid.headHeight()
		for row := range 2 {
			l := s.grid.lineOf(row)
			if got := l.box.Position().Y; got != bottom {
				t.Errorf("%v wide: row %d begins at %v, want %v", width, row, got, bottom)
			}
			bottom += l.box.Size().Height
			for i, c := range l.cells {
				at, size := c.place()
				if end := s.grid.lefts[min(i+max(1, s.rows[row][i].Span), 5)]; at.X < s.grid.lefts[i] || at.X+size.Width > end || at.Y < 0 || at.Y+size.Height > l.box.Size().Height {
					t.Errorf("%v wide: cell %d, %d lies at %v, %v", width, row, i, at, size)
				}
			}
			said := ""
			for _, p := range l.cells[1].pieces {
				said = strings.TrimSpace(said + " " + p.text.Text)
			}
			if said != s.rows[row][1].Text {
				t.Errorf("%v wide: row %d says %q", width, row, said)
			}
			if c := s.grid.lineOf(1).cells[3]; c.pieces[0].text.Text != "" {
				t.Errorf("%v wide: a cell that is covered shows %q", width, c.pieces[0].text.Text)
			}
		}
		if before, again := heights[width]; again && before != bottom {
			t.Errorf("%v wide: %v high, before %v", width, bottom, before)
		}
		heights[width] = bottom
	}
	if heights[520] <= heights[1200] {
		t.Errorf("with less room it is %v high, with more %v", heights[520], heights[1200])
	}
	chips := s.Chips()
	if len(chips) != 1 || chips[0].Name != "chip.cap" {
		t.Fatalf("%d chips are shown", len(chips))
	}
	test.Tap(chips[0])
	if pressed != "cap" {
		t.Error("the chip cannot be pressed")
	}
	if want := "Share\t20% of revenue until AGI is verified, and then nothing more\tAGI is not verified under this outlook or any other\tcovered\t\n"; !strings.HasSuffix(s.Text(), want) {
		t.Errorf("the text is %q", s.Text())
	}
}

func TestHeadsAreExplained(t *testing.T) {
	s := New("table")
	s.Set([]Column{{Title: "Result"}, {Title: "Headroom", Hint: "What is left of the cap"}, {Title: "A scenario with a name of very many words that needs more than two lines"}},
		[][]Cell{{{Text: "A result of a name that is so long that it has no room at all, whatever one does about it"}, {Text: "$0"}, {Text: "$0"}}})
	w := show(t, s, fyne.NewSize(420, 100))
	at := func(column int, y float32) string { return s.grid.hint(fyne.NewPos(s.grid.lefts[column]+5, y)) }
	if got := at(1, 5); got != "What is left of the cap" {
		t.Errorf("over a head it says %q", got)
	}
	if got := at(2, 5); got != s.header[2].Title {
		t.Errorf("over a title that is cut it says %q", got)
	}
	if got := at(0, s.grid.headHeight()+5); got != s.rows[0][0].Text {
		t.Errorf("over a name that is cut it says %q", got)
	}
	if got := at(1, s.grid.headHeight()+5); got != "" {
		t.Errorf("over a figure it says %q", got)
	}
	w.Resize(fyne.NewSize(2400, 100))
	if got := at(2, 5) + at(0, s.grid.headHeight()+5); got != "" {
		t.Errorf("with room for all it says %q", got)
	}
}

func TestWordsAreSaidInBriefWhereThereIsNoRoom(t *testing.T) {
	s := New("table")
	s.Set([]Column{{Title: "Year"}, {Title: "Counted toward the cap"}}, [][]Cell{{{Text: "2026, 6 of 12 months actual", Brief: "2026, 6 of 12"}, {Text: "$36.00B"}}})
	w := show(t, s, fyne.NewSize(600, 100))
	natural, least := asks(s)
	for width, want := range map[float32]string{natural: s.rows[0][0].Text, natural - 40: "2026, 6 of 12", least: "2026, 6 of 12"} {
		w.Resize(fyne.NewSize(width, 100))
		hint := s.grid.hint(fyne.NewPos(5, s.grid.headHeight()+5))
		if got := drawn(s)[0]; got != want+"|$36.00B" || (hint == s.rows[0][0].Text) == (width == natural) {
			t.Errorf("%v wide, of %v, it says %q, and %q on hover", width, natural, got, hint)
		}
		if tall := s.grid.headHeight(); width > least && tall != headLeast {
			t.Errorf("%v wide, of %v, the head takes a second line before the words are brief", width, natural)
		}
	}
	if text := s.Text(); !strings.Contains(text, "6 of 12 months actual") {
		t.Errorf("as text it is %q", text)
	}
}
