package plot

import (
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// What stands above a bar is read as its whole, so it is that, whatever the size of
// the picture and whether or not the parts have room in it.
func TestTheWholeOfABarStandsAboveIt(t *testing.T) {
	all := several()
	for _, pic := range []Picture{
		{Chart: Years{pressSubject(t)}},
		{Chart: Compare{Face: KindYears, Subjects: []Subject{project(t, all[0]), project(t, all[1]), project(t, all[3])}}},
		{Chart: Compare{Face: KindYears, Layout: LayoutOverlay, Subjects: []Subject{project(t, all[0]), project(t, all[1])}}},
	} {
		seen := 0
		for width := 240; width < 1400; width += 23 {
			pic.Width, pic.Height = width, 160+width/3
			l := presented(t, pic)
			for _, c := range columnsOf(l, pic) {
				for _, text := range l.Texts {
					middle := (text.Box.Left + text.Box.Right) / 2
					if math.Abs(middle-c.x) > 1 || text.Box.Bottom > c.top || text.Box.Bottom < c.top-8 || !strings.HasPrefix(text.Body, "$") {
						continue
					}
					seen++
					if text.Body != c.whole {
						t.Errorf("%s of %d, %d wide: %q stands above a bar of %s", pic.Kind(), len(pic.Subjects()), width, text.Body, c.whole)
					}
				}
			}
		}
		if seen < 100 {
			t.Errorf("%s of %d: only %d bars are labelled", pic.Kind(), len(pic.Subjects()), seen)
		}
	}
}

// A standing is where a bar should be and what it should be labelled with.
type standing struct {
	x, top float64
	whole  string
}

// columnsOf returns the bars of a picture as its frames and projections have them.
func columnsOf(l *Drawing, pic Picture) (out []standing) {
	n := float64(len(pic.Subjects()))
	for i, s := range pic.Subjects() {
		f, aside := l.Frames.Panels[0].Frame, 0.0
		if len(l.Frames.Panels) > 1 {
			f = l.Frames.Panels[i].Frame
		} else if n > 1 {
			slot := math.Min(0.82*12/f.Months()*f.Plot.Width()/n, 70*l.Unit)
			aside = (float64(i) - (n-1)/2) * slot
		}
		for _, year := range s.Projection.Years {
			x := (f.X(year.From, 0)+f.X(year.Through, 1))/2 + aside
			out = append(out, standing{x, f.Y(year.Due), year.Due.HeadlineIn(f.Unit())})
		}
	}
	return out
}

// A part that has no room in its bar is named beside it, with a line to it.
func TestAPartWithoutRoomIsNamedBesideItsBar(t *testing.T) {
	for _, o := range []Options{{Width: 450, Height: 260}, {Width: 290, Height: 250}, {Width: 700, Height: 300}} {
		l := arranged(t, Years{pressSubject(t)}, o)
		at := slices.IndexFunc(l.Texts, func(x layout.Text) bool { return strings.HasPrefix(x.Body, "$3.0B") })
		if at < 0 {
			t.Errorf("%d by %d: what is saved of 2028 is not said in %q", o.Width, o.Height, bodies(l))
			continue
		}
		f, words := l.Frame, l.Texts[at].Box
		part := layout.NewRect(f.X(unit.NewMonth(2028, 1), 0), f.Y(22.6e9), f.X(unit.NewMonth(2028, 12), 1), f.Y(19.6e9))
		if part.Contains((words.Left+words.Right)/2, (words.Top+words.Bottom)/2) {
			continue // it has room
		}
		leads := slices.ContainsFunc(l.Shapes, func(sh paint.Shape) bool {
			return len(sh.Spots) == 2 && part.Grown(0.5).Contains(sh.Spots[0].X, sh.Spots[0].Y) && words.Grown(4).Contains(sh.Spots[1].X, sh.Spots[1].Y)
		})
		if !leads {
			t.Errorf("%d by %d: no line leads from %q to its part", o.Width, o.Height, l.Texts[at].Body)
		}
	}
}

// Digits that a figure has are shown, in the unit that the axis counts in.
func TestSmallAmountsKeepTheirDigits(t *testing.T) {
	small := with(press(), func(share *scenario.Share) { share.Cap = 149e6 })
	large := Options{Width: 700, Height: 400, Axis: AxisDue}
	for _, c := range []struct {
		name string
		s    scenario.Scenario
		o    Options
		want []string
	}{
		{"beside an axis of millions", small, Options{Width: 700, Height: 400}, []string{"Cap $149M"}},
		{"beside an axis of billions", small, large, []string{"Cap $0.149B"}},
		{"two digits before the point", with(press(), func(share *scenario.Share) { share.Cap = 14.9e6 }), Options{Width: 700, Height: 400}, []string{"Cap $14.9M"}},
		{"a cap that a gridline would round to", with(press(), func(share *scenario.Share) { share.Cap = 1.49e9 }), Options{Width: 700, Height: 400}, []string{"Cap $1.49B"}},
	} {
		said := bodies(arranged(t, project(t, c.s), c.o))
		for _, want := range c.want {
			if !slices.Contains(said, want) {
				t.Errorf("%s: %q is not said in %q", c.name, want, said)
			}
		}
	}
}
