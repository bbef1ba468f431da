package plot

import (
	"strconv"
	"testing"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"headroom/assets"
	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// The benchmarks draw the default kind of picture at 900 by 520. BenchmarkStock
// draws the same chart as go-chart does by itself: same lines, ticks, labels and
// size.

func BenchmarkDraw(b *testing.B) {
	for _, scale := range []float64{1, 2} {
		b.Run(scaleName(scale), func(b *testing.B) {
			s, o := pressSubject(b), Options{Width: 900, Height: 520, Scale: scale}
			p := NewPainter()
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := paintOne(p, s, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDrawActual draws a picture that tells actual and forecast apart, with the
// plan beside.
func BenchmarkDrawActual(b *testing.B) {
	s, o := project(b, knowing(press(), scenario.Rescale, halfOf2026)), Options{Width: 900, Height: 520}
	p := NewPainter()
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := paintOne(p, s, o); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDrag draws a picture whose cap and labels are new every time.
func BenchmarkDrag(b *testing.B) {
	s, o := pressSubject(b), Options{Width: 900, Height: 520, Scale: 2, Top: 50e9}
	p := NewPainter()
	var subjects []Subject
	for i := range 200 {
		sc := s.Scenario
		sc.Terms.Share.Cap = unit.Amount(20e9 + 0.1e9*float64(i))
		subjects = append(subjects, project(b, sc))
	}
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := paintOne(p, subjects[i%len(subjects)], o); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkPNG(b *testing.B) {
	s, o := pressSubject(b), Options{Width: 1600, Height: 900}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pngOf(s, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	s, o := pressSubject(b), Options{Width: 900, Height: 520}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := svgOf(s, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStock(b *testing.B) {
	for _, scale := range []float64{1, 2} {
		b.Run(scaleName(scale), func(b *testing.B) {
			s := pressSubject(b)
			face, err := truetype.Parse(assets.FontRegular)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				c := stockChart(s, scale)
				c.Font = face
				if err := c.Render(chart.PNG, &chart.ImageWriter{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func scaleName(scale float64) string {
	if scale == 1 {
		return "scale1"
	}
	return "scale2"
}

// stockChart is the cumulative picture as one builds it from go-chart's own
// parts. It is drawn to an image, without PNG.
func stockChart(s Subject, scale float64) chart.Chart {
	colors, _ := newPalette(ThemeLight, defaultColor)
	share := s.Scenario.Terms.Share
	var t track
	t.fill(s)
	first, last := float64(s.Scenario.FirstMonth()), float64(s.Scenario.LastMonth()+1)
	series := func(line []vertex, style chart.Style) chart.ContinuousSeries {
		out := chart.ContinuousSeries{Style: style, YAxis: chart.YAxisPrimary}
		for _, v := range line {
			out.XValues, out.YValues = append(out.XValues, v.t), append(out.YValues, v.v)
		}
		return out
	}
	top := 1.3 * float64(share.Cap)
	text := chart.Style{FontSize: layout.SizeText, FontColor: drawing.Color(colors.Muted), StrokeColor: drawing.Color(colors.Axis), StrokeWidth: scale}
	grid := chart.Style{StrokeColor: drawing.Color(colors.Grid), StrokeWidth: scale}
	line := func(width float64, fill drawing.Color, dash ...float64) chart.Style {
		for i := range dash {
			dash[i] *= scale
		}
		return chart.Style{StrokeColor: drawing.Color(colors.Line), StrokeWidth: width * scale, StrokeDashArray: dash, FillColor: fill}
	}
	c := chart.Chart{
		Width: int(900 * scale), Height: int(520 * scale), DPI: 72 * scale,
		XAxis: chart.XAxis{
			Style: text, GridMajorStyle: chart.Hidden(), GridMinorStyle: chart.Hidden(),
			Range: &chart.ContinuousRange{Min: first, Max: last},
		},
		YAxis: chart.YAxis{
			AxisType: chart.YAxisSecondary, Style: text, GridMajorStyle: grid, GridMinorStyle: grid,
			Range: &chart.ContinuousRange{Max: top},
		},
		YAxisSecondary: chart.HideYAxis(),
	}
	// Empty labels break go-chart's layout, so all ticks have one.
	for y := s.Scenario.FirstYear; y <= s.Scenario.LastYear+1; y++ {
		c.XAxis.Ticks = append(c.XAxis.Ticks, chart.Tick{Value: float64(unit.NewMonth(y, 1)), Label: strconv.Itoa(y)})
	}
	for v := 0.0; v < top; v += 10e9 {
		c.YAxis.Ticks = append(c.YAxis.Ticks, chart.Tick{Value: v, Label: unit.Amount(v).Headline()})
	}
	c.YAxis.Ticks = append(c.YAxis.Ticks, chart.Tick{Value: top, Label: unit.Amount(top).Headline()})
	dots := chart.Style{StrokeWidth: chart.Disabled, DotColor: drawing.Color(colors.Line), DotWidth: layout.RadiusDot * scale}
	var ends []vertex
	for _, end := range t.ends[:3] {
		ends = append(ends, end.vertex)
	}
	capLine := line(layout.WidthCap, drawing.ColorTransparent, 8, 5)
	capLine.StrokeColor = drawing.Color(colors.Strong)
	uncapped := clip(nil, t.uncapped, first, last, top)
	c.Series = []chart.Series{
		series(t.counted, line(layout.WidthLine, drawing.Color(colors.Tint))),
		series(uncapped, line(layout.WidthDue, drawing.ColorTransparent, 2, 3.5)),
		series([]vertex{{first, float64(share.Cap)}, {last, float64(share.Cap)}}, capLine),
		series([]vertex{t.reached, {t.reached.t, 0}}, line(1.2, drawing.ColorTransparent, 2, 3)),
		series(ends, dots),
	}
	words := func(body string, v vertex) chart.Renderable {
		return func(r chart.Renderer, box chart.Box, defaults chart.Style) {
			x := float64(box.Left) + (v.t-first)/(last-first)*float64(box.Width())
			y := float64(box.Bottom) - v.v/top*float64(box.Height())
			style := chart.Style{FontSize: layout.SizeText, FontColor: drawing.Color(colors.Text), Font: defaults.Font}
			chart.Draw.Text(r, body, int(x), int(y), style)
		}
	}
	c.Elements = []chart.Renderable{
		words("Cap "+share.Cap.Headline(), vertex{first, float64(share.Cap)}),
		words("Cap reached "+s.Projection.Total.Reached.Date.Medium(), t.reached),
		words("without the cap: $134.6B by 2030", uncapped[len(uncapped)-1]),
	}
	return c
}
