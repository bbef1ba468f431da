package scenario_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A month that is a fifth larger than the one before is a year 1.2^12 times as
// large.
const fifthMore = 8.916100448256

func TestRevenue(t *testing.T) {
	t.Parallel()
	stream := func(s *scenario.Scenario) *scenario.Stream { return &s.Outlook.Streams[0] }
	first := 1e9 * fifthMore * 0.2 / (fifthMore - 1) // of the year, ramping by a fifth a month
	hold(t, flat, []rule{
		{
			"a stream without a launch year grows from its base in the year before",
			func(s *scenario.Scenario) {
				stream(s).Growth = stream(s).Growth.With(2026, 0.5).With(2027, -0.25).With(2028, 1)
			},
			figures{"revenue 2026": 18e9, "revenue 2027": 13.5e9, "revenue 2028": 27e9, "revenue 2030": 27e9},
		},
		{
			"a stream without a base earns nothing, however it grows",
			func(s *scenario.Scenario) { stream(s).Base, stream(s).Growth = 0, still(2027, 2030).With(2026, 100) },
			figures{"revenue total": 0, "due total": 0},
		},
		{
			"a stream earns nothing before its launch, its base in it, and grows from the year after",
			func(s *scenario.Scenario) {
				stream(s).Launch, stream(s).Growth = 2027, still(2029, 2030).With(2026, 9).With(2027, 9).With(2028, 0.5)
			},
			figures{
				"revenue 2026": 0, "revenue 2026-12": 0, "revenue 2027-01": 1e9, "revenue 2027-12": 1e9,
				"revenue 2027": 12e9, "revenue 2028": 18e9, "revenue 2030": 18e9,
			},
		},
		{
			"a launch in the first year earns the base there and needs no growth for it",
			func(s *scenario.Scenario) { stream(s).Launch, stream(s).Growth = 2026, still(2028, 2030).With(2027, 1) },
			figures{"revenue 2026-01": 1e9, "revenue 2026": 12e9, "revenue 2027": 24e9},
		},
		{
			"a launch in the last year earns the base there and needs no growth at all",
			func(s *scenario.Scenario) { stream(s).Launch, stream(s).Growth = 2030, nil },
			figures{"revenue 2029-12": 0, "revenue 2030-01": 1e9, "revenue total": 12e9},
		},
		{
			"a launch after the last year earns nothing",
			func(s *scenario.Scenario) { stream(s).Launch, stream(s).Growth = 2031, nil },
			figures{"revenue total": 0, "due total": 0},
		},
		{
			"growth of years outside the horizon is kept and does nothing",
			func(s *scenario.Scenario) { stream(s).Growth = stream(s).Growth.With(2025, 5).With(2031, 5) },
			figures{"revenue 2026": 12e9, "revenue 2030": 12e9},
		},
		{
			"a ramp grows by a constant factor a month and sums to the year",
			func(s *scenario.Scenario) {
				stream(s).Base = 1e9
				stream(s).Growth = stream(s).Growth.With(2026, fifthMore-1)
			},
			figures{
				"revenue 2026-01": first, "revenue 2026-02": first * 1.2, "revenue 2026-12": first * math.Pow(1.2, 11),
				"revenue 2026": 1e9 * fifthMore, "revenue 2027-01": 1e9 * fifthMore / 12,
			},
		},
		{
			"a ramp falls by a constant factor where the year is smaller",
			func(s *scenario.Scenario) {
				stream(s).Base = 1e9 * fifthMore
				stream(s).Growth = stream(s).Growth.With(2026, 1/fifthMore-1)
			},
			figures{"revenue 2026-12": 1e9 * 0.2 / (fifthMore - 1), "revenue 2026-11": 1.2e9 * 0.2 / (fifthMore - 1), "revenue 2026": 1e9},
		},
		{
			"even months earn a twelfth of the year",
			func(s *scenario.Scenario) {
				s.Outlook.Shape = scenario.ShapeEven
				stream(s).Growth = stream(s).Growth.With(2026, 3)
			},
			figures{"revenue 2026-01": 4e9, "revenue 2026-12": 4e9, "revenue 2027-01": 4e9},
		},
		{
			"the year after the launch ramps, the launch year does not",
			func(s *scenario.Scenario) {
				stream(s).Launch, stream(s).Base = 2027, 1e9
				stream(s).Growth = still(2029, 2030).With(2028, fifthMore-1)
			},
			figures{"revenue 2027-01": 1e9 / 12.0, "revenue 2027-12": 1e9 / 12.0, "revenue 2028-01": first, "revenue 2028-02": first * 1.2},
		},
		{
			"streams add up",
			func(s *scenario.Scenario) {
				s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Second", scenario.ChannelDirect))
			},
			figures{"revenue 2026-01": 2e9, "due 2026-01": 0.4e9},
		},
		{
			"without a stream there is nothing",
			func(s *scenario.Scenario) { s.Outlook.Streams = nil },
			figures{"revenue total": 0, "due total": 0, "paid total": 0, "cumulative 2030-12": 0},
		},
		{
			"only the shared part of a stream is due, all of it is revenue",
			func(s *scenario.Scenario) { stream(s).Shared = 0.25 },
			figures{"revenue 2026-01": 1e9, "due 2026-01": 0.05e9},
		},
		{
			"of a stream that is not shared nothing is due",
			func(s *scenario.Scenario) { stream(s).Shared = 0 },
			figures{"revenue 2026-01": 1e9, "due total": 0},
		},
		{
			"an Azure stream is neither revenue nor due",
			func(s *scenario.Scenario) { stream(s).Channel = scenario.ChannelAzure },
			figures{"revenue total": 0, "due total": 0, "reverse total": 0, "net total": 0},
		},
	})
}

func TestOtherClouds(t *testing.T) {
	t.Parallel()
	start := func() scenario.Scenario {
		s := flat()
		s.Outlook.Streams[0] = flatStream("Clouds", scenario.ChannelOtherCloud)
		return s
	}
	opens := func(from, agi string, atAGI bool, lead int) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Terms.OtherClouds = scenario.OtherClouds{AzureLeadMonths: lead, OpensAtAGI: atAGI}
			if from != "" {
				s.Terms.OtherClouds.From = month(from)
			}
			if agi != "" {
				s.Outlook.AGIVerified = month(agi)
			}
		}
	}
	launched := func(year int, also func(*scenario.Scenario)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			also(s)
			s.Outlook.Streams[0].Launch = year
			s.Outlook.Streams[0].Growth = still(year+1, 2030)
		}
	}
	hold(t, start, []rule{
		{"other clouds never open by themselves", opens("", "", false, 0), figures{"revenue total": 0, "due total": 0}},
		{"they open with their month", opens("2026-05", "", false, 0), figures{"revenue 2026-04": 0, "revenue 2026-05": 1e9, "due 2026-04": 0, "due 2026-05": 0.2e9, "revenue 2026": 8e9}},
		{"they open the month after AGI", opens("", "2027-06", true, 0), figures{"revenue 2027-06": 0, "revenue 2027-07": 1e9}},
		{"AGI in December opens them in January", opens("", "2027-12", true, 0), figures{"revenue 2027-12": 0, "revenue 2028-01": 1e9}},
		{"AGI opens nothing where no term says so", opens("", "2027-06", false, 0), figures{"revenue total": 0}},
		{"without AGI its clause opens nothing", opens("", "", true, 0), figures{"revenue total": 0}},
		{"the month counts where it is before AGI", opens("2027-03", "2027-06", true, 0), figures{"revenue 2027-02": 0, "revenue 2027-03": 1e9}},
		{"AGI counts where it is before the month", opens("2028-03", "2027-06", true, 0), figures{"revenue 2027-06": 0, "revenue 2027-07": 1e9}},
		{"Azure leads by whole months", opens("2026-05", "", false, 2), figures{"revenue 2026-06": 0, "revenue 2026-07": 1e9}},
		{"Azure leads after AGI too", opens("", "2026-10", true, 3), figures{"revenue 2027-01": 0, "revenue 2027-02": 1e9}},
		{"a lead can outlast the horizon", opens("2026-05", "", false, 56), figures{"revenue total": 0}},
		{"a lead can leave the last month", opens("2026-05", "", false, 55), figures{"revenue 2030-11": 0, "revenue 2030-12": 1e9}},
		{"clouds open before the horizon lead from then", opens("2025-10", "", false, 4), figures{"revenue 2026-01": 0, "revenue 2026-02": 1e9}},
		{"a launch after the opening starts the lead", launched(2027, opens("2026-05", "", false, 2)), figures{"revenue 2027-02": 0, "revenue 2027-03": 1e9}},
		{"an opening after the launch starts the lead", launched(2027, opens("2028-05", "", false, 2)), figures{"revenue 2028-06": 0, "revenue 2028-07": 1e9}},
		{"an opening in the month of launch is open", launched(2027, opens("2027-01", "", false, 0)), figures{"revenue 2026-12": 0, "revenue 2027-01": 1e9}},
		{"clouds lead only their own streams", func(s *scenario.Scenario) { s.Outlook.Streams[0].Channel = scenario.ChannelDirect }, figures{"revenue 2026-01": 1e9}},
		{
			"what is earned after an opening is the potential of those months",
			func(s *scenario.Scenario) {
				opens("2026-12", "", false, 0)(s)
				s.Outlook.Streams[0].Base = 1e9
				s.Outlook.Streams[0].Growth = still(2027, 2030).With(2026, fifthMore-1)
			},
			figures{"revenue 2026": 1e9 * fifthMore * 0.2 / (fifthMore - 1) * math.Pow(1.2, 11)},
		},
	})
}

func TestRevenueOfAYearIsItsPotential(t *testing.T) {
	t.Parallel()
	s := flat()
	s.Outlook.Streams = []scenario.Stream{
		flatStream("Base", scenario.ChannelDirect),
		flatStream("Launch", scenario.ChannelOtherCloud),
	}
	s.Outlook.Streams[0].Growth = still(2028, 2031).With(2026, 1).With(2027, 0.5)
	s.Outlook.Streams[1].Launch = 2028
	s.Outlook.Streams[1].Growth = still(2030, 2030).With(2026, 1).With(2029, 1)
	for _, c := range []struct {
		sentence     string
		stream, year int
		want         unit.Amount
	}{
		{"before its base year a stream has no revenue", 0, 2024, 0},
		{"in the year before the horizon it is the base", 0, 2025, 12e9},
		{"in the first year it has grown", 0, 2026, 24e9},
		{"and again in the second", 0, 2027, 36e9},
		{"in the last year it is still known", 0, 2030, 36e9},
		{"after the horizon it is not", 0, 2031, 0},
		{"a launched stream has no base year", 1, 2025, 0},
		{"it has nothing the year before its launch", 1, 2027, 0},
		{"in its launch year it is the base, the clouds closed or not", 1, 2028, 12e9},
		{"from the year after it grows", 1, 2029, 24e9},
	} {
		if got := s.Revenue(c.stream, c.year); got != c.want {
			t.Errorf("%s: %v in %d, want %v", c.sentence, got, c.year, c.want)
		}
	}
}
