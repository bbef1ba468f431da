package export

import (
	"strings"

	"headroom/scenario/report"
	"headroom/scenario/unit"
)

// Markdown returns a report as Markdown with the tables of GitHub's kind, without its
// pictures, of which it has the captions and the words.
func Markdown(r report.Report) []byte {
	var out strings.Builder
	out.WriteString("# " + marked(r.Title) + "\n")
	for _, line := range []string{r.Subtitle, r.Date.Medium()} {
		if line != "" && !(line == r.Date.Medium() && r.Date.IsZero()) {
			out.WriteString("\n" + marked(line) + "\n")
		}
	}
	for _, s := range r.Sections {
		out.WriteString("\n" + strings.Repeat("#", s.Level+1) + " " + marked(s.Title) + "\n")
		for _, b := range s.Blocks {
			out.WriteString("\n")
			writeMarkdown(&out, b)
		}
	}
	return []byte(out.String())
}

func writeMarkdown(out *strings.Builder, b report.Block) {
	switch b := b.(type) {
	case report.Paragraph:
		text := marked(b.Text)
		if b.Kind == report.Lead {
			text = "**" + text + "**"
		}
		out.WriteString(text + "\n")
	case report.List:
		for _, item := range b.Items {
			out.WriteString("- " + marked(item) + "\n")
		}
	case report.Facts:
		for _, f := range b.Facts {
			out.WriteString("- " + marked(f.Label) + ": **" + marked(f.Value) + "** (" + marked(f.Detail) + ")\n")
		}
	case report.Figure:
		out.WriteString("*" + marked(b.Caption) + "*\n\n")
		for _, says := range b.Says {
			out.WriteString("- " + marked(says) + "\n")
		}
	case report.Table:
		writeMarkdownTable(out, b)
	}
}

func writeMarkdownTable(out *strings.Builder, t report.Table) {
	out.WriteString("**" + marked(t.Caption) + "**\n\n|")
	for _, c := range t.Columns {
		out.WriteString(" " + marked(strings.ReplaceAll(c.Title, "\n", " ")) + " |")
	}
	out.WriteString("\n|")
	for _, c := range t.Columns {
		if c.Kind == report.Words {
			out.WriteString(" --- |")
		} else {
			out.WriteString(" ---: |")
		}
	}
	out.WriteString("\n")
	for _, row := range t.Rows {
		out.WriteString("|")
		for i := range t.Columns {
			text := ""
			if i < len(row.Cells) {
				text = markedCell(row.Cells[i], row.Kind != report.RowPlain)
			}
			out.WriteString(" " + text + " |")
		}
		out.WriteString("\n")
	}
	for _, note := range t.Notes {
		out.WriteString("\n" + marked(note) + "\n")
	}
}

func markedCell(c report.Cell, bold bool) string {
	text := marked(c.Text)
	if text == "" {
		return ""
	}
	if c.Link != "" {
		text = "[" + text + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C", "\\", "%5C", " ", "%20", "\n", "%0A").Replace(c.Link) + ">)"
	}
	if bold {
		text = "**" + text + "**"
	}
	return text
}

// special are the characters that Markdown takes for its own.
var special = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "&", `\&`,
)

// marked returns text that Markdown shows as it is, on one line.
func marked(text string) string {
	text = special.Replace(strings.TrimSpace(unit.Printable(text)))
	if text == "" {
		return ""
	}
	// At the head of a line these would begin a heading, a list or a rule.
	mark := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	rest := text[len(mark):]
	switch {
	case rest == "":
	case mark != "" && (rest[0] == '.' || rest[0] == ')') && ends(rest[1:]):
		return mark + `\` + rest
	case mark == "" && rest[0] == '#',
		mark == "" && (rest[0] == '+' || rest[0] == '-') && (ends(rest[1:]) || rest[1] == '-'):
		return `\` + text
	}
	return text
}

// ends reports whether a word ends before text.
func ends(text string) bool { return text == "" || text[0] == ' ' }
