package preset

import (
	"maps"
	"strconv"
	"strings"

	"headroom/scenario"
)

// Uncertainty returns how uncertain growth and cap of a scenario are taken to be unless
// one knows better, with the sources of that by path within the scenario: the shipped
// deviations of growth, that of the last shipped year for later ones, and the range of
// the cap of the terms it was taken from while its cap lies within.
func Uncertainty(s scenario.Scenario) (scenario.Uncertainty, map[string]scenario.Source) {
	common := shipped().common
	given := common.Uncertainty
	out := scenario.Uncertainty{Correlation: given.Correlation}
	sources := map[string]scenario.Source{}
	for path, source := range common.Sources {
		if path == "uncertainty.correlation" {
			sources[path] = source
		}
	}
	shippedYears := given.GrowthSD
	for year := s.FirstYear; year <= s.LastYear; year++ {
		sd, ok := shippedYears.Get(year)
		path := "uncertainty.growthSD." + strconv.Itoa(year)
		if source, sourced := common.Sources[path]; sourced {
			sources[path] = source
		}
		if !ok && len(shippedYears) > 0 {
			sd = shippedYears[0].Rate
			if last := shippedYears[len(shippedYears)-1]; year > last.Year {
				sd = last.Rate
			}
		}
		out.GrowthSD = out.GrowthSD.With(year, sd)
	}
	t, ok := FindTerms(s.Terms.Preset)
	limit := s.Terms.Share.Cap
	if ok && s.Terms.Share.Capped && t.CapRange != nil && t.CapRange.Low <= limit && limit <= t.CapRange.High {
		r := *t.CapRange
		out.CapRange = &r
		ranges := map[string]scenario.Source{}
		for path, source := range t.Sources {
			if strings.HasPrefix(path, "uncertainty.capRange.") {
				ranges[path] = source
			}
		}
		maps.Copy(sources, ranges)
	}
	return out, sources
}
