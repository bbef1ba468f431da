package report

import (
	"fmt"
	"slices"
	"strings"
)

// A Part is what a report can say, under a heading of its own: a section of level 1
// with those that belong to it.
type Part string

// The parts.
const (
	PartAnswer     Part = "answer"
	PartScenarios  Part = "scenarios"
	PartComparison Part = "comparison"
	PartDeal       Part = "deal"
	PartRisk       Part = "risk"
	PartExplore    Part = "explore"
	PartStatement  Part = "statement"
	PartReadings   Part = "readings"
	PartSources    Part = "sources"
)

// parts are all parts, in the order of a report.
var parts = []struct {
	part  Part
	words string
	make  func(m maker) ([]Section, error)
}{
	{PartAnswer, "The answer", maker.answer},
	{PartScenarios, "Each scenario", maker.scenarios},
	{PartComparison, "Comparison", maker.comparison},
	{PartDeal, "The deal", maker.deal},
	{PartRisk, "How sure it is", maker.risk},
	{PartExplore, "What moves it", maker.explore},
	{PartStatement, "Statement by quarter", maker.statements},
	{PartReadings, "Readings and limits", maker.readings},
	{PartSources, "Sources", maker.sources},
}

// Parts returns all parts, in the order of a report.
func Parts() []Part {
	var out []Part
	for _, p := range parts {
		out = append(out, p.part)
	}
	return out
}

// Words says what a part is called where people choose it; empty where there is no such
// part.
func (p Part) Words() string {
	for _, known := range parts {
		if known.part == p {
			return known.words
		}
	}
	return ""
}

// checkParts refuses parts that there are not.
func checkParts(asked []Part) error {
	for _, p := range asked {
		if p.Words() == "" {
			return fmt.Errorf("parts of the report: %q is none of %s", p, names(Parts()))
		}
	}
	return nil
}

func names(of []Part) string {
	var out []string
	for _, p := range of {
		out = append(out, string(p))
	}
	return strings.Join(out, ", ")
}

// sections makes the parts that are asked for, all where none are, and tells how far it
// is. Of what there is nothing to say, such as a comparison of one scenario, there is no
// section; where there is none at all that is an error.
func (m maker) sections() ([]Section, error) {
	var out []Section
	for _, p := range parts {
		if len(m.request.Parts) == 0 || slices.Contains(m.request.Parts, p.part) {
			sections, err := p.make(m)
			if err != nil {
				return nil, err
			}
			out = append(out, sections...)
		}
		if err := m.pace.step(); err != nil {
			return nil, err
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("there is nothing to report under %s for what is chosen: choose more parts, or other scenarios", names(m.request.Parts))
	}
	return out, nil
}

// A pace tells how far the making of a report is.
type pace struct {
	watch     func(done float64) error // nil for nobody
	done, all int
}

// newPace returns the pace of a report of so many scenarios: each takes a step to be
// computed, and one in each part that goes through all of them.
func newPace(watch func(done float64) error, scenarios int) *pace {
	return &pace{watch: watch, all: 3*scenarios + len(parts)}
}

// step goes on by one step. The error is that of who watches, who wants no report any
// more.
func (p *pace) step() error {
	p.done++
	if p.watch == nil {
		return nil
	}
	return p.watch(min(1, float64(p.done)/float64(p.all)))
}
