package pdf

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"headroom/scenario/plot/paint"
	"headroom/scenario/report"
)

// proofs is how many pages a proof keeps to be looked at.
const proofs = 40

// A Proof is a press whose pages are painted as pixels, to be looked at before a
// document is made: the same pages, laid out by the same hands.
type Proof struct {
	Width, Height float64 // of a page, in points

	left  float64 // what is cut off at the left, in points
	kept  []page  // the first pages
	begun int
	at    int // the page that is written on, from 0
}

// A page is what is painted on it, in order.
type page []stroke

// A stroke is a shape, a text, or where clipping begins or ends.
type stroke struct {
	shape *paint.Shape
	text  *paint.Text
	clips *image.Rectangle // in hundredths of a point; empty ends it
}

var _ press = (*Proof)(nil)

// NewProof returns the pages of a report on paper, as Render writes them. Watch is as
// there.
func NewProof(r report.Report, paper Paper, watch func(done float64) error) (*Proof, error) {
	width, height := paper.size()
	p := &Proof{Width: width, Height: height}
	d, err := newDocument(p, width, height)
	if err != nil {
		return nil, err
	}
	if err := d.write(r, watch); err != nil {
		return nil, err
	}
	d.feet(r)
	return p, nil
}

// Measures of a page of HTML in a wide window, in points: its letters are of 16 pixels
// there and of 9.5 points here.
const (
	screenColumn  = 565.0
	screenReading = 437.0 // of paragraphs
	screenEdge    = 12.0
	screenHeight  = 2400.0
)

// NewScreen returns a report as a browser shows the beginning of its page of HTML in a
// wide window, with light colors: one page, which is cut off where it is long. Its lines
// break about where the browser's do, not always at the same word.
func NewScreen(r report.Report, watch func(done float64) error) (*Proof, error) {
	p := &Proof{Width: screenColumn + 2*screenEdge, left: margin - screenEdge}
	d, err := newDocument(p, screenColumn+2*margin, math.Inf(1))
	if err != nil {
		return nil, err
	}
	d.screen, d.y = true, screenEdge+8
	if err := d.write(r, watch); err != nil {
		return nil, err
	}
	p.Height = min(d.y+2*screenEdge, screenHeight)
	return p, nil
}

// Pages returns how many pages there are.
func (p *Proof) Pages() int { return p.begun }

// Kept returns how many of them can be painted: the first ones.
func (p *Proof) Kept() int { return len(p.kept) }

// Paint returns a page that is kept, the first being 0, in so many pixels a point. It
// fails where the font cannot be read.
func (p *Proof) Paint(n int, scale float64) (*image.RGBA, error) {
	ruler, err := paint.NewRuler()
	if err != nil {
		return nil, err
	}
	size := image.Rect(0, 0, int(math.Round(p.Width*scale)), int(math.Round(p.Height*scale)))
	sheet := image.NewRGBA(size)
	draw.Draw(sheet, size, image.White, image.Point{}, draw.Src)
	raster := paint.NewRaster(ruler)
	raster.Start(sheet, scale)
	for _, s := range p.kept[n] {
		switch {
		case s.shape != nil:
			raster.Shape(p.moved(s.shape, scale))
		case s.text != nil:
			t := *s.text
			t.X -= p.left
			raster.Text(&t)
		case !s.clips.Empty():
			raster.Start(sheet.SubImage(p.pixels(*s.clips, scale)).(*image.RGBA), scale)
		default:
			raster.Start(sheet, scale)
		}
	}
	return sheet, nil
}

// moved returns a shape with what is cut off at the left. A rule that is thinner than a
// pixel becomes one pixel high: otherwise some are seen and others not.
func (p *Proof) moved(s *paint.Shape, scale float64) *paint.Shape {
	out := *s
	out.Spots = make([]paint.Spot, len(s.Spots))
	for i, spot := range s.Spots {
		out.Spots[i] = paint.XY(spot.X-p.left, spot.Y)
	}
	if at := out.Spots; len(at) == 4 && s.Fill.A > 0 && at[0].Y == at[1].Y && at[2].Y == at[3].Y && at[2].Y > at[0].Y && (at[2].Y-at[0].Y)*scale < 1 {
		top := math.Floor(at[0].Y*scale) / scale
		at[0].Y, at[1].Y, at[2].Y, at[3].Y = top, top, top+1/scale, top+1/scale
	}
	return &out
}

func (p *Proof) pixels(clips image.Rectangle, scale float64) image.Rectangle {
	whole := func(hundredths int, less float64) int {
		return int(math.Round((float64(hundredths)/100 - less) * scale))
	}
	return image.Rect(whole(clips.Min.X, p.left), whole(clips.Min.Y, 0), whole(clips.Max.X, p.left), whole(clips.Max.Y, 0))
}

func (p *Proof) page() {
	p.at = p.begun
	if p.begun++; len(p.kept) < proofs {
		p.kept = append(p.kept, nil)
	}
}

func (p *Proof) turn(n int) { p.at = n - 1 }
func (p *Proof) pages() int { return p.begun }

func (p *Proof) add(s stroke) {
	if p.at < len(p.kept) {
		p.kept[p.at] = append(p.kept[p.at], s)
	}
}

// seen reports whether anything at so many points from the upper edge can be painted.
func (p *Proof) seen(y float64) bool { return p.at < len(p.kept) && (p.left == 0 || y < screenHeight) }

func (p *Proof) rect(x, y, width, height float64, c color.NRGBA) {
	if p.seen(y) {
		p.add(stroke{shape: &paint.Shape{
			Spots:  []paint.Spot{paint.XY(x, y), paint.XY(x+width, y), paint.XY(x+width, y+height), paint.XY(x, y+height)},
			Closed: true, Fill: c,
		}})
	}
}

func (p *Proof) line(text string, s style, x, baseline float64) {
	if p.seen(baseline - s.size) {
		p.add(stroke{text: &paint.Text{Body: text, X: x, Y: baseline, Size: s.size, Bold: s.bold, Color: s.ink}})
	}
}

func (p *Proof) shape(s *paint.Shape) {
	if p.seen(s.Spots[0].Y) {
		p.add(stroke{shape: s})
	}
}

func (p *Proof) clip(x, y, width, height float64) {
	hundredths := func(v float64) int { return int(math.Round(100 * v)) }
	p.add(stroke{clips: &image.Rectangle{
		Min: image.Pt(hundredths(x), hundredths(y)), Max: image.Pt(hundredths(x+width), hundredths(y+height)),
	}})
}

func (p *Proof) unclip() { p.add(stroke{clips: &image.Rectangle{}}) }

// A proof leads nowhere.
func (p *Proof) bookmark(string, int, float64, float64) {}
func (p *Proof) link(_, _, _, _ float64, _ string)      {}
