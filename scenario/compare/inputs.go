package compare

import (
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
)

// A Difference is an input that scenarios do not all give alike. Values and
// Paths have an entry for each scenario, in their order.
type Difference struct {
	Path   string // of the field in the reference, or in the first that has it
	Stream string // name of the stream it belongs to, empty for none
	Group  Group
	Values []Value
	Paths  []string // of the field in each, empty where the scenario lacks the stream
}

// A Value is what a scenario has in a field.
type Value struct {
	scenario.SourceValue
	Set bool // false where it is off, or not given and without a default
}

// Inputs returns the inputs that differ between scenarios, in the order of the
// model. Streams match by name. Fields that a scenario leaves out have their
// default, growth is looked at where a stream grows within a horizon, actuals where they
// lie within one, and the rule after them where there are any. The range
// of the cap moves with the cap, and is one with it where that differs. Names,
// notes, colors and sources are no inputs.
func Inputs(scenarios []scenario.Scenario, reference int) []Difference {
	if len(scenarios) < 2 {
		return nil
	}
	l := &lister{scenarios: scenarios, reference: reference}
	l.fields(Group{Kind: Horizon}, "firstYear", "lastYear")
	l.fields(Group{Kind: Shape}, "outlook.shape")
	if l.any(func(s *scenario.Scenario) bool {
		return slices.ContainsFunc(s.Outlook.Streams, func(st scenario.Stream) bool { return len(st.Actuals) > 0 })
	}) {
		l.fields(Group{Kind: AfterActuals}, "outlook.afterActuals")
	}
	l.fields(Group{Kind: AGI}, "outlook.agiVerified")
	for _, name := range l.streams() {
		l.stream(name)
	}
	l.terms()
	l.fields(Group{Kind: Discounting}, "valuation.discountRate")
	if l.any(func(s *scenario.Scenario) bool { return !s.Valuation.AsOf.IsZero() }) {
		l.fields(Group{Kind: Discounting}, "valuation.asOf")
	}
	l.years(Group{Kind: Spread}, "uncertainty.growthSD", func(s *scenario.Scenario) scenario.ByYear {
		if s.Uncertainty == nil {
			return nil
		}
		return s.Uncertainty.GrowthSD
	})
	l.fields(Group{Kind: Spread}, "uncertainty.correlation")
	if !l.differ("terms.share.cap") {
		l.fields(Group{Kind: Spread}, "uncertainty.capRange.low", "uncertainty.capRange.high")
	}
	return l.found
}

// A lister gathers differences.
type lister struct {
	scenarios []scenario.Scenario
	reference int
	found     []Difference
}

func (l *lister) terms() {
	l.fields(Group{Kind: Rate}, "terms.share.rate")
	l.years(Group{Kind: Rate}, "terms.share.ratesByYear", func(s *scenario.Scenario) scenario.ByYear {
		return s.Terms.Share.RatesByYear
	})
	l.fields(Group{Kind: Window}, "terms.share.from", "terms.share.through")
	if l.any(func(s *scenario.Scenario) bool { return !s.Terms.Share.CapFrom.IsZero() }) {
		l.fields(Group{Kind: CapStart}, "terms.share.capFrom")
	}
	l.fields(Group{Kind: Cap}, "terms.share.cap")
	l.fields(Group{Kind: CapStart}, "terms.share.alreadyPaid")
	l.fields(Group{Kind: AGI}, "terms.share.endsAtAGI")
	l.fields(Group{Kind: ReverseShare}, "terms.reverse.rate", "terms.reverse.from", "terms.reverse.through")
	clause := Group{Kind: AGI}
	if l.any(func(s *scenario.Scenario) bool { return s.Terms.Reverse == nil }) {
		clause.Kind = ReverseShare // where there is none the clause comes and goes with it
	}
	l.fields(clause, "terms.reverse.endsAtAGI")
	l.fields(Group{Kind: Clouds}, "terms.otherClouds.from", "terms.otherClouds.azureLeadMonths")
	l.fields(Group{Kind: AGI}, "terms.otherClouds.opensAtAGI")
	l.fields(Group{Kind: License}, "terms.license.through", "terms.license.exclusive")
}

// streams returns the names of all streams, those of the reference first.
func (l *lister) streams() []string {
	var names []string
	seen := map[string]bool{}
	add := func(s *scenario.Scenario) {
		for i := range s.Outlook.Streams {
			if name := s.Outlook.Streams[i].Name; !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	add(&l.scenarios[l.reference])
	for i := range l.scenarios {
		add(&l.scenarios[i])
	}
	return names
}

// stream compares the stream of one name.
func (l *lister) stream(name string) {
	places := make([]int, len(l.scenarios))
	var channel scenario.Channel
	whole := false
	for i := range l.scenarios {
		places[i] = indexOf(&l.scenarios[i], name)
		if places[i] < 0 {
			whole = true
			continue
		}
		other := l.scenarios[i].Outlook.Streams[places[i]].Channel
		whole = whole || channel != "" && other != channel
		channel = other
	}
	group := func(kind Kind, year int) Group {
		switch {
		case whole:
			return Group{Kind: OneStream, Stream: name}
		case channel == scenario.ChannelAzure:
			return Group{Kind: AzureStreams}
		}
		return Group{Kind: kind, Year: year}
	}
	for _, field := range []string{"channel", "launch", "base", "shared"} {
		l.compare(group(Base, 0), name, pathsOf(places, field))
	}
	for _, year := range l.growing(places) {
		l.compare(group(Growth, year), name, pathsOf(places, "growth."+strconv.Itoa(year)))
	}
	for _, a := range l.known(places) {
		l.compare(group(Actuals, 0), name, pathsOf(places, "actuals."+a.Period.String()))
	}
}

// known returns the periods within a horizon for which some scenario has an actual of
// the stream, in order.
func (l *lister) known(places []int) (periods scenario.Actuals) {
	first, last := l.horizon()
	for i, place := range places {
		if place < 0 {
			continue
		}
		for _, a := range l.scenarios[i].Outlook.Streams[place].Actuals {
			if year := a.Period.Year(); year >= first && year <= last {
				periods = append(periods, scenario.Actual{Period: a.Period})
			}
		}
	}
	slices.SortFunc(periods, scenario.Actual.Compare)
	return slices.Compact(periods)
}

// growing returns the years in which growth of the stream matters to some
// scenario and differs.
func (l *lister) growing(places []int) []int {
	var years []int
	first, last := l.horizon()
	for year := first; year <= last; year++ {
		matters, differs := false, false
		var before scenario.YearRate // Year is 1 where the rate is given
		for i, place := range places {
			var now scenario.YearRate
			if place >= 0 {
				s := &l.scenarios[i]
				stream := &s.Outlook.Streams[place]
				matters = matters || year >= s.FirstYear && year <= s.LastYear && stream.Grows(year)
				if rate, given := stream.Growth.Get(year); given {
					now = scenario.YearRate{Year: 1, Rate: rate}
				}
			}
			differs = differs || i > 0 && now != before
			before = now
		}
		if matters && differs {
			years = append(years, year)
		}
	}
	return years
}

func (l *lister) horizon() (first, last int) {
	first, last = l.scenarios[0].FirstYear, l.scenarios[0].LastYear
	for i := range l.scenarios {
		first, last = min(first, l.scenarios[i].FirstYear), max(last, l.scenarios[i].LastYear)
	}
	return first, last
}

// years compares a field that is given year by year, in all years that any
// scenario gives.
func (l *lister) years(group Group, path string, rates func(*scenario.Scenario) scenario.ByYear) {
	var years scenario.ByYear
	for i := range l.scenarios {
		for _, yr := range rates(&l.scenarios[i]) {
			years = years.With(yr.Year, 0)
		}
	}
	for _, yr := range years {
		l.fields(group, path+"."+strconv.Itoa(yr.Year))
	}
}

// fields compares fields that have the same path in all scenarios.
func (l *lister) fields(group Group, paths ...string) {
	for _, path := range paths {
		same := make([]string, len(l.scenarios))
		for i := range same {
			same[i] = path
		}
		l.compare(group, "", same)
	}
}

// compare notes a field where its values differ.
func (l *lister) compare(group Group, stream string, paths []string) {
	values := make([]Value, len(paths))
	differ := false
	for i, path := range paths {
		if path != "" {
			values[i].SourceValue, values[i].Set = field.Figure(l.scenarios[i], path)
		}
		differ = differ || values[i] != values[0]
	}
	if !differ {
		return
	}
	at := paths[l.reference]
	for i := 0; at == ""; i++ {
		at = paths[i]
	}
	l.found = append(l.found, Difference{Path: at, Stream: stream, Group: group, Values: values, Paths: paths})
}

// differ reports whether the field at a path has been found to differ.
func (l *lister) differ(path string) bool {
	return slices.ContainsFunc(l.found, func(d Difference) bool { return d.Path == path })
}

func (l *lister) any(holds func(*scenario.Scenario) bool) bool {
	for i := range l.scenarios {
		if holds(&l.scenarios[i]) {
			return true
		}
	}
	return false
}

func indexOf(s *scenario.Scenario, name string) int {
	for i := range s.Outlook.Streams {
		if s.Outlook.Streams[i].Name == name {
			return i
		}
	}
	return -1
}

// pathsOf returns the path of a stream's field in each scenario.
func pathsOf(places []int, name string) []string {
	paths := make([]string, len(places))
	for i, place := range places {
		if place >= 0 {
			paths[i] = field.StreamPath(place, name)
		}
	}
	return paths
}
