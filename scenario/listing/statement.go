package listing

import (
	"strings"

	"headroom/scenario/report"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
)

// A Stated is a statement, and which of its quarters are asked for: all, or one.
type Stated struct {
	Statement statement.Statement
	Quarter   *statement.Quarter // nil for all
}

// quarters returns the quarters that are asked for.
func (s Stated) quarters() []statement.Quarter {
	if s.Quarter != nil {
		return []statement.Quarter{*s.Quarter}
	}
	return s.Statement.Quarters
}

// StatementTable returns statements as text for people, rounded and in the words of
// the screen: all quarters with the sums of their years and what each stream brings,
// or one quarter line by line.
func StatementTable(of []Stated, by statement.Quartering) ([]byte, error) {
	var out strings.Builder
	if len(of) == 0 {
		out.WriteString("The workspace holds no scenarios.\n")
	}
	for i, s := range of {
		if i > 0 {
			out.WriteString("\n")
		}
		out.WriteString(title(s.Statement.Scenario) + "\n\n")
		if s.Quarter != nil {
			writeTable(&out, report.StatementQuarter(s.Statement, *s.Quarter, by))
			continue
		}
		writeTable(&out, report.Statement(s.Statement, by))
		if streams, more := report.StatementStreams(s.Statement, by); more {
			out.WriteString("\n")
			writeTable(&out, streams)
		}
	}
	return []byte(out.String()), nil
}

// writeTable writes a table of a report as text.
func writeTable(out *strings.Builder, t report.Table) {
	out.WriteString(unit.Printable(t.Caption) + "\n\n")
	g := grid{}
	for _, c := range t.Columns {
		g.titles = append(g.titles, printableLines(c.Title))
		g.words = append(g.words, c.Kind == report.Words)
	}
	for _, row := range t.Rows {
		line := make([]string, len(t.Columns))
		for i, c := range row.Cells {
			line[i] = unit.Printable(c.Text)
		}
		g.rows = append(g.rows, line)
	}
	g.write(out, gap)
	if len(t.Notes) > 0 {
		out.WriteString("\n")
	}
	for _, note := range t.Notes {
		out.WriteString(gap + "Note: " + unit.Printable(note) + "\n")
	}
}

// printableLines returns a title whose own line breaks stay.
func printableLines(title string) string {
	lines := strings.Split(title, "\n")
	for i := range lines {
		lines[i] = unit.Printable(lines[i])
	}
	return strings.Join(lines, "\n")
}
