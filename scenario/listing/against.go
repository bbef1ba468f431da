package listing

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/actuals"
	"headroom/scenario/report"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A held is a stream with actuals, or all of OpenAI's own together, held against its
// plan by months of the horizon.
type held struct {
	stream string // empty for all
	months actuals.Variances
	last   unit.Month // that is known
}

// heldOf returns what of a scenario can be held against its plan: all of OpenAI's own
// streams together, where there are more than one, and each that has actuals within
// the horizon.
func heldOf(s scenario.Scenario) []held {
	var out []held
	add := func(name string, streams ...int) {
		h := held{stream: name, months: actuals.Against(s, streams...)}
		for _, v := range h.months {
			if v.Known > 0 {
				h.last = v.From
			}
		}
		if h.last != 0 {
			out = append(out, h)
		}
	}
	if own := s.OwnStreams(); len(own) > 1 {
		add("", own...)
	}
	for i, st := range s.Outlook.Streams {
		if s.LastActual(i) != 0 {
			add(st.Name, i)
		}
	}
	return out
}

// by returns the spans of a period, up to the end of the year of the last month that
// is known.
func (h held) by(p Period) (actuals.Variances, error) {
	number, year := unit.Month.Year, unit.Month.Year
	switch p {
	case Year:
	case FiscalYear:
		number, year = unit.Month.FiscalYear, unit.Month.FiscalYear
	case Quarter:
		number = func(m unit.Month) int { return 4*m.Year() + m.Quarter() }
	case Month:
		number = func(m unit.Month) int { return int(m) }
	default:
		return nil, p.unknown()
	}
	spans := h.months.By(number)
	for len(spans) > 0 && year(spans[len(spans)-1].From) > year(h.last) {
		spans = spans[:len(spans)-1]
	}
	return spans, nil
}

// span is the row of a projection that a variance is of.
func span(v actuals.Variance) scenario.Row { return scenario.Row{From: v.From, Through: v.Through} }

// AgainstTable returns what was earned against what was planned as text for people: a
// table for each scenario and stream, the last line of which is what came to date.
func AgainstTable(scenarios []scenario.Scenario, by Period) ([]byte, error) {
	var out strings.Builder
	if len(scenarios) == 0 {
		out.WriteString("The workspace holds no scenarios.\n")
	}
	for i, s := range scenarios {
		if i > 0 {
			out.WriteString("\n")
		}
		out.WriteString(title(s) + "\n")
		of := heldOf(s)
		if len(of) == 0 {
			out.WriteString("\n" + gap + "Nothing is actual yet, so there is nothing to hold against the plan.\n")
		}
		for _, h := range of {
			table, err := h.table(by)
			if err != nil {
				return nil, err
			}
			out.WriteString("\n")
			writeTable(&out, table)
		}
	}
	return []byte(out.String()), nil
}

func (h held) table(by Period) (report.Table, error) {
	spans, err := h.by(by)
	if err != nil {
		return report.Table{}, err
	}
	whose := h.stream
	if whose == "" {
		whose = "all of OpenAI's own revenue"
	}
	t := report.Table{Caption: "Actual against plan: " + whose, Columns: []report.Column{
		{Title: by.title()},
		{Title: "Actual", Kind: report.Dollars},
		{Title: "Plan", Kind: report.Dollars},
		{Title: "Difference", Kind: report.Dollars},
		{Title: "in %", Kind: report.Fraction},
	}}
	for _, v := range spans {
		label := by.shown(span(v))
		if v.Known > 0 && v.Known < v.Months() {
			label += fmt.Sprintf(", %d of %d months", v.Known, v.Months())
		}
		t.Rows = append(t.Rows, report.Row{Cells: againstCells(label, v)})
	}
	t.Rows = append(t.Rows, report.Row{Cells: againstCells("To date", h.months.Sum()), Kind: report.RowTotal})
	return t, nil
}

func againstCells(label string, v actuals.Variance) []report.Cell {
	if v.Known == 0 {
		return []report.Cell{report.Text(label), report.Nothing(), report.Amount(v.Plan), report.Nothing(), report.Nothing()}
	}
	part := report.Nothing()
	if r, known := v.Relative(); known {
		part = report.Cell{Text: r.Growth(), Kind: report.Fraction, Number: float64(r)}
	}
	return []report.Cell{report.Text(label), report.Amount(v.Actual), report.Amount(v.Planned), report.Change(v.Difference()), part}
}

// AgainstCSV returns the same for spreadsheets, in dollars and with every digit. The
// stream is empty for all of OpenAI's own, what is unknown too; the plan of a span is
// that of its months that are known, and of one without any that of all.
func AgainstCSV(scenarios []scenario.Scenario, by Period) ([]byte, error) {
	rows := [][]string{{"scenario", "name", "stream", string(by), "months", "actual", "plan", "difference", "relative"}}
	for _, s := range scenarios {
		for _, h := range heldOf(s) {
			spans, err := h.by(by)
			if err != nil {
				return nil, err
			}
			row := func(label string, v actuals.Variance) {
				rows = append(rows, append([]string{
					words.SpreadsheetText(s.ID), words.SpreadsheetText(s.Name), words.SpreadsheetText(h.stream), label,
				}, againstNumbers(v)...))
			}
			for _, v := range spans {
				row(by.label(span(v)), v)
			}
			row("to date", h.months.Sum())
		}
	}
	var out bytes.Buffer
	err := csv.NewWriter(&out).WriteAll(rows)
	return out.Bytes(), err
}

func againstNumbers(v actuals.Variance) []string {
	if v.Known == 0 {
		return []string{"0", "", cell(v.Plan), "", ""}
	}
	relative := ""
	if r, known := v.Relative(); known {
		relative = number(float64(r))
	}
	return []string{strconv.Itoa(v.Known), cell(v.Actual), cell(v.Planned), cell(v.Difference()), relative}
}
