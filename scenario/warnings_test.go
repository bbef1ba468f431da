package scenario_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// A caution is a scenario with the warnings it should give: each as its path
// and a part of its message.
type caution struct {
	sentence string
	change   func(s *scenario.Scenario)
	warns    []string
}

func holdCautions(t *testing.T, cautions []caution) {
	t.Helper()
	for _, c := range cautions {
		t.Run(c.sentence, func(t *testing.T) {
			t.Parallel()
			s := plan()
			c.change(&s)
			warnings := project(t, s).Warnings
			if len(warnings) != len(c.warns) {
				t.Fatalf("warnings %q, want %q", warnings, c.warns)
			}
			for i, w := range warnings {
				path, part, _ := strings.Cut(c.warns[i], ": ")
				if w.Path != path || !strings.Contains(w.Message, part) {
					t.Errorf("warning %q, want %q", w, c.warns[i])
				}
			}
		})
	}
}

func TestWarningsOfStreams(t *testing.T) {
	t.Parallel()
	add := func(channel scenario.Channel, launch int, also ...func(*scenario.Scenario)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			st := flatStream("Second", channel)
			if launch != 0 {
				st.Launch, st.Growth = launch, still(launch+1, s.LastYear)
			}
			s.Outlook.Streams = append(s.Outlook.Streams, st)
			for _, change := range also {
				change(s)
			}
		}
	}
	clouds := func(from string, lead int) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Terms.OtherClouds = scenario.OtherClouds{From: month(from), AzureLeadMonths: lead}
		}
	}
	growth := func(year int) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			last := len(s.Outlook.Streams) - 1
			s.Outlook.Streams[last].Growth = s.Outlook.Streams[last].Growth.With(year, 0.5)
		}
	}
	const other = scenario.ChannelOtherCloud
	holdCautions(t, []caution{
		{"the plain case gives none", func(*scenario.Scenario) {}, nil},
		{"no stream at all is no oddity", func(s *scenario.Scenario) { s.Outlook.Streams = nil }, nil},
		{"a launch in the last year is none", add(scenario.ChannelDirect, 2030), nil},
		{"a launch after it is", add(scenario.ChannelDirect, 2031), []string{"outlook.streams[1].launch: Second launches in 2031"}},
		{"growth of the first and the last year has its effect", func(s *scenario.Scenario) { growth(2026)(s); growth(2030)(s) }, nil},
		{"growth before the first year has none", growth(2025), []string{"outlook.streams[0].growth.2025: grows from 2026 to 2030"}},
		{"growth after the last year has none", growth(2031), []string{"outlook.streams[0].growth.2031: grows from 2026 to 2030"}},
		{"growth of the launch year has none", add(scenario.ChannelDirect, 2027, growth(2027)), []string{"outlook.streams[1].growth.2027: grows from 2028 to 2030"}},
		{"growth of the year after the launch has", add(scenario.ChannelDirect, 2027, growth(2028)), nil},
		{"growth of a stream launched at the end has none", add(scenario.ChannelDirect, 2030, growth(2030)), []string{"outlook.streams[1].growth.2030: does not grow before 2031"}},
		{"an other-cloud stream that is never allowed never earns", add(other, 0), []string{"outlook.streams[1].channel: Second never earns: the terms never allow"}},
		{"nor does it where the clause on AGI has no month", add(other, 0, func(s *scenario.Scenario) { s.Terms.OtherClouds.OpensAtAGI = true }), []string{"outlook.streams[1].channel: never allow"}},
		{"one allowed after the last month never earns", add(other, 0, clouds("2031-01", 0)), []string{"outlook.streams[1].channel: only from January 2031, after the last year"}},
		{"one allowed in the last month earns from then", add(other, 0, clouds("2030-12", 0)), []string{"outlook.streams[1].channel: Second earns only from December 2030"}},
		{"one allowed in the second month earns from then", add(other, 0, clouds("2026-02", 0)), []string{"outlook.streams[1].channel: Second earns only from February 2026"}},
		{"one allowed from the first month is no oddity", add(other, 0, clouds("2026-01", 0)), nil},
		{"one allowed before its launch is no oddity", add(other, 2027, clouds("2026-05", 0)), nil},
		{"one that Azure leads after its launch is", add(other, 2027, clouds("2026-05", 1)), []string{"outlook.streams[1].channel: Second earns only from February 2027"}},
		{"one launched after the last year is named once", add(other, 2031, clouds("2026-05", 0)), []string{"outlook.streams[1].launch: earns nothing"}},
	})
}

func TestWarningsOfTerms(t *testing.T) {
	t.Parallel()
	share := func(change func(*scenario.Share)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) { change(&s.Terms.Share) }
	}
	span := func(from, through string) func(*scenario.Scenario) {
		return share(func(s *scenario.Share) { s.From, s.Through = month(from), month(through) })
	}
	capFrom := func(text string, also ...func(*scenario.Scenario)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Terms.Share.CapFrom = month(text)
			for _, change := range also {
				change(s)
			}
		}
	}
	free := share(func(s *scenario.Share) { s.Capped, s.Cap = false, 0 })
	already := func(amount unit.Amount) func(*scenario.Scenario) {
		return share(func(s *scenario.Share) { s.AlreadyPaid = amount })
	}
	rates := func(year int, change func(*scenario.Share)) func(*scenario.Scenario) {
		return share(func(s *scenario.Share) { s.RatesByYear = s.RatesByYear.With(year, 0.1); change(s) })
	}
	asIs := func(*scenario.Share) {}
	until2028 := func(s *scenario.Share) { s.From, s.Through = month("2026-12"), month("2028-01") }
	holdCautions(t, []caution{
		{"a share from the first to the last month is no oddity", span("2026-01", "2030-12"), nil},
		{"a share from the month before the first is", span("2025-12", "2030-12"), []string{"terms.share.from: before January 2026"}},
		{"a share through January of the last year is not", span("2026-01", "2030-01"), nil},
		{"a share that ends with the year before the last is", span("2026-01", "2029-12"), []string{"terms.share.through: through December 2029"}},
		{"a share through the month after the last is", span("2026-01", "2031-01"), []string{"terms.share.through: after December 2030"}},
		{"a share of the first month alone is one for the years after it alone", span("2026-01", "2026-01"), []string{"terms.share.through: through January 2026"}},
		{"a share of the last month alone is none", span("2030-12", "2030-12"), nil},
		{"a share that starts after the last year is", span("2031-01", "2031-06"), []string{"terms.share.from: nothing is paid"}},
		{"a share that ends before the first year is", span("2025-01", "2025-12"), []string{"terms.share.from: before January 2026", "terms.share.through: nothing is paid"}},
		{"a cap that counts from the first month is no oddity", capFrom("2026-01"), nil},
		{"a cap that counts from the last month is none", capFrom("2030-12"), nil},
		{"a cap that counts from the month before the first is", capFrom("2025-12"), []string{"terms.share.capFrom: December 2025"}},
		{"a cap that counts from after the last month is", capFrom("2031-01", span("2026-01", "2031-01")), []string{"terms.share.through: ", "terms.share.capFrom: only from January 2031"}},
		{"without a cap where it counts from is nothing", capFrom("2025-12", free), nil},
		{"a cap counted before is reached before", already(38e9), []string{"terms.share.alreadyPaid: reached before January 2026"}},
		{"a cap of nothing is reached before anything was counted", share(func(s *scenario.Share) { s.Cap = 0 }), []string{"terms.share.cap: a cap of $0 leaves nothing to pay"}},
		{"a cap counted before but for a dollar is not", already(38e9 - 1), nil},
		{"without a cap what was counted before is nothing", func(s *scenario.Scenario) { already(38e9)(s); free(s) }, nil},
		{"a rate of the last year has its effect", rates(2030, asIs), nil},
		{"a rate of the year before the first has none", rates(2025, asIs), []string{"terms.share.ratesByYear.2025: the rate of 2025 has no effect"}},
		{"a rate of the year after the last has none", rates(2031, asIs), []string{"terms.share.ratesByYear.2031: no effect"}},
		{"a rate of the year in which the share starts has its effect", rates(2026, until2028), []string{"terms.share.through: through January 2028"}},
		{"a rate of the year in which the share ends has its effect", rates(2028, until2028), []string{"terms.share.through: through January 2028"}},
		{"a rate of the year after the share has none", rates(2029, until2028), []string{"terms.share.through: through January 2028", "terms.share.ratesByYear.2029: no effect"}},
		{"a rate of the year after AGI ends the share has none", func(s *scenario.Scenario) {
			s.Outlook.AGIVerified = month("2028-12")
			rates(2029, func(s *scenario.Share) { s.EndsAtAGI = true })(s)
		}, []string{"terms.share.ratesByYear.2029: no effect"}},
		{"a rate under a share that AGI ends before it starts has none", func(s *scenario.Scenario) {
			s.Outlook.AGIVerified = month("2026-06")
			rates(2026, func(s *scenario.Share) { s.From, s.EndsAtAGI = month("2026-07"), true })(s)
		}, []string{"terms.share.endsAtAGI: ", "terms.share.ratesByYear.2026: no effect"}},
		{"a reverse share without a stream of Azure has none", func(s *scenario.Scenario) {
			s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: month("2026-01"), Through: month("2026-04")}
		}, []string{"terms.reverse: no stream of Azure resale"}},
		{"with one it has", func(s *scenario.Scenario) {
			s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: month("2026-01"), Through: month("2026-04")}
			s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Azure", scenario.ChannelAzure))
		}, nil},
		{"a stream of Azure without a reverse share is no oddity", func(s *scenario.Scenario) {
			s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Azure", scenario.ChannelAzure))
		}, nil},
	})
}

func TestWarningsOfAGIAndValuation(t *testing.T) {
	t.Parallel()
	agi := func(change func(*scenario.Terms)) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			s.Outlook.AGIVerified = month("2030-06")
			change(&s.Terms)
		}
	}
	license := func(exclusive scenario.Exclusive) func(*scenario.Terms) {
		return func(t *scenario.Terms) {
			t.License = &scenario.License{Through: month("2032-12"), Exclusive: exclusive}
		}
	}
	reverse := func(ends bool) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			agi(func(*scenario.Terms) {})(s)
			s.Terms.Reverse = &scenario.Reverse{From: month("2026-01"), Through: month("2026-04"), EndsAtAGI: ends}
			s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Azure", scenario.ChannelAzure))
		}
	}
	asOf := func(text string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) { s.Valuation.AsOf = month(text) }
	}
	unheeded := []string{"outlook.agiVerified: no term depends on AGI"}
	holdCautions(t, []caution{
		{"AGI that no term refers to is odd", agi(func(*scenario.Terms) {}), unheeded},
		{"AGI that ends the share is not", agi(func(t *scenario.Terms) { t.Share.EndsAtAGI = true }), nil},
		{"AGI that opens other clouds is not", agi(func(t *scenario.Terms) { t.OtherClouds.OpensAtAGI = true }), nil},
		{"AGI that ends the reverse share is not", reverse(true), nil},
		{"AGI that the reverse share does not depend on is", reverse(false), unheeded},
		{"AGI that ends exclusivity is not", agi(license(scenario.ExclusiveUntilAGI)), nil},
		{"AGI that exclusivity does not depend on is", agi(license(scenario.ExclusiveYes)), unheeded},
		{"a clause on AGI without its month is no oddity", func(s *scenario.Scenario) { s.Terms.Share.EndsAtAGI = true }, nil},
		{"a valuation in the first month is no oddity", asOf("2026-01"), nil},
		{"one before it is", asOf("2025-12"), []string{"valuation.asOf: December 2025 is before the first year"}},
		{"one in the second month leaves out payments", asOf("2026-02"), []string{"valuation.asOf: payments before February 2026"}},
		{"one when the payments start leaves out none", func(s *scenario.Scenario) {
			s.Terms.Share.From = month("2026-05")
			asOf("2026-05")(s)
		}, nil},
		{"one the month after leaves out the first", func(s *scenario.Scenario) {
			s.Terms.Share.From = month("2026-05")
			asOf("2026-06")(s)
		}, []string{"valuation.asOf: payments before June 2026"}},
		{"one in the last month leaves out payments", asOf("2030-12"), []string{"valuation.asOf: payments before December 2030"}},
		{"one after the last month leaves out all", asOf("2031-01"), []string{"valuation.asOf: January 2031 is after the last year"}},
	})
}

func TestWarningsComeInTheOrderOfTheModel(t *testing.T) {
	t.Parallel()
	s := plan()
	s.Valuation.AsOf = month("2031-01")
	s.Terms.Share.From, s.Terms.Share.AlreadyPaid = month("2025-12"), 38e9
	s.Outlook.AGIVerified = month("2027-01")
	s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(2025, 1)
	var paths []string
	for _, w := range project(t, s).Warnings {
		paths = append(paths, w.Path)
	}
	want := []string{"outlook.streams[0].growth.2025", "outlook.agiVerified", "terms.share.from", "terms.share.alreadyPaid", "valuation.asOf"}
	if !slices.Equal(paths, want) {
		t.Errorf("warnings of %q, want %q", paths, want)
	}
}

func TestWhatCannotBeComputedIsRefused(t *testing.T) {
	t.Parallel()
	growing := func(s *scenario.Scenario, stream, without int) {
		s.Outlook.Streams[stream].Growth = s.Outlook.Streams[stream].Growth.Without(without)
	}
	for _, c := range []struct {
		sentence string
		change   func(s *scenario.Scenario)
		paths    []string // of the faults; empty where there is none
	}{
		{"growth missing in the first year names stream and year", func(s *scenario.Scenario) { growing(s, 0, 2026) }, []string{"outlook.streams[0].growth.2026"}},
		{"growth missing in the last year of a second stream does", func(s *scenario.Scenario) { growing(s, 1, 2030) }, []string{"outlook.streams[1].growth.2030"}},
		{"all that is missing is named", func(s *scenario.Scenario) { growing(s, 0, 2027); growing(s, 1, 2029) }, []string{"outlook.streams[0].growth.2027", "outlook.streams[1].growth.2029"}},
		{"growth missing in the year after the launch is", func(s *scenario.Scenario) { s.Outlook.Streams[1].Launch = 2027; growing(s, 1, 2028) }, []string{"outlook.streams[1].growth.2028"}},
		{"growth missing in the launch year is not", func(s *scenario.Scenario) { s.Outlook.Streams[1].Launch = 2027; growing(s, 1, 2027) }, nil},
		{"a horizon that grows needs more growth", func(s *scenario.Scenario) { s.LastYear = 2031 }, []string{"outlook.streams[0].growth.2031", "outlook.streams[1].growth.2031"}},
		{"a launch before the horizon is refused", func(s *scenario.Scenario) { s.Outlook.Streams[1].Launch = 2025 }, []string{"outlook.streams[1].launch"}},
		{"a window that ends before it starts is refused", func(s *scenario.Scenario) { s.Terms.Share.Through = month("2025-12") }, []string{"terms.share.through"}},
		{"more streams than there may be are refused", func(s *scenario.Scenario) {
			for i := 2; i <= scenario.MaxStreams; i++ {
				s.Outlook.Streams = append(s.Outlook.Streams, flatStream(fmt.Sprint(i), scenario.ChannelDirect))
			}
		}, []string{"outlook.streams"}},
	} {
		s := flat()
		s.Outlook.Streams = append(s.Outlook.Streams, flatStream("Second", scenario.ChannelAzure))
		c.change(&s)
		p, err := scenario.Project(s)
		total, totalErr := scenario.Total(s)
		if fmt.Sprint(err) != fmt.Sprint(totalErr) {
			t.Errorf("%s: Project says %v, Total %v", c.sentence, err, totalErr)
		}
		if err != nil && (p.Months != nil || total != scenario.Totals{}) {
			t.Errorf("%s: an error comes with a projection", c.sentence)
		}
		faults, _ := err.(fault.List)
		var paths []string
		for _, fault := range faults {
			paths = append(paths, fault.Path)
		}
		if !slices.Equal(paths, c.paths) {
			t.Errorf("%s: %v, want faults of %q", c.sentence, err, c.paths)
		}
	}
}

func TestWarningsOfActuals(t *testing.T) {
	for _, test := range []struct {
		sentence, actuals string
		rule              scenario.AfterActuals
		change            func(*scenario.Scenario)
		want              string
	}{
		{"none", "2026-Q1 3 2026-04 1", "", nil, ""},
		{"one month is missing", "2026-Q1 3 2026-05 1", "", nil, "outlook.streams[0].actuals: OpenAI has no actual for April 2026: the plan stands in for it"},
		{"two spans are missing", "2026-03 3 2026-05 1", "", nil, "outlook.streams[0].actuals: OpenAI has no actual for January 2026 to February 2026 and April 2026: the plan stands in for it"},
		{"many are missing", "2026-02 1 2026-04 1 2026-06 1 2026-08 1 2026-10 1", "", nil, "outlook.streams[0].actuals: OpenAI has no actual for January 2026, March 2026, May 2026 and 2 more spans: the plan stands in for it"},
		{"outside the horizon", "2025-Q4 3 2031-01 1", "", nil, "outlook.streams[0].actuals: OpenAI has actuals outside the years 2026 to 2030, which have no effect"},
		{"more than the year's plan", "2026-Q1 12.1", "", nil, "outlook.afterActuals: OpenAI has earned more by March 2026 than was planned for 2026: for the rest of the year it earns nothing"},
		{"exactly the year's plan", "2026-Q1 12", "", nil, ""},
		{"more than the year's plan, by a rule that does not mind", "2026-Q1 12.1", scenario.KeepMonths, nil, ""},
		{"before other clouds open", "2026-Q1 3", "", cloudsFrom("2026-03"), "outlook.streams[0].actuals: actuals of OpenAI before March 2026 are left out: other clouds are open to it only then"},
		{"before a launch", "2026-Q1 3", scenario.KeepMonths, launched(2031), "outlook.streams[0].launch: OpenAI launches in 2031, after the last year: nothing is planned for it"},
	} {
		s := knowing(flat(), test.rule, test.actuals)
		quiet := flat()
		if test.change != nil {
			test.change(&s)
			test.change(&quiet)
		}
		usual := map[string]bool{}
		for _, w := range project(t, quiet).Warnings {
			usual[w.Path+": "+w.Message] = true
		}
		var got []string
		for _, w := range project(t, s).Warnings {
			if line := w.Path + ": " + w.Message; !usual[line] {
				got = append(got, line)
			}
		}
		if strings.Join(got, "\n") != test.want {
			t.Errorf("%s: %q, want %q", test.sentence, got, test.want)
		}
	}
}
