package paste

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/scenario/block"
	"headroom/scenario/words"
	"headroom/ui/look"
)

// A pasteLine is a year of the preview: its cell, and what becomes of it.
type pasteLine struct {
	year, cell, becomes string
	refused, stays      bool
}

// lines says of each year what becomes of it, or of each quarter and month.
func (p *pasted) lines(t Target) []pasteLine {
	if !t.Start.IsZero() {
		return p.periodLines(t)
	}
	given := map[int]block.Figure{}
	for _, f := range p.within {
		given[f.Period.Year()] = f
	}
	var lines []pasteLine
	from := t.First
	if _, ok := given[t.Base]; ok && t.Base != 0 {
		from = t.Base
	}
	last := p.within[len(p.within)-1].Period.Year()
	for year := from; year <= t.Last; year++ {
		f, ok := given[year]
		line := pasteLine{year: strconv.Itoa(year), cell: f.Text}
		switch {
		case !ok && year > last:
			line.becomes, line.stays = t.Keeps(year, p.kind), true
		case f.Err != nil:
			why, _, _ := strings.Cut(f.Err.Error(), "; ") // what is allowed instead is said below
			line.becomes, line.refused = words.UpperFirst(why), true
		case !f.Known:
			if ok && line.cell == "" {
				line.cell = "(empty)"
			}
			line.becomes, line.stays = "stays at "+t.Stays(year, p.kind), true
		case t.Rates:
			line.becomes = f.Rate.Percent()
		case p.kind == block.Percents || p.kind == block.Multiples:
			line.becomes = f.Rate.Growth()
		default:
			line.becomes = f.Amount.Brief()
		}
		lines = append(lines, line)
	}
	return lines
}

// periodLines says of each quarter and month of the table what becomes of it.
func (p *pasted) periodLines(t Target) []pasteLine {
	var lines []pasteLine
	for _, f := range p.within {
		line := pasteLine{year: f.Period.Words(), cell: f.Text}
		was := t.Was(f.Period)
		switch {
		case f.Err != nil:
			why, _, _ := strings.Cut(f.Err.Error(), "; ")
			line.becomes, line.refused = words.UpperFirst(why), true
		case !f.Known:
			if line.cell == "" {
				line.cell = "(empty)"
			}
			line.becomes, line.stays = "stays "+was, true
		case was == f.Amount.Brief():
			line.becomes = was + ", as before"
		default:
			line.becomes = f.Amount.Brief()
		}
		lines = append(lines, line)
	}
	return lines
}

// object shows the line. What is refused may take several.
func (l pasteLine) object() fyne.CanvasObject {
	year, cell := look.NewText(l.year), look.NewText(l.cell)
	cell.ColorName, cell.Yielding = look.ColorMuted, true
	cell.Align = fyne.TextAlignTrailing
	becomes := look.NewText(l.becomes)
	becomes.Yielding = true
	switch {
	case l.refused:
		becomes.ColorName = theme.ColorNameError
	case l.stays:
		becomes.ColorName = look.ColorMuted
	}
	return container.New(look.NewColumns(16, 62, 110, look.Stretch), year, cell, becomes)
}

// aside says what of the table is taken for its unit, and what is not taken at all.
func (p *pasted) aside(t Target) string {
	var sentences []string
	if said := p.stated(); said.By != "" && unitPlace(said) == p.unit && !t.Rates {
		sentences = append(sentences, fmt.Sprintf("%s says that amounts are in %s.", strconv.Quote(said.By), said.Unit))
	}
	passed := append([]string(nil), p.table.Passed...)
	for _, f := range p.beyond {
		passed = append(passed, f.Period.Words()+", which is outside the years "+strconv.Itoa(t.First)+" to "+strconv.Itoa(t.Last))
	}
	if len(passed) > 0 {
		const most = 6
		more := ""
		if n := len(passed) - most; n > 0 {
			passed, more = passed[:most], fmt.Sprintf(", and %d more", n)
		}
		sentences = append(sentences, "Not taken: "+strings.Join(passed, "; ")+more+".")
	}
	return strings.Join(sentences, " ")
}
