package plot

import (
	"image"
	"slices"

	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/plot/timeline"
	"headroom/scenario/plot/waterfall"
	"headroom/scenario/unit"
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

// ActualThrough returns the months through which subjects of the picture are actual,
// each once, ascending; nothing where no subject is.
func (pic Picture) ActualThrough() []unit.Month {
	var months []unit.Month
	for _, s := range pic.Subjects() {
		if last := s.Projection.ActualsThrough; last != 0 && !slices.Contains(months, last) {
			months = append(months, last)
		}
	}
	slices.Sort(months)
	return months
}

// Frames map the pixels of a picture to what they show. Pixels are logical, from
// the upper left corner of the picture.
type Frames struct {
	Panels []Panel         // plots with a time axis; the timeline of a deal is one
	Bars   []waterfall.Bar // of a bridge: the one end, the steps in their order, the other end
	Spans  []timeline.Span // of the timeline of a deal, row by row
}

// A Panel is one of the plots of a picture. A common crosshair is at X of the
// same month in each.
type Panel struct {
	Frame
	Box     layout.Rect // all of the panel, with name and axes
	Subject int         // index of what it shows; -1 where it shows all
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
		Ground:  layout.Ground(pic.Theme.dark()),
		Density: dotsPerInch * orElse(pic.Scale, 1) / orElse(pic.Zoom, 1),
		Mark:    pic.Mark,
	}
}

// SVG returns the picture as an SVG file of Width by Height, with Title, or else
// what it shows, as its accessible name. It fails where Paint does, but for the number
// of pixels, of which it has none.
func (pic Picture) SVG() ([]byte, error) {
	pic.Scale, pic.Pixels = 1, image.Point{}
	var d Drawing
	if err := d.prepare(); err != nil {
		return nil, err
	}
	d.Ruler.Roomy = !pic.Outlines
	o, err := d.present(pic)
	if err != nil {
		return nil, err
	}
	svg := paint.NewSVG(d.Ruler, o.Width, o.Height, layout.OneLine(pic.name()), o.Outlines)
	if err := d.Render(o.Width, o.Height, svg); err != nil {
		return nil, err
	}
	return svg.Bytes()
}

// Lacking returns the characters of its texts for which the picture shows a box,
// because its font lacks them: each once, in the order they are met. It fails where
// SVG does.
func (pic Picture) Lacking() ([]rune, error) {
	pic.Scale, pic.Pixels = 1, image.Point{}
	var d Drawing
	if _, err := d.present(pic); err != nil {
		return nil, err
	}
	var out []rune
	for _, t := range d.Texts {
		for _, c := range t.Body {
			if d.Ruler.Lacks(c, t.Bold) && !slices.Contains(out, c) {
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

// prepare makes a drawing ready for its first picture.
func (d *Drawing) prepare() (err error) {
	if d.Ruler == nil {
		d.Ruler, err = paint.NewRuler()
	}
	return err
}

// start empties the drawing for the next picture.
func (d *Drawing) start(o Options, colors layout.Palette) {
	d.Options, d.Frames, d.Marks = o, Frames{}, Marks{}
	d.Start(layout.Sheet{
		Width: float64(o.Width), Height: float64(o.Height), Steady: o.Steady,
		From: o.From, Through: o.Through,
		Title: o.Title, Source: o.Source, Date: o.Date,
	}, colors)
}

// present checks a picture and lays it out. It returns its options with their
// defaults filled in.
func (d *Drawing) present(pic Picture) (Options, error) {
	o := pic.Options
	if err := d.prepare(); err != nil {
		return o, err
	}
	shown, err := subjects(pic.Chart)
	if err != nil {
		return o, err
	}
	o.fill(pic.Chart.Span())
	if err := o.valid(); err != nil {
		return o, err
	}
	inks, err := inksOf(o.Theme, shown)
	if err != nil {
		return o, err
	}
	d.start(o, inks[0])
	d.throughs = pic.ActualThrough()
	d.known = o.Forecast || len(d.throughs) > 0
	page := d.Box
	pic.Chart.Draw(d, inks)
	d.Box = page
	return o, nil
}
