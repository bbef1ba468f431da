package compare_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
)

func subjects(t *testing.T, scenarios ...scenario.Scenario) []compare.Subject {
	t.Helper()
	var out []compare.Subject
	for _, s := range scenarios {
		p, err := scenario.Project(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, compare.Subject{Scenario: s, Projection: p})
	}
	return out
}

func against(t *testing.T, reference int, scenarios ...scenario.Scenario) compare.Comparison {
	t.Helper()
	c, err := compare.New(subjects(t, scenarios...), reference)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The amounts are the worked case's and those of the April 2025 plan: 29, 54, 86,
// 125, 174 of revenue, so 93.6 due, of which the cap leaves 38 to be paid.
func TestDifferencesFromTheReference(t *testing.T) {
	c := against(t, 0, of(t, "february-2026"), of(t, "april-2025"), of(t, "february-2026-prior"))
	for _, test := range []struct {
		what     string
		cells    []compare.Cell
		change   [3]unit.Amount
		relative [3]unit.Rate
	}{
		{"due", c.Total(compare.Due), [3]unit.Amount{0, -41e9, 0}, [3]unit.Rate{0, -41 / 134.6, 0}},
		{"paid", c.Total(compare.Paid), [3]unit.Amount{0, 0, 96.6e9}, [3]unit.Rate{0, 0, 96.6 / 38}},
		{"forgone", c.Total(compare.Forgone), [3]unit.Amount{0, -41e9, -96.6e9}, [3]unit.Rate{0, -41 / 96.6, -1}},
		{"paid in 2028", c.InYear(compare.Paid, 2028), [3]unit.Amount{0, -2.4e9, 3e9}, [3]unit.Rate{0, -2.4 / 19.6, 3 / 19.6}},
	} {
		for i, cell := range test.cells {
			relative, ok := cell.Relative()
			if !cell.Known || !cell.Compared || !ok || !near(cell.Change, test.change[i]) || !close(relative, test.relative[i]) {
				t.Errorf("%s of scenario %d: %+v, relative %v", test.what, i, cell, relative)
			}
		}
	}
	if _, ok := c.InYear(compare.Paid, 2029)[2].Relative(); ok {
		t.Error("36.8 has a percentage over nothing")
	}
	if _, first := c.InYear(compare.Paid, 2029)[0].Relative(); first {
		t.Error("nothing has a percentage over nothing")
	}
}

func close(a, b unit.Rate) bool { return a-b < 1e-9 && b-a < 1e-9 }

func TestAPercentageUpwardIsPositive(t *testing.T) {
	cell := compare.Cell{Value: -5, Known: true, Change: 5, Compared: true} // up from -10
	if relative, ok := cell.Relative(); !ok || relative != 0.5 {
		t.Errorf("%v, %v, want half", relative, ok)
	}
}

func TestDatesDifferInDays(t *testing.T) {
	c := against(t, 0, of(t, "february-2026"), of(t, "april-2025"), of(t, "slump"), of(t, "february-2026-prior"))
	cells := c.CapReached()
	// From November 23, 2028, to March 11, 2029: 7 + 31 + 31 + 28 + 11 days.
	if !cells[1].Compared || cells[1].Days != 108 || !cells[0].Compared || cells[0].Days != 0 {
		t.Errorf("%+v", cells)
	}
	if cells[2].Compared || !cells[2].Capped || cells[3].Compared || cells[3].Capped {
		t.Errorf("a cap not reached, or none, is compared: %+v", cells)
	}
	for _, cell := range against(t, 2, of(t, "february-2026"), of(t, "april-2025"), of(t, "slump")).CapReached() {
		if cell.Compared {
			t.Errorf("%+v is compared with a cap not reached", cell)
		}
	}
	before := of(t, "february-2026")
	before.Terms.Share.AlreadyPaid = 38e9
	cells = against(t, 0, of(t, "february-2026"), before).CapReached()
	if cells[1].Compared || !cells[1].Reached.Before {
		t.Errorf("a cap reached before the horizon: %+v", cells[1])
	}
}

func TestRatesDifferInPoints(t *testing.T) {
	c := against(t, 0, of(t, "february-2026"), of(t, "slump"), of(t, "february-2026-prior"))
	used := c.CapUsed()
	if !used[1].Compared || !close(used[1].Change, 37.6/38-1) || used[2].Known || used[2].Compared {
		t.Errorf("cap used: %+v", used)
	}
	rate := c.EffectiveRate()
	if !rate[2].Compared || !close(rate[2].Change, 0.2-38.0/673) {
		t.Errorf("effective rate: %+v", rate)
	}
}

func TestHorizonsShareTheUnionOfYears(t *testing.T) {
	short, long := of(t, "february-2026"), of(t, "february-2026")
	short.LastYear = 2028
	long = changed(long, func(st []scenario.Stream) {
		for i := range st {
			st[i].Growth = st[i].Growth.With(2031, 0)
		}
	})
	long.LastYear = 2031
	c := against(t, 0, short, long)
	if first, last := c.Years(); first != 2026 || last != 2031 {
		t.Errorf("years %d to %d", first, last)
	}
	if c.SameHorizon() || !against(t, 0, long, long).SameHorizon() {
		t.Error("the horizons are taken for the same, or the same for others")
	}
	cells := c.InYear(compare.Due, 2029)
	if cells[0].Known || cells[0].Compared || !cells[1].Known || cells[1].Compared || !near(cells[1].Value, 36.8e9) {
		t.Errorf("2029: %+v", cells)
	}
	if cells := c.InYear(compare.Due, 2028); !cells[1].Compared || !near(cells[1].Change, 0) {
		t.Errorf("2028: %+v", cells)
	}
	if cells := c.InYear(compare.PresentValue, 2028); cells[0].Known {
		t.Errorf("a year has a present value: %+v", cells)
	}
}

func TestTheReferenceIsOneOfThem(t *testing.T) {
	for _, at := range []int{-1, 1} {
		if _, err := compare.New(subjects(t, of(t, "slump")), at); err == nil {
			t.Errorf("%d is taken", at)
		}
	}
}
