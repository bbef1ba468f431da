package export

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

var dealKind = kind{
	name: plot.KindDeal, fewest: 1, most: 2, ordered: true,
	given: func(v *View) {
		if len(v.Scenarios) == 2 {
			v.Prior, v.Scenarios = v.Scenarios[0], v.Scenarios[1:]
		}
	},
	chart: func(w scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, err := one(of)
		if err != nil {
			return nil, err
		}
		prior, err := v.priorTerms(w)
		if err != nil {
			return nil, err
		}
		s, err = amended(s, prior)
		return plot.Deal{Subject: s, Prior: prior}, err
	},
	view: func(c plot.Chart, v *View, add func(scenario.Scenario, string) string) {
		deal := as[plot.Deal](c)
		prior := deal.Subject.Scenario
		prior.ID = unit.Shorten(prior.ID, scenario.MaxID-len("-prior")) + "-prior"
		prior.Name = unit.Shorten(prior.Name, scenario.MaxName-len(", prior terms")) + ", prior terms"
		prior.Terms, prior.Sources = deal.Prior, nil
		v.Prior = add(prior, preset.Color(1))
	},
}

// priorTerms returns the terms until the amendment: those of a scenario, or the
// shipped ones.
func (v View) priorTerms(w scenario.Workspace) (scenario.Terms, error) {
	if v.Prior == "" {
		shipped, ok := preset.FindTerms(preset.PriorTerms)
		if !ok {
			return scenario.Terms{}, fmt.Errorf("there are no shipped terms %q", preset.PriorTerms)
		}
		return shipped.Terms, nil
	}
	at := w.Find(v.Prior)
	if at < 0 {
		return scenario.Terms{}, fmt.Errorf("there is no scenario %q", v.Prior)
	}
	return w.Scenarios[at].Terms, nil
}

// amended returns a subject under amended terms: its own, or the shipped ones where
// it is itself under the prior terms.
func amended(s plot.Subject, prior scenario.Terms) (plot.Subject, error) {
	if !s.Scenario.Terms.Same(prior) {
		return s, nil
	}
	shipped, ok := preset.FindTerms(preset.AmendedTerms)
	if !ok {
		return s, fmt.Errorf("there are no shipped terms %q", preset.AmendedTerms)
	}
	s.Scenario = shipped.ApplyTo(s.Scenario)
	var err error
	if s.Projection, err = scenario.Project(s.Scenario); err != nil {
		return s, fmt.Errorf("project scenario %q under the amended terms: %w", s.Scenario.ID, err)
	}
	return s, nil
}
