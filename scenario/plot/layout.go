package plot

import (
	"math"
	"strings"
	"unicode"

	"github.com/wcharczuk/go-chart/v2/drawing"

	"headroom/scenario/unit"
)

// A layout arranges one picture: it turns a subject into a scene.
type layout struct {
	scene
	opts  Options
	ruler *ruler
	unit  float64 // what sizes are multiplied by: 1, more in large pictures, less in tiny ones

	track track
	bars  []bar
	spans []span
	clips []vertex
	walls []spot // ends of line pieces that labels had better not cross, in pairs
	discs []Rect // marks that labels must not cover
}

// The sizes of things in logical pixels, before layout.unit.
const (
	sizeText   = 12.0
	sizeSmall  = 11.0
	sizeTitle  = 15.0
	sizeMargin = 12.0
	sizeTick   = 5.0
	gapTicks   = 38.0 // the least between two ticks of the vertical axis
	leastPlot  = 40.0 // below this size of the plot, axes and words are left out
)

// unitOf returns what sizes are multiplied by. Pictures of the size of a window
// keep the sizes of its text.
func unitOf(width, height float64) float64 {
	if small := math.Min(width/360, height/220); small < 1 {
		return math.Max(0.85, small)
	}
	return math.Min(1.4, math.Max(1, math.Min(width/1100, height/640)))
}

// arrange fills the scene from a checked subject and checked options.
func (l *layout) arrange(s Subject, o Options, colors palette) {
	l.reset(o, colors)
	top := float64(o.Top)
	switch o.Kind {
	case KindYears:
		l.bars = barsOf(l.bars[:0], s, o)
		if top == 0 {
			top = topOfYears(l.bars)
		}
		l.axes(top)
		l.years()
	default:
		l.track.fill(s)
		if top == 0 {
			top = topOfTrack(&l.track, s, o)
		}
		l.axes(top)
		l.cumulative(s)
	}
}

func (l *layout) reset(o Options, colors palette) {
	l.opts = o
	l.unit = unitOf(float64(o.Width), float64(o.Height))
	l.colors = colors
	l.frame = Frame{From: o.From, Through: o.Through}
	l.shapes = l.shapes[:0]
	l.texts = l.texts[:0]
	l.walls = l.walls[:0]
	l.discs = l.discs[:0]
}

// page returns the whole picture.
func (l *layout) page() Rect {
	return Rect{0, 0, float64(l.opts.Width), float64(l.opts.Height)}
}

// axes gives the plot its place, between title, source and labels of the axes,
// and draws these. Where no plot worth the name would be left, it has all the
// room and no words.
func (l *layout) axes(top float64) {
	f := &l.frame
	f.Top = unit.Amount(top)
	margin := sizeMargin * l.unit
	room := l.page()
	room.Left, room.Right = margin, room.Right-margin*1.5
	head, foot := l.title(room), l.source(room)
	if l.opts.Kind == KindYears {
		head = l.key(room, head)
	}
	room.Top = head + l.textSize()*0.5
	room.Bottom = foot - (sizeTick+4)*l.unit - l.textSize()*1.1
	marks := newSteps(top, int(room.Height()/(gapTicks*l.unit)))
	widest := 0.0
	for i := range marks.count + 1 {
		widest = math.Max(widest, l.width(marks.label(i), sizeText, false))
	}
	room.Left = margin*0.75 + widest + 8*l.unit
	room = Rect{math.Round(room.Left), math.Round(room.Top), math.Round(room.Right), math.Round(room.Bottom)}
	if room.Width() < leastPlot || room.Height() < leastPlot {
		l.texts, l.shapes = l.texts[:0], l.shapes[:0]
		f.Plot = l.page()
		return
	}
	f.Plot = room
	l.grid(marks)
	l.times()
}

// grid draws the lines and labels of the vertical axis.
func (l *layout) grid(marks steps) {
	plot := l.frame.Plot
	for i := range marks.count + 1 {
		y := l.frame.Y(unit.Amount(float64(i) * marks.step))
		if i > 0 {
			l.line(l.colors.grid, l.unit, nil, spot{plot.Left, y}, spot{plot.Right, y})
		}
		label := marks.label(i)
		w := l.width(label, sizeText, false)
		l.put(label, plot.Left-8*l.unit-w, y+capHeight/2*l.textSize(), sizeText, false, l.colors.muted)
	}
}

// times draws the ticks and labels of the time axis.
func (l *layout) times() {
	plot := l.frame.Plot
	month := plot.Width() / l.frame.months()
	l.spans = spansOf(l.spans[:0], l.frame.From, l.frame.Through, month, func(label string) float64 {
		return l.width(label, sizeText, false) + 10*l.unit
	})
	baseline := plot.Bottom + (sizeTick+3)*l.unit + textRise*l.textSize()
	for i, s := range l.spans {
		// Ticks closer than a few pixels would be a smear: then only those of
		// labelled years are drawn.
		if i == 0 || s.label != "" || (s.through-s.from)*month >= 6*l.unit {
			l.tick(s.from)
		}
		if s.label == "" {
			continue
		}
		w := l.width(s.label, sizeText, false)
		x := l.frame.x((s.from+s.through)/2) - w/2
		if x >= 0 && x+w <= l.page().Right {
			l.put(s.label, x, baseline, sizeText, false, l.colors.muted)
		}
	}
	l.tick(float64(l.frame.Through + 1))
}

func (l *layout) tick(t float64) {
	x, y := l.frame.x(t), l.frame.Plot.Bottom
	l.line(l.colors.axis, l.unit, nil, spot{x, y}, spot{x, y + sizeTick*l.unit})
}

// title writes the title and returns where the room below it begins.
func (l *layout) title(room Rect) float64 {
	top := sizeMargin * 0.75 * l.unit
	if l.opts.Title == "" {
		return top
	}
	size := sizeTitle * l.unit
	l.put(l.fitted(l.opts.Title, sizeTitle, true, room.Width()), room.Left, top+textRise*size, sizeTitle, true, l.colors.text)
	return top + size*(textRise+textFall) + 8*l.unit
}

// source writes the source line and returns where the room above it ends.
func (l *layout) source(room Rect) float64 {
	bottom := room.Bottom - sizeMargin*0.6*l.unit
	if l.opts.Source == "" {
		return bottom
	}
	size := sizeSmall * l.unit
	l.put(l.fitted(l.opts.Source, sizeSmall, false, room.Width()), room.Left, bottom-textFall*size, sizeSmall, false, l.colors.muted)
	return bottom - size*(textRise+textFall) - 6*l.unit
}

// fitted returns a text that people typed, on one line, cut to the room.
func (l *layout) fitted(body string, size float64, bold bool, room float64) string {
	return l.ruler.shorten(oneLine(body), l.face.of(bold), size*l.unit, room)
}

func oneLine(body string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(body, "\uFFFD"))
}

// textSize returns the size of ordinary text.
func (l *layout) textSize() float64 { return sizeText * l.unit }

// width returns the width of a line of text of the given size, before unit.
func (l *layout) width(body string, size float64, bold bool) float64 {
	return l.ruler.width(body, l.face.of(bold), size*l.unit)
}

// put writes a line of text of the given size, before unit.
func (l *layout) put(body string, x, baseline, size float64, bold bool, color drawing.Color) {
	if body == "" {
		return
	}
	size *= l.unit
	w := l.ruler.width(body, l.face.of(bold), size)
	l.write(text{body: body, x: x, y: baseline, size: size, bold: bold, color: color, box: boxOf(x, baseline, w, size)})
}
