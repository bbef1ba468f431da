package plot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/paint"
	"headroom/scenario/unit"
)

// arranged returns the layout of a chart, or of a subject over time.
func arranged(t *testing.T, what any, o Options) *layout {
	t.Helper()
	return presented(t, Picture{Options: o, Chart: chartOf(what)})
}

func bodies(l *layout) []string {
	var out []string
	for _, t := range l.texts {
		out = append(out, t.Body)
	}
	return out
}

// fault says what is wrong with where texts stand, empty for nothing.
func fault(l *layout) string {
	page := l.box
	for i, a := range l.texts {
		if a.box.Left < 0 || a.box.Top < 0 || a.box.Right > page.Right || a.box.Bottom > page.Bottom {
			return fmt.Sprintf("%q leaves the picture: %+v", a.Body, a.box)
		}
		for _, b := range l.texts[:i] {
			if a.box.overlaps(b.box) {
				return fmt.Sprintf("%q lies over %q", a.Body, b.Body)
			}
		}
		for _, d := range l.discs {
			if a.box.overlaps(d) && l.frame.Plot.Contains(a.X, a.Y) {
				return fmt.Sprintf("%q lies over a mark", a.Body)
			}
		}
	}
	return ""
}

func TestLabelsNeverOverlapNorLeaveThePicture(t *testing.T) {
	sizes := [][2]int{{240, 160}, {241, 400}, {260, 180}, {320, 200}, {390, 300}, {450, 260}, {640, 170}, {830, 400}, {900, 520}, {1600, 900}}
	if !testing.Short() {
		for w := 1; w < 700; w += 37 {
			for h := 1; h < 500; h += 41 {
				sizes = append(sizes, [2]int{w, h})
			}
		}
	}
	for _, smp := range samples() {
		s := project(t, smp.s)
		for i, size := range sizes {
			o := Options{Width: size[0], Height: size[1], Axis: []Axis{AxisCap, AxisDue}[i%2]}
			if i%3 > 0 {
				o.Title, o.Source = "Cumulative payments against the cap", "Source: press reports and own projection"
			}
			for _, chart := range []Chart{Cumulative{s}, Years{s}} {
				if got := fault(arranged(t, chart, o)); got != "" {
					t.Errorf("%s, %s, %d by %d: %s", smp.name, chart.Kind(), o.Width, o.Height, got)
				}
			}
		}
	}
}

// A cap dragged from nothing to far beyond everything due never makes labels
// collide.
func TestLabelsWhileTheCapIsDragged(t *testing.T) {
	for billions := 0.0; billions < 180; billions += 1.7 {
		s := press()
		s.Terms.Share.Cap = unit.Amount(billions * 1e9)
		for _, o := range []Options{
			{Width: 830, Height: 400, Axis: AxisDue},
			{Width: 450, Height: 260, Top: 60e9},
			{Width: 240, Height: 160},
		} {
			if got := fault(arranged(t, project(t, s), o)); got != "" {
				t.Errorf("a cap of %v billion at %d by %d: %s", billions, o.Width, o.Height, got)
			}
		}
	}
}

func TestWords(t *testing.T) {
	o := Options{Width: 830, Height: 400}
	for _, c := range []struct {
		name string
		what any
		o    Options
		want []string
		not  string // within no label
	}{
		{"the worked case", pressSubject(t), o, []string{"Cap $38.0B", "Cap reached Nov 23, 2028", "without the cap: $134.6B by 2030", "2028", "$40B"}, "above"},
		{"no cap", project(t, uncapped(press())), o, []string{"$134.6B by 2030"}, "Cap"},
		{"not reached", project(t, flat(20e9)), o, []string{"Cap $20.0B", "$12.0B by 2030"}, "reached"},
		{"reached before the horizon", project(t, with(press(), func(s *scenario.Share) { s.AlreadyPaid = 38e9 })), o, []string{"Cap reached before Jan 2026"}, "Nov"},
		{"what counts begins later", project(t, with(press(), func(s *scenario.Share) { s.CapFrom = unit.NewMonth(2027, 1) })), o, []string{"would count without the cap: $128.6B by 2030"}, "Dec"},
		{"some is counted from before", project(t, with(press(), func(s *scenario.Share) { s.AlreadyPaid = 1e9 })), o, []string{"would count without the cap: $135.6B by 2030"}, "Dec"},
		{"the cap above the picture", pressSubject(t), Options{Width: 830, Height: 400, Top: 20e9}, []string{"Cap $38.0B, above this picture"}, "reached"},
		{"the months shown end within a year", pressSubject(t), Options{Width: 830, Height: 400, Through: unit.NewMonth(2029, 6)}, []string{"Cap reached Nov 23, 2028"}, "by 2030"},
		{"bars", Years{pressSubject(t)}, Options{Width: 830, Height: 400}, []string{"Paid", "Saved by the cap", "$6.0B", "$12.4B", "$19.6B", "$3.0B", "$36.8B", "$56.8B"}, "Cap $"},
		{"bars without a cap", Years{project(t, uncapped(press()))}, Options{Width: 830, Height: 400}, []string{"Paid", "$56.8B"}, "Saved"},
		{"title and source", pressSubject(t), Options{Width: 830, Height: 400, Title: "R&D\n<2026>", Source: "The Information"}, []string{"R&D <2026>", "The Information"}, "\n"},
	} {
		got := bodies(arranged(t, c.what, c.o))
		for _, want := range c.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q is not among %q", c.name, want, got)
			}
		}
		if strings.Contains(strings.Join(got, "|"), c.not) {
			t.Errorf("%s: %q is in %q", c.name, c.not, got)
		}
	}
}

func TestLongTitlesAreCut(t *testing.T) {
	for _, title := range []string{strings.Repeat("Payments ", 40), strings.Repeat("W", 200), "短" + strings.Repeat("い", 300)} {
		l := arranged(t, pressSubject(t), Options{Width: 300, Height: 200, Title: title})
		if got := l.texts[0]; !strings.HasSuffix(got.Body, "…") || got.box.Right > 300 {
			t.Errorf("%.20s...: %q to %v", title, got.Body, got.box.Right)
		}
	}
}

func TestGridHasGapsWhereWordsStand(t *testing.T) {
	l := arranged(t, pressSubject(t), Options{Width: 830, Height: 400})
	for _, sh := range l.grid {
		line := Rect{sh.Spots[0].X, sh.Spots[0].Y, sh.Spots[1].X, sh.Spots[1].Y}
		for _, text := range l.texts {
			if l.frame.Plot.Contains(text.X, text.Y) && text.box.overlaps(line) {
				t.Errorf("a line of the grid runs through %q", text.Body)
			}
		}
	}
	if len(l.grid) < len(l.rules) {
		t.Errorf("%d lines for %d heights", len(l.grid), len(l.rules))
	}
}

func TestRectMeets(t *testing.T) {
	r := Rect{10, 10, 20, 20}
	for _, c := range []struct {
		name string
		a, b paint.Spot
		want bool
	}{
		{"through it", xy(0, 0), xy(30, 30), true},
		{"within it", xy(12, 12), xy(13, 18), true},
		{"up to its border", xy(0, 15), xy(10, 15), true},
		{"just short of it", xy(0, 15), xy(9.99, 15), false},
		{"past its corner", xy(0, 11), xy(11, 0), false},
		{"across its corner", xy(0, 22), xy(22, 0), true},
		{"upright beside it", xy(21, 0), xy(21, 30), false},
		{"level through it", xy(0, 19), xy(30, 19), true},
	} {
		if got := r.meets(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := r.meets(c.b, c.a); got != c.want {
			t.Errorf("%s, backwards: %v", c.name, got)
		}
	}
}
