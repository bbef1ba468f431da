package simulate

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/simulate/lanes"
)

// What is kept of the draws of a stripe is what they add up to.
func TestWhatIsKnownOfDrawsIsWhatTheyAddUpTo(t *testing.T) {
	p, err := scenario.Prepare(preset.Default().Scenarios[0])
	if err != nil {
		t.Fatal(err)
	}
	const paths = 3000
	var m Simulator
	var r Result
	if err := m.Run(t.Context(), p, Options{Paths: paths}, &r); err != nil {
		t.Fatal(err)
	}
	d := &m.draws
	for part := range stripesOfAll(d.sets) {
		set, stripe, of := stripeOf(part)
		from, to := span(stripe, of, paths)
		for dim := range d.dims {
			var want lanes.Known
			at := (set*d.dims + dim) * paths
			want.Add(d.values[at+from:at+to], d.parts[at+from:at+to])
			if got := *d.growthKnown(part, dim); got != want {
				t.Errorf("of dimension %d in stripe %d is known %v, want %v", dim, part, got, want)
			}
		}
	}
}
