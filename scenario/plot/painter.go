package plot

import (
	"image"

	"headroom/scenario/plot/paint"
)

// A Painter draws pictures into memory, one after another, and keeps what it
// needs again: two images, the masks of texts and their widths. It must not be
// used by two goroutines at once; several painters may.
type Painter struct {
	drawing Drawing
	raster  *paint.Raster  // nil before the first picture
	images  [2]*image.RGBA // in turns
	turn    int
}

// NewPainter returns a painter that has drawn nothing yet.
func NewPainter() *Painter { return &Painter{} }

// Paint draws a picture of any kind and returns it with its frames. The image is
// not written to until the second Paint after this one, so one may be shown while
// the next is drawn.
//
// It fails where there is no chart, where the options are out of range, where a color
// is not written #RRGGBB, where a projection has no months or amounts that are
// negative or not finite, where there are fewer or more subjects than the chart
// compares, and where the horizons together have more than 101 years.
func (p *Painter) Paint(pic Picture) (*image.RGBA, Frames, error) {
	o, err := p.drawing.present(pic)
	if err != nil {
		return nil, Frames{}, err
	}
	img, err := p.paint(o)
	if err != nil {
		return nil, Frames{}, err
	}
	return img, p.drawing.Frames, nil
}

// paint paints what has been laid out.
func (p *Painter) paint(o Options) (*image.RGBA, error) {
	if p.raster == nil {
		p.raster = paint.NewRaster(p.drawing.Ruler)
	}
	img := p.image(o.device())
	if o.Theme.Transparent() {
		clear(img.Pix)
	}
	p.raster.Start(img, o.Scale)
	if err := p.drawing.Render(o.Width, o.Height, p.raster); err != nil {
		return nil, err
	}
	p.turn = 1 - p.turn
	return img, nil
}

func (p *Painter) image(size image.Point) *image.RGBA {
	bounds := image.Rectangle{Max: size}
	if img := p.images[p.turn]; img != nil && img.Rect == bounds {
		return img
	}
	p.images[p.turn] = image.NewRGBA(bounds)
	return p.images[p.turn]
}
