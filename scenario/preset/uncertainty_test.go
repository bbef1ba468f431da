package preset_test

import (
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
)

// The usual uncertainty covers every year of the horizon, each shipped figure with its
// source, and the range of the cap only around the cap it was judged for.
func TestTheUsualUncertainty(t *testing.T) {
	w := preset.Default()
	s := w.Scenarios[w.Find("february-2026")]
	u, sources := preset.Uncertainty(s)
	if u.CapRange == nil || *u.CapRange != *s.Uncertainty.CapRange || u.Correlation != s.Uncertainty.Correlation {
		t.Errorf("it is %+v, the shipped scenario has %+v", u, s.Uncertainty)
	}
	for path, source := range sources {
		if source.Status != scenario.StatusEstimate || source.Note == "" {
			t.Errorf("the source of %s is %+v, want an estimate with its reason", path, source)
		}
	}
	if _, ok := sources["uncertainty.growthSD.2028"]; !ok || len(sources) != 8 {
		t.Errorf("there are %d sources: %v", len(sources), sources)
	}
	s.LastYear = 2033
	s.Terms.Share.Cap = 60e9
	u, sources = preset.Uncertainty(s)
	last, _ := u.GrowthSD.Get(2030)
	if sd, ok := u.GrowthSD.Get(2033); !ok || sd != last || len(u.GrowthSD) != 8 {
		t.Errorf("of a later year it is %v, want that of 2030, %v", sd, last)
	}
	if u.CapRange != nil || len(sources) != 6 {
		t.Errorf("a cap of $60B has the range %+v, with %d sources", u.CapRange, len(sources))
	}
}
