package compare

import (
	"headroom/scenario/compare"
	"headroom/scenario/report"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/sheet"
)

// A comparedPart is what a column of the table of a comparison shows of a scenario.
type comparedPart int

const (
	partValue    comparedPart = iota
	partChange                // from the reference
	partRelative              // that in percent
)

// A comparedColumn is a column of that table after the first.
type comparedColumn struct {
	subject int
	part    comparedPart
}

// sides returns what is compared as sentences on a comparison take it.
func sides(subjects []compare.Subject) []words.Side {
	out := make([]words.Side, len(subjects))
	for i, s := range subjects {
		out[i] = words.Side{Scenario: s.Scenario, Total: s.Projection.Total}
	}
	return out
}

// comparedColumns returns the columns: each scenario's results, and of all but the
// reference what they differ by, which so stand below one another.
func comparedColumns(c compare.Comparison) []comparedColumn {
	var columns []comparedColumn
	for i := range c.Subjects {
		columns = append(columns, comparedColumn{i, partValue})
		if i != c.Reference {
			columns = append(columns, comparedColumn{i, partChange}, comparedColumn{i, partRelative})
		}
	}
	return columns
}

// comparedHead returns the names of the columns; swatch is that of a subject.
func comparedHead(c compare.Comparison, columns []comparedColumn, swatch func(i int) string) []sheet.Column {
	head := []sheet.Column{{Title: "Result"}}
	reference := c.Subjects[c.Reference].Scenario.Name
	for _, column := range columns {
		name := c.Subjects[column.subject].Scenario.Name
		switch column.part {
		case partValue:
			head = append(head, sheet.Column{Title: name, Unit: desk.USD, Swatch: swatch(column.subject)})
		case partChange:
			head = append(head, sheet.Column{
				Title: "Difference", Copied: name + ": difference", Unit: desk.USD,
				Hint: name + " less " + reference + ", the reference",
			})
		case partRelative:
			head = append(head, sheet.Column{
				Title: "in %", Copied: name + ": difference", Unit: "%",
				Hint: "The difference as a part of what " + reference + " has",
			})
		}
	}
	return head
}

// comparedCells returns the table of a comparison: a row a result.
func comparedCells(c compare.Comparison, columns []comparedColumn) [][]sheet.Cell {
	reached, used, effective := c.CapReached(), c.CapUsed(), c.EffectiveRate()
	var table [][]sheet.Cell
	for _, row := range c.Rows() {
		line := []sheet.Cell{sheet.Words(rowName(c, row))}
		amounts := c.Amounts(row)
		for _, column := range columns {
			i := column.subject
			switch row.Kind {
			case compare.RowReached:
				line = append(line, reachedCell(c.Subjects[i], reached[i], column.part))
			case compare.RowCapUsed:
				line = append(line, rateCell(used[i], column.part))
			case compare.RowEffectiveRate:
				line = append(line, rateCell(effective[i], column.part))
			default:
				line = append(line, changeCell(amounts[i], column.part))
			}
		}
		table = append(table, line)
	}
	return table
}

// rowName is what the screen calls a row: what is paid is said with its end, where all
// horizons have the same.
func rowName(c compare.Comparison, row compare.Row) string {
	switch {
	case row.Kind != compare.RowTotal || row.Result != compare.Paid:
		return report.RowName(row)
	case !sameEnd(c):
		return "Paid in all"
	}
	return words.PaidThrough(c.Subjects[0].Scenario)
}

// sameEnd reports whether all horizons end with the same year.
func sameEnd(c compare.Comparison) bool {
	for _, s := range c.Subjects {
		if s.Scenario.LastYear != c.Subjects[0].Scenario.LastYear {
			return false
		}
	}
	return true
}

func quiet(c sheet.Cell) sheet.Cell {
	c.Quiet = true
	return c
}

func reachedCell(s compare.Subject, c compare.ReachedCell, part comparedPart) sheet.Cell {
	switch {
	case part == partValue && c.Reached.Date.IsZero():
		return sheet.Words(words.ReachedDay(s.Scenario, s.Projection.Total))
	case part == partValue:
		return sheet.Figure(c.Reached.Date.Medium(), c.Reached.Date.String())
	case part == partChange && c.Compared && c.Days != 0:
		return quiet(sheet.Figure(words.SignedDays(c.Days), words.Later(c.Days)))
	}
	return sheet.Cell{}
}

func rateCell(c compare.RateCell, part comparedPart) sheet.Cell {
	switch {
	case part == partValue && !c.Known:
		return desk.NoCell()
	case part == partValue:
		return desk.PartCell(c.Value.Percent())
	case part == partChange && c.Differs():
		return quiet(desk.PartCell(c.Change.Points()))
	}
	return sheet.Cell{}
}

func changeCell(c compare.Cell, part comparedPart) sheet.Cell {
	switch {
	case part == partValue && !c.Known:
		return desk.NoCell()
	case part == partValue:
		return desk.AmountCell(c.Value)
	case !c.Differs():
		return sheet.Cell{}
	case part == partChange:
		return quiet(desk.DeltaCell(c.Change))
	}
	relative, known := c.Relative()
	if !known { // a word, not a number
		return quiet(sheet.Words(words.Relative(relative, known)))
	}
	return quiet(desk.PartCell(words.Relative(relative, known)))
}
