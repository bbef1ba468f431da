package plot

import (
	"image"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// press is the worked case of the model: 2026 to 2030 earn 30, 62, 113, 184 and
// 284 billion, of which 20 % is due, under a cap of 38 billion.
func press() scenario.Scenario {
	stream := scenario.Stream{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1}
	before := 13.07
	for i, revenue := range []float64{30, 62, 113, 184, 284} {
		stream.Growth = stream.Growth.With(2026+i, unit.Rate(revenue/before-1))
		before = revenue
	}
	return scenario.Scenario{
		ID: "press", Name: "February 2026 plan", FirstYear: 2026, LastYear: 2030,
		Outlook: scenario.Outlook{Shape: scenario.ShapeRamp, Streams: []scenario.Stream{stream}},
		Terms: scenario.Terms{Share: scenario.Share{
			Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2030, 12), Capped: true, Cap: 38e9,
		}},
	}
}

// flat earns 12 billion a year, a billion a month, of which 20 % is due: 0.2
// billion a month, 2.4 a year.
func flat(limit unit.Amount) scenario.Scenario {
	s := press()
	s.Outlook.Streams[0].Base = 12e9
	s.Outlook.Streams[0].Growth = nil
	for year := 2026; year <= 2030; year++ {
		s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(year, 0)
	}
	s.Terms.Share.Cap = limit
	return s
}

// with returns s with a change to its share.
func with(s scenario.Scenario, change func(*scenario.Share)) scenario.Scenario {
	change(&s.Terms.Share)
	return s
}

func uncapped(s scenario.Scenario) scenario.Scenario {
	return with(s, func(share *scenario.Share) { share.Capped, share.Cap = false, 0 })
}

// long earns for fifty years, the last forty-five growing by 3 %.
func long(limit unit.Amount) scenario.Scenario {
	s := with(press(), func(share *scenario.Share) {
		share.Through, share.Cap = unit.NewMonth(2075, 12), limit
	})
	s.LastYear = 2075
	for year := 2031; year <= 2075; year++ {
		s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(year, 0.03)
	}
	return s
}

// earning returns s with another base revenue and cap.
func earning(s scenario.Scenario, base, limit unit.Amount) scenario.Scenario {
	s.Outlook.Streams[0].Base = base
	s.Terms.Share.Cap = limit
	return s
}

func noStreams(s scenario.Scenario) scenario.Scenario {
	s.Outlook.Streams = nil
	return s
}

// A sample is a subject out of the ordinary.
type sample struct {
	name string
	s    scenario.Scenario
}

func samples() []sample {
	year := press()
	year.LastYear = 2026
	year.Terms.Share.Cap = 3e9
	return append([]sample{
		{"the worked case", press()},
		{"no cap", uncapped(press())},
		{"a cap of nothing", with(press(), func(s *scenario.Share) { s.Cap = 0 })},
		{"a cap reached in the first months", with(press(), func(s *scenario.Share) { s.Cap = 1e9 })},
		{"a cap reached in the last month", with(press(), func(s *scenario.Share) { s.Cap = 134e9 })},
		{"a cap a little above everything due", with(press(), func(s *scenario.Share) { s.Cap = 150e9 })},
		{"a cap far above everything due", with(press(), func(s *scenario.Share) { s.Cap = 1e15 })},
		{"nearly all of the cap counted before", with(press(), func(s *scenario.Share) { s.AlreadyPaid = 36e9 })},
		{"more than the cap counted before", with(press(), func(s *scenario.Share) { s.AlreadyPaid = 50e9 })},
		{"a cap that counts from 2028", with(press(), func(s *scenario.Share) { s.CapFrom = unit.NewMonth(2028, 1) })},
		{"no streams", noStreams(press())},
		{"no streams and no cap", uncapped(noStreams(press()))},
		{"flat revenue", flat(8e9)},
		{"one year", year},
		{"fifty years", long(900e9)},
		{"dollars", earning(press(), 13.07, 38)},
		{"cents", earning(press(), 0.01, 0.03)},
		{"millions", earning(press(), 13.07e6, 38e6)},
		{"more than there is", earning(press(), 1e15, 1e15)},
	}, knownSamples()...)
}

func project(tb testing.TB, s scenario.Scenario) Subject {
	tb.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		tb.Fatal(err)
	}
	return Subject{Scenario: s, Projection: p}
}

func pressSubject(tb testing.TB) Subject {
	tb.Helper()
	return project(tb, press())
}

// chartOf returns a chart as it is, and of a subject the one over time.
func chartOf(what any) Chart {
	if s, ok := what.(Subject); ok {
		return Cumulative{s}
	}
	return what.(Chart)
}

// paintOne paints a chart, or a subject over time, and returns it with its first
// frame.
func paintOne(p *Painter, what any, o Options) (*image.RGBA, Frame, error) {
	img, frames, err := p.Paint(Picture{Options: o, Chart: chartOf(what)})
	if err != nil {
		return img, Frame{}, err
	}
	return img, frames.Panels[0].Frame, nil
}

func pngOf(what any, o Options) ([]byte, error) {
	return Picture{Options: o, Chart: chartOf(what)}.PNG()
}

func svgOf(what any, o Options) ([]byte, error) {
	return Picture{Options: o, Chart: chartOf(what)}.SVG()
}

// frameOf draws a picture that must succeed and returns its frame.
func frameOf(tb testing.TB, what any, o Options) Frame {
	tb.Helper()
	_, f, err := paintOne(NewPainter(), what, o)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
