package deal

import (
	"strings"
	"testing"
)

// The amendment's terms under February's plan: the cap 96.60 to OpenAI, the reverse
// share 20.22 to Microsoft, 76.38 together.
func TestATermOfADealIsExplained(t *testing.T) {
	d, v := sit(t)
	for _, tc := range []struct {
		row, column int
		want        []string
	}{
		{0, columnOpenAI, []string{"Total cap, worth to OpenAI", "+$96.60B", "none to $38.00B", "−$20.22B", "+$76.38B"}},
		{0, columnMicrosoft, []string{"Total cap, worth to Microsoft", "−$96.60B", "+$20.22B", "−$76.38B"}},
		{0, columnAmended, []string{"Sources: Total cap"}},
		{1, columnOpenAI, []string{"It moves no money: AGI is not verified under this outlook."}},
		{len(v.terms), columnOpenAI, []string{"All terms, worth to OpenAI", "+$76.38B", "TERM BY TERM"}},
		{len(v.terms), columnMicrosoft, []string{"All terms, worth to Microsoft", "−$76.38B"}},
	} {
		said := d.Asks(v.table, tc.row, tc.column)
		for _, want := range tc.want {
			if !strings.Contains(said, want) {
				t.Errorf("cell %d, %d: no %q in\n%s", tc.row, tc.column, want, said)
			}
		}
	}
}
