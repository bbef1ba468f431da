package sheet

import (
	"fyne.io/fyne/v2"

	"headroom/ui/look"
)

// A ruler tells how wide texts are by adding up their characters, which is quick
// enough to measure a table of hundreds of rows in every frame.
type ruler struct {
	texts, notes map[rune]float32
}

// columns returns the width each column asks for.
func (r *ruler) columns(header []Column, rows [][]Cell) []float32 {
	if r.texts == nil {
		r.texts, r.notes = map[rune]float32{}, map[rune]float32{}
	}
	widths := make([]float32, len(header))
	for i, column := range header {
		widths[i] = width(r.notes, column.Title, look.SizeCaption)
		if column.Swatch != "" {
			widths[i] += dotSize + noteGap
		}
	}
	for _, row := range rows {
		for i, cell := range row[:min(len(row), len(header))] {
			wide := width(r.texts, cell.Text, look.SizeText)
			if cell.Note != "" {
				wide += noteGap + width(r.notes, cell.Note, look.SizeCaption)
			}
			widths[i] = max(widths[i], wide)
		}
	}
	for i := range widths {
		const slack = 2 // Characters side by side may ask for a little more.
		widths[i] += 2*cellPad + slack
	}
	return widths
}

func width(advances map[rune]float32, text string, size float32) float32 {
	total := float32(0)
	for _, c := range text {
		advance, ok := advances[c]
		if !ok {
			advance = fyne.MeasureText(string(c), size, fyne.TextStyle{}).Width
			advances[c] = advance
		}
		total += advance
	}
	return total
}
