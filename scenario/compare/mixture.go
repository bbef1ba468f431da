package compare

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A part is a group of inputs that the two sides give differently.
type part struct {
	group Group
	puts  []func(m *mixture, side int)
}

// put brings the inputs of the part to those of a side.
func (p *part) put(m *mixture, side int) {
	for _, put := range p.puts {
		put(m, side)
	}
}

// inOrder returns parts in the order of a bridge, with those of the same group
// made one.
func inOrder(parts []part) []part {
	slices.SortStableFunc(parts, func(a, b part) int { return a.group.inOrder(b.group) })
	var out []part
	for _, p := range parts {
		if n := len(out); n > 0 && out[n-1].group == p.group {
			out[n-1].puts = append(out[n-1].puts, p.puts...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// A mixture is a scenario whose inputs come from two sides, changed in place
// from one mixture to the next.
type mixture struct {
	sides   [2]scenario.Scenario // made alike: the same streams at the same places
	streams []streamPair
	now     scenario.Scenario
	reverse scenario.Reverse // what now.Terms.Reverse points to
	clause  [2]bool          // whether a side's reverse share ends at AGI
}

// newMixture returns the mixture that is all of the first side.
func newMixture(from, to scenario.Scenario) (*mixture, error) {
	m := &mixture{sides: [2]scenario.Scenario{paymentsOf(from), paymentsOf(to)}}
	if err := m.alignStreams(); err != nil {
		return nil, err
	}
	m.alignTerms()
	m.now = m.sides[0]
	m.now.Outlook.Streams = slices.Clone(m.sides[0].Outlook.Streams)
	for i := range m.now.Outlook.Streams {
		stream := &m.now.Outlook.Streams[i]
		stream.Growth = slices.Clone(stream.Growth)
	}
	m.putReverse(0)
	m.putClause(0)
	return m, nil
}

// paymentsOf returns s with what no payment depends on left out, and defaults
// written out.
func paymentsOf(s scenario.Scenario) scenario.Scenario {
	asOf := s.AsOf()
	out := scenario.Scenario{
		ID: "mixture", Name: "Mixture", FirstYear: s.FirstYear, LastYear: s.LastYear,
		Outlook: s.Outlook, Terms: s.Terms, Valuation: s.Valuation,
	}
	out.Valuation.AsOf = asOf
	out.Outlook.AfterActuals = s.Outlook.AfterActuals.Rule()
	out.Outlook.Name, out.Outlook.Preset, out.Terms.Name, out.Terms.Preset = "", "", "", ""
	out.Terms.License = nil
	return out
}

// alignTerms writes out the month from which a cap counts, unless it is that of
// the window on both sides, and finds the clause of the reverse share: where
// only one side has such a share, its clause is part of it.
func (m *mixture) alignTerms() {
	a, b := &m.sides[0].Terms, &m.sides[1].Terms
	if !a.Share.CapFrom.IsZero() || !b.Share.CapFrom.IsZero() {
		a.Share.CapFrom, b.Share.CapFrom = a.Share.CapStart(), b.Share.CapStart()
	}
	for side, terms := range []*scenario.Terms{a, b} {
		other := m.sides[1-side].Terms.Reverse
		switch {
		case terms.Reverse != nil:
			m.clause[side] = terms.Reverse.EndsAtAGI
		case other != nil:
			m.clause[side] = other.EndsAtAGI
		}
	}
}

// A streamPair says what the streams at the same place on both sides are.
type streamPair struct {
	name  string
	whole bool // one of the two is not there: it has no base and no actuals, and so earns nothing
}

// alignStreams gives both sides the same streams: those of the first, then what
// only the second has. A stream in another channel is another stream. Names are
// replaced by numbers, since the same one may then come twice.
func (m *mixture) alignStreams() error {
	var streams [2][]scenario.Stream
	add := func(name string, whole bool, a, b scenario.Stream) {
		a.Name = strconv.Itoa(len(m.streams))
		b.Name = a.Name
		m.streams = append(m.streams, streamPair{name, whole})
		streams[0], streams[1] = append(streams[0], a), append(streams[1], b)
	}
	from, to := &m.sides[0], &m.sides[1]
	matched := make([]bool, len(to.Outlook.Streams))
	for _, a := range from.Outlook.Streams {
		at := indexOf(to, a.Name)
		if at < 0 || to.Outlook.Streams[at].Channel != a.Channel {
			add(a.Name, true, a, absent(a))
			continue
		}
		matched[at] = true
		b := to.Outlook.Streams[at]
		a.Growth, b.Growth = m.alignGrowth(&a, &b), m.alignGrowth(&b, &a)
		add(a.Name, false, a, b)
	}
	for i, b := range to.Outlook.Streams {
		if !matched[i] {
			add(b.Name, true, absent(b), b)
		}
	}
	if n := len(m.streams); n > scenario.MaxStreams {
		return fmt.Errorf("a bridge takes at most %d streams; these scenarios have %d different ones", scenario.MaxStreams, n)
	}
	from.Outlook.Streams, to.Outlook.Streams = streams[0], streams[1]
	return nil
}

func absent(s scenario.Stream) scenario.Stream {
	s.Base, s.Actuals = 0, nil
	return s
}

// alignGrowth returns the growth of a stream in the years of the horizon in which
// it or the other grows, from the other where the stream lacks it.
func (m *mixture) alignGrowth(stream, other *scenario.Stream) scenario.ByYear {
	var out scenario.ByYear
	for year := m.sides[0].FirstYear; year <= m.sides[0].LastYear; year++ {
		if !stream.Grows(year) && !other.Grows(year) {
			continue
		}
		rate, given := stream.Growth.Get(year)
		if !given {
			rate, _ = other.Growth.Get(year)
		}
		out = append(out, scenario.YearRate{Year: year, Rate: rate})
	}
	return out
}

func (m *mixture) putReverse(side int) {
	reverse := m.sides[side].Terms.Reverse
	if reverse == nil {
		m.now.Terms.Reverse = nil
		return
	}
	m.reverse.Rate, m.reverse.From, m.reverse.Through = reverse.Rate, reverse.From, reverse.Through
	m.now.Terms.Reverse = &m.reverse
}

func (m *mixture) putClause(side int) { m.reverse.EndsAtAGI = m.clause[side] }

// terms returns the terms of the mixture. One side's cap may count only from a month
// in which the other's share has ended: then it never does.
func (m *mixture) terms() scenario.Terms {
	t := m.now.Terms
	if t.Share.CapFrom > t.Share.Through {
		t.Share.CapFrom, t.Share.Capped, t.Share.Cap = 0, false, 0
	}
	return t
}

// total returns the results of the mixture.
func (m *mixture) total() (scenario.Totals, error) {
	s := m.now
	s.Terms = m.terms()
	return scenario.Total(s)
}

// prepare lays the mixture out, for as long as no part is put in that moves revenue.
func (m *mixture) prepare() (*scenario.Prepared, error) {
	s := m.now
	s.Terms = m.terms()
	return scenario.Prepare(s)
}

// A worth is what a mixture comes to.
type worth struct{ amount, due, revenue unit.Amount }

// values returns what each mixture of the two sides comes to: bit i of its index
// is the side from which part i is taken. From one mixture to the next a single
// part changes, most often one that leaves revenue as it is laid out.
func (m *mixture) values(parts []part, result Result) ([]worth, error) {
	out := make([]worth, 1<<len(parts))
	order, still := revenueLast(parts)
	ask := m.total
	mask, moved := 0, true
	for step := range out {
		if step > 0 {
			i := order[bits.TrailingZeros(uint(step))]
			mask ^= 1 << i
			parts[i].put(m, mask>>i&1)
			moved = parts[i].group.Kind.movesRevenue()
		}
		if moved && still > 0 {
			p, err := m.prepare()
			if err != nil {
				return nil, fmt.Errorf("mix the scenarios of a bridge: %w", err)
			}
			ask = func() (scenario.Totals, error) { return p.Under(m.terms(), m.now.Valuation) }
		}
		total, err := ask()
		if err != nil {
			return nil, fmt.Errorf("mix the scenarios of a bridge: %w", err)
		}
		out[mask] = worth{result.Of(&total), total.Due, total.Revenue}
	}
	return out, nil
}

// revenueLast returns the indexes of parts, those that move revenue last, and how
// many do not.
func revenueLast(parts []part) (order []int, still int) {
	for _, moves := range []bool{false, true} {
		for i := range parts {
			if parts[i].group.Kind.movesRevenue() == moves {
				order = append(order, i)
			}
		}
		if !moves {
			still = len(order)
		}
	}
	return order, still
}

// movesRevenue reports whether inputs of the kind change what streams earn or when,
// and not only what is paid of it, or what that is worth.
func (k Kind) movesRevenue() bool {
	switch k {
	case Rate, Cap, CapStart, Window, ReverseShare, Discounting:
		return false
	}
	return true
}
