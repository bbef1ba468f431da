package export

import (
	"fmt"
	"slices"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

// A View says what a picture shows of a workspace, by ids: enough to draw it, and
// to bring it back. Which of its fields count depends on Kind.
type View struct {
	Kind      plot.Kind
	Scenarios []string       // in the order of the picture; of a bridge the two ends, of a deal the scenario it is for
	Reference string         // of a comparison: what differences are measured from; empty for the first
	Layout    plot.Layout    // of a comparison; empty for side by side
	Face      plot.Kind      // of a comparison: plot.KindCumulative or plot.KindYears; empty for the former
	Axis      plot.Axis      // of amounts counted toward the cap; empty for plot.AxisCap
	Result    compare.Result // of a bridge; empty for compare.Paid
	Prior     string         // of a deal: the scenario with the prior terms; empty for the shipped ones
}

// NewPicture returns the picture that a view shows of a workspace, drawn as the
// options say: their kind and axis give way to the view's. It fails where the
// workspace lacks a scenario, where one cannot be projected, and where two that a
// bridge is to lead between do not cover the same years.
func NewPicture(w scenario.Workspace, v View, o plot.Options) (plot.Picture, error) {
	o.Kind, o.Axis = v.Kind, v.Axis
	pic := plot.Picture{Options: o, Layout: v.Layout, Face: v.Face}
	for _, id := range v.Scenarios {
		s, err := subjectOf(w, id)
		if err != nil {
			return plot.Picture{}, err
		}
		pic.Subjects = append(pic.Subjects, s)
	}
	var err error
	switch v.Kind {
	case plot.KindCompare:
		pic.Reference, err = v.reference()
	case plot.KindBridge:
		err = v.build(&pic)
	case plot.KindDeal:
		err = v.agree(w, &pic)
	}
	return pic, err
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

func (v View) reference() (int, error) {
	if v.Reference == "" {
		return 0, nil
	}
	at := slices.Index(v.Scenarios, v.Reference)
	if at < 0 {
		return 0, fmt.Errorf("the reference %q is none of the scenarios compared", v.Reference)
	}
	return at, nil
}

// build puts the bridge into a picture of its ends.
func (v View) build(pic *plot.Picture) error {
	if len(pic.Subjects) != 2 {
		return fmt.Errorf("a bridge leads from one scenario to another: it needs two, not %d", len(pic.Subjects))
	}
	result := v.Result
	if result == "" {
		result = compare.Paid
	}
	b, err := compare.NewBridge(pic.Subjects[0].Scenario, pic.Subjects[1].Scenario, result)
	pic.Bridge = &b
	return err
}

// agree puts the prior terms into a picture of a deal. A scenario that is itself
// under the prior terms is shown under the shipped amended ones.
func (v View) agree(w scenario.Workspace, pic *plot.Picture) error {
	if len(pic.Subjects) != 1 {
		return fmt.Errorf("the timeline of a deal is of one scenario, not of %d", len(pic.Subjects))
	}
	if v.Prior == "" {
		shipped, ok := preset.FindTerms(preset.PriorTerms)
		if !ok {
			return fmt.Errorf("there are no shipped terms %q", preset.PriorTerms)
		}
		pic.Deal.Prior = shipped.Terms
	} else {
		at := w.Find(v.Prior)
		if at < 0 {
			return fmt.Errorf("there is no scenario %q", v.Prior)
		}
		pic.Deal.Prior = w.Scenarios[at].Terms
	}
	s := &pic.Subjects[0]
	if !s.Scenario.Terms.Same(pic.Deal.Prior) {
		return nil
	}
	amended, ok := preset.FindTerms(preset.AmendedTerms)
	if !ok {
		return fmt.Errorf("there are no shipped terms %q", preset.AmendedTerms)
	}
	s.Scenario = amended.ApplyTo(s.Scenario)
	var err error
	if s.Projection, err = scenario.Project(s.Scenario); err != nil {
		return fmt.Errorf("project scenario %q under the amended terms: %w", s.Scenario.ID, err)
	}
	return nil
}
