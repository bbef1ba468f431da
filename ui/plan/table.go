package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/sheet"
)

// showTable shows the periods chosen.
func (v *View) showTable(s scenario.Scenario, p scenario.Projection) {
	if v.offerAgainst(s); v.periods.Selected() == against {
		v.showAgainst(s, p)
		return
	}
	name, rows, label := "Year", p.Years, func(r scenario.Row) string { return strconv.Itoa(r.From.Year()) }
	switch v.periods.Selected() {
	case fiscalYears:
		name, rows = "Fiscal year", p.FiscalYears
		label = func(r scenario.Row) string { return "FY" + strconv.Itoa(r.From.FiscalYear()) }
	case quarters:
		name, rows = "Quarter", p.Quarters
		label = func(r scenario.Row) string { return unit.QuarterOf(r.From).Words() }
	case months:
		name, rows = "Month", p.Months
		label = func(r scenario.Row) string { return r.From.Short() }
	}
	header := planColumns(name)
	cells := make([][]sheet.Cell, 0, len(rows)+1)
	highlight, settled := -1, 0
	for i, r := range rows {
		actual, brief := actualWords(p, r)
		named := sheet.Words(label(r) + actual)
		if brief != actual {
			named.Brief = label(r) + brief
		}
		if r.From == r.Through {
			named = sheet.Figure(named.Text, desk.DateOf(r.From))
		}
		if r.Through <= p.ActualsThrough {
			settled++
		}
		headroom := desk.NoCell()
		if p.Total.Capped {
			headroom = desk.AmountCell(r.Headroom)
		}
		cells = append(cells, []sheet.Cell{
			named,
			desk.AmountCell(r.Revenue),
			desk.AmountCell(r.Due),
			desk.AmountCell(r.Paid),
			desk.AmountCell(r.Cumulative),
			headroom,
			usedCell(r.Cumulative, p.Total),
		})
		if m := p.Total.Reached.Date.Month; m >= r.From && m <= r.Through {
			highlight = i
		}
	}
	cells = append(cells, []sheet.Cell{
		sheet.Words("Total"), desk.AmountCell(p.Total.Revenue), desk.AmountCell(p.Total.Due), desk.AmountCell(p.Total.Paid),
	})
	foot, brief := "", ""
	switch v.periods.Selected() {
	case fiscalYears:
		foot = parts(p.FiscalYears)
	case months:
		if words.Dips(p.Months) {
			foot, brief = words.DipBrief+" "+words.DipReason, words.DipBrief
		}
	}
	v.showFoot(foot, brief)
	v.rows = append(slices.Clip(rows), scenario.Row{From: s.FirstMonth(), Through: s.LastMonth()})
	v.table.SetSubject(s.ID + " " + name)
	v.table.Set(header, cells)
	v.table.SetSettled(settled)
	v.table.SetHighlight(highlight)
}

// showFoot says below the table what its rows do not, in the place of one of them.
func (v *View) showFoot(foot, brief string) {
	v.foot.Brief = brief
	v.foot.SetText(foot)
	if hidden := foot == ""; hidden != v.foot.Hidden {
		v.foot.Hidden = hidden
		v.table.Fit = rowsNeeded
		if !hidden {
			v.table.Fit--
		}
		v.footed.Refresh()
	}
}

// How many rows of the table can be seen, that of totals among them, of which a note
// takes one: until its border was moved, and then at least.
const (
	rowsShown  = 6
	rowsNeeded = 3
)

// How much more than they need chart and table want, in logical pixels.
const (
	chartWants = 90
	tableWants = (rowsShown - rowsNeeded) * sheet.RowHeight
)

// tableShare is the part of the height that the chart has beside the table, unless it
// was moved.
const tableShare = 0.6

// planColumns returns the columns; name is that of the periods.
func planColumns(name string) []sheet.Column {
	return []sheet.Column{
		{Title: name},
		{Title: words.Revenue, Unit: desk.USD, Hint: "What OpenAI earns from all streams, before any share"},
		{Title: words.Due, Unit: desk.USD, Hint: "The rate of the share on the revenue it applies to, as if there were no cap"},
		{Title: words.Paid, Unit: desk.USD, Hint: "What OpenAI pays Microsoft: the share as far as the cap leaves room for it"},
		{Title: words.Cumulative, Unit: desk.USD, Hint: "All payments that count, up to the end of the row"},
		{Title: words.Headroom, Unit: desk.USD, Hint: "What is left of the cap at the end of the row"},
		{Title: words.CapUsed, Hint: "The part of the cap that is used up at the end of the row"},
	}
}

// usedCell shows how much of the cap is used, and nothing without a cap.
func usedCell(cumulative unit.Amount, total scenario.Totals) sheet.Cell {
	if !total.Capped || total.Cap == 0 {
		return desk.NoCell()
	}
	return desk.PartCell(words.PartOfCap(float64(cumulative), float64(total.Cap), total.Capped))
}

// parts says of which fiscal years only a half is computed, empty where of none.
func parts(years []scenario.Row) string {
	var said []string
	for _, y := range years {
		if y.Through-y.From < 11 {
			said = append(said, fmt.Sprintf("FY%d covers %s only", y.From.FiscalYear(), words.Months(y.From, y.Through)))
		}
	}
	return strings.Join(said, ", ")
}
