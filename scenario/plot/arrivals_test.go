package plot

import (
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// half has half the rate and half the cap of s, so that it reaches it on the same
// day.
func half(s scenario.Scenario) scenario.Scenario {
	s.ID, s.Name = "half", "Half of it"
	return with(s, func(share *scenario.Share) { share.Rate, share.Cap = share.Rate/2, share.Cap/2 })
}

func TestADateIsWrittenOnceHoweverManyReachTheirCapsOnIt(t *testing.T) {
	// The worked case reaches its cap on November 23, 2028, when some 2.4 billion a
	// month are due: half a billion less is reached six days before.
	other := func(limit unit.Amount) scenario.Scenario {
		s := with(press(), func(share *scenario.Share) { share.Cap = limit })
		s.ID, s.Name = "other", "Another cap"
		return s
	}
	for _, tc := range []struct {
		says   string
		all    []scenario.Scenario
		want   string // dates, in the order they are written
		joined int    // marks that a line joins
	}{
		{"the same twice", []scenario.Scenario{press(), other(38e9)}, "Nov 23, 2028", 0},
		{"caps a hair apart", []scenario.Scenario{press(), other(38.001e9)}, "Nov 23, 2028", 0},
		{"two caps, one above the other", []scenario.Scenario{press(), half(press())}, "Nov 23, 2028", 2},
		{"three caps", []scenario.Scenario{half(half(press())), press(), half(press())}, "Nov 23, 2028", 3},
		{"two days of one month", []scenario.Scenario{press(), other(37.5e9)}, "Nov 23, 2028 Nov 17, 2028", 0},
		{"one that is never reached", []scenario.Scenario{press(), uncapped(press())}, "Nov 23, 2028", 0},
	} {
		t.Run(tc.says, func(t *testing.T) {
			pic := comparing(t, Options{Width: 900, Height: 500}, tc.all...)
			compareOf(pic).Layout = LayoutOverlay
			l := presented(t, pic)
			var dates []string
			for _, body := range bodies(l) {
				if strings.HasPrefix(body, "Nov ") {
					dates = append(dates, body)
				}
			}
			if got := strings.Join(dates, " "); got != tc.want {
				t.Errorf("%q is written, want %q", got, tc.want)
			}
			joined := 0
			for _, shape := range l.Shapes {
				if n := len(shape.Spots); slices.Equal(shape.Dash, layout.DashDrop) && math.Abs(shape.Spots[0].X-shape.Spots[n-1].X) < 0.5 {
					joined += n
				}
			}
			if joined != tc.joined {
				t.Errorf("%d marks are joined, want %d", joined, tc.joined)
			}
		})
	}
}

func TestDatesStayApartWhereThereIsLittleRoom(t *testing.T) {
	// November 17 and 23, 2028, which both are "Nov 2028".
	pic := comparing(t, Options{}, press(), with(press(), func(share *scenario.Share) { share.Cap = 37.5e9 }))
	compareOf(pic).Layout = LayoutOverlay
	for pic.Width = 200; pic.Width < 700; pic.Width += 20 {
		for pic.Height = 120; pic.Height < 400; pic.Height += 20 {
			l := presented(t, pic)
			if said := bodies(l); slices.Contains(said, "Nov 2028") {
				t.Fatalf("%d by %d: one of two days of November 2028 is written as the month: %q", pic.Width, pic.Height, said)
			}
		}
	}
}
