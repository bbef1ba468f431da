package pdf

import (
	"image/color"
	"slices"
	"strings"

	"headroom/scenario/report"
)

// A style is how text is written.
type style struct {
	size float64 // in points
	bold bool
	ink  color.NRGBA
}

// height returns the distance of lines.
func (s style) height() float64 { return s.size * leading }

// line writes one line of text, left end and baseline given.
func (d *document) line(text string, s style, x, baseline float64) {
	if text == "" {
		return
	}
	for _, c := range text {
		if d.ruler.Lacks(c, s.bold) && !slices.Contains(d.lacking, c) {
			d.lacking = append(d.lacking, c)
		}
	}
	d.press.line(text, s, x, baseline)
}

// paragraph writes text in lines of at most the given width, over pages where it
// takes several.
func (d *document) paragraph(text string, s style, x, width float64) {
	for _, l := range d.wrap(text, s, width) {
		d.need(s.height())
		d.line(l, s, x, d.y+s.size)
		d.y += s.height()
	}
}

// wrap parts text into lines of at most the given width: at blanks, and within words
// that are wider than a line.
func (d *document) wrap(text string, s style, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if d.fits(joined, s, width) {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for !d.fits(word, s, width) {
			n := d.fitting(word, s, width)
			lines = append(lines, word[:n])
			word = word[n:]
		}
		line = word
	}
	if line != "" || lines == nil {
		lines = append(lines, line)
	}
	return lines
}

func (d *document) fits(text string, s style, width float64) bool {
	return d.ruler.Width(text, s.bold, s.size) <= width+0.01
}

// fitting returns how many bytes of a word fit into a width, at least one character.
func (d *document) fitting(word string, s style, width float64) int {
	n := 0
	for at, c := range word {
		end := at + len(string(c))
		if n > 0 && !d.fits(word[:end], s, width) {
			break
		}
		n = end
	}
	return n
}

// list writes the items of a list.
func (d *document) list(l report.List) {
	s := styleOf(report.Plain)
	for _, item := range l.Items {
		d.need(s.height())
		d.line("•", s, margin+2, d.y+s.size)
		d.paragraph(item, s, margin+14, d.reading()-14)
		d.y += 2
	}
}

// facts writes figures beside one another, a few in a row.
func (d *document) facts(f report.Facts) {
	const gap, inset = 8.0, 8.0
	each := 4
	if d.screen {
		each = max(1, min(5, len(f.Facts)))
	}
	width := (d.column() - gap*float64(each-1)) / float64(each)
	label, detail := style{size: sizeTiny, ink: muted}, style{size: sizeTiny, ink: muted}
	for row := range slices.Chunk(f.Facts, each) {
		lines := 1
		for _, fact := range row {
			lines = max(lines, len(d.wrap(fact.Detail, detail, width-2*inset)))
		}
		height := 2*inset + label.height() + 20 + float64(lines)*detail.height()
		d.need(height)
		for i, fact := range row {
			left := margin + float64(i)*(width+gap)
			d.rect(left, d.y, width, height, ground)
			y := d.y + inset
			d.line(d.ruler.Shorten(fact.Label, false, label.size, width-2*inset), label, left+inset, y+label.size)
			y += label.height()
			value := style{size: 14, bold: true, ink: ink}
			for value.size > 8 && !d.fits(fact.Value, value, width-2*inset) {
				value.size--
			}
			d.line(d.ruler.Shorten(fact.Value, true, value.size, width-2*inset), value, left+inset, y+14)
			y += 20
			for _, l := range d.wrap(fact.Detail, detail, width-2*inset) {
				d.line(l, detail, left+inset, y+detail.size)
				y += detail.height()
			}
		}
		d.y += height + gap
	}
	d.y -= gap
}
