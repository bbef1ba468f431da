// Package pdf renders a report as a PDF document: text that can be selected and
// found, tables that go on over pages, charts as vectors.
//
// It chooses places, sizes and colors, and no word or figure but that of the
// characters its font lacks. The same report gives the same bytes.
package pdf

import (
	"fmt"
	"image/color"
	"strings"

	"headroom/scenario/plot/paint"
	"headroom/scenario/report"
)

// A Paper is the size of the pages, which are portrait.
type Paper string

// The papers.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// size returns the width and the height of a page in points.
func (p Paper) size() (width, height float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// Papers returns all papers, the default first.
func Papers() []Paper { return []Paper{A4, Letter} }

// Measures in points, of which an inch has 72.
const (
	margin   = 50.0
	footRoom = 46.0 // from the lower edge to the end of the text
	footLine = 28.0 // from the lower edge to the baseline of the footer
	sizeText = 9.5
	sizeLead = 12.0
	sizeTiny = 8.0
	leading  = 1.42 // of a line to the size of its letters
)

// Inks.
var (
	ink    = color.NRGBA{0x1a, 0x1f, 0x26, 0xff}
	muted  = color.NRGBA{0x55, 0x5d, 0x66, 0xff} // 6.6 to 1 on white
	accent = color.NRGBA{0x00, 0x5a, 0x8f, 0xff}
	rule   = color.NRGBA{0xb9, 0xc0, 0xc8, 0xff}
	hair   = color.NRGBA{0xdd, 0xe1, 0xe6, 0xff}
	ground = color.NRGBA{0xf2, 0xf4, 0xf7, 0xff}
)

// A document is a report that is being rendered.
type document struct {
	press         press
	ruler         *paint.Ruler
	width, height float64 // of a page
	y             float64 // upper edge of what comes next
	lacking       []rune  // characters without a shape, in the order they were met
	screen        bool    // whether it is laid out as in a browser
}

// Render returns a report as a PDF document. It fails where a chart cannot be drawn.
// Watch, unless nil, is told which part is done, from 0 to 1; an error it returns ends
// the work.
func Render(r report.Report, paper Paper, watch func(done float64) error) ([]byte, error) {
	f := newFile(r, paper)
	width, height := paper.size()
	d, err := newDocument(f, width, height)
	if err != nil {
		return nil, err
	}
	if err := d.write(r, watch); err != nil {
		return nil, err
	}
	d.feet(r)
	return f.bytes()
}

// write puts the whole of a report onto pages.
func (d *document) write(r report.Report, watch func(done float64) error) error {
	d.press.page()
	d.title(r)
	for i, s := range r.Sections {
		if watch != nil {
			if err := watch(float64(i) / float64(len(r.Sections))); err != nil {
				return err
			}
		}
		room := d.roomOf(s)
		if len(s.Blocks) == 0 && i+1 < len(r.Sections) {
			room += d.roomOf(r.Sections[i+1]) // a heading is not to stand alone
		}
		if err := d.section(s, room); err != nil {
			return fmt.Errorf("section %q: %w", s.Title, err)
		}
	}
	d.nameLacking()
	return nil
}

// newDocument returns an empty document on pages of so many points.
func newDocument(on press, width, height float64) (*document, error) {
	ruler, err := paint.NewRuler()
	if err != nil {
		return nil, err
	}
	return &document{press: on, ruler: ruler, width: width, height: height, y: margin}, nil
}

// column returns the width of the text.
func (d *document) column() float64 { return d.width - 2*margin }

// reading returns the width of paragraphs, which in a browser is less than that of
// tables and pictures.
func (d *document) reading() float64 {
	if d.screen {
		return screenReading
	}
	return d.column()
}

// bottom returns the lower end of the text on a page.
func (d *document) bottom() float64 { return d.height - footRoom }

// space leaves some room, but not at the top of a page.
func (d *document) space(points float64) {
	if d.y > margin {
		d.y += points
	}
}

// need begins a new page where there is not so much room left on this one, and there
// would be more on the next.
func (d *document) need(points float64) {
	if d.y+points > d.bottom() && d.y > margin {
		d.press.page()
		d.y = margin
	}
}

// title writes the head of the document.
func (d *document) title(r report.Report) {
	d.y += 4
	d.paragraph(r.Title, style{size: 20, bold: true, ink: ink}, margin, d.column())
	if r.Subtitle != "" {
		d.y += 2
		d.paragraph(r.Subtitle, style{size: 11, ink: muted}, margin, d.reading())
	}
	if d.screen && !r.Date.IsZero() {
		d.y += 3
		d.paragraph(r.Date.Medium(), styleOf(report.Aside), margin, d.reading())
	}
	d.y += 8
	d.rect(margin, d.y, d.column(), 1.2, accent)
	d.y += 8
	if !d.screen {
		return
	}
	var parts []string
	for _, s := range r.Sections {
		if s.Level == 1 {
			parts = append(parts, s.Title)
		}
	}
	d.paragraph(strings.Join(parts, "  ·  "), style{size: sizeText, ink: accent}, margin, d.column())
}

// sizeOf returns the size of a section's heading, and the space above it.
func sizeOf(s report.Section) (size, above float64) {
	if s.Level > 1 {
		return 11.5, 16
	}
	return 15, 22
}

// roomOf returns the room that a section has to have to begin on a page.
func (d *document) roomOf(s report.Section) float64 {
	size, above := sizeOf(s)
	if least := d.least(s.Blocks); least > 0 {
		return 2*size + least
	}
	return above + 10*size // a table's titles and its first rows
}

// section writes a heading where there is so much room, and what stands below it.
func (d *document) section(s report.Section, room float64) error {
	size, above := sizeOf(s)
	d.space(above)
	d.need(room)
	d.press.bookmark(s.Title, s.Level-1, d.y, size)
	d.paragraph(s.Title, style{size: size, bold: true, ink: ink}, margin, d.column())
	for _, b := range s.Blocks {
		d.space(7)
		if err := d.block(b); err != nil {
			return err
		}
	}
	return nil
}

// least returns the room that the first blocks take, down to a figure among the first
// two: it does not go on over pages, and is not to be parted from its heading.
func (d *document) least(blocks []report.Block) float64 {
	height := 0.0
	for _, b := range blocks[:min(2, len(blocks))] {
		switch b := b.(type) {
		case report.Figure:
			return height + d.figureHeight(b)
		case report.Paragraph:
			s := styleOf(b.Kind)
			height += 7 + float64(len(d.wrap(b.Text, s, d.reading())))*s.height()
		}
	}
	return 0
}

func (d *document) block(b report.Block) error {
	switch b := b.(type) {
	case report.Paragraph:
		d.paragraph(b.Text, styleOf(b.Kind), margin, d.reading())
	case report.List:
		d.list(b)
	case report.Facts:
		d.facts(b)
	case report.Table:
		d.table(b)
	case report.Figure:
		return d.figure(b)
	}
	return nil
}

func styleOf(kind report.ParagraphKind) style {
	switch kind {
	case report.Lead:
		return style{size: sizeLead, ink: ink}
	case report.Aside:
		return style{size: sizeTiny, ink: muted}
	}
	return style{size: sizeText, ink: ink}
}

// nameLacking ends the document with a note on the characters for which it has boxes.
func (d *document) nameLacking() {
	if len(d.lacking) == 0 {
		return
	}
	text := "Boxes stand for characters that the font of this document lacks:"
	for i, c := range d.lacking {
		if i == maxNamed {
			text += fmt.Sprintf(" and %d more", len(d.lacking)-maxNamed)
			break
		}
		text += fmt.Sprintf(" U+%04X", c)
	}
	d.space(14)
	d.paragraph(text+".", styleOf(report.Aside), margin, d.column())
}

// maxNamed is how many characters are named that have no shape.
const maxNamed = 40

// feet writes the footers, once it is known how many pages there are.
func (d *document) feet(r report.Report) {
	pages := d.press.pages()
	foot := style{size: sizeTiny, ink: muted}
	left := r.Title
	if !r.Date.IsZero() {
		left += " · " + r.Date.Medium()
	}
	for n := 1; n <= pages; n++ {
		d.press.turn(n)
		number := fmt.Sprintf("%d of %d", n, pages)
		baseline := d.height - footLine
		width := d.ruler.Width(number, false, foot.size)
		d.rect(margin, baseline-foot.size-5, d.column(), 0.5, hair)
		d.line(d.ruler.Shorten(left, false, foot.size, d.column()-width-20), foot, margin, baseline)
		d.line(number, foot, d.width-margin-width, baseline)
	}
}
