package paint

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"math"
	"strconv"
)

// An SVG paints SVG 1.1. Text stays text, in the embedded font where the reader
// has it; where not, readers that know how fit each line to the width it has in
// that font, and others find room for a wider one. Or it becomes the outlines of
// its letters, the same everywhere.
type SVG struct {
	ruler    *Ruler
	outlines bool
	body     bytes.Buffer
	broken   error // why a text could not be written
}

var _ Surface = (*SVG)(nil)

// svgFonts are the embedded font and those that stand in for it, the widest last.
const svgFonts = `'Noto Sans', 'Open Sans', 'Segoe UI', 'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif`

// NewSVG returns an empty SVG of the given size in pixels, with a title as its
// accessible name, whose texts are measured with the given ruler. With outlines,
// texts become the outlines of their letters.
func NewSVG(r *Ruler, width, height int, title string, outlines bool) *SVG {
	v := &SVG{ruler: r, outlines: outlines}
	fmt.Fprintf(&v.body, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" font-family="%s">`+"\n",
		width, height, width, height, svgFonts)
	v.body.WriteString("<title>")
	v.escape(title)
	v.body.WriteString("</title>\n")
	return v
}

// Bytes returns the whole document. It fails where a text could not be written,
// because the font is broken. Nothing may be painted afterwards.
func (v *SVG) Bytes() ([]byte, error) {
	if v.broken != nil {
		return nil, fmt.Errorf("write SVG: %w", v.broken)
	}
	v.body.WriteString("</svg>\n")
	return v.body.Bytes(), nil
}

// Shape writes area and line of a shape as one element.
func (v *SVG) Shape(s *Shape) {
	fill, stroke := s.fills(), s.strokes()
	if !fill && !stroke || len(s.Spots) == 0 {
		return
	}
	spots := s.Spots
	if !s.disc() && upright(spots) {
		spots = snapped(s, stroke)
	}
	v.body.WriteString(`<path d="`)
	if s.disc() {
		v.disc(spots[0], s.Radius)
	} else {
		v.lines(spots, s.Closed)
	}
	v.body.WriteByte('"')
	if fill {
		v.paint("fill", s.Fill)
	} else {
		v.body.WriteString(` fill="none"`)
	}
	if stroke {
		v.line(s)
	}
	v.body.WriteString("/>\n")
}

// snapped returns the spots of a shape of upright and level lines where a picture
// in memory has them at scale 1, so that the lines, and the borders of areas, are
// crisp.
func snapped(s *Shape, stroke bool) []Spot {
	thick := math.Max(1, math.Round(s.Width))
	center := func(at float64) float64 { return math.Round(at-thick/2) + thick/2 }
	piece := len(s.Spots) == 2 && !s.Closed
	level := piece && s.Spots[0].Y == s.Spots[1].Y
	single := piece && !level
	out := make([]Spot, len(s.Spots))
	for i, p := range s.Spots {
		if stroke && !level {
			out[i].X = center(p.X)
		} else {
			out[i].X = math.Round(p.X)
		}
		if stroke && !single {
			out[i].Y = center(p.Y)
		} else {
			out[i].Y = math.Round(p.Y)
		}
	}
	return out
}

// lines writes the path along the spots.
func (v *SVG) lines(spots []Spot, closed bool) {
	for i, p := range spots {
		letter := byte('L')
		if i == 0 {
			letter = 'M'
		}
		v.command(letter, p.X, p.Y)
	}
	if closed {
		v.command('Z')
	}
}

// disc writes the path around a disc, as two arcs.
func (v *SVG) disc(center Spot, r float64) {
	v.command('M', center.X-r, center.Y)
	v.command('A', r, r, 0, 1, 1, center.X+r, center.Y)
	v.command('A', r, r, 0, 1, 1, center.X-r, center.Y)
	v.command('Z')
}

// data writes the path of letters.
func (v *SVG) data(path []move) {
	for _, m := range path {
		switch m.verb {
		case verbMove:
			v.command('M', m.x, m.y)
		case verbLine:
			v.command('L', m.x, m.y)
		case verbQuad:
			v.command('Q', m.cx, m.cy, m.x, m.y)
		case verbClose:
			v.command('Z')
		}
	}
}

func (v *SVG) command(letter byte, values ...float64) {
	v.body.WriteByte(letter)
	for i, value := range values {
		if i > 0 {
			v.body.WriteByte(' ')
		}
		v.body.WriteString(decimal(value))
	}
}

func (v *SVG) line(s *Shape) {
	v.paint("stroke", s.Stroke)
	v.attribute("stroke-width", decimal(s.Width))
	v.attribute("stroke-linejoin", "round")
	if len(s.Dash) == 0 {
		return
	}
	v.body.WriteString(` stroke-dasharray="`)
	for i, d := range s.Dash {
		if i > 0 {
			v.body.WriteByte(' ')
		}
		v.body.WriteString(decimal(d))
	}
	v.body.WriteByte('"')
}

// paint writes a color, and its opacity where it has one.
func (v *SVG) paint(name string, c color.NRGBA) {
	v.attribute(name, fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B))
	if c.A < 255 {
		v.attribute(name+"-opacity", strconv.FormatFloat(math.Round(float64(c.A)/255*1000)/1000, 'f', -1, 64))
	}
}

// Text writes a line of text as an element of its own.
func (v *SVG) Text(t *Text) {
	if !t.shows() {
		return
	}
	if v.outlines {
		v.outline(t)
		return
	}
	v.body.WriteString("<text")
	v.attribute("x", decimal(t.X+t.Anchor*v.ruler.Width(t.Body, t.Bold, t.Size)))
	v.attribute("y", decimal(t.Y))
	v.attribute("font-size", decimal(t.Size))
	if t.Bold {
		v.attribute("font-weight", "bold")
	}
	v.paint("fill", t.Color)
	switch t.Anchor {
	case 0.5:
		v.attribute("text-anchor", "middle")
	case 1:
		v.attribute("text-anchor", "end")
	}
	v.attribute("textLength", decimal(v.ruler.own(t.Body, t.Bold, t.Size)))
	v.attribute("lengthAdjust", "spacingAndGlyphs")
	v.body.WriteString(` xml:space="preserve">`)
	v.escape(t.Body)
	v.body.WriteString("</text>\n")
}

// outline writes a line of text as the outlines of its letters, and for programs that
// look for texts what they say.
func (v *SVG) outline(t *Text) {
	path, err := outlineOf(t.Body, v.ruler.face.of(t.Bold), t.Size, t.X, t.Y)
	if err != nil {
		v.broken = err
		return
	}
	v.body.WriteString(`<path aria-label="`)
	v.escape(t.Body)
	v.body.WriteString(`" d="`)
	v.data(path)
	v.body.WriteByte('"')
	v.paint("fill", t.Color)
	v.body.WriteString("/>\n")
}

// attribute writes an attribute whose value needs no escapes.
func (v *SVG) attribute(name, value string) {
	v.body.WriteByte(' ')
	v.body.WriteString(name)
	v.body.WriteString(`="`)
	v.body.WriteString(value)
	v.body.WriteByte('"')
}

// escape writes text so that every XML parser reads it back; what XML cannot
// hold becomes U+FFFD. A buffer never fails.
func (v *SVG) escape(text string) { _ = xml.EscapeText(&v.body, []byte(text)) }

// decimal returns v to a hundredth of a pixel.
func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
