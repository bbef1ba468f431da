package field

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// Check returns all that is wrong with a scenario, its sources included, in the
// order in which a file writes its fields; nil where it is sound.
func Check(s scenario.Scenario) fault.List {
	return append(s.Check(), checkSources(&s)...)
}

// CheckWorkspace returns all that is wrong with a workspace, in the order in which a
// file writes its fields; nil where it is sound. Paths are within the workspace:
// scenarios[2].terms.share.rate, view.selected.
func CheckWorkspace(w scenario.Workspace) fault.List {
	faults := CheckFrame(w)
	for i := range w.Scenarios {
		if found := Check(w.Scenarios[i]); found != nil {
			faults = append(faults, found.Under("scenarios["+strconv.Itoa(i)+"]")...)
		}
	}
	return faults
}

// A checker gathers what is wrong with sources and workspaces.
type checker struct{ fault.Checker }

func checkSources(s *scenario.Scenario) fault.List {
	c := checker{fault.Checker{Labels: true}}
	if n := len(s.Sources); n > scenario.MaxSources {
		c.Add(fault.At("sources"), fmt.Sprintf("has %d sources; at most %d are taken", n, scenario.MaxSources))
		return c.Found
	}
	for path, source := range s.Sources {
		c.source(path, &source, len(s.Outlook.Streams))
	}
	slices.SortStableFunc(c.Found, func(a, b fault.Fault) int { return strings.Compare(a.Path, b.Path) })
	return c.Found
}

func (c *checker) source(path string, source *scenario.Source, streams int) {
	here := func(field string) fault.Place { return fault.InSource(path, field) }
	if !Names(path, streams) {
		c.Add(here(""), "names no field of the scenario")
	}
	c.sourceValue(here("value"), source.Value)
	c.Word(here("status"), string(source.Status), isStatus(source.Status), "confirmed, reported or estimate")
	c.Text(here("publisher"), source.Publisher, scenario.MaxCredit)
	c.Text(here("title"), source.Title, scenario.MaxCredit)
	c.date(here("date"), source.Date)
	c.Text(here("url"), source.URL, scenario.MaxURL)
	c.Text(here("note"), source.Note, scenario.MaxNote)
}

func (c *checker) date(p fault.Place, date string) {
	if date == "" {
		return
	}
	if _, err := unit.ParseDate(date); err != nil && len(date) > len("YYYY-MM-DD") {
		c.Add(p, fault.Quoted(date)+" is not a date written YYYY-MM-DD")
	} else if err != nil {
		c.Add(p, err.Error())
	}
}

func (c *checker) sourceValue(p fault.Place, v scenario.SourceValue) {
	switch v.Kind {
	case scenario.SourceNumber:
		if math.IsNaN(v.Number) || math.IsInf(v.Number, 0) {
			c.Add(p, unit.Number(v.Number)+" is not a finite number")
		}
	case scenario.SourceText:
		c.Text(p, v.Text, scenario.MaxNote)
	case scenario.SourceTruth:
	default:
		c.Add(p, "is neither a number, a text nor a truth value")
	}
}

func isStatus(s scenario.Status) bool {
	return s == scenario.StatusConfirmed || s == scenario.StatusReported || s == scenario.StatusEstimate
}
