package statement_test

import (
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
)

// TestEveryStatementAddsUp holds what a statement promises over random scenarios, and
// that these show every side of it.
func TestEveryStatementAddsUp(t *testing.T) {
	t.Parallel()
	n := uint64(100_000)
	if testing.Short() {
		n /= 10
	}
	seen := map[string]int{}
	for seed := range n {
		s := randomScenario(seed)
		st, err := statement.New(s)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		if fault := unsound(st, p); fault != "" {
			t.Fatalf("seed %d: %s\n%+v", seed, fault, s)
		}
		look(seen, st)
	}
	for _, side := range []string{
		"counted before", "does not count", "closes at the cap", "no cap", "saved", "resale", "outside", "unshared",
		"barred", "actual", "in part actual", "off the plan", "rates change", "no streams",
	} {
		if seen[side] < int(n/200) {
			t.Errorf("only %d of %d scenarios show %s", seen[side], n, side)
		}
	}
}

// same reports whether two sums are the same, to the larger of a tenth of a cent and
// 1e-9 of what they are of.
func same(a, b unit.Amount) bool {
	return math.Abs(float64(a-b)) <= 0.001+1e-9*math.Abs(float64(a))
}

// unsound says in what a statement does not add up, or is not the projection's.
func unsound(st statement.Statement, p scenario.Projection) string {
	before := st.Scenario.Terms.Share.AlreadyPaid
	for i, q := range st.Quarters {
		row := p.Quarters[i]
		switch {
		case q.From != row.From || q.Through != row.Through:
			return q.Name() + " is another quarter"
		case !same(q.Opening+q.Counted, q.Closing):
			return q.Name() + ": opening and what is paid and counts are not the closing balance"
		case q.Opening != before || q.Closing != row.Cumulative:
			return q.Name() + ": the balances are not those of the projection"
		case !same(q.Paid(), row.Paid) || !same(q.Paid()+q.Saved, q.Due):
			return q.Name() + ": paid is not that of the projection, or with what is saved not what is due"
		case !same(q.Due, unit.Amount(q.Rate)*q.Base):
			return q.Name() + ": due is not the base at the rate"
		case q.Capped && q.Counted > 0 && !same(q.Room-q.Counted, q.Headroom):
			return q.Name() + ": the room less what counts is not the headroom"
		}
		if fault := unsoundStreams(q.Account); fault != "" {
			return q.Name() + ": " + fault
		}
		before = q.Closing
	}
	if total := st.Total(); !same(total.Paid(), p.Total.Paid) || !same(total.Opening+total.Counted, total.Closing) {
		return "the total is not that of the projection"
	}
	for i, q := range st.FiscalYears() {
		if row := p.FiscalYears[i]; q.From != row.From || q.Through != row.Through || !same(q.Paid(), row.Paid) {
			return "a fiscal year is not that of the projection"
		}
	}
	return ""
}

func unsoundStreams(a statement.Account) string {
	var revenue, base unit.Amount
	for _, l := range a.Streams {
		if !same(l.Revenue, l.Resale+l.Outside+l.Unshared+l.Base) {
			return "revenue of a stream is not its base and what is excluded"
		}
		base += l.Base
		revenue += l.Revenue - l.Resale
	}
	if !same(base, a.Base) || !same(revenue, a.Revenue) {
		return "streams do not add up"
	}
	return ""
}

// look notes which sides a statement shows.
func look(seen map[string]int, st statement.Statement) {
	total := st.Total()
	note := func(side string, shown bool) {
		if shown {
			seen[side]++
		}
	}
	note("counted before", total.Opening > 0)
	note("does not count", total.Uncounted > 0)
	note("closes at the cap", total.Capped && total.Counted > 0 && total.Headroom == 0)
	note("no cap", !total.Capped)
	note("saved", total.Saved > 0)
	note("rates change", !total.OneRate)
	note("no streams", len(total.Streams) == 0)
	note("off the plan", st.Planned && !same(total.Paid(), total.Plan.Paid()))
	for _, l := range total.Streams {
		note("resale", l.Resale > 0)
		note("outside", l.Outside > 0)
		note("unshared", l.Unshared > 0)
		note("barred", l.Barred > 0)
	}
	for _, q := range st.Quarters {
		note("actual", q.Actual == q.Through)
		note("in part actual", q.Actual != 0 && q.Actual < q.Through)
	}
}
