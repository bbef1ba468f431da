package export

import (
	"strings"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// comparedInputs lays out a row for each input that differs, by its path.
func comparedInputs(c compare.Comparison, inputs []compare.Difference) grid {
	g := grid{titles: []string{"Input"}}
	for _, s := range c.Subjects {
		g.titles = append(g.titles, unit.Printable(s.Scenario.Name))
	}
	for _, d := range inputs {
		name := d.Path
		if d.Stream != "" {
			name += " (" + unit.Printable(d.Stream) + ")"
		}
		row := []string{name}
		for _, v := range d.Values {
			row = append(row, shownValue(d.Path, v))
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// shownValue returns the value of a field as people read it, a dash for none.
func shownValue(path string, v compare.Value) string {
	field := path
	if _, of, ok := scenario.SplitStream(path); ok {
		field = of
	}
	switch {
	case !v.Set:
		return "–"
	case v.Kind == scenario.SourceTruth && v.Truth:
		return "yes"
	case v.Kind == scenario.SourceTruth:
		return "no"
	case v.Kind == scenario.SourceText:
		return shownText(v.Text)
	case isAmount(field):
		return unit.Amount(v.Number).Table()
	case strings.HasPrefix(field, "growth."):
		return unit.Rate(v.Number).Growth()
	case isWhole(field):
		return number(v.Number)
	}
	return unit.Rate(v.Number).Percent()
}

// shownText returns a month as people read it, and other words as they are.
func shownText(text string) string {
	if m, err := unit.ParseMonth(text); err == nil {
		return m.Short()
	}
	return unit.Printable(text)
}

func isAmount(field string) bool {
	switch field {
	case "base", "terms.share.cap", "terms.share.alreadyPaid", "uncertainty.capRange.low", "uncertainty.capRange.high":
		return true
	}
	return false
}

func isWhole(field string) bool {
	switch field {
	case "launch", "firstYear", "lastYear", "terms.otherClouds.azureLeadMonths", "uncertainty.correlation":
		return true
	}
	return false
}

// writeBridge writes the steps of a bridge from one end to the other. Of what is
// paid it also says what the cap kept of each step.
func writeBridge(out *strings.Builder, b compare.Bridge) {
	paid := b.Result == compare.Paid
	out.WriteString("\n" + words.Result(b.Result) + ", from " + unit.Printable(b.From.Name) + " to " + unit.Printable(b.To.Name) + "\n\n")
	g := grid{titles: []string{"Input", words.Result(b.Result), "Share before\nthe cap"}}
	if paid {
		g.titles = append(g.titles, "Absorbed\nby the cap")
	}
	add := func(name, change, due, absorbed string) {
		row := []string{name, change, due}
		if paid {
			row = append(row, absorbed)
		}
		g.rows = append(g.rows, row)
	}
	add(unit.Printable(b.From.Name), b.From.Amount.Table(), b.From.Due.Table(), "")
	for _, s := range b.Steps {
		add(words.UpperFirst(unit.Printable(s.Group.String())), s.Change.Delta(), s.Due.Delta(), s.Absorbed().Delta())
	}
	add(unit.Printable(b.To.Name), b.To.Amount.Table(), b.To.Due.Table(), "")
	g.write(out, gap)
	if len(b.Steps) == 0 {
		out.WriteString("\n" + gap + "No input that a payment depends on differs.\n")
	}
	if note := b.Note(); note != "" {
		out.WriteString("\n" + gap + "Note: " + note + ".\n")
	}
}
