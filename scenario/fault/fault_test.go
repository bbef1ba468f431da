package fault_test

import (
	"testing"

	"headroom/scenario/fault"
)

func TestFaultsPrintOneALine(t *testing.T) {
	faults := fault.List{
		{Path: "a\nb", Message: "c\x1b[0m\u202e"},
		{Path: "d", Message: `"e" is not f`},
	}
	const want = `a\nb: c\x1b[0m\u202e` + "\n" + `d: "e" is not f`
	if faults.Error() != want {
		t.Errorf("Error = %q, want %q", faults.Error(), want)
	}
	if fault.List(nil).Err() != nil || faults.Err() == nil {
		t.Error("Err is not nil exactly where there are no faults")
	}
}
