package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

const summarySheet = "Summary"

// summaryFirst is the row of the first scenario.
const summaryFirst = 8

// addSummary lays out the answer, the results of all scenarios and their chart.
func (b *book) addSummary() *sheet {
	s := &sheet{name: summarySheet, widths: []float64{34, 16}, wide: true}
	s.put(1, 1, b.Title, title)
	if b.Date != "" {
		s.put(1, 2, b.Date, note)
	}
	s.put(1, 4, "When is the cap reached?", heading)
	for r := range resultCount {
		s.put(2+int(r), summaryFirst-1, resultWords[r], head)
	}
	s.put(1, summaryFirst-1, "Scenario", headText)
	for i := range b.subjects {
		u, row := &b.subjects[i], summaryFirst+i
		s.put(1, row, u.s.Name, plain)
		for r := range resultCount {
			s.compute(2+int(r), row, r.formula(u), r.of(u), r.style())
			u.results[r] = s.ref(2+int(r), row)
		}
	}
	first := &b.subjects[0]
	s.compute(1, 5, first.results[resultReached], resultReached.of(first), answer)
	if len(b.subjects) > 1 {
		s.put(2, 5, "in "+first.s.Name, note)
	}
	b.addQuarters(s, summaryFirst+len(b.subjects)+27)
	return s
}

// addQuarters lays out what counts by the end of each quarter, which the chart draws,
// and the chart above it.
func (b *book) addQuarters(s *sheet, row int) {
	from, through := b.subjects[0].s.FirstMonth(), b.subjects[0].s.LastMonth()
	for i := range b.subjects {
		from, through = min(from, b.subjects[i].s.FirstMonth()), max(through, b.subjects[i].s.LastMonth())
	}
	quarters := int(through-from+1) / 3
	s.put(1, row-1, words.Cumulative+", by the end of each quarter, $ billion", heading)
	s.put(1, row, "Quarter", headText)
	for q := range quarters {
		m := from + unit.Month(3*q)
		s.put(1, row+1+q, unit.QuarterOf(m).Words(), plain)
	}
	column, dashes := 1, []excelize.LineDashType{excelize.LineDashDash, excelize.LineDashSysDot, excelize.LineDashSysDash}
	var counted, caps []excelize.ChartSeries
	for i := range b.subjects {
		u := &b.subjects[i]
		color := strings.TrimPrefix(u.s.Color, "#")
		column++
		s.put(column, row, u.s.Name, head)
		for q := range quarters {
			if m := from + unit.Month(3*q) + 2; m >= u.s.FirstMonth() && m <= u.s.LastMonth() {
				k := int(m - u.s.FirstMonth())
				s.compute(column, row+1+q, u.months.ref(monthCounted, monthsFirst+k), cells.Billions(u.p.Months[k].Cumulative), figure)
			}
		}
		counted = append(counted, line(s, column, row, quarters, color, 2.25, excelize.LineDashSolid))
		if !u.s.Terms.Share.Capped {
			continue
		}
		column++
		s.put(column, row, words.UpperFirst("cap of "+u.s.Name), head)
		for q := range quarters {
			s.compute(column, row+1+q, "IF("+u.terms[capped]+"=1,"+u.terms[theCap]+",NA())", cells.Billions(u.s.Terms.Share.Cap), figure)
		}
		caps = append(caps, line(s, column, row, quarters, color, 1.25, dashes[i%len(dashes)]))
	}
	chart := charted(excelize.Line, words.Cumulative, append(counted, caps...))
	chart.ShowBlanksAs = "gap"
	chart.XAxis.TickLabelSkip = 4 * (1 + quarters/60)
	s.charts = append(s.charts, placedChart{at(1, summaryFirst+len(b.subjects)+1), chart})
}

// line is a line of the chart: the column of a table with its head.
func line(s *sheet, column, row, rows int, color string, width float64, dash excelize.LineDashType) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name: s.ref(column, row), Categories: s.refs(1, row+1, 1, row+rows), Values: s.refs(column, row+1, column, row+rows),
		Line: excelize.LineOptions{
			Type: excelize.LineSolid, Dash: dash, Width: width,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}},
		},
		Marker: excelize.ChartMarker{Symbol: "none"},
	}
}
