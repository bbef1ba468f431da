package export

import (
	"context"
	"fmt"

	"headroom/scenario"
	"headroom/scenario/outcomes"
	"headroom/scenario/plot"
	"headroom/scenario/plot/risk"
	"headroom/scenario/simulate"
)

// A RiskView says what pictures of risk are drawn of. The zero value is the run that is
// made unless another is asked for.
type RiskView struct {
	Paths    int               `json:"paths,omitempty"`    // 0 for simulate.DefaultPaths
	Seed     uint64            `json:"seed,omitempty"`     // 0 for 1
	Sampling simulate.Sampling `json:"sampling,omitempty"` // empty for simulate.Sobol
	Rising   bool              `json:"rising,omitempty"`   // of dates: whether they are shown as a rising curve
	Mean     bool              `json:"mean,omitempty"`     // of a fan: whether the mean is shown
	Path     int               `json:"path,omitempty"`     // of a fan: the path that is shown, counted from 1; 0 for none
}

// Options returns the run that is asked for.
func (v RiskView) Options() simulate.Options {
	return simulate.Options{Paths: v.Paths, Seed: v.Seed, Sampling: v.Sampling}
}

// A run is what is known of a scenario on its paths.
type run struct {
	prepared  *scenario.Prepared
	simulator simulate.Simulator
	options   simulate.Options
	result    simulate.Result
}

// riskRun runs a subject, with errors and ranking only where a picture shows them.
func riskRun(s plot.Subject, v RiskView, ranked bool) (*run, error) {
	r := &run{options: v.Options()}
	r.options.Coarse = !ranked
	var err error
	if r.prepared, err = scenario.Prepare(s.Scenario); err != nil {
		return nil, err
	}
	if err := r.simulator.Run(context.Background(), r.prepared, r.options, &r.result); err != nil {
		return nil, fmt.Errorf("risk of scenario %q: %w", s.Scenario.ID, err)
	}
	return r, nil
}

// oneRun runs the one subject of a picture that has no other, as riskRun does.
func oneRun(of []plot.Subject, v RiskView, ranked bool) (plot.Subject, *run, error) {
	s, err := one(of)
	if err != nil {
		return s, nil, err
	}
	r, err := riskRun(s, v, ranked)
	return s, r, err
}

// ranAs returns the view of a run.
func ranAs(r simulate.Result) RiskView {
	return RiskView{Paths: r.Paths, Seed: r.Seed, Sampling: r.Sampling}
}

var fanKind = kind{
	name: risk.KindFan, fewest: 1, most: 1, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, r, err := oneRun(of, v.Risk, false)
		if err != nil {
			return nil, err
		}
		c := risk.Fan{Subject: s, Result: r.result, Mean: v.Risk.Mean}
		if v.Risk.Path != 0 {
			path, err := outcomes.At(context.Background(), &r.simulator, r.prepared, r.options, v.Risk.Path-1)
			if err != nil {
				return nil, err
			}
			c.Path = &path
		}
		return c, nil
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		f := as[risk.Fan](c)
		v.Risk = ranAs(f.Result)
		v.Risk.Mean = f.Mean
		if f.Path != nil {
			v.Risk.Path = f.Path.Index + 1
		}
	},
}

var paidKind = kind{
	name: risk.KindPaid, fewest: 1, most: 1, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, r, err := oneRun(of, v.Risk, false)
		if err != nil {
			return nil, err
		}
		c := risk.Paid{Subject: s, Result: r.result}
		c.Outcomes, err = outcomes.Count(context.Background(), &r.simulator, r.prepared, r.options)
		return c, err
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		v.Risk = ranAs(as[risk.Paid](c).Result)
	},
}

var driversKind = kind{
	name: risk.KindDrivers, fewest: 1, most: 1, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		s, r, err := oneRun(of, v.Risk, true)
		if err != nil {
			return nil, err
		}
		return risk.Drivers{Subject: s, Result: r.result}, nil
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		v.Risk = ranAs(as[risk.Drivers](c).Result)
	},
}

var datesKind = kind{
	name: risk.KindDates, fewest: 1, most: plot.MaxSubjects, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		c := risk.Dates{Rising: v.Risk.Rising}
		for _, s := range of {
			r, err := riskRun(s, v.Risk, false)
			if err != nil {
				return nil, err
			}
			c.Runs = append(c.Runs, risk.Run{Subject: s, Result: r.result})
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
