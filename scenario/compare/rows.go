package compare

// A Row is a line of the table of a comparison: what is compared in it.
type Row struct {
	Kind   RowKind
	Result Result // of RowTotal and RowYear
	Year   int    // of RowYear
}

// A RowKind says what the cells of a row are.
type RowKind int

// The kinds of rows, each with the method of Comparison that gives its cells.
const (
	RowReached       RowKind = iota // CapReached
	RowCapUsed                      // CapUsed
	RowEffectiveRate                // EffectiveRate
	RowTotal                        // Total
	RowYear                         // InYear
)

// Rows returns the lines of the table of a comparison, in their order: the results
// over the horizon, and what is paid in each year.
func (c Comparison) Rows() []Row {
	rows := []Row{{Kind: RowReached}, {Kind: RowCapUsed}}
	for _, r := range []Result{Due, Paid, Forgone, Reverse, Net} {
		rows = append(rows, Row{Kind: RowTotal, Result: r})
	}
	rows = append(rows, Row{Kind: RowEffectiveRate})
	for _, r := range []Result{PresentValue, PresentValueForgone} {
		rows = append(rows, Row{Kind: RowTotal, Result: r})
	}
	for year, last := c.Years(); year <= last; year++ {
		rows = append(rows, Row{Kind: RowYear, Result: Paid, Year: year})
	}
	return rows
}

// Amounts returns the cells of a row of amounts, nil for one of other things.
func (c Comparison) Amounts(row Row) []Cell {
	switch row.Kind {
	case RowTotal:
		return c.Total(row.Result)
	case RowYear:
		return c.InYear(row.Result, row.Year)
	}
	return nil
}

// Differs reports whether the cell is another than the reference's, as far as tables
// show amounts.
func (c Cell) Differs() bool {
	return c.Compared && c.Value.Table() != (c.Value-c.Change).Table()
}

// Differs reports whether the cell is another than the reference's, as far as tables
// show rates.
func (c RateCell) Differs() bool {
	return c.Compared && c.Value.Percent() != (c.Value-c.Change).Percent()
}
