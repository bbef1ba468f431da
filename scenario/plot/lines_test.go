package plot

import (
	"math"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/timeline"
	"headroom/scenario/unit"
)

// Dashes over a line make a zebra, so the cap's line is left out where another
// lies on it, and nowhere else.
func TestTheDashesOfACapLieOnNoLine(t *testing.T) {
	all := several()
	over := comparing(t, Options{Width: 900, Height: 500, Axis: AxisDue}, all[0], all[2], all[3])
	compareOf(over).Layout = LayoutOverlay
	for name, pic := range map[string]Picture{
		"reached":             {Options: Options{Width: 900, Height: 500}, Chart: Cumulative{pressSubject(t)}},
		"shown to the middle": {Options: Options{Width: 900, Height: 500, Through: unit.NewMonth(2029, 6)}, Chart: Cumulative{pressSubject(t)}},
		"not reached":         {Options: Options{Width: 900, Height: 500}, Chart: Cumulative{project(t, flat(20e9))}},
		"reached before":      {Options: Options{Width: 900, Height: 500}, Chart: Cumulative{project(t, with(press(), func(s *scenario.Share) { s.AlreadyPaid = 38e9 }))}},
		"several in one":      over,
	} {
		l := presented(t, pic)
		f := l.Frames.Panels[0].Frame
		for _, limit := range (Compare{Subjects: pic.Subjects()}).caps() {
			y := f.Y(limit)
			for x := f.Plot.Left + 1.5; x < f.Plot.Right; x += 3 {
				dashed, solid := 0, 0
				for _, sh := range l.Shapes {
					for i := 1; i < len(sh.Spots); i++ {
						a, b := sh.Spots[i-1], sh.Spots[i]
						if sh.Width == 0 || math.Abs(a.Y-y) > 0.3 || math.Abs(b.Y-y) > 0.3 || x < a.X || x > b.X {
							continue
						}
						if sh.Stroke == l.Colors.Strong {
							dashed++
						} else {
							solid++
						}
					}
				}
				if dashed > 1 || dashed == 1 && solid > 0 || dashed+solid == 0 {
					t.Errorf("%s: at %v the cap of %s has %d lines of its own and %d others", name, x, limit.Headline(), dashed, solid)
					break
				}
			}
		}
	}
}

// Up to the cap an axis is that of those with a cap. What leaves the picture is cut
// with an arrow, and its value beside it.
func TestTheAxisUpToTheCapIsThatOfThoseWithOne(t *testing.T) {
	all := several()
	pic := comparing(t, Options{Width: 900, Height: 420, Axis: AxisCap}, all[0], all[1])
	if got := compareOf(pic).CommonTop(pic.Options); math.Abs(float64(got)-1.3*38e9) > 1 {
		t.Errorf("one has no cap: the axis goes to %s", got.Table())
	}
	for _, layout := range []Layout{LayoutSide, LayoutOverlay} {
		compareOf(pic).Layout = layout
		l := presented(t, pic)
		arrows := 0
		for _, panel := range l.Frames.Panels {
			for _, sh := range l.Shapes {
				if len(sh.Spots) == 3 && sh.Closed && math.Abs(sh.Spots[0].Y-panel.Plot.Top) < 0.1 && panel.Plot.Contains(sh.Spots[0].X, sh.Spots[0].Y) {
					arrows++
				}
			}
		}
		// The share before the cap of the one leaves, and all of the other.
		if arrows != 2 {
			t.Errorf("%s: %d arrows, want 2", layout, arrows)
		}
		value := map[Layout]string{LayoutSide: "$134.6B by 2030", LayoutOverlay: "$134.6B by 2030, above"}[layout]
		if said := bodies(l); !slices.Contains(said, value) {
			t.Errorf("%s: %q is not said in %q", layout, value, said)
		}
	}
	pic = comparing(t, Options{Width: 900, Height: 420, Axis: AxisCap}, all[1], uncapped(press()))
	due := pic
	due.Axis = AxisDue
	if compareOf(pic).CommonTop(pic.Options) != compareOf(due).CommonTop(due.Options) {
		t.Errorf("none has a cap: the axis goes to %s, not to %s", compareOf(pic).CommonTop(pic.Options).Table(), compareOf(due).CommonTop(due.Options).Table())
	}
	pic = comparing(t, Options{Width: 900, Height: 420}, all[0], all[3])
	if got := compareOf(pic).CommonTop(pic.Options); math.Abs(float64(got)-1.3*60e9) > 1 {
		t.Errorf("caps of 38 and 60 billion: the axis goes to %s", got.Table())
	}
}

// Readers that draw dashes as full lines still tell lines apart: by color or weight.
func TestLinesDifferByMoreThanDashes(t *testing.T) {
	type look struct {
		color [3]uint8
		width float64
	}
	same := comparing(t, Options{Width: 900, Height: 500, Axis: AxisDue}, several()...)
	compareOf(same).Layout = LayoutOverlay
	near := comparing(t, same.Options, several()...)
	compareOf(near).Layout = LayoutOverlay
	for i := range same.Subjects() {
		compareOf(same).Subjects[i].Color = "#0072B2"
		compareOf(near).Subjects[i].Color = []string{"#0072B2", "#0A70B0", "#D55E00", "#0074B8"}[i]
	}
	plan := Picture{Options: Options{Width: 900, Height: 500, Axis: AxisDue}, Chart: Cumulative{pressSubject(t)}}
	for name, pic := range map[string]Picture{"all of one color": same, "nearly of one color": near, "one": plan} {
		l := presented(t, pic)
		var looks []look
		for _, sh := range l.Shapes {
			if len(sh.Spots) > 10 && sh.Width > 0 {
				looks = append(looks, look{[3]uint8{sh.Stroke.R, sh.Stroke.G, sh.Stroke.B}, sh.Width})
			}
		}
		for i, a := range looks {
			for _, b := range looks[:i] {
				apart := 0.0
				for c := range a.color {
					apart = math.Max(apart, math.Abs(float64(a.color[c])-float64(b.color[c])))
				}
				thin := a.width == widthUncapped && b.width == widthUncapped // each ends at the line it belongs to
				if apart < 40 && math.Abs(a.width-b.width) < 0.09 && !thin {
					t.Errorf("%s: two lines are %v and %v", name, a, b)
				}
			}
		}
		if len(looks) < 2 {
			t.Errorf("%s: %d lines", name, len(looks))
		}
	}
}

func TestTheGridOfABridgeRunsThroughNoFigure(t *testing.T) {
	from, to := crowded()
	all := several()
	for _, pic := range []Picture{
		bridging(t, Options{}, compare.Paid, from, to), bridging(t, Options{}, compare.Net, from, to), bridging(t, Options{}, compare.Paid, all[0], all[1]),
	} {
		for pic.Width = 300; pic.Width < 1200; pic.Width += 31 {
			pic.Height = 420
			l := presented(t, pic)
			lines := 0
			for _, line := range l.Grid {
				a, b := line.Spots[0], line.Spots[1]
				lines++
				for _, words := range l.Texts {
					if words.Box.Meets(a, b) {
						t.Errorf("%d wide: a line of the grid runs through %q", pic.Width, words.Body)
					}
				}
			}
			if lines == 0 {
				t.Errorf("%d wide: there is no grid", pic.Width)
			}
		}
	}
}

// Colors of a timeline have a meaning: payments are in the scenario's, rights gray.
func TestATimelineHasTheScenariosColorAndGray(t *testing.T) {
	for _, color := range []string{"#0072B2", "#D55E00"} {
		pic := dealing(t, Options{Width: 900, Height: 420}, nil)
		pic.Chart.(*Deal).Subject.Color = color
		l := presented(t, pic)
		own, err := newPalette(ThemeLight, color)
		if err != nil {
			t.Fatal(err)
		}
		gray := layout.Readable(layout.RGB(timeline.RightsColor), own.Under)
		for _, span := range l.Frames.Spans {
			want := gray
			if span.Row == "Share to Microsoft" || span.Row == "Reverse share to OpenAI" {
				want = own.Line
			}
			x, y := (span.Rect.Left+span.Rect.Right)/2, (span.Rect.Top+span.Rect.Bottom)/2
			for _, sh := range l.Shapes {
				if !sh.Closed || sh.Fill.A == 0 || len(sh.Spots) != 4 || sh.Fill == layout.WithAlpha(l.Colors.Under, layout.PlateAlpha) {
					continue
				}
				if area := layout.NewRect(sh.Spots[0].X, sh.Spots[0].Y, sh.Spots[2].X, sh.Spots[2].Y); area.Contains(x, y) {
					if got := layout.WithAlpha(sh.Fill, 255); got != want {
						t.Errorf("%s of %s is %v, want %v", span.Row, color, got, want)
					}
				}
			}
		}
	}
}

// A high axis has no more steps than help to read it, a low one no fewer than fit.
func TestAnAxisHasAsManyStepsAsHelp(t *testing.T) {
	for height := 200; height < 3000; height += 13 {
		o := Options{Width: 700, Height: height, Steady: true}
		due := o
		due.Axis = AxisDue
		s := pressSubject(t)
		for name, l := range map[string]*Drawing{
			"to the cap": arranged(t, s, o), "to everything due": arranged(t, s, due), "years": arranged(t, Years{s}, o),
		} {
			room := int(l.Frame.Plot.Height() / layout.GapTicks)
			if n := len(l.Levels); n > layout.MostTicks || n < min(room, layout.MostTicks)/2 {
				t.Errorf("%d high, %s: %d steps where there is room for %d", height, name, n, room)
			}
		}
	}
}

// In a window letters keep their size, however large it is.
func TestSteadyPicturesDoNotGrowTheirLetters(t *testing.T) {
	sizes := func(pic Picture) []float64 {
		var out []float64
		for _, text := range presented(t, pic).Texts {
			out = append(out, text.Size)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	for _, pic := range manyPictures(t) {
		pic.Width, pic.Height = 2000, 1244
		grown := sizes(pic.Picture)
		pic.Steady = true
		for _, size := range sizes(pic.Picture) {
			if size > layout.SizeTitle || slices.Max(grown) <= size {
				t.Errorf("%s: letters of %v, and of %v where they grow with the picture", pic.name, size, grown)
			}
		}
	}
}
