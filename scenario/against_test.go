package scenario_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// scenarios is how many random scenarios a test looks at.
func scenarios(t *testing.T, n uint64) uint64 {
	if testing.Short() {
		return n / 10
	}
	return n
}

func TestProjectAgreesWithTheOracle(t *testing.T) {
	t.Parallel()
	seen := tally{}
	n := scenarios(t, 3000)
	for seed := range n {
		s := randomScenario(seed)
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		want := compute(s)
		if fault := differs(p, want); fault != "" {
			t.Errorf("seed %d: %s\n%+v", seed, fault, s)
		}
		look(seen, s, p, want)
		seen.countActuals(s)
		if t.Failed() {
			return
		}
	}
	if rare := seen.rare(int(n / 200)); rare != nil {
		t.Errorf("of %d scenarios too few show: %q", n, rare)
	}
}

// differs says in what a projection is not the oracle's, and "" where it is.
func differs(p scenario.Projection, want truth) string {
	if len(p.Months) != len(want.months) {
		return fmt.Sprintf("%d months, want %d", len(p.Months), len(want.months))
	}
	for i, m := range want.months {
		if p.Months[i].From != m.month || p.Months[i].Through != m.month {
			return fmt.Sprintf("row %d is %s to %s, want %s", i, p.Months[i].From, p.Months[i].Through, m.month)
		}
		if fault := rowDiffers(p.Months[i], []truthMonth{m}); fault != "" {
			return fault
		}
	}
	for _, rows := range [][]scenario.Row{p.Quarters, p.Years, p.FiscalYears} {
		rest := want.months
		for _, row := range rows {
			n := 0
			for n < len(rest) && rest[n].month <= row.Through {
				n++
			}
			if n == 0 || row.From != rest[0].month || row.Through != rest[n-1].month {
				return fmt.Sprintf("a row from %s to %s, not from %s on", row.From, row.Through, rest[0].month)
			}
			if fault := rowDiffers(row, rest[:n]); fault != "" {
				return fault
			}
			rest = rest[n:]
		}
		if len(rest) > 0 {
			return fmt.Sprintf("no row for %s", rest[0].month)
		}
	}
	return totalDiffers(p.Total, want)
}

func rowDiffers(row scenario.Row, months []truthMonth) string {
	end := months[len(months)-1]
	if fault := flowsDiffer(row.Flows, months); fault != "" {
		return fmt.Sprintf("%s to %s: %s", row.From, row.Through, fault)
	}
	if !within(row.Cumulative, end.cumulative) {
		return fmt.Sprintf("%s: cumulative %v, want %v", row.Through, row.Cumulative, end.cumulative)
	}
	if !within(row.Headroom, end.headroom, end.roomScale) {
		return fmt.Sprintf("%s: headroom %v, want %v", row.Through, row.Headroom, end.headroom)
	}
	return ""
}

func flowsDiffer(got scenario.Flows, months []truthMonth) string {
	sum := func(of func(truthMonth) *big.Float) *big.Float {
		total := num(0)
		for _, m := range months {
			total = plus(total, of(m))
		}
		return total
	}
	due := sum(func(m truthMonth) *big.Float { return m.due })
	reverse := sum(func(m truthMonth) *big.Float { return m.reverse })
	cap := months[0].roomScale
	for _, c := range []struct {
		name   string
		got    unit.Amount
		want   *big.Float
		scales []*big.Float
	}{
		{"revenue", got.Revenue, sum(func(m truthMonth) *big.Float { return m.revenue }), nil},
		{"due", got.Due, due, nil},
		{"paid", got.Paid, sum(func(m truthMonth) *big.Float { return m.paid }), []*big.Float{cap}},
		{"forgone", got.Forgone, sum(func(m truthMonth) *big.Float { return m.forgone }), []*big.Float{due, cap}},
		{"reverse", got.Reverse, reverse, nil},
		{"net", got.Net, sum(func(m truthMonth) *big.Float { return m.net }), []*big.Float{due, reverse, cap}},
	} {
		if !within(c.got, c.want, c.scales...) {
			return fmt.Sprintf("%s %v, want %v", c.name, c.got, c.want)
		}
	}
	return ""
}

func totalDiffers(got scenario.Totals, want truth) string {
	end := want.months[len(want.months)-1]
	if fault := flowsDiffer(got.Flows, want.months); fault != "" {
		return "total: " + fault
	}
	if got.Reached != want.reached {
		return fmt.Sprintf("reached %q, want %q", got.Reached, want.reached)
	}
	paid := func(m truthMonth) *big.Float { return m.paid }
	forgone := func(m truthMonth) *big.Float { return m.forgone }
	due := want.presentValue(func(m truthMonth) *big.Float { return m.due })
	for _, c := range []struct {
		name        string
		got         unit.Amount
		want, scale *big.Float
	}{
		{"cumulative", got.Cumulative, end.cumulative, num(0)},
		{"headroom", got.Headroom, end.headroom, end.roomScale},
		{"present value", got.PresentValue, want.presentValue(paid), due},
		{"present value forgone", got.PresentValueForgone, want.presentValue(forgone), due},
	} {
		if !within(c.got, c.want, c.scale) {
			return fmt.Sprintf("total: %s %v, want %v", c.name, c.got, c.want)
		}
	}
	return ""
}

// look notes what a scenario shows.
func look(seen tally, s scenario.Scenario, p scenario.Projection, want truth) {
	share, agi := s.Terms.Share, s.Outlook.AGIVerified
	inside := func(m unit.Month) bool { return m > s.FirstMonth() && m < s.LastMonth() }
	seen.count("no cap", !share.Capped)
	seen.count("a cap of nothing", share.Capped && share.Cap == 0)
	seen.count("the cap reached inside the horizon", !p.Total.Reached.Date.IsZero())
	seen.count("the cap reached on a month's last day", p.Total.Reached.Date.Day == p.Total.Reached.Date.Month.Days())
	seen.count("the cap reached before", p.Total.Reached.Before)
	seen.count("the cap never reached", share.Capped && !p.Total.Reached.Ever())
	seen.count("the cap counting late", share.Capped && inside(share.CapFrom) && p.Total.Due > 0)
	seen.count("payments that do not count", share.Capped && p.Total.Paid > p.Total.Cumulative-share.AlreadyPaid)
	seen.count("a window ended by AGI", share.EndsAtAGI && inside(agi) && agi < share.Through)
	seen.count("clouds opened by AGI", s.Terms.OtherClouds.OpensAtAGI && inside(agi))
	seen.count("a reverse share", p.Total.Reverse > 0)
	seen.count("net to OpenAI", p.Total.Net < 0)
	seen.count("no revenue", p.Total.Revenue == 0)
	seen.count("one year", s.FirstYear == s.LastYear)
	seen.count("thirty years or more", s.LastYear-s.FirstYear >= 29)
	seen.count("even months", s.Outlook.Shape == scenario.ShapeEven)
	seen.count("valued from later on", inside(s.Valuation.AsOf) && p.Total.PresentValue > 0)
	lookAtStreams(seen, s, inside)
	seen.count("a sliver paid on top", slices.ContainsFunc(want.months, func(m truthMonth) bool {
		return m.due.Sign() > 0 && m.paid.Cmp(m.due) > 0
	}))
}

func lookAtStreams(seen tally, s scenario.Scenario, inside func(unit.Month) bool) {
	for i, st := range s.Outlook.Streams {
		from, ok := s.EarnsFrom(i)
		seen.count("a launch inside the horizon", st.Launch > s.FirstYear && st.Launch <= s.LastYear)
		seen.count("a launch after the horizon", st.Launch > s.LastYear)
		seen.count("another cloud opening inside the horizon", ok && inside(from) && st.Base > 0)
		seen.count("another cloud that never opens", !ok)
	}
}
