package plot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// arranged returns the layout of a chart, or of a subject over time.
func arranged(t *testing.T, what any, o Options) *Drawing {
	t.Helper()
	return presented(t, Picture{Options: o, Chart: chartOf(what)})
}

func bodies(l *Drawing) []string {
	var out []string
	for _, t := range l.Texts {
		out = append(out, t.Body)
	}
	return out
}

// fault says what is wrong with where texts stand, empty for nothing.
func fault(l *Drawing) string {
	page := l.Box
	for i, a := range l.Texts {
		if a.Box.Left < 0 || a.Box.Top < 0 || a.Box.Right > page.Right || a.Box.Bottom > page.Bottom {
			return fmt.Sprintf("%q leaves the picture: %+v", a.Body, a.Box)
		}
		for _, b := range l.Texts[:i] {
			if a.Box.Overlaps(b.Box) {
				return fmt.Sprintf("%q lies over %q", a.Body, b.Body)
			}
		}
		for _, d := range l.Discs {
			if a.Box.Overlaps(d) && l.Frame.Plot.Contains(a.X, a.Y) {
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
		if got := l.Texts[0]; !strings.HasSuffix(got.Body, "…") || got.Box.Right > 300 {
			t.Errorf("%.20s...: %q to %v", title, got.Body, got.Box.Right)
		}
	}
}

func TestGridHasGapsWhereWordsStand(t *testing.T) {
	l := arranged(t, pressSubject(t), Options{Width: 830, Height: 400})
	for _, sh := range l.Grid {
		line := layout.NewRect(sh.Spots[0].X, sh.Spots[0].Y, sh.Spots[1].X, sh.Spots[1].Y)
		for _, text := range l.Texts {
			if l.Frame.Plot.Contains(text.X, text.Y) && text.Box.Overlaps(line) {
				t.Errorf("a line of the grid runs through %q", text.Body)
			}
		}
	}
	if len(l.Grid) < len(l.Levels) {
		t.Errorf("%d lines for %d heights", len(l.Grid), len(l.Levels))
	}
}
