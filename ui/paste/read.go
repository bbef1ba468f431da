package paste

import (
	"errors"
	"fmt"

	"headroom/scenario/block"
	"headroom/scenario/unit"
	"headroom/ui/desk"
)

// A Target is what a pasted row of years goes into.
type Target struct {
	Title, Message, Example string
	First, Last             int // years
	// Base is the year before the first where a table may give that too, zero where
	// not.
	Base int
	// Rates says that figures are rates of 0 to 100 percent, otherwise they are
	// amounts, or growths where they are in percent or multiples.
	Rates bool
	// Stays says what a year has, which it stays at where its cell is empty or it is
	// left out, and keeps what becomes of a year after the last that has a cell.
	Stays, Keeps func(year int, kind block.Kind) string
	// Start, where set, says that the figures are of quarters and months, and gives the
	// quarter of the first that has no period of its own; Was is then what a period has.
	Start unit.Period
	Was   func(p unit.Period) string
	// Would shows what comes of the figures of the years, beside what else is to be
	// said; nil where something else shows it.
	Would func(o *desk.Outcome, kind block.Kind, figures []block.Figure, aside string)
	// Fill takes the figures of the years over; what it returns stands against it.
	Fill func(kind block.Kind, figures []block.Figure) (fault string)
}

// The units to choose from: the first counts as fields do, the others as tables say.
var pasteUnits = []unit.AmountUnit{unit.Billions, unit.Trillions, unit.Billions, unit.Millions, unit.Thousands, unit.Dollars}

var pasteUnitWords = []string{"Billions, or whole dollars", "Trillions", "Billions", "Millions", "Thousands", "Dollars"}

// unitPlace returns the place of a unit that a table states among those to choose.
func unitPlace(said block.Stated) int {
	for i, u := range pasteUnits {
		if i > 0 && said.By != "" && u == said.Unit {
			return i
		}
	}
	return 0
}

// A pasted is a table as far as it has been chosen how to read it, with what its
// figures are then.
type pasted struct {
	table  block.Block
	series int        // which of them, -1 for none yet
	unit   int        // in pasteUnits
	comma  unit.Comma // chosen where the table does not tell

	kind           block.Kind
	within, beyond []block.Figure
}

// mostRows is how many rows can be chosen from in a menu.
const mostRows = 60

// newPasted reads a table; where there is one series, that is taken.
func newPasted(grid block.Grid) (pasted, error) {
	table, err := grid.Read()
	if n := len(table.Series); n > mostRows {
		return pasted{series: -1}, fmt.Errorf("these are %d rows; copy those that you need, %d at most", n, mostRows)
	}
	p := pasted{table: table, comma: table.Comma}
	if p.series = -1; len(table.Series) == 1 {
		p.series = 0
	}
	return p, err
}

// chosen returns the series to be read.
func (p *pasted) chosen() (block.Series, bool) {
	if p.series < 0 || p.series >= len(p.table.Series) {
		return block.Series{}, false
	}
	return p.table.Series[p.series], true
}

// stated returns the unit that the chosen series or the table says.
func (p *pasted) stated() block.Stated {
	if s, ok := p.chosen(); ok && s.Unit.By != "" {
		return s.Unit
	}
	return p.table.Unit
}

// inDoubt returns a figure whose comma could mean either, empty where there is none
// or the other figures tell.
func (p *pasted) inDoubt() string {
	if s, ok := p.chosen(); ok && p.table.Comma == unit.CommaInDoubt {
		for _, cell := range s.Cells {
			if unit.InDoubt(cell.Text) {
				return cell.Text
			}
		}
	}
	return ""
}

// read gives the years of t their figures. Its error says what keeps the whole from
// being read; what is wrong with single figures they say themselves.
func (p *pasted) read(t Target) (err error) {
	p.within, p.beyond = nil, nil
	s, ok := p.chosen()
	if !ok {
		return fmt.Errorf("there are %d rows; choose the one to take", len(p.table.Series))
	}
	if p.kind, err = s.Kind(); err != nil {
		return err
	}
	if !t.Start.IsZero() && p.kind != block.Bare && p.kind != block.Amounts {
		return errors.New("these are percents or multiples; give the amounts that were earned")
	}
	n := unit.Notation{Unit: pasteUnits[p.unit], Stated: p.unit > 0, Comma: p.comma}
	amounts, first := false, t.First
	var figures []block.Figure
	switch {
	case t.Rates:
		figures = s.Rates(n)
	case p.kind == block.Percents || p.kind == block.Multiples:
		figures = s.Growths(n)
	default:
		amounts, figures = true, s.Amounts(n)
		if t.Base != 0 && !s.Cells[0].Period.IsZero() {
			first = t.Base
		}
	}
	if !t.Start.IsZero() {
		p.within = block.Parts(figures, t.Start)
	} else if p.within, p.beyond, err = block.Years(figures, first, t.Last, amounts); err != nil {
		return err
	}
	for _, f := range p.within {
		if f.Known {
			return nil
		}
	}
	return noYear(p.beyond, t)
}

// noYear says that there is no figure for any of the years.
func noYear(beyond []block.Figure, t Target) error {
	if len(beyond) == 0 || !t.Start.IsZero() {
		return errors.New("all cells are empty, so nothing is filled in")
	}
	return fmt.Errorf("no figure is for the years %d to %d", t.First, t.Last)
}

// fault returns the first figure that was refused, with its year.
func (p *pasted) fault() error {
	for _, f := range p.within {
		if f.Err != nil {
			return fmt.Errorf("%s: %w", f.Period.Words(), f.Err)
		}
	}
	return nil
}
