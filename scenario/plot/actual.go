package plot

import (
	"math"
	"slices"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// In a picture that shows actuals what is full has happened, and what is a forecast
// below the cap is dashed: with strokes longer than their gaps and as thick as the
// line, so that in black and white it is neither the thin line of the cap nor the
// dots of the share before it.
var dashForecast = []float64{6, 3}

const (
	radiusActual = 3.4
	widthPlan    = 1.3
	leastApart   = 2.5 // what is planned differs visibly where it is so far off
	alphaActual  = 54  // of 255, of what is under the actual part of a line
)

// An ActualPoint is where a quarter ends that is actual, or the last month that is.
// It says which actual it stands for and does not move.
type ActualPoint struct {
	Stream int         // index of the stream, the first of those with an actual there
	Period unit.Period // the month or quarter of that actual
	X, Y   float64     // logical pixels
	Value  unit.Amount // what counts by its end
}

// A settled is what of a track is actual, and the plan that this has taken the place
// of.
type settled struct {
	known   bool    // the picture tells actuals and forecast apart
	through float64 // the time through which the track is actual; its start where nothing is
	ends    []vertex
	periods []ActualPoint // of ends, without places
	plan    []vertex      // what would count by the plan, up to the cap; nil where nothing is actual
}

// settle finds what of the track of a subject is actual.
func (t *track) settle(s Subject, known bool) {
	t.settled = settled{known: known, through: t.counted[0].t}
	last := s.Projection.ActualsThrough
	if !known || last == 0 {
		return
	}
	t.through = float64(last + 1)
	for _, row := range s.Projection.Months {
		if row.From > last {
			break
		}
		if row.From.Month()%3 != 0 && row.From != last {
			continue
		}
		stream, period, found := actualAt(&s.Scenario, row.From)
		if !found {
			continue
		}
		t.settled.ends = append(t.settled.ends, vertex{float64(row.From + 1), float64(row.Cumulative)})
		t.periods = append(t.periods, ActualPoint{Stream: stream, Period: period, Value: row.Cumulative})
	}
	plan := Subject{Scenario: planned(s.Scenario)}
	var err error
	if plan.Projection, err = scenario.Project(plan.Scenario); err != nil {
		return // the subject is not what follows from its scenario
	}
	var p track
	p.fill(plan)
	t.plan = p.counted
	if p.reachedAt {
		t.plan = t.plan[:slices.Index(t.plan, p.reached)+1]
	}
}

// planned returns a scenario as if nothing were known yet.
func planned(s scenario.Scenario) scenario.Scenario {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	for i := range s.Outlook.Streams {
		s.Outlook.Streams[i].Actuals = nil
	}
	return s
}

// actualAt returns the actual that covers a month, of the first stream of OpenAI's
// own revenue that has one.
func actualAt(s *scenario.Scenario, m unit.Month) (stream int, period unit.Period, found bool) {
	for i, st := range s.Outlook.Streams {
		if st.Channel == scenario.ChannelAzure {
			continue
		}
		for _, a := range st.Actuals {
			if a.Period.First <= m && m <= a.Period.Last() {
				return i, a.Period, true
			}
		}
	}
	return 0, unit.Period{}, false
}

// pieces returns the line of what counts in three: what is actual, what is forecast
// below the cap, and what is at the cap. Each begins where the one before ends.
func (t *track) pieces() (actual, forecast, capped []vertex) {
	split := slices.IndexFunc(t.counted, func(v vertex) bool { return v.t >= t.through })
	if split < 0 {
		split = len(t.counted) - 1
	}
	top := len(t.counted) - 1
	switch {
	case t.before:
		top = split
	case t.reachedAt:
		top = max(split, slices.Index(t.counted, t.reached))
	}
	return t.counted[:split+1], t.counted[split : top+1], t.counted[top:]
}

// drawCounted draws the line of what counts, dashed where it is a forecast below the
// cap, and with other dashes, or none, at the cap.
func (d *Drawing) drawCounted(width float64, forecast, capped []float64) {
	actual, ahead, rest := d.track.pieces()
	pieces := []struct {
		line []vertex
		dash []float64
	}{{actual, nil}, {ahead, forecast}, {rest, capped}}
	if slices.Equal(forecast, capped) {
		pieces[1].line, pieces[2].line = d.track.counted[len(actual)-1:], nil
	}
	for _, piece := range pieces {
		if spots := d.curve(piece.line); len(spots) > 1 {
			d.Line(d.Colors.Line, width*d.Unit, d.Dashes(piece.dash), spots...)
		}
	}
}

// actualMarks marks the ends of the quarters that are actual. Where quarters are so
// narrow that the marks would touch, only the last is drawn, but the frame has all.
func (d *Drawing) actualMarks() {
	f := &d.Frame
	roomy := 3/f.Months()*f.Plot.Width() >= 3*radiusActual*d.Unit
	for i, end := range d.track.settled.ends {
		if !d.Shows(end.t) || end.v > float64(f.Top) {
			continue
		}
		point := d.track.periods[i]
		point.X, point.Y = f.XAt(end.t), f.Y(point.Value)
		d.Marks.Actuals = append(d.Marks.Actuals, point)
		if roomy || i == len(d.track.periods)-1 {
			d.Mark(paint.XY(point.X, point.Y), radiusActual, false)
		}
	}
}

// A throughLine is the line between what is actual and what is a forecast.
type throughLine struct {
	month unit.Month
	x     float64
	top   float64
}

// drawThrough draws the line at the end of the month through which all is actual, a
// little higher than what counts by then, and reports whether the plot has it. Where
// later such lines follow it is higher than they are, so that its words have room.
func (d *Drawing) drawThrough(last unit.Month, counted float64, later int) (line throughLine, shown bool) {
	f := &d.Frame
	if last < f.From || last > f.Through {
		return throughLine{}, false
	}
	y := f.Y(unit.Amount(math.Min(counted, float64(f.Top))))
	y = math.Min(y-26*d.Unit, f.Plot.Bottom-0.42*f.Plot.Height()) - 16*d.Unit*float64(later)
	line = throughLine{last, f.X(last, 1), math.Max(f.Plot.Top, y)}
	ends := []paint.Spot{paint.XY(line.x, f.Plot.Bottom), paint.XY(line.x, line.top)}
	d.Line(d.Colors.Muted, d.Unit, nil, ends...)
	d.Avoid(ends)
	return line, true
}

// labelThrough says of the line through when all is actual, and of what, where that is
// given: then there are others, and the month is said however little room there is.
func (d *Drawing) labelThrough(line throughLine, of string) {
	u, rise := d.Unit, layout.TextRise*layout.SizeSmall*d.Unit
	month := line.month.Short()
	bodies := []string{"actual through " + month, "through " + month, "actual"}
	if of != "" {
		bodies = []string{of + ": actual through " + month, of + ": through " + month, "actual through " + month, "through " + month}
	}
	lb := layout.Label{
		Bodies: bodies,
		Size:   layout.SizeSmall, Color: d.Colors.Muted, Minor: true,
	}
	for _, down := range []float64{0, 14, 28, 42, 56, -14, -28} {
		y := line.top + rise + down*u
		lb.Places = append(lb.Places, layout.At(line.x+6*u, y, 0))
		if of == "" { // at its left another line could be meant
			lb.Places = append(lb.Places, layout.At(line.x-6*u, y, 1))
		}
	}
	if _, placed := d.Settle(lb); !placed && of != "" {
		lb.Bodies, lb.Minor = []string{month}, false
		d.Settle(lb)
	}
}
