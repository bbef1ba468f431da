package plot

import (
	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/timeline"
	"headroom/scenario/unit"
)

// A Deal shows an agreement over time whose terms were amended.
type Deal struct {
	Subject Subject        // under the amended terms
	Prior   scenario.Terms // until the amendment
	// From is the first month under the amended terms. Zero derives it: from a day
	// in the name of the amended terms, or else from where these open other clouds
	// or end the reverse share. Where that says nothing either, all that is shown
	// is the amended terms.
	From unit.Month
	// Amended is the day of the amendment, for the words beside its line. Zero
	// takes that in the name of the amended terms, or else says the month.
	Amended unit.Date
}

var _ Chart = Deal{}

// Kind returns KindDeal.
func (Deal) Kind() Kind { return KindDeal }

// Shown returns the scenario under the amended terms.
func (c Deal) Shown() []Subject { return []Subject{c.Subject} }

// Check finds nothing: terms can always be drawn.
func (Deal) Check() error { return nil }

// Span returns the first and last month of the timeline.
func (c Deal) Span() (from, through unit.Month) { return c.agreement().Span() }

// Draw draws the agreement over time: a row for each term, a line for each
// turning point.
func (c Deal) Draw(d *Drawing, _ []layout.Palette) {
	d.Frames.Spans = c.agreement().Draw(&d.Page)
	d.Frames.Panels = []Panel{{Frame: d.framed(), Box: d.Box}}
}

func (c Deal) agreement() timeline.Agreement {
	return timeline.New(c.Subject.Scenario, c.Subject.Projection, c.Prior, c.From, c.Amended)
}
