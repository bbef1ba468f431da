package compare_test

import (
	"strings"
	"testing"

	"headroom/scenario/preset"
	"headroom/ui/compare"
	"headroom/ui/desktest"
)

func TestACellOfAComparisonIsExplained(t *testing.T) {
	d := comparing(t, desktest.FlatUnder("seven", 7e9), desktest.FlatUnder("five", 5e9), desktest.FlatCase())
	rows := map[string]int{}
	for i, line := range strings.Split(d.Sheet("table").Text(), "\n") {
		name, _, _ := strings.Cut(line, "\t")
		rows[name] = i - 1
	}
	for _, tc := range []struct {
		row    string
		column int
		want   []string
	}{
		{"Paid through 2030", 0, []string{"Flat under $7.0B: Paid through 2030", "$7.00B"}},
		{"Paid through 2030", 1, []string{"Flat under $7.0B: Paid through 2030", "$7.00B"}},
		{"Paid through 2030", 2, []string{"Flat under $5.0B: Paid through 2030", "$5.00B"}},
		{"Paid in 2028", 2, []string{"Flat under $5.0B: Paid in 2028", "$0.20B"}},
		{"Cap reached", 2, []string{"Flat under $5.0B: Cap reached", "Jan 31, 2028"}},
		{"Cap used", 1, []string{"Cap used by the end of 2030", "100%"}},
		{"Effective rate", 2, []string{"Effective rate through 2030", "$5.00B of $60.00B revenue", "8.33%"}},
		{"Present value saved", 2, []string{"Flat under $5.0B: Present value saved through 2030"}},
		// 5 less 7, which is 29% of 7, and all of it by the cap.
		{"Paid through 2030", 3, []string{"Paid through 2030, difference from Flat under $7.0B", "−$2.00B", "$5.00B", "−$7.00B", "−28.6%", "INPUT BY INPUT", "Cap"}},
		{"Paid through 2030", 4, []string{"−28.6%"}},
		{"Paid in 2028", 3, []string{
			"Paid in 2028, difference from Flat under $7.0B", "−$2.00B", "$0.20B", "−$2.20B",
			"Flat under $7.0B: The cap binds: of $2.40B due, only the room of $2.20B is paid", "Flat under $5.0B: The cap binds: of $2.40B due, only the room of $0.20B is paid",
			"INPUTS THAT DIFFER", "Total cap", "$7.00B to $5.00B",
		}},
		{"Cap reached", 3, []string{"Nov 30, 2028", "Jan 31, 2028", "304 days earlier"}},
		{"Effective rate", 3, []string{"8.33%", "11.67%", "−3.3 pp"}},
		{"Cap reached", 6, nil}, // the flat case has no cap
		{"Cap used", 6, nil},
	} {
		said := d.Asks(d.Sheet("table"), rows[tc.row], tc.column)
		if tc.want == nil && said != "" {
			t.Errorf("%s, column %d: it says\n%s", tc.row, tc.column, said)
		}
		for _, want := range tc.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s, column %d: no %q in\n%s", tc.row, tc.column, want, said)
			}
		}
	}
}

func TestAStepOfABridgeIsExplained(t *testing.T) {
	d := comparing(t, preset.Default().Scenarios[:2]...)
	d.Tap("compare.bridge")
	table := d.Sheet("bridge.table")
	steps := d.v.Bridge().Steps
	first := d.Asks(table, 0, 1)
	if name := d.v.Bridge().From.Name; !strings.Contains(first, name+": Paid through 2030") {
		t.Errorf("the near end says\n%s", first)
	}
	if last := d.Asks(table, len(steps)+1, compare.BridgeDue); !strings.Contains(last, d.v.Bridge().To.Name+": Share before the cap through 2030") {
		t.Errorf("the far end says\n%s", last)
	}
	for i, step := range steps {
		said := d.Asks(table, i+1, 1)
		for _, want := range []string{step.Group.String()[1:], step.Change.Delta(), step.Due.Delta(), "WHAT DIFFERS", " to ", "averaged over all orders"} {
			if !strings.Contains(said, want) {
				t.Errorf("of %s it does not say %q but\n%s", step.Group, want, said)
			}
		}
	}
	if beyond := d.Asks(table, len(steps)+2, 1); beyond != "" {
		t.Errorf("beyond the far end it says\n%s", beyond)
	}
}
