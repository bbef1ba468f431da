// Package preview shows what a document will be before it is saved: the pages of a
// report as they are laid out, the sheets of a workbook and the lines of a text as they
// are written. It makes the document itself and shows its beginning; it writes no file.
package preview

import (
	"fmt"
	"image"

	"headroom/scenario/export"
	"headroom/scenario/export/pdf"
)

// A Preview is the beginning of a document, as pages to be looked at. It may be handed
// from one goroutine to another, and is not changed any more once it is made.
type Preview struct{ pages []page }

// A page is one of a preview.
type page struct {
	name          string
	width, height float64 // in points
	paint         func(scale float64) (*image.RGBA, error)
}

// New makes the preview of a document. It fails where export.Document does. The Watch of
// the request is told as there.
func New(r export.DocumentRequest, format export.Format) (Preview, error) {
	switch format {
	case export.FormatPDF:
		return proof(r)
	case export.FormatHTML:
		return screen(r)
	}
	data, err := export.Document(r, format)
	if err != nil {
		return Preview{}, err
	}
	switch format {
	case export.FormatWorkbook:
		return sheets(data)
	case export.FormatMarkdown:
		return lines(data)
	}
	return table(data)
}

// Pages returns how many pages can be looked at, at least one.
func (p Preview) Pages() int { return len(p.pages) }

// Name says which page it is, the first being 0, and of how many.
func (p Preview) Name(n int) string { return p.pages[n].name }

// Size returns how large a page is, in points.
func (p Preview) Size(n int) (width, height float64) { return p.pages[n].width, p.pages[n].height }

// Paint returns a page in so many pixels a point. It fails where the font cannot be
// read.
func (p Preview) Paint(n int, scale float64) (*image.RGBA, error) { return p.pages[n].paint(scale) }

// proof shows the pages of a report on paper.
func proof(r export.DocumentRequest) (Preview, error) {
	made, err := r.Reported()
	if err != nil {
		return Preview{}, err
	}
	proof, err := pdf.NewProof(made, r.Paper, nil)
	if err != nil {
		return Preview{}, err
	}
	var out Preview
	for n := range proof.Kept() {
		out.pages = append(out.pages, page{
			name: fmt.Sprintf("Page %d of %d", n+1, proof.Pages()), width: proof.Width, height: proof.Height,
			paint: func(scale float64) (*image.RGBA, error) { return proof.Paint(n, scale) },
		})
	}
	return out, nil
}

// screen shows the beginning of a report as a browser does.
func screen(r export.DocumentRequest) (Preview, error) {
	made, err := r.Reported()
	if err != nil {
		return Preview{}, err
	}
	proof, err := pdf.NewScreen(made, nil)
	if err != nil {
		return Preview{}, err
	}
	return Preview{[]page{{
		name: "In a wide browser window", width: proof.Width, height: proof.Height,
		paint: func(scale float64) (*image.RGBA, error) { return proof.Paint(0, scale) },
	}}}, nil
}
