package xlsx

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// A validation says what a cell takes. Cells with the same one share it.
type validation struct {
	cell string
	kind excelize.DataValidationType
	low  float64
	high float64
	list []string // nil for a number or a date
	said string   // what is said of anything else
	none bool     // whether the cell may be empty
}

// taken returns what the cell of an input takes.
func taken(in cells.Input, cell string, optional bool) validation {
	v := validation{cell: cell, low: in.Low, high: in.High, none: optional}
	switch in.Kind {
	case field.Amount:
		v.kind, v.high = excelize.DataValidationTypeDecimal, cells.Billions(unit.Amount(in.High))
		v.said = fmt.Sprintf("Give billions of dollars from 0 to %s.", decimals(v.high))
	case field.Growth:
		v.kind, v.low = excelize.DataValidationTypeDecimal, math.Nextafter(in.Low, 0)
		v.said = fmt.Sprintf("Give a growth above −100%% and at most %s%%.", decimals(100*v.high))
	case field.Rate, field.Ratio:
		v.kind = excelize.DataValidationTypeDecimal
		v.said = fmt.Sprintf("Give a number from %s to %s.", decimals(v.low), decimals(v.high))
	case field.Year, field.Count:
		v.kind = excelize.DataValidationTypeWhole
		v.said = fmt.Sprintf("Give a whole number from %s to %s.", decimals(v.low), decimals(v.high))
	case field.Month:
		v.kind = excelize.DataValidationTypeDate
		v.low, v.high = cells.Serial(unit.FirstMonth), cells.Serial(unit.LastMonth)+30
		v.said = "Give a day of the month, from 2000 to 2100."
	default:
		v.kind = excelize.DataValidationTypeList
		v.list, _ = cells.Choices(in.Field)
		v.said = "Choose one of: " + strings.Join(v.list, ", ") + "."
	}
	return v
}

// key tells one validation from another, whatever cell it is of.
func (v validation) key() string {
	return fmt.Sprintf("%d %v %v %q %t", v.kind, v.low, v.high, v.list, v.none)
}

// addRules adds the validations of a sheet. An error message is always set: without
// one Gnumeric drops them.
func addRules(f *excelize.File, sheet string, all []validation) error {
	byKey := map[string]*excelize.DataValidation{}
	var order []*excelize.DataValidation
	for _, v := range all {
		if dv := byKey[v.key()]; dv != nil {
			dv.SetSqref(v.cell)
			continue
		}
		dv := excelize.NewDataValidation(v.none)
		dv.SetSqref(v.cell)
		var err error
		if v.list != nil {
			err = dv.SetDropList(v.list)
		} else {
			err = dv.SetRange(decimals(v.low), decimals(v.high), v.kind, excelize.DataValidationOperatorBetween)
		}
		if err != nil {
			return err
		}
		dv.SetError(excelize.DataValidationErrorStyleStop, "Not a sound input", v.said)
		byKey[v.key()] = dv
		order = append(order, dv)
	}
	for _, dv := range order {
		if err := f.AddDataValidation(sheet, dv); err != nil {
			return err
		}
	}
	return nil
}
