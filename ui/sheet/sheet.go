package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
	"headroom/ui/look"
)

// A Sheet is a table. Up, Down and a click select a row; with Shift, and by
// dragging, the rows from there on; Ctrl+A all. Left, Right and a click choose a cell
// of it. Escape ends the selection, Ctrl+C copies the selected rows or else all, Enter
// asks about the cell. Where there is not room for all columns the first stays in view,
// and where there is more than enough they do not drift apart.
type Sheet struct {
	widget.BaseWidget
	look.Focus

	// Name is the table's name in the inspection file.
	Name string
	// Fit is how many rows the table asks room for at most; 0 is 12.
	Fit int
	// Wraps lets words take as many lines as they need. Such a table asks for room
	// for all of its rows; see LayOut.
	Wraps bool
	// Total makes the last row one of totals: bold, and always in view.
	Total bool
	// OnAsk, where set, is asked about a cell: by Enter on the selected row, by a
	// second click on the cell, and by an item of the menu with the text Ask.
	// The column is that of the cell chosen, -1 before any is.
	OnAsk func(row, column int)
	Ask   string
	// Offers, where set, returns what else the menu of a cell offers. Without OnAsk, what
	// asks about a cell opens that menu.
	Offers func(row, column int) []*fyne.MenuItem
	// OnType, where set, is offered each character typed on the cell chosen, and reports
	// whether it took it.
	OnType func(row, column int, r rune) bool
	// OnSelect, where set, is called when other rows are selected or another cell is
	// chosen.
	OnSelect func()
	// OnCopy is given what is to be copied, and how many rows that are, 0 for the
	// whole table.
	OnCopy func(header []Column, rows [][]Cell, count int)
	// OnScrollPast, where set, is given the turns of the wheel that the table
	// has no use for, so that what holds it scrolls.
	OnScrollPast func(event *fyne.ScrollEvent)

	subject   string
	header    []Column
	rows      [][]Cell
	highlight int
	settled   int
	selected  int // the row that keys move from
	anchor    int // the row that the selection began with, its other end
	column    int
	focused   bool
	modifiers func() fyne.KeyModifier
	grid      *grid
	scroll    *pane
	scrolled  bool
}

// New returns an empty table.
func New(name string) *Sheet {
	s := &Sheet{Name: name, highlight: -1, selected: -1, anchor: -1, column: -1, modifiers: look.HeldModifiers}
	s.grid = newGrid(s)
	s.scroll = newPane(s)
	s.ExtendBaseWidget(s)
	return s
}

// SetSubject says what the table to come is of. The selection, and how far it is
// scrolled, end with it: they were of something else.
func (s *Sheet) SetSubject(subject string) {
	if subject == s.subject {
		return
	}
	s.subject = subject
	s.Select(-1)
	s.column = -1
	s.scroll.ScrollToTop()
}

// Set shows another table. A row may have fewer cells than the head; more are
// not shown. The slices must not be changed afterwards. The selection ends where a
// row of it is gone, or is called otherwise.
func (s *Sheet) Set(header []Column, rows [][]Cell) {
	size, asking := s.grid.size(), s.Asking()
	first, last := s.Selected()
	ended := first >= 0 && !sameNames(s.rows, rows, first, last)
	s.header, s.rows = header, rows
	if ended {
		s.selected, s.anchor = -1, -1
	}
	if s.column >= len(header) {
		s.column = -1
	}
	s.grid.measure()
	if s.grid.size() != size {
		s.arrange()
		canvas.Refresh(s)
	}
	if ended || asking != s.Asking() {
		s.marked()
		return
	}
	s.grid.place()
}

// sameNames reports whether the rows from first to last are there in both tables
// and have the same names.
func sameNames(before, after [][]Cell, first, last int) bool {
	if last >= len(after) {
		return false
	}
	name := func(row []Cell) string {
		if len(row) == 0 {
			return ""
		}
		return row[0].Text
	}
	for row := first; row <= last; row++ {
		if name(before[row]) != name(after[row]) {
			return false
		}
	}
	return true
}

// Rows returns how many rows the table has.
func (s *Sheet) Rows() int { return len(s.rows) }

// Title returns the name of a column, empty where there is none.
func (s *Sheet) Title(column int) string {
	if column < 0 || column >= len(s.header) {
		return ""
	}
	return s.header[column].Title
}

// Chips returns the chips that can be seen, from the top.
func (s *Sheet) Chips() []*look.Button { return s.grid.chips() }

// SetHighlight tints a row, such as the one in which the cap is reached; -1 tints
// none.
func (s *Sheet) SetHighlight(row int) {
	if row != s.highlight {
		s.highlight = row
		s.grid.place()
	}
}

// SetSettled tints so many of the first rows, such as those that are actual and no
// forecast.
func (s *Sheet) SetSettled(rows int) {
	if rows != s.settled {
		s.settled = rows
		s.grid.place()
	}
}

// LayOut tells the table the width it is going to have, before its least size is
// asked, which depends on it where words wrap.
func (s *Sheet) LayOut(width float32) { s.grid.fold(width) }

// ScrollToTop shows the first rows.
func (s *Sheet) ScrollToTop() { s.scroll.ScrollToTop() }

// InspectName returns the table's name in the inspection file.
func (s *Sheet) InspectName() string { return s.Name }

// Inspect returns what the inspection file tells of the table: its text.
func (s *Sheet) Inspect() inspect.Node {
	return inspect.Node{Kind: "table", Text: s.Text(), Enabled: true, Focused: s.focused}
}

// arrange shows the grid itself where it has room, so that the wheel reaches what
// holds the table, and a scrolled one where it has not.
func (s *Sheet) arrange() {
	size := s.Size()
	if size.IsZero() {
		return // not shown yet
	}
	s.grid.fold(size.Width)
	whole := s.grid.size()
	scrolled := whole.Width > size.Width || whole.Height > size.Height
	if scrolled != s.scrolled {
		s.scrolled = scrolled
		s.scroll.Offset = fyne.Position{}
		canvas.Refresh(s)
	}
	shown := s.shown()
	shown.Move(fyne.Position{})
	if shown.Size() == size {
		shown.Refresh()
	}
	shown.Resize(size)
	s.grid.place() // where only the part in view changed, nothing else places the rows
}

func (s *Sheet) shown() fyne.CanvasObject {
	if s.scrolled {
		return s.scroll
	}
	return s.grid
}

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{owner: s} }

type sheetRenderer struct{ owner *Sheet }

func (r *sheetRenderer) Layout(fyne.Size) { r.owner.arrange() }

func (r *sheetRenderer) MinSize() fyne.Size {
	g := r.owner.grid
	rows := len(r.owner.rows)
	if !r.owner.Wraps {
		rows = min(rows, r.owner.fit())
	}
	return fyne.NewSize(160, g.headHeight()+g.tops[rows]+g.bar())
}

func (s *Sheet) fit() int {
	if s.Fit == 0 {
		return 12
	}
	return s.Fit
}

func (r *sheetRenderer) Refresh() {
	r.owner.arrange()
	r.owner.grid.Refresh()
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.owner.shown()}
}

func (r *sheetRenderer) Destroy() {}
