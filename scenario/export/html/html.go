// Package html renders a report as one page of HTML that needs nothing else: no
// script, no font, no network. It is light or dark as its reader's other pages are,
// fits a telephone and prints on paper; headings, captions and the words of charts are
// there for who cannot see it.
//
// It chooses sizes and colors, and no word or figure. The same report gives the same
// bytes.
package html

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"headroom/scenario/plot"
	"headroom/scenario/report"
)

var (
	//go:embed page.html
	pageText string
	//go:embed style.css
	styleText string

	page = template.Must(template.New("page").Funcs(template.FuncMap{
		"paragraph": func(b report.Block) *report.Paragraph { return as[report.Paragraph](b) },
		"list":      func(b report.Block) *report.List { return as[report.List](b) },
		"facts":     func(b report.Block) *report.Facts { return as[report.Facts](b) },
		"table":     func(b report.Block) *report.Table { return as[report.Table](b) },
		"drawn":     func(b block) []drawing { return b.drawings },
		"brief":     func(text string) bool { return utf8.RuneCountInString(text) <= fewLetters },
		"isNumber":  func(k report.Kind) bool { return k != report.Words },
		"lead":      func(p *report.Paragraph) bool { return p.Kind == report.Lead },
		"aside":     func(p *report.Paragraph) bool { return p.Kind == report.Aside },
		"heading":   func(r report.Row) bool { return r.Kind == report.RowHeading },
		"total":     func(r report.Row) bool { return r.Kind == report.RowTotal },
		"indented":  func(text string) bool { return strings.HasPrefix(text, " ") },
		"css":       func() template.CSS { return template.CSS(styleText) },
	}).Parse(pageText))
)

// fewLetters is how short words in a table are that are not broken.
const fewLetters = 14

// as returns a block of a kind, nil where it is of another.
func as[T report.Block](b report.Block) *T {
	if at, ok := b.(T); ok {
		return &at
	}
	return nil
}

// A document is what the page is made of.
type document struct {
	report.Report
	Parts []part
}

type part struct {
	report.Section
	Content []block
}

type block struct {
	report.Block
	Figure   *report.Figure // nil where it is none
	drawings []drawing
}

// A drawing is a picture in one size and one theme.
type drawing struct {
	Class string
	SVG   template.HTML
}

// variants are the sizes and themes in which each chart is drawn; the style shows the
// one that fits.
var variants = []struct {
	class  string
	theme  plot.Theme
	narrow bool
}{
	{"wide light", plot.ThemeTransparent, false},
	{"wide dark", plot.ThemeTransparentDark, false},
	{"narrow light", plot.ThemeTransparent, true},
	{"narrow dark", plot.ThemeTransparentDark, true},
}

// Render returns a report as a page. It fails where a chart cannot be drawn. Watch,
// unless nil, is told which part is done, from 0 to 1; an error it returns ends the work.
func Render(r report.Report, watch func(done float64) error) ([]byte, error) {
	d := document{Report: r}
	for i, s := range r.Sections {
		if watch != nil {
			if err := watch(float64(i) / float64(len(r.Sections))); err != nil {
				return nil, err
			}
		}
		p := part{Section: s}
		for _, b := range s.Blocks {
			shown := block{Block: b, Figure: as[report.Figure](b)}
			if shown.Figure != nil {
				var err error
				if shown.drawings, err = drawings(*shown.Figure); err != nil {
					return nil, fmt.Errorf("section %q: %w", s.Title, err)
				}
			}
			p.Content = append(p.Content, shown)
		}
		d.Parts = append(d.Parts, p)
	}
	var out bytes.Buffer
	if err := page.Execute(&out, d); err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	return out.Bytes(), nil
}

func drawings(f report.Figure) ([]drawing, error) {
	var out []drawing
	for _, v := range variants {
		pic := f.Picture(v.theme)
		if v.narrow {
			pic.Width, pic.Height = f.NarrowWidth, f.NarrowHeight
		}
		data, err := pic.SVG()
		if err != nil {
			return nil, err
		}
		// A picture escapes every text in it.
		out = append(out, drawing{v.class, template.HTML(data)})
	}
	return out, nil
}
