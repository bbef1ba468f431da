package risk

import (
	"errors"
	"image/color"
	"math"

	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// KindFan is the kind of a fan.
const KindFan plot.Kind = "fan"

// A Fan shows what counts toward the cap over time on all paths of a run: the median,
// and where half and nine tenths of the paths lie. Between the ends of quarters, which
// are what a run knows, lines are straight.
type Fan struct {
	Subject plot.Subject
	Result  simulate.Result
	Mean    bool           // whether the mean is drawn, too
	Path    *simulate.Path // drawn as a thin line; nil for none
}

var _ plot.Chart = Fan{}

// Kind returns KindFan.
func (Fan) Kind() plot.Kind { return KindFan }

// Shown returns the scenario.
func (f Fan) Shown() []plot.Subject { return []plot.Subject{f.Subject} }

// Span returns its horizon.
func (f Fan) Span() (from, through unit.Month) {
	return f.Subject.Scenario.FirstMonth(), f.Subject.Scenario.LastMonth()
}

// edges are the percentiles that a fan is drawn of, from the bottom up.
var edges = [5]float64{5, 25, 50, 75, 95}

const median = 2

// Check reports a run without the percentiles of a fan.
func (f Fan) Check() error {
	for _, percent := range edges {
		if !has(f.Result.Percents, percent) {
			return errors.New("nothing to draw: the run has no percentiles 5, 25, 50, 75 and 95")
		}
	}
	if len(f.Result.Quarters) == 0 {
		return errors.New("nothing to draw: the run has no quarters")
	}
	return nil
}

func has(list []float64, percent float64) bool {
	for _, v := range list {
		if v == percent {
			return true
		}
	}
	return false
}

// A vertex is a point of a line: a time in months since the year 0, and an amount.
type vertex struct{ t, v float64 }

// Draw draws the bands, the lines and the cap.
func (f Fan) Draw(d *plot.Drawing, _ []layout.Palette) {
	top := float64(d.Options.Top)
	if top == 0 {
		top = f.top(d.Options.Axis)
	}
	room := d.Heading()
	room.Top = f.key(&d.Page, room)
	d.Axes(room, top)
	var lines [len(edges)][]paint.Spot
	for i, percent := range edges {
		lines[i] = f.line(&d.Page, func(q *simulate.Quarter) float64 { return float64(q.Percentiles[f.at(percent)]) })
	}
	wide, near := alphas(&d.Page)
	band(&d.Page, wide, lines[0], lines[4])
	band(&d.Page, near, lines[1], lines[3])
	f.limits(&d.Page)
	d.Baseline()
	u, ink := d.Unit, onBands(&d.Page)
	for _, edge := range [2][]paint.Spot{lines[0], lines[4]} {
		d.Line(layout.Readable(d.Colors.Line, d.Colors.Under), widthEdge*u, nil, edge...)
	}
	d.Line(ink, layout.WidthDue*u, d.Dashes(layout.DashDue), f.projected(&d.Page)...)
	if f.Mean {
		d.Line(d.Colors.Text, layout.WidthDue*u, d.Dashes(dashMean), f.line(&d.Page, func(q *simulate.Quarter) float64 { return float64(q.Mean) })...)
	}
	if f.Path != nil {
		d.Line(d.Colors.Text, 1.2*u, nil, f.path(&d.Page)...)
	}
	d.Line(ink, layout.WidthLine*u, nil, lines[median]...)
	share := f.Subject.Scenario.Terms.Share
	if share.Capped && float64(share.Cap) <= top {
		d.Marks.Capped, d.Marks.CapY = true, d.Frame.Y(share.Cap)
		d.Rule(d.Marks.CapY, lines[median])
		f.labelCap(d)
	}
	d.Avoid(lines[median])
	d.DrawGrid()
	d.Frames.Panels = []plot.Panel{{Frame: plot.Frame{Frame: d.Frame, Marks: d.Marks}, Box: d.Box}}
}

const (
	capAlpha = 26 // of 255
	// widthEdge is that of the lines around the bands, which by themselves are too pale to be
	// told from the page by everybody.
	widthEdge = 0.8
)

// alphas returns how strong the bands are: stronger on a dark page, on which a pale
// color is hardly one.
func alphas(p *layout.Page) (wide, near uint8) {
	if layout.Luminance(p.Colors.Under) < 0.18 {
		return 56, 64
	}
	return 40, 80
}

// onBands returns the color of the line, made to be told from both bands one on the other.
func onBands(p *layout.Page) color.NRGBA {
	wide, near := alphas(p)
	return layout.Readable(p.Colors.Line, over(over(p.Colors.Under, p.Colors.Line, wide), p.Colors.Line, near))
}

// over returns what a color looks like with another on it, as strong as alpha says.
func over(under, on color.NRGBA, alpha uint8) color.NRGBA {
	blend := func(a, b uint8) uint8 { return uint8((int(a)*(255-int(alpha)) + int(b)*int(alpha) + 127) / 255) }
	return color.NRGBA{R: blend(under.R, on.R), G: blend(under.G, on.G), B: blend(under.B, on.B), A: 255}
}

var dashMean = []float64{7, 4}

// top returns how far the vertical axis goes.
func (f Fan) top(axis plot.Axis) float64 {
	share, most := f.Subject.Scenario.Terms.Share, 0.0
	for _, q := range f.Result.Quarters {
		most = math.Max(most, float64(q.Percentiles[f.at(95)]))
	}
	for _, m := range f.Subject.Projection.Months {
		most = math.Max(most, float64(m.Cumulative))
	}
	if share.Capped && axis != plot.AxisDue {
		most = math.Max(most, 1.2*float64(share.Cap))
	}
	if most < 1 {
		return 1e9
	}
	return 1.06 * most
}

func (f Fan) at(percent float64) int {
	for i, v := range f.Result.Percents {
		if v == percent {
			return i
		}
	}
	return 0
}

// line returns the visible part of a line through the ends of quarters.
func (f Fan) line(p *layout.Page, of func(*simulate.Quarter) float64) []paint.Spot {
	s := f.Subject.Scenario
	line := []vertex{{float64(s.FirstMonth()), float64(s.Terms.Share.AlreadyPaid)}}
	for i := range f.Result.Quarters {
		q := &f.Result.Quarters[i]
		line = append(line, vertex{float64(q.First + 3), of(q)})
	}
	return spots(p, line)
}

// projected returns the projection's own line.
func (f Fan) projected(p *layout.Page) []paint.Spot {
	s := f.Subject.Scenario
	line := []vertex{{float64(s.FirstMonth()), float64(s.Terms.Share.AlreadyPaid)}}
	for _, m := range f.Subject.Projection.Months {
		line = append(line, vertex{float64(m.From + 1), float64(m.Cumulative)})
	}
	return spots(p, line)
}

func (f Fan) path(p *layout.Page) []paint.Spot {
	i := -1
	return f.line(p, func(*simulate.Quarter) float64 {
		i++
		return float64(f.Path.Counted[i])
	})
}

// spots returns the part of a line within the months shown in pixels; what lies above
// the plot runs along its upper end.
func spots(p *layout.Page, line []vertex) []paint.Spot {
	from, through := float64(p.Frame.From), float64(p.Frame.Through+1)
	var out []paint.Spot
	put := func(t, v float64) {
		out = append(out, paint.XY(p.Frame.XAt(t), math.Max(p.Frame.Plot.Top, p.Frame.Y(unit.Amount(v)))))
	}
	for i, at := range line {
		if i > 0 {
			before := line[i-1]
			for _, end := range [2]float64{from, through} {
				if before.t < end && end < at.t {
					put(end, before.v+(at.v-before.v)*(end-before.t)/(at.t-before.t))
				}
			}
		}
		if at.t >= from && at.t <= through {
			put(at.t, at.v)
		}
	}
	return out
}

// band fills what lies between two lines of as many points.
func band(p *layout.Page, alpha uint8, low, high []paint.Spot) {
	area := append([]paint.Spot(nil), high...)
	for i := len(low) - 1; i >= 0; i-- {
		area = append(area, low[i])
	}
	if len(area) > 2 {
		p.Area(layout.WithAlpha(p.Colors.Line, alpha), area...)
	}
}

// limits shades where the cap may lie.
func (f Fan) limits(p *layout.Page) {
	u := f.Subject.Scenario.Uncertainty
	if !f.Subject.Scenario.Terms.Share.Capped || u == nil || u.CapRange == nil || u.CapRange.Low >= p.Frame.Top {
		return
	}
	plot := p.Frame.Plot
	top := math.Max(plot.Top, p.Frame.Y(u.CapRange.High))
	p.Fill(layout.WithAlpha(p.Colors.Strong, capAlpha), layout.NewRect(plot.Left, top, plot.Right, p.Frame.Y(u.CapRange.Low)))
}

// spread reports whether paths differ at all.
func (f Fan) spread() bool {
	for _, q := range f.Result.Quarters {
		if q.Percentiles[f.at(edges[0])] != q.Percentiles[f.at(edges[4])] {
			return true
		}
	}
	return false
}

func (f Fan) labelCap(d *plot.Drawing) {
	s, u, plot := f.Subject.Scenario, d.Unit, d.Frame.Plot
	words := "Cap " + d.Amount(float64(s.Terms.Share.Cap))
	lb := layout.Label{Bodies: []string{words}, Size: layout.SizeText, Bold: true, Color: d.Colors.Text}
	if un := s.Uncertainty; un != nil && un.CapRange != nil && un.CapRange.Low < un.CapRange.High {
		lb.Bodies = []string{words + ", " + d.Amount(float64(un.CapRange.Low)) + " to " + d.Amount(float64(un.CapRange.High)), words}
	}
	rise := layout.TextRise * d.TextSize()
	for _, y := range []float64{d.Marks.CapY - 7*u, d.Marks.CapY + 7*u + rise} {
		lb.Places = append(lb.Places, layout.At(plot.Left+8*u, y, 0), layout.At((plot.Left+plot.Right)/2, y, 0.5), layout.At(plot.Right-6*u, y, 1))
	}
	d.Settle(lb)
}

// key says what is what above the plot, and returns where the room below it begins.
func (f Fan) key(p *layout.Page, room layout.Rect) float64 {
	u := p.Unit
	baseline := room.Top + layout.TextRise*p.TextSize()
	x := room.Left
	wideAlpha, nearAlpha := alphas(p)
	spread := f.spread()
	entries := []struct {
		words string
		alpha uint8
		line  float64
		dash  []float64
		color color.NRGBA
	}{
		{"5 to 95%", wideAlpha, 0, nil, p.Colors.Line},
		{"25 to 75%", wideAlpha + nearAlpha, 0, nil, p.Colors.Line},
		{"median", 0, layout.WidthLine, nil, onBands(p)},
		{"projection", 0, layout.WidthDue, layout.DashDue, onBands(p)},
		{"mean", 0, layout.WidthDue, dashMean, p.Colors.Text},
		{"one path", 0, 1.2, nil, p.Colors.Text},
	}
	for _, e := range entries {
		if e.words == "mean" && !f.Mean || e.words == "one path" && f.Path == nil || e.alpha > 0 && !spread {
			continue
		}
		side := 14 * u
		wide := side + 6*u + p.Width(e.words, layout.SizeText, false)
		if x+wide > room.Right {
			break
		}
		middle := baseline - 4*u
		if e.alpha > 0 {
			p.Fill(layout.WithAlpha(e.color, e.alpha), layout.NewRect(x, baseline-9*u, x+side, baseline+u))
		} else {
			p.Line(e.color, e.line*u, p.Dashes(e.dash), paint.XY(x, middle), paint.XY(x+side, middle))
		}
		p.Put(e.words, layout.At(x+side+6*u, baseline, 0), layout.SizeText, false, p.Colors.Muted)
		x += wide + 18*u
	}
	return room.Top + p.TextSize()*(layout.TextRise+layout.TextFall) + 8*u
}
