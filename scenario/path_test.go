package scenario_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"headroom/scenario"
	"headroom/scenario/account"
	"headroom/scenario/unit"
)

// payPath pays month by month what is due on a path, and puts what counts toward the cap
// at the end of each quarter into counted, unless that is nil.
func payPath(p *scenario.Prepared, factors []float64, limit unit.Amount, counted []unit.Amount) scenario.Totals {
	var t scenario.Totals
	var year scenario.PathYear
	a, before := openPath(p, limit), 1.0
	through := p.Scenario().ActualsThrough()
	for y, factor := range factors {
		p.PathYear(&year, y)
		if through != 0 && through >= year.January+11 {
			factor = 1
		}
		root := unit.Amount(1)
		if before != 0 && factor != 0 {
			root = unit.Amount(math.Pow(factor/before, 1.0/12))
		}
		before = factor
		var due, paid, by [12]unit.Amount
		for k := range due {
			due[k] = year.Settled[k] + year.Level[k]*unit.Amount(factor)
		}
		for _, r := range year.Ramps {
			sum := 0.0
			for k := range due {
				sum += math.Pow(float64(r.Root*root), float64(k))
			}
			for k := range due {
				if r.Months>>k&1 == 1 {
					due[k] += r.Year * unit.Amount(factor*math.Pow(float64(r.Root*root), float64(k))/sum)
				}
			}
		}
		p.Pay(&a, due[:], paid[:], by[:], year.January)
		for k := range due {
			t.Due += due[k]
			t.Paid += paid[k]
			t.Forgone += max(0, due[k]-paid[k])
			t.PresentValue += paid[k] * year.Worth[k]
			if counted != nil && k%3 == 2 {
				counted[4*y+k/3] = by[k]
			}
		}
	}
	t.Cumulative, t.Reached = a.Counted, a.Reached
	return t
}

// openPath returns the account of a path before the horizon.
func openPath(p *scenario.Prepared, limit unit.Amount) account.Account {
	share := p.Scenario().Terms.Share
	if !share.Capped {
		return account.Uncapped(share.AlreadyPaid)
	}
	return account.Open(share.AlreadyPaid, limit)
}

// pathApart says in what a path is not what a scenario has.
func pathApart(got, want scenario.Totals) string {
	scale := want.Due + want.Cap
	for _, held := range []struct {
		name      string
		got, want unit.Amount
	}{
		{"due", got.Due, want.Due},
		{"paid", got.Paid, want.Paid},
		{"forgone", got.Forgone, want.Forgone},
		{"counted", got.Cumulative, want.Cumulative},
		{"present value", got.PresentValue, want.PresentValue},
	} {
		if !near(held.got, held.want, scale) {
			return fmt.Sprintf("%s %v and %v", held.name, held.got, held.want)
		}
	}
	days := 0
	if a, b := got.Reached, want.Reached; a.Date.IsZero() || b.Date.IsZero() {
		days = 2
	} else {
		days = a.Date.DaysSince(b.Date) // a day that lies on the edge falls on either side
	}
	if got.Reached != want.Reached && (days < -1 || days > 1) {
		return fmt.Sprintf("reached %q and %q", got.Reached, want.Reached)
	}
	return ""
}

// quartersOfPath returns what the streams that a share applies to earn in each quarter
// of a path.
func quartersOfPath(t *testing.T, s scenario.Scenario, factors []float64) []unit.Amount {
	t.Helper()
	counted := make([]unit.Amount, 4*len(factors))
	s.Terms.Share = scenario.Share{Rate: 1, From: s.FirstMonth(), Through: s.LastMonth()}
	payPath(prepare(t, s), factors, 0, counted)
	out := make([]unit.Amount, len(counted))
	for i := range out {
		out[i] = counted[i]
		if i > 0 {
			out[i] -= counted[i-1]
		}
	}
	return out
}

// The flat stream earns 3 billion a quarter; by quarter of 2026 to 2028, in billions.
func TestAPathLeavesWhatIsKnownAsItIs(t *testing.T) {
	second := func(actuals string) func(*scenario.Scenario) {
		return func(s *scenario.Scenario) {
			own := s.Outlook.Streams[0]
			s.Outlook.Streams[0] = flatStream("B", scenario.ChannelDirect)
			*s = knowing(*s, s.Outlook.AfterActuals, actuals)
			s.Outlook.Streams = append(s.Outlook.Streams, own)
		}
	}
	for _, test := range []struct {
		sentence string
		rule     scenario.AfterActuals
		actuals  string
		change   func(*scenario.Scenario)
		factors  []float64
		want     []float64
	}{
		{"without actuals", "", "", nil, []float64{2, 3, 1}, []float64{6, 6, 6, 6, 9, 9, 9, 9, 3, 3, 3, 3}},
		{"the rest of the year moves", "", "2026-Q1 2 2026-Q2 4", nil, []float64{2, 3, 1}, []float64{2, 4, 6, 6, 9, 9, 9, 9, 3, 3, 3, 3}},
		{"what the rule made of it moves", "", "2026-Q1 2 2026-Q2 2", nil, []float64{2, 3, 1}, []float64{2, 2, 8, 8, 9, 9, 9, 9, 3, 3, 3, 3}},
		{"years before move nothing", "", "2027-Q1 2 2027-Q2 4", nil, []float64{9, 2, 3}, []float64{3, 3, 3, 3, 2, 4, 6, 6, 9, 9, 9, 9}},
		{"a year wholly known moves nothing", scenario.KeepMonths, "2026-Q4 2", nil, []float64{9, 2, 3}, []float64{3, 3, 3, 2, 6, 6, 6, 6, 9, 9, 9, 9}},
		{"the ratio stays", scenario.Rescale, "2026-Q1 6 2026-Q2 6", nil, []float64{2, 3, 1}, []float64{6, 6, 12, 12, 18, 18, 18, 18, 6, 6, 6, 6}},
		{"the pace moves", scenario.HoldPace, "2026-Q1 3 2026-Q2 6", nil, []float64{2, 3, 1}, []float64{3, 6, 12, 12, 18, 18, 18, 18, 6, 6, 6, 6}},
		{"of two streams each keeps what is known of it", scenario.KeepMonths, "2026-Q1 2", second("2026-Q1 4 2026-Q2 6 2026-Q3 5"), []float64{2, 3, 1}, []float64{6, 12, 11, 12, 18, 18, 18, 18, 6, 6, 6, 6}},
		{"of two streams of other years too", scenario.KeepMonths, "2026-Q1 2", second("2027-Q3 4"), []float64{2, 3, 1}, []float64{5, 12, 12, 12, 18, 18, 13, 18, 6, 6, 6, 6}},
		{"where nothing is settled what is known stays", scenario.KeepMonths, "", second("2026-Q2 4"), []float64{2, 3, 1}, []float64{12, 10, 12, 12, 18, 18, 18, 18, 6, 6, 6, 6}},
	} {
		s := flat()
		s.Outlook.Shape, s.LastYear = scenario.ShapeEven, 2028
		s = knowing(s, test.rule, test.actuals)
		if test.change != nil {
			test.change(&s)
		}
		for i, got := range quartersOfPath(t, s, test.factors) {
			if !near(got, unit.Amount(test.want[i]*1e9)) {
				t.Errorf("%s: quarter %d earns %v, want %v", test.sentence, i+1, got/1e9, test.want[i])
			}
		}
	}
}

// A path ramps from the year before it, by the factors on top of the plan: held paces
// and ratios do too, and sum to their years.
func TestAPathRampsAfterItsActuals(t *testing.T) {
	factors := []float64{1, 2, 4, 3, 1}
	for _, rule := range []scenario.AfterActuals{scenario.KeepYear, scenario.KeepMonths, scenario.Rescale, scenario.HoldPace} {
		s := knowing(plan(), rule, "2026-Q1 5.7 2026-Q2 6.7 2026-Q3 8 2026-Q4 9")
		p, quarters := project(t, s), quartersOfPath(t, s, factors)
		for y, factor := range factors {
			year := quarters[4*y] + quarters[4*y+1] + quarters[4*y+2] + quarters[4*y+3]
			if !near(year, p.Years[y].Revenue*unit.Amount(factor)) {
				t.Errorf("%s: year %d earns %v, want %v times %v", rule, y, year, factor, p.Years[y].Revenue)
			}
		}
		if grows := quarters[5] / quarters[4]; rule == scenario.HoldPace && math.Abs(math.Pow(float64(grows), 4)-2) > 1e-9 {
			t.Errorf("%s: a quarter grows by %v", rule, grows)
		}
	}
}

// The mean over paths of what is left of the year, and of later years that no actual
// touches, is the projection's where the mean of the factors is 1.
func TestAPathIsLinearInWhatIsLeftOfTheYear(t *testing.T) {
	t.Parallel()
	for seed := range scenarios(t, 500) {
		s := randomScenario(9_000_000 + seed)
		through := s.ActualsThrough()
		if through == 0 {
			continue
		}
		d := dice{rand.New(rand.NewPCG(seed, 11))}
		s.Terms.Share = scenario.Share{Rate: 1, From: s.FirstMonth(), Through: through}
		p := prepare(t, s)
		factors := ones(s)
		for y := range factors {
			factors[y] = math.Exp(d.NormFloat64())
		}
		if got, want := payPath(p, factors, 0, nil), mustTotal(s); !near(got.Due, want.Due) || !near(got.PresentValue, want.PresentValue, want.Due) {
			t.Fatalf("seed %d: what is settled through %s moves from %v to %v", seed, through, want.Due, got.Due)
		}
		end := unit.NewMonth(through.Year(), 12)
		if through == end {
			continue
		}
		s.Terms.Share.From, s.Terms.Share.Through = through+1, end
		p = prepare(t, s)
		at := func(factor float64) unit.Amount {
			factors[through.Year()-s.FirstYear] = factor
			return payPath(p, factors, 0, nil).Due
		}
		if none, one, three := at(0), at(1), at(3); !near(one, mustTotal(s).Due) || !near(three-one, 2*(one-none), three) {
			t.Fatalf("seed %d: the rest of the year is %v, %v and %v by the factors 0, 1 and 3", seed, none, one, three)
		}
	}
}
