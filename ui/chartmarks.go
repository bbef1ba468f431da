package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"headroom/ui/inspect"
)

// census lists the marks of the chart that can be grabbed.
func (c *chart) census(to *inspect.Census) {
	if !c.view.Visible() || c.drawn < 0 || c.frame.Plot.Width() == 0 {
		return
	}
	origin := to.Origin(c.view)
	if origin.IsZero() {
		return
	}
	const reach = 8
	mark := func(name string, x, y float64, text string) {
		at := origin.AddXY(float32(x)-reach, float32(y)-reach)
		to.Put(at, fyne.NewSquareSize(2*reach), inspect.Seen{Name: name, Kind: "mark", Text: text, Enabled: true})
	}
	for _, point := range c.frame.Points {
		mark("chart.point."+strconv.Itoa(point.Year), point.X, point.Y, point.Value.Table())
	}
	if c.frame.Capped {
		plot := c.frame.Plot
		at := origin.AddXY(float32(plot.Left), float32(c.frame.CapY)-reach)
		to.Put(at, fyne.NewSize(float32(plot.Width()), 2*reach), inspect.Seen{
			Name: "chart.cap", Kind: "mark", Text: c.subject.Scenario.Terms.Share.Cap.Headline(), Enabled: true,
		})
	}
	if c.frame.Reached {
		mark("chart.reached", c.frame.ReachedX, c.frame.ReachedY, c.subject.Projection.Total.Reached.Date.Medium())
	}
}
