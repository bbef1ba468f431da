package pdf

import (
	"image/color"
	"math"

	"headroom/scenario/plot"
	"headroom/scenario/plot/paint"
	"headroom/scenario/report"
)

// A surface paints on a page what is given in logical pixels.
type surface struct {
	d    *document
	x, y float64 // upper left corner, in points
	k    float64 // points a pixel
}

var _ paint.Surface = surface{}

// Shape paints the area of a shape, then its line.
func (v surface) Shape(s *paint.Shape) {
	if len(s.Spots) == 0 {
		return
	}
	if s.Fill.A > 0 {
		v.d.fillInk(s.Fill)
		v.outline(s)
		v.d.pdf.DrawPath("F")
		v.d.opaque(s.Fill)
	}
	if s.Stroke.A == 0 || s.Width <= 0 {
		return
	}
	v.d.alpha(s.Stroke)
	v.d.pdf.SetDrawColor(int(s.Stroke.R), int(s.Stroke.G), int(s.Stroke.B))
	v.d.pdf.SetLineWidth(s.Width * v.k)
	dash := make([]float64, len(s.Dash))
	for i, length := range s.Dash {
		dash[i] = length * v.k
	}
	v.d.pdf.SetDashPattern(dash, 0)
	v.outline(s)
	v.d.pdf.DrawPath("D")
	v.d.opaque(s.Stroke)
}

// Text paints a line of text.
func (v surface) Text(t *paint.Text) {
	if t.Color.A == 0 {
		return
	}
	v.d.alpha(t.Color)
	v.d.line(t.Body, style{size: t.Size * v.k, bold: t.Bold, ink: t.Color}, v.x+t.X*v.k, v.y+t.Y*v.k)
	v.d.opaque(t.Color)
}

// outline writes the path of a shape.
func (v surface) outline(s *paint.Shape) {
	p := v.d.pdf
	if len(s.Spots) == 1 {
		v.disc(s.Spots[0], s.Radius)
		return
	}
	for i, spot := range s.Spots {
		x, y := v.x+spot.X*v.k, v.y+spot.Y*v.k
		if i == 0 {
			p.MoveTo(x, y)
		} else {
			p.LineTo(x, y)
		}
	}
	if s.Closed {
		p.ClosePath()
	}
}

// disc writes the path of a disc as four curves.
func (v surface) disc(center paint.Spot, radius float64) {
	p, x, y, r := v.d.pdf, v.x+center.X*v.k, v.y+center.Y*v.k, radius*v.k
	c := r * 4 / 3 * (math.Sqrt2 - 1) // where the curve is closest to a quarter of a circle
	p.MoveTo(x+r, y)
	p.CurveBezierCubicTo(x+r, y+c, x+c, y+r, x, y+r)
	p.CurveBezierCubicTo(x-c, y+r, x-r, y+c, x-r, y)
	p.CurveBezierCubicTo(x-r, y-c, x-c, y-r, x, y-r)
	p.CurveBezierCubicTo(x+c, y-r, x+r, y-c, x+r, y)
	p.ClosePath()
}

// alpha makes what is painted next as transparent as a color is.
func (d *document) alpha(c color.NRGBA) {
	if c.A < 255 {
		d.pdf.SetAlpha(math.Round(float64(c.A)/255*1000)/1000, "Normal")
	}
}

// opaque ends what alpha began.
func (d *document) opaque(c color.NRGBA) {
	if c.A < 255 {
		d.pdf.SetAlpha(1, "Normal")
	}
}

func (d *document) fillInk(c color.NRGBA) {
	d.alpha(c)
	d.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
}

// rect fills a rectangle.
func (d *document) rect(x, y, width, height float64, c color.NRGBA) {
	d.fillInk(c)
	d.pdf.Rect(x, y, width, height, "F")
	d.opaque(c)
}

// headRoom is what a figure as high as a page leaves for the headings above it.
const headRoom = 80

// figureScale returns how large a figure is drawn, in points a logical pixel: as wide
// as the column, and no higher than a page with headings and the figure's words.
func (d *document) figureScale(f report.Figure) float64 {
	room := d.bottom() - margin - headRoom - d.captionHeight(f)
	return min(d.column()/float64(f.Width), room/float64(f.Height))
}

func (d *document) captionHeight(f report.Figure) float64 {
	s := styleOf(report.Aside)
	return 4 + float64(len(d.wrap(f.Caption, s, d.column())))*s.height()
}

// figureHeight returns the room that a figure takes, with its words.
func (d *document) figureHeight(f report.Figure) float64 {
	return d.figureScale(f)*float64(f.Height) + d.captionHeight(f)
}

// figure draws a picture over the whole width, its caption below it.
func (d *document) figure(f report.Figure) error {
	d.need(d.figureHeight(f))
	k := d.figureScale(f)
	height := k * float64(f.Height)
	d.pdf.ClipRect(margin, d.y, d.column(), height, false)
	d.pdf.SetLineJoinStyle("round")
	err := f.Picture(plot.ThemeLight).PaintOn(surface{d, margin, d.y, k})
	d.pdf.ClipEnd()
	d.pdf.SetDashPattern(nil, 0)
	if err != nil {
		return err
	}
	d.y += height + 4
	d.paragraph(f.Caption, styleOf(report.Aside), margin, d.column())
	return nil
}
