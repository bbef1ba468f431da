package scenario

import "headroom/scenario/unit"

// Revenue returns the potential annual revenue of one stream, by index: what it
// would earn in year, whether or not the terms allow its channel then. It is the
// base in the year before the horizon for a stream without a launch year, and 0
// before that, after the horizon, and where growth is missing on the way.
func (s Scenario) Revenue(stream, year int) unit.Amount {
	st := &s.Outlook.Streams[stream]
	if year < s.FirstYear-1 || year > s.LastYear {
		return 0
	}
	revenue := st.before()
	for y := s.FirstYear; y <= year; y++ {
		revenue = st.annual(y, revenue)
	}
	return revenue
}

// Grows reports whether the stream grows in the given year of a horizon, and so
// needs its growth.
func (st *Stream) Grows(year int) bool { return st.Launch == 0 || year > st.Launch }

// before returns the revenue of the year before the horizon.
func (st *Stream) before() unit.Amount {
	if st.Launch == 0 {
		return st.Base
	}
	return 0
}

// annual returns the revenue of year, given that of the year before.
func (st *Stream) annual(year int, before unit.Amount) unit.Amount {
	switch {
	case st.Launch != 0 && year < st.Launch:
		return 0
	case st.Launch != 0 && year == st.Launch:
		return st.Base
	}
	growth, ok := st.Growth.Get(year)
	if !ok {
		return 0
	}
	return before * unit.Amount(1+growth)
}

// EarnsFrom returns the first month in which a stream may earn under the terms,
// the horizon set aside, and false where it never may. Streams of channels that
// need nothing may always earn: the month is then zero.
func (s Scenario) EarnsFrom(stream int) (unit.Month, bool) {
	return earnsFrom(&s, &s.Outlook.Streams[stream])
}

func earnsFrom(s *Scenario, st *Stream) (unit.Month, bool) {
	if st.Channel != ChannelOtherCloud {
		return 0, true
	}
	opens := s.Terms.OtherClouds.From
	if s.Terms.OtherClouds.OpensAtAGI && !s.Outlook.AGIVerified.IsZero() {
		if next := s.Outlook.AGIVerified + 1; opens.IsZero() || next < opens {
			opens = next
		}
	}
	if opens.IsZero() {
		return 0, false
	}
	if st.Launch != 0 {
		opens = max(opens, unit.NewMonth(st.Launch, 1))
	}
	return opens + unit.Month(s.Terms.OtherClouds.AzureLeadMonths), true
}
