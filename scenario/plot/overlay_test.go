package plot

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestCapsCloseTogetherAreNamedInTheirOrder(t *testing.T) {
	for _, low := range []unit.Amount{37.9e9, 37.5e9, 37e9, 35e9, 30e9} {
		pic := comparing(t, Options{}, press(), with(press(), func(share *scenario.Share) { share.Cap = low }))
		compareOf(pic).Layout = LayoutOverlay
		both := 0
		for pic.Width = 240; pic.Width < 900; pic.Width += 30 {
			for pic.Height = 120; pic.Height < 500; pic.Height += 20 {
				at := map[string]float64{}
				for _, text := range presented(t, pic).Texts {
					at[text.Body] = text.Y
				}
				upper, one := at["Cap $38.0B"]
				lower, other := at["Cap "+low.Headline()]
				if !one || !other {
					continue
				}
				both++
				if upper > lower {
					t.Errorf("%d by %d: the cap of %s is named above that of $38.0B", pic.Width, pic.Height, low.Headline())
				}
			}
		}
		if both == 0 {
			t.Errorf("no picture names both $38.0B and %s", low.Headline())
		}
	}
}
