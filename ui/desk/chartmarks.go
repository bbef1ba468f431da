package desk

import (
	"strconv"

	"fyne.io/fyne/v2"

	"headroom/ui/inspect"
)

// Snapshot lists the marks of the chart that can be grabbed.
func (c *Chart) Snapshot(to *inspect.Snapshot) {
	if !c.View.Visible() || c.Drawn < 0 || c.Frame.Plot.Width() == 0 {
		return
	}
	origin := to.Origin(c.View)
	if origin.IsZero() {
		return
	}
	const reach = 8
	mark := func(name string, x, y float64, text string) {
		at := origin.AddXY(float32(x)-reach, float32(y)-reach)
		to.Put(at, fyne.NewSquareSize(2*reach), inspect.Seen{Name: name, Kind: "mark", Text: text, Enabled: true})
	}
	for _, point := range c.Frame.Points {
		mark("chart.point."+strconv.Itoa(point.Year), point.X, point.Y, point.Value.Table())
	}
	for _, end := range c.Frame.Actuals {
		mark("chart.actual."+end.Period.String(), end.X, end.Y, end.Value.Table())
	}
	if c.Frame.Capped {
		plot := c.Frame.Plot
		at := origin.AddXY(float32(plot.Left), float32(c.Frame.CapY)-reach)
		to.Put(at, fyne.NewSize(float32(plot.Width()), 2*reach), inspect.Seen{
			Name: "chart.cap", Kind: "mark", Text: c.Subject.Scenario.Terms.Share.Cap.Headline(), Enabled: true,
		})
	}
	if c.Frame.Reached {
		mark("chart.reached", c.Frame.ReachedX, c.Frame.ReachedY, c.Subject.Projection.Total.Reached.Date.Medium())
	}
}
