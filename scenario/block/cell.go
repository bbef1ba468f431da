package block

import (
	"strings"

	"headroom/scenario/unit"
)

// A Cell is one figure of a row or column, as it stands in the table.
type Cell struct {
	Period unit.Period // the year, quarter or month that heads it; zero for none
	Text   string
	Row    int // of the table, from 1 on, 0 where no period heads the cell
}

// Empty reports whether nothing is known: the cell is empty, or says so as tables
// do: n/a, -, nm. A zero is not.
func (c Cell) Empty() bool { return c.Text == "" || unknown(c.Text) }

// unknown knows how tables write that a figure is not there.
func unknown(text string) bool {
	if len(text) > 6 {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(strings.TrimPrefix(text, "$"))) {
	case "-", "--", "---", "–", "—", "−", ".", "..", "...", "…", "?", "n/a", "#n/a", "na", "n.a.", "nm", "n.m.", "nan", "null", "none", "tbd":
		return true
	}
	return false
}

// A sort is what a cell looks like before it is known where it stands.
type sort int

const (
	sortEmpty sort = iota
	sortUnknown
	sortPeriod
	sortFigure
	sortText
)

// A seen cell is one with its sort, and with what it is as a period or a figure.
type seen struct {
	sort    sort
	period  unit.Period
	written unit.Written
	comma   unit.Comma
}

func look(text string) seen {
	switch {
	case text == "":
		return seen{}
	case unknown(text):
		return seen{sort: sortUnknown}
	}
	s := seen{sort: sortText}
	if p, ok := periodOf(text); ok {
		s.sort, s.period = sortPeriod, p
	}
	if s.written, s.comma = unit.Look(text); s.sort == sortText && s.written != unit.WrittenNone {
		s.sort = sortFigure
	}
	return s
}

// holds reports whether the cell has anything to do with figures: one, or a word
// that there is none.
func (s seen) holds() bool {
	return s.sort == sortFigure || s.sort == sortUnknown || s.sort == sortPeriod
}
