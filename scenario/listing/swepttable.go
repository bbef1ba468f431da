package listing

import (
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// TornadoTable returns a tornado as text for people, rounded.
func TornadoTable(t sweep.Tornado) ([]byte, error) {
	s := t.Scenario
	g := grid{titles: []string{"Input", "From", "To", least(t.Result), "with", greatest(t.Result), "with", "Moves it by"}}
	g.words = []bool{true, false, false, false, false, false, false, true}
	for _, b := range t.Bars {
		row := []string{words.Varied(s, b.Input), sweep.Text(b.Input, b.Range.Low), sweep.Text(b.Input, b.Range.High)}
		if b.Span == 0 {
			row = append(row, "", "", "", "", strings.TrimSuffix("no effect: "+b.Reason, ": "))
		} else {
			row = append(row, sweep.Said(s, t.Result, b.Least.Value), with(s, b, b.Least), sweep.Said(s, t.Result, b.Greatest.Value), with(s, b, b.Greatest), b.Moved(t.Result))
		}
		g.rows = append(g.rows, row)
	}
	return tableOf(s, words.Result(t.Result)+": "+sweep.Said(s, t.Result, t.Base), g)
}

// with returns the value of an input at a point of its bar.
func with(s scenario.Scenario, b sweep.Bar, p sweep.Point) string {
	if b.NoValue && p.X == b.Value {
		return sweep.Own(s, b.Input)
	}
	return sweep.Text(b.Input, p.X)
}

func least(r solve.Result) string {
	if r == solve.CapReached {
		return "Earliest"
	}
	return "Least"
}

func greatest(r solve.Result) string {
	if r == solve.CapReached {
		return "Latest"
	}
	return "Most"
}

// MapTable returns a map as text for people, rounded: the largest y on top.
func MapTable(m sweep.Grid) ([]byte, error) {
	s := m.Scenario
	g := grid{titles: []string{""}}
	for _, x := range m.X.Values {
		g.titles = append(g.titles, sweep.Text(m.X.Input, x))
	}
	for j := len(m.Y.Values) - 1; j >= 0; j-- {
		row := []string{sweep.Text(m.Y.Input, m.Y.Values[j])}
		for i := range m.X.Values {
			row = append(row, sweep.Said(s, m.Result, m.Cell(i, j)))
		}
		g.rows = append(g.rows, row)
	}
	return tableOf(s, words.Result(m.Result)+": to the right "+words.Varied(s, m.X.Input)+", upward "+words.Varied(s, m.Y.Input), g)
}

// RangeTable returns safe ranges as text for people, rounded.
func RangeTable(h Held) ([]byte, error) {
	g := grid{titles: []string{"Input", "Now", "From", "To", "Also"}, words: []bool{true, false, false, false, true}}
	for _, r := range h.Ranges {
		row := []string{words.Varied(h.Scenario, r.Input), sweep.Own(h.Scenario, r.Input), "none", "none"}
		if r.Holds {
			row[2], row[3] = Ends(r)
		}
		var others []string
		for _, other := range r.Others {
			others = append(others, sweep.Text(r.Input, other.Low)+" to "+sweep.Text(r.Input, other.High))
		}
		g.rows = append(g.rows, append(row, strings.Join(others, ", ")))
	}
	return tableOf(h.Scenario, "How far each input may move alone, as long as "+h.Statement.Text, g)
}

// Ends returns the ends of a safe range as people read them, "any" where it goes on as
// far as is legal.
func Ends(r sweep.Safe) (low, high string) {
	low, high = sweep.Text(r.Input, r.Range.Low), sweep.Text(r.Input, r.Range.High)
	if r.LowLimit {
		low = "any"
	}
	if r.HighLimit {
		high = "any"
	}
	return low, high
}

// BreakEvenTable returns a break-even table as text for people, rounded. The pace stands
// in it where there are actuals.
func BreakEvenTable(s scenario.Scenario, rows []sweep.BreakEven) ([]byte, error) {
	g := grid{titles: []string{"For the cap to be reached\nat the end of", "the cap would\nhave to be", "or all growth\nto shift by"}}
	paced := false
	for _, row := range rows {
		paced = paced || !row.NoPace
	}
	if paced {
		g.titles = append(g.titles, "or revenue to come\nin a year at")
	}
	for _, row := range rows {
		cells := []string{strconv.Itoa(row.By.Year()), "none", "none"}
		if !row.NoCap {
			cells[1] = row.Cap.Table()
		}
		if !row.NoShift {
			cells[2] = row.Shift.Points()
		}
		if paced {
			pace := "none"
			if !row.NoPace {
				pace = row.Pace.Table()
			}
			cells = append(cells, pace)
		}
		g.rows = append(g.rows, cells)
	}
	return tableOf(s, "Break-even", g)
}

// tableOf returns a table with the scenario and what it is about above.
func tableOf(s scenario.Scenario, about string, g grid) ([]byte, error) {
	var out strings.Builder
	out.WriteString(title(s) + "\n\n" + gap + unit.Printable(about) + "\n\n")
	g.write(&out, gap)
	return []byte(out.String()), nil
}
