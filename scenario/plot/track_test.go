package plot

import (
	"math"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func trackOf(t *testing.T, s scenario.Scenario) *track {
	t.Helper()
	var tr track
	tr.fill(project(t, s))
	return &tr
}

// At 0.2 billion a month a cap of 1.1 billion is reached in the middle of the
// sixth month.
func TestTrackOfFlatRevenue(t *testing.T) {
	start := float64(unit.NewMonth(2026, 1))
	tr := trackOf(t, flat(1.1e9))
	if !tr.reachedAt || !near(tr.reached.t, start+5.5, 1e-9) || tr.reached.v != 1.1e9 {
		t.Errorf("reached at %+v", tr.reached)
	}
	for _, c := range []struct {
		months       float64
		counted, due float64 // billions
	}{
		{0, 0, 0},
		{0.5, 0.1, 0.1},
		{5, 1, 1},
		{5.5, 1.1, 1.1},
		{6, 1.1, 1.2},
		{12, 1.1, 2.4},
		{60, 1.1, 12},
	} {
		if got := at(tr.counted, start+c.months); !near(got, c.counted*1e9, 1) {
			t.Errorf("after %v months %v counts, want %v", c.months, got, c.counted*1e9)
		}
		if c.months < 5.5 {
			continue
		}
		if got := at(tr.uncapped, start+c.months); !near(got, c.due*1e9, 1) {
			t.Errorf("after %v months %v is due, want %v", c.months, got, c.due*1e9)
		}
	}
}

func TestTrackParts(t *testing.T) {
	for _, c := range []struct {
		name            string
		s               scenario.Scenario
		reached, before bool
		first, last     float64 // billions, of the share before the cap
	}{
		{"a cap just above everything due", flat(12.0001e9), false, false, 0, 12},
		{"a cap just below everything due", flat(11.9999e9), true, false, 11.9999, 12},
		{"no cap", uncapped(flat(0)), false, false, 0, 12},
		{"a cap of nothing", flat(0), false, true, 0, 12},
		{"all of the cap counted before", with(flat(5e9), func(s *scenario.Share) { s.AlreadyPaid = 5e9 }), false, true, 5, 17},
		{"more than the cap counted before", with(flat(5e9), func(s *scenario.Share) { s.AlreadyPaid = 6e9 }), false, true, 6, 18},
		{"some of the cap counted before", with(flat(5e9), func(s *scenario.Share) { s.AlreadyPaid = 4.9e9 }), true, false, 5, 16.9},
		{"counting from the fifth year", with(flat(5e9), func(s *scenario.Share) { s.CapFrom = unit.NewMonth(2030, 1) }), false, false, 0, 2.4},
		{"no cap, so that nothing counts from then", with(uncapped(flat(0)), func(s *scenario.Share) { s.CapFrom = unit.NewMonth(2030, 1) }), false, false, 0, 12},
	} {
		tr := trackOf(t, c.s)
		due := tr.counted
		if tr.parts() {
			due = tr.uncapped
		}
		if tr.reachedAt != c.reached || tr.before != c.before {
			t.Errorf("%s: reached %v, before %v", c.name, tr.reachedAt, tr.before)
		}
		if !near(due[0].v, c.first*1e9, 1) || !near(due[len(due)-1].v, c.last*1e9, 1) {
			t.Errorf("%s: the share before the cap goes from %v to %v", c.name, due[0].v, due[len(due)-1].v)
		}
		if len(tr.ends) != 5 || !near(tr.ends[4].v, c.last*1e9, 1) {
			t.Errorf("%s: year-ends %+v", c.name, tr.ends)
		}
	}
}

// Before payments count, both lines stay where they are; then they are one until
// the cap.
func TestTrackBeforeCounting(t *testing.T) {
	s := with(flat(3e9), func(s *scenario.Share) { s.CapFrom, s.AlreadyPaid = unit.NewMonth(2027, 1), 1e9 })
	tr := trackOf(t, s)
	if got := at(tr.counted, float64(unit.NewMonth(2027, 1))); got != 1e9 {
		t.Errorf("%v counts before counting begins", got)
	}
	if got := tr.ends[0].v; got != 1e9 {
		t.Errorf("the year-end before counting begins is at %v", got)
	}
	if !near(tr.reached.t, float64(unit.NewMonth(2027, 11)), 1e-6) {
		t.Errorf("2 billion at 0.2 a month are counted by %v", tr.reached.t)
	}
}

func TestClip(t *testing.T) {
	line := []vertex{{0, 0}, {10, 10}, {20, 40}}
	for _, c := range []struct {
		name               string
		from, through, top float64
		want               []vertex
	}{
		{"all of it", 0, 20, 40, line},
		{"more than it", -5, 30, 90, line},
		{"its middle", 5, 15, 90, []vertex{{5, 5}, {10, 10}, {15, 25}}},
		{"between two vertices", 12, 14, 90, []vertex{{12, 16}, {14, 22}}},
		{"up to a height", 0, 20, 25, []vertex{{0, 0}, {10, 10}, {15, 25}}},
		{"up to a vertex", 0, 20, 10, []vertex{{0, 0}, {10, 10}}},
		{"middle and height", 5, 18, 25, []vertex{{5, 5}, {10, 10}, {15, 25}}},
		{"begins above", 15, 20, 24, nil},
		{"all before", 21, 30, 90, nil},
		{"all after", -9, -1, 90, nil},
		{"its end", 20, 30, 90, []vertex{{20, 40}}},
	} {
		if got := clip(nil, line, c.from, c.through, c.top); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTopOf(t *testing.T) {
	paid := func(v unit.Amount) scenario.Scenario {
		return with(press(), func(s *scenario.Share) { s.AlreadyPaid = v })
	}
	for _, c := range []struct {
		name        string
		face        Kind
		s           scenario.Scenario
		o           Options
		least, most float64 // billions
	}{
		{"1.3 times the cap", KindCumulative, press(), Options{}, 49.4, 49.4},
		{"1.3 times what was counted before, where that is more", KindCumulative, paid(50e9), Options{}, 65, 65},
		{"a cap of nothing: everything due", KindCumulative, with(press(), func(s *scenario.Share) { s.Cap = 0 }), Options{}, 134.6, 150},
		{"everything due", KindCumulative, press(), Options{Axis: AxisDue}, 134.6, 150},
		{"everything due and what was counted before", KindCumulative, paid(10e9), Options{Axis: AxisDue}, 144.6, 160},
		{"everything due, and a cap a little above", KindCumulative, with(press(), func(s *scenario.Share) { s.Cap = 160e9 }), Options{Axis: AxisDue}, 160, 176},
		{"everything due, and no cap far above", KindCumulative, with(press(), func(s *scenario.Share) { s.Cap = 200e9 }), Options{Axis: AxisDue}, 134.6, 150},
		{"no cap", KindCumulative, uncapped(press()), Options{}, 134.6, 150},
		{"everything due in the months shown", KindCumulative, press(), Options{Axis: AxisDue, Through: unit.NewMonth(2027, 12)}, 18.4, 21},
		{"the largest year", KindYears, press(), Options{}, 56.8, 63},
		{"nothing at all", KindCumulative, uncapped(noStreams(press())), Options{}, 1, 1},
		{"no year with anything", KindYears, noStreams(press()), Options{}, 1, 1},
	} {
		s := project(t, c.s)
		chart := Chart(Cumulative{s})
		if c.face == KindYears {
			chart = Years{s}
		}
		c.o.Width, c.o.Height = 900, 520
		got := float64(topOf(c.face, s, c.o)) / 1e9
		if got < c.least-1e-9 || got > c.most+1e-9 {
			t.Errorf("%s: %v billion, want %v to %v", c.name, got, c.least, c.most)
		}
		if f := frameOf(t, chart, c.o); float64(f.Top)/1e9 != got {
			t.Errorf("%s: the picture goes to %v", c.name, f.Top)
		}
	}
	if got := topOf(KindCumulative, Subject{}, Options{Width: 9, Height: 9}); got != 0 {
		t.Errorf("a subject without months has a top of %v", got)
	}
	if got := topOf(KindCumulative, pressSubject(t), Options{Width: 900, Height: 520, Top: 12e9}); math.Abs(float64(got)-49.4e9) > 1 {
		t.Errorf("with a top given, the automatic one is %v", got)
	}
}
