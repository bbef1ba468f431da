package block

import (
	"fmt"
	"strings"

	"headroom/scenario/unit"
)

// The most that is taken apart.
const (
	MaxBytes = 1 << 20
	MaxCells = 10_000
)

// A Grid is cells by row and column, without blanks around them. Rows may have
// different lengths; neither the last row nor the last column is all empty.
type Grid [][]string

// Split parts what was pasted into cells. Where there are tabs, only they and line
// ends part; where there are semicolons, these and line ends; where there are line
// ends alone, only they. So 30 500 stays one cell in a table. In a single line
// without these, commas followed by a blank part cells, or blanks, unless it is one
// number with the line end of a spreadsheet's cell behind it. Lines of
// comma-separated values are parted by their commas where their years, quarters or
// months show them to be such. Cells may be in quotation marks, which are doubled
// within.
//
// The error says that there is nothing, or too much.
func Split(text string) (Grid, error) { return split(text, 0) }

// SplitCSV parts a file of comma-separated values: by commas where it has neither
// tabs nor semicolons, and otherwise as Split does.
func SplitCSV(text string) (Grid, error) { return split(strings.TrimPrefix(text, "\ufeff"), ',') }

func split(text string, otherwise byte) (Grid, error) {
	if len(text) > MaxBytes {
		return nil, fmt.Errorf("these are %d MB of text; at most 1 MB is read: copy only the rows that you need", len(text)>>20)
	}
	text, ended := cutEnd(text)
	c := cutter{text: text}
	switch oneLine := !strings.ContainsAny(text, "\r\n"); {
	case strings.Contains(text, "\t"):
		c.border = '\t'
	case strings.Contains(text, ";"):
		c.border, c.bars = ';', oneLine
	case otherwise != 0:
		c.border = otherwise
	case !oneLine:
		c.border = '\n'
		if commaParted(text) {
			c.border = ','
		}
	case ended && isNumber(text):
		c.border = '\n'
	case strings.Contains(text, ", "):
		c.text, c.border = strings.ReplaceAll(text, ", ", "; "), ';'
	default:
		c.border = ' '
	}
	if n := c.most(); n > MaxCells {
		return nil, fmt.Errorf("these are %d cells; at most %d are read: copy only the rows that you need", n, MaxCells)
	}
	grid := trimmed(c.grid())
	if len(grid) == 0 {
		return nil, fmt.Errorf("there is nothing to read; copy the figures, with their years where they have them")
	}
	return grid, nil
}

// cutEnd returns a text without line ends at its end, and whether it had any: a
// spreadsheet puts one behind a single cell.
func cutEnd(text string) (string, bool) {
	cut := strings.TrimRight(text, "\r\n")
	return cut, len(cut) < len(text)
}

func isNumber(text string) bool {
	written, _ := unit.Look(text)
	return written != unit.WrittenNone
}

// commaParted reports whether lines are comma-separated values rather than figures
// with a comma in them: in each of them a year, quarter or month stands before the
// first comma, or in the first of them behind it.
func commaParted(text string) bool {
	head, rest := cutLine(text)
	if rest == "" {
		return false
	}
	for _, title := range strings.Split(head, ",")[1:] {
		if isPeriod(blankless(title)) {
			return true
		}
	}
	for rest != "" {
		var line string
		line, rest = cutLine(rest)
		if before, _, found := strings.Cut(line, ","); !found || !isPeriod(blankless(before)) {
			return false
		}
	}
	return strings.Contains(head, ",")
}

// cutLine returns the first line of a text that has anything, and the rest from the
// next one on that does.
func cutLine(text string) (line, rest string) {
	text = strings.TrimLeft(text, "\r\n")
	end := strings.IndexAny(text, "\r\n")
	if end < 0 {
		return text, ""
	}
	return text[:end], strings.TrimLeft(text[end:], "\r\n")
}

// A cutter parts a text into cells.
type cutter struct {
	text   string
	border byte
	bars   bool // whether bars part rows, as in Grid.Line
	open   bool // whether a quotation mark was found that nothing closes
}

// most returns how many cells there are at most.
func (c *cutter) most() int {
	n := 1 + strings.Count(c.text, string(c.border))
	if c.border != '\n' {
		n += strings.Count(c.text, "\n")
	}
	if c.bars {
		n += strings.Count(c.text, "|")
	}
	return n + strings.Count(c.text, "\r") - strings.Count(c.text, "\r\n")
}

func (c *cutter) grid() Grid {
	var grid Grid
	var row []string
	for at, more := 0, true; more; {
		cell, end := c.cell(at)
		if c.border != ' ' || cell != "" {
			row = append(row, cell)
		}
		more = end < len(c.text)
		if !more || c.endsRow(end) {
			grid, row = append(grid, row), nil
		}
		at = end + 1
		if more && strings.HasPrefix(c.text[end:], "\r\n") {
			at++
		}
	}
	return grid
}

// cell returns the cell that begins at a place, and where it ends.
func (c *cutter) cell(at int) (string, int) {
	start := at
	for start < len(c.text) && c.text[start] == ' ' && c.border != ' ' {
		start++
	}
	if start < len(c.text) && c.text[start] == '"' && !c.open {
		if cell, end, ok := c.quoted(start + 1); ok {
			return cell, end
		}
	}
	end := at
	for end < len(c.text) && !c.ends(end) {
		end++
	}
	return blankless(c.text[at:end]), end
}

// quoted returns the cell whose opening mark stands before a place, and where it
// ends: at the next border or row's end behind its closing mark.
func (c *cutter) quoted(at int) (string, int, bool) {
	var cell strings.Builder
	for {
		n := strings.IndexByte(c.text[at:], '"')
		if n < 0 {
			c.open = true
			return "", 0, false
		}
		cell.WriteString(c.text[at : at+n])
		at += n + 1
		if at < len(c.text) && c.text[at] == '"' {
			cell.WriteByte('"')
			at++
			continue
		}
		for at < len(c.text) && c.text[at] == ' ' && c.border != ' ' {
			at++
		}
		return blankless(cell.String()), at, at == len(c.text) || c.ends(at)
	}
}

// ends reports whether a cell ends at a place.
func (c *cutter) ends(at int) bool {
	b := c.text[at]
	return b == c.border || b == '\n' || b == '\r' || b == '|' && c.bars
}

// endsRow reports whether a row ends at a place where a cell does.
func (c *cutter) endsRow(at int) bool {
	b := c.text[at]
	return b == '\n' || b == '\r' || b == '|' && c.bars
}

// blankless returns a cell without the blanks around it, of any kind, and with its
// line ends made blanks.
func blankless(cell string) string {
	cell = strings.TrimSpace(cell)
	if strings.ContainsAny(cell, "\r\n\t") {
		cell = strings.Join(strings.Fields(cell), " ")
	}
	return cell
}

// trimmed leaves out rows at the end and cells at the end of rows that are empty,
// as far as they are in all rows.
func trimmed(grid Grid) Grid {
	width := 0
	for r, row := range grid {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		grid[r] = row
		width = max(width, len(row))
	}
	for len(grid) > 0 && len(grid[len(grid)-1]) == 0 {
		grid = grid[:len(grid)-1]
	}
	return grid
}

// at returns a cell, empty where the row ends before it.
func (g Grid) at(row, column int) string {
	if column < len(g[row]) {
		return g[row][column]
	}
	return ""
}

// columns returns the length of the longest row.
func (g Grid) columns() int {
	n := 0
	for _, row := range g {
		n = max(n, len(row))
	}
	return n
}

// Cells returns the number of cells, the empty ones between others counted.
func (g Grid) Cells() int {
	n := 0
	for _, row := range g {
		n += len(row)
	}
	return n
}

// Line writes the grid in one line, which Split reads back: cells with semicolons
// between them and rows with bars. A single column stands as a row.
func (g Grid) Line() string {
	if g.Cells() == 1 && len(g) == 1 {
		return quotedIf(g[0][0], ";|\" ")
	}
	row, border := "; ", " | "
	if g.columns() == 1 {
		border = row
	}
	lines := make([]string, len(g))
	for r, cells := range g {
		written := make([]string, len(cells))
		for i, cell := range cells {
			written[i] = quotedIf(cell, ";|\"")
		}
		lines[r] = strings.Join(written, row)
	}
	return strings.Join(lines, border)
}

// quotedIf puts a cell that has any of chars in quotation marks.
func quotedIf(cell, chars string) string {
	if !strings.ContainsAny(cell, chars) {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}

// isPeriod reports whether a cell is a year, quarter or month.
func isPeriod(cell string) bool {
	_, ok := periodOf(cell)
	return ok
}

// periodOf reads a cell that heads figures. What cannot be one is told by a glance.
func periodOf(cell string) (unit.Period, bool) {
	digits := 0
	for i := range len(cell) {
		if b := cell[i]; '0' <= b && b <= '9' {
			digits++
		}
	}
	if digits < 2 || digits > 6 || len(cell) > 24 || digits == len(cell) && digits != 4 || strings.ContainsAny(cell, "$%(),") {
		return unit.Period{}, false
	}
	p, err := unit.ReadPeriod(cell)
	return p, err == nil
}
