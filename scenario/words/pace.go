package words

import (
	"fmt"
	"strconv"

	"headroom/scenario"
)

// What a pace is called.
const (
	PaceNow    = "Pace now"
	PaceNeeded = "Pace needed"
)

// PaceSentence says which pace the cap needs from the actuals on, and which it has
// now, such as "Needs $39.5B a year from Jul 2026 to reach the cap by 2030, now
// $26.8B". Empty without actuals.
func PaceSentence(p scenario.Projection) string {
	if p.ActualsThrough.IsZero() {
		return ""
	}
	now := p.Pace.Now.Headline()
	need, from := LastNeeded(p), (p.ActualsThrough + 1).Short()
	switch {
	case need.By.IsZero():
		return "Earned " + now + " a year in the last three months"
	case !p.Total.Capped:
		return "Earns " + now + " a year now; there is no cap to reach"
	case !need.Known:
		return fmt.Sprintf("Earns %s a year now; no pace from %s on reaches a cap by %d", now, from, need.By.Year())
	case need.Annual == 0:
		return fmt.Sprintf("What is actual reaches the cap alone; earns %s a year now", now)
	}
	by := strconv.Itoa(need.By.Year())
	if endsEarly(need) {
		by = need.Last.Long() + ", when the share ends"
	}
	return fmt.Sprintf("Needs %s a year from %s to reach the cap by %s, now %s", need.Annual.Headline(), from, by, now)
}

// endsEarly reports whether nothing counts toward the cap in the last months that a pace has.
func endsEarly(need scenario.PaceNeeded) bool { return need.Last != 0 && need.Last < need.By }

// PaceBrief says the same shortly, for where there is little room.
func PaceBrief(p scenario.Projection) string {
	need := LastNeeded(p)
	if !need.Known || need.Annual == 0 {
		return "Pace now " + p.Pace.Now.Headline() + " a year"
	}
	return fmt.Sprintf("Needs %s a year, now %s", need.Annual.Headline(), p.Pace.Now.Headline())
}

// PaceByYear says the pace that each December needs, a line each; the last line is of the
// month in which the share ends, where that is before.
func PaceByYear(p scenario.Projection) []string {
	var lines []string
	for _, need := range p.Pace.Needed {
		switch {
		case !need.Known || need.Last != 0 && need.Last.Year() < need.By.Year():
		case endsEarly(need):
			lines = append(lines, "By "+need.Last.Long()+", when the share ends: "+need.Annual.Headline()+" a year")
		default:
			lines = append(lines, "By the end of "+strconv.Itoa(need.By.Year())+": "+need.Annual.Headline()+" a year")
		}
	}
	return lines
}

// LastNeeded returns the pace needed by the last December of the horizon, zero where
// none is left after the actuals.
func LastNeeded(p scenario.Projection) scenario.PaceNeeded {
	if n := len(p.Pace.Needed); n > 0 {
		return p.Pace.Needed[n-1]
	}
	return scenario.PaceNeeded{}
}
