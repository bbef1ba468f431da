package pdf

import (
	"image/color"

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
	placed := *s
	placed.Spots = make([]paint.Spot, len(s.Spots))
	for i, spot := range s.Spots {
		placed.Spots[i] = paint.XY(v.x+spot.X*v.k, v.y+spot.Y*v.k)
	}
	placed.Radius, placed.Width = s.Radius*v.k, s.Width*v.k
	placed.Dash = make([]float64, len(s.Dash))
	for i, length := range s.Dash {
		placed.Dash[i] = length * v.k
	}
	v.d.press.shape(&placed)
}

// Text paints a line of text.
func (v surface) Text(t *paint.Text) {
	if t.Color.A > 0 {
		v.d.line(t.Body, style{size: t.Size * v.k, bold: t.Bold, ink: t.Color}, v.x+t.X*v.k, v.y+t.Y*v.k)
	}
}

// rect fills a rectangle.
func (d *document) rect(x, y, width, height float64, c color.NRGBA) {
	d.press.rect(x, y, width, height, c)
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
	d.press.clip(margin, d.y, d.column(), height)
	err := f.Picture(plot.ThemeLight).PaintOn(surface{d, margin, d.y, k})
	d.press.unclip()
	if err != nil {
		return err
	}
	d.y += height + 4
	d.paragraph(f.Caption, styleOf(report.Aside), margin, d.column())
	return nil
}
