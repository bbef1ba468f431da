// Package preset holds the shipped outlooks and terms, figure by figure with
// their sources, the templates for streams, and the default workspace.
//
// It computes nothing and changes no file; the figures are data in assets. A
// preset is a starting point: nothing in a scenario stays tied to it but the id
// it was taken from. All amounts are US dollars.
package preset

import (
	"maps"
	"reflect"
	"strings"
	"time"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// An Outlook is a shipped outlook on revenue.
type Outlook struct {
	ID, Name            string
	FirstYear, LastYear int // the horizon its figures are for
	Outlook             scenario.Outlook
	Sources             map[string]scenario.Source // by path within a scenario, all under outlook
}

// Terms are shipped terms of an agreement.
type Terms struct {
	ID, Name string
	Terms    scenario.Terms
	CapRange *scenario.CapRange         // how far off the cap may be, nil where it is certain or there is none
	Sources  map[string]scenario.Source // by path within a scenario, under terms and uncertainty.capRange
}

// Outlooks returns the shipped outlooks in the order they are offered, the
// default first. What they hold is shared and not to be written to.
func Outlooks() []Outlook { return shipped().outlooks }

// AllTerms returns the shipped terms in the order they are offered, the default
// first. What they hold is shared and not to be written to.
func AllTerms() []Terms { return shipped().terms }

// FindOutlook returns the shipped outlook with the given id, and false where
// there is none.
func FindOutlook(id string) (Outlook, bool) { return shipped().outlook(id) }

// FindTerms returns the shipped terms with the given id, and false where there
// are none.
func FindTerms(id string) (Terms, bool) { return shipped().termsOf(id) }

// New returns a new scenario made of an outlook and terms, with the shipped
// valuation and uncertainty and the sources of them all; id and name are taken as
// they are.
func New(id, name string, o Outlook, t Terms) scenario.Scenario {
	return shipped().compose(id, name, o, t)
}

// BlankOutlook returns an outlook to be filled in, of nobody's figures, over the
// shipped horizon: one direct stream of $1B that does not grow.
func BlankOutlook() Outlook {
	first := Outlooks()[0]
	stream := scenario.Stream{Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 1e9, Shared: 1}
	for year := first.FirstYear; year <= first.LastYear; year++ {
		stream.Growth = stream.Growth.With(year, 0)
	}
	return Outlook{
		Name: "Blank", FirstYear: first.FirstYear, LastYear: first.LastYear,
		Outlook: scenario.Outlook{Shape: scenario.ShapeRamp, Streams: []scenario.Stream{stream}},
	}
}

// BlankTerms returns terms to be filled in, of nobody's figures: a share of 0% over
// the shipped horizon, and nothing else agreed.
func BlankTerms() Terms {
	o := Outlooks()[0]
	return Terms{Name: "Blank", Terms: scenario.Terms{
		Name:  "Own terms",
		Share: scenario.Share{From: unit.NewMonth(o.FirstYear, time.January), Through: unit.NewMonth(o.LastYear, time.December)},
	}}
}

// IsOf reports whether s still has this outlook as it is shipped, months of AGI set
// aside: these are the user's own.
func (o Outlook) IsOf(s scenario.Scenario) bool {
	has := s.Outlook
	has.AGIVerified = o.Outlook.AGIVerified
	return reflect.DeepEqual(has, o.Outlook)
}

// ApplyTo returns s with its outlook, horizon and their sources replaced by the
// preset's. Terms, valuation and uncertainty stay as they are.
func (o Outlook) ApplyTo(s scenario.Scenario) scenario.Scenario {
	s.FirstYear, s.LastYear = o.FirstYear, o.LastYear
	s.Outlook = o.Outlook
	s.Sources = replaced(s.Sources, o.Sources, "outlook.")
	return s
}

// ApplyTo returns s with its terms, the range of its cap and their sources
// replaced by the preset's. Outlook, horizon and the rest of the uncertainty
// stay as they are.
func (t Terms) ApplyTo(s scenario.Scenario) scenario.Scenario {
	s.Terms = t.Terms
	switch {
	case s.Uncertainty != nil:
		u := *s.Uncertainty
		u.CapRange = t.CapRange
		s.Uncertainty = &u
	case t.CapRange != nil:
		s.Uncertainty = &scenario.Uncertainty{CapRange: t.CapRange}
	}
	s.Sources = replaced(s.Sources, t.Sources, "terms.", "uncertainty.capRange.")
	return s
}

// replaced returns the sources of old outside the given parts of a scenario,
// together with all of fresh.
func replaced(old, fresh map[string]scenario.Source, parts ...string) map[string]scenario.Source {
	out := make(map[string]scenario.Source, len(old)+len(fresh))
	for path, source := range old {
		if !underAny(path, parts) {
			out[path] = source
		}
	}
	maps.Copy(out, fresh)
	return out
}

func underAny(path string, parts []string) bool {
	for _, part := range parts {
		if strings.HasPrefix(path, part) {
			return true
		}
	}
	return false
}
