package scenario_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// Each month 0.2 billion are due, exactly, so that a cap of a billion is used
// up at the end of May 2026. Its sliver is half a cent and a tenth: $0.006.

func TestShareWindow(t *testing.T) {
	t.Parallel()
	share := func(from, through string, also ...func(*scenario.Scenario)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Terms.Share.From, s.Terms.Share.Through = month(from), month(through)
			for _, change := range also {
				change(s)
			}
		}
	}
	agi := func(text string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) { s.Outlook.AGIVerified = month(text) }
	}
	ends := func(s *scenario.Scenario) { s.Terms.Share.EndsAtAGI = true }
	special := func(year int, rate unit.Rate) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Terms.Share.RatesByYear = s.Terms.Share.RatesByYear.With(year, rate)
		}
	}
	const first, last = "2026-01", "2030-12"
	hold(t, flat, []rule{
		{"the worked case pays 0.2 billion a month", share(first, last), figures{
			"paid 2026-01": 0.2e9, "paid 2028": 2.4e9, "paid total": 12e9, "forgone total": 0, "cumulative 2030-12": 12e9, "headroom 2030-12": 0,
		}},
		{"both ends of the window pay", share("2027-03", "2027-05"), figures{
			"due 2027-02": 0, "due 2027-03": 0.2e9, "due 2027-05": 0.2e9, "due 2027-06": 0, "due total": 0.6e9, "revenue 2027-02": 1e9,
		}},
		{"a window of one month pays once", share("2028-07", "2028-07"), figures{"paid total": 0.2e9, "paid 2028-07": 0.2e9}},
		{"a window before the horizon pays nothing", share("2024-01", "2025-12"), figures{"due total": 0}},
		{"a window up to the first month pays once", share("2024-01", "2026-01"), figures{"due total": 0.2e9}},
		{"a window after the horizon pays nothing", share("2031-01", "2032-12"), figures{"due total": 0}},
		{"a window from the last month pays once", share("2030-12", "2032-12"), figures{"due total": 0.2e9}},
		{"AGI ends the window with its month", share(first, last, agi("2027-06"), ends), figures{
			"due 2027-06": 0.2e9, "due 2027-07": 0, "due total": 18 * 0.2e9, "revenue 2027-07": 1e9,
		}},
		{"AGI ends nothing where no term says so", share(first, last, agi("2027-06")), figures{"due total": 12e9}},
		{"without AGI its clause ends nothing", share(first, last, ends), figures{"due total": 12e9}},
		{"AGI after the window does not extend it", share(first, "2027-05", agi("2027-06"), ends), figures{"due 2027-05": 0.2e9, "due 2027-06": 0}},
		{"AGI in the first month of the window leaves that month", share("2027-03", last, agi("2027-03"), ends), figures{"due total": 0.2e9}},
		{"AGI before the window leaves nothing", share("2027-03", last, agi("2027-02"), ends), figures{"due total": 0}},
		{"a year's own rate overrides the rate", share(first, last, special(2027, 0.5)), figures{"due 2026-12": 0.2e9, "due 2027-01": 0.5e9, "due 2027-12": 0.5e9, "due 2028-01": 0.2e9}},
		{"a year's own rate may be 0", share(first, last, special(2027, 0)), figures{"due 2026-12": 0.2e9, "due 2027": 0, "due 2028-01": 0.2e9}},
		{"rates of years outside the horizon do nothing", share(first, last, special(2025, 1), special(2031, 1)), figures{"due total": 12e9}},
		{"a rate of 0 is due nothing", share(first, last, func(s *scenario.Scenario) { s.Terms.Share.Rate = 0 }), figures{"due total": 0, "revenue total": 60e9}},
		{"a rate of 1 is due everything", share(first, last, func(s *scenario.Scenario) { s.Terms.Share.Rate = 1 }), figures{"due total": 60e9, "paid total": 60e9}},
		{"the other clouds' revenue is shared as OpenAI's own", share(first, last, func(s *scenario.Scenario) {
			s.Outlook.Streams[0].Channel = scenario.ChannelOtherCloud
			s.Terms.OtherClouds.From = month("2026-01")
		}), figures{"due 2026-01": 0.2e9}},
	})
}

func TestCap(t *testing.T) {
	t.Parallel()
	cap := func(amount, already unit.Amount, also ...func(*scenario.Scenario)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Terms.Share.Capped, s.Terms.Share.Cap, s.Terms.Share.AlreadyPaid = true, amount, already
			for _, change := range also {
				change(s)
			}
		}
	}
	from := func(text string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) { s.Terms.Share.CapFrom = month(text) }
	}
	window := func(text string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) { s.Terms.Share.From = month(text) }
	}
	hold(t, flat, []rule{
		{"the month of the cap pays what is left of it, the next nothing", cap(0.5e9, 0), figures{
			"paid 2026-02": 0.2e9, "headroom 2026-02": 0.1e9, "cumulative 2026-02": 0.4e9,
			"paid 2026-03": 0.1e9, "forgone 2026-03": 0.1e9, "headroom 2026-03": 0, "cumulative 2026-03": 0.5e9,
			"paid 2026-04": 0, "forgone 2026-04": 0.2e9, "due 2026-04": 0.2e9, "cumulative 2030-12": 0.5e9,
			"paid total": 0.5e9, "forgone total": 11.5e9,
			"reached": "2026-03-16", // half of 31 days is 15 and a half: during the 16th
		}},
		{"a cap of everything due is reached on the last day", cap(12e9, 0), figures{"forgone total": 0, "headroom total": 0, "reached": "2030-12-31"}},
		{"a cap above everything due is not reached", cap(12.1e9, 0), figures{"forgone total": 0, "headroom total": 0.1e9, "reached": ""}},
		{"a sliver below everything due is not above it", cap(12e9-0.001, 0), figures{"paid total": 12e9 - 0.001, "forgone total": 0.001, "reached": "2030-12-31"}},
		{"what was counted before counts", cap(1e9, 0.8e9), figures{"paid total": 0.2e9, "cumulative 2026-01": 1e9, "reached": "2026-01-31"}},
		{"without a cap it counts all the same", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 0.8e9 }, figures{"paid total": 12e9, "cumulative 2026-01": 1e9, "headroom 2026-01": 0, "reached": ""}},

		{"a headroom just below the sliver is nothing: the month pays it all", cap(1e9+0.0059, 0), figures{
			"paid 2026-05": 0.2e9 + 0.0059, "forgone 2026-05": 0, "headroom 2026-05": 0, "paid 2026-06": 0, "cumulative 2026-05": 1e9 + 0.0059, "reached": "2026-05-31",
		}},
		{"a headroom just above the sliver is something: the next month pays it", cap(1e9+0.0061, 0), figures{
			"paid 2026-05": 0.2e9, "headroom 2026-05": 0.0061, "paid 2026-06": 0.0061, "headroom 2026-06": 0, "reached": "2026-06-01",
		}},
		{"a month in which nothing is due pays no sliver", cap(1e9, 1e9-0.0061, window("2026-03")), figures{
			"paid 2026-02": 0, "headroom 2026-02": 0.0061, "paid 2026-03": 0.0061, "reached": "2026-03-01",
		}},
		{"counted before to just below a sliver of the cap, it is reached before", cap(1e9, 1e9-0.0059), figures{
			"paid total": 0, "forgone total": 12e9, "cumulative 2026-01": 1e9 - 0.0059, "headroom 2026-01": 0, "reached": "before",
		}},
		{"counted before to just above a sliver of the cap, it is reached within", cap(1e9, 1e9-0.0061), figures{
			"paid total": 0.0061, "cumulative 2026-01": 1e9, "headroom 2026-01": 0, "reached": "2026-01-01",
		}},
		{"a cap counted before to the dollar is reached before", cap(1e9, 1e9), figures{"paid total": 0, "cumulative total": 1e9, "reached": "before"}},
		{"more counted before than the cap stays what it is", cap(1e9, 3e9), figures{"paid total": 0, "cumulative total": 3e9, "headroom total": 0, "reached": "before"}},
		{"a cap of nothing is reached before", cap(0, 0), figures{"paid total": 0, "forgone total": 12e9, "headroom 2026-01": 0, "reached": "before"}},
		{"a cap below half a cent is nothing", cap(0.0049, 0), figures{"paid total": 0, "reached": "before"}},
		{"a cap above half a cent is something", cap(0.0051, 0), figures{"paid 2026-01": 0.0051, "reached": "2026-01-01"}},

		{"before the cap counts payments are full and do not count", cap(0.4e9, 0, from("2027-03")), figures{
			"paid 2027-02": 0.2e9, "cumulative 2027-02": 0, "headroom 2027-02": 0.4e9,
			"paid 2027-03": 0.2e9, "cumulative 2027-03": 0.2e9, "paid 2027-04": 0.2e9, "paid 2027-05": 0,
			"paid total": 16 * 0.2e9, "reached": "2027-04-30",
		}},
		{"without its own month the cap counts from the window's first", cap(0.4e9, 0, window("2026-11")), figures{
			"cumulative 2026-10": 0, "cumulative 2026-11": 0.2e9, "reached": "2026-12-31",
		}},
		{"a cap that counts from before the window waits for it", cap(0.4e9, 0, window("2026-11"), from("2026-02")), figures{"cumulative 2026-11": 0.2e9, "reached": "2026-12-31"}},
		{"a cap that counts from after the horizon limits nothing", cap(0.4e9, 0.1e9, func(s *scenario.Scenario) {
			s.Terms.Share.Through, s.Terms.Share.CapFrom = month("2032-12"), month("2031-01")
		}), figures{"paid total": 12e9, "cumulative total": 0.1e9, "headroom total": 0.3e9, "reached": ""}},
		{"a cap that counts from the last month limits that month", cap(0.1e9, 0, from("2030-12")), figures{"paid 2030-11": 0.2e9, "paid 2030-12": 0.1e9, "reached": "2030-12-16"}},
		{"a cap reached before still leaves the payments before it counts", cap(1e9, 1e9, from("2026-03")), figures{"paid total": 0.4e9, "paid 2026-03": 0, "cumulative total": 1e9, "reached": "before"}},
		{"without a cap the month it would count from does nothing", from("2027-03"), figures{"paid total": 12e9, "cumulative 2027-02": 14 * 0.2e9}},
	})
}

func TestDayTheCapIsReached(t *testing.T) {
	t.Parallel()
	// Of January's 31 days the given number is paid before the cap is reached.
	for _, c := range []struct {
		sentence string
		days     float64
		want     string
	}{
		{"at once is the first day", 1e-3, "2026-01-01"},
		{"during the first day is the first day", 0.99, "2026-01-01"},
		{"a whole day is the second day", 1, "2026-01-02"},
		{"just less than a millionth short of ten days is ten days", 10 - 0.9e-6, "2026-01-11"},
		{"just more than a millionth short of ten days is not", 10 - 1.1e-6, "2026-01-10"},
		{"ten days and a half is the eleventh day", 10.5, "2026-01-11"},
		{"thirty days is the last day", 30, "2026-01-31"},
		{"the whole month is its last day, not one more", 31, "2026-01-31"},
		{"just more than the month is the next month's first day", 31.001, "2026-02-01"},
		{"half of February is its 15th day", 31 + 31*14.0/28, "2026-02-15"},
	} {
		s := flat()
		s.Terms.Share.Capped, s.Terms.Share.Cap = true, unit.Amount(c.days/31*0.2e9)
		if got := project(t, s).Total.Reached.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.sentence, got, c.want)
		}
	}
}

func TestReverseShare(t *testing.T) {
	t.Parallel()
	start := func() scenario.Scenario {
		s := flat()
		s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Azure", scenario.ChannelAzure))
		s.Terms.Reverse = &scenario.Reverse{Rate: 0.1, From: month("2026-03"), Through: month("2027-06")}
		return s
	}
	agi := func(share, reverse bool) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Outlook.AGIVerified = month("2026-09")
			s.Terms.Share.EndsAtAGI, s.Terms.Reverse.EndsAtAGI = share, reverse
		}
	}
	hold(t, start, []rule{
		{"it is paid in its own window, both ends included", func(*scenario.Scenario) {}, figures{
			"reverse 2026-02": 0, "reverse 2026-03": 0.1e9, "reverse 2027-06": 0.1e9, "reverse 2027-07": 0, "reverse total": 1.6e9,
			"due 2026-02": 0.2e9, "due total": 12e9, "revenue total": 60e9,
		}},
		{"net is what is paid less the reverse share", func(*scenario.Scenario) {}, figures{"net 2026-02": 0.2e9, "net 2026-03": 0.1e9, "net total": 10.4e9}},
		{"net is negative where nothing is paid", func(s *scenario.Scenario) { s.Terms.Share.Rate = 0 }, figures{"net 2026-03": -0.1e9, "net total": -1.6e9}},
		{"only the shared part is reversed", func(s *scenario.Scenario) { s.Outlook.Streams[1].Shared = 0.5 }, figures{"reverse 2026-03": 0.05e9}},
		{"of other streams nothing is reversed", func(s *scenario.Scenario) { s.Outlook.Streams = s.Outlook.Streams[:1] }, figures{"reverse total": 0, "net total": 12e9}},
		{"without a reverse share nothing is", func(s *scenario.Scenario) { s.Terms.Reverse = nil }, figures{"reverse total": 0}},
		{"the cap does not limit it", func(s *scenario.Scenario) { s.Terms.Share.Capped = true }, figures{"reverse total": 1.6e9, "net total": -1.6e9}},
		{"rates by year are the share's alone", func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = still(2026, 2027) }, figures{"reverse 2026-03": 0.1e9}},
		{"AGI ends it with its month where its clause says so", agi(false, true), figures{"reverse 2026-09": 0.1e9, "reverse 2026-10": 0, "due 2026-10": 0.2e9}},
		{"the share's clause does not end it", agi(true, false), figures{"reverse 2026-10": 0.1e9, "due 2026-09": 0.2e9, "due 2026-10": 0}},
		{"AGI ends nothing without a clause", agi(false, false), figures{"reverse 2026-10": 0.1e9, "due 2026-10": 0.2e9}},
	})
}
