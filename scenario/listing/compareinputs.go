package listing

import (
	"strings"

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
	if !v.Set {
		return "–"
	}
	return unit.Printable(words.Value(path, v.SourceValue))
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
