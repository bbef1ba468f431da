package returned

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A content is what a cell of a workbook that is read holds.
type content struct {
	kind    string // "n" a number, "s" a text, "b" a truth value, "e" an error; empty for nothing
	text    string
	formula bool
}

const maxText = 1 << 16 // characters of a cell, of which spreadsheets take half as many

// cells reads the cells of a sheet that are wanted. It goes through the sheet once and
// keeps nothing else.
func (w *opened) cells(sheet string, wanted func(column, row int) bool) (map[place]content, error) {
	found := map[place]content{}
	shared := map[int][]place{} // cells by the number of their text
	row, column := 0, 0
	err := w.part(w.sheets[sheet], func(d *xml.Decoder, e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "row":
			row, column = row+1, 0
			if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
				row = n
			}
		case "c":
			column++
			if c, r, err := excelize.CellNameToCoordinates(attribute(e, "r")); err == nil {
				column, row = c, r
			}
			if !wanted(column, row) {
				return false, nil
			}
			c, err := readCell(d, attribute(e, "t"))
			if err != nil {
				return true, fmt.Errorf("%w: %s", errBroken, place{sheet, column, max(row, 1)})
			}
			p := place{sheet, column, row}
			if n, err := strconv.Atoi(c.text); c.kind == "shared" && err == nil {
				shared[n] = append(shared[n], p)
			}
			found[p] = c
		}
		return false, nil
	})
	if err != nil || len(shared) == 0 {
		return found, err
	}
	return found, w.shared(shared, found)
}

// readCell reads a cell that has begun.
func readCell(d *xml.Decoder, kind string) (content, error) {
	var c content
	valued := false
	for {
		token, err := d.RawToken()
		if err != nil {
			return c, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			if t.Name.Local == "c" {
				c.kind = kindOf(kind, c.text, valued)
				return c, nil
			}
		case xml.StartElement:
			text, err := inner(d, maxText)
			if err != nil {
				return c, err
			}
			switch t.Name.Local {
			case "f":
				c.formula = true
			case "v", "is":
				c.text, valued = text, true
			}
		}
	}
}

// kindOf returns the kind of a cell from what the file says of it.
func kindOf(said, text string, valued bool) string {
	switch said {
	case "s":
		return "shared"
	case "str", "inlineStr", "d":
		if text == "" {
			return ""
		}
		return "s"
	case "b", "e":
		return said
	}
	if !valued || text == "" {
		return ""
	}
	return "n"
}

// shared reads the texts that cells share.
func (w *opened) shared(numbers map[int][]place, found map[place]content) error {
	n := 0
	for name := range w.parts {
		if !strings.EqualFold(name, "xl/sharedStrings.xml") {
			continue
		}
		if err := w.part(name, func(d *xml.Decoder, e xml.StartElement) (bool, error) {
			if e.Name.Local != "si" {
				return false, nil
			}
			text, err := inner(d, maxText)
			for _, p := range numbers[n] {
				found[p] = content{kind: "s", text: text, formula: found[p].formula}
			}
			n++
			return false, err
		}); err != nil {
			return err
		}
	}
	for _, places := range numbers {
		for _, p := range places {
			if found[p].kind == "shared" {
				return fmt.Errorf("%w: the text of %s is not there", errBroken, p)
			}
		}
	}
	return nil
}
