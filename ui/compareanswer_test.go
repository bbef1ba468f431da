package ui

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestAComparisonAnswersInOneLine(t *testing.T) {
	column := func(name string, t scenario.Totals) compared {
		return compared{scenario.Scenario{Name: name}, scenario.Projection{Total: t}}
	}
	paid := func(name string, paid, forgone float64) compared {
		var t scenario.Totals
		t.Paid, t.Forgone = unit.Amount(paid*1e9), unit.Amount(forgone*1e9)
		return column(name, t)
	}
	for _, test := range []struct {
		says      string
		columns   []compared
		reference int
		want      string
	}{
		{"the cap saves all of it", []compared{paid("A", 38, 96.6), paid("B", 134.6, 0)}, 0, "The cap saves $96.6B against B"},
		{"from the other side", []compared{paid("A", 38, 96.6), paid("B", 134.6, 0)}, 1, "$96.6B more is paid than under A"},
		{"less, but not by the cap", []compared{paid("A", 30, 0), paid("B", 38, 5)}, 0, "$8.0B less is paid than under B"},
		{"the same", []compared{paid("A", 38, 1), paid("B", 38, 2)}, 0, "$38.0B is paid under both"},
		{"of three", []compared{paid("A", 38, 1), paid("B", 35, 0), paid("C", 134.6, 0)}, 0, "Between $35.0B and $134.6B is paid"},
		{"of three alike", []compared{paid("A", 38, 1), paid("B", 38, 0), paid("C", 38, 0)}, 0, "$38.0B is paid under each"},
	} {
		if got := compareAnswer(test.columns, test.reference); got != test.want {
			t.Errorf("%s: %q, want %q", test.says, got, test.want)
		}
	}
}
