package plot

import (
	"math"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/compare"
)

func TestBarsOfABridgeLeadFromEndToEnd(t *testing.T) {
	from, to := crowded()
	for _, result := range compare.Bridged() {
		pic := bridging(t, Options{Width: 900, Height: 600}, result, from, to)
		frames := framesOf(t, pic)
		bridge := pic.Chart.(*Bridge).Difference
		n := len(bridge.Steps)
		if len(frames.Bars) != n+2 || frames.Bars[0].Step != -1 || frames.Bars[n+1].Step != n {
			t.Fatalf("%s: %d bars for %d steps", result, len(frames.Bars), n)
		}
		scale := frames.Bars[0].Rect.Width() / math.Abs(float64(bridge.From.Amount))
		for i, bar := range frames.Bars {
			if i > 0 && bar.Row.Overlaps(frames.Bars[i-1].Row.Grown(-0.01)) {
				t.Errorf("%s: row %d overlaps another", result, i)
			}
			if bar.Step < 0 || bar.Step >= n {
				continue
			}
			want := math.Abs(float64(bridge.Steps[bar.Step].Change)) * scale
			if got := bar.Rect.Width(); math.Abs(got-want) > 2.01 {
				t.Errorf("%s: step %d is %v wide, want %v", result, bar.Step, got, want)
			}
		}
	}
}

func TestWhatABridgeSays(t *testing.T) {
	all := several()
	o := Options{Width: 1200, Height: 700}
	from, to := crowded()
	for _, c := range []struct {
		name string
		pic  Picture
		want []string
		not  string
	}{
		{"paid", bridging(t, o, compare.Paid, all[0], all[1]), []string{"Paid", "Cap", "+$96.60B", "$38.00B", "$134.60B", "−$96.60B"}, "Note"},
		{"net", bridging(t, o, compare.Net, all[1], all[0]), []string{"Net to Microsoft", "−$96.60B"}, "Absorbed"},
		{"merged", bridging(t, o, compare.Paid, from, to), []string{"Growth of all years", "Stream Consumer", "outlined: share before the cap", "<A> & \"B\""}, "Growth 2026"},
		{"empty", bridging(t, o, compare.Paid, press(), press()), []string{"No input that a payment depends on differs."}, "+"},
	} {
		said := bodies(presented(t, c.pic))
		for _, want := range c.want {
			if !slices.Contains(said, want) {
				t.Errorf("%s: %q is not said in %q", c.name, want, said)
			}
		}
		if strings.Contains(strings.Join(said, "\n"), c.not) {
			t.Errorf("%s: %q is said in %q", c.name, c.not, said)
		}
	}
	said := strings.Join(bodies(presented(t, bridging(t, o, compare.Paid, from, to))), " ")
	if !strings.Contains(said, "Note: More than 12 groups of inputs differ") {
		t.Errorf("that growths are one is not said in %q", said)
	}
	if said := bodies(presented(t, bridging(t, o, compare.Paid, from, to))); !slices.Contains(said, "Absorbed by") {
		t.Errorf("there is no column for what the cap absorbed: %q", said)
	}
}
