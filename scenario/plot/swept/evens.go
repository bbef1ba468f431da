package swept

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"headroom/scenario/plot"
	"headroom/scenario/plot/layout"
	"headroom/scenario/plot/paint"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

// KindEvens is the kind of a break-even table.
const KindEvens plot.Kind = "break-even"

// The words of a break-even table: what stands above its years, and before its rows.
const (
	EvensHead  = "For the cap to be reached exactly at the end of"
	EvensCap   = "the cap would have to be"
	EvensShift = "or growth would have to shift, every year, by"
	EvensPace  = "or the pace from the actuals on would have to be"
)

// Evens is what it would take for the cap to be reached at the end of each year, as a
// table: years beside each other, and where they have no room below each other.
type Evens struct {
	Subject plot.Subject
	Years   []sweep.BreakEven
}

var _ plot.Chart = Evens{}

// Kind returns KindEvens.
func (Evens) Kind() plot.Kind { return KindEvens }

// Shown returns the scenario that it is of.
func (c Evens) Shown() []plot.Subject { return one(c.Subject) }

// Span returns its horizon.
func (c Evens) Span() (from, through unit.Month) { return span(c.Subject) }

// Check reports that there are no years.
func (c Evens) Check() error {
	if len(c.Years) == 0 {
		return errors.New("nothing to draw: the scenario has no years")
	}
	return nil
}

// Draw writes the table in the largest letters with which all of it can be read.
func (c Evens) Draw(d *plot.Drawing, _ []layout.Palette) {
	p, room := &d.Page, d.Page.Outer()
	across := c.cells()
	down := turned(across)
	for size := largestCells; size >= layout.LeastInRow; size-- {
		for _, cells := range [][][]string{across, down} {
			if t := newTexts(p, cells, size, room.Width()); t.high() <= room.Height() && !t.cut {
				t.write(p, room)
				return
			}
		}
	}
	// In a picture as small as this not all can be read.
	newTexts(p, down, math.Max(2, math.Min(layout.LeastInRow, layout.LineIn(room.Height()/float64(len(down))))), room.Width()).write(p, room)
}

// cells returns what is written, line by line, years beside each other.
func (c Evens) cells() [][]string {
	head, caps, shifts, paces := []string{EvensHead}, []string{EvensCap}, []string{EvensShift}, []string{EvensPace}
	paced := false
	said := func(none bool, text string) string {
		if none {
			return "–"
		}
		return text
	}
	for _, y := range c.Years {
		head = append(head, strconv.Itoa(y.By.Year()))
		caps = append(caps, said(y.NoCap, y.Cap.Table()))
		shifts = append(shifts, said(y.NoShift, y.Shift.Points()))
		paces = append(paces, said(y.NoPace, y.Pace.Table()))
		paced = paced || !y.NoPace
	}
	if !paced {
		return [][]string{head, caps, shifts}
	}
	return [][]string{head, caps, shifts, paces}
}

// turned returns a table with lines for columns.
func turned(cells [][]string) [][]string {
	out := make([][]string, len(cells[0]))
	for _, line := range cells {
		for i, cell := range line {
			out[i] = append(out[i], cell)
		}
	}
	return out
}

// texts are the cells of a table, each broken into lines where it has to be.
type texts struct {
	page  *layout.Page
	size  float64
	wide  []float64 // of the columns
	lines [][][]string
	cut   bool // whether something has no room
}

// The largest letters, and, as parts of their size, the room between columns and around
// the letters of a line: the least, and what more there is at most.
const (
	largestCells = 18.0
	betweenCells = 1.4
	aroundLines  = 0.5
	airiest      = 0.9
	mostLines    = 4 // of a cell
)

// balanced breaks words into as few lines as they take, about as wide as each other.
func balanced(p *layout.Page, body string, size, room float64) []string {
	lines := p.Wrapped(body, size, false, room, mostLines)
	for room > size*p.Unit && strings.Join(lines, " ") == body {
		room *= 0.96
		next := p.Wrapped(body, size, false, room, mostLines)
		if len(next) > len(lines) || strings.Join(next, " ") != body {
			break
		}
		lines = next
	}
	return lines
}

// newTexts lays cells out in letters of a size. The first column has a good third of the
// width at most, the others the rest alike.
func newTexts(p *layout.Page, cells [][]string, size, width float64) texts {
	t := texts{page: p, size: size, wide: make([]float64, len(cells[0]))}
	gap := betweenCells * size * p.Unit
	for _, line := range cells {
		for _, part := range balanced(p, line[0], size, 0.38*width) {
			t.wide[0] = math.Max(t.wide[0], p.Width(part, size, false))
		}
	}
	for i := 1; i < len(t.wide); i++ {
		t.wide[i] = (width-t.wide[0])/float64(len(t.wide)-1) - gap
	}
	for l, line := range cells {
		broken := make([][]string, len(line))
		for i, cell := range line {
			words := i == 0 || l == 0
			broken[i] = []string{p.Fitted(cell, size, false, t.wide[i])}
			if words {
				broken[i] = balanced(p, cell, size, t.wide[i]+0.5)
			}
			t.cut = t.cut || strings.Join(broken[i], " ") != cell
		}
		t.lines = append(t.lines, broken)
	}
	return t
}

// line returns how far lines of letters lie apart.
func (t texts) line() float64 {
	return 1.15 * (layout.TextRise + layout.TextFall) * t.size * t.page.Unit
}

// highOf returns how high a line of the table is.
func (t texts) highOf(cells [][]string) float64 {
	most := 1
	for _, cell := range cells {
		most = max(most, len(cell))
	}
	return float64(most)*t.line() + 2*aroundLines*t.size*t.page.Unit
}

func (t texts) high() (sum float64) {
	for _, cells := range t.lines {
		sum += t.highOf(cells)
	}
	return sum
}

// write writes the table at the top of the room, with a rule below each line.
func (t texts) write(p *layout.Page, room layout.Rect) {
	u, top := p.Unit, room.Top
	more := math.Min(airiest*t.size*u, math.Max(0, room.Height()-t.high())/float64(len(t.lines)))
	for i, cells := range t.lines {
		high := t.highOf(cells)
		if i > 0 {
			high += more
		}
		right := room.Left
		for j, cell := range cells {
			right += t.wide[j]
			if j > 0 {
				right += betweenCells * t.size * u
			}
			x, anchor, ink := right, 1.0, p.Colors.Text
			if j == 0 {
				x, anchor = room.Left, 0
			}
			if i == 0 || len(cell) == 1 && cell[0] == "–" {
				ink = p.Colors.Muted
			}
			// What stands above a column stands on its rule, all else in the middle.
			y := top + high - float64(len(cell))*t.line() - aroundLines*t.size*u + layout.TextRise*t.size*u
			if i > 0 {
				y = top + (high-float64(len(cell)-1)*t.line())/2 + layout.CapHeight/2*t.size*u
			}
			for _, part := range cell {
				p.Put(part, layout.At(x, y, anchor), t.size, false, ink)
				y += t.line()
			}
		}
		top += high
		ink := p.Colors.Grid
		if i == 0 {
			ink = p.Colors.Axis
		}
		p.Line(ink, u, nil, paint.XY(room.Left, top), paint.XY(room.Right, top))
	}
}
