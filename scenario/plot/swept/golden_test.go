package swept_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/swept"
	"headroom/scenario/preset"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

var renew = flag.Bool("renew", false, "write the pictures of testdata again instead of comparing with them")

// planned is the plan of February without actuals or a range of the cap.
func planned(tb testing.TB) (plot.Subject, *scenario.Prepared) {
	tb.Helper()
	w := preset.Default()
	s := w.Scenarios[w.Find("february-2026")]
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	s.Outlook.Streams[0].Actuals, s.Uncertainty, s.Sources = nil, nil, nil
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatal(err)
	}
	projection, err := scenario.Project(s)
	if err != nil {
		tb.Fatal(err)
	}
	return plot.Subject{Scenario: s, Projection: projection}, p
}

func tornadoOf(tb testing.TB, r solve.Result) swept.Tornado {
	tb.Helper()
	of, p := planned(tb)
	t, err := sweep.NewTornado(p, r, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return swept.Tornado{Subject: of, Tornado: t}
}

func mapOf(tb testing.TB, r solve.Result, steps int, high float64) swept.Map {
	tb.Helper()
	of, p := planned(tb)
	x, err := sweep.NewAxis(of.Scenario, scenario.InputCap, sweep.Span{Low: 20e9, High: high}, steps)
	if err != nil {
		tb.Fatal(err)
	}
	y, err := sweep.NewAxis(of.Scenario, scenario.InputGrowthShift, sweep.Span{Low: -0.3, High: 0.3}, steps)
	if err != nil {
		tb.Fatal(err)
	}
	g, err := sweep.NewGrid(p, x, y, r, 2)
	if err != nil {
		tb.Fatal(err)
	}
	return swept.Map{Subject: of, Grid: g}
}

func safeOf(tb testing.TB) swept.Safe {
	tb.Helper()
	of, p := planned(tb)
	ranges, err := sweep.SafeRanges(p, []sweep.Statement{sweep.ReachedInYear(of.Scenario, &of.Projection.Total)}, 2)
	if err != nil {
		tb.Fatal(err)
	}
	return swept.Safe{Subject: of, Ranges: ranges[0]}
}

func stripOf(tb testing.TB) swept.Strip {
	tb.Helper()
	of, p := planned(tb)
	target := solve.On(unit.Date{Month: unit.NewMonth(2029, 12), Day: 31})
	answer, err := solve.Find(p, solve.GrowthShift, solve.CapReached, target)
	if err != nil {
		tb.Fatal(err)
	}
	c := swept.Strip{Subject: of, Input: solve.GrowthShift, Result: solve.CapReached, Target: target, Answers: answer.Intervals, Chosen: answer.Value}
	v := p.Variant()
	for _, x := range sweep.Steps(c.Input, sweep.Span{Low: -0.6, High: 0.4}, 101) {
		if err := v.Set(c.Input, x); err != nil {
			tb.Fatal(err)
		}
		total, err := v.Total()
		if err != nil {
			tb.Fatal(err)
		}
		c.Points = append(c.Points, sweep.Point{X: x, Value: c.Result.Of(&total)})
	}
	return c
}

func evensOf(tb testing.TB, years int) swept.Evens {
	tb.Helper()
	of, _ := planned(tb)
	s := of.Scenario
	st := &s.Outlook.Streams[0]
	st.Actuals = scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 5.7e9}}
	for year := s.LastYear + 1; year < s.FirstYear+years; year++ {
		for i := range s.Outlook.Streams {
			s.Outlook.Streams[i].Growth = s.Outlook.Streams[i].Growth.With(year, 0.1)
		}
	}
	s.LastYear = s.FirstYear + years - 1
	s.Terms.Share.Through = s.LastMonth()
	p, err := scenario.Prepare(s)
	if err != nil {
		tb.Fatal(err)
	}
	rows, err := sweep.BreakEvens(p)
	if err != nil {
		tb.Fatal(err)
	}
	projection, err := scenario.Project(s)
	if err != nil {
		tb.Fatal(err)
	}
	return swept.Evens{Subject: plot.Subject{Scenario: s, Projection: projection}, Years: rows}
}

func TestPictures(t *testing.T) {
	spider := tornadoOf(t, solve.CapReached)
	spider.Spider = true
	for name, p := range map[string]struct {
		chart  plot.Chart
		theme  plot.Theme
		width  int
		height int
		scale  float64
	}{
		"tornado":           {tornadoOf(t, solve.CapReached), plot.ThemeLight, 620, 420, 1},
		"tornado-dark":      {tornadoOf(t, solve.Forgone), plot.ThemeDark, 520, 380, 2},
		"tornado-tiny":      {tornadoOf(t, solve.CapReached), plot.ThemeLight, 160, 90, 1},
		"spider":            {spider, plot.ThemeLight, 620, 420, 1},
		"map":               {mapOf(t, solve.CapReached, 7, 56e9), plot.ThemeLight, 620, 420, 1},
		"map-dark":          {mapOf(t, solve.Paid, 7, 160e9), plot.ThemeDark, 520, 380, 2},
		"map-fine":          {mapOf(t, solve.CapReached, 101, 160e9), plot.ThemeLight, 620, 420, 1},
		"map-fine-dark":     {mapOf(t, solve.Forgone, 61, 160e9), plot.ThemeDark, 620, 420, 1},
		"map-never":         {mapOf(t, solve.CapReached, 9, 200e9), plot.ThemeTransparent, 620, 420, 1},
		"range":             {safeOf(t), plot.ThemeLight, 620, 420, 1},
		"range-dark":        {safeOf(t), plot.ThemeDark, 520, 380, 2},
		"break-even":        {evensOf(t, 5), plot.ThemeLight, 960, 540, 1},
		"break-even-dark":   {evensOf(t, 5), plot.ThemeDark, 420, 300, 2},
		"break-even-years":  {evensOf(t, 24), plot.ThemeLight, 620, 620, 1},
		"strip":             {stripOf(t), plot.ThemeLight, 620, 180, 1},
		"strip-transparent": {stripOf(t), plot.ThemeTransparentDark, 520, 150, 2},
	} {
		t.Run(name, func(t *testing.T) {
			pic := plot.Picture{Options: plot.Options{Width: p.width, Height: p.height, Scale: p.scale, Theme: p.theme}, Chart: p.chart}
			data, err := pic.PNG()
			if err != nil {
				t.Fatal(err)
			}
			if boxes, err := pic.Lacking(); err != nil || len(boxes) > 0 {
				t.Errorf("it shows boxes for %q, %v", boxes, err)
			}
			held(t, name, data)
		})
	}
}

// held holds a picture to the one that was looked at: in no tile of 32 pixels may more
// than an eighth of a pixel's ink differ on the average of a row.
func held(t *testing.T, name string, data []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *renew {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -renew writes it", err)
	}
	got, want := decoded(t, data), decoded(t, file)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("it is %v, it was %v", got.Bounds(), want.Bounds())
	}
	const side = 32
	for y := 0; y < got.Bounds().Dy(); y += side {
		for x := 0; x < got.Bounds().Dx(); x += side {
			if ink := differs(got, want, image.Rect(x, y, x+side, y+side).Intersect(got.Bounds())); ink > 4 {
				path := filepath.Join(t.ArtifactDir(), name+".png")
				_ = os.WriteFile(path, data, 0o600)
				t.Fatalf("%.1f pixels of ink differ at %d,%d: see %s; if the change is meant, go test -renew", ink, x, y, path)
			}
		}
	}
}

func decoded(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// differs returns by how many pixels of full contrast a part of two pictures differs.
func differs(a, b image.Image, part image.Rectangle) (ink float64) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r, g, b1, a1 := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			most := 0.0
			for _, pair := range [][2]uint32{{r, r2}, {g, g2}, {b1, b2}, {a1, a2}} {
				most = math.Max(most, math.Abs(float64(pair[0])-float64(pair[1])))
			}
			ink += most / 0xffff
		}
	}
	return ink
}
