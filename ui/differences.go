package ui

import (
	"fmt"
	"math"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/sheet"
)

// A compared is one column of a comparison.
type compared struct {
	scenario   scenario.Scenario
	projection scenario.Projection
}

// sides returns the columns as sentences on a comparison take them.
func sides(columns []compared) []words.Side {
	out := make([]words.Side, len(columns))
	for i, c := range columns {
		out[i] = words.Side{Scenario: c.scenario, Total: c.projection.Total}
	}
	return out
}

// differences returns the table of a comparison: a row a result, a column a
// scenario, each with its difference from the reference.
func differences(columns []compared, reference int) [][]sheet.Cell {
	rows := [][]sheet.Cell{reachedRow(columns, reference)}
	first, last := math.MaxInt, 0
	paid := words.PaidThrough(columns[0].scenario)
	for _, c := range columns {
		first, last = min(first, c.scenario.FirstYear), max(last, c.scenario.LastYear)
		if words.PaidThrough(c.scenario) != paid {
			paid = "Paid in all"
		}
	}
	add := func(name string, amount func(c compared) (unit.Amount, bool)) {
		rows = append(rows, amountRow(name, columns, reference, amount))
	}
	add(paid, func(c compared) (unit.Amount, bool) { return c.projection.Total.Paid, true })
	add(words.Due, func(c compared) (unit.Amount, bool) { return c.projection.Total.Due, true })
	add(words.Forgone, func(c compared) (unit.Amount, bool) { return c.projection.Total.Forgone, true })
	add(words.Reverse, func(c compared) (unit.Amount, bool) { return c.projection.Total.Reverse, true })
	add(words.Net, func(c compared) (unit.Amount, bool) { return c.projection.Total.Net, true })
	add(words.PresentValue, func(c compared) (unit.Amount, bool) { return c.projection.Total.PresentValue, true })
	for year := first; year <= last; year++ {
		add("Paid in "+strconv.Itoa(year), func(c compared) (unit.Amount, bool) {
			at := year - c.scenario.FirstYear
			if at < 0 || at >= len(c.projection.Years) {
				return 0, false
			}
			return c.projection.Years[at].Paid, true
		})
	}
	return rows
}

// reachedRow says when the cap is reached, and how many days from the reference.
func reachedRow(columns []compared, reference int) []sheet.Cell {
	row := []sheet.Cell{{Text: words.CapReached}}
	base := columns[reference].projection.Total.Reached.Date
	for i, c := range columns {
		cell := sheet.Cell{Text: words.ReachedDay(c.scenario, c.projection.Total)}
		date := c.projection.Total.Reached.Date
		if i != reference && !base.IsZero() && !date.IsZero() {
			cell.Note = words.SignedDays(date.DaysSince(base))
		}
		row = append(row, cell)
	}
	return row
}

// amountRow compares one amount; a scenario whose horizon lacks it is left
// blank.
func amountRow(name string, columns []compared, reference int, amount func(c compared) (unit.Amount, bool)) []sheet.Cell {
	row := []sheet.Cell{{Text: name}}
	base, known := amount(columns[reference])
	for i, c := range columns {
		v, ok := amount(c)
		if !ok {
			row = append(row, sheet.Cell{Text: "–"})
			continue
		}
		cell := sheet.Cell{Text: v.Table()}
		if i != reference && known {
			cell.Note = difference(v, base)
		}
		row = append(row, cell)
	}
	return row
}

// difference says how far v is from base, in amount and percent; nothing where
// they show the same.
func difference(v, base unit.Amount) string {
	if v.Table() == base.Table() {
		return ""
	}
	delta := (v - base).Delta()
	if base == 0 {
		return delta + " (new)"
	}
	part := 100 * float64((v-base)/unit.Amount(math.Abs(float64(base))))
	if math.Abs(part) >= 999.5 { // a percentage that says nothing any more
		return delta
	}
	sign := "+"
	if part < 0 {
		sign = "−"
	}
	return fmt.Sprintf("%s (%s%.0f%%)", delta, sign, math.Abs(part))
}
