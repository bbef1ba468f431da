package plot

import (
	"image"
	"slices"

	"headroom/scenario/plot/paint"
)

// A Picture is all that determines the bytes of a picture: what is drawn, and
// how.
type Picture struct {
	Options
	Chart Chart

	// Mark, unless 0, makes one pixel in a corner of a PNG another, so that no program
	// takes the picture for another that looks the same: see paint.PNG.
	Mark uint32
}

// Kind returns the kind of the chart, empty where there is none.
func (pic Picture) Kind() Kind {
	if pic.Chart == nil {
		return ""
	}
	return pic.Chart.Kind()
}

// Subjects returns what the picture is of, in order; nothing where there is no
// chart.
func (pic Picture) Subjects() []Subject {
	if pic.Chart == nil {
		return nil
	}
	return pic.Chart.Shown()
}

// Frames map the pixels of a picture to what they show. Pixels are logical, from
// the upper left corner of the picture.
type Frames struct {
	Panels []Panel // plots with a time axis; the timeline of a deal is one
	Bars   []Bar   // of a bridge: the one end, the steps in their order, the other end
	Spans  []Span  // of the timeline of a deal, row by row
}

// A Panel is one of the plots of a picture. A common crosshair is at X of the
// same month in each.
type Panel struct {
	Frame
	Box     Rect // all of the panel, with name and axes
	Subject int  // index of what it shows; -1 where it shows all
}

// Paint draws a picture of any kind and returns it with its frames. The image is
// not written to until the second Paint after this one, so one may be shown while
// the next is drawn.
//
// It fails where there is no chart, where the options are out of range, where a color
// is not written #RRGGBB, where a projection has no months or amounts that are
// negative or not finite, where there are fewer or more subjects than the chart
// compares, and where the horizons together have more than 101 years.
func (p *Painter) Paint(pic Picture) (*image.RGBA, Frames, error) {
	o, err := p.layout.present(pic)
	if err != nil {
		return nil, Frames{}, err
	}
	img, err := p.paint(o)
	if err != nil {
		return nil, Frames{}, err
	}
	return img, p.layout.frames, nil
}

// PNG returns the picture as a PNG file: the same picture, the same bytes. It
// fails where Paint does.
func (pic Picture) PNG() ([]byte, error) {
	img, _, err := NewPainter().Paint(pic)
	if err != nil {
		return nil, err
	}
	return pic.png().Encode(img)
}

// dotsPerInch is how many pixels of a PNG at scale 1 make an inch on paper: 1600 by
// 900 fill a slide.
const dotsPerInch = 120

// png returns how the image of a picture becomes a file.
func (pic Picture) png() paint.PNG {
	return paint.PNG{
		Ground:  groundOf(pic.Theme),
		Density: dotsPerInch * orElse(pic.Scale, 1) / orElse(pic.Zoom, 1),
		Mark:    pic.Mark,
	}
}

// SVG returns the picture as an SVG file of Width by Height, with Title, or else
// what it shows, as its accessible name. It fails where Paint does, but for the number
// of pixels, of which it has none.
func (pic Picture) SVG() ([]byte, error) {
	pic.Scale, pic.Pixels = 1, image.Point{}
	var l layout
	if err := l.prepare(); err != nil {
		return nil, err
	}
	l.ruler.Roomy = !pic.Outlines
	o, err := l.present(pic)
	if err != nil {
		return nil, err
	}
	svg := paint.NewSVG(l.ruler, o.Width, o.Height, oneLine(pic.name()), o.Outlines)
	if err := l.render(o.Width, o.Height, svg); err != nil {
		return nil, err
	}
	return svg.Bytes()
}

// Lacking returns the characters of its texts for which the picture shows a box,
// because its font lacks them: each once, in the order they are met. It fails where
// SVG does.
func (pic Picture) Lacking() ([]rune, error) {
	pic.Scale, pic.Pixels = 1, image.Point{}
	var l layout
	if _, err := l.present(pic); err != nil {
		return nil, err
	}
	var out []rune
	for _, t := range l.texts {
		for _, c := range t.Body {
			if l.ruler.Lacks(c, t.Bold) && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// name returns what the picture is called where it is not seen.
func (pic Picture) name() string {
	if pic.Title != "" {
		return pic.Title
	}
	names := ""
	for i, s := range pic.Subjects() {
		if i > 0 {
			names += " and "
		}
		names += s.Scenario.Name
	}
	return names
}

// prepare makes a layout ready for its first picture.
func (l *layout) prepare() (err error) {
	if l.ruler == nil {
		l.ruler, err = paint.NewRuler()
	}
	return err
}

// present checks a picture and lays it out. It returns its options with their
// defaults filled in.
func (l *layout) present(pic Picture) (Options, error) {
	o := pic.Options
	if err := l.prepare(); err != nil {
		return o, err
	}
	shown, err := subjects(pic.Chart)
	if err != nil {
		return o, err
	}
	o.fill(pic.Chart.span())
	if err := o.valid(); err != nil {
		return o, err
	}
	inks, err := inksOf(o.Theme, shown)
	if err != nil {
		return o, err
	}
	l.reset(o, inks[0])
	page := l.box
	pic.Chart.draw(l, inks)
	l.box = page
	return o, nil
}
