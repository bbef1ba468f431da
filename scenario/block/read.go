package block

import (
	"errors"
	"fmt"
	"strings"

	"headroom/scenario/unit"
)

// A Block is what a table holds: one or more series of figures.
type Block struct {
	Series []Series
	// Unit is what the table says above its figures or in its corner.
	Unit Stated
	// Comma is what the commas of the table's figures mean, as far as some of them
	// show it.
	Comma unit.Comma
	// Passed are the rows and columns that are no series, in words: a title, or a
	// total without a period.
	Passed []string
}

// A Series is one row of figures, or a column where periods stand at the left.
type Series struct {
	Label string // empty for none
	Unit  Stated // what the label says
	Cells []Cell // at least one, the empty ones included
}

// Read reads what was pasted. Its error says what the text is, where it is not
// clear what stands for what, and what to copy instead.
func Read(text string) (Block, error) {
	grid, err := Split(text)
	if err != nil {
		return Block{}, err
	}
	return grid.Read()
}

// Read finds the series of a table.
func (g Grid) Read() (Block, error) {
	r := newReader(g)
	if err := r.fiscalCell(); err != nil {
		return Block{}, err
	}
	if err := r.titles(); err != nil {
		return Block{}, err
	}
	row, headed := r.headerRow()
	column, sided := r.headerColumn(headed)
	if headed && sided && r.periods(row) == 1 && r.seen[row][column].sort == sortPeriod {
		headed = false // the first line of a column, without its figure
	}
	var err error
	switch {
	case headed && sided:
		err = errors.New("both the first row and the first column are years, quarters or months; copy the row of figures with one of them")
	case headed:
		err = r.underRow(row)
	case sided:
		err = r.besideColumn(column)
	default:
		err = r.unheaded()
	}
	if err == nil && len(r.block.Series) == 0 {
		err = r.nothing()
	}
	if err != nil {
		return Block{}, err
	}
	r.commas()
	return r.block, nil
}

// A reader goes through a grid once for each thing it looks for.
type reader struct {
	grid  Grid
	seen  [][]seen
	width int
	top   int    // the first row below the titles
	title string // the last title that says no unit
	block Block
}

func newReader(g Grid) *reader {
	r := &reader{grid: g, seen: make([][]seen, len(g)), width: g.columns()}
	for i, row := range g {
		r.seen[i] = make([]seen, r.width)
		for j, cell := range row {
			r.seen[i][j] = look(cell)
		}
	}
	return r
}

// nothing says that there are no figures.
func (r *reader) nothing() error {
	for i := range r.seen {
		for j, s := range r.seen[i] {
			switch s.sort {
			case sortPeriod:
				return fmt.Errorf("%s and what else is here are years, quarters or months; copy the figures too", unit.Quote(r.grid[i][j]))
			case sortText:
				return fmt.Errorf("%s is not a number, and no figure is here", unit.Quote(r.grid[i][j]))
			}
		}
	}
	return errors.New("no figure is here")
}

// titles takes the rows at the top that hold one text alone: what the table is, or
// the unit of its figures.
func (r *reader) titles() error {
	for ; r.top < len(r.grid)-1; r.top++ {
		cell, alone := r.alone(r.top)
		between := r.top > 0 && r.width > 1 && len(r.grid[r.top]) == 0
		if !alone && !between {
			return nil
		}
		if err := r.says(cell); err != nil {
			return err
		}
	}
	return nil
}

// alone returns the one text of a row that has nothing else.
func (r *reader) alone(row int) (string, bool) {
	found := ""
	for j, s := range r.seen[row] {
		switch {
		case s.sort == sortEmpty:
		case s.sort == sortText && found == "":
			found = r.grid[row][j]
		default:
			return "", false
		}
	}
	return found, found != ""
}

// says takes over what a text above the figures says, if there is one.
func (r *reader) says(text string) error {
	if text == "" {
		return nil
	}
	if err := fiscalWords(text); err != nil {
		return err
	}
	s, err := stated(text)
	switch {
	case err != nil:
		return err
	case s.By != "":
		r.block.Unit = s
	default:
		if r.title != "" {
			r.pass("the line", r.title)
		}
		r.title = text
	}
	return nil
}

func (r *reader) pass(what, name string) {
	r.block.Passed = append(r.block.Passed, what+" "+unit.Quote(name))
}

// add adds a series, unless nothing is in it.
func (r *reader) add(label string, cells []Cell) error {
	full := false
	for _, c := range cells {
		full = full || c.Text != ""
	}
	if !full {
		return nil
	}
	s, err := stated(label)
	if err != nil {
		return err
	}
	r.block.Series = append(r.block.Series, Series{Label: label, Unit: s, Cells: cells})
	return nil
}

// joined returns the texts of some cells of a row as one.
func (r *reader) joined(row, from, to int) string {
	var texts []string
	for j := from; j < to; j++ {
		if cell := r.grid.at(row, j); cell != "" {
			texts = append(texts, cell)
		}
	}
	return strings.Join(texts, " ")
}

// commas looks at what the commas and points of all figures say together.
func (r *reader) commas() {
	for _, row := range r.seen {
		for _, s := range row {
			switch {
			case s.comma == unit.CommaInDoubt:
			case r.block.Comma == unit.CommaInDoubt:
				r.block.Comma = s.comma
			case r.block.Comma != s.comma: // one says this, another that: none counts for the others
				r.block.Comma = unit.CommaInDoubt
				return
			}
		}
	}
}
