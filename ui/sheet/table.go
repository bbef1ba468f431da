package sheet

import "strings"

// A Column is the head of one column.
type Column struct {
	// Title is the column's name. It takes a second line where there is no room
	// for it on one.
	Title string
	// Swatch is the color of a dot before the title, as #RRGGBB; empty is none.
	Swatch string
	// Hint explains the column to the pointer over its head.
	Hint string
	// Copied, where set, is the column's name as it is copied.
	Copied string
	// Unit, where set, is that of the figures as they are copied, such as USD.
	Unit string
	// Words has the column stand left and give way where there is too little room.
	// The first column always does.
	Words bool
}

// CopiedTitle returns the column's name as it is copied, with its unit.
func (c Column) CopiedTitle() string {
	title := c.Title
	if c.Copied != "" {
		title = c.Copied
	}
	if c.Unit != "" {
		return title + " (" + c.Unit + ")"
	}
	return title
}

// A Cell is one figure, or some words.
type Cell struct {
	// Text is what is shown.
	Text string
	// Brief, where set, is shown of words that have not room enough in whole.
	Brief string
	// Figure says that the cell is copied as Value, which a spreadsheet computes
	// with, and where that is empty as nothing; else it is copied as the words it
	// shows.
	Figure bool
	Value  string
	// Quiet shows the cell dimmer, such as a difference beside what it is of.
	Quiet bool
	// Bold shows the cell bold.
	Bold bool
	// Span is over how many columns the cell reaches; 0 is one. The cells it covers
	// are not shown.
	Span int
	// Chip, where set, is shown in place of the text.
	Chip *Chip
}

// A Chip is a small button in a cell, with a tooltip.
type Chip struct {
	Name, Text, Hint string
	OnTapped         func()
}

// says returns what the cell shows.
func (c Cell) says() string {
	if c.Chip != nil {
		return c.Chip.Text
	}
	return c.Text
}

// Words returns a cell of words.
func Words(text string) Cell { return Cell{Text: text} }

// Figure returns a cell that shows a figure as text and is copied as value, which
// is empty for none.
func Figure(text, value string) Cell { return Cell{Text: text, Figure: true, Value: value} }

// Text returns the whole table as it is shown, cells parted by tabs, rows by line
// ends, the head first.
func (s *Sheet) Text() string {
	var b strings.Builder
	for i, column := range s.header {
		write(&b, i, column.Title)
	}
	b.WriteByte('\n')
	for _, row := range s.rows {
		for i := range s.header {
			said := ""
			if i < len(row) {
				said = row[i].says()
			}
			write(&b, i, said)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// write adds a cell to a line, without tabs and line ends of its own.
func write(b *strings.Builder, column int, text string) {
	if column > 0 {
		b.WriteByte('\t')
	}
	b.WriteString(strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(text))
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
	count := last - first + 1
	if count == len(s.rows) {
		count = 0
	}
	s.OnCopy(s.header, s.rows[first:last+1], count)
}
