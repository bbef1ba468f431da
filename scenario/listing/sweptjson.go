package listing

import (
	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

// A Held is how far inputs of a scenario may move while a statement holds.
type Held struct {
	Scenario  scenario.Scenario
	Holds     string // year, reached or order
	Statement sweep.Statement
	Ranges    []sweep.Safe
}

// TornadoJSON returns a tornado in full precision, for programs: months as files write
// them, a date that is not reached as null, as is the value of a cap where there is none.
func TornadoJSON(t sweep.Tornado) ([]byte, error) {
	doc := jsonTornado{Scenario: t.Scenario.ID, Result: string(t.Result), Base: resultJSON(t.Result, t.Base), Bars: []jsonBar{}}
	for _, b := range t.Bars {
		bar := jsonBar{
			Input: string(b.Input), Value: ownJSON(b.Input, b.Value, b.NoValue),
			Low: inputJSON(b.Input, b.Range.Low), High: inputJSON(b.Input, b.Range.High),
			Least: resultJSON(t.Result, b.Least.Value), Greatest: resultJSON(t.Result, b.Greatest.Value),
			LeastAt: inputJSON(b.Input, b.Least.X), GreatestAt: inputJSON(b.Input, b.Greatest.X),
			Reason: b.Reason, Points: [][2]any{},
		}
		for _, p := range b.Points {
			bar.Points = append(bar.Points, [2]any{inputJSON(b.Input, p.X), resultJSON(t.Result, p.Value)})
		}
		doc.Bars = append(doc.Bars, bar)
	}
	return marshal(doc)
}

type jsonTornado struct {
	Scenario string    `json:"scenario"`
	Result   string    `json:"result"`
	Base     any       `json:"base"`
	Bars     []jsonBar `json:"bars"`
}

type jsonBar struct {
	Input      string   `json:"input"`
	Value      any      `json:"value"`
	Low        any      `json:"low"`
	High       any      `json:"high"`
	Points     [][2]any `json:"points"`
	Least      any      `json:"least"`
	LeastAt    any      `json:"leastAt"`
	Greatest   any      `json:"greatest"`
	GreatestAt any      `json:"greatestAt"`
	Reason     string   `json:"reason"`
}

// MapJSON returns a map in full precision, for programs: a list of cells for each value
// of y, in it one for each value of x; null where there is no result.
func MapJSON(g sweep.Grid) ([]byte, error) {
	doc := jsonMap{Scenario: g.Scenario.ID, X: newJSONAxis(g.X), Y: newJSONAxis(g.Y), Result: string(g.Result)}
	for j := range g.Y.Values {
		row := make([]any, len(g.X.Values))
		for i := range row {
			row[i] = resultJSON(g.Result, g.Cell(i, j))
		}
		doc.Cells = append(doc.Cells, row)
	}
	return marshal(doc)
}

type jsonMap struct {
	Scenario string   `json:"scenario"`
	X        jsonAxis `json:"x"`
	Y        jsonAxis `json:"y"`
	Result   string   `json:"result"`
	Cells    [][]any  `json:"cells"`
}

type jsonAxis struct {
	Input  string `json:"input"`
	Values []any  `json:"values"`
}

func newJSONAxis(a sweep.Axis) jsonAxis {
	out := jsonAxis{Input: string(a.Input)}
	for _, v := range a.Values {
		out.Values = append(out.Values, inputJSON(a.Input, v))
	}
	return out
}

// RangeJSON returns safe ranges in full precision, for programs. Where a statement does
// not hold with an input's own value, as may be with rates by year, low and high are
// null.
func RangeJSON(h Held) ([]byte, error) {
	doc := jsonHeld{Scenario: h.Scenario.ID, Holds: h.Holds, Statement: h.Statement.Text, Ranges: []jsonSafe{}}
	for _, r := range h.Ranges {
		safe := jsonSafe{Input: string(r.Input), Value: ownJSON(r.Input, r.Value, r.NoValue), LowLimit: r.LowLimit, HighLimit: r.HighLimit, Others: [][2]any{}}
		if r.Holds {
			safe.Low, safe.High = inputJSON(r.Input, r.Range.Low), inputJSON(r.Input, r.Range.High)
		}
		for _, other := range r.Others {
			safe.Others = append(safe.Others, [2]any{inputJSON(r.Input, other.Low), inputJSON(r.Input, other.High)})
		}
		doc.Ranges = append(doc.Ranges, safe)
	}
	return marshal(doc)
}

type jsonHeld struct {
	Scenario  string     `json:"scenario"`
	Holds     string     `json:"holds"`
	Statement string     `json:"statement"`
	Ranges    []jsonSafe `json:"ranges"`
}

type jsonSafe struct {
	Input     string   `json:"input"`
	Value     any      `json:"value"`
	Low       any      `json:"low"`
	High      any      `json:"high"`
	LowLimit  bool     `json:"lowLimit"`
	HighLimit bool     `json:"highLimit"`
	Others    [][2]any `json:"others"`
}

// BreakEvenJSON returns a break-even table in full precision, for programs; what does
// not exist is null.
func BreakEvenJSON(s scenario.Scenario, rows []sweep.BreakEven) ([]byte, error) {
	doc := jsonBreakEvens{Scenario: s.ID, Rows: []jsonBreakEven{}}
	for _, row := range rows {
		doc.Rows = append(doc.Rows, jsonBreakEven{
			By: row.By.String(), Cap: amountOrNull(row.Cap, !row.NoCap),
			Shift: rateOrNull(row.Shift, !row.NoShift), Pace: amountOrNull(row.Pace, !row.NoPace),
		})
	}
	return marshal(doc)
}

type jsonBreakEvens struct {
	Scenario string          `json:"scenario"`
	Rows     []jsonBreakEven `json:"rows"`
}

type jsonBreakEven struct {
	By    string   `json:"by"`
	Cap   *decimal `json:"cap"`
	Shift *decimal `json:"growthShift"`
	Pace  *decimal `json:"pace"`
}

// inputJSON returns a value of an input as programs read it.
func inputJSON(in scenario.Input, v float64) any {
	if sweep.IsMonth(in) {
		return monthOf(v)
	}
	return decimal(v)
}

// ownJSON is inputJSON, or nil where there is no value.
func ownJSON(in scenario.Input, v float64, none bool) any {
	if none {
		return nil
	}
	return inputJSON(in, v)
}

// resultJSON returns a result as programs read it, nil where there is none.
func resultJSON(r solve.Result, v solve.Value) any {
	switch {
	case r != solve.CapReached && !v.None:
		return decimal(v.Number)
	case r == solve.CapReached && !v.None && v.Ever():
		return v.String()
	}
	return nil
}
