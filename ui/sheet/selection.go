package sheet

// Selected returns the first and the last of the rows selected, or -1, -1.
func (s *Sheet) Selected() (first, last int) {
	return min(s.selected, s.anchor), max(s.selected, s.anchor)
}

// Asking reports whether a cell of a single row is chosen, which can be asked about.
func (s *Sheet) Asking() bool {
	return (s.OnAsk != nil || s.Offers != nil) && s.column >= 0 && s.selected >= 0 && s.selected == s.anchor
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
