package desk

import (
	"headroom/scenario/plot"
	"headroom/ui/look"
)

// NewKinds returns the row of buttons that chooses how payments are drawn.
func NewKinds(show func()) *look.Group[plot.Kind] {
	return look.NewSegmented([]look.Option[plot.Kind]{
		{Value: plot.KindCumulative, Name: "chart.kind.cumulative", Text: "Cumulative", Hint: "What counts toward the cap, over time"},
		{Value: plot.KindYears, Name: "chart.kind.years", Text: "By year", Hint: "Payments by year, split into paid and saved"},
	}, func(plot.Kind) { show() })
}

// NewAxes returns the row of buttons that chooses how far the vertical axis goes: limit
// names the cap that it goes by.
func NewAxes(limit string, show func()) *look.Group[plot.Axis] {
	return look.NewSegmented([]look.Option[plot.Axis]{
		{Value: plot.AxisCap, Name: "chart.axis.cap", Text: "To the cap", Hint: "The vertical axis goes to 1.3 times " + limit},
		{Value: plot.AxisDue, Name: "chart.axis.due", Text: "Everything due", Hint: "The vertical axis goes to all that would be due without the cap"},
	}, func(plot.Axis) { show() })
}
