package listing

import (
	"strings"
	"unicode/utf8"
)

// A grid is a table of text: the first column to the left, the others to the
// right, as numbers are read, but for those of words. A line break in a title stacks
// it.
type grid struct {
	titles []string
	words  []bool // by column; nil where only the first is of words
	rows   [][]string
}

const gap = "  "

// write writes the grid, each line indented, without spaces at its end.
func (g grid) write(out *strings.Builder, indent string) {
	stacked := make([][]string, len(g.titles))
	height := 0
	for i, title := range g.titles {
		stacked[i] = strings.Split(title, "\n")
		height = max(height, len(stacked[i]))
	}
	var lines [][]string
	for level := range height {
		line := make([]string, len(g.titles))
		for i, parts := range stacked {
			if at := level - (height - len(parts)); at >= 0 {
				line[i] = parts[at]
			}
		}
		lines = append(lines, line)
	}
	lines = append(lines, g.rows...)
	widths := make([]int, len(g.titles))
	for _, line := range lines {
		for i, text := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(text))
		}
	}
	for _, line := range lines {
		out.WriteString(strings.TrimRight(indent+g.line(line, widths), " ") + "\n")
	}
}

func (g grid) line(line []string, widths []int) string {
	var b strings.Builder
	for i, text := range line {
		if i > 0 {
			b.WriteString(gap)
		}
		pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(text))
		if i == 0 || g.words != nil && g.words[i] {
			b.WriteString(text + pad)
		} else {
			b.WriteString(pad + text)
		}
	}
	return b.String()
}
