package block

import (
	"fmt"
	"strings"
)

// unheaded takes figures that no period heads: a row or a column, or several with their
// labels.
func (r *reader) unheaded() error {
	rows := len(r.grid) - r.top
	switch {
	case r.width == 1:
		return r.line(func(i int) (string, seen) { return r.grid.at(r.top+i, 0), r.seen[r.top+i][0] }, rows)
	case rows == 1:
		return r.line(func(j int) (string, seen) { return r.grid.at(r.top, j), r.seen[r.top][j] }, r.width)
	}
	labeled, titled := r.texts(rows, func(i int) seen { return r.seen[r.top+i][0] }), r.texts(r.width, func(j int) seen { return r.seen[r.top][j] })
	switch {
	case labeled == titled:
		return fmt.Errorf("these are %d rows of %d cells without years above or beside them: copy the row of years too, or one row of figures alone", rows, r.width)
	case labeled:
		return r.each(rows, r.width, func(i, j int) (string, seen) { return r.grid.at(r.top+i, j), r.seen[r.top+i][j] })
	}
	return r.each(r.width, rows, func(j, i int) (string, seen) { return r.grid.at(r.top+i, j), r.seen[r.top+i][j] })
}

// texts reports whether so many cells are texts, all of them.
func (r *reader) texts(n int, cell func(i int) seen) bool {
	for i := range n {
		if cell(i).sort != sortText {
			return false
		}
	}
	return true
}

// each takes n series of cells behind their labels.
func (r *reader) each(n, cells int, cell func(i, j int) (string, seen)) error {
	for i := range n {
		if err := r.line(func(j int) (string, seen) { return cell(i, j) }, cells); err != nil {
			return err
		}
	}
	return nil
}

// line takes one series: texts before the first figure are its label, and say its
// unit where they do; empty cells at the end of them belong to the figures.
func (r *reader) line(cell func(i int) (string, seen), n int) error {
	var names []string
	from := 0
	for from < n {
		text, s := cell(from)
		if s.sort != sortText {
			break
		}
		if unitOf, err := stated(text); err != nil {
			return err
		} else if unitOf.By != "" && names == nil && r.title == "" {
			r.block.Unit = unitOf
		}
		names = append(names, text)
		from++
	}
	label := strings.Join(names, " ")
	if from == n {
		if label != "" {
			r.pass("the line", label)
		}
		return nil
	}
	if label == r.block.Unit.By {
		label = ""
	}
	var cells []Cell
	years := 0
	for i := from; i < n; i++ {
		text, s := cell(i)
		if s.sort == sortPeriod {
			years++
		}
		cells = append(cells, Cell{Text: text})
	}
	if _, s := cell(from); s.sort == sortPeriod {
		text, _ := cell(from)
		return r.yearFirst(text, years == len(cells))
	}
	if label == "" {
		label, r.title = r.title, ""
	}
	return r.add(label, cells)
}
