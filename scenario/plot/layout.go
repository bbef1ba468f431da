package plot

import (
	"image/color"
	"math"
	"strings"
	"unicode"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// A layout arranges one picture: it turns a chart into a scene.
type layout struct {
	scene
	opts  Options
	ruler *paint.Ruler // nil before the first picture
	box   Rect         // the room to arrange in: the whole picture, or one of its panels
	below float64      // room between the plot and the labels of its time axis
	unit  float64      // what sizes are multiplied by: 1, more in large pictures, less in tiny ones

	frames Frames // of what is drawn

	track   track
	bars    []bar
	spans   []span
	rules   []float64 // heights of the lines of the grid
	clips   []vertex
	avoided []paint.Spot // ends of line pieces that labels had better not cross, in pairs
	discs   []Rect       // marks that labels must not cover

	columns []Rect // bars that labels beside one of them must not cover
}

// The sizes of things in logical pixels, before layout.unit.
const (
	sizeText   = 12.0
	sizeSmall  = 11.0
	sizeTitle  = 15.0
	sizeMargin = 12.0
	sizeTick   = 5.0
	gapTicks   = 35.0 // the least between two ticks of the vertical axis
	mostTicks  = 12   // of the vertical axis, however high
	leastPlot  = 40.0 // below this size of the plot, axes and words are left out
)

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

// reset empties the layout for the next picture.
func (l *layout) reset(o Options, colors palette) {
	l.opts = o
	l.box = Rect{0, 0, float64(o.Width), float64(o.Height)}
	l.unit = unitOf(l.box.Width(), l.box.Height(), o.Steady)
	l.colors = colors
	l.frames = Frames{}
	l.frame = Frame{From: o.From, Through: o.Through}
	l.grid, l.rules = l.grid[:0], l.rules[:0]
	l.shapes, l.texts = l.shapes[:0], l.texts[:0]
	l.below = 0
	l.avoided = l.avoided[:0]
	l.discs, l.columns = l.discs[:0], l.columns[:0]
}

// axes gives the plot its place in the room, which the labels of the axes share, and
// draws these. Where no plot worth the name would be left, it has all of the picture
// and no words.
func (l *layout) axes(room Rect, top float64) {
	if !l.fit(room, top) {
		l.texts, l.shapes = l.texts[:0], l.shapes[:0]
	}
}

// heading writes title and source line, and returns the room between them.
func (l *layout) heading() Rect {
	room, margin := l.box, sizeMargin*l.unit
	room.Left, room.Right = room.Left+margin, room.Right-margin*1.5
	room.Top, room.Bottom = l.title(room), l.source(room)
	return room
}

// outer returns the room between title and source line, or, where too little is
// left between them, all of the picture without them.
func (l *layout) outer() Rect {
	room := l.heading()
	if room.Width() < leastPlot/2 || room.Height() < leastPlot/2 {
		l.texts = l.texts[:0]
		return l.box
	}
	return room
}

// fit gives the plot the place that the labels of its axes leave in the room,
// and draws these, or, where that is none worth the name, all of the box without
// words, and reports whether it was.
func (l *layout) fit(room Rect, top float64) bool {
	f := &l.frame
	f.Top = unit.Amount(top)
	room.Top += l.textSize() * 0.5
	room.Bottom -= (sizeTick+4)*l.unit + l.textSize()*1.1
	marks := newSteps(top, math.Min(mostTicks, room.Height()/(gapTicks*l.unit)))
	widest := 0.0
	for i := range marks.count + 1 {
		widest = math.Max(widest, l.width(marks.label(i), sizeText, false))
	}
	room.Left += widest + (8-sizeMargin*0.25)*l.unit
	room = Rect{math.Round(room.Left), math.Round(room.Top), math.Round(room.Right), math.Round(room.Bottom)}
	if room.Width() < leastPlot || room.Height() < leastPlot {
		f.Plot = l.box
		return false
	}
	f.Plot = room
	l.amounts(marks)
	l.times()
	return true
}

// amounts writes the labels of the vertical axis and remembers where its lines
// go.
func (l *layout) amounts(marks steps) {
	plot := l.frame.Plot
	for i := range marks.count + 1 {
		y := l.frame.Y(unit.Amount(float64(i) * marks.step))
		if i > 0 {
			l.rules = append(l.rules, y)
		}
		l.put(marks.label(i), place{plot.Left - 8*l.unit, y + capHeight/2*l.textSize(), 1}, sizeText, false, l.colors.muted)
	}
}

// amount returns an amount in words, in the unit of the vertical axis.
func (l *layout) amount(v float64) string {
	return unit.Amount(v).HeadlineIn(l.frame.Unit())
}

// drawGrid draws the lines of the vertical axis, with gaps where texts stand.
func (l *layout) drawGrid() {
	plot := l.frame.Plot
	for _, y := range l.rules {
		from := plot.Left
		for from < plot.Right {
			gap := l.gapAfter(from, y)
			to := math.Min(plot.Right, gap.Left)
			if to > from {
				l.grid = append(l.grid, paint.Shape{Spots: []paint.Spot{xy(from, y), xy(to, y)}, Stroke: l.colors.grid, Width: l.unit})
			}
			from = gap.Right
		}
	}
}

// gapAfter returns the first box of a text that a level line meets right of x,
// or one beyond the plot.
func (l *layout) gapAfter(x, y float64) Rect {
	plot := l.frame.Plot
	next := Rect{Left: plot.Right, Right: plot.Right}
	for _, t := range l.texts {
		box := t.box.grown(3 * l.unit)
		if y > t.box.Top && y < t.box.Bottom && box.Right > x && box.Left < next.Left && t.box.Left >= plot.Left {
			next = box
		}
	}
	return next
}

// times draws the ticks and labels of the time axis.
func (l *layout) times() {
	plot := l.frame.Plot
	month := plot.Width() / l.frame.months()
	l.spans = spansOf(l.spans[:0], l.frame.From, l.frame.Through, month, func(label string) float64 {
		return l.width(label, sizeText, false) + 10*l.unit
	})
	baseline := plot.Bottom + l.below + (sizeTick+3)*l.unit + textRise*l.textSize()
	for i, s := range l.spans {
		// Ticks closer than a few pixels would be a smear: then only those of
		// labelled years are drawn.
		if i == 0 || s.label != "" || (s.through-s.from)*month >= 6*l.unit {
			l.tick(s.from)
		}
		if s.label == "" {
			continue
		}
		half := l.width(s.label, sizeText, false) / 2
		x := l.frame.x((s.from + s.through) / 2)
		if x-half >= l.box.Left && x+half <= l.box.Right {
			l.put(s.label, place{x, baseline, 0.5}, sizeText, false, l.colors.muted)
		}
	}
	l.tick(float64(l.frame.Through + 1))
}

func (l *layout) tick(t float64) {
	x, y := l.frame.x(t), l.frame.Plot.Bottom
	l.line(l.colors.axis, l.unit, nil, xy(x, y), xy(x, y+sizeTick*l.unit))
}

// title writes the title and returns where the room below it begins.
func (l *layout) title(room Rect) float64 {
	top := sizeMargin * 0.75 * l.unit
	if l.opts.Title == "" {
		return top
	}
	size := sizeTitle * l.unit
	l.put(l.fitted(l.opts.Title, sizeTitle, true, room.Width()), place{room.Left, top + textRise*size, 0}, sizeTitle, true, l.colors.text)
	return top + size*(textRise+textFall) + 8*l.unit
}

// source writes the source line, the date at its end, and returns where the room above it ends.
func (l *layout) source(room Rect) float64 {
	bottom := room.Bottom - sizeMargin*0.6*l.unit
	if l.opts.Source == "" && l.opts.Date == "" {
		return bottom
	}
	size := sizeSmall * l.unit
	left := room.Width()
	if date := l.fitted(l.opts.Date, sizeSmall, false, left); date != "" {
		l.put(date, place{room.Right, bottom - textFall*size, 1}, sizeSmall, false, l.colors.muted)
		left -= l.width(date, sizeSmall, false) + 16*l.unit
	}
	l.put(l.fitted(l.opts.Source, sizeSmall, false, left), place{room.Left, bottom - textFall*size, 0}, sizeSmall, false, l.colors.muted)
	return bottom - size*(textRise+textFall) - 6*l.unit
}

// fitted returns a text that people typed, on one line, cut to the room.
func (l *layout) fitted(body string, size float64, bold bool, room float64) string {
	return l.ruler.Shorten(oneLine(body), bold, size*l.unit, room)
}

// oneLine returns a text without what moves the place where it is written: line
// breaks and other control characters become spaces, and those that turn the
// direction of writing, which would let a name rewrite a figure beside it, are
// left out.
func oneLine(body string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(body, "\uFFFD"))
}

// textSize returns the size of ordinary text.
func (l *layout) textSize() float64 { return sizeText * l.unit }

// width returns the width of a line of text of the given size, before unit.
func (l *layout) width(body string, size float64, bold bool) float64 {
	return l.ruler.Width(body, bold, size*l.unit)
}

// put writes a line of text of the given size, before unit.
func (l *layout) put(body string, at place, size float64, bold bool, color color.NRGBA) {
	if body == "" {
		return
	}
	size *= l.unit
	w := l.ruler.Width(body, bold, size)
	x := at.x - at.anchor*w
	l.texts = append(l.texts, text{
		paint.Text{Body: body, X: x, Y: at.y, Anchor: at.anchor, Size: size, Bold: bold, Color: color}, boxOf(x, at.y, w, size),
	})
}
