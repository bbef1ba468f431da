package explore

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/sheet"
)

// inputCell shows a value of an input; copied, it is a number or a date.
func inputCell(in scenario.Input, v float64) sheet.Cell {
	switch in {
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		return sheet.Figure(sweep.Text(in, v), desk.Dollars(unit.Amount(v)))
	case scenario.InputCapFrom, scenario.InputThrough:
		return sheet.Figure(sweep.Text(in, v), desk.DateOf(unit.Month(v)))
	}
	return sheet.Figure(sweep.Text(in, v), strconv.FormatFloat(v, 'f', -1, 64))
}

// ownCell shows the value that a scenario has.
func ownCell(s scenario.Scenario, in scenario.Input) sheet.Cell {
	if in == scenario.InputCap && !s.Terms.Share.Capped {
		return desk.NoCell()
	}
	return inputCell(in, in.Value(s))
}

// resultCell shows a result; copied, it is a number or a date.
func resultCell(s scenario.Scenario, r solve.Result, v solve.Value) sheet.Cell {
	said := sweep.Said(s, r, v)
	switch {
	case v.None:
		return desk.NoCell()
	case r == solve.CapUsed:
		return sheet.Figure(said, strconv.FormatFloat(v.Number, 'f', -1, 64))
	case r != solve.CapReached:
		return sheet.Figure(said, desk.Dollars(unit.Amount(v.Number)))
	case v.Date.IsZero():
		return sheet.Words(said)
	}
	return sheet.Figure(said, v.Date.String())
}
