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

// Three caps whose lines lie close together have no room for words between them: one text
// names them all, and none stands at the line of another.
func TestThreeCapsCloseTogetherAreNamedTogether(t *testing.T) {
	capped := func(limit unit.Amount) scenario.Scenario {
		return with(press(), func(share *scenario.Share) { share.Cap = limit })
	}
	for says, c := range map[string]struct {
		lows []unit.Amount
		want []string
	}{
		"close":              {[]unit.Amount{37.6e9, 37.2e9}, []string{"Caps $37.2B, $37.6B and $38.0B"}},
		"two close, one far": {[]unit.Amount{37.6e9, 20e9}, []string{"Cap $38.0B", "Cap $37.6B", "Cap $20.0B"}},
	} {
		pic := comparing(t, Options{Width: 900, Height: 480}, press(), capped(c.lows[0]), capped(c.lows[1]))
		compareOf(pic).Layout = LayoutOverlay
		at := map[string]bool{}
		for _, text := range presented(t, pic).Texts {
			at[text.Body] = true
		}
		for _, want := range c.want {
			if !at[want] {
				t.Errorf("%s: nothing says %q in %v", says, want, at)
			}
		}
	}
}
