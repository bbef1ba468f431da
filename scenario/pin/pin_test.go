package pin_test

import (
	"strings"
	"testing"

	"headroom/scenario/fault"
	"headroom/scenario/pin"
)

func TestWhatIsWrongWithAPinIsNamed(t *testing.T) {
	for _, c := range []struct {
		pin  pin.Pin
		want string // empty for nothing
	}{
		{pin.Pin{Input: "growth-shift", Result: "cap-reached", Date: "2029-12-31"}, ""},
		{pin.Pin{Input: "growth:2028", Result: "paid", Amount: 30e9}, ""},
		{pin.Pin{Input: "cap", Result: "net", Amount: -1e15}, ""},
		{pin.Pin{Input: "through", Result: "paid"}, `pin.input: "through" is not cap`},
		{pin.Pin{Input: "growth:28", Result: "paid"}, "pin.input:"},
		{pin.Pin{Input: "growth:2101", Result: "paid"}, "pin.input:"},
		{pin.Pin{Input: "cap", Result: "revenue"}, `pin.result: "revenue" is not cap-reached`},
		{pin.Pin{Input: "cap", Result: "cap-reached"}, "pin.date:"},
		{pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-02-29"}, "pin.date:"},
		{pin.Pin{Input: "cap", Result: "cap-reached", Date: "2029-12-31", Amount: 1}, "pin.amount: goes with no date"},
		{pin.Pin{Input: "cap", Result: "paid", Date: "2029-12-31"}, "pin.date: goes with cap-reached alone"},
		{pin.Pin{Input: "cap", Result: "paid", Amount: 1.1e15}, "pin.amount:"},
	} {
		var found fault.Checker
		c.pin.Check(&found)
		text := ""
		if found.Found != nil {
			text = found.Found.Error()
		}
		if (text == "") != (c.want == "") || !strings.Contains(text, c.want) {
			t.Errorf("%+v: %q, want %q", c.pin, text, c.want)
		}
	}
}
