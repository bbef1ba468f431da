package preview

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"math"
	"strings"

	"headroom/scenario/plot/paint"
)

// mostLines is how many lines of a text are shown.
const mostLines = 60

// lines shows the first lines of a text as they are written, long ones broken.
func lines(data []byte) (Preview, error) {
	ruler, err := paint.NewRuler()
	if err != nil {
		return Preview{}, err
	}
	const width, edge, size, apart = 600.0, 16.0, 9.0, 12.5
	total := bytes.Count(data, []byte("\n"))
	g := grid{ruler: ruler}
	var shown []string
	for line := range strings.Lines(string(data)) {
		shown = append(shown, g.wrap(gridCell{text: line, size: size}, width-2*edge)...)
		if len(shown) >= mostLines {
			break
		}
	}
	height := 2*edge + apart*float64(len(shown))
	return Preview{[]page{{
		name: fmt.Sprintf("The first of %d lines", total), width: width, height: height,
		paint: func(scale float64) (*image.RGBA, error) {
			ruler, err := paint.NewRuler()
			if err != nil {
				return nil, err
			}
			img := image.NewRGBA(image.Rect(0, 0, int(math.Round(width*scale)), int(math.Round(height*scale))))
			draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
			raster := paint.NewRaster(ruler)
			raster.Start(img, scale)
			for i, line := range shown {
				raster.Text(&paint.Text{
					Body: ruler.Shorten(line, false, size, width-2*edge), X: edge, Y: edge + apart*float64(i) + size, Size: size, Color: gridInk,
				})
			}
			return img, nil
		},
	}}}, nil
}

// table shows the first rows of a table as spreadsheets do that open it.
func table(data []byte) (Preview, error) {
	ruler, err := paint.NewRuler()
	if err != nil {
		return Preview{}, err
	}
	const size, least, most = 9.0, 30.0, 150.0
	g := &grid{lined: true}
	from := csv.NewReader(bytes.NewReader(data))
	for len(g.rows) < mostLines {
		record, err := from.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Preview{}, fmt.Errorf("read the table: %w", err)
		}
		var row []gridCell
		for i, text := range record {
			if i == len(g.widths) {
				g.widths = append(g.widths, least)
			}
			g.widths[i] = max(g.widths[i], min(most, ruler.Width(text, false, size)+2*cellPad+1))
			row = append(row, gridCell{text: text, size: size, right: isNumber(text)})
		}
		g.rows = append(g.rows, row)
		g.heights = append(g.heights, 14)
	}
	if err := g.lay(); err != nil {
		return Preview{}, err
	}
	return Preview{[]page{{
		name: fmt.Sprintf("The first of %d rows", bytes.Count(data, []byte("\n"))), width: g.width(), height: g.height(), paint: g.paint,
	}}}, nil
}

// isNumber reports whether a spreadsheet reads a number in a text.
func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "-.0123456789") == ""
}
