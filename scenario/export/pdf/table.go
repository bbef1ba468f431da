package pdf

import (
	"strings"
	"unicode/utf8"

	"headroom/scenario/report"
)

// Measures of tables in points.
const (
	sizeTable  = 8.0
	leastTable = 5.0 // the smallest letters of a table with many columns
	cellGap    = 7.0 // between columns, at sizeTable
	cellRise   = 2.6 // above and below the lines of a row, at sizeTable
	leastWords = 34.0
	fewLetters = 14 // words that are so short are never broken
)

// A plan is how a table is laid out.
type plan struct {
	size   float64 // of its letters
	widths []float64
	head   [][]string // lines of each title
}

func (p plan) scale() float64 { return p.size / sizeTable }

func (p plan) style(bold bool) style { return style{size: p.size, bold: bold, ink: ink} }

// table writes a table, its head again on every page.
func (d *document) table(t report.Table) {
	if len(t.Columns) == 0 {
		return
	}
	p := d.plan(t)
	caption := style{size: sizeText, bold: true, ink: ink}
	d.need(caption.height() + d.headHeight(p) + 3*p.style(false).height())
	if t.Caption != "" {
		d.paragraph(t.Caption, caption, margin, d.column())
		d.y += 2
	}
	d.head(t, p)
	for i, row := range t.Rows {
		cells := d.cells(t, p, row)
		height := rowHeight(p, cells)
		if row.Kind == report.RowHeading && i+1 < len(t.Rows) {
			height += rowHeight(p, d.cells(t, p, t.Rows[i+1])) // stays with what it names
		}
		if d.y+height > d.bottom() && d.y > margin {
			d.press.page()
			d.y = margin
			d.head(t, p)
		}
		d.row(t, p, row, cells)
	}
	d.rect(margin, d.y, d.column(), 0.6, rule)
	if len(t.Notes) > 0 {
		d.y += 4
	}
	for _, note := range t.Notes {
		d.paragraph(note, styleOf(report.Aside), margin, d.column())
	}
}

// plan finds the largest letters with which the columns of a table have room, and
// shares out the room.
func (d *document) plan(t report.Table) plan {
	p := plan{size: sizeTable}
	for ; ; p.size -= 0.25 {
		least, wanted := d.measure(t, p)
		room := d.column() - float64(len(t.Columns)-1)*cellGap*p.scale()
		if sum(least) <= room || p.size <= leastTable {
			p.widths = shared(least, wanted, room)
			break
		}
	}
	for i, c := range t.Columns {
		var lines []string
		for _, part := range strings.Split(c.Title, "\n") {
			lines = append(lines, d.wrap(part, p.style(true), p.widths[i])...)
		}
		p.head = append(p.head, lines)
	}
	return p
}

// measure returns the least room that each column takes, and what it would take
// without breaking a line. Figures are never broken.
func (d *document) measure(t report.Table, p plan) (least, wanted []float64) {
	least, wanted = make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	grow := func(i int, text string, bold, whole bool) {
		width := d.ruler.Width(text, bold, p.size) + 0.2
		wanted[i] = max(wanted[i], width)
		if !whole && utf8.RuneCountInString(text) > fewLetters {
			width = min(width, max(d.longest(text, p.style(bold)), leastWords*p.scale()))
		}
		least[i] = max(least[i], width)
	}
	for i, c := range t.Columns {
		for _, part := range strings.Split(c.Title, "\n") {
			grow(i, part, true, false)
		}
	}
	for _, row := range t.Rows {
		if row.Kind == report.RowHeading {
			continue
		}
		for i, c := range row.Cells {
			grow(i, c.Text, row.Kind == report.RowTotal, t.Columns[i].Kind != report.Words)
		}
	}
	return least, wanted
}

// longest returns the width of the longest word of a text, but no more than some
// columns have: longer ones are broken.
func (d *document) longest(text string, s style) float64 {
	width := 0.0
	for word := range strings.FieldsSeq(text) {
		width = max(width, d.ruler.Width(word, s.bold, s.size)+0.2)
	}
	return min(width, 16*s.size/2)
}

// shared returns the widths of columns in a room: what each takes at least, and of
// the rest as much as each would like, in proportion. What nobody wants is spread
// over all.
func shared(least, wanted []float64, room float64) []float64 {
	out := make([]float64, len(least))
	copy(out, least)
	more := 0.0
	for i := range wanted {
		more += wanted[i] - least[i]
	}
	rest := room - sum(least)
	if rest <= 0 {
		for i := range out {
			out[i] *= room / sum(least)
		}
		return out
	}
	for i := range out {
		if more > 0 {
			out[i] += (wanted[i] - least[i]) * min(1, rest/more)
		}
		if rest > more {
			out[i] += (rest - more) / float64(len(out))
		}
	}
	return out
}

func sum(values []float64) (total float64) {
	for _, v := range values {
		total += v
	}
	return total
}

// cells returns the lines of each cell of a row.
func (d *document) cells(t report.Table, p plan, row report.Row) [][]string {
	if row.Kind == report.RowHeading {
		return [][]string{d.wrap(row.Cells[0].Text, p.style(true), d.column())}
	}
	out := make([][]string, len(row.Cells))
	for i, c := range row.Cells {
		indent := indented(c.Text)
		out[i] = d.wrap(c.Text, p.style(row.Kind == report.RowTotal), p.widths[i]-indent*p.size)
	}
	return out
}

// indented returns by how much of its size a text is moved in that begins with
// blanks.
func indented(text string) float64 {
	return 0.6 * float64(len(text)-len(strings.TrimLeft(text, " ")))
}

func rowHeight(p plan, cells [][]string) float64 {
	lines := 1
	for _, c := range cells {
		lines = max(lines, len(c))
	}
	return float64(lines)*p.size*1.25 + 2*cellRise*p.scale()
}

func (d *document) headHeight(p plan) float64 { return rowHeight(p, p.head) }

// head writes the titles of the columns, the last lines of all on one level.
func (d *document) head(t report.Table, p plan) {
	height := d.headHeight(p)
	x := margin
	for i, lines := range p.head {
		y := d.y + height - cellRise*p.scale() - float64(len(lines))*p.size*1.25
		for _, l := range lines {
			d.cell(l, style{size: p.size, bold: true, ink: muted}, x, y, p.widths[i], t.Columns[i].Kind)
			y += p.size * 1.25
		}
		x += p.widths[i] + cellGap*p.scale()
	}
	d.y += height
	d.rect(margin, d.y, d.column(), 0.8, rule)
}

// row writes one row, with a line above it.
func (d *document) row(t report.Table, p plan, row report.Row, cells [][]string) {
	height := rowHeight(p, cells)
	if row.Kind != report.RowPlain {
		d.rect(margin-3, d.y, d.column()+6, height, ground)
	} else {
		d.rect(margin, d.y, d.column(), 0.3, hair)
	}
	x := margin
	for i, lines := range cells {
		y := d.y + cellRise*p.scale()
		s, width, kind := p.style(row.Kind != report.RowPlain), d.column(), report.Words
		if row.Kind != report.RowHeading {
			width, kind = p.widths[i], t.Columns[i].Kind
		}
		indent := indented(row.Cells[i].Text) * p.size
		if row.Cells[i].Link != "" {
			s.ink = accent
		}
		for _, l := range lines {
			d.cell(l, s, x+indent, y, width-indent, kind)
			if address := row.Cells[i].Link; address != "" && l != "" {
				long := d.ruler.Width(l, s.bold, s.size)
				d.rect(x, y+p.size*1.12, long, 0.4, accent)
				d.press.link(x, y, long, p.size*1.25, address)
			}
			y += p.size * 1.25
		}
		x += width + cellGap*p.scale()
	}
	d.y += height
}

// cell writes one line of a cell: words to the left, all else to the right.
func (d *document) cell(text string, s style, x, y, width float64, kind report.Kind) {
	if kind != report.Words {
		x += width - d.ruler.Width(text, s.bold, s.size)
	}
	d.line(text, s, x, y+s.size)
}
