package plot

import (
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// A Frame maps the pixels of a plot to months and amounts and back, and says where in
// it is what can be grabbed.
type Frame struct {
	layout.Frame
	Marks
}

// Marks are what can be grabbed in the plot of a cumulative picture; other pictures
// have none. Pixels are logical, from the upper left corner of the picture.
type Marks struct {
	// Points are the year-ends of the share before the cap that lie within the
	// plot, in order of years.
	Points []Point

	// Actuals are the ends of quarters that are actual, in their order, within the
	// plot: they stand still. A year-end that is actual is among them, and no point.
	Actuals []ActualPoint

	Capped bool    // whether the cap line is drawn: there is a cap, and it lies within the plot
	CapY   float64 // where it is drawn; 0 where not Capped

	Reached  bool    // whether the date the cap is reached is marked
	ReachedX float64 // where; 0 where not Reached
	ReachedY float64

	// ReachedWords is where the words on that date stand; no room where none are
	// written.
	ReachedWords layout.Rect
}

// A Point is one year-end of the share before the cap. Under a cap that share is
// added up from where payments begin to count, on top of what was counted
// before, so that it is what counts toward the cap until the cap is reached.
type Point struct {
	Year  int
	X, Y  float64     // logical pixels
	Value unit.Amount // the share before the cap up to the end of Year
}
