package store

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A maker makes random sound workspaces with all that a file can say, as Decode
// returns them.
type maker struct{ *rand.Rand }

func newMaker(seed uint64) maker { return maker{rand.New(rand.NewPCG(seed, 1))} }

func (m maker) workspace() scenario.Workspace {
	w := scenario.Workspace{Name: m.maybe(m.name)}
	for i := range m.IntN(4) {
		w.Scenarios = append(w.Scenarios, m.scenario("s-"+strconv.Itoa(i)))
	}
	if len(w.Scenarios) > 0 {
		for _, i := range m.Perm(len(w.Scenarios))[:m.IntN(len(w.Scenarios)+1)] {
			w.View.Compared = append(w.View.Compared, w.Scenarios[i].ID)
		}
		w.View.Selected = m.maybe(func() string { return w.Scenarios[m.IntN(len(w.Scenarios))].ID })
		w.View.Reference = m.maybe(func() string { return w.Scenarios[m.IntN(len(w.Scenarios))].ID })
	}
	return w
}

func (m maker) scenario(id string) scenario.Scenario {
	s := scenario.Scenario{
		ID: id, Name: m.name(), Color: m.maybe(func() string { return "#0072b" + strconv.Itoa(m.IntN(10)) }),
		Note: m.maybe(m.text), FirstYear: 2026, LastYear: 2030,
		Valuation: scenario.Valuation{DiscountRate: m.pick(0.1, m.rate()), AsOf: m.maybeMonth()},
	}
	if m.yes() {
		s.FirstYear = 2000 + m.IntN(90)
		s.LastYear = s.FirstYear + m.IntN(10)
	}
	s.Outlook = scenario.Outlook{
		Name: m.maybe(m.name), Preset: m.maybe(m.id), Shape: scenario.ShapeRamp, AGIVerified: m.maybeMonth(),
	}
	if m.yes() {
		s.Outlook.Shape = scenario.ShapeEven
	}
	if m.yes() {
		s.Outlook.AfterActuals = []scenario.AfterActuals{"keep-year", "keep-months", "rescale", "pace"}[m.IntN(4)]
	}
	for i := range m.IntN(4) {
		s.Outlook.Streams = append(s.Outlook.Streams, m.stream(&s, strconv.Itoa(i)))
	}
	s.Terms = m.terms()
	if m.yes() {
		s.Uncertainty = m.uncertainty(&s.Terms.Share)
	}
	s.Sources = m.sources(len(s.Outlook.Streams))
	return s
}

func (m maker) stream(s *scenario.Scenario, suffix string) scenario.Stream {
	channels := []scenario.Channel{scenario.ChannelDirect, scenario.ChannelOtherCloud, scenario.ChannelAzure}
	stream := scenario.Stream{
		Name: m.name()[:1] + suffix, Channel: channels[m.IntN(3)], Base: m.amount(), Shared: m.pick(1, m.rate()),
	}
	if stream.Name[0] >= 0x80 {
		stream.Name = suffix
	}
	first := s.FirstYear
	if m.yes() {
		stream.Launch = min(s.FirstYear+m.IntN(8), 2100)
		first = stream.Launch + 1
	}
	for year := first; year <= s.LastYear; year++ {
		stream.Growth = stream.Growth.With(year, m.growth())
	}
	for range m.IntN(3) {
		stream.Growth = stream.Growth.With(2000+m.IntN(101), m.growth())
	}
	if m.yes() {
		stream.Actuals = m.actuals()
	}
	return stream
}

// actuals are of quarters, and of months of other quarters.
func (m maker) actuals() (known scenario.Actuals) {
	for range m.IntN(8) {
		quarter := unit.FirstMonth + unit.Month(6*m.IntN(202))
		known = known.With(unit.Period{First: quarter, Months: 3}, m.amount())
		known = known.With(unit.Period{First: quarter + 3 + unit.Month(m.IntN(3)), Months: 1}, m.amount())
	}
	return known
}

func (m maker) terms() scenario.Terms {
	t := scenario.Terms{Name: m.maybe(m.name), Preset: m.maybe(m.id)}
	t.Share = scenario.Share{Rate: m.rate(), RatesByYear: m.byYear(1), AlreadyPaid: m.amount(), EndsAtAGI: m.yes()}
	t.Share.From, t.Share.Through = m.window()
	if m.yes() {
		t.Share.CapFrom = t.Share.Through - unit.Month(m.IntN(20))
		t.Share.CapFrom = max(t.Share.CapFrom, unit.FirstMonth)
	}
	if t.Share.Capped = m.yes(); t.Share.Capped {
		t.Share.Cap = m.amount()
	}
	if m.yes() {
		t.Reverse = &scenario.Reverse{Rate: m.rate(), EndsAtAGI: m.yes()}
		t.Reverse.From, t.Reverse.Through = m.window()
	}
	if m.yes() {
		t.OtherClouds = scenario.OtherClouds{From: m.maybeMonth(), AzureLeadMonths: m.IntN(121), OpensAtAGI: m.yes()}
	}
	if m.yes() {
		kinds := []scenario.Exclusive{scenario.ExclusiveNo, scenario.ExclusiveUntilAGI, scenario.ExclusiveYes}
		t.License = &scenario.License{Through: m.month(), Exclusive: kinds[m.IntN(3)]}
	}
	return t
}

func (m maker) uncertainty(share *scenario.Share) *scenario.Uncertainty {
	u := &scenario.Uncertainty{GrowthSD: m.byYear(5)}
	if m.yes() {
		u.Correlation = 2*m.rate() - 1
	}
	if share.Capped && m.yes() {
		low, high := share.Cap*unit.Amount(m.Float64()), share.Cap*unit.Amount(1+m.Float64())
		u.CapRange = &scenario.CapRange{Low: low, High: min(high, scenario.MaxAmount)}
	}
	return u
}

func (m maker) sources(streams int) map[string]scenario.Source {
	var out map[string]scenario.Source
	paths := []string{"name", "terms.share.cap", "terms.share.endsAtAGI", "uncertainty.growthSD.2027", "terms.license.exclusive"}
	for i := range streams {
		paths = append(paths, "outlook.streams["+strconv.Itoa(i)+"].revenue.2030", "outlook.streams["+strconv.Itoa(i)+"].base")
	}
	values := []scenario.SourceValue{
		scenario.NumberValue(float64(m.amount())), scenario.TextValue(m.text()), scenario.TruthValue(true), scenario.TruthValue(false),
		scenario.NumberValue(-math.MaxFloat64), scenario.NumberValue(0),
	}
	statuses := []scenario.Status{scenario.StatusConfirmed, scenario.StatusReported, scenario.StatusEstimate}
	for _, path := range paths {
		if m.yes() {
			continue
		}
		if out == nil {
			out = make(map[string]scenario.Source)
		}
		out[path] = scenario.Source{
			Value: values[m.IntN(len(values))], Status: statuses[m.IntN(3)], Publisher: m.maybe(m.text), Title: m.maybe(m.text),
			Date: m.maybe(func() string { return m.month().String() + "-28" }), URL: m.maybe(m.text), Note: m.maybe(m.text),
		}
	}
	return out
}

func (m maker) yes() bool { return m.IntN(2) == 0 }

func (m maker) pick(a, b unit.Rate) unit.Rate {
	if m.yes() {
		return a
	}
	return b
}

func (m maker) maybe(text func() string) string {
	if m.yes() {
		return ""
	}
	return text()
}

func (m maker) name() string {
	names := []string{"A", "February 2026 plan", "Überfluß \"<&>\" \\ /", "収益😀", strings.Repeat("é", 200), "plan \"prior\" \ufffd"}
	return names[m.IntN(len(names))]
}

func (m maker) text() string {
	texts := []string{"x", "two\nlines\tand \x00\x1f\x7f", "\"quoted\" \\ </script>", "\u2028\u2029\ufeff\ufffd😀", strings.Repeat("long ", 100)}
	return texts[m.IntN(len(texts))]
}

func (m maker) id() string {
	ids := []string{"-", "plan-2026-02", strings.Repeat("z", 64)}
	return ids[m.IntN(len(ids))]
}

func (m maker) rate() unit.Rate {
	rates := []unit.Rate{0, 1, 0.2, 0.1, math.SmallestNonzeroFloat64, unit.Rate(m.Float64())}
	return rates[m.IntN(len(rates))]
}

func (m maker) growth() unit.Rate {
	rates := []unit.Rate{0, 100, unit.Rate(math.Nextafter(-1, 0)), 1.2953, unit.Rate(m.NormFloat64()*m.Float64()*m.Float64() + 4)}
	return min(max(rates[m.IntN(len(rates))], -0.9), 100)
}

func (m maker) amount() unit.Amount {
	amounts := []unit.Amount{0, 1, 38e9, 13.07e9, 1e15, 12345678.9, unit.Amount(m.Float64() * math.Pow(10, float64(m.IntN(16))))}
	return amounts[m.IntN(len(amounts))]
}

func (m maker) month() unit.Month {
	return unit.FirstMonth + unit.Month(m.IntN(int(unit.LastMonth-unit.FirstMonth)+1))
}

func (m maker) maybeMonth() unit.Month {
	if m.yes() {
		return 0
	}
	return m.month()
}

func (m maker) window() (from, through unit.Month) {
	from, through = m.month(), m.month()
	return min(from, through), max(from, through)
}

func (m maker) byYear(most float64) scenario.ByYear {
	var out scenario.ByYear
	for range m.IntN(5) {
		out = out.With(2000+m.IntN(101), unit.Rate(most*float64(m.rate())))
	}
	return out
}
