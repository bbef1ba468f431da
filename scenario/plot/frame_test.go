package plot

import (
	"math"
	"testing"

	"headroom/scenario/unit"
)

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestFrameMapsPixelsAndBack(t *testing.T) {
	for _, smp := range samples() {
		for _, o := range []Options{
			{Width: 900, Height: 520},
			{Width: 240, Height: 160, Axis: AxisDue, Title: "A title", Source: "A source"},
			{Width: 451, Height: 333, Scale: 1.5},
			{Width: 600, Height: 400, Top: 17e9, From: unit.NewMonth(2025, 3), Through: unit.NewMonth(2028, 10)},
			{Width: 20, Height: 10},
		} {
			var chart Chart = Cumulative{project(t, smp.s)}
			if o.Scale > 0 {
				chart = Years{project(t, smp.s)}
			}
			f := frameOf(t, chart, o)
			for m := f.From; m <= f.Through; m++ {
				x := f.X(m, 0.5)
				if got, ok := f.MonthAt(x); !ok || got != m {
					t.Fatalf("%s: the middle of %s is at x %v, which is %s, %v", smp.name, m, x, got, ok)
				}
				if got, want := f.TimeAt(x), (float64(m)+0.5)/12; !near(got, want, 1e-9) {
					t.Fatalf("%s: time at %v is %v, want %v", smp.name, x, got, want)
				}
			}
			for _, part := range []float64{0, 0.25, 1} {
				a := unit.Amount(part) * f.Top
				if got := f.AmountAt(f.Y(a)); !near(float64(got), float64(a), 1e-9*float64(f.Top)) {
					t.Errorf("%s: %v comes back from its pixel as %v", smp.name, a, got)
				}
			}
		}
	}
}

func TestFrameEdges(t *testing.T) {
	f := frameOf(t, pressSubject(t), Options{Width: 900, Height: 520})
	if f.From != unit.NewMonth(2026, 1) || f.Through != unit.NewMonth(2030, 12) || !near(float64(f.Top), 1.3*38e9, 1) {
		t.Errorf("the frame goes from %s to %s and to %v", f.From, f.Through, f.Top)
	}
	if f.X(f.From, 0) != f.Plot.Left || f.X(f.Through, 1) != f.Plot.Right || f.Y(0) != f.Plot.Bottom || !near(f.Y(f.Top), f.Plot.Top, 1e-9) {
		t.Errorf("the edges of the data are not those of the plot %+v", f.Plot)
	}
	for _, c := range []struct {
		x    float64
		want unit.Month
		ok   bool
	}{
		{f.Plot.Left, f.From, true},
		{f.Plot.Left - 0.01, 0, false},
		{f.Plot.Right, f.Through, true},
		{f.Plot.Right + 0.01, 0, false},
		{math.NaN(), 0, false},
	} {
		if got, ok := f.MonthAt(c.x); got != c.want || ok != c.ok {
			t.Errorf("the month at %v is %s, %v; want %s, %v", c.x, got, ok, c.want, c.ok)
		}
	}
	if f.AmountAt(f.Plot.Bottom+1) >= 0 || f.AmountAt(f.Plot.Top-1) <= f.Top {
		t.Error("amounts do not go on outside the plot")
	}
}

// The cumulative share before the cap in the worked case is 6.0, 18.4, 41.0,
// 77.8 and 134.6 billion at the ends of the years.
func TestFramePoints(t *testing.T) {
	ends := []float64{6, 18.4, 41, 77.8, 134.6}
	for _, c := range []struct {
		name  string
		o     Options
		years int
	}{
		{"to 1.3 times the cap", Options{}, 3},
		{"to everything due", Options{Axis: AxisDue}, 5},
		{"just up to the third year's", Options{Top: 41.0000001e9}, 3},
		{"just below the third year's", Options{Top: 40.9999e9}, 2},
	} {
		c.o.Width, c.o.Height = 900, 520
		f := frameOf(t, pressSubject(t), c.o)
		if len(f.Points) != c.years {
			t.Fatalf("%s: %d points, want %d", c.name, len(f.Points), c.years)
		}
		for i, p := range f.Points {
			if p.Year != 2026+i || !near(float64(p.Value), ends[i]*1e9, 1) {
				t.Errorf("%s: point %d is %d at %v", c.name, i, p.Year, p.Value)
			}
			if !near(p.X, f.X(unit.NewMonth(p.Year, 12), 1), 1e-9) || !near(p.Y, f.Y(p.Value), 1e-9) {
				t.Errorf("%s: the point of %d is at %v, %v", c.name, p.Year, p.X, p.Y)
			}
		}
	}
	if f := frameOf(t, Years{pressSubject(t)}, Options{Width: 900, Height: 520}); len(f.Points) != 0 {
		t.Errorf("bars have %d points", len(f.Points))
	}
}

func TestFrameCapAndReached(t *testing.T) {
	nov, o := unit.NewMonth(2028, 11), Options{Width: 900, Height: 520}
	f := frameOf(t, pressSubject(t), o)
	if !f.Capped || !near(f.CapY, f.Y(38e9), 1e-9) {
		t.Errorf("the cap line is at %v, %v", f.CapY, f.Capped)
	}
	// Nov 23 is the day that begins 22/30 into the month and ends 23/30.
	if !f.Reached || f.ReachedX < f.X(nov, 22.0/30) || f.ReachedX > f.X(nov, 23.0/30) || f.ReachedY != f.CapY {
		t.Errorf("the cap is reached at %v, %v; Nov 23 begins at %v", f.ReachedX, f.ReachedY, f.X(nov, 22.0/30))
	}
	for _, c := range []struct {
		name            string
		s               Subject
		o               Options
		capped, reached bool
	}{
		{"no cap", project(t, uncapped(press())), o, false, false},
		{"the axis ends just below the cap", pressSubject(t), Options{Width: 900, Height: 520, Top: 37.99e9}, false, false},
		{"the axis ends at the cap", pressSubject(t), Options{Width: 900, Height: 520, Top: 38e9}, true, true},
		{"not reached", project(t, flat(12.01e9)), o, true, false},
		{"reached before the horizon", project(t, samples()[8].s), o, true, false},
		{"the months shown end before", pressSubject(t), Options{Width: 900, Height: 520, Through: nov - 1}, true, false},
		{"the months shown end with it", pressSubject(t), Options{Width: 900, Height: 520, Through: nov}, true, true},
		{"the months shown begin after", pressSubject(t), Options{Width: 900, Height: 520, From: nov + 1}, true, false},
	} {
		f := frameOf(t, c.s, c.o)
		if f.Capped != c.capped || f.Reached != c.reached {
			t.Errorf("%s: cap line %v, reached %v; want %v, %v", c.name, f.Capped, f.Reached, c.capped, c.reached)
		}
	}
}
