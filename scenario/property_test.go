package scenario_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A property is a sentence that holds for every scenario; it says what does not.
type property struct {
	sentence string
	broken   func(s scenario.Scenario, p scenario.Projection) string
}

func TestProperties(t *testing.T) {
	t.Parallel()
	properties := []property{
		{"what counts never falls, nor exceeds the larger of cap and counted before", countsUp},
		{"months sum to quarters, calendar and fiscal years and the total", sumsUp},
		{"paid and forgone are what is due", paidAndForgone},
		{"net is paid less reverse", net},
		{"headroom is the cap less what counts", headroom},
		{"after the cap is reached nothing is paid, before it nothing is forgone", reachedOnce},
		{"more cap never pays less, nor is reached sooner", moreCap},
		{"a cap above everything due changes nothing", roomyCap},
		{"doubling revenue, cap and what was counted before doubles amounts and moves no date", doubled},
		{"the order of streams does not matter", reversed},
		{"a stream in two halves is the stream", halved},
		{"even months have the year's revenue too", evened},
		{"discounting from a month later is worth a month's interest more", laterValue},
		{"the totals alone are those of the projection, bit for bit", totalsAlone},
		{"the names, notes, license and uncertainty move no money", words},
	}
	for seed := range scenarios(t, 2000) {
		s := randomScenario(1_000_000 + seed)
		p := project(t, s)
		if again := randomScenario(1_000_000 + seed); !reflect.DeepEqual(s, again) {
			t.Fatalf("seed %d: projecting changed the scenario\n%+v\n%+v", seed, s, again)
		}
		if again := project(t, s); !reflect.DeepEqual(p, again) {
			t.Fatalf("seed %d: a second projection differs from the first", seed)
		}
		for _, property := range properties {
			if fault := property.broken(s, p); fault != "" {
				t.Errorf("seed %d: %s: %s\n%+v", seed, property.sentence, fault, s)
			}
		}
		if t.Failed() {
			return
		}
	}
}

// near compares two amounts to the larger of a cent and 1e-9 of those they are
// made of.
func near(a, b unit.Amount, scales ...unit.Amount) bool {
	tolerance := 0.01
	for _, scale := range append(scales, a, b) {
		tolerance = max(tolerance, 1e-9*math.Abs(float64(scale)))
	}
	return math.Abs(float64(a-b)) <= tolerance
}

func mustTotal(s scenario.Scenario) scenario.Totals {
	total, err := scenario.Total(s)
	if err != nil {
		panic(err)
	}
	return total
}

func countsUp(s scenario.Scenario, p scenario.Projection) string {
	share := s.Terms.Share
	before := share.AlreadyPaid
	for _, m := range p.Months {
		if m.Cumulative < before {
			return fmt.Sprintf("in %s it falls from %v to %v", m.From, before, m.Cumulative)
		}
		if share.Capped && m.Cumulative > max(share.Cap, share.AlreadyPaid) {
			return fmt.Sprintf("in %s it is %v", m.From, m.Cumulative)
		}
		before = m.Cumulative
	}
	return ""
}

func sumsUp(_ scenario.Scenario, p scenario.Projection) string {
	months := sum(p.Months)
	for name, flows := range map[string]scenario.Flows{
		"quarters": sum(p.Quarters), "years": sum(p.Years), "fiscal years": sum(p.FiscalYears), "total": p.Total.Flows,
	} {
		if fault := flowsApart(months, flows, 1, p.Total.Due+p.Total.Reverse); fault != "" {
			return name + ": " + fault
		}
	}
	last := p.Months[len(p.Months)-1]
	if p.Total.Cumulative != last.Cumulative || p.Total.Headroom != last.Headroom {
		return "the total does not end as the last month does"
	}
	return ""
}

func sum(rows []scenario.Row) scenario.Flows {
	var f scenario.Flows
	for _, row := range rows {
		f.Revenue += row.Revenue
		f.Due += row.Due
		f.Paid += row.Paid
		f.Forgone += row.Forgone
		f.Reverse += row.Reverse
		f.Net += row.Net
	}
	return f
}

// flowsApart says where b is not times a.
func flowsApart(a, b scenario.Flows, times, scale unit.Amount) string {
	values := func(f scenario.Flows) [6]unit.Amount {
		return [6]unit.Amount{f.Revenue, f.Due, f.Paid, f.Forgone, f.Reverse, f.Net}
	}
	for i, name := range [6]string{"revenue", "due", "paid", "forgone", "reverse", "net"} {
		if !near(values(a)[i]*times, values(b)[i], scale*times) {
			return fmt.Sprintf("%s %v and %v", name, values(a)[i], values(b)[i])
		}
	}
	return ""
}

// A sliver of the cap, half a cent and 1e-12 of it, may be paid on top of what
// is due, or be the gain of a smaller cap.
func sliverScale(cap unit.Amount) unit.Amount { return cap / 500 }

func paidAndForgone(_ scenario.Scenario, p scenario.Projection) string {
	for _, m := range p.Months {
		if !near(m.Paid+m.Forgone, m.Due, sliverScale(p.Total.Cap)) || m.Paid < 0 || m.Forgone < 0 {
			return fmt.Sprintf("in %s of %v due %v are paid and %v forgone", m.From, m.Due, m.Paid, m.Forgone)
		}
	}
	return ""
}

func net(_ scenario.Scenario, p scenario.Projection) string {
	for _, m := range p.Months {
		if m.Net != m.Paid-m.Reverse {
			return fmt.Sprintf("in %s it is %v of %v and %v", m.From, m.Net, m.Paid, m.Reverse)
		}
	}
	return ""
}

func headroom(s scenario.Scenario, p scenario.Projection) string {
	for _, m := range p.Months {
		want := max(0, s.Terms.Share.Cap-m.Cumulative)
		if !s.Terms.Share.Capped || p.Total.Reached.Before {
			want = 0
		}
		if m.Headroom != want {
			return fmt.Sprintf("at the end of %s it is %v, not %v", m.From, m.Headroom, want)
		}
	}
	return ""
}

func reachedOnce(s scenario.Scenario, p scenario.Projection) string {
	at, ever := p.Total.Reached.Date.Month, p.Total.Reached.Ever()
	for _, m := range p.Months {
		after := ever && m.From > at && counts(s, m.From)
		switch {
		case after && (m.Paid != 0 || m.Forgone != m.Due || m.Headroom != 0):
			return fmt.Sprintf("in %s, after it, %v of %v are paid", m.From, m.Paid, m.Due)
		case m.From == at && (m.Cumulative != s.Terms.Share.Cap || m.Headroom != 0 || m.Due == 0):
			return fmt.Sprintf("in %s, when it is reached, %v count", m.From, m.Cumulative)
		case !after && m.From != at && m.Paid != m.Due:
			return fmt.Sprintf("in %s, before it, %v of %v are paid", m.From, m.Paid, m.Due)
		}
	}
	return ""
}

// counts reports whether payments of a month count toward a cap.
func counts(s scenario.Scenario, m unit.Month) bool {
	return s.Terms.Share.Capped && m >= s.Terms.Share.CapStart()
}

func moreCap(s scenario.Scenario, p scenario.Projection) string {
	if !s.Terms.Share.Capped {
		return ""
	}
	for _, more := range []unit.Amount{s.Terms.Share.Cap + 0.01, s.Terms.Share.Cap*1.1 + 1e6} {
		s.Terms.Share.Cap = min(1e15, more)
		total := mustTotal(s)
		if total.Paid < p.Total.Paid && !near(total.Paid, p.Total.Paid, sliverScale(p.Total.Cap)) {
			return fmt.Sprintf("%v pays %v, not %v", more, total.Paid, p.Total.Paid)
		}
		if total.Reached.Before && !p.Total.Reached.Before || total.Reached.Ever() && total.Reached.Date.Before(p.Total.Reached.Date) {
			return fmt.Sprintf("%v is reached on %q, not %q", more, total.Reached, p.Total.Reached)
		}
	}
	return ""
}

func roomyCap(s scenario.Scenario, p scenario.Projection) string {
	s.Terms.Share.Capped, s.Terms.Share.Cap = true, (s.Terms.Share.AlreadyPaid+p.Total.Due)*1.000001+1
	if s.Terms.Share.Cap > 1e15 {
		return ""
	}
	capped := mustTotal(s)
	s.Terms.Share.Capped, s.Terms.Share.Cap = false, 0
	free := mustTotal(s)
	if capped.Flows != free.Flows || capped.PresentValue != free.PresentValue || capped.Forgone != 0 || capped.Reached.Ever() {
		return fmt.Sprintf("%+v is not %+v", capped, free)
	}
	return ""
}
