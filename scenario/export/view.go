package export

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

// A View says what a picture shows of a workspace, by ids: enough to draw it, and
// to bring it back. Which of its fields count depends on Kind; the others have no
// effect.
type View struct {
	Kind      plot.Kind
	Scenarios []string       // in the order of the picture; of a bridge the two ends, of a deal the scenario it is for
	Reference string         // of a comparison: what differences are measured from; empty for the first
	Layout    plot.Layout    // of a comparison; empty for side by side
	Face      plot.Kind      // of a comparison: plot.KindCumulative or plot.KindYears; empty for the former
	Axis      plot.Axis      // of amounts counted toward the cap; empty for plot.AxisCap
	Result    compare.Result // of a bridge; empty for compare.Paid
	Prior     string         // of a deal: the scenario with the prior terms; empty for the shipped ones
	Swept     Swept          // of a tornado or a map
	Risk      RiskView       // of a fan, dates, what is paid, or what drives it
}

// NewPicture returns the picture that a view shows of a workspace, drawn as the
// options say: their axis gives way to the view's. It fails where there is no
// such kind, where the workspace lacks a scenario, where the kind is not of as many,
// where one cannot be projected, and where two that a bridge is to lead between do
// not cover the same years.
func NewPicture(w scenario.Workspace, v View, o plot.Options) (plot.Picture, error) {
	o.Axis = v.Axis
	k, err := kindOf(v.Kind)
	if err != nil {
		return plot.Picture{}, err
	}
	var of []plot.Subject
	for _, id := range v.Scenarios {
		s, err := subjectOf(w, id)
		if err != nil {
			return plot.Picture{}, err
		}
		of = append(of, s)
	}
	c, err := k.chart(w, v, of)
	if err != nil {
		return plot.Picture{}, err
	}
	return plot.Picture{Options: o, Chart: c}, nil
}

// subjectOf returns the scenario with the given id as pictures show it.
func subjectOf(w scenario.Workspace, id string) (plot.Subject, error) {
	at := w.Find(id)
	if at < 0 {
		return plot.Subject{}, fmt.Errorf("there is no scenario %q", id)
	}
	s := plot.Subject{Scenario: w.Scenarios[at], Color: w.Scenarios[at].Color}
	if s.Color == "" {
		s.Color = preset.Color(at)
	}
	var err error
	if s.Projection, err = scenario.Project(s.Scenario); err != nil {
		return plot.Subject{}, fmt.Errorf("project scenario %q: %w", id, err)
	}
	return s, nil
}
