package plot

import (
	"errors"
	"fmt"
	"image"
	"slices"

	"headroom/scenario/compare"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// The kinds of pictures that are of more than one subject, or of the deal.
const (
	KindCompare Kind = "compare" // several subjects on the same axes
	KindBridge  Kind = "bridge"  // a difference in a result, input by input
	KindDeal    Kind = "deal"    // the agreement over time
)

// A Layout is how a comparison holds its subjects.
type Layout string

// The layouts.
const (
	LayoutSide    Layout = "side"    // each in a plot of its own, all on the same axes
	LayoutOverlay Layout = "overlay" // all in one plot
)

// MaxSubjects is the most subjects that one picture compares.
const MaxSubjects = 4

// A Picture is all that determines the bytes of a picture: what is drawn, and
// how. Which of its fields count depends on Kind; the others have no effect.
type Picture struct {
	Options

	// Subjects are what the picture is of: one for KindCumulative and KindYears,
	// two to MaxSubjects for KindCompare, the two ends for KindBridge, and the
	// scenario whose agreement it is, under the amended terms, for KindDeal.
	Subjects []Subject

	Reference int             // of KindCompare: index of what differences are measured from
	Layout    Layout          // of KindCompare; empty for LayoutSide
	Face      Kind            // of KindCompare: KindCumulative or KindYears; empty for KindCumulative
	Bridge    *compare.Bridge // of KindBridge
	Deal      Deal            // of KindDeal

	// Mark, unless 0, makes one pixel in a corner of a PNG another, by 1 of 255: so
	// that no program takes the picture for another that looks the same, and keeps
	// only one of them with what it carries. Pixels of different marks differ in
	// most cases.
	Mark uint32
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
// It fails where the options are out of range, where a color is not written
// #RRGGBB, where a projection has no months or amounts that are negative or not
// finite, where the number of subjects is not that of the kind, and where the
// horizons together have more than 101 years.
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
	for i, s := range pic.Subjects {
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

// present checks a picture and arranges it.
func (l *layout) present(pic Picture) (Options, error) {
	if err := l.prepare(); err != nil {
		return pic.Options, err
	}
	if err := pic.count(); err != nil {
		return pic.Options, err
	}
	switch pic.Kind {
	case "", KindCumulative, KindYears:
		o, err := l.compose(pic.Subjects[0], pic.Options)
		if err == nil {
			l.frames = Frames{Panels: []Panel{{Frame: l.frame, Box: l.box}}}
		}
		return o, err
	}
	pic, err := pic.check()
	if err != nil {
		return pic.Options, err
	}
	inks, err := inksOf(pic)
	if err != nil {
		return pic.Options, err
	}
	l.reset(pic.Options, inks[0])
	page := l.box
	l.frames = Frames{}
	switch pic.Kind {
	case KindBridge:
		l.bridge(pic, inks)
	case KindDeal:
		l.deal(pic)
	default:
		l.compare(pic, inks)
	}
	// The axes of go-chart stay hidden: any sound frame will do for them.
	l.box, l.frame = page, Frame{Plot: page, Top: 1}
	return pic.Options, nil
}

// inksOf returns the palette of each subject.
func inksOf(pic Picture) ([]palette, error) {
	inks := make([]palette, len(pic.Subjects))
	for i, s := range pic.Subjects {
		var err error
		if inks[i], err = newPalette(pic.Theme, orElse(orElse(s.Color, s.Scenario.Color), defaultColor)); err != nil {
			return nil, err
		}
	}
	return inks, nil
}

// count reports a number of subjects that the kind has no use for.
func (pic Picture) count() error {
	n := len(pic.Subjects)
	switch pic.Kind {
	case "", KindCumulative, KindYears:
		if n != 1 {
			return fmt.Errorf("a picture of this kind is of one scenario, not of %d", n)
		}
	case KindDeal:
		if n != 1 {
			return fmt.Errorf("the timeline of a deal is of one scenario, not of %d", n)
		}
	case KindBridge:
		if n != 2 {
			return fmt.Errorf("a bridge leads from one scenario to another: it needs two, not %d", n)
		}
	case KindCompare:
		if n < 2 || n > MaxSubjects {
			return fmt.Errorf("a comparison is of two to %d scenarios, not of %d", MaxSubjects, n)
		}
	default:
		return fmt.Errorf("kind of picture: %q is not %s, %s, %s, %s or %s", pic.Kind,
			KindCumulative, KindYears, KindCompare, KindBridge, KindDeal)
	}
	return nil
}

// check returns the picture with its defaults filled in, or an error that says
// what cannot be drawn. Of the months shown the default is the union of the
// horizons, of a deal's that of the agreement.
func (pic Picture) check() (Picture, error) {
	for _, s := range pic.Subjects {
		if err := s.check(); err != nil {
			return pic, fmt.Errorf("scenario %q: %w", s.Scenario.Name, err)
		}
	}
	from, through := pic.horizon()
	if pic.Kind == KindDeal {
		from, through = pic.Deal.span(pic.Subjects[0])
	}
	pic.Options.From, pic.Options.Through = orElse(pic.Options.From, from), orElse(pic.Options.Through, through)
	pic.Options.fill(pic.Subjects[0])
	pic.Layout, pic.Face = orElse(pic.Layout, LayoutSide), orElse(pic.Face, KindCumulative)
	if err := pic.Options.valid(); err != nil {
		return pic, err
	}
	return pic, pic.checkKind()
}

func (pic Picture) checkKind() error {
	switch {
	case pic.Kind == KindCompare && pic.Layout != LayoutSide && pic.Layout != LayoutOverlay:
		return fmt.Errorf("layout: %q is not %s or %s", pic.Layout, LayoutSide, LayoutOverlay)
	case pic.Kind == KindCompare && pic.Face != KindCumulative && pic.Face != KindYears:
		return fmt.Errorf("what is compared: %q is not %s or %s", pic.Face, KindCumulative, KindYears)
	case pic.Kind == KindCompare && (pic.Reference < 0 || pic.Reference >= len(pic.Subjects)):
		return errors.New("the reference is none of the scenarios compared")
	case pic.Kind == KindBridge:
		return checkBridge(pic.Bridge)
	}
	return nil
}

// horizon returns the first and the last month of all projections together.
func (pic Picture) horizon() (from, through unit.Month) {
	for i, s := range pic.Subjects {
		months := s.Projection.Months
		first, last := months[0].From, months[len(months)-1].Through
		if i == 0 {
			from, through = first, last
		}
		from, through = min(from, first), max(through, last)
	}
	return from, through
}
