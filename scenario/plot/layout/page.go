package layout

import (
	"math"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// A Page is one picture being laid out. Sizes of texts, lines and marks are given
// before Unit, which they are multiplied by.
type Page struct {
	scene
	Ruler *paint.Ruler
	Sheet Sheet
	Box   Rect    // the room to arrange in: the whole picture, or one of its panels
	Below float64 // room between the plot and the labels of its time axis
	Unit  float64 // what sizes are multiplied by: 1, more in large pictures, less in tiny ones

	intervals []interval
	Levels    []float64    // heights of the lines of the grid
	avoided   []paint.Spot // ends of line pieces that labels had better not cross, in pairs
	Discs     []Rect       // marks that labels must not cover
}

// A Sheet is what a page is made for.
type Sheet struct {
	Width, Height float64    // logical pixels
	Steady        bool       // letters and lines keep their size, however large the picture
	From, Through unit.Month // shown, both included
	Title         string     // above the picture; empty for none
	Source        string     // below it; empty for none
	Date          string     // below it at the right; empty for none
}

// The sizes of things in logical pixels, before Page.Unit.
const (
	SizeText   = 12.0
	SizeSmall  = 11.0
	SizeTitle  = 15.0
	sizeMargin = 12.0
	SizeTick   = 5.0
	GapTicks   = 35.0 // the least between two ticks of the vertical axis
	MostTicks  = 12   // of the vertical axis, however high
	LeastPlot  = 40.0 // below this size of the plot, axes and words are left out
)

// The least sizes of texts that stand in a bar, and in a row.
const (
	LeastInBar = 10.0
	LeastInRow = 7.0
)

// MaxMonths is the most months that a time axis has: all years the planner accepts.
const MaxMonths = 12 * 101

// unitOf returns what sizes are multiplied by. Pictures of the size of a window
// keep the sizes of its text; in larger ones sizes grow with the picture, unless
// they are to be steady.
func unitOf(width, height float64, steady bool) float64 {
	if small := math.Min(width/360, height/220); small < 1 {
		return math.Max(0.85, small)
	}
	if steady {
		return 1
	}
	large := math.Min(width/1100, height/640)
	return math.Max(math.Min(1.4, math.Max(1, large)), 0.7*large)
}

// Start empties the page for the next picture, with a ruler that fits its surface.
func (l *Page) Start(sheet Sheet, colors Palette) {
	l.Sheet, l.Colors = sheet, colors
	l.Box = Rect{0, 0, sheet.Width, sheet.Height}
	l.Unit = unitOf(l.Box.Width(), l.Box.Height(), sheet.Steady)
	l.Grid, l.Shapes, l.Texts = l.Grid[:0], l.Shapes[:0], l.Texts[:0]
	l.Below = 0
	l.Panel(l.Box)
}

// Panel goes on to lay out a plot of its own in a box.
func (l *Page) Panel(box Rect) {
	l.Box = box
	l.Frame = Frame{From: l.Sheet.From, Through: l.Sheet.Through}
	l.Levels, l.avoided, l.Discs = l.Levels[:0], l.avoided[:0], l.Discs[:0]
}

// Axes gives the plot its place in the room, which the labels of the axes share, and
// draws these. Where no plot worth the name would be left, it has all of the picture
// and no words.
func (l *Page) Axes(room Rect, top float64) {
	if !l.Fit(room, top) {
		l.Back(Progress{})
	}
}

// Fit gives the plot the place that the labels of its axes leave in the room,
// and draws these, or, where that is none worth the name, all of the box without
// words, and reports whether it was.
func (l *Page) Fit(room Rect, top float64) bool {
	f := &l.Frame
	f.Top = unit.Amount(top)
	room.Top += l.TextSize() * 0.5
	room.Bottom -= (SizeTick+4)*l.Unit + l.TextSize()*1.1
	marks := NewSteps(top, math.Min(MostTicks, room.Height()/(GapTicks*l.Unit)))
	widest := 0.0
	for i := range marks.Count + 1 {
		widest = math.Max(widest, l.Width(marks.Label(i), SizeText, false))
	}
	room.Left += widest + (8-sizeMargin*0.25)*l.Unit
	room = Rect{math.Round(room.Left), math.Round(room.Top), math.Round(room.Right), math.Round(room.Bottom)}
	if room.Width() < LeastPlot || room.Height() < LeastPlot {
		f.Plot = l.Box
		return false
	}
	f.Plot = room
	l.amounts(marks)
	l.times()
	return true
}

// amounts writes the labels of the vertical axis and remembers where its lines
// go.
func (l *Page) amounts(marks Steps) {
	plot := l.Frame.Plot
	for i := range marks.Count + 1 {
		y := l.Frame.Y(unit.Amount(float64(i) * marks.Step))
		if i > 0 {
			l.Levels = append(l.Levels, y)
		}
		l.Put(marks.Label(i), At(plot.Left-8*l.Unit, y+CapHeight/2*l.TextSize(), 1), SizeText, false, l.Colors.Muted)
	}
}

// Amount returns an amount in words, in the unit of the vertical axis.
func (l *Page) Amount(v float64) string {
	return unit.Amount(v).HeadlineIn(l.Frame.Unit())
}
