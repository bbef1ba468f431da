package compare

import (
	"slices"

	"headroom/scenario"
)

// parts returns the groups of inputs in which the sides differ, in the order of
// a bridge.
func (m *mixture) parts() []part {
	var out []part
	add := func(differ bool, group Group, put func(m *mixture, side int)) {
		if differ {
			out = append(out, part{group, []func(m *mixture, side int){put}})
		}
	}
	m.addStreams(add)
	m.addOutlook(add)
	m.addShare(add)
	m.addDeal(add)
	return inOrder(out)
}

// An adder takes a group, and how to put it in, where the sides differ in it.
type adder func(differ bool, group Group, put func(m *mixture, side int))

func (m *mixture) addStreams(add adder) {
	for i, pair := range m.streams {
		a, b := &m.sides[0].Outlook.Streams[i], &m.sides[1].Outlook.Streams[i]
		all := func(m *mixture, side int) { m.now.Outlook.Streams[i] = m.sides[side].Outlook.Streams[i] }
		frame := a.Base != b.Base || a.Launch != b.Launch || a.Shared != b.Shared
		known := !slices.Equal(a.Actuals, b.Actuals)
		switch {
		case pair.whole:
			add(true, Group{Kind: OneStream, Stream: pair.name}, all)
		case a.Channel == scenario.ChannelAzure:
			add(frame || known || !slices.Equal(a.Growth, b.Growth), Group{Kind: AzureStreams}, all)
		default:
			add(frame, Group{Kind: Base}, func(m *mixture, side int) {
				from, into := &m.sides[side].Outlook.Streams[i], &m.now.Outlook.Streams[i]
				into.Base, into.Launch, into.Shared = from.Base, from.Launch, from.Shared
			})
			add(known, Group{Kind: Actuals}, func(m *mixture, side int) {
				m.now.Outlook.Streams[i].Actuals = m.sides[side].Outlook.Streams[i].Actuals
			})
			for j := range a.Growth {
				add(a.Growth[j].Rate != b.Growth[j].Rate, Group{Kind: Growth, Year: a.Growth[j].Year}, func(m *mixture, side int) {
					m.now.Outlook.Streams[i].Growth[j].Rate = m.sides[side].Outlook.Streams[i].Growth[j].Rate
				})
			}
		}
	}
}

func (m *mixture) addOutlook(add adder) {
	a, b := &m.sides[0], &m.sides[1]
	add(a.Outlook.Shape != b.Outlook.Shape, Group{Kind: Shape}, func(m *mixture, side int) {
		m.now.Outlook.Shape = m.sides[side].Outlook.Shape
	})
	add(a.Outlook.AfterActuals != b.Outlook.AfterActuals && m.anyActuals(), Group{Kind: AfterActuals}, func(m *mixture, side int) {
		m.now.Outlook.AfterActuals = m.sides[side].Outlook.AfterActuals
	})
	add(a.Outlook.AGIVerified != b.Outlook.AGIVerified ||
		a.Terms.Share.EndsAtAGI != b.Terms.Share.EndsAtAGI ||
		a.Terms.OtherClouds.OpensAtAGI != b.Terms.OtherClouds.OpensAtAGI ||
		m.clause[0] != m.clause[1], Group{Kind: AGI}, func(m *mixture, side int) {
		from := &m.sides[side]
		m.now.Outlook.AGIVerified = from.Outlook.AGIVerified
		m.now.Terms.Share.EndsAtAGI = from.Terms.Share.EndsAtAGI
		m.now.Terms.OtherClouds.OpensAtAGI = from.Terms.OtherClouds.OpensAtAGI
		m.putClause(side)
	})
	add(a.Valuation != b.Valuation, Group{Kind: Discounting}, func(m *mixture, side int) {
		m.now.Valuation = m.sides[side].Valuation
	})
}

// anyActuals reports whether a stream of either side has actuals.
func (m *mixture) anyActuals() bool {
	return slices.ContainsFunc(slices.Concat(m.sides[0].Outlook.Streams, m.sides[1].Outlook.Streams),
		func(st scenario.Stream) bool { return len(st.Actuals) > 0 })
}

func (m *mixture) addShare(add adder) {
	a, b := &m.sides[0].Terms.Share, &m.sides[1].Terms.Share
	add(m.ratesDiffer(), Group{Kind: Rate}, func(m *mixture, side int) {
		from, into := &m.sides[side].Terms.Share, &m.now.Terms.Share
		into.Rate, into.RatesByYear = from.Rate, from.RatesByYear
	})
	add(a.Capped != b.Capped || a.Cap != b.Cap, Group{Kind: Cap}, func(m *mixture, side int) {
		from, into := &m.sides[side].Terms.Share, &m.now.Terms.Share
		into.Capped, into.Cap = from.Capped, from.Cap
	})
	add(a.CapFrom != b.CapFrom || a.AlreadyPaid != b.AlreadyPaid, Group{Kind: CapStart}, func(m *mixture, side int) {
		from, into := &m.sides[side].Terms.Share, &m.now.Terms.Share
		into.CapFrom, into.AlreadyPaid = from.CapFrom, from.AlreadyPaid
	})
	add(a.From != b.From || a.Through != b.Through, Group{Kind: Window}, func(m *mixture, side int) {
		from, into := &m.sides[side].Terms.Share, &m.now.Terms.Share
		into.From, into.Through = from.From, from.Through
	})
}

func (m *mixture) ratesDiffer() bool {
	for year := m.sides[0].FirstYear; year <= m.sides[0].LastYear; year++ {
		if m.sides[0].Terms.Share.RateIn(year) != m.sides[1].Terms.Share.RateIn(year) {
			return true
		}
	}
	return false
}

func (m *mixture) addDeal(add adder) {
	a, b := &m.sides[0].Terms, &m.sides[1].Terms
	differ := (a.Reverse == nil) != (b.Reverse == nil)
	if a.Reverse != nil && b.Reverse != nil {
		differ = a.Reverse.Rate != b.Reverse.Rate || a.Reverse.From != b.Reverse.From || a.Reverse.Through != b.Reverse.Through
	}
	add(differ, Group{Kind: ReverseShare}, (*mixture).putReverse)
	add(a.OtherClouds.From != b.OtherClouds.From || a.OtherClouds.AzureLeadMonths != b.OtherClouds.AzureLeadMonths,
		Group{Kind: Clouds}, func(m *mixture, side int) {
			from, into := &m.sides[side].Terms.OtherClouds, &m.now.Terms.OtherClouds
			into.From, into.AzureLeadMonths = from.From, from.AzureLeadMonths
		})
}
