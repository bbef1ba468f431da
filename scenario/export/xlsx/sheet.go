package xlsx

import (
	"fmt"
	"reflect"
	"strconv"

	"github.com/xuri/excelize/v2"

	"headroom/scenario/export/xlsx/cells"
)

// A sheet is a sheet of a workbook that is being put together.
type sheet struct {
	name   string
	cells  []cell
	widths []float64 // of columns from the first on, the last for all others too
	frozen string    // the first cell that scrolls, empty for none
	wide   bool      // printed across
	rules  []validation
	charts []placedChart
	hidden bool
}

// A placedChart is a chart and the cell at its upper left corner.
type placedChart struct {
	at    string
	chart *excelize.Chart
}

// put puts a value into a cell.
func (s *sheet) put(column, row int, value any, look style) {
	s.cells = append(s.cells, cell{row: row, column: column, value: value, style: look})
}

// compute puts a formula into a cell, and beside it what the engine says it gives.
func (s *sheet) compute(column, row int, formula string, value any, look style) {
	s.cells = append(s.cells, cell{row, column, formula, value, look})
}

// ref returns the name of a cell of the sheet for the formulas of others.
func (s *sheet) ref(column, row int) string { return quoted(s.name) + fixed(column, row) }

// refs returns the name of cells of the sheet for the formulas of others.
func (s *sheet) refs(column, row, lastColumn, lastRow int) string {
	return quoted(s.name) + span(column, row, lastColumn, lastRow)
}

// write adds the sheet to a workbook that has a sheet of its name.
func (s *sheet) write(f *excelize.File, looks [styles]int, part string) error {
	if err := s.lay(f); err != nil {
		return err
	}
	for _, c := range s.cells {
		name := at(c.column, c.row)
		if err := c.write(f, s.name, name, looks); err != nil {
			return fmt.Errorf("sheet %q, %s: %w", s.name, name, err)
		}
	}
	if err := s.finish(f, looks, part); err != nil {
		return err
	}
	for _, c := range s.charts {
		if err := f.AddChart(s.name, c.at, c.chart); err != nil {
			return fmt.Errorf("sheet %q, chart: %w", s.name, err)
		}
	}
	return addRules(f, s.name, s.rules)
}

// write puts what the cell holds into a workbook, its value as yet without a type.
func (c cell) write(f *excelize.File, sheet, name string, looks [styles]int) error {
	if c.formula != "" {
		return f.SetCellFormula(sheet, name, c.formula)
	}
	switch v := c.value.(type) {
	case string:
		return f.SetCellStr(sheet, name, v)
	case float64:
		return f.SetCellDefault(sheet, name, decimals(v))
	}
	return f.SetCellStyle(sheet, name, name, looks[c.style])
}

// finish gives every cell its look, and the results of formulas their type and all
// their digits. excelize has no call for the latter: it marks a result as a text, or
// deletes the formula. Nor has it a quick one for the former.
func (s *sheet) finish(f *excelize.File, looks [styles]int, part string) error {
	loaded, found := f.Sheet.Load(part)
	if !found {
		return fmt.Errorf("sheet %q is not in %s", s.name, part)
	}
	rows := reflect.ValueOf(loaded).Elem().FieldByName("SheetData").FieldByName("Row")
	for _, c := range s.cells {
		at := rows.Index(c.row - 1).FieldByName("C").Index(c.column - 1)
		at.FieldByName("S").SetInt(int64(looks[c.style]))
		if c.formula == "" {
			continue
		}
		switch v := c.value.(type) {
		case string:
			at.FieldByName("T").SetString("str")
			at.FieldByName("V").SetString(v)
		case float64:
			at.FieldByName("T").SetString("")
			at.FieldByName("V").SetString(decimals(v))
		}
	}
	return nil
}

// lay sets how the sheet is seen and printed.
func (s *sheet) lay(f *excelize.File) error {
	for i, width := range s.widths {
		first, last := cells.Column(i+1), cells.Column(i+1)
		if i == len(s.widths)-1 {
			last = cells.Column(max(i+1, s.columns()))
		}
		if err := f.SetColWidth(s.name, first, last, width); err != nil {
			return err
		}
	}
	if err := f.SetSheetDimension(s.name, "A1:"+at(s.columns(), s.rows())); err != nil {
		return err
	}
	if s.frozen != "" {
		column, row, err := excelize.CellNameToCoordinates(s.frozen)
		if err != nil {
			return err
		}
		pane := "bottomRight"
		if column == 1 {
			pane = "bottomLeft"
		}
		if err := f.SetPanes(s.name, &excelize.Panes{
			Freeze: true, XSplit: column - 1, YSplit: row - 1, TopLeftCell: s.frozen, ActivePane: pane,
		}); err != nil {
			return err
		}
	}
	grid := false
	if err := f.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}); err != nil {
		return err
	}
	orientation, once, any := "portrait", 1, 0
	if s.wide {
		orientation = "landscape"
	}
	fit := true
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &orientation, FitToWidth: &once, FitToHeight: &any})
}

// columns returns how many columns hold something.
func (s *sheet) columns() (most int) {
	for _, c := range s.cells {
		most = max(most, c.column)
	}
	return most
}

// rows returns how many rows hold something.
func (s *sheet) rows() (most int) {
	for _, c := range s.cells {
		most = max(most, c.row)
	}
	return most
}

// decimals writes a number with the fewest digits that keep all its bits.
func decimals(v float64) string { return strconv.FormatFloat(v+0, 'f', -1, 64) }
