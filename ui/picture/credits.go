package picture

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/explain"
	"headroom/scenario/field"
	"headroom/scenario/plot"
)

// credits is the source line of a picture: through when it is actual, who published
// the figures that it shows, whether some are the user's own, and the program.
func credits(pic plot.Picture) string {
	var by []string
	if months := pic.ActualThrough(); len(months) > 0 {
		said := make([]string, len(months))
		for i, m := range months {
			said[i] = m.Short()
		}
		by = append(by, "Actual through "+strings.Join(said, " and "))
	}
	add := func(who string) {
		if !slices.Contains(by, who) {
			by = append(by, who)
		}
	}
	own, estimated := false, false
	for _, subject := range pic.Subjects() {
		for _, path := range drawn(subject.Scenario, pic.Kind() == plot.KindDeal) {
			switch in := explain.At(subject.Scenario, path); {
			case in.Source == nil || in.Changed:
				own = true
			case in.Source.Publisher == "" || in.Source.Publisher == about.Name:
				estimated = true
			default:
				add(in.Source.Publisher)
			}
		}
	}
	if estimated {
		add("estimates by " + about.Name)
	}
	if own {
		add("own figures")
	}
	add("computed with " + about.Name)
	return strings.Join(by, "; ")
}

// drawn returns the paths of the figures that a picture of s stands on; of a deal,
// those beside the share too.
func drawn(s scenario.Scenario, deal bool) []string {
	var paths []string
	for i, st := range s.Outlook.Streams {
		if st.Channel == scenario.ChannelAzure && !deal {
			continue
		}
		paths = append(paths, field.StreamPath(i, "base"))
		for year := s.FirstYear; year <= s.LastYear; year++ {
			if st.Grows(year) {
				paths = append(paths, field.StreamPath(i, "revenue."+strconv.Itoa(year)))
			}
		}
		for _, actual := range st.Actuals {
			if actual.Period.First >= s.FirstMonth() && actual.Period.First <= s.LastMonth() {
				paths = append(paths, field.StreamPath(i, "actuals."+actual.Period.String()))
			}
		}
	}
	share := s.Terms.Share
	paths = append(paths, "terms.share.rate")
	for _, other := range share.RatesByYear {
		paths = append(paths, fmt.Sprintf("terms.share.ratesByYear.%d", other.Year))
	}
	if share.Capped {
		paths = append(paths, "terms.share.cap")
	}
	if share.AlreadyPaid > 0 {
		paths = append(paths, "terms.share.alreadyPaid")
	}
	if deal && s.Terms.Reverse != nil {
		paths = append(paths, "terms.reverse.rate")
	}
	if deal && s.Terms.License != nil {
		paths = append(paths, "terms.license.through")
	}
	return paths
}
