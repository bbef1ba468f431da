package sheet

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// A Column is the head of one column. The first column stands left, the others
// right.
type Column struct {
	// Title is the column's name.
	Title string
	// Swatch is the color of a dot before the title, as #RRGGBB; empty is none.
	Swatch string
	// Unit, where set, is that of the figures as they are copied, such as USD.
	Unit string
}

// A Cell is one figure.
type Cell struct {
	// Text is the figure.
	Text string
	// Note, where set, stands dimmer after it, such as a difference.
	Note string
	// Value, where set, is the figure as it is copied, for a spreadsheet to
	// reckon with.
	Value string
}

// A Sheet is a table. Up, Down and a click select a row; with Shift, and by
// dragging, the rows from there on; Ctrl+A all. Left, Right and a click choose a cell
// of it. Escape ends the selection, Ctrl+C copies the selected rows or else all, Enter
// asks about the cell. Where there is not room for all columns the first stays in view.
type Sheet struct {
	widget.BaseWidget
	look.Focus

	// Name is the table's name in the inspection file.
	Name string
	// Fit is how many rows the table asks room for at most; 0 is 12.
	Fit int
	// OnAsk, where set, is asked about a cell: by Enter on the selected row, by a
	// second click on the cell, and by an item of the menu with the text Ask.
	// The column is that of the cell chosen, -1 before any is.
	OnAsk func(row, column int)
	Ask   string
	// OnSelect, where set, is called when other rows are selected or another cell is
	// chosen.
	OnSelect func()
	// OnCopy is given what is to be copied: cells parted by tabs, rows by line
	// ends, the head first with the columns' units, figures as they are to be
	// copied; and how many rows that are, 0 for the whole table.
	OnCopy func(text string, rows int)
	// OnScrollPast, where set, is given the turns of the wheel that the table
	// has no use for, so that what holds it scrolls.
	OnScrollPast func(event *fyne.ScrollEvent)

	header    []Column
	rows      [][]Cell
	highlight int
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

// Set shows another table. A row may have fewer cells than the head; more are
// not shown. The slices must not be changed afterwards.
func (s *Sheet) Set(header []Column, rows [][]Cell) {
	size := s.grid.size()
	s.header, s.rows = header, rows
	asking := s.Asking()
	if max(s.selected, s.anchor) >= len(rows) {
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
	if asking != s.Asking() {
		s.marked()
		return
	}
	s.grid.place()
}

// Title returns the name of a column, empty where there is none.
func (s *Sheet) Title(column int) string {
	if column < 0 || column >= len(s.header) {
		return ""
	}
	return s.header[column].Title
}

// SetHighlight tints a row, such as the one in which the cap is reached; -1 tints
// none.
func (s *Sheet) SetHighlight(row int) {
	if row != s.highlight {
		s.highlight = row
		s.grid.place()
	}
}

// Selected returns the first and the last of the rows selected, or -1, -1.
func (s *Sheet) Selected() (first, last int) {
	return min(s.selected, s.anchor), max(s.selected, s.anchor)
}

// Asking reports whether a cell of a single row is chosen, which OnAsk is asked about.
func (s *Sheet) Asking() bool {
	return s.OnAsk != nil && s.column >= 0 && s.selected >= 0 && s.selected == s.anchor
}

// Select selects a row and brings it into view; -1 selects none.
func (s *Sheet) Select(row int) {
	row = min(row, len(s.rows)-1)
	s.span(row, row)
}

// pick selects a row and chooses the cell in a column of it.
func (s *Sheet) pick(row, column int) {
	if row < len(s.rows) && column < len(s.header) {
		s.column = column
		s.scroll.revealColumn(column)
		s.Select(row)
		s.marked()
	}
}

// marked shows what is selected, and tells of it.
func (s *Sheet) marked() {
	s.grid.place()
	if s.OnSelect != nil {
		s.OnSelect()
	}
}

// Extend selects the rows from the one that was selected first to row, which it
// brings into view; where none was, row alone.
func (s *Sheet) Extend(row int) {
	row = max(0, min(row, len(s.rows)-1))
	if s.anchor < 0 {
		s.Select(row)
		return
	}
	s.span(s.anchor, row)
}

// ScrollToTop shows the first rows.
func (s *Sheet) ScrollToTop() { s.scroll.ScrollToTop() }

// SelectAll selects all rows.
func (s *Sheet) SelectAll() {
	s.anchor, s.selected = min(0, len(s.rows)-1), len(s.rows)-1
	s.marked()
}

func (s *Sheet) span(anchor, row int) {
	anchor, row = max(-1, anchor), max(-1, row)
	if anchor == s.anchor && row == s.selected {
		return
	}
	s.anchor, s.selected = anchor, row
	if row >= 0 {
		s.scroll.reveal(row)
	}
	s.marked()
}

// Text returns the whole table as it is shown, cells parted by tabs, rows by line
// ends, the head first. A note follows its figure after a space.
func (s *Sheet) Text() string {
	var b strings.Builder
	write(&b, s.header, func(c Column) string { return c.Title })
	for _, row := range s.rows {
		write(&b, row, shown)
	}
	return b.String()
}

func shown(c Cell) string { return strings.TrimSpace(c.Text + " " + c.Note) }

// write writes a line of a table.
func write[T any](b *strings.Builder, cells []T, text func(T) string) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(plain(text(cell)))
	}
	b.WriteByte('\n')
}

// plain takes tabs and line ends out of a cell.
func plain(text string) string {
	return strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(text)
}

// Copy hands the selected rows, or all where none are, to OnCopy.
func (s *Sheet) Copy() {
	first, last := s.Selected()
	if first < 0 {
		first, last = 0, len(s.rows)-1
	}
	s.copy(first, last)
}

// copy hands the rows from first to last to OnCopy.
func (s *Sheet) copy(first, last int) {
	if s.OnCopy == nil {
		return
	}
	rows := s.rows[first : last+1]
	count := len(rows)
	if count == len(s.rows) {
		count = 0
	}
	var b strings.Builder
	write(&b, s.header, func(c Column) string {
		if c.Unit != "" {
			return c.Title + " (" + c.Unit + ")"
		}
		return c.Title
	})
	for _, row := range rows {
		write(&b, row, func(c Cell) string {
			if c.Value != "" {
				return c.Value
			}
			return shown(c)
		})
	}
	s.OnCopy(b.String(), count)
}

// InspectName returns the table's name in the inspection file.
func (s *Sheet) InspectName() string { return s.Name }

// Inspect returns what the inspection file tells of the table: its text.
func (s *Sheet) Inspect() (kind, text, errText string, enabled, focused bool) {
	return "table", s.Text(), "", true, s.focused
}

// arrange shows the grid itself where it has room, so that the wheel reaches what
// holds the table, and a scrolled one where it has not.
func (s *Sheet) arrange() {
	size, whole := s.Size(), s.grid.size()
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
	rows := min(len(r.owner.rows), r.owner.fit())
	return fyne.NewSize(160, headHeight+float32(rows)*RowHeight+r.owner.grid.bar())
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
