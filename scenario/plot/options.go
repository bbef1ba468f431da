package plot

import (
	"errors"
	"fmt"
	"image"
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// A Theme is the set of colors of a picture.
type Theme string

// The themes. ThemeTransparent and ThemeTransparentDark have the colors of ThemeLight
// and ThemeDark, and no background: they are for light pages and for dark ones.
const (
	ThemeLight           Theme = "light"
	ThemeDark            Theme = "dark"
	ThemeTransparent     Theme = "transparent"
	ThemeTransparentDark Theme = "transparent-dark"
)

// Themes returns all themes, the default first.
func Themes() []Theme {
	return []Theme{ThemeLight, ThemeDark, ThemeTransparent, ThemeTransparentDark}
}

// Transparent reports whether a picture of the theme has no background.
func (t Theme) Transparent() bool { return t == ThemeTransparent || t == ThemeTransparentDark }

// dark reports whether the theme is for dark pages.
func (t Theme) dark() bool { return t == ThemeDark || t == ThemeTransparentDark }

// An Axis is how far the vertical axis of a cumulative picture goes by itself.
// It has no effect on other kinds.
type Axis string

// The vertical ranges.
const (
	AxisCap Axis = "cap" // to 1.3 times the cap, of several the largest; where there is none, as AxisDue
	AxisDue Axis = "due" // to everything due
)

// A Subject is what a picture is of: a scenario and the projection that follows
// from it.
type Subject struct {
	Scenario   scenario.Scenario
	Projection scenario.Projection
	Color      string // #RRGGBB; empty for the scenario's own, or blue where that has none
}

// Options say how to draw. The zero value of a field is its default, but Width
// and Height must be given.
type Options struct {
	Width  int     // logical pixels, 1 to 16384
	Height int     // logical pixels, 1 to 16384
	Scale  float64 // device pixels a logical pixel, above 0 and at most 16; 0 for 1
	// Zoom is by how much Scale makes the picture larger rather than finer, above 0 and
	// at most 16; 0 for 1. A PNG has 120 pixels an inch of paper, times Scale, by Zoom.
	Zoom float64
	// Pixels is the exact size of the image in device pixels, for a window whose
	// size is not a whole multiple of Scale. It may differ from Width and Height
	// times Scale by up to two scaled pixels. The zero value is that product,
	// rounded. An SVG ignores it, and Scale too.
	Pixels image.Point

	// Steady keeps letters and lines the size they have in a window, however large
	// the picture is; without it they grow with large pictures.
	Steady bool

	// Outlines turns the texts of an SVG into the outlines of their letters, so that
	// they look the same where the font is missing, and can no longer be edited.
	Outlines bool

	Theme Theme       // empty for ThemeLight
	Axis  Axis        // empty for AxisCap
	Top   unit.Amount // upper end of the vertical axis, at least $0.000001; 0 for the automatic one

	From    unit.Month // first month shown; zero for the first of the projection
	Through unit.Month // last month shown, included; zero for the last of the projection

	// Forecast tells a forecast apart though nothing shown is actual, as beside a picture
	// that shows actuals.
	Forecast bool

	Title  string // above the picture; empty for none
	Source string // below the picture; empty for none
	Date   string // below the picture at the right, as it is to be read; empty for none
}

// MaxPixels is the most device pixels that a picture may have, each of which takes
// four bytes while it is drawn: enough for what the largest displays have.
const MaxPixels = 8192 * 4096

const (
	maxSide  = 16384
	maxScale = 16
	leastTop = 1e-6 // dollars: below a cent there is nothing to see
)

// valid reports what is wrong with options whose defaults are filled in.
func (o Options) valid() error {
	if err := o.checkWords(); err != nil {
		return err
	}
	if err := o.checkSize(); err != nil {
		return err
	}
	if err := o.checkMonths(); err != nil {
		return err
	}
	if o.Top != 0 && (o.Top < leastTop || !sound(float64(o.Top))) {
		return fmt.Errorf("upper end of the vertical axis: %v is not an amount above $0", float64(o.Top))
	}
	return nil
}

// fill sets what is not given to its default; of the months shown to those given.
func (o *Options) fill(from, through unit.Month) {
	o.Theme = orElse(o.Theme, ThemeLight)
	o.Axis = orElse(o.Axis, AxisCap)
	o.Scale = orElse(o.Scale, 1)
	o.Zoom = orElse(o.Zoom, 1)
	o.From = orElse(o.From, from)
	o.Through = orElse(o.Through, through)
}

func (o Options) checkMonths() error {
	if o.From > o.Through {
		return fmt.Errorf("months shown: %s is after %s", o.From, o.Through)
	}
	if o.Through-o.From >= layout.MaxMonths {
		return fmt.Errorf("months shown: %s to %s is more than %d years", o.From, o.Through, layout.MaxMonths/12)
	}
	return nil
}

func (o Options) checkWords() error {
	if !slices.Contains(Themes(), o.Theme) {
		return fmt.Errorf("theme: %q is not %s, %s, %s or %s", o.Theme, ThemeLight, ThemeDark, ThemeTransparent, ThemeTransparentDark)
	}
	switch o.Axis {
	case AxisCap, AxisDue:
	default:
		return fmt.Errorf("vertical axis: %q is not %s or %s", o.Axis, AxisCap, AxisDue)
	}
	return nil
}

func (o Options) checkSize() error {
	if o.Width < 1 || o.Width > maxSide || o.Height < 1 || o.Height > maxSide {
		return fmt.Errorf("size of the picture: %d by %d is not between 1 by 1 and %d by %d", o.Width, o.Height, maxSide, maxSide)
	}
	if !(o.Scale > 0 && o.Scale <= maxScale) {
		return fmt.Errorf("scale of the picture: %v is not above 0 and at most %d", o.Scale, maxScale)
	}
	if !(o.Zoom > 0 && o.Zoom <= maxScale) {
		return fmt.Errorf("zoom of the picture: %v is not above 0 and at most %d", o.Zoom, maxScale)
	}
	w, h := float64(o.Width)*o.Scale, float64(o.Height)*o.Scale
	if w*h > MaxPixels {
		return fmt.Errorf("size of the picture: %d by %d at scale %v has more than %d million pixels",
			o.Width, o.Height, o.Scale, MaxPixels/1_000_000)
	}
	if o.Pixels == (image.Point{}) {
		return nil
	}
	slack := 2 * math.Max(1, o.Scale)
	if o.Pixels.X < 1 || o.Pixels.Y < 1 || math.Abs(float64(o.Pixels.X)-w) > slack || math.Abs(float64(o.Pixels.Y)-h) > slack {
		return fmt.Errorf("size of the picture: %v pixels do not go with %d by %d at scale %v", o.Pixels, o.Width, o.Height, o.Scale)
	}
	return nil
}

// device returns the size of the image in device pixels.
func (o Options) device() image.Point {
	if o.Pixels != (image.Point{}) {
		return o.Pixels
	}
	return image.Pt(
		max(1, int(math.Round(float64(o.Width)*o.Scale))),
		max(1, int(math.Round(float64(o.Height)*o.Scale))),
	)
}

var errNoMonths = errors.New("nothing to draw: the projection has no months")

// check reports what makes a subject impossible to draw. All amounts that are
// drawn must be finite and none negative.
func (s Subject) check() error {
	months := s.Projection.Months
	if len(months) == 0 {
		return errNoMonths
	}
	share := s.Scenario.Terms.Share
	if !sound(float64(share.Cap)) || !sound(float64(share.AlreadyPaid)) {
		return fmt.Errorf("cannot draw a cap of %v with %v counted before", float64(share.Cap), float64(share.AlreadyPaid))
	}
	for i, row := range months {
		if row.From != months[0].From+unit.Month(i) || row.Through != row.From {
			return fmt.Errorf("cannot draw month %d of the projection: it is not one month, or not the one after %s", i+1, months[max(0, i-1)].From)
		}
		for _, v := range [...]unit.Amount{row.Due, row.Paid, row.Forgone, row.Cumulative} {
			if !sound(float64(v)) {
				return fmt.Errorf("cannot draw %s: %v is not an amount of $0 or more", row.From, float64(v))
			}
		}
	}
	return nil
}

// sound reports whether v can be drawn. What is summed stays finite as well.
func sound(v float64) bool { return v >= 0 && v < 1e300 }

func orElse[T comparable](v, fallback T) T {
	var zero T
	if v == zero {
		return fallback
	}
	return v
}
