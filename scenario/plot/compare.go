package plot

import (
	"errors"
	"fmt"
	"slices"

	"headroom/scenario/plot/layout"
	"headroom/scenario/unit"
)

// A Layout is how a comparison holds its subjects.
type Layout string

// The layouts.
const (
	LayoutSide    Layout = "side"    // each in a plot of its own, all on the same axes
	LayoutOverlay Layout = "overlay" // all in one plot
)

// MaxSubjects is the most subjects that one picture compares.
const MaxSubjects = 4

// A Compare shows two to MaxSubjects subjects on the same axes.
type Compare struct {
	Subjects  []Subject
	Reference int    // index of what differences are measured from
	Layout    Layout // empty for LayoutSide
	Face      Kind   // what is shown of each: KindCumulative or KindYears; empty for the former
}

var _ Chart = Compare{}

// Kind returns KindCompare.
func (Compare) Kind() Kind { return KindCompare }

// Shown returns the subjects.
func (c Compare) Shown() []Subject { return c.Subjects }

// Check reports too few or too many subjects, and words that are none of the options.
func (c Compare) Check() error {
	c = c.filled()
	switch n := len(c.Subjects); {
	case n < 2 || n > MaxSubjects:
		return fmt.Errorf("a comparison is of two to %d scenarios, not of %d", MaxSubjects, n)
	case c.Layout != LayoutSide && c.Layout != LayoutOverlay:
		return fmt.Errorf("layout: %q is not %s or %s", c.Layout, LayoutSide, LayoutOverlay)
	case c.Face != KindCumulative && c.Face != KindYears:
		return fmt.Errorf("what is compared: %q is not %s or %s", c.Face, KindCumulative, KindYears)
	case c.Reference < 0 || c.Reference >= len(c.Subjects):
		return errors.New("the reference is none of the scenarios compared")
	}
	return nil
}

// filled returns the chart with its defaults filled in.
func (c Compare) filled() Compare {
	c.Layout, c.Face = orElse(c.Layout, LayoutSide), orElse(c.Face, KindCumulative)
	return c
}

// Span returns the horizon of all subjects together.
func (c Compare) Span() (from, through unit.Month) { return horizon(c.Subjects) }

// Draw draws the subjects side by side or one over the other.
func (c Compare) Draw(d *Drawing, inks []layout.Palette) {
	c = c.filled()
	top := float64(d.Options.Top)
	if top == 0 {
		top = float64(c.CommonTop(d.Options))
	}
	switch {
	case c.Layout == LayoutSide:
		d.side(c, inks, top)
	case c.Face == KindYears:
		d.groups(c, inks, top)
	default:
		d.overlay(c, inks, top)
	}
}

// CommonTop returns the upper end of the vertical axis that all subjects have by
// themselves, with the axis and the months that the options say: the largest that any
// of them would have alone. Up to the cap only those with a cap count, so that one
// without does not crush the others; where none has one, the axis goes to everything
// due.
func (c Compare) CommonTop(o Options) unit.Amount {
	capped := slices.ContainsFunc(c.Subjects, func(s Subject) bool { return s.Scenario.Terms.Share.Capped })
	top := unit.Amount(0)
	for _, s := range c.Subjects {
		if c.Face == KindYears || o.Axis == AxisDue || !capped || s.Scenario.Terms.Share.Capped {
			top = max(top, topOf(c.Face, s, o))
		}
	}
	return top
}
