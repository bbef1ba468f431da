// Package glance reads what is seen of a workbook when it is opened: its sheets, and of
// each the first cells as they are shown. It computes nothing and changes nothing.
package glance

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Book is what is seen of a workbook.
type Book struct {
	Sheets []string // the names of all that can be seen, in their order
	Seen   []Sheet  // the first of them
}

// A Sheet is what is seen of a sheet without scrolling far.
type Sheet struct {
	Widths  []float64 // of the columns, in characters
	Heights []float64 // of the rows, in points
	Rows    [][]Cell  // as many cells in each as there are columns
	Charts  []Chart
}

// A Cell is what is seen of a cell.
type Cell struct {
	Text   string  // as it is shown
	Size   float64 // of its letters, in points
	Bold   bool
	Right  bool // whether its text ends at the right
	Wraps  bool // whether it goes on in further lines
	Ink    string
	Ground string // empty for none; both in hexadecimal, RRGGBB
}

// How much of each sheet is read.
const (
	mostRows    = 60
	mostColumns = 16
)

// Read returns what is seen of a workbook, of the first sheets as many as are asked for.
// It fails where data is no workbook.
func Read(data []byte, sheets int) (Book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return Book{}, fmt.Errorf("read the workbook: %w", err)
	}
	defer f.Close()
	var b Book
	looks := dress{}
	for i, name := range f.GetSheetList() {
		seen, err := f.GetSheetVisible(name)
		if err != nil {
			return Book{}, err
		}
		if !seen {
			continue
		}
		if b.Sheets = append(b.Sheets, name); len(b.Seen) == sheets {
			continue
		}
		s, err := looks.read(f, name, i+1)
		if err != nil {
			return Book{}, fmt.Errorf("read sheet %q: %w", name, err)
		}
		b.Seen = append(b.Seen, s)
	}
	return b, nil
}

// read reads the beginning of a sheet, the nth.
func (d dress) read(f *excelize.File, name string, n int) (Sheet, error) {
	texts, err := firstRows(f, name)
	if err != nil {
		return Sheet{}, err
	}
	columns := 0
	for _, row := range texts {
		columns = max(columns, min(len(row), mostColumns))
	}
	s := Sheet{}
	if s.Charts, err = charts(f, n); err != nil {
		return s, err
	}
	for _, c := range s.Charts {
		columns = max(columns, min(c.LastColumn+1, mostColumns))
		for len(texts) < min(c.LastRow+1, mostRows) {
			texts = append(texts, nil)
		}
	}
	for i := range columns {
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return s, err
		}
		width, err := f.GetColWidth(name, letters)
		if err != nil {
			return s, err
		}
		s.Widths = append(s.Widths, width)
	}
	for i, row := range texts {
		height, err := f.GetRowHeight(name, i+1)
		if err != nil {
			return s, err
		}
		s.Heights = append(s.Heights, height)
		cells := make([]Cell, columns)
		for j := range cells {
			text := ""
			if j < len(row) {
				text = row[j]
			}
			if cells[j], err = d.cell(f, name, j+1, i+1, text); err != nil {
				return s, err
			}
		}
		s.Rows = append(s.Rows, cells)
	}
	return s, nil
}

// firstRows returns the first rows of a sheet as their cells are shown.
func firstRows(f *excelize.File, name string) ([][]string, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out [][]string
	for len(out) < mostRows && rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, rows.Error()
}

// A dress is how cells look, by the number of their style.
type dress map[int]Cell

// cell returns a cell that shows a text.
func (d dress) cell(f *excelize.File, sheet string, column, row int, text string) (Cell, error) {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return Cell{}, err
	}
	id, err := f.GetCellStyle(sheet, at)
	if err != nil {
		return Cell{}, err
	}
	c, known := d[id]
	if !known {
		if c, err = styled(f, id); err != nil {
			return Cell{}, err
		}
		d[id] = c
	}
	c.Text = text
	return c, nil
}

// styled returns an empty cell of a style.
func styled(f *excelize.File, id int) (Cell, error) {
	c := Cell{Size: 11, Ink: "000000"}
	look, err := f.GetStyle(id)
	if err != nil {
		return c, err
	}
	if look.Font != nil {
		c.Bold = look.Font.Bold
		if look.Font.Size > 0 {
			c.Size = look.Font.Size
		}
		if look.Font.Color != "" {
			c.Ink = plainColor(look.Font.Color)
		}
	}
	if look.Fill.Pattern > 0 && len(look.Fill.Color) > 0 {
		c.Ground = plainColor(look.Fill.Color[0])
	}
	if look.Alignment != nil {
		c.Right, c.Wraps = look.Alignment.Horizontal == "right", look.Alignment.WrapText
	}
	return c, nil
}

// plainColor returns a color without its alpha and its sign.
func plainColor(text string) string {
	text = strings.TrimPrefix(text, "#")
	if len(text) == 8 {
		text = text[2:]
	}
	return strings.ToUpper(text)
}
