package explain_test

import (
	"math"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// worked is the case worked out in the model: 30, 62, 113, 184 and 284 billions
// a year at 20 % under a cap of 38, nothing counted before, even months.
func worked() scenario.Scenario {
	s := scenario.Scenario{ID: "worked", Name: "Worked", FirstYear: 2026, LastYear: 2030}
	s.Outlook.Shape = scenario.ShapeEven
	stream := scenario.Stream{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 13.07e9, Shared: 1}
	before := 13.07
	for i, revenue := range []float64{30, 62, 113, 184, 284} {
		stream.Growth = append(stream.Growth, scenario.YearRate{Year: 2026 + i, Rate: unit.Rate(revenue/before - 1)})
		before = revenue
	}
	s.Outlook.Streams = []scenario.Stream{stream}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: month(2026, 1), Through: month(2030, 12), Capped: true, Cap: 38e9}
	s.Valuation = scenario.Valuation{DiscountRate: 0.1, AsOf: month(2026, 1)}
	return s
}

func month(year, of int) unit.Month { return unit.NewMonth(year, 1) + unit.Month(of-1) }

func year(figure explain.Figure, y int) explain.Question {
	return explain.Question{Figure: figure, From: month(y, 1), Through: month(y, 12)}
}

func whole(figure explain.Figure) explain.Question { return explain.Whole(worked(), figure) }

// written writes an explanation as lines of text.
func written(e explain.Explanation) string {
	var b strings.Builder
	b.WriteString(e.Title + ": " + e.Answer + "\n")
	write := func(mark string, l explain.Line) {
		b.WriteString(mark + l.Label)
		if l.Formula != "" {
			b.WriteString(": " + l.Formula)
		}
		b.WriteString(" = " + l.Text + "\n")
	}
	for _, step := range e.Steps {
		b.WriteString(step.Heading + "\n")
		for _, line := range step.Lines {
			write("  ", line)
		}
		write("  > ", step.Total)
	}
	for _, rule := range e.Rules {
		b.WriteString("! " + rule.Text + "\n")
	}
	return b.String()
}

// The amounts below are worked out by hand from the figures of worked.
var explanations = []struct {
	sentence string
	change   func(s *scenario.Scenario)
	question explain.Question
	want     string
}{
	{"a year's revenue is that of the year before, grown", nil, year(explain.Revenue, 2027), `
Revenue in 2027: $62.00B
Revenue
  OpenAI: $30.00B × (1 + 106.67%) = $62.00B
  > Revenue = $62.00B
`},
	{"a month's revenue is its part of the year", nil, explain.Question{Figure: explain.Revenue, From: month(2027, 5), Through: month(2027, 5)}, `
Revenue in May 2027: $5.17B
Revenue
  OpenAI: 8.33% of the year's $62.00B = $5.17B
  > Revenue = $5.17B
! Each month earns a twelfth of its year.
`},
	// 5.7 and 6.7 are known; the plan of January to June is half of 30, so that of the
	// rest is 15, of which 17.6 are to come: 1.1733 times as much.
	{"what is actual is told from what the rule makes of the rest", halfYear(scenario.KeepYear), year(explain.Revenue, 2026), `
Revenue in 2026: $30.00B
Revenue
  OpenAI, Jan to Jun 2026: actual, $5.70B + $6.70B = $12.40B
  OpenAI, Jul to Dec 2026: $15.00B planned × 1.1733 = $17.60B
  > Revenue = $30.00B
! What is actual stands in the place of the plan.
! After June 2026, the last month with an actual of OpenAI, the rest of 2026 earns what is left of the $30.00B planned for it: each month 1.1733 times its plan.
`},
	{"a month lies within its quarter's actual", halfYear(scenario.KeepYear), explain.Question{Figure: explain.Revenue, From: month(2026, 5), Through: month(2026, 5)}, `
Revenue in May 2026: $2.23B
Revenue
  OpenAI, May 2026: its part of the quarter's actual $6.70B = $2.23B
  > Revenue = $2.23B
! What is actual stands in the place of the plan.
`},
	{"planned months stay", halfYear(scenario.KeepMonths), year(explain.Revenue, 2026), `
Revenue in 2026: $27.40B
Revenue
  OpenAI, Jan to Jun 2026: actual, $5.70B + $6.70B = $12.40B
  OpenAI, Jul to Dec 2026: 50% of the $30.00B planned for the year = $15.00B
  > Revenue = $27.40B
! What is actual stands in the place of the plan.
! After June 2026, the last month with an actual of OpenAI, each month earns what was planned for it.
! Each month earns a twelfth of its year.
`},
	// 12.4 over the 15 planned for the months that are known.
	{"a later year is rescaled", halfYear(scenario.Rescale), year(explain.Revenue, 2027), `
Revenue in 2027: $51.25B
Revenue
  OpenAI, 2027: $62.00B planned × 0.8267 = $51.25B
  > Revenue = $51.25B
! What is actual stands in the place of the plan.
! After June 2026, the last month with an actual of OpenAI, each month earns 0.8267 times its plan, as the months with an actual did together.
`},
	{"a later year holds the pace", halfYear(scenario.HoldPace), year(explain.Revenue, 2027), `
Revenue in 2027: $26.80B
Revenue
  OpenAI, 2027: 12 months of a year's $26.80B = $26.80B
  > Revenue = $26.80B
! What is actual stands in the place of the plan.
! After June 2026, the last month with an actual of OpenAI, its pace is held: each month earns a twelfth of $26.80B, the mean of the last three months.
`},
	{"an exceeded year earns nothing more, and a gap is planned", func(s *scenario.Scenario) {
		s.Outlook.Streams[0].Actuals = scenario.Actuals{{Period: unit.Period{First: month(2026, 11), Months: 1}, Amount: 40e9}}
	}, year(explain.Revenue, 2026), `
Revenue in 2026: $65.00B
Revenue
  OpenAI, Jan to Oct 2026: 83.33% of the $30.00B planned for the year = $25.00B
  OpenAI, November 2026: actual = $40.00B
  OpenAI, December 2026: the year's plan is exceeded = $0
  > Revenue = $65.00B
! What is actual stands in the place of the plan.
! Each month earns a twelfth of its year.
! By November 2026 OpenAI had earned more than was planned for 2026: it earns nothing in the rest of that year.
`},
	{"a fall is taken off", func(s *scenario.Scenario) {
		s.Outlook.Streams[0].Growth = s.Outlook.Streams[0].Growth.With(2027, -0.5)
	}, year(explain.Revenue, 2027), `
Revenue in 2027: $15.00B
Revenue
  OpenAI: $30.00B × (1 − 50%) = $15.00B
  > Revenue = $15.00B
`},
	{"a launch earns its base, and nothing before", func(s *scenario.Scenario) {
		s.Outlook.Streams = append(s.Outlook.Streams, scenario.Stream{
			Name: "Hardware", Channel: scenario.ChannelDirect, Launch: 2028, Base: 1e9, Shared: 1,
			Growth: scenario.ByYear{{Year: 2029, Rate: 1}, {Year: 2030, Rate: 1}},
		})
	}, explain.Question{Figure: explain.Revenue, From: month(2027, 7), Through: month(2028, 6)}, `
Revenue in FY2028: $88.00B
Revenue
  OpenAI, 2027: 50% of the year's $62.00B = $31.00B
  OpenAI, 2028: 50% of the year's $113.00B = $56.50B
  Hardware, 2027: launches in 2028 = $0
  Hardware, 2028: 50% of the year's $1.00B = $0.50B
  > Revenue = $88.00B
Year by year
  Jul to Dec 2027 = $31.00B
  Jan to Jun 2028 = $57.00B
  > Revenue = $88.00B
! Each month earns a twelfth of its year.
`},
	{"the cap leaves room", nil, year(explain.Paid, 2027), `
Paid in 2027: $12.40B
Share before the cap
  OpenAI: 20% × $62.00B = $12.40B
  > Share before the cap = $12.40B
Room under the cap
  Total cap = $38.00B
  Counted by the end of 2026 = −$6.00B
  > Room left = $32.00B
Paid
  Toward the cap: the smaller of $12.40B due and $32.00B of room = $12.40B
  > Paid = $12.40B
! The cap leaves room for all that is due.
`},
	{"the cap binds", nil, year(explain.Forgone, 2028), `
Saved by the cap in 2028: $3.00B
Share before the cap
  OpenAI: 20% × $113.00B = $22.60B
  > Share before the cap = $22.60B
Room under the cap
  Total cap = $38.00B
  Counted by the end of 2027 = −$18.40B
  > Room left = $19.60B
Paid
  Toward the cap: the smaller of $22.60B due and $19.60B of room = $19.60B
  > Paid = $19.60B
Saved by the cap
  Share before the cap = $22.60B
  Paid = −$19.60B
  > Saved by the cap = $3.00B
! The cap binds: of $22.60B due, only the room of $19.60B is paid. It is used up on Nov 13, 2028.
`},
	{"after the cap nothing is paid", nil, year(explain.Paid, 2029), `
Paid in 2029: $0
Share before the cap
  OpenAI: 20% × $184.00B = $36.80B
  > Share before the cap = $36.80B
Room under the cap
  Total cap = $38.00B
  Counted by the end of 2028 = −$38.00B
  > Room left = $0
Paid
  Toward the cap: the smaller of $36.80B due and $0 of room = $0
  > Paid = $0
! The cap was reached on Nov 13, 2028: nothing more is paid.
`},
	// Through October 18.4 and ten twelfths of 22.6 count: 37.2333. Of November's
	// 1.8833 the room of 0.7667 is 40.71 %, 12.2 days of 30.
	{"the day is where the room ends within the month", nil, whole(explain.CapReached), `
Cap reached: Nov 13, 2028
Counted toward the cap
  Counted before = $0
  2026: the share of $30.00B revenue = $6.00B
  2027: the share of $62.00B revenue = $12.40B
  Jan to Oct 2028: the share of $94.17B revenue = $18.83B
  > Counted by the end of October 2028 = $37.23B
Room under the cap
  Total cap = $38.00B
  Counted by the end of October 2028 = −$37.23B
  > Room left = $0.77B
Share before the cap in November 2028
  OpenAI: 20% × $9.42B = $1.88B
  > Share before the cap = $1.88B
Day
  > Cap reached: $0.77B of $1.88B is 40.71% of November's 30 days = Nov 13, 2028
! November 2028 is the first month whose share uses up the room that is left.
! The day rests on how revenue is spread over the year, which can move it by about ten days.
`},
	// 134.6 is due in all, 20 % of 673.
	{"a cap above all that is due is not reached", func(s *scenario.Scenario) { s.Terms.Share.Cap = 140e9 }, whole(explain.CapReached), `
Cap reached: Not by 2030
Counted toward the cap
  Counted before = $0
  2026: the share of $30.00B revenue = $6.00B
  2027: the share of $62.00B revenue = $12.40B
  2028: the share of $113.00B revenue = $22.60B
  2029: the share of $184.00B revenue = $36.80B
  2030: the share of $284.00B revenue = $56.80B
  > Counted by the end of December 2030 = $134.60B
Headroom
  Total cap = $140.00B
  Counted by the end of 2030 = −$134.60B
  > Headroom = $5.40B
! The cap leaves room for all that is due through 2030.
`},
	{"what was counted before fills the cap", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 40e9 }, whole(explain.CapReached), `
Cap reached: Before 2026
Room under the cap
  Total cap = $38.00B
  Counted before = −$40.00B
  Counted beyond the cap = $2.00B
  > Room left = $0
! What was counted before January 2026 fills the whole cap: nothing is paid.
`},
	{"what was counted before takes room", func(s *scenario.Scenario) { s.Terms.Share.AlreadyPaid = 2e9 }, year(explain.Cumulative, 2026), `
Counted toward the cap by the end of 2026: $8.00B
Share before the cap
  OpenAI: 20% × $30.00B = $6.00B
  > Share before the cap = $6.00B
Room under the cap
  Total cap = $38.00B
  Counted before = −$2.00B
  > Room left = $36.00B
Paid
  Toward the cap: the smaller of $6.00B due and $36.00B of room = $6.00B
  > Paid = $6.00B
Counted toward the cap
  Counted before = $2.00B
  Counted in 2026 = $6.00B
  > Counted by the end of 2026 = $8.00B
! The cap leaves room for all that is due.
`},
	{"payments before the cap counts are free", func(s *scenario.Scenario) { s.Terms.Share.CapFrom = month(2026, 7) }, year(explain.Paid, 2026), `
Paid in 2026: $6.00B
Share before the cap
  OpenAI: 20% × $30.00B = $6.00B
  > Share before the cap = $6.00B
Room under the cap
  Total cap = $38.00B
  Counted before = $0
  > Room left = $38.00B
Paid
  Before the cap counts: paid in full = $3.00B
  Toward the cap: the smaller of $3.00B due and $38.00B of room = $3.00B
  > Paid = $6.00B
! Payments before July 2026 are made in full and do not count toward the cap.
! The cap leaves room for all that is due.
`},
	{"without a cap all is paid", func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0 }, year(explain.Paid, 2028), `
Paid in 2028: $22.60B
Share before the cap
  OpenAI: 20% × $113.00B = $22.60B
  > Share before the cap = $22.60B
Paid
  Share before the cap = $22.60B
  > Paid = $22.60B
! There is no cap: all that is due is paid.
`},
	// 0.2 * 0.4 * 31 is 2.48, and 0.1 * 0.4 * 56.5 is 2.26.
	{"a rate of its own and a shared part", func(s *scenario.Scenario) {
		s.Outlook.Streams[0].Shared = 0.4
		s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0.1}}
	}, explain.Question{Figure: explain.Due, From: month(2027, 7), Through: month(2028, 6)}, `
Share before the cap in FY2028: $4.74B
Share before the cap
  OpenAI, Jul to Dec 2027: 20% × 40% shared × $31.00B = $2.48B
  OpenAI, Jan to Jun 2028: 10% × 40% shared × $56.50B = $2.26B
  > Share before the cap = $4.74B
Year by year
  Jul to Dec 2027 = $2.48B
  Jan to Jun 2028 = $2.26B
  > Share before the cap = $4.74B
`},
	{"the window ends with AGI", func(s *scenario.Scenario) {
		s.Terms.Share.EndsAtAGI, s.Outlook.AGIVerified = true, month(2029, 6)
	}, year(explain.Due, 2029), `
Share before the cap in 2029: $18.40B
Revenue
  OpenAI: $113.00B × (1 + 62.83%) = $184.00B
  > Revenue = $184.00B
Share before the cap
  OpenAI, Jan to Jun 2029: 20% × $92.00B = $18.40B
  > Share before the cap = $18.40B
! The share ends with June 2029, the month in which AGI is verified.
`},
	{"the window begins within the year", func(s *scenario.Scenario) { s.Terms.Share.From = month(2026, 12) }, year(explain.Due, 2026), `
Share before the cap in 2026: $0.50B
Revenue
  OpenAI: $13.07B × (1 + 129.53%) = $30.00B
  > Revenue = $30.00B
Share before the cap
  OpenAI, December 2026: 20% × $2.50B = $0.50B
  > Share before the cap = $0.50B
! The share runs from December 2026 through December 2030; nothing is due in other months.
`},
	// Other clouds open in October: three of twelve months of 24.
	{"other clouds open within the year", func(s *scenario.Scenario) {
		s.Outlook.Streams[0] = scenario.Stream{Name: "Clouds", Channel: scenario.ChannelOtherCloud, Launch: 2030, Base: 24e9, Shared: 1}
		s.Terms.OtherClouds = scenario.OtherClouds{From: month(2030, 7), AzureLeadMonths: 3}
	}, year(explain.Revenue, 2030), `
Revenue in 2030: $6.00B
Revenue
  Clouds: 25% of the year's $24.00B = $6.00B
  > Revenue = $6.00B
! Other clouds are open to Clouds only from October 2030.
! Each month earns a twelfth of its year.
`},
	{"the reverse share is taken off", func(s *scenario.Scenario) {
		s.Outlook.Streams = append(s.Outlook.Streams, scenario.Stream{
			Name: "Azure resale", Channel: scenario.ChannelAzure, Launch: 2026, Base: 7.5e9, Shared: 1,
			Growth: scenario.ByYear{{Year: 2027}, {Year: 2028}, {Year: 2029}, {Year: 2030}},
		})
		s.Terms.Reverse = &scenario.Reverse{Rate: 0.2, From: month(2026, 1), Through: month(2026, 4)}
	}, year(explain.Net, 2026), `
Net to Microsoft in 2026: $5.50B
Share before the cap
  OpenAI: 20% × $30.00B = $6.00B
  > Share before the cap = $6.00B
Room under the cap
  Total cap = $38.00B
  Counted before = $0
  > Room left = $38.00B
Paid
  Toward the cap: the smaller of $6.00B due and $38.00B of room = $6.00B
  > Paid = $6.00B
Reverse share to OpenAI
  Azure resale, Jan to Apr 2026: 20% × $2.50B = $0.50B
  > Reverse share to OpenAI = $0.50B
Net to Microsoft
  Paid = $6.00B
  Reverse share to OpenAI = −$0.50B
  > Net to Microsoft = $5.50B
! The cap leaves room for all that is due.
! The reverse share runs from January 2026 through April 2026; nothing is due in other months.
`},
	// A payment of 0.5 a year and a month after January 2026: 0.5 / 1.21^(13/24).
	{"a month's present value", func(s *scenario.Scenario) { s.Outlook.Streams[0].Growth[1].Rate = 0 }, explain.Question{Figure: explain.PresentValue, From: month(2027, 1), Through: month(2027, 1)}, `
Present value paid in January 2027: $0.45B
Present value
  January 2027: $0.50B ÷ (1 + 10%)^(13/12) = $0.45B
  > Present value paid = $0.45B
! A payment counts at the end of its month, divided by (1 + 10%) to the power of the years from the start of January 2026.
`},
	{"payments before the valuation are left out", func(s *scenario.Scenario) {
		s.Valuation = scenario.Valuation{DiscountRate: 0, AsOf: month(2027, 1)}
	}, whole(explain.PresentValue), `
Present value paid through 2030: $32.00B
Present value
  Before January 2027: $6.00B, left out = $0
  2027: $12.40B × 1.0000 = $12.40B
  2028: $19.60B × 1.0000 = $19.60B
  2029: nothing is paid = $0
  2030: nothing is paid = $0
  > Present value paid = $32.00B
! Payments before January 2027, the month it is valued in, are left out.
! A payment counts at the end of its month, divided by (1 + 0%) to the power of the years from the start of January 2027.
! The cap binds: of $134.60B due, only the room of $38.00B is paid. It is used up on Nov 13, 2028.
`},
	{"a fiscal year cut off by the horizon", nil, explain.Question{Figure: explain.Revenue, From: month(2030, 7), Through: month(2030, 12)}, `
Revenue in FY2031: $142.00B
Revenue
  OpenAI: 50% of the year's $284.00B = $142.00B
  > Revenue = $142.00B
! Each month earns a twelfth of its year.
`},
	// Of 38 under the cap 18.4 are used by 2028, in which 113 are earned: 19.6 / 113.
	{"the rate that is paid after all", nil, explain.Question{Figure: explain.EffectiveRate, From: month(2028, 1), Through: month(2028, 12)}, `
Effective rate in 2028: 17.35%
Share before the cap
  OpenAI: 20% × $113.00B = $22.60B
  > Share before the cap = $22.60B
Room under the cap
  Total cap = $38.00B
  Counted by the end of 2027 = −$18.40B
  > Room left = $19.60B
Paid
  Toward the cap: the smaller of $22.60B due and $19.60B of room = $19.60B
  > Paid = $19.60B
Effective rate
  > Effective rate: $19.60B of $113.00B revenue = 17.35%
! The cap binds: of $22.60B due, only the room of $19.60B is paid. It is used up on Nov 13, 2028.
`},
	{"half the cap is used", nil, explain.Question{Figure: explain.CapUsed, From: month(2026, 1), Through: month(2027, 12)}, `
Cap used by the end of 2027: 48.42%
Share before the cap
  OpenAI: 20% × $92.00B = $18.40B
  > Share before the cap = $18.40B
Room under the cap
  Total cap = $38.00B
  Counted before = $0
  > Room left = $38.00B
Paid
  Toward the cap: the smaller of $18.40B due and $38.00B of room = $18.40B
  > Paid = $18.40B
Counted toward the cap
  Counted before = $0
  Counted in 2026 to 2027 = $18.40B
  > Counted by the end of 2027 = $18.40B
Cap used
  > Cap used: $18.40B of $38.00B = 48.42%
! The cap leaves room for all that is due.
`},
}

func TestExplanations(t *testing.T) {
	t.Parallel()
	for _, tc := range explanations {
		t.Run(tc.sentence, func(t *testing.T) {
			s := worked()
			if tc.change != nil {
				tc.change(&s)
			}
			got := written(ask(t, s, tc.question))
			if want := strings.TrimPrefix(tc.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestPresentValueOfTheWorkedCase(t *testing.T) {
	t.Parallel()
	// As the model gives them, in billions to four places.
	for shape, want := range map[scenario.Shape]float64{scenario.ShapeRamp: 31.7161, scenario.ShapeEven: 31.8937} {
		s := worked()
		s.Outlook.Shape = shape
		e := ask(t, s, explain.Whole(s, explain.PresentValue))
		if got := math.Round(float64(e.Amount)/1e5) / 1e4; got != want {
			t.Errorf("%s: %v billion, want %v", shape, got, want)
		}
	}
}

func TestQuestionsThatHaveNoAnswer(t *testing.T) {
	t.Parallel()
	unsound := worked()
	unsound.Terms.Share.Rate = 2
	for sentence, tc := range map[string]struct {
		s    scenario.Scenario
		q    explain.Question
		want string
	}{
		"no such figure":        {worked(), explain.Question{Figure: "luck"}, `explain "luck": there is no such figure`},
		"before the horizon":    {worked(), year(explain.Paid, 2025), "no month from 2026-01 to 2030-12"},
		"after the horizon":     {worked(), year(explain.Paid, 2031), "no month from 2026-01 to 2030-12"},
		"backward":              {worked(), explain.Question{Figure: explain.Paid, From: month(2027, 2), Through: month(2027, 1)}, "no month"},
		"an unsound scenario":   {unsound, year(explain.Paid, 2026), "terms.share.rate"},
		"a horizon of no years": {scenario.Scenario{}, explain.Question{Figure: explain.CapReached}, "Year"},
	} {
		if _, err := explain.Of(tc.s, tc.q); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want %s", sentence, err, tc.want)
		}
	}
}

func TestSpansAreSaidShort(t *testing.T) {
	t.Parallel()
	for want, span := range map[string][2]unit.Month{
		"May 2027":             {month(2027, 5), month(2027, 5)},
		"2027":                 {month(2027, 1), month(2027, 12)},
		"2027 to 2029":         {month(2027, 1), month(2029, 12)},
		"Q2 2027":              {month(2027, 4), month(2027, 6)},
		"Nov 2027 to Jan 2028": {month(2027, 11), month(2028, 1)},
		"FY2028":               {month(2027, 7), month(2028, 6)},
		"Jan to Jun 2026":      {month(2026, 1), month(2026, 6)},
		"Feb to Jul 2027":      {month(2027, 2), month(2027, 7)},
	} {
		if got := words.Months(span[0], span[1]); got != want {
			t.Errorf("%v is %q, want %q", span, got, want)
		}
	}
}

// halfYear gives the worked case two quarters of actuals.
func halfYear(rule scenario.AfterActuals) func(s *scenario.Scenario) {
	return func(s *scenario.Scenario) {
		s.Outlook.AfterActuals = rule
		s.Outlook.Streams[0].Actuals = scenario.Actuals{
			{Period: unit.Period{First: month(2026, 1), Months: 3}, Amount: 5.7e9},
			{Period: unit.Period{First: month(2026, 4), Months: 3}, Amount: 6.7e9},
		}
	}
}
