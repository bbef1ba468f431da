package export

import (
	"fmt"
	"slices"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/plot"
)

// A kind is how charts of one kind are asked for, and how a view brings them back.
type kind struct {
	name plot.Kind

	// fewest and most are how many scenarios may be given for one.
	fewest, most int
	// ordered says that the reference is the first of the scenarios.
	ordered bool
	// unasked says that a picture of the kind is made of what a window shows alone.
	unasked bool

	// given, unless nil, finds their places in a view for the scenarios that were given.
	given func(v *View)
	// chart returns the chart that a view shows of a workspace, of the subjects that
	// the view names.
	chart func(w scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error)
	// view puts into a view, which has the subjects of a chart already, what else it
	// takes to draw the chart again. add adds a scenario to the workspace that goes
	// with the view and returns its id.
	view func(c plot.Chart, v *View, add func(s scenario.Scenario, color string) string)
}

// kinds are all there are, in the order in which they are offered.
var kinds = []kind{cumulativeKind, yearsKind, compareKind, bridgeKind, dealKind, tornadoKind, mapKind, evensKind, fanKind, datesKind, paidKind, driversKind, safeKind, stripKind}

// Kinds returns the names of all kinds of charts that can be asked for.
func Kinds() []plot.Kind {
	var names []plot.Kind
	for _, k := range kinds {
		if !k.unasked {
			names = append(names, k.name)
		}
	}
	return names
}

// kindOf returns the kind of a name, of the empty one that over time.
func kindOf(name plot.Kind) (kind, error) {
	if name == "" {
		return cumulativeKind, nil
	}
	at := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if at < 0 {
		return kind{}, fmt.Errorf("kind of picture: %q is none of %v", name, Kinds())
	}
	return kinds[at], nil
}

// Takes returns how few and how many scenarios may be given for a chart of a kind;
// none where there is no such kind.
func Takes(name plot.Kind) (fewest, most int) {
	k, _ := kindOf(name)
	return k.fewest, k.most
}

// Of returns the view of the given scenarios, each given once and the view's
// reference among them if it has one. Where a kind knows the reference by its place,
// it comes first.
func (v View) Of(ids []string) View {
	v.Scenarios = slices.Clone(ids)
	k, err := kindOf(v.Kind)
	if err != nil || !k.ordered {
		return v
	}
	if at := slices.Index(v.Scenarios, v.Reference); at > 0 {
		v.Scenarios[0], v.Scenarios[at] = v.Scenarios[at], v.Scenarios[0]
	}
	v.Reference = ""
	if k.given != nil {
		k.given(&v)
	}
	return v
}

// as returns a chart of a known kind, whether it was given as a value or by its
// address.
func as[T plot.Chart](c plot.Chart) T {
	if at, ok := any(c).(*T); ok {
		return *at
	}
	return c.(T)
}

// one returns the only subject of a chart.
func one(of []plot.Subject) (plot.Subject, error) {
	if len(of) != 1 {
		return plot.Subject{}, fmt.Errorf("a picture of this kind is of one scenario, not of %d", len(of))
	}
	return of[0], nil
}

// onePrepared is one for a picture of what is computed of the subject.
func onePrepared(of []plot.Subject) (plot.Subject, *scenario.Prepared, error) {
	s, err := one(of)
	if err != nil {
		return s, nil, err
	}
	p, err := scenario.Prepare(s.Scenario)
	return s, p, err
}

// nothing is what a view needs besides its subjects to draw some charts again.
func nothing(plot.Chart, *View, func(scenario.Scenario, string) string) {}

var cumulativeKind = kind{
	name: plot.KindCumulative, fewest: 1, most: 1, ordered: true, view: nothing,
	chart: func(_ scenario.Workspace, _ View, of []plot.Subject) (plot.Chart, error) {
		s, err := one(of)
		return plot.Cumulative{Subject: s}, err
	},
}

var yearsKind = kind{
	name: plot.KindYears, fewest: 1, most: 1, ordered: true, view: nothing,
	chart: func(_ scenario.Workspace, _ View, of []plot.Subject) (plot.Chart, error) {
		s, err := one(of)
		return plot.Years{Subject: s}, err
	},
}

var compareKind = kind{
	name: plot.KindCompare, fewest: 2, most: plot.MaxSubjects,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		at := 0
		if v.Reference != "" {
			at = slices.Index(v.Scenarios, v.Reference)
		}
		if at < 0 {
			return nil, fmt.Errorf("the reference %q is none of the scenarios compared", v.Reference)
		}
		return plot.Compare{Subjects: of, Reference: at, Layout: v.Layout, Face: v.Face}, nil
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		shown := as[plot.Compare](c)
		v.Layout, v.Face = shown.Layout, shown.Face
		if shown.Reference >= 0 && shown.Reference < len(v.Scenarios) {
			v.Reference = v.Scenarios[shown.Reference]
		}
	},
}

var bridgeKind = kind{
	name: plot.KindBridge, fewest: 2, most: 2, ordered: true,
	chart: func(_ scenario.Workspace, v View, of []plot.Subject) (plot.Chart, error) {
		if len(of) != 2 {
			return nil, fmt.Errorf("a bridge leads from one scenario to another: it needs two, not %d", len(of))
		}
		result := v.Result
		if result == "" {
			result = compare.Paid
		}
		b, err := compare.NewBridge(of[0].Scenario, of[1].Scenario, result)
		return plot.Bridge{From: of[0], To: of[1], Difference: &b}, err
	},
	view: func(c plot.Chart, v *View, _ func(scenario.Scenario, string) string) {
		if b := as[plot.Bridge](c).Difference; b != nil {
			v.Result = b.Result
		}
	},
}
