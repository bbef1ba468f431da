package block

import (
	"cmp"
	"fmt"

	"headroom/scenario/unit"
)

// headerRow finds the row below the titles whose cells are periods, with texts
// beside them at most. In a single column a period heads one figure alone, since a
// column of amounts may begin with one that reads as a year.
func (r *reader) headerRow() (int, bool) {
	below := len(r.grid) - r.top - 1
	if below == 0 || r.width == 1 && (below > 1 || r.seen[r.top+1][0].sort == sortPeriod) {
		return 0, false
	}
	return r.top, heads(r.seen[r.top])
}

// headerColumn finds the first column whose cells are periods, with texts beside
// them at most. Beside a header row it is one left of the row's periods, or the
// first where that is all periods too.
func (r *reader) headerColumn(headed bool) (int, bool) {
	for j := range r.width {
		from := r.top
		within := headed && r.seen[r.top][j].sort == sortPeriod
		if headed && !within {
			from++
		}
		var column []seen
		for _, row := range r.seen[from:] {
			column = append(column, row[j])
		}
		if heads(column) && (!within || j == 0 && heads(column[1:])) {
			return j, r.width > 1
		}
		if within {
			return 0, false
		}
		for _, s := range column {
			if s.holds() {
				return 0, false // figures begin here
			}
		}
	}
	return 0, false
}

// periods returns how many cells of a row are periods.
func (r *reader) periods(row int) (n int) {
	for _, s := range r.seen[row] {
		if s.sort == sortPeriod {
			n++
		}
	}
	return n
}

// heads reports whether cells are periods in order, each once, beside texts alone.
func heads(cells []seen) bool {
	var last [13]unit.Period // by the number of months
	var up [13]int
	found := false
	for _, s := range cells {
		switch s.sort {
		case sortFigure, sortUnknown:
			return false
		case sortPeriod:
			found = true
			n := s.period.Months
			way := 1
			if s.period.First < last[n].First {
				way = -1
			}
			if !last[n].IsZero() {
				if s.period == last[n] || up[n] != 0 && up[n] != way {
					return false
				}
				up[n] = way
			}
			last[n] = s.period
		}
	}
	return found
}

// underRow takes the rows below a row of periods.
func (r *reader) underRow(header int) error {
	first := 0
	for r.seen[header][first].sort != sortPeriod {
		first++
	}
	if err := r.corner(header, first); err != nil {
		return err
	}
	for j := first; j < r.width; j++ {
		if r.seen[header][j].sort == sortText {
			r.pass("the column", r.grid[header][j])
		}
	}
	for i := header + 1; i < len(r.grid); i++ {
		if r.repeats(header, i) {
			return fmt.Errorf("row %d has years, quarters or months again; copy one table at a time", i+1)
		}
		var cells []Cell
		figures := false
		for j := first; j < r.width; j++ {
			if s := r.seen[header][j]; s.sort == sortPeriod {
				cells = append(cells, Cell{s.period, r.grid.at(i, j), i + 1})
				figures = figures || r.seen[i][j].holds()
			}
		}
		label := r.joined(i, 0, first)
		if !figures {
			if text := r.joined(i, 0, r.width); text != "" && label == "" {
				return fmt.Errorf("row %d, %s, has no figure", i+1, unit.Quote(text))
			} else if text != "" {
				r.pass("the line", text)
			}
			continue
		}
		if err := r.add(label, cells); err != nil {
			return err
		}
	}
	r.entitle()
	return nil
}

// repeats reports whether a row has the periods of the header again.
func (r *reader) repeats(header, row int) bool {
	for j, s := range r.seen[header] {
		if s.sort == sortPeriod && (r.seen[row][j].sort != sortPeriod || r.seen[row][j].period != s.period) {
			return false
		}
	}
	return true
}

// corner takes over what stands before the first period of a header.
func (r *reader) corner(row, to int) error {
	for j := range to {
		if text := r.grid.at(row, j); text != "" {
			if err := fiscalWords(text); err != nil {
				return err
			}
			if s, err := stated(text); err != nil {
				return err
			} else if s.By != "" {
				r.block.Unit = s
			}
		}
	}
	return nil
}

// entitle gives a single series without a label the title above it.
func (r *reader) entitle() {
	if r.title == "" {
		return
	}
	if len(r.block.Series) == 1 && r.block.Series[0].Label == "" {
		r.block.Series[0].Label = r.title
		return
	}
	r.pass("the line", r.title)
}

// besideColumn takes the columns beside a column of periods.
func (r *reader) besideColumn(header int) error {
	from := r.top
	titled := r.seen[from][header].sort != sortPeriod // the first row has the labels
	if titled {
		if err := r.corner(from, header+1); err != nil {
			return err
		}
		from++
	}
	if len(r.grid)-from == 1 && !titled && r.width-header > 2 {
		return r.yearFirst(r.grid[from][header], heads(r.seen[from]))
	}
	for i := from; i < len(r.grid); i++ {
		if s := r.seen[i][header]; s.sort == sortText {
			r.pass("the line", r.grid[i][header])
		} else if s.sort == sortEmpty {
			for j := range r.width {
				if r.seen[i][j].holds() {
					return fmt.Errorf("row %d has no year, quarter or month beside %s", i+1, unit.Quote(r.grid[i][j]))
				}
			}
		}
	}
	for j := header + 1; j < r.width; j++ {
		var cells []Cell
		figures := false
		for i := from; i < len(r.grid); i++ {
			if s := r.seen[i][header]; s.sort == sortPeriod {
				cells = append(cells, Cell{s.period, r.grid.at(i, j), i + 1})
				figures = figures || r.seen[i][j].holds()
			}
		}
		label := ""
		if titled {
			label = r.grid.at(r.top, j)
		}
		if !figures {
			if text := r.first(from, j); text != "" || label != "" {
				r.pass("the column", cmp.Or(label, text))
			}
			continue
		}
		if err := r.add(label, cells); err != nil {
			return err
		}
	}
	r.entitle()
	return nil
}

// first returns the first text of a column from a row on.
func (r *reader) first(from, column int) string {
	for i := from; i < len(r.grid); i++ {
		if cell := r.grid.at(i, column); cell != "" {
			return cell
		}
	}
	return ""
}

// yearFirst refuses figures of which the first, or all, read as years.
func (r *reader) yearFirst(text string, all bool) error {
	if all {
		return fmt.Errorf("%s reads as a year, quarter or month, and no figures are with it", unit.Quote(text))
	}
	return fmt.Errorf("%s reads as a year, with several figures behind it: give each figure its year above it, or the figures alone (an amount of that size as %s.0)", unit.Quote(text), text)
}
