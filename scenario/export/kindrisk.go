package export

import (
	"context"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
)

// A RiskView says what a fan or dates are drawn of. The zero value is the run that is
// made unless another is asked for.
type RiskView struct {
	Paths    int               `json:"paths,omitempty"`    // 0 for simulate.DefaultPaths
	Seed     uint64            `json:"seed,omitempty"`     // 0 for 1
	Sampling simulate.Sampling `json:"sampling,omitempty"` // empty for simulate.Sobol
	Rising   bool              `json:"rising,omitempty"`   // of dates: whether they are shown as a rising curve
	Mean     bool              `json:"mean,omitempty"`     // of a fan: whether the mean is shown
}

// Options returns the run that is asked for.
func (v RiskView) Options() simulate.Options {
	return simulate.Options{Paths: v.Paths, Seed: v.Seed, Sampling: v.Sampling}
}

// riskRun runs a subject without what no picture shows.
func riskRun(s plot.Subject, v RiskView) (simulate.Result, error) {
	var m simulate.Simulator
	var r simulate.Result
	p, err := scenario.Prepare(s.Scenario)
	if err != nil {
		return r, err
	}
	o := v.Options()
	o.Coarse = true
	if err := m.Run(context.Background(), p, o, &r); err != nil {
		return r, fmt.Errorf("risk of scenario %q: %w", s.Scenario.ID, err)
	}
	return r, nil
}

// ranAs returns the view of a run.
func ranAs(r simulate.Result) RiskView {
	return RiskView{Paths: r.Paths, Seed: r.Seed, Sampling: r.Sampling}
}

var fanKind = kind{
	name: risk.KindFan, fewest: 1, most: 1, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, err := one(of)
		if err != nil {
			return nil, err
		}
		r, err := riskRun(s, v.Risk)
		return risk.Fan{Subject: s, Result: r, Mean: v.Risk.Mean}, err
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		f := as[risk.Fan](c)
		v.Risk = ranAs(f.Result)
		v.Risk.Mean = f.Mean
	},
}

var datesKind = kind{
	name: risk.KindDates, fewest: 1, most: plot.MaxSubjects, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		c := risk.Dates{Rising: v.Risk.Rising}
		for _, s := range of {
			r, err := riskRun(s, v.Risk)
			if err != nil {
				return nil, err
			}
			c.Runs = append(c.Runs, risk.Run{Subject: s, Result: r})
		}
		return c, nil
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		d := as[risk.Dates](c)
		if len(d.Runs) > 0 {
			v.Risk = ranAs(d.Runs[0].Result)
		}
		v.Risk.Rising = d.Rising
	},
}
