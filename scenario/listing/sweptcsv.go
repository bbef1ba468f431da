package listing

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

// TornadoCSV returns a tornado in full precision, for spreadsheets: a row for each point
// of each bar. A result that does not exist, and a date that is not reached, is empty.
func TornadoCSV(t sweep.Tornado) ([]byte, error) {
	rows := [][]string{{"input", "own", "low", "high", "value", string(t.Result), "reason"}}
	for _, b := range t.Bars {
		for _, p := range b.Points {
			rows = append(rows, []string{
				string(b.Input), ownCell(b.Input, b.Value, b.NoValue), inputCell(b.Input, b.Range.Low), inputCell(b.Input, b.Range.High),
				inputCell(b.Input, p.X), resultCell(t.Result, p.Value), b.Reason,
			})
		}
	}
	return csvOf(rows)
}

// MapCSV returns a map in full precision, for spreadsheets: a row for each cell.
func MapCSV(g sweep.Grid) ([]byte, error) {
	rows := [][]string{{string(g.X.Input), string(g.Y.Input), string(g.Result)}}
	for j, y := range g.Y.Values {
		for i, x := range g.X.Values {
			rows = append(rows, []string{inputCell(g.X.Input, x), inputCell(g.Y.Input, y), resultCell(g.Result, g.Cell(i, j))})
		}
	}
	return csvOf(rows)
}

// RangeCSV returns safe ranges in full precision, for spreadsheets: a row for each
// interval, the one around the input's own value first and marked as such.
func RangeCSV(h Held) ([]byte, error) {
	rows := [][]string{{"input", "value", "low", "high", "lowLimit", "highLimit", "own"}}
	for _, r := range h.Ranges {
		add := func(span sweep.Span, lowLimit, highLimit, own bool) {
			rows = append(rows, []string{
				string(r.Input), ownCell(r.Input, r.Value, r.NoValue), inputCell(r.Input, span.Low), inputCell(r.Input, span.High),
				strconv.FormatBool(lowLimit), strconv.FormatBool(highLimit), strconv.FormatBool(own),
			})
		}
		if r.Holds {
			add(r.Range, r.LowLimit, r.HighLimit, true)
		}
		for _, other := range r.Others {
			add(other, false, false, false)
		}
	}
	return csvOf(rows)
}

// BreakEvenCSV returns a break-even table in full precision, for spreadsheets; what does
// not exist is empty.
func BreakEvenCSV(list []sweep.BreakEven) ([]byte, error) {
	rows := [][]string{{"by", "cap", "growthShift", "pace"}}
	for _, row := range list {
		rows = append(rows, []string{
			row.By.String(), cellWhere(row.Cap, !row.NoCap), rateWhere(row.Shift, !row.NoShift), cellWhere(row.Pace, !row.NoPace),
		})
	}
	return csvOf(rows)
}

func csvOf(rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func monthOf(v float64) string { return unit.Month(v).String() }

func inputCell(in scenario.Input, v float64) string {
	if sweep.IsMonth(in) {
		return monthOf(v)
	}
	return number(v)
}

func ownCell(in scenario.Input, v float64, none bool) string {
	if none {
		return ""
	}
	return inputCell(in, v)
}

func resultCell(r solve.Result, v solve.Value) string {
	switch {
	case v.None:
		return ""
	case r == solve.CapReached:
		return v.String()
	}
	return number(v.Number)
}
