package plot

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
)

func several() []scenario.Scenario {
	prior := uncapped(press())
	prior.ID, prior.Name = "prior", "February 2026 plan, prior terms"
	short := press()
	short.ID, short.Name, short.LastYear = "short", "Until 2028", 2028
	late := press()
	late.ID, late.Name, late.FirstYear, late.LastYear = "late", "A plan that begins in 2028 and goes on to 2032 without a break", 2028, 2032
	late.Outlook.Streams[0].Base = 60e9
	for year := 2028; year <= 2032; year++ {
		late.Outlook.Streams[0].Growth = late.Outlook.Streams[0].Growth.With(year, 0.3)
	}
	late.Terms.Share.From, late.Terms.Share.Through, late.Terms.Share.Cap = unit.NewMonth(2028, 1), unit.NewMonth(2032, 12), 60e9
	return []scenario.Scenario{press(), prior, short, late}
}

var okabe = []string{"#0072B2", "#D55E00", "#009E73", "#CC79A7"}

func comparing(t testing.TB, o Options, scenarios ...scenario.Scenario) Picture {
	t.Helper()
	o.Width, o.Height = orElse(o.Width, 480), orElse(o.Height, 280)
	var c Compare
	for i, s := range scenarios {
		subject := project(t, s)
		subject.Color = okabe[i%len(okabe)]
		c.Subjects = append(c.Subjects, subject)
	}
	return Picture{Options: o, Chart: &c}
}

// compareOf returns what a picture compares, to be changed.
func compareOf(pic Picture) *Compare { return pic.Chart.(*Compare) }

func bridging(t testing.TB, o Options, result compare.Result, from, to scenario.Scenario) Picture {
	t.Helper()
	pic := comparing(t, o, from, to)
	b, err := compare.NewBridge(from, to, result)
	if err != nil {
		t.Fatal(err)
	}
	ends := pic.Subjects()
	pic.Chart = &Bridge{From: ends[0], To: ends[1], Difference: &b}
	return pic
}

func dealing(t testing.TB, o Options, change func(s *scenario.Scenario, d *Deal)) Picture {
	t.Helper()
	s := press()
	s.Terms.Name = "Amended, April 27, 2026"
	s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2026, 4)}
	s.Terms.OtherClouds.From = unit.NewMonth(2026, 5)
	s.Terms.License = &scenario.License{Through: unit.NewMonth(2032, 12), Exclusive: scenario.ExclusiveNo}
	d := Deal{Prior: uncapped(press()).Terms}
	d.Prior.Share.EndsAtAGI = true
	d.Prior.Reverse = &scenario.Reverse{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2030, 12), EndsAtAGI: true}
	d.Prior.OtherClouds.OpensAtAGI = true
	d.Prior.License = &scenario.License{Through: unit.NewMonth(2032, 12), Exclusive: scenario.ExclusiveUntilAGI}
	if change != nil {
		change(&s, &d)
	}
	o.Width, o.Height = orElse(o.Width, 560), orElse(o.Height, 260)
	d.Subject = project(t, s)
	return Picture{Options: o, Chart: &d}
}

func swapped(s *scenario.Scenario, d *Deal) {
	s.Terms, d.Prior = d.Prior, s.Terms
	s.Outlook.AGIVerified = unit.NewMonth(2029, 6)
}

func crowded() (from, to scenario.Scenario) {
	from, to = press(), press()
	from.Terms.Share.Rate, from.Terms.Share.AlreadyPaid, from.Name = 0.15, 2e9, "<A> & \"B\""
	from.Outlook.Shape = scenario.ShapeEven
	stream := scenario.Stream{Channel: scenario.ChannelDirect, Base: 1e9, Shared: 1}
	for year := 2026; year <= 2030; year++ {
		from.Outlook.Streams[0].Growth = from.Outlook.Streams[0].Growth.With(year, 0.5)
		stream.Growth = stream.Growth.With(year, 0.1)
	}
	for _, name := range []string{"Consumer", "Business", "Platform", "Devices"} {
		stream.Name = name
		to.Outlook.Streams = append(to.Outlook.Streams[:len(to.Outlook.Streams):len(to.Outlook.Streams)], stream)
	}
	to.Terms.Share.Cap = 30e9
	return from, to
}

type named struct {
	name string
	Picture
}

func manyPictures(t testing.TB) []named {
	all := several()
	overlay := func(p Picture) Picture { compareOf(p).Layout = LayoutOverlay; return p }
	years := func(p Picture) Picture { compareOf(p).Face = KindYears; return p }
	words := Options{Title: "Amended against prior terms", Source: "Source: press reports, February 2026", Date: "Nov 22, 2026", Axis: AxisDue}
	dark := Options{Theme: ThemeDark, Axis: AxisDue}
	from, to := crowded()
	far, slow := knowing(press(), scenario.Rescale, "2026-Q1 11 2026-Q2 14 2026-Q3 20"), knowing(all[1], scenario.HoldPace, halfOf2026)
	far.ID, far.Name, slow.Name = "far", "Far above the plan", "At the pace, prior terms"
	known := []scenario.Scenario{knowing(press(), "", halfOf2026), far, slow, all[2]}
	return []named{
		{"compare-two", comparing(t, words, all[:2]...)},
		{"compare-four-dark", comparing(t, dark, all...)},
		{"compare-years", years(comparing(t, Options{}, all[1:]...))},
		{"overlay-four", overlay(comparing(t, words, all...))},
		{"overlay-cap-dark", overlay(comparing(t, Options{Theme: ThemeDark}, all[0], all[3]))},
		{"overlay-years-dark", overlay(years(comparing(t, dark, all[:3]...)))},
		{"overlay-least", overlay(comparing(t, Options{Width: 240, Height: 160}, all...))},
		{"actual-compare", comparing(t, words, known[:2]...)},
		{"actual-compare-four-dark", comparing(t, dark, known...)},
		{"actual-compare-years", years(comparing(t, Options{}, known[:3]...))},
		{"actual-overlay", overlay(comparing(t, Options{Width: 640, Height: 340}, known...))},
		{"actual-overlay-dark", overlay(comparing(t, Options{Theme: ThemeDark}, known[0], known[2]))},
		{"actual-overlay-years", overlay(years(comparing(t, Options{}, known[:3]...)))},
		{"bridge-paid", bridging(t, words, compare.Paid, all[0], all[1])},
		{"bridge-net-dark", bridging(t, Options{Theme: ThemeDark}, compare.Net, all[1], all[0])},
		{"bridge-merged", bridging(t, Options{Width: 560, Height: 340}, compare.Paid, from, to)},
		{"bridge-empty", bridging(t, Options{Theme: ThemeTransparent}, compare.Forgone, press(), press())},
		{"deal", dealing(t, words, nil)},
		{"deal-agi-dark", dealing(t, Options{Theme: ThemeDark}, swapped)},
		{"deal-least", dealing(t, Options{Width: 240, Height: 160}, nil)},
	}
}
