package preview

import (
	"fmt"
	"image"

	"headroom/scenario/export/xlsx/glance"
)

// mostSheets is how many sheets of a workbook can be looked at.
const mostSheets = 16

// sheets shows the sheets of a workbook.
func sheets(data []byte) (Preview, error) {
	book, err := glance.Read(data, mostSheets)
	if err != nil {
		return Preview{}, err
	}
	var out Preview
	for n, s := range book.Seen {
		g := gridOf(s)
		if err := g.lay(); err != nil {
			return Preview{}, err
		}
		out.pages = append(out.pages, page{
			name: fmt.Sprintf("%s, sheet %d of %d", book.Sheets[n], n+1, len(book.Sheets)), width: g.width(), height: g.height(),
			paint: func(scale float64) (*image.RGBA, error) { return g.paint(scale) },
		})
	}
	return out, nil
}

// gridOf returns a sheet as it is drawn.
func gridOf(s glance.Sheet) *grid {
	g := &grid{heights: s.Heights}
	for _, characters := range s.Widths {
		g.widths = append(g.widths, characters*5.25+4) // of 11 point letters, as spreadsheets have them
	}
	for _, row := range s.Rows {
		var cells []gridCell
		for _, c := range row {
			cells = append(cells, gridCell{
				text: c.Text, size: c.Size * 0.9, // the font here runs wider than that of spreadsheets
				bold: c.Bold, right: c.Right, wraps: c.Wraps, ink: colored(c.Ink), ground: colored(c.Ground),
			})
		}
		g.rows = append(g.rows, cells)
	}
	for _, c := range s.Charts {
		g.charts = append(g.charts, image.Rect(c.Column, c.Row, c.LastColumn, c.LastRow))
	}
	return g
}
