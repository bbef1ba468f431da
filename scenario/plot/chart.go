package plot

import (
	"errors"
	"fmt"

	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// A Kind is what a picture shows, by name.
type Kind string

// The kinds of charts of this package; swept and risk have more.
const (
	KindCumulative Kind = "cumulative" // what counts toward the cap, over time
	KindYears      Kind = "years"      // payments by year, as bars
	KindCompare    Kind = "compare"    // several subjects on the same axes
	KindBridge     Kind = "bridge"     // a difference in a result, input by input
	KindDeal       Kind = "deal"       // the agreement over time
)

// A Chart is what a picture shows, and lays itself out: Cumulative, Years, Compare,
// Bridge or Deal of this package; swept and risk have more.
type Chart interface {
	// Kind returns what kind of chart it is.
	Kind() Kind
	// Shown returns what the chart is of, in the order of the picture.
	Shown() []Subject

	// Check reports what makes the chart impossible to draw. Its subjects are
	// checked before.
	Check() error
	// Span returns the first and the last month shown where the options say none.
	Span() (from, through unit.Month)
	// Draw lays the chart out for the checked options of the drawing, in the palette of
	// each subject, and leaves its frames in the drawing.
	Draw(d *Drawing, inks []layout.Palette)
}

// A Drawing is a picture being drawn: its page, and what charts keep while they draw.
type Drawing struct {
	layout.Page
	Options Options // checked, with their defaults filled in
	Frames  Frames  // of what is drawn
	Marks   Marks   // of the plot that is drawn

	throughs []unit.Month // through which subjects are actual, each once, ascending
	known    bool         // whether actual and forecast are told apart

	track track
	bars  []bar
	clips []vertex
}

// framed returns the frame of the plot that has been drawn.
func (d *Drawing) framed() Frame { return Frame{d.Frame, d.Marks} }

// subjects returns what a chart is of, checked.
func subjects(c Chart) ([]Subject, error) {
	if c == nil {
		return nil, errors.New("nothing to draw: the picture has no chart")
	}
	shown := c.Shown()
	for _, s := range shown {
		if err := s.check(); err != nil {
			return nil, fmt.Errorf("scenario %q: %w", s.Scenario.Name, err)
		}
	}
	return shown, c.Check()
}

// inksOf returns the palette of each subject.
func inksOf(theme Theme, shown []Subject) ([]layout.Palette, error) {
	inks := make([]layout.Palette, len(shown))
	for i, s := range shown {
		var err error
		if inks[i], err = newPalette(theme, orElse(orElse(s.Color, s.Scenario.Color), defaultColor)); err != nil {
			return nil, err
		}
	}
	return inks, nil
}

// defaultColor is the line's where nobody has given one.
const defaultColor = "#0072B2"

// horizon returns the first and the last month of all projections together.
func horizon(shown []Subject) (from, through unit.Month) {
	for i, s := range shown {
		months := s.Projection.Months
		first, last := months[0].From, months[len(months)-1].Through
		if i == 0 {
			from, through = first, last
		}
		from, through = min(from, first), max(through, last)
	}
	return from, through
}
