package course

import (
	"math"
	"testing"

	"headroom/scenario/unit"
)

func TestTheMonthsOfAYear(t *testing.T) {
	for _, test := range []struct {
		sentence     string
		year, before unit.Amount
		even         bool
		january      float64 // of the year, in twelfths
		grows        float64 // over eleven months
	}{
		{"a year that doubles", 24e9, 12e9, false, 12 * (math.Pow(2, 1.0/12) - 1), math.Pow(2, 11.0/12)},
		{"a year that halves", 6e9, 12e9, false, 24 * (1 - math.Pow(0.5, 1.0/12)), math.Pow(0.5, 11.0/12)},
		{"a year like the one before", 12e9, 12e9, false, 1, 1},
		{"all months alike", 24e9, 12e9, true, 1, 1},
		{"the first year", 24e9, 0, false, 1, 1},
		{"a year of nothing", 0, 12e9, false, 1, 1},
	} {
		c := New(test.year, test.before, test.even, &Course{}, &Course{})
		var months [12]unit.Amount
		c.Months(&months)
		var sum unit.Amount
		for _, v := range months {
			sum += v
		}
		near := func(a, b unit.Amount) bool { return math.Abs(float64(a-b)) <= 1e-14*12e9 }
		if !near(sum, test.year) || !near(months[0], test.year/12*unit.Amount(test.january)) || !near(months[11], months[0]*unit.Amount(test.grows)) {
			t.Errorf("%s: %v", test.sentence, months)
		}
		late := [12]unit.Amount{3: 7}
		if c.After(&late, 4); late[3] != 7 || late[4] != months[4] || late[11] != months[11] {
			t.Errorf("%s: from May on %v", test.sentence, late)
		}
		if again := New(2*test.year, 2*test.before, test.even, &Course{}, &c); again.Root != c.Root || again.Sum != c.Sum || again.Year != 2*test.year {
			t.Errorf("%s: with its course known %+v, want %+v", test.sentence, again, c)
		}
	}
}
