package plot

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// knowing returns s whose first stream has actuals, in billions by period: "2026-Q1
// 5.7 2026-07 3.3".
func knowing(s scenario.Scenario, rule scenario.AfterActuals, actuals string) scenario.Scenario {
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	s.Outlook.AfterActuals = rule
	st := &s.Outlook.Streams[0]
	fields := strings.Fields(actuals)
	for i := 0; i < len(fields); i += 2 {
		period, err := unit.ParsePeriod(fields[i])
		if err != nil {
			panic(err)
		}
		billions := 0.0
		if _, err := fmt.Sscan(fields[i+1], &billions); err != nil {
			panic(err)
		}
		st.Actuals = st.Actuals.With(period, unit.Amount(billions*1e9))
	}
	return s
}

const halfOf2026 = "2026-Q1 5.7 2026-Q2 6.7"

// quarters returns actuals of so many quarters from 2026 on, all alike.
func quarters(n int, billions float64) string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%d-Q%d %v", 2026+i/4, i%4+1, billions))
	}
	return strings.Join(out, " ")
}

// knownSamples are subjects with actuals out of the ordinary.
func knownSamples() []sample {
	two := knowing(press(), "", halfOf2026)
	two.Outlook.Streams = append(two.Outlook.Streams, scenario.Stream{
		Name: "Hardware", Channel: scenario.ChannelDirect, Launch: 2028, Base: 4e9, Shared: 1,
		Growth: scenario.ByYear{{Year: 2029, Rate: 1}, {Year: 2030, Rate: 0.5}},
	})
	one := press()
	one.LastYear, one.Terms.Share.Cap = 2026, 3e9
	return []sample{
		{"two quarters", knowing(press(), "", halfOf2026)},
		{"at twice the plan", knowing(press(), scenario.Rescale, "2026-Q1 11 2026-Q2 14 2026-Q3 20")},
		{"at half the plan", knowing(press(), scenario.Rescale, "2026-Q1 3 2026-Q2 3.5")},
		{"at the pace", knowing(press(), scenario.HoldPace, halfOf2026+" 2026-07 2.6 2026-08 2.7")},
		{"nothing earned", knowing(press(), scenario.HoldPace, "2026-Q1 0 2026-Q2 0")},
		{"one month", knowing(press(), "", "2026-01 1.7")},
		{"months within a quarter", knowing(press(), "", "2026-01 1.7 2026-02 1.8")},
		{"all is actual", knowing(press(), "", quarters(20, 30))},
		{"the cap reached by actuals", knowing(press(), "", quarters(10, 30))},
		{"no cap, actual", knowing(uncapped(press()), scenario.Rescale, "2026-Q1 8")},
		{"counted before and actual", knowing(with(press(), func(s *scenario.Share) { s.AlreadyPaid = 36e9 }), "", halfOf2026)},
		{"more counted before, actual", knowing(with(press(), func(s *scenario.Share) { s.AlreadyPaid = 50e9 }), "", halfOf2026)},
		{"a year, half of it actual", knowing(one, "", halfOf2026)},
		{"fifty years, fifteen actual", knowing(long(900e9), scenario.Rescale, quarters(60, 30))},
		{"a stream that launches later", two},
	}
}

// strokes returns the lines of the subject's color and width, in their order.
func strokes(l *Drawing, width float64) []paint.Shape {
	var out []paint.Shape
	for _, sh := range l.Shapes {
		if sh.Stroke == l.Colors.Line && sh.Width == width*l.Unit && len(sh.Spots) > 1 && !sh.Closed {
			out = append(out, sh)
		}
	}
	return out
}

// What has happened is full, what is forecast below the cap dashed, what lies on the
// cap full again: each from where the one before ends, without a gap.
func TestWhatIsForecastIsDashed(t *testing.T) {
	for _, smp := range knownSamples() {
		s := project(t, smp.s)
		l := arranged(t, s, Options{Width: 900, Height: 500, Axis: AxisDue})
		f, last := l.Frames.Panels[0].Frame, s.Projection.ActualsThrough
		end := f.X(last, 1)
		reached := math.Inf(1)
		if f.Reached {
			reached = f.ReachedX
		}
		if s.Projection.Total.Reached.Before {
			reached = f.Plot.Left
		}
		x := f.Plot.Left
		for _, line := range strokes(l, layout.WidthLine) {
			from, to := line.Spots[0].X, line.Spots[len(line.Spots)-1].X
			if math.Abs(from-x) > 1e-6 {
				t.Errorf("%s: a line begins at %v where the one before ends at %v", smp.name, from, x)
			}
			x = to
			middle := (from + to) / 2
			if dashed := middle > end && middle < reached; dashed != (len(line.Dash) > 0) {
				t.Errorf("%s: from %v to %v the line has the dashes %v; actual to %v, on the cap from %v", smp.name, from, to, line.Dash, end, reached)
			}
		}
		if math.Abs(x-f.Plot.Right) > 1e-6 {
			t.Errorf("%s: the line ends at %v, not at %v", smp.name, x, f.Plot.Right)
		}
	}
}

// The dashes of a forecast are not those of the cap nor the dots of what is due: its
// strokes are longer than its gaps, and it is the thickest.
func TestTheDashesOfAForecastAreItsOwn(t *testing.T) {
	for _, dash := range append([][]float64{dashForecast}, forecastDashes[:]...) {
		for name, other := range map[string][]float64{"cap": layout.DashCap, "share before the cap": layout.DashDue, "drop": layout.DashDrop} {
			if slices.Equal(dash, other) {
				t.Errorf("%v are the dashes of the %s", dash, name)
			}
		}
		if dash[0] <= dash[1] {
			t.Errorf("%v: the gaps are no shorter than the strokes", dash)
		}
	}
	if layout.WidthLine < 1.3*layout.WidthCap || layout.WidthLine < 1.5*layout.WidthDue {
		t.Error("a forecast is hardly thicker than the lines of the cap and of what is due")
	}
}

func TestActualPointsSayWhichActualTheyStandFor(t *testing.T) {
	second := knowing(press(), "", "2026-Q1 5.7")
	second.Outlook.Streams = append(second.Outlook.Streams, second.Outlook.Streams[0])
	second.Outlook.Streams[1].Name, second.Outlook.Streams[0].Actuals = "Other", scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 2), Months: 1}, Amount: 2e9}}
	resale := knowing(press(), "", "2026-Q1 5.7 2026-Q2 6.7")
	resale.Outlook.Streams = append([]scenario.Stream{{Name: "Resale", Channel: scenario.ChannelAzure, Launch: 2026, Shared: 1, Base: 1e9, Growth: scenario.ByYear{{Year: 2027}, {Year: 2028}, {Year: 2029}, {Year: 2030}}}}, resale.Outlook.Streams...)
	resale.Outlook.Streams[0].Actuals = resale.Outlook.Streams[1].Actuals
	for _, c := range []struct {
		says   string
		s      scenario.Scenario
		points string // stream:period
		years  string // that can be grabbed
	}{
		{"quarters", knowing(press(), "", halfOf2026), "0:2026-Q1 0:2026-Q2", "2026 2027 2028"},
		{"months, the third of which ends a quarter", knowing(press(), "", "2026-01 1 2026-02 1 2026-03 1"), "0:2026-03", "2026 2027 2028"},
		{"a quarter and a month", knowing(press(), "", "2026-Q1 5.7 2026-04 2"), "0:2026-Q1 0:2026-04", "2026 2027 2028"},
		{"a gap, where the plan stands in", knowing(press(), "", "2026-Q2 6.7"), "0:2026-Q2", "2026 2027 2028"},
		{"a year, whose end cannot be grabbed", knowing(press(), "", quarters(4, 7)), "0:2026-Q1 0:2026-Q2 0:2026-Q3 0:2026-Q4", "2027 2028"},
		{"just short of a year", knowing(press(), "", quarters(3, 7)+" 2026-10 2 2026-11 2"), "0:2026-Q1 0:2026-Q2 0:2026-Q3 0:2026-11", "2026 2027 2028"},
		{"another stream that knows more", second, "0:2026-02", "2026 2027"},
		{"resale is not what counts", resale, "1:2026-Q1 1:2026-Q2", "2026 2027 2028"},
		{"nothing is known", press(), "", "2026 2027 2028"},
	} {
		f := frameOf(t, project(t, c.s), Options{Width: 900, Height: 500})
		var points, years []string
		for _, p := range f.Actuals {
			points = append(points, fmt.Sprintf("%d:%s", p.Stream, p.Period))
			if x := f.X(p.Period.Last(), 1); !near(p.X, x, 1e-6) || !near(p.Y, f.Y(p.Value), 1e-6) {
				t.Errorf("%s: %s is at %v, %v, not at %v, %v", c.says, p.Period, p.X, p.Y, x, f.Y(p.Value))
			}
		}
		for _, p := range f.Points {
			years = append(years, fmt.Sprint(p.Year))
		}
		if got := strings.Join(points, " "); got != c.points {
			t.Errorf("%s: the actual points are %q, want %q", c.says, got, c.points)
		}
		if got := strings.Join(years, " "); got != c.years {
			t.Errorf("%s: %q can be grabbed, want %q", c.says, got, c.years)
		}
	}
}

func TestWordsOfActuals(t *testing.T) {
	o := Options{Width: 830, Height: 400}
	known := project(t, knowing(press(), "", halfOf2026))
	more := knowing(press(), "", "2026-Q1 5.7 2026-Q2 6.7 2026-Q3 10.4")
	more.ID, more.Name = "more", "Three quarters"
	slow := project(t, knowing(press(), scenario.HoldPace, halfOf2026))
	both := []Subject{known, project(t, more)}
	half := func(o Options) Options { o.Width = 420; return o }
	for _, c := range []struct {
		says string
		what any
		o    Options
		want []string
		not  string // within no text
	}{
		{"two quarters", known, o, []string{"actual through Jun 2026"}, "plan"},
		{"a plan that is far off", slow, o, []string{"actual through Jun 2026", "plan"}, "forecast"},
		{"nothing is known", pressSubject(t), o, []string{"Cap $38.0B"}, "actual"},
		{"shown from later on", known, Options{Width: 830, Height: 400, From: unit.NewMonth(2026, 7)}, []string{"Cap $38.0B"}, "actual"},
		{"shown up to there", known, Options{Width: 830, Height: 400, Through: unit.NewMonth(2026, 6)}, []string{"actual through Jun 2026"}, "plan"},
		{"bars", Years{known}, o, []string{"Paid, actual through Jun 2026", "Paid, forecast", "Saved by the cap", "$6.0B", "$2.48B", "$3.52B"}, "Paid|"},
		{"bars in little room", Years{known}, half(o), []string{"Paid, actual", "Paid, forecast", "Saved by the cap"}, "through"},
		{"bars that are all actual", Years{project(t, knowing(press(), "", quarters(20, 30)))}, o, []string{"Paid, actual through Dec 2030", "Saved by the cap"}, "forecast"},
		{"bars of which nothing is known", Years{pressSubject(t)}, o, []string{"Paid"}, "actual"},
		{"bars of which nothing is known, beside others", Years{pressSubject(t)}, Options{Width: 830, Height: 400, Forecast: true}, []string{"Paid, forecast"}, "actual"},
		{"side by side", Compare{Subjects: both}, Options{Width: 1300, Height: 400}, []string{"actual through Jun 2026", "actual through Sep 2026"}, "forecast"},
		{"bars side by side", Compare{Subjects: both, Face: KindYears}, o, []string{"Paid, actual", "Paid, forecast"}, "through"},
		{"in one", Compare{Subjects: both, Layout: LayoutOverlay}, Options{Width: 1300, Height: 400}, []string{"counted toward the cap, actual", "forecast", "share before the cap", "February 2026 plan: actual through Jun 2026", "Three quarters: actual through Sep 2026"}, "Paid"},
		{"in one, of alike months", Compare{Subjects: []Subject{known, project(t, renamed(known.Scenario))}, Layout: LayoutOverlay}, Options{Width: 1300, Height: 400}, []string{"actual through Jun 2026"}, "plan: actual"},
		{"in one, in little room", Compare{Subjects: both, Layout: LayoutOverlay}, Options{Width: 420, Height: 330}, []string{"Jun 2026", "Sep 2026"}, "|actual|"},
		{"in one, without a cap", Compare{Subjects: []Subject{project(t, uncapped(known.Scenario)), project(t, uncapped(more))}, Layout: LayoutOverlay}, o, []string{"actual", "forecast"}, "cap"},
	} {
		got := bodies(arranged(t, c.what, c.o))
		for _, want := range c.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q is not among %q", c.says, want, got)
			}
		}
		if strings.Contains(strings.Join(got, "|")+"|", c.not) {
			t.Errorf("%s: %q is in %q", c.says, c.not, got)
		}
	}
}

func renamed(s scenario.Scenario) scenario.Scenario {
	s.ID, s.Name = "again", "Again"
	return s
}

// In a picture that tells actuals and forecast apart a scenario of which nothing is
// known is dashed too: what is full would be taken for actual.
func TestAScenarioWithoutActualsBesideOneIsAForecast(t *testing.T) {
	plain, known := pressSubject(t), project(t, knowing(flat(20e9), "", "2026-Q1 3"))
	plain.Color = "#D55E00"
	both, o := []Subject{plain, known}, Options{Width: 900, Height: 400}
	beside := o
	beside.Forecast = true
	for says, pic := range map[string]Picture{
		"side by side":  {Options: o, Chart: Compare{Subjects: both}},
		"in one":        {Options: o, Chart: Compare{Subjects: both, Layout: LayoutOverlay}},
		"beside others": {Options: beside, Chart: Cumulative{plain}},
	} {
		l := presented(t, pic)
		ink, _ := newPalette(ThemeLight, plain.Color)
		full := 0.0
		for _, sh := range l.Shapes {
			if sh.Stroke == ink.Line && sh.Width >= layout.WidthLine*l.Unit && len(sh.Spots) > 2 && sh.Dash == nil {
				full = math.Max(full, sh.Spots[0].Y-sh.Spots[len(sh.Spots)-1].Y)
			}
		}
		if full > 1 {
			t.Errorf("%s: a full line rises by %v pixels", says, full)
		}
	}
}

// The line of the plan is drawn from where it can be seen to differ on: 2.5 pixels.
func TestThePlanIsShownWhereItDiffersVisibly(t *testing.T) {
	const height = 500
	for _, c := range []struct {
		says   string
		earned float64 // billions in the first quarter of 2026, of which the plan has some 6
		want   bool
	}{
		{"as planned", 6.0, false},
		{"a little more", 6.6, false},
		{"twice as much", 12, true},
		{"half as much", 3, true},
	} {
		s := knowing(press(), scenario.KeepMonths, fmt.Sprintf("2026-Q1 %v", c.earned))
		l := arranged(t, project(t, s), Options{Width: 800, Height: height, Top: 60e9})
		shown := slices.ContainsFunc(l.Shapes, func(sh paint.Shape) bool {
			return sh.Width == widthPlan*l.Unit && sh.Stroke == l.Colors.Axis && len(sh.Spots) > 2
		})
		if shown != c.want {
			t.Errorf("%s: the plan is shown: %v", c.says, shown)
		}
	}
	// The threshold itself, in pixels of what 20 % of more revenue come to.
	l := arranged(t, pressSubject(t), Options{Width: 800, Height: height, Top: 60e9})
	pixel := l.Frame.AmountAt(l.Frame.Plot.Bottom-1) / 0.2
	months := project(t, press()).Projection.Months
	plan := months[0].Revenue + months[1].Revenue + months[2].Revenue
	for more, want := range map[float64]bool{2.4: false, 2.6: true, -2.4: false, -2.6: true} {
		s := knowing(press(), scenario.KeepMonths, fmt.Sprintf("2026-Q1 %v", float64(plan+unit.Amount(more)*pixel)/1e9))
		said := slices.Contains(bodies(arranged(t, project(t, s), Options{Width: 800, Height: height, Top: 60e9})), "plan")
		if said != want {
			t.Errorf("off by %v pixels: the plan is named: %v", more, said)
		}
	}
}

// The parts of a bar are as high as their amounts, from below: actual, forecast, saved.
func TestBarsAreSplitIntoActualAndForecast(t *testing.T) {
	for _, smp := range knownSamples() {
		s := project(t, smp.s)
		l := arranged(t, Years{s}, Options{Width: 900, Height: 500})
		f := l.Frame
		for _, year := range s.Projection.Years {
			var actual, paid unit.Amount
			for _, m := range s.Projection.Months {
				if m.From < year.From || m.From > year.Through {
					continue
				}
				paid += m.Paid
				if m.From <= s.Projection.ActualsThrough {
					actual += m.Paid
				}
			}
			x := (f.X(year.From, 0) + f.X(year.Through, 1)) / 2
			for kind, want := range map[color.NRGBA][2]unit.Amount{
				l.Colors.Line: {0, actual}, l.forecastInk(): {actual, paid}, l.Colors.Tint: {paid, paid + year.Forgone},
			} {
				low, high := f.Y(want[0]), f.Y(want[1])
				found := slices.ContainsFunc(l.Shapes, func(sh paint.Shape) bool {
					return sh.Fill == kind && len(sh.Spots) == 4 && sh.Spots[0].X < x && sh.Spots[1].X > x &&
						near(sh.Spots[0].Y, high, 0.01) && near(sh.Spots[2].Y, low, 0.01)
				})
				if found != (low-high > 0.01) && low-high != 0 {
					t.Errorf("%s: of %d the part from %s to %s is drawn: %v", smp.name, year.From.Year(), want[0].Table(), want[1].Table(), found)
				}
			}
		}
	}
}

// In black and white, and for whoever sees few colors, the parts of a bar differ as
// much as gray can: each is told from the next, and amounts on them are read.
func TestPartsOfABarDifferInBlackAndWhite(t *testing.T) {
	for name, p := range palettes(t) {
		theme, _, _ := strings.Cut(name, " ")
		d := Drawing{Options: Options{Theme: Theme(theme)}}
		d.Colors = p
		forecast, saved := d.forecastInk(), over(p.Under, p.Tint)
		if got := layout.Contrast(p.Line, forecast); got < 1.3 {
			t.Errorf("%s: actual and forecast have a contrast of %.2f", name, got)
		}
		if got := layout.Contrast(forecast, saved); got < 1.3 {
			t.Errorf("%s: forecast and saved have a contrast of %.2f", name, got)
		}
		if got := layout.Contrast(layout.InkOn(forecast), forecast); got < 4.5 {
			t.Errorf("%s: amounts on a forecast have a contrast of %.2f", name, got)
		}
	}
}

// A plan that is no longer the one projected is not drawn, and nothing fails.
func TestASubjectThatDoesNotFollowFromItsScenarioHasNoPlan(t *testing.T) {
	s := project(t, knowing(press(), scenario.HoldPace, halfOf2026))
	s.Scenario.Outlook.Streams[0].Growth = nil
	if _, err := scenario.Project(planned(s.Scenario)); err == nil {
		t.Fatal("a plan without growth can be projected")
	}
	said := bodies(arranged(t, s, Options{Width: 830, Height: 400}))
	if slices.Contains(said, "plan") || !slices.Contains(said, "actual through Jun 2026") {
		t.Errorf("it says %q", said)
	}
}
