package listing

import (
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// CompareTable returns a comparison as text for people, rounded and in the words
// of the screen: results with what they differ by from the reference, the inputs
// that differ, and bridges.
func CompareTable(c Compared) ([]byte, error) {
	var out strings.Builder
	fmt.Fprintf(&out, "Differences are from %s.\n\n", title(c.Comparison.Subjects[c.Comparison.Reference].Scenario))
	comparedResults(c.Comparison).write(&out, gap)
	for _, line := range horizons(c.Comparison) {
		out.WriteString("\n" + gap + "Note: " + line + "\n")
	}
	inputs := c.Comparison.Inputs()
	if len(inputs) == 0 {
		out.WriteString("\nNo inputs differ.\n")
	} else {
		out.WriteString("\nInputs that differ\n\n")
		comparedInputs(c.Comparison, inputs).write(&out, gap)
	}
	for _, b := range c.Bridges {
		writeBridge(&out, b)
	}
	return []byte(out.String()), nil
}

func title(s scenario.Scenario) string { return unit.Printable(s.Name) + " (" + s.ID + ")" }

// comparedResults lays out a row for each result: of each scenario its value,
// and of all but the reference what it differs by.
func comparedResults(c compare.Comparison) grid {
	g := grid{titles: []string{"Result"}}
	for i, s := range c.Subjects {
		g.titles = append(g.titles, unit.Printable(s.Scenario.Name))
		if i != c.Reference {
			g.titles = append(g.titles, "difference")
		}
	}
	add := func(name string, cell func(i int) (value, difference string)) {
		row := []string{name}
		for i := range c.Subjects {
			value, difference := cell(i)
			if row = append(row, value); i != c.Reference {
				row = append(row, difference)
			}
		}
		g.rows = append(g.rows, row)
	}
	reached, used, effective := c.CapReached(), c.CapUsed(), c.EffectiveRate()
	for _, row := range c.Rows() {
		switch cells := c.Amounts(row); row.Kind {
		case compare.RowReached:
			add(words.CapReached, func(i int) (string, string) { return shownReached(c.Subjects[i], reached[i]) })
		case compare.RowCapUsed:
			add(words.CapUsed, func(i int) (string, string) {
				if c.Subjects[i].Projection.Total.Capped {
					return shownRate(used[i], "cap of $0")
				}
				return shownRate(used[i], "no cap")
			})
		case compare.RowEffectiveRate:
			add(words.EffectiveRate, func(i int) (string, string) { return shownRate(effective[i], "no revenue") })
		case compare.RowTotal:
			add(words.Result(row.Result), func(i int) (string, string) { return shownCell(cells[i]) })
		case compare.RowYear:
			add(words.Result(row.Result)+" in "+strconv.Itoa(row.Year), func(i int) (string, string) { return shownCell(cells[i]) })
		}
	}
	return g
}

// shownCell returns an amount and how far it is off, in amount and percent;
// nothing where both show the same.
func shownCell(c compare.Cell) (value, difference string) {
	if !c.Known {
		return "", ""
	}
	value = c.Value.Table()
	if !c.Differs() {
		return value, ""
	}
	difference = c.Change.Delta()
	if relative := words.Relative(c.Relative()); relative != "" {
		difference += " (" + relative + ")"
	}
	return value, difference
}

func shownReached(s compare.Subject, c compare.ReachedCell) (value, difference string) {
	value = words.ReachedDay(s.Scenario, s.Projection.Total)
	if c.Compared && c.Days != 0 {
		difference = words.SignedDays(c.Days)
	}
	return value, difference
}

func shownRate(c compare.RateCell, none string) (value, difference string) {
	if !c.Known {
		return none, ""
	}
	value = c.Value.Percent()
	if c.Differs() {
		difference = c.Change.Points()
	}
	return value, difference
}

// horizons says which scenarios lack years that others have.
func horizons(c compare.Comparison) []string {
	if c.SameHorizon() {
		return nil
	}
	var parts []string
	for _, s := range c.Subjects {
		parts = append(parts, fmt.Sprintf("%s covers %s", unit.Printable(s.Scenario.Name), words.Years(s.Scenario)))
	}
	return []string{strings.Join(parts, ", ") + ". Years that a scenario lacks are blank, and its totals leave them out."}
}
