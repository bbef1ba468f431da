package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/field"
	"headroom/ui/look"
)

// A dealTable shows terms in rows: what each side says, what the change is worth,
// and a chip of where that comes from. Words that have not room enough on a line
// take a second one.
type dealTable struct {
	widget.BaseWidget

	name    string // in the inspection file
	head    *dealCells
	rows    []*dealCells
	shown   int // rows
	revenue bool
	room    float32
	lefts   [dealColumns]float32
	widths  [dealColumns]float32
}

// The columns.
const (
	columnTerm = iota
	columnPrior
	columnAmended
	columnOpenAI
	columnMicrosoft
	columnRevenue // there only where a term allows or forbids any
	columnSource
	dealColumns
)

const (
	dealGap    float32 = 14 // between columns
	dealPad    float32 = 8  // left and right of a row
	dealAbove  float32 = 7  // above and below a row's text
	dealRowMin float32 = 33

	dealHeadMost float32 = 170 // that the name of a column asks for on one line
)

// A dealRow is what a row says. A reason stands in place of both worths.
type dealRow struct {
	cells  [columnSource]string
	reason string
	net    bool // the last row, which the others add up to
	chip   dealChip
}

// A dealChip says where a term comes from; without a text there is none.
type dealChip struct {
	name, text, hint string
	onTapped         func()
}

// dealCells draw one row.
type dealCells struct {
	texts  [columnSource]*cellText
	reason *cellText
	chip   *look.Button
	face   *canvas.Rectangle
	rule   *canvas.Rectangle
	height float32
	net    bool
}

var _ field.Inspectable = (*dealTable)(nil)

func newDealTable(name string) *dealTable {
	t := &dealTable{name: name, head: newDealCells()}
	for _, text := range t.head.texts {
		text.size, text.bold = look.SizeCaption, false
	}
	t.head.source().size = look.SizeCaption
	t.ExtendBaseWidget(t)
	return t
}

func newDealCells() *dealCells {
	c := &dealCells{face: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent)}
	for i := range c.texts {
		align := fyne.TextAlignLeading
		if i >= columnOpenAI {
			align = fyne.TextAlignTrailing
		}
		c.texts[i] = newCellText(look.SizeText, "", align)
	}
	c.texts[columnTerm].bold = true
	c.reason = newCellText(look.SizeText, look.ColorMuted, fyne.TextAlignTrailing)
	c.chip = look.NewChip("", "", "", nil)
	c.chip.Hide()
	return c
}

// set shows another table; the chip of a row has its own name, so that it keeps
// the focus.
func (t *dealTable) set(head [columnSource + 1]string, rows []dealRow) {
	changed := t.shown != len(rows)
	for i, text := range t.head.texts {
		changed = text.set(head[i], look.ColorMuted) || changed
	}
	t.head.source().set(head[columnSource], look.ColorMuted)
	for len(t.rows) < len(rows) {
		t.rows = append(t.rows, newDealCells())
	}
	t.shown, t.revenue = len(rows), head[columnRevenue] != ""
	for i, row := range rows {
		changed = t.rows[i].set(row) || changed
	}
	if !changed {
		return
	}
	t.arrange()
	t.Refresh()
}

// source returns the text of the head above the chips, which other rows lack.
func (c *dealCells) source() *cellText { return c.reason }

func (c *dealCells) set(row dealRow) bool {
	changed := c.net != row.net
	c.net = row.net
	for i, text := range c.texts {
		changed = text.setBold(i == columnTerm || row.net) || changed
		changed = text.set(row.cells[i], "") || changed
	}
	changed = c.reason.set(row.reason, look.ColorMuted) || changed
	c.chip.Name, c.chip.OnTapped = row.chip.name, row.chip.onTapped
	c.chip.SetTooltip(row.chip.hint)
	if row.chip.text == "" {
		c.chip.Hide()
		return changed
	}
	c.chip.Show()
	if c.chip.Text() != row.chip.text {
		c.chip.SetText(row.chip.text)
		changed = true
	}
	return changed
}

// every calls f for the head and each row shown.
func (t *dealTable) every(f func(c *dealCells, head bool)) {
	f(t.head, true)
	for _, c := range t.rows[:t.shown] {
		f(c, false)
	}
}

// Text returns the table as cells parted by tabs, rows by line ends, the head
// first. A reason stands in the column of what a term is worth to OpenAI.
func (t *dealTable) Text() string {
	var b strings.Builder
	t.every(func(c *dealCells, head bool) {
		for i, text := range c.texts {
			if i == columnRevenue && !t.revenue {
				continue
			}
			cell := text.content
			if i == columnOpenAI && !head && c.reason.content != "" {
				cell = c.reason.content
			}
			b.WriteString(cell + "\t")
		}
		if head {
			b.WriteString(c.source().content)
		} else if c.chip.Visible() {
			b.WriteString(c.chip.Text())
		}
		b.WriteByte('\n')
	})
	return b.String()
}

// chips returns the chips shown.
func (t *dealTable) chips() []*look.Button {
	var chips []*look.Button
	for _, c := range t.rows[:t.shown] {
		chips = append(chips, c.chip)
	}
	return chips
}

// InspectName returns the table's name in the inspection file.
func (t *dealTable) InspectName() string { return t.name }

// Inspect returns what the inspection file tells of the table: its text as it is
// copied.
func (t *dealTable) Inspect() (kind, text, errText string, enabled, focused bool) {
	return "table", t.Text(), "", true, false
}
