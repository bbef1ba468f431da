package block

import (
	"errors"
	"fmt"

	"headroom/scenario/unit"
)

// A Kind is what the figures of a series are.
type Kind int

// The kinds of series. Bare numbers may be amounts, or percents where these are
// asked for.
const (
	Bare Kind = iota
	Amounts
	Percents
	Multiples
)

// A Figure is what a series has for one period.
type Figure struct {
	Period unit.Period // zero where the series has none
	Text   string      // as it stands in the table
	Row    int         // of the table, from 1 on, 0 where that is not one
	Known  bool        // whether there is a figure, or was to be one; an empty cell has none
	Amount unit.Amount // of amounts
	Rate   unit.Rate   // of growths and rates
	Err    error       // why it is refused; nil where it was read
}

// Kind returns what the figures of the series are. Cells of more than one kind are
// refused, all others are left to be read.
func (s Series) Kind() (Kind, error) {
	kind, from := Bare, ""
	for _, cell := range s.Cells {
		of, ok := kindOf(cell)
		switch {
		case !ok:
		case from == "":
			kind, from = of, cell.Text
		case of == kind:
		case kind == Bare && of == Amounts, kind == Amounts && of == Bare:
			kind = Amounts
		default:
			return 0, fmt.Errorf("%s is of another kind than %s: give amounts only, percents only or multiples only", unit.Quote(cell.Text), unit.Quote(from))
		}
	}
	return kind, nil
}

func kindOf(cell Cell) (Kind, bool) {
	if cell.Empty() {
		return 0, false
	}
	written, _ := unit.Look(cell.Text)
	switch written {
	case unit.WrittenAmount:
		return Amounts, true
	case unit.WrittenPercent:
		return Percents, true
	case unit.WrittenMultiple:
		return Multiples, true
	}
	return Bare, written == unit.WrittenBare
}

// Amounts reads the series as amounts of 0 or more.
func (s Series) Amounts(n unit.Notation) []Figure {
	return s.read(func(f *Figure) {
		if f.Amount, f.Err = n.Amount(f.Text); f.Err == nil && f.Amount < 0 {
			f.Err = fmt.Errorf("%s is negative: %s", unit.Quote(f.Text), f.Amount.Below(0))
		}
	})
}

// Growths reads the series as growths, in percent or as multiples of the year
// before. Points are refused, since they are relative.
func (s Series) Growths(n unit.Notation) []Figure {
	return s.read(func(f *Figure) {
		if written, _ := unit.Look(f.Text); written == unit.WrittenPoints {
			f.Err = fmt.Errorf("%s is relative to another growth; write growth like 129%% or 2.29x", unit.Quote(f.Text))
			return
		}
		f.Rate, f.Err = n.Growth(f.Text, 0)
	})
}

// Rates reads the series as rates of 0 to 100 percent. Bare numbers are percent;
// where all of them are 1 or less, they could be fractions as well, and are
// refused.
func (s Series) Rates(n unit.Notation) []Figure {
	figures := s.read(func(f *Figure) {
		if f.Rate, f.Err = n.Rate(f.Text); f.Err == nil && (f.Rate < 0 || f.Rate > 1) {
			f.Err = errors.New(f.Rate.Outside(0, 1, unit.Rate.Percent))
		}
	})
	if kind, err := s.Kind(); err != nil || kind != Bare {
		return figures
	}
	small, some := true, false
	for _, f := range figures {
		small = small && (!f.Known || f.Err == nil && f.Rate <= 0.01)
		some = some || f.Rate > 0
	}
	for i := range figures {
		if f := &figures[i]; small && some && f.Rate > 0 {
			f.Err = fmt.Errorf("%s could be %s or %s; write it with a percent sign", unit.Quote(f.Text), f.Rate.Full(), (100 * f.Rate).Percent())
		}
	}
	return figures
}

// read makes a figure of each cell, the empty ones without reading them.
func (s Series) read(take func(f *Figure)) []Figure {
	figures := make([]Figure, len(s.Cells))
	for i, cell := range s.Cells {
		f := &figures[i]
		f.Period, f.Text, f.Row, f.Known = cell.Period, cell.Text, cell.Row, !cell.Empty()
		if f.Known {
			take(f)
		}
		if f.Err != nil {
			f.Amount, f.Rate = 0, 0
		}
	}
	return figures
}
