package sheet

import (
	"slices"

	"headroom/ui/look"
)

// How a table finds the widths of its columns and the heights of its rows.

// RowHeight is the height of a row whose words take one line, in logical pixels.
const RowHeight float32 = 30

// Other measures, in logical pixels.
const (
	headLeast float32 = 32 // height of the head
	cellPad   float32 = 10 // left and right of a cell
	noteGap   float32 = 4  // from a dot to its title
	barHeight float32 = 8  // of the bar that scrolls sideways, below the last row
	wrapAbove float32 = 7  // above and below the words of a row that wraps

	wordsLeast float32 = 160 // to which a column of words gives way
	wordLeast  float32 = 120 // and where it wraps, its longest word
	nameMost   float32 = 150 // that half of a title asks for
	spread     float32 = 44  // that a column takes of the room left over
)

// A wish is what a column asks for, cells and padding together: at least, with words
// in brief where they can be, and in whole.
type wish struct{ least, brief, natural float32 }

// measure takes over what the columns ask for. A column keeps a little more room
// than it asks for, so that a figure losing a digit moves nothing.
func (g *grid) measure() {
	const keeps = 24
	wishes := g.wishes()
	if len(wishes) == len(g.wanted) {
		for i, now := range wishes {
			if before := g.wanted[i]; before.natural > now.natural && before.natural-now.natural < keeps && before.brief >= now.brief && before.least >= now.least {
				wishes[i] = before
			}
		}
	}
	g.wanted, g.folded = wishes, false
	g.fold(g.room)
}

// wishes returns what each column asks for.
func (g *grid) wishes() []wish {
	s, r := g.owner, &g.rule
	wishes := make([]wish, len(s.header))
	for i, column := range s.header {
		w := &wishes[i]
		if column.Swatch != "" {
			w.least = dotSize + noteGap
		}
		w.natural = w.least + r.width(column.Title, faceTitle)
		w.brief = w.natural
		w.least += min(r.halved(column.Title, faceTitle), max(nameMost, r.longest(column.Title, faceTitle)))
		if column.Words || i == 0 {
			w.least = min(w.least, wordsLeast)
		}
	}
	for row, cells := range s.rows {
		for i, cell := range cells[:min(len(cells), len(s.header))] {
			if cell.Span > 1 {
				continue // it has the room of others
			}
			w := &wishes[i]
			if cell.Chip != nil {
				width := look.ChipWidth(cell.Chip.Text)
				w.least, w.brief, w.natural = max(w.least, width), max(w.brief, width), max(w.natural, width)
				continue
			}
			of := g.faceOf(row, cell)
			width := r.width(cell.Text, of)
			w.natural = max(w.natural, width)
			if cell.Brief != "" {
				width = r.width(cell.Brief, of)
			}
			w.brief = max(w.brief, width)
			switch yields := s.header[i].Words || i == 0; {
			case yields && s.Wraps:
				w.least = max(w.least, min(wordLeast, r.longest(cell.Text, of)))
			case yields:
				w.least = max(w.least, min(wordsLeast, width))
			default:
				w.least = max(w.least, width)
			}
		}
	}
	for i := range wishes {
		wishes[i].least += 2*cellPad + slack
		wishes[i].brief += 2*cellPad + slack
		wishes[i].natural += 2*cellPad + slack
	}
	return wishes
}

// faceOf returns how a cell of a row is written.
func (g *grid) faceOf(row int, cell Cell) face {
	if cell.Bold || g.owner.Total && row == len(g.owner.rows)-1 {
		return faceBold
	}
	return faceText
}

// fold gives the columns their widths in so much room, and the rows their heights.
func (g *grid) fold(room float32) {
	if room == g.room && g.folded {
		return
	}
	g.room, g.folded = room, true
	widths := g.widths(room)
	lefts := make([]float32, 1, len(widths)+1)
	for i, width := range widths {
		lefts = append(lefts, lefts[i]+width)
	}
	if last := len(lefts) - 1; lefts[last] > room && lefts[last] < room+0.1 {
		lefts[last] = room // which the sum of parts need not meet
	}
	if !slices.Equal(lefts, g.lefts) {
		g.lefts = lefts
		g.spreads++
	}
	g.breakTitles()
	g.breakRows()
}

// widths shares out the room: where it is too little, words that can be said in brief
// give way first, then the figures' titles, by taking a second line, and then the other
// words.
func (g *grid) widths(room float32) []float32 {
	widths := make([]float32, len(g.wanted))
	var figures, words []int
	spare := room
	for i, w := range g.wanted {
		widths[i] = w.natural
		spare -= w.natural
		if i == 0 || g.owner.header[i].Words {
			words = append(words, i)
		} else {
			figures = append(figures, i)
		}
	}
	if room <= 0 { // not known yet
		return widths
	}
	if spare < 0 {
		for i, w := range g.wanted {
			widths[i] = w.brief
			spare += w.natural - w.brief
		}
	}
	if spare >= 0 {
		for i := range widths {
			widths[i] += min(spread, spare/float32(len(widths)))
		}
		return widths
	}
	lack := g.narrow(widths, figures, -spare)
	g.narrow(widths, words, lack)
	return widths
}

// narrow takes so much from columns, each giving in proportion to what it can, and
// returns what is lacking still.
func (g *grid) narrow(widths []float32, columns []int, lack float32) float32 {
	gives := float32(0)
	for _, i := range columns {
		gives += widths[i] - g.wanted[i].least
	}
	if gives <= 0 {
		return lack
	}
	part := min(1, lack/gives)
	for _, i := range columns {
		widths[i] -= part * (widths[i] - g.wanted[i].least)
	}
	return lack - part*gives
}

// inner returns the room of a cell's text that begins in a column.
func (g *grid) inner(column, span int) float32 {
	end := min(column+max(1, span), len(g.lefts)-1)
	return g.lefts[end] - g.lefts[column] - 2*cellPad
}

// breakTitles breaks the titles that do not fit on one line.
func (g *grid) breakTitles() {
	g.titles = g.titles[:0]
	most := 1
	for i, column := range g.owner.header {
		room := g.inner(i, 1)
		if column.Swatch != "" {
			room -= dotSize + noteGap
		}
		lines := g.rule.lines(column.Title, room, faceTitle, 2)
		g.titles = append(g.titles, lines)
		most = max(most, len(lines))
	}
	g.headTall = headLeast + float32(most-1)*lineHeight(faceTitle)
}

// breakRows finds the heights of the rows, and breaks the words that wrap.
func (g *grid) breakRows() {
	s := g.owner
	g.tops = append(g.tops[:0], 0)
	g.words = g.words[:0]
	for row, cells := range s.rows {
		height := RowHeight
		if s.Wraps {
			broken := make([][]string, 0, len(s.header))
			lines := 1
			for i, cell := range cells[:min(len(cells), len(s.header))] {
				said := g.rule.lines(cell.Text, g.inner(i, cell.Span), g.faceOf(row, cell), 99)
				broken = append(broken, said)
				lines = max(lines, len(said))
			}
			g.words = append(g.words, broken)
			height = max(height, float32(lines)*lineHeight(faceText)+2*wrapAbove)
		}
		g.tops = append(g.tops, g.tops[row]+height)
	}
}

// headHeight returns the height of the head.
func (g *grid) headHeight() float32 { return g.headTall }

// width returns what the columns take at least.
func (g *grid) width() float32 { return g.lefts[len(g.lefts)-1] }

// bar returns the height of the bar that scrolls sideways, which lies over the end of
// what is in view; 0 where there is none.
func (g *grid) bar() float32 {
	if g.room > 0 && g.room < g.width() {
		return barHeight
	}
	return 0
}
