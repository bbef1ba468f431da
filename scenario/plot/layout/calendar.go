package layout

import (
	"strconv"

	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// times draws the ticks and labels of the time axis.
func (l *Page) times() {
	plot := l.Frame.Plot
	month := plot.Width() / l.Frame.Months()
	l.intervals = intervalsOf(l.intervals[:0], l.Frame.From, l.Frame.Through, month, l.roomOf)
	baseline := plot.Bottom + l.Below + (SizeTick+3)*l.Unit + TextRise*l.TextSize()
	for i, s := range l.intervals {
		// Ticks closer than a few pixels would be a smear: then only those of
		// labelled years are drawn.
		if i == 0 || s.label != "" || (s.through-s.from)*month >= 6*l.Unit {
			l.tick(s.from)
		}
		if s.label == "" {
			continue
		}
		half := l.Width(s.label, SizeText, false) / 2
		x := l.Frame.XAt((s.from + s.through) / 2)
		if x-half >= l.Box.Left && x+half <= l.Box.Right {
			l.Put(s.label, At(x, baseline, 0.5), SizeText, false, l.Colors.Muted)
		}
	}
	l.tick(float64(l.Frame.Through + 1))
}

func (l *Page) tick(t float64) {
	x, y := l.Frame.XAt(t), l.Frame.Plot.Bottom
	l.Line(l.Colors.Axis, l.Unit, nil, paint.XY(x, y), paint.XY(x, y+SizeTick*l.Unit))
}

// Calendar writes the years above the plot, on the given baseline, and draws the lines
// between them.
func (l *Page) Calendar(baseline float64) {
	f := &l.Frame
	month := f.Plot.Width() / f.Months()
	l.intervals = intervalsOf(l.intervals[:0], f.From, f.Through, month, l.roomOf)
	line := func(t float64) {
		x := f.XAt(t)
		l.Grid = append(l.Grid, paint.Shape{Spots: []paint.Spot{paint.XY(x, f.Plot.Top-3*l.Unit), paint.XY(x, f.Plot.Bottom)}, Stroke: l.Colors.Grid, Width: l.Unit})
	}
	for _, s := range l.intervals {
		line(s.from)
		if s.label != "" {
			l.Put(s.label, At(f.XAt((s.from+s.through)/2), baseline, 0.5), SizeText, false, l.Colors.Muted)
		}
	}
	line(float64(f.Through + 1))
}

// roomOf returns how many pixels a label of the time axis takes.
func (l *Page) roomOf(label string) float64 { return l.Width(label, SizeText, false) + 10*l.Unit }

// An interval is a stretch of the time axis with its label in the middle: a year, or
// a month where less than a year is shown. Times are in months since the year 0.
type interval struct {
	from, through float64
	label         string // empty where there is no room for it
}

// intervalsOf appends the stretches of the time axis to out. The room says how many
// pixels a label of the given text takes, a month how many one month has.
func intervalsOf(out []interval, from, through unit.Month, month float64, room func(string) float64) []interval {
	if through-from < 11 {
		every := labelStep(room("Sep 2028") / month)
		for m := from; m <= through; m++ {
			s := interval{from: float64(m), through: float64(m + 1)}
			if int(m-from)%every == 0 {
				s.label = m.Short()
			}
			out = append(out, s)
		}
		return out
	}
	every := labelStep(room("2028") / (12 * month))
	for m := from; m <= through; m = unit.NewMonth(m.Year()+1, 1) {
		end := min(through+1, unit.NewMonth(m.Year()+1, 1))
		s := interval{from: float64(m), through: float64(end)}
		label := strconv.Itoa(m.Year())
		fits := every > 1 || room(label) <= float64(end-m)*month
		if m.Year()%every == 0 && fits {
			s.label = label
		}
		out = append(out, s)
	}
	return out
}

// labelStep returns how many stretches share one label, where a label is as wide
// as the given number of stretches: 1, 2, 5, 10, 20, ...
func labelStep(wide float64) int {
	for power := 1; ; power *= 10 {
		for _, m := range [...]int{1, 2, 5} {
			if float64(m*power) >= wide || power > 1e6 {
				return m * power
			}
		}
	}
}
