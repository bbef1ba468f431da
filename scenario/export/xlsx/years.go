package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// yearsFirst is the row of the first year.
const yearsFirst = 5

// yearColumns are what a year sums up of its months.
var yearColumns = []struct {
	month int
	of    func(scenario.Row) unit.Amount
	last  bool // whether it is what its last month has
}{
	{monthRevenue, func(r scenario.Row) unit.Amount { return r.Revenue }, false},
	{monthDue, func(r scenario.Row) unit.Amount { return r.Due }, false},
	{monthPaid, func(r scenario.Row) unit.Amount { return r.Paid }, false},
	{monthSaved, func(r scenario.Row) unit.Amount { return r.Forgone }, false},
	{monthCounted, func(r scenario.Row) unit.Amount { return r.Cumulative }, true},
	{monthHeadroom, func(r scenario.Row) unit.Amount { return r.Headroom }, true},
	{monthReverse, func(r scenario.Row) unit.Amount { return r.Reverse }, false},
	{monthNet, func(r scenario.Row) unit.Amount { return r.Net }, false},
}

// The columns of years that are drawn.
const (
	yearPaid  = 4
	yearSaved = 5
)

// addYears lays out what follows year by year, with a chart of it.
func (u *subject) addYears() {
	s := u.years
	s.widths, s.frozen, s.wide = []float64{46, 14}, "B5", true
	s.put(1, 1, u.s.Name+": year by year", title)
	s.put(1, 2, "Billions of US dollars. Below: the terms, streams and plans that the months use.", note)
	s.put(1, yearsFirst-1, "Year", headText)
	for c, column := range yearColumns {
		s.put(2+c, yearsFirst-1, monthHeads[column.month], head)
	}
	for y, year := range u.p.Years {
		s.put(1, yearsFirst+y, strconv.Itoa(year.From.Year()), plain)
		first := monthsFirst + 12*y
		for c, column := range yearColumns {
			u.addSum(2+c, yearsFirst+y, column.month, first, first+11, column.last, column.of(year), figure)
		}
	}
	end := yearsFirst + u.yearCount()
	s.put(1, end, "Total", totalText)
	for c, column := range yearColumns {
		value := column.of(scenario.Row{Flows: u.p.Total.Flows, Cumulative: u.p.Total.Cumulative, Headroom: u.p.Total.Headroom})
		u.addSum(2+c, end, column.month, monthsFirst, u.monthsLast(), column.last, value, total)
	}
	s.charts = append(s.charts, placedChart{at(1, end+2), u.yearsChart()})
}

// addSum lays out the sum of months, or what the last of them has.
func (u *subject) addSum(column, row, of, first, last int, isLast bool, value unit.Amount, look style) {
	formula, shown := "SUM("+u.months.refs(of, first, of, last)+")", any(cells.Billions(value))
	if isLast {
		formula = u.months.ref(of, last)
	}
	if of == monthHeadroom && !u.s.Terms.Share.Capped {
		shown = ""
	}
	u.years.compute(column, row, formula, shown, look)
}

// yearsChart draws what is paid each year, and what the cap saves.
func (u *subject) yearsChart() *excelize.Chart {
	last := yearsFirst + u.yearCount() - 1
	series := func(column int, color string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name:       u.years.ref(column, yearsFirst-1),
			Categories: u.years.refs(1, yearsFirst, 1, last),
			Values:     u.years.refs(column, yearsFirst, column, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		}
	}
	chart := charted(excelize.ColStacked, words.Paid+" and "+words.Forgone, []excelize.ChartSeries{
		series(yearPaid, "0072B2"), series(yearSaved, "B9C7D1"),
	})
	gap := uint(60)
	chart.GapWidth = &gap
	return chart
}

// charted is a chart as all of a workbook look.
func charted(kind excelize.ChartType, text string, series []excelize.ChartSeries) *excelize.Chart {
	ink := excelize.Font{Color: "3C4043", Size: 9}
	return &excelize.Chart{
		Type: kind, Series: series, Dimension: excelize.ChartDimension{Width: 860, Height: 380},
		Title:  excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Color: "202124", Size: 11, Bold: true}}}},
		Legend: excelize.ChartLegend{Position: "bottom", Font: &ink},
		XAxis:  excelize.ChartAxis{Font: ink, Alignment: excelize.Alignment{TextRotation: 1}},
		YAxis:  excelize.ChartAxis{Font: ink, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: `$#,##0" bn"`}},
	}
}
