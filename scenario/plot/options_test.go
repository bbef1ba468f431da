package plot

import (
	"image"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

func TestOptionsOutOfRangeAreErrors(t *testing.T) {
	size := func(w, h int, scale float64) Options { return Options{Width: w, Height: h, Scale: scale} }
	for _, c := range []struct {
		name string
		o    Options
		want string // within the error; empty for none
	}{
		{"the least", size(1, 1, 0), ""},
		{"no width", size(0, 100, 1), "size of the picture"},
		{"no height", size(100, 0, 1), "size of the picture"},
		{"negative", size(-5, 100, 1), "size of the picture"},
		{"the widest", size(16384, 10, 1), ""},
		{"wider", size(16385, 10, 1), "size of the picture"},
		{"higher", size(10, 16385, 1), "size of the picture"},
		{"more pixels than there may be", size(8193, 4096, 1), "33 million"},
		{"more pixels by scale", size(4097, 2048, 2), "33 million"},
		{"the largest zoom", Options{Width: 9, Height: 9, Zoom: 16}, ""},
		{"a larger zoom", Options{Width: 9, Height: 9, Zoom: 16.01}, "zoom"},
		{"a zoom that is no number", Options{Width: 9, Height: 9, Zoom: math.NaN()}, "zoom"},
		{"negative scale", size(10, 10, -1), "scale"},
		{"no scale at all", size(10, 10, math.NaN()), "scale"},
		{"endless scale", size(10, 10, math.Inf(1)), "scale"},
		{"the largest scale", size(10, 10, 16), ""},
		{"a larger scale", size(10, 10, 16.01), "scale"},
		{"a scale that leaves one pixel", size(10, 10, 0.001), ""},
		{"pixels that fit", Options{Width: 100, Height: 50, Scale: 1.25, Pixels: image.Pt(126, 62)}, ""},
		{"pixels that do not fit", Options{Width: 100, Height: 50, Scale: 1.25, Pixels: image.Pt(128, 62)}, "pixels"},
		{"no pixels", Options{Width: 1, Height: 1, Pixels: image.Pt(0, 1)}, "pixels"},
		{"unknown theme", Options{Width: 9, Height: 9, Theme: "pink"}, `"pink"`},
		{"unknown axis", Options{Width: 9, Height: 9, Axis: "up"}, `"up"`},
		{"a negative top", Options{Width: 9, Height: 9, Top: -1}, "vertical axis"},
		{"an endless top", Options{Width: 9, Height: 9, Top: unit.Amount(math.Inf(1))}, "vertical axis"},
		{"a top that is no number", Options{Width: 9, Height: 9, Top: unit.Amount(math.NaN())}, "vertical axis"},
		{"a top next to nothing", Options{Width: 9, Height: 9, Top: 1e-300}, "vertical axis"},
		{"the end before the beginning", Options{Width: 9, Height: 9, From: unit.NewMonth(2029, 1), Through: unit.NewMonth(2028, 12)}, "after"},
		{"all years there are", Options{Width: 9, Height: 9, From: unit.FirstMonth, Through: unit.LastMonth}, ""},
		{"more years than there are", Options{Width: 9, Height: 9, From: unit.FirstMonth, Through: unit.LastMonth + 1}, "years"},
	} {
		_, _, err := paintOne(NewPainter(), pressSubject(t), c.o)
		if (err != nil) != (c.want != "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

func TestTheMostPixelsAreStillAPicture(t *testing.T) {
	if _, err := (&Drawing{}).present(Picture{Options: Options{Width: 4096, Height: 2048, Scale: 2}, Chart: Cumulative{pressSubject(t)}}); err != nil {
		t.Error(err)
	}
}

func TestSubjectsThatCannotBeDrawnAreErrors(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Subject)
		want   string
	}{
		{"no months", func(s *Subject) { s.Projection.Months = nil }, "no months"},
		{"an amount that is no number", func(s *Subject) { s.Projection.Months[7].Due = unit.Amount(math.NaN()) }, "2026-08"},
		{"an endless amount", func(s *Subject) { s.Projection.Months[7].Cumulative = unit.Amount(math.Inf(1)) }, "2026-08"},
		{"a negative amount", func(s *Subject) { s.Projection.Months[7].Paid = -0.01 }, "2026-08"},
		{"a month left out", func(s *Subject) { s.Projection.Months = append(s.Projection.Months[:5:5], s.Projection.Months[6:]...) }, "month 6"},
		{"quarters for months", func(s *Subject) { s.Projection.Months = s.Projection.Quarters }, "month 1"},
		{"an endless cap", func(s *Subject) { s.Scenario.Terms.Share.Cap = unit.Amount(math.Inf(1)) }, "cap"},
		{"a negative amount counted before", func(s *Subject) { s.Scenario.Terms.Share.AlreadyPaid = -1 }, "before"},
		{"a color that is none", func(s *Subject) { s.Color = "blue" }, "#RRGGBB"},
		{"a color of the scenario that is none", func(s *Subject) { s.Scenario.Color = "#12345" }, "#RRGGBB"},
	} {
		s, o := pressSubject(t), Options{Width: 400, Height: 300}
		c.change(&s)
		_, f, err := paintOne(NewPainter(), s, o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
		if f.Points != nil || f.Plot != (layout.Rect{}) {
			t.Errorf("%s: a frame comes with the error", c.name)
		}
		if _, err := pngOf(s, o); err == nil {
			t.Errorf("%s: no error from PNG", c.name)
		}
		if data, err := svgOf(s, o); err == nil || data != nil {
			t.Errorf("%s: no error from SVG", c.name)
		}
	}
}

// Whatever the projection and the options, a picture is drawn or refused, and a
// frame that is drawn holds only numbers.
func TestRandomPicturesNeverPanic(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	pick := func(values ...float64) float64 { return values[dice.IntN(len(values))] }
	rounds := 600
	if testing.Short() {
		rounds = 60
	}
	painter := NewPainter()
	for i := range rounds {
		s := with(press(), func(share *scenario.Share) {
			share.Capped = dice.IntN(4) > 0
			share.Cap = unit.Amount(pick(0, 0.001, 5, 1e6, 38e9, 150e9, 1e15))
			share.AlreadyPaid = unit.Amount(pick(0, 0, 0, 1, 30e9, 1e15))
			share.From = unit.NewMonth(2026, 1) + unit.Month(dice.IntN(70))
			share.CapFrom = share.From + unit.Month(dice.IntN(20))
			share.Through = share.CapFrom + unit.Month(dice.IntN(60))
		})
		s.Outlook.Streams[0].Base = unit.Amount(pick(0, 1e-9, 0.01, 13, 13e9, 1e15))
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		o := Options{
			Width: 1 + dice.IntN(500), Height: 1 + dice.IntN(400), Scale: pick(0, 0.3, 1, 1.5, 2),
			Theme: Themes()[dice.IntN(len(Themes()))],
			Axis:  []Axis{AxisCap, AxisDue}[dice.IntN(2)],
			Top:   unit.Amount(pick(0, 0, 1e-6, 7, 38e9, 1e299)),
			Title: "A title", Source: "A source",
		}
		if dice.IntN(2) == 0 {
			o.From = unit.NewMonth(2020, 1) + unit.Month(dice.IntN(150))
			o.Through = o.From + unit.Month(dice.IntN(150))
		}
		subject := Subject{Scenario: s, Projection: p}
		chart := []Chart{Cumulative{subject}, Years{subject}}[dice.IntN(2)]
		_, f, err := paintOne(painter, chart, o)
		if err != nil {
			t.Fatalf("round %d: %v", i, err)
		}
		for _, v := range []float64{f.Plot.Left, f.Plot.Top, f.Plot.Right, f.Plot.Bottom, float64(f.Top), f.CapY, f.ReachedX, f.ReachedY} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("round %d: %+v", i, f)
			}
		}
		if _, err := svgOf(chart, o); err != nil {
			t.Fatalf("round %d: %v", i, err)
		}
	}
}
