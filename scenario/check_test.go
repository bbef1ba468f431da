package scenario_test

import (
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

func TestSoundScenariosHaveNoFaults(t *testing.T) {
	for name, change := range map[string]func(*scenario.Scenario){
		"every field set":       func(*scenario.Scenario) {},
		"least":                 func(s *scenario.Scenario) { *s = leastScenario() },
		"rate 0":                func(s *scenario.Scenario) { s.Terms.Share.Rate = 0 },
		"rate 1":                func(s *scenario.Scenario) { s.Terms.Share.Rate = 1 },
		"rate by year 0 and 1":  func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = scenario.ByYear{{2000, 0}, {2100, 1}} },
		"reverse rate 1":        func(s *scenario.Scenario) { s.Terms.Reverse.Rate = 1 },
		"shared 0":              func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 0 },
		"base 1e15":             func(s *scenario.Scenario) { s.Outlook.Streams[0].Base = 1e15 },
		"growth just above -1":  func(s *scenario.Scenario) { setGrowth(s, math.Nextafter(-1, 0)) },
		"growth 100":            func(s *scenario.Scenario) { setGrowth(s, 100) },
		"cap at both ends":      func(s *scenario.Scenario) { *s.Uncertainty.CapRange = scenario.CapRange{Low: 38e9, High: 38e9} },
		"no cap":                func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Uncertainty.CapRange = false, nil },
		"correlation -1":        func(s *scenario.Scenario) { s.Uncertainty.Correlation = -1 },
		"sd 5":                  func(s *scenario.Scenario) { s.Uncertainty.GrowthSD = scenario.ByYear{{2026, 5}, {2100, 0}} },
		"discount rate -0.5":    func(s *scenario.Scenario) { s.Valuation.DiscountRate = -0.5 },
		"discount rate 10":      func(s *scenario.Scenario) { s.Valuation.DiscountRate = 10 },
		"lead 120":              func(s *scenario.Scenario) { s.Terms.OtherClouds.AzureLeadMonths = 120 },
		"one month":             func(s *scenario.Scenario) { s.Terms.Reverse.Through = s.Terms.Reverse.From },
		"cap from the last":     func(s *scenario.Scenario) { s.Terms.Share.CapFrom = s.Terms.Share.Through },
		"cap from before":       func(s *scenario.Scenario) { s.Terms.Share.CapFrom = unit.FirstMonth },
		"last month":            func(s *scenario.Scenario) { s.Terms.License.Through = unit.LastMonth },
		"launch in first year":  func(s *scenario.Scenario) { launch(s, 2026, 2027, 2028, 2029, 2030) },
		"launch in last year":   func(s *scenario.Scenario) { launch(s, 2030) },
		"launch after horizon":  func(s *scenario.Scenario) { launch(s, 2100) },
		"no streams":            func(s *scenario.Scenario) { s.Outlook.Streams, s.Sources = nil, nil },
		"next to a quarter":     func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 3, 0), known(unit.FirstMonth+3, 1, 1e15)) },
		"no rule":               func(s *scenario.Scenario) { s.Outlook.AfterActuals = "" },
		"64 streams":            func(s *scenario.Scenario) { s.Outlook.Streams = streams(64) },
		"50 years":              func(s *scenario.Scenario) { *s = leastScenario(); s.FirstYear, s.LastYear = 2051, 2100 },
		"one year":              func(s *scenario.Scenario) { s.LastYear = 2026; launch(s, 2026) },
		"64 characters of id":   func(s *scenario.Scenario) { s.ID = strings.Repeat("-", 64) },
		"200 characters":        func(s *scenario.Scenario) { s.Name = strings.Repeat("é", 200) },
		"10,000 characters":     func(s *scenario.Scenario) { s.Note = strings.Repeat("é", 10_000) },
		"small letters in hex":  func(s *scenario.Scenario) { s.Color = "#00ffaB" },
		"empty optional texts":  func(s *scenario.Scenario) { s.Outlook.Name, s.Terms.Name, s.Note, s.Color = "", "", "", "" },
		"source of unset field": func(s *scenario.Scenario) { s.Terms.Reverse = nil; source(s, "terms.reverse.rate") },
	} {
		t.Run(name, func(t *testing.T) {
			s := soundScenario()
			change(&s)
			if faults := field.Check(s); faults != nil {
				t.Errorf("Check = %v, want no fault", faults)
			}
		})
	}
}

func TestFaultsAreNamedByPath(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, test := range []struct {
		change func(*scenario.Scenario)
		want   string
	}{
		{func(s *scenario.Scenario) { s.ID = "" }, `id: "" is not 1 to 64 of a-z, 0-9 and -`},
		{func(s *scenario.Scenario) { s.ID = "Feb" }, `id: "Feb" is not 1 to 64 of a-z, 0-9 and -`},
		{func(s *scenario.Scenario) { s.ID = strings.Repeat("a", 65) }, `id: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"… is not 1 to 64 of a-z, 0-9 and -`},
		{func(s *scenario.Scenario) { s.Name = "" }, "name: is empty; a name has 1 to 200 characters"},
		{func(s *scenario.Scenario) { s.Name = strings.Repeat("é", 201) }, "name: has 201 characters; at most 200 are taken"},
		{func(s *scenario.Scenario) { s.Name = "a\tb" }, "name: has the control character U+0009"},
		{func(s *scenario.Scenario) { s.Name = "a\u0085b" }, "name: has the control character U+0085"},
		{func(s *scenario.Scenario) { s.Name = "a\xff" }, "name: is not valid UTF-8"},
		{func(s *scenario.Scenario) { s.Color = "#12345" }, `color: "#12345" is not a color written #RRGGBB`},
		{func(s *scenario.Scenario) { s.Color = "#12345g" }, `color: "#12345g" is not a color written #RRGGBB`},
		{func(s *scenario.Scenario) { s.Note = strings.Repeat("n", 10_001) }, "note: has 10001 characters; at most 10000 are taken"},
		{func(s *scenario.Scenario) { s.FirstYear = 1999 }, "firstYear: 1999 is not between 2000 and 2100"},
		{func(s *scenario.Scenario) { s.LastYear = 2101 }, "lastYear: 2101 is not between 2000 and 2100"},
		{func(s *scenario.Scenario) { s.LastYear = 2025 }, "lastYear: 2025 is before the first year, 2026"},
		{func(s *scenario.Scenario) { s.LastYear = 2076 }, "lastYear: 2076 makes a horizon of 51 years; at most 50 are taken"},
		{func(s *scenario.Scenario) { s.Outlook.Name = "\x00" }, "outlook.name: has the control character U+0000"},
		{func(s *scenario.Scenario) { s.Outlook.Preset = "P" }, `outlook.preset: "P" is not 1 to 64 of a-z, 0-9 and -`},
		{func(s *scenario.Scenario) { s.Outlook.Shape = "" }, `outlook.shape: "" is not ramp or even`},
		{func(s *scenario.Scenario) { s.Outlook.AGIVerified = unit.LastMonth + 1 }, "outlook.agiVerified: month 25212 is not between 2000-01 and 2100-12"},
		{func(s *scenario.Scenario) { s.Outlook.AfterActuals = "hold" }, `outlook.afterActuals: "hold" is not keep-year, keep-months, rescale or pace`},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 12, 1)) }, "outlook.streams[0].actuals.2000: is not a month or a quarter from 2000 to 2100"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth-1, 1, 1)) }, "outlook.streams[0].actuals.1999-12: is not a month or a quarter from 2000 to 2100"},
		{func(s *scenario.Scenario) { know(s, known(unit.LastMonth+1, 3, 1)) }, "outlook.streams[0].actuals.2101-Q1: is not a month or a quarter from 2000 to 2100"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth+1, 3, 1)) }, "outlook.streams[0].actuals.2000-Q1: is not a month or a quarter from 2000 to 2100"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 1, 1), known(unit.FirstMonth, 1, 1)) }, "outlook.streams[0].actuals.2000-01: comes twice or out of order"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth+1, 1, 1), known(unit.FirstMonth, 1, 1)) }, "outlook.streams[0].actuals.2000-01: comes twice or out of order"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 3, 1), known(unit.FirstMonth+2, 1, 1)) }, "outlook.streams[0].actuals.2000-03: lies in 2000-Q1, which has an actual of its own; no month is given twice"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 1, 1), known(unit.FirstMonth, 3, 1)) }, "outlook.streams[0].actuals.2000-Q1: covers 2000-01, which has an actual of its own; no month is given twice"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 1, -1)) }, "outlook.streams[0].actuals.2000-01: -1 is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { know(s, known(unit.FirstMonth, 3, 1.1e15)) }, "outlook.streams[0].actuals.2000-Q1: 1.1e15 is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { know(s, make(scenario.Actuals, 601)...) }, "outlook.streams[0].actuals: has 601 entries; at most 600 are taken"},
		{func(s *scenario.Scenario) { s.Outlook.Streams = streams(65) }, "outlook.streams: has 65 entries; at most 64 are taken"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[1].Name = "OpenAI" }, `outlook.streams[1].name: "OpenAI" is the name of another stream`},
		{func(s *scenario.Scenario) { s.Outlook.Streams[1].Name = "" }, "outlook.streams[1].name: is empty; a name has 1 to 200 characters"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[1].Channel = "aws" }, `outlook.streams[1].channel: "aws" is not direct, other-cloud or azure`},
		{func(s *scenario.Scenario) { s.Outlook.Streams[1].Launch = 2025 }, "outlook.streams[1].launch: 2025 is before the first year, 2026"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[1].Launch = 1999 }, "outlook.streams[1].launch: 1999 is not between 2000 and 2100"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[1].Base = -1 }, "outlook.streams[1].base: -1 is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[0].Base = unit.Amount(nan) }, "outlook.streams[0].base: NaN is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[0].Base = unit.Amount(inf) }, "outlook.streams[0].base: +Inf is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { s.Outlook.Streams[0].Shared = 1.0001 }, "outlook.streams[0].shared: 1.0001 is not between 0 and 1"},
		{func(s *scenario.Scenario) { setGrowth(s, -1) }, "outlook.streams[0].growth.2026: -1 is not above -1 and at most 100"},
		{func(s *scenario.Scenario) { setGrowth(s, 100.5) }, "outlook.streams[0].growth.2026: 100.5 is not above -1 and at most 100"},
		{func(s *scenario.Scenario) { setGrowth(s, nan) }, "outlook.streams[0].growth.2026: NaN is not above -1 and at most 100"},
		{func(s *scenario.Scenario) { addGrowth(s, 1999) }, "outlook.streams[0].growth.1999: 1999 is not between 2000 and 2100"},
		{func(s *scenario.Scenario) { addGrowth(s, 2101) }, "outlook.streams[0].growth.2101: 2101 is not between 2000 and 2100"},
		{func(s *scenario.Scenario) { dropGrowth(s, 1, 2029) }, "outlook.streams[1].growth.2029: missing"},
		{func(s *scenario.Scenario) { dropGrowth(s, 0, 2026) }, "outlook.streams[0].growth.2026: missing"},
		{func(s *scenario.Scenario) { dropGrowth(s, 0, 2030) }, "outlook.streams[0].growth.2030: missing"},
		{
			func(s *scenario.Scenario) {
				g := s.Outlook.Streams[0].Growth
				s.Outlook.Streams[0].Growth = append(g[:len(g):len(g)], scenario.YearRate{Year: 2031, Rate: 1})
			},
			"outlook.streams[0].growth.2031: comes twice or out of order",
		},
		{func(s *scenario.Scenario) { s.Terms.Name = "\n" }, "terms.name: has the control character U+000A"},
		{func(s *scenario.Scenario) { s.Terms.Preset = "a b" }, `terms.preset: "a b" is not 1 to 64 of a-z, 0-9 and -`},
		{func(s *scenario.Scenario) { s.Terms.Share.Rate = 1.4 }, "terms.share.rate: 1.4 is not between 0 and 1"},
		{func(s *scenario.Scenario) { s.Terms.Share.Rate = unit.Rate(nan) }, "terms.share.rate: NaN is not between 0 and 1"},
		{func(s *scenario.Scenario) { s.Terms.Share.RatesByYear = scenario.ByYear{{2027, -0.1}} }, "terms.share.ratesByYear.2027: -0.1 is not between 0 and 1"},
		{func(s *scenario.Scenario) { s.Terms.Share.From = 0 }, "terms.share.from: missing"},
		{func(s *scenario.Scenario) { s.Terms.Share.From = unit.FirstMonth - 1 }, "terms.share.from: month 23999 is not between 2000-01 and 2100-12"},
		{func(s *scenario.Scenario) { s.Terms.Share.Through, s.Terms.Share.CapFrom = unit.NewMonth(2025, 12), 0 }, "terms.share.through: 2025-12 is before 2026-01, where it begins"},
		{func(s *scenario.Scenario) { s.Terms.Share.CapFrom = unit.NewMonth(2031, 1) }, "terms.share.capFrom: 2031-01 is after 2030-12, where the share ends"},
		{func(s *scenario.Scenario) { s.Terms.Share.Cap, s.Uncertainty.CapRange = -1, nil }, "terms.share.cap: -1 is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { s.Terms.Share.Cap = unit.Amount(nan) }, "terms.share.cap: NaN is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 1.1e15 }, "terms.share.alreadyPaid: 1.1e15 is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { s.Terms.Reverse.Rate = 2 }, "terms.reverse.rate: 2 is not between 0 and 1"},
		{func(s *scenario.Scenario) { s.Terms.Reverse.Through = 0 }, "terms.reverse.through: missing"},
		{func(s *scenario.Scenario) { s.Terms.Reverse.Through = unit.NewMonth(2025, 12) }, "terms.reverse.through: 2025-12 is before 2026-01, where it begins"},
		{func(s *scenario.Scenario) { s.Terms.OtherClouds.From = 1 }, "terms.otherClouds.from: month 1 is not between 2000-01 and 2100-12"},
		{func(s *scenario.Scenario) { s.Terms.OtherClouds.AzureLeadMonths = 121 }, "terms.otherClouds.azureLeadMonths: 121 is not between 0 and 120"},
		{func(s *scenario.Scenario) { s.Terms.License.Through = 0 }, "terms.license.through: missing"},
		{func(s *scenario.Scenario) { s.Terms.License.Exclusive = "maybe" }, `terms.license.exclusive: "maybe" is not no, until-agi or yes`},
		{func(s *scenario.Scenario) { s.Valuation.DiscountRate = -0.51 }, "valuation.discountRate: -0.51 is not between -0.5 and 10"},
		{func(s *scenario.Scenario) { s.Valuation.DiscountRate = 10.5 }, "valuation.discountRate: 10.5 is not between -0.5 and 10"},
		{func(s *scenario.Scenario) { s.Valuation.AsOf = -5 }, "valuation.asOf: month -5 is not between 2000-01 and 2100-12"},
		{func(s *scenario.Scenario) { s.Uncertainty.GrowthSD = scenario.ByYear{{2026, 5.1}} }, "uncertainty.growthSD.2026: 5.1 is not between 0 and 5"},
		{func(s *scenario.Scenario) { s.Uncertainty.Correlation = 1.1 }, "uncertainty.correlation: 1.1 is not between -1 and 1"},
		{func(s *scenario.Scenario) { s.Terms.Share.Capped = false }, "uncertainty.capRange: needs a cap: set terms.share.cap or leave the range out"},
		{func(s *scenario.Scenario) { s.Uncertainty.CapRange.Low = 39e9 }, "uncertainty.capRange.low: 39e9 is above the cap, 38e9"},
		{func(s *scenario.Scenario) { s.Uncertainty.CapRange.High = 37e9 }, "uncertainty.capRange.high: 37e9 is below the cap, 38e9"},
		{func(s *scenario.Scenario) { s.Uncertainty.CapRange.High = unit.Amount(inf) }, "uncertainty.capRange.high: +Inf is not between 0 and 1e15"},
		{func(s *scenario.Scenario) { source(s, "terms.share.capp") }, "sources.terms.share.capp: names no field of the scenario"},
		{func(s *scenario.Scenario) { source(s, "outlook.streams[2].base") }, "sources.outlook.streams[2].base: names no field of the scenario"},
		{func(s *scenario.Scenario) { source(s, "outlook.streams[00].base") }, "sources.outlook.streams[00].base: names no field of the scenario"},
		{func(s *scenario.Scenario) { source(s, "outlook.streams[0].revenue.1999") }, "sources.outlook.streams[0].revenue.1999: names no field of the scenario"},
		{func(s *scenario.Scenario) { source(s, "outlook.streams[0].revenue") }, "sources.outlook.streams[0].revenue: names no field of the scenario"},
		{func(s *scenario.Scenario) { editSource(s, func(x *scenario.Source) { x.Status = "rumor" }) }, `sources.terms.share.cap.status: "rumor" is not confirmed, reported or estimate`},
		{func(s *scenario.Scenario) { editSource(s, func(x *scenario.Source) { x.Value.Number = inf }) }, "sources.terms.share.cap.value: +Inf is not a finite number"},
		{func(s *scenario.Scenario) { editSource(s, func(x *scenario.Source) { x.Value.Kind = 7 }) }, "sources.terms.share.cap.value: is neither a number, a text nor a truth value"},
		{func(s *scenario.Scenario) { editSource(s, func(x *scenario.Source) { x.Date = "2026-02-30" }) }, `sources.terms.share.cap.date: "2026-02-30" is not a date: February 2026 has 28 days`},
		{func(s *scenario.Scenario) {
			editSource(s, func(x *scenario.Source) { x.Publisher = strings.Repeat("p", 501) })
		}, "sources.terms.share.cap.publisher: has 501 characters; at most 500 are taken"},
		{func(s *scenario.Scenario) {
			editSource(s, func(x *scenario.Source) { x.Title = strings.Repeat("t", 501) })
		}, "sources.terms.share.cap.title: has 501 characters; at most 500 are taken"},
		{func(s *scenario.Scenario) {
			editSource(s, func(x *scenario.Source) { x.URL = strings.Repeat("u", 2001) })
		}, "sources.terms.share.cap.url: has 2001 characters; at most 2000 are taken"},
		{func(s *scenario.Scenario) {
			editSource(s, func(x *scenario.Source) { x.Note = strings.Repeat("n", 10_001) })
		}, "sources.terms.share.cap.note: has 10001 characters; at most 10000 are taken"},
		{func(s *scenario.Scenario) { s.Name = "plan\u202e" }, "name: has U+202E, which cannot be seen and can turn what is read around; write the name without it"},
		{func(s *scenario.Scenario) { s.Name = "pl\u200ban" }, "name: has U+200B, which cannot be seen and can turn what is read around; write the name without it"},
		{func(s *scenario.Scenario) { s.Name = "pl\u00adan" }, "name: has U+00AD, which cannot be seen and can turn what is read around; write the name without it"},
		{func(s *scenario.Scenario) { s.Name = "pl\u2028an" }, "name: has U+2028, which cannot be seen and can turn what is read around; write the name without it"},
		{func(s *scenario.Scenario) { s.Name = "\u3164" }, "name: has U+3164, which cannot be seen and can turn what is read around; write the name without it"},
		{func(s *scenario.Scenario) { s.Terms.Name = "\u2066" }, "terms.name: has U+2066, which cannot be seen and can turn what is read around; write the name without it"},
		{func(s *scenario.Scenario) { editSource(s, func(x *scenario.Source) { x.URL = "\xff" }) }, "sources.terms.share.cap.url: is not valid UTF-8"},
	} {
		t.Run(test.want, func(t *testing.T) {
			s := soundScenario()
			test.change(&s)
			faults := field.Check(s)
			if len(faults) == 0 || faults[0].String() != test.want {
				t.Errorf("Check =\n%v\nwant first\n%s", faults, test.want)
			}
		})
	}
}

func TestFiguresAreCheckedAlone(t *testing.T) {
	s := soundScenario()
	s.ID, s.Name, s.Color, s.Note, s.Outlook.Preset, s.Terms.Name = "", "", "blue", "\xff", "P", "\n"
	s.Outlook.Streams[0].Name, s.Outlook.Streams[1].Name = "same", "same"
	source(&s, "nowhere")
	if faults := s.CheckFigures(); faults != nil {
		t.Errorf("CheckFigures = %v, want no fault", faults)
	}
	s.Terms.Share.Rate, s.Terms.License.Exclusive = 2, "x"
	dropGrowth(&s, 0, 2027)
	var paths []string
	for _, fault := range s.CheckFigures() {
		paths = append(paths, fault.Path)
	}
	if want := "outlook.streams[0].growth.2027 terms.share.rate terms.license.exclusive"; strings.Join(paths, " ") != want {
		t.Errorf("CheckFigures finds %q, want %s", paths, want)
	}
}

func TestFaultsComeInModelOrder(t *testing.T) {
	s := soundScenario()
	source(&s, "b")
	source(&s, "a")
	s.Valuation.DiscountRate = 11
	s.Terms.Share.Rate = 2
	dropGrowth(&s, 0, 2027)
	s.Outlook.Streams[0].Growth[0].Rate = -2
	s.Outlook.Streams[0].Shared = 2
	s.Name = ""
	var got []string
	for _, fault := range field.Check(s) {
		got = append(got, fault.Path)
	}
	want := "name outlook.streams[0].shared outlook.streams[0].growth.2025 outlook.streams[0].growth.2027 " +
		"terms.share.rate valuation.discountRate sources.a sources.b"
	if strings.Join(got, " ") != want {
		t.Errorf("paths =\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
}

func TestAnUnsoundHorizonAsksForNoGrowth(t *testing.T) {
	s := soundScenario()
	s.LastYear = 2090
	if faults := s.Check(); len(faults) != 1 || faults[0].Path != "lastYear" {
		t.Errorf("Check = %v, want one fault of lastYear", faults)
	}
}

func TestCheckingASoundScenarioAllocatesNothing(t *testing.T) {
	s := soundScenario()
	if n := testing.AllocsPerRun(100, func() { field.Check(s); s.CheckFigures() }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func BenchmarkCheck(b *testing.B) {
	one := leastScenario()
	one.Outlook.Streams = []scenario.Stream{soundScenario().Outlook.Streams[0]}
	for name, s := range map[string]scenario.Scenario{"OneStream": one, "EveryField": soundScenario()} {
		for what, check := range map[string]func(scenario.Scenario) fault.List{
			"All": field.Check, "Figures": scenario.Scenario.CheckFigures,
		} {
			b.Run(name+"/"+what, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if check(s) != nil {
						b.Fatal("not sound")
					}
				}
			})
		}
	}
}
