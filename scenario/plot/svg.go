package plot

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// An svgRenderer draws SVG 1.1. Text stays text, in the embedded font where the
// reader has it; where not, readers that know how fit each line to the width it has
// in that font, and others find room for a wider one. Or it becomes the outlines of
// its letters, the same everywhere.
type svgRenderer struct {
	brush
	outlines bool
	bold     func() bool // whether the font is the bold one
	body     bytes.Buffer
	open     string // the first line
	broken   error  // why a text could not be written
}

var _ surface = (*svgRenderer)(nil)

// svgFonts are the embedded font and those that stand in for it, the widest last.
const svgFonts = `'Noto Sans', 'Open Sans', 'Segoe UI', 'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif`

func newSVGRenderer(r *ruler, face typeface, o Options, title string) *svgRenderer {
	width, height := o.Width, o.Height
	v := &svgRenderer{brush: brush{ruler: r, dpi: dotsPerInch}, outlines: o.Outlines}
	v.bold = func() bool { return v.font == face.bold }
	v.open = fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" font-family="%s">`+"\n",
		width, height, width, height, svgFonts)
	v.body.WriteString("<title>")
	v.escape(title)
	v.body.WriteString("</title>\n")
	return v
}

// Fill writes the area of the path and ends the path.
func (v *svgRenderer) Fill() { v.element(v.fills(), false) }

// Stroke writes the line along the path and ends the path.
func (v *svgRenderer) Stroke() { v.element(false, v.strokes()) }

// FillStroke writes area and line as one element and ends the path.
func (v *svgRenderer) FillStroke() { v.element(v.fills(), v.strokes()) }

// Save writes the whole document.
func (v *svgRenderer) Save(w io.Writer) error {
	if v.broken != nil {
		return fmt.Errorf("write SVG: %w", v.broken)
	}
	for _, part := range [][]byte{[]byte(v.open), v.body.Bytes(), []byte("</svg>\n")} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write SVG: %w", err)
		}
	}
	return nil
}

func (v *svgRenderer) element(fill, stroke bool) {
	if (fill || stroke) && len(v.path) > 0 {
		if v.upright() {
			v.snap(stroke)
		}
		v.body.WriteString(`<path d="`)
		v.data()
		v.body.WriteByte('"')
		if fill {
			v.paint("fill", v.brush.fill)
		} else {
			v.body.WriteString(` fill="none"`)
		}
		if stroke {
			v.line()
		}
		v.body.WriteString("/>\n")
	}
	v.path = v.path[:0]
}

// upright reports whether the path has only upright and level lines.
func (v *svgRenderer) upright() bool {
	for i, m := range v.path {
		switch {
		case m.verb == verbMove || m.verb == verbClose:
		case m.verb != verbLine || i == 0:
			return false
		case m.x != v.path[i-1].x && m.y != v.path[i-1].y:
			return false
		}
	}
	return true
}

// snap moves upright and level lines, and the borders of areas, to where a
// picture in memory has them at scale 1, so that they are crisp.
func (v *svgRenderer) snap(stroke bool) {
	thick := math.Max(1, math.Round(v.strokeWidth))
	center := func(at float64) float64 { return math.Round(at-thick/2) + thick/2 }
	level := len(v.path) == 2 && v.path[0].y == v.path[1].y
	single := len(v.path) == 2 && !level
	for i := range v.path {
		m := &v.path[i]
		if stroke && !level {
			m.x = center(m.x)
		} else {
			m.x = math.Round(m.x)
		}
		if stroke && !single {
			m.y = center(m.y)
		} else {
			m.y = math.Round(m.y)
		}
	}
}

// data writes the path.
func (v *svgRenderer) data() {
	for _, m := range v.path {
		switch m.verb {
		case verbMove:
			v.command('M', m.x, m.y)
		case verbLine:
			v.command('L', m.x, m.y)
		case verbQuad:
			v.command('Q', m.cx, m.cy, m.x, m.y)
		case verbClose:
			v.command('Z')
		case verbCircle:
			r := m.cx
			v.command('M', m.x-r, m.y)
			v.command('A', r, r, 0, 1, 1, m.x+r, m.y)
			v.command('A', r, r, 0, 1, 1, m.x-r, m.y)
			v.command('Z')
		}
	}
}

func (v *svgRenderer) command(letter byte, values ...float64) {
	v.body.WriteByte(letter)
	for i, value := range values {
		if i > 0 {
			v.body.WriteByte(' ')
		}
		v.body.WriteString(decimal(value))
	}
}

func (v *svgRenderer) line() {
	v.paint("stroke", v.brush.stroke)
	v.attribute("stroke-width", decimal(v.strokeWidth))
	v.attribute("stroke-linejoin", "round")
	if len(v.dash) == 0 {
		return
	}
	v.body.WriteString(` stroke-dasharray="`)
	for i, d := range v.dash {
		if i > 0 {
			v.body.WriteByte(' ')
		}
		v.body.WriteString(decimal(d))
	}
	v.body.WriteByte('"')
}

// paint writes a color, and its opacity where it has one.
func (v *svgRenderer) paint(name string, c drawing.Color) {
	v.attribute(name, fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B))
	if c.A < 255 {
		v.attribute(name+"-opacity", strconv.FormatFloat(math.Round(float64(c.A)/255*1000)/1000, 'f', -1, 64))
	}
}

func (v *svgRenderer) write(body string, x, y, anchor float64) {
	if v.font == nil || v.ink.A == 0 || body == "" {
		return
	}
	size := v.textPixels()
	if v.outlines {
		v.outline(body, size, x, y)
		return
	}
	v.body.WriteString("<text")
	v.attribute("x", decimal(x+anchor*v.ruler.width(body, v.font, size)))
	v.attribute("y", decimal(y))
	v.attribute("font-size", decimal(size))
	if v.bold() {
		v.attribute("font-weight", "bold")
	}
	v.paint("fill", v.ink)
	switch anchor {
	case 0.5:
		v.attribute("text-anchor", "middle")
	case 1:
		v.attribute("text-anchor", "end")
	}
	v.attribute("textLength", decimal(v.ruler.own(body, v.font, size)))
	v.attribute("lengthAdjust", "spacingAndGlyphs")
	v.body.WriteString(` xml:space="preserve">`)
	v.escape(body)
	v.body.WriteString("</text>\n")
}

// outline writes a line of text as the outlines of its letters, and for programs that
// look for texts what they say.
func (v *svgRenderer) outline(body string, size, x, y float64) {
	path, err := outlineOf(body, v.font, size, x, y)
	if err != nil {
		v.broken = err
		return
	}
	former := v.path
	v.path = path
	v.body.WriteString(`<path aria-label="`)
	v.escape(body)
	v.body.WriteString(`" d="`)
	v.data()
	v.body.WriteByte('"')
	v.paint("fill", v.ink)
	v.body.WriteString("/>\n")
	v.path = former
}

// attribute writes an attribute whose value needs no escapes.
func (v *svgRenderer) attribute(name, value string) {
	v.body.WriteByte(' ')
	v.body.WriteString(name)
	v.body.WriteString(`="`)
	v.body.WriteString(value)
	v.body.WriteByte('"')
}

// escape writes text so that every XML parser reads it back; what XML cannot
// hold becomes U+FFFD. A buffer never fails.
func (v *svgRenderer) escape(text string) { _ = xml.EscapeText(&v.body, []byte(text)) }

// decimal returns v to a hundredth of a pixel.
func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
