package plot

import (
	"slices"

	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A known is what the lines of an overlay have that is actual.
type known struct {
	all      [][]vertex // the lines of all subjects
	subjects []settled
	counted  []float64               // by then, of d.throughs, the most of all subjects
	names    map[unit.Month][]string // of the subjects that are actual through that month
	plans    []namedPlan
	lines    []throughLine
}

// note remembers the lines of a track.
func (k *known) note(t *track) {
	k.all = append(k.all, slices.Clone(t.counted))
	if t.parts() {
		k.all = append(k.all, slices.Clone(t.uncapped))
	}
}

// A namedPlan is the plan of a subject that what counts differs from visibly.
type namedPlan struct {
	planLine
	name string
	line []vertex
}

// forecastDashes tell the subjects of an overlay apart where what is full is actual.
var forecastDashes = [MaxSubjects][]float64{{14, 3}, {7, 4}, {9, 3, 2, 3}, {3, 2.5}}

// dashOf returns the dashes of the line of a subject of an overlay.
func (d *Drawing) dashOf(subject int) []float64 {
	if d.known {
		return forecastDashes[subject]
	}
	return overlayDashes[subject]
}

// dashAtCap returns those of the part of the line that lies on a cap, where the first
// is full, so that others are seen on it.
func (d *Drawing) dashAtCap(subject int) []float64 {
	if overlayDashes[subject] == nil {
		return nil
	}
	return d.dashOf(subject)
}

// drawKnown draws the plan of the subject whose track this is, each plan once, and
// notes what of the track is actual.
func (d *Drawing) drawKnown(k *known, s Subject) {
	last := s.Projection.ActualsThrough
	k.subjects = append(k.subjects, d.track.settled)
	if len(k.counted) == 0 {
		k.counted = make([]float64, len(d.throughs))
	}
	if i := slices.Index(d.throughs, last); i >= 0 {
		k.counted[i] = max(k.counted[i], at(d.track.counted, d.track.through))
	}
	if last != 0 {
		if k.names == nil {
			k.names = map[unit.Month][]string{}
		}
		k.names[last] = append(k.names[last], layout.OneLine(s.Scenario.Name))
	}
	drawn := func(p namedPlan) bool { return slices.Equal(p.line, d.track.plan) }
	if slices.ContainsFunc(k.plans, drawn) {
		return
	}
	lines := append([][]vertex{d.track.counted}, k.all...)
	if line, shown := d.drawPlan(s.Scenario.Terms.Share, lines...); shown {
		k.plans = append(k.plans, namedPlan{line, layout.OneLine(s.Scenario.Name), d.track.plan})
	}
}

// knownMarks draws the lines between what is actual and what is a forecast, one for
// each month, and the ends of quarters that are actual.
func (d *Drawing) knownMarks(k *known, inks []layout.Palette) {
	own := d.Colors
	for i, last := range d.throughs {
		if line, shown := d.drawThrough(last, k.counted[i], len(d.throughs)-1-i); shown {
			k.lines = append(k.lines, line)
		}
	}
	for i, of := range k.subjects {
		d.Colors, d.track.settled = inks[i], of
		d.actualMarks()
	}
	d.Colors, d.Marks.Actuals = own, nil // of several subjects none can be grabbed
}

// labelKnown says through when all is actual, and names the plans.
func (d *Drawing) labelKnown(k known) {
	for _, line := range k.lines {
		of := ""
		if len(k.names) > 1 {
			of = words.List(k.names[line.month])
		}
		d.labelThrough(line, of)
	}
	for _, plan := range k.plans {
		if len(k.plans) == 1 {
			d.labelPlan(plan.planLine, "plan")
		} else {
			d.labelPlan(plan.planLine, "plan: "+plan.name, "plan")
		}
	}
}
