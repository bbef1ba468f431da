package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"headroom/assets"
	"headroom/scenario/plot/paint"
	"headroom/scenario/report"
	"headroom/scenario/unit"
)

// fontName is what a file calls its font.
const fontName = "noto"

// A file is a press whose pages become a PDF file.
type file struct{ pdf *fpdf.Fpdf }

var _ press = file{}

// newFile returns a file without a page, which says what the report is.
func newFile(r report.Report, paper Paper) file {
	format := "A4"
	if paper == Letter {
		format = "Letter"
	}
	p := fpdf.New("P", "pt", format, "")
	p.SetCatalogSort(true)
	made := dated(r.Date)
	p.SetCreationDate(made)
	p.SetModificationDate(made)
	p.SetTitle(r.Title, true)
	p.SetCreator(r.Program, true)
	p.SetProducer(r.Program, true)
	p.SetLang("en-US")
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(0, 0, 0)
	p.AddUTF8FontFromBytes(fontName, "", assets.FontRegular)
	p.AddUTF8FontFromBytes(fontName, "B", assets.FontBold)
	return file{p}
}

// dated returns the time that a document says it was made at: noon of the day of the
// report. A document has to say one; without a day it is one that nobody takes for
// the time.
func dated(day unit.Date) time.Time {
	if day.IsZero() {
		return time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(day.Month.Year(), day.Month.Month(), day.Day, 12, 0, 0, 0, time.UTC)
}

// bytes returns the file.
func (f file) bytes() ([]byte, error) {
	var out bytes.Buffer
	if err := f.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return out.Bytes(), nil
}

func (f file) page()      { f.pdf.AddPage() }
func (f file) pages() int { return f.pdf.PageCount() }

// turn goes back to a page. The font that fpdf takes for set is that of the page before.
func (f file) turn(n int) {
	f.pdf.SetPage(n)
	f.pdf.SetFont(fontName, "B", 1)
}

func (f file) rect(x, y, width, height float64, c color.NRGBA) {
	f.fillInk(c)
	f.pdf.Rect(x, y, width, height, "F")
	f.opaque(c)
}

func (f file) line(text string, s style, x, baseline float64) {
	weight := ""
	if s.bold {
		weight = "B"
	}
	f.alpha(s.ink)
	f.pdf.SetFont(fontName, weight, s.size)
	f.pdf.SetTextColor(int(s.ink.R), int(s.ink.G), int(s.ink.B))
	shown := inPlane(text)
	if shown != text {
		// What is copied and searched is the text itself.
		f.pdf.RawWriteStr(fmt.Sprintf("/Span <</ActualText <FEFF%s>>> BDC", hexed(text)))
	}
	f.pdf.Text(x, baseline, shown)
	if shown != text {
		f.pdf.RawWriteStr("EMC")
	}
	f.opaque(s.ink)
}

// inPlane returns a text with a replacement for each character beyond the first
// 65,536, which the fonts of fpdf cannot name.
func inPlane(text string) string {
	return strings.Map(func(c rune) rune {
		if c > 0xffff {
			return '\ufffd'
		}
		return c
	}, text)
}

// hexed returns a text as hexadecimal UTF-16.
func hexed(text string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}

// bookmark leads to a heading. The heading's font is set first, which makes the
// bookmark's text Unicode.
func (f file) bookmark(title string, level int, y, size float64) {
	f.pdf.SetFont(fontName, "B", size)
	f.pdf.Bookmark(inPlane(title), level, y)
}

func (f file) link(x, y, width, height float64, address string) {
	f.pdf.LinkString(x, y, width, height, address)
}

func (f file) clip(x, y, width, height float64) {
	f.pdf.ClipRect(x, y, width, height, false)
	f.pdf.SetLineJoinStyle("round")
}

func (f file) unclip() {
	f.pdf.ClipEnd()
	f.pdf.SetDashPattern(nil, 0)
}

func (f file) shape(s *paint.Shape) {
	if s.Fill.A > 0 {
		f.fillInk(s.Fill)
		f.outline(s)
		f.pdf.DrawPath("F")
		f.opaque(s.Fill)
	}
	if s.Stroke.A == 0 || s.Width <= 0 {
		return
	}
	f.alpha(s.Stroke)
	f.pdf.SetDrawColor(int(s.Stroke.R), int(s.Stroke.G), int(s.Stroke.B))
	f.pdf.SetLineWidth(s.Width)
	f.pdf.SetDashPattern(s.Dash, 0)
	f.outline(s)
	f.pdf.DrawPath("D")
	f.opaque(s.Stroke)
}

// outline writes the path of a shape.
func (f file) outline(s *paint.Shape) {
	if len(s.Spots) == 1 {
		f.disc(s.Spots[0], s.Radius)
		return
	}
	for i, spot := range s.Spots {
		if i == 0 {
			f.pdf.MoveTo(spot.X, spot.Y)
		} else {
			f.pdf.LineTo(spot.X, spot.Y)
		}
	}
	if s.Closed {
		f.pdf.ClosePath()
	}
}

// disc writes the path of a disc as four curves.
func (f file) disc(center paint.Spot, r float64) {
	p, x, y := f.pdf, center.X, center.Y
	c := r * 4 / 3 * (math.Sqrt2 - 1) // where the curve is closest to a quarter of a circle
	p.MoveTo(x+r, y)
	p.CurveBezierCubicTo(x+r, y+c, x+c, y+r, x, y+r)
	p.CurveBezierCubicTo(x-c, y+r, x-r, y+c, x-r, y)
	p.CurveBezierCubicTo(x-r, y-c, x-c, y-r, x, y-r)
	p.CurveBezierCubicTo(x+c, y-r, x+r, y-c, x+r, y)
	p.ClosePath()
}

// alpha makes what is painted next as transparent as a color is.
func (f file) alpha(c color.NRGBA) {
	if c.A < 255 {
		f.pdf.SetAlpha(math.Round(float64(c.A)/255*1000)/1000, "Normal")
	}
}

// opaque ends what alpha began.
func (f file) opaque(c color.NRGBA) {
	if c.A < 255 {
		f.pdf.SetAlpha(1, "Normal")
	}
}

func (f file) fillInk(c color.NRGBA) {
	f.alpha(c)
	f.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
}
