package preview

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strconv"
	"strings"

	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/plot/paint"
)

// A grid is the beginning of a sheet, drawn as spreadsheets do: letters above the
// columns, numbers beside the rows, texts that go on over empty cells.
type grid struct {
	widths, heights []float64 // in points
	rows            [][]gridCell
	charts          []image.Rectangle // in cells
	lined           bool              // whether cells have lines between them

	ruler *paint.Ruler
}

type gridCell struct {
	text               string
	size               float64
	bold, right, wraps bool
	ink, ground        color.NRGBA // without alpha for none
}

// Measures of a grid in points.
const (
	headHeight = 14.0
	headWidth  = 26.0
	cellPad    = 3.0
	mostWide   = 760.0 // of what is shown of a sheet
	mostHigh   = 620.0
)

var (
	gridLine   = color.NRGBA{0xd5, 0xd9, 0xde, 0xff}
	gridHead   = color.NRGBA{0xee, 0xf0, 0xf3, 0xff}
	gridWords  = color.NRGBA{0x55, 0x5d, 0x66, 0xff}
	gridInk    = color.NRGBA{0x1a, 0x1f, 0x26, 0xff}
	chartFrame = color.NRGBA{0xf7, 0xf8, 0xfa, 0xff}
)

// colored returns a color written RRGGBB, without alpha where it is not written so.
func colored(hex string) color.NRGBA {
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

// lay gives rows the height that their texts need, and leaves out what lies beyond what
// is shown.
func (g *grid) lay() (err error) {
	if g.ruler, err = paint.NewRuler(); err != nil {
		return err
	}
	for i, row := range g.rows {
		for j, c := range row {
			lines := 1
			if c.wraps {
				lines = len(g.wrap(c, g.widths[j]-2*cellPad))
			}
			if c.text != "" {
				g.heights[i] = max(g.heights[i], float64(lines)*c.size*1.3+2)
			}
		}
	}
	g.widths = within(g.widths, mostWide-headWidth)
	g.heights = within(g.heights, mostHigh-headHeight)
	g.rows = g.rows[:len(g.heights)]
	return nil
}

// within returns the first sizes that have room, the last of them cut.
func within(sizes []float64, room float64) []float64 {
	for i, size := range sizes {
		if room -= size; room <= 0 {
			out := append([]float64{}, sizes[:i+1]...)
			out[i] += room
			return out
		}
	}
	return sizes
}

func (g *grid) width() float64  { return headWidth + sum(g.widths) }
func (g *grid) height() float64 { return headHeight + sum(g.heights) }

func sum(of []float64) (total float64) {
	for _, v := range of {
		total += v
	}
	return total
}

// wrap parts the text of a cell into lines of at most the given width.
func (g *grid) wrap(c gridCell, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(c.text) {
		joined := strings.TrimSpace(line + " " + word)
		if line != "" && g.ruler.Width(joined, c.bold, c.size) > width {
			lines = append(lines, line)
			joined = word
		}
		line = joined
	}
	return append(lines, line)
}

// A gridPainter paints a grid onto an image.
type gridPainter struct {
	*grid
	on    *paint.Raster
	scale float64 // pixels a point
}

// paint returns the grid in so many pixels a point.
func (g *grid) paint(scale float64) (*image.RGBA, error) {
	ruler, err := paint.NewRuler()
	if err != nil {
		return nil, err
	}
	size := image.Rect(0, 0, int(math.Round(g.width()*scale)), int(math.Round(g.height()*scale)))
	img := image.NewRGBA(size)
	draw.Draw(img, size, image.White, image.Point{}, draw.Src)
	p := gridPainter{g, paint.NewRaster(ruler), scale}
	p.on.Start(img, scale)
	y := headHeight
	for i, row := range g.rows {
		p.row(row, y, g.heights[i])
		y += g.heights[i]
	}
	p.heads()
	for _, c := range g.charts {
		p.chart(c)
	}
	return img, nil
}

// heads paints the letters of the columns and the numbers of the rows.
func (p gridPainter) heads() {
	p.rect(0, 0, p.width(), headHeight, gridHead)
	p.rect(0, 0, headWidth, p.height(), gridHead)
	x := headWidth
	for i, width := range p.widths {
		p.middle(cells.Column(i+1), x, 0, width, headHeight)
		x += width
		p.upright(x, 0, headHeight)
		if p.lined {
			p.upright(x, headHeight, p.height())
		}
	}
	y := headHeight
	for i, height := range p.heights {
		p.middle(strconv.Itoa(i+1), 0, y, headWidth, height)
		y += height
		p.level(0, headWidth, y)
		if p.lined {
			p.level(headWidth, p.width(), y)
		}
	}
	p.level(0, p.width(), headHeight)
	p.upright(headWidth, 0, p.height())
}

// level and upright paint a line of one pixel that ends at a place.
func (p gridPainter) level(from, to, y float64) {
	y = math.Round(y*p.scale) / p.scale
	p.rect(from, y-1/p.scale, to-from, 1/p.scale, gridLine)
}

func (p gridPainter) upright(x, from, to float64) {
	x = math.Round(x*p.scale) / p.scale
	p.rect(x-1/p.scale, from, 1/p.scale, to-from, gridLine)
}

// row paints the cells of a row.
func (p gridPainter) row(cells []gridCell, y, height float64) {
	x := headWidth
	for j, width := range p.widths {
		c := cells[j]
		if c.ground.A > 0 {
			p.rect(x, y, width, height, c.ground)
		}
		room := width
		for k := j + 1; k < len(p.widths) && !c.right && !c.wraps && cells[k].text == ""; k++ {
			room += p.widths[k]
		}
		p.text(c, x, y, room, height)
		x += width
	}
}

// text paints the text of a cell in the room it has, at its lower edge.
func (p gridPainter) text(c gridCell, x, y, width, height float64) {
	if c.text == "" {
		return
	}
	lines := []string{c.text}
	if c.wraps {
		lines = p.wrap(c, width-2*cellPad)
	}
	ink := c.ink
	if ink.A == 0 {
		ink = gridInk
	}
	baseline := y + height - 3.5 - float64(len(lines)-1)*c.size*1.3
	for _, line := range lines {
		shown := p.ruler.Shorten(line, c.bold, c.size, width-2*cellPad)
		at := x + cellPad
		if c.right {
			at = x + width - cellPad - p.ruler.Width(shown, c.bold, c.size)
		}
		if baseline-c.size > y-c.size*0.5 && shown != "" {
			p.on.Text(&paint.Text{Body: shown, X: at, Y: baseline, Size: c.size, Bold: c.bold, Color: ink})
		}
		baseline += c.size * 1.3
	}
}

// chart paints where a chart lies.
func (p gridPainter) chart(c image.Rectangle) {
	x, y := headWidth+sum(p.widths[:min(c.Min.X, len(p.widths))]), headHeight+sum(p.heights[:min(c.Min.Y, len(p.heights))])
	right, bottom := headWidth+sum(p.widths[:min(c.Max.X, len(p.widths))]), headHeight+sum(p.heights[:min(c.Max.Y, len(p.heights))])
	if right <= x || bottom <= y {
		return
	}
	p.rect(x, y, right-x, bottom-y, gridLine)
	p.rect(x+0.7, y+0.7, right-x-1.4, bottom-y-1.4, chartFrame)
	p.middle("Chart", x, y, right-x, bottom-y)
}

// middle paints a few letters in the middle of a place.
func (p gridPainter) middle(text string, x, y, width, height float64) {
	const size = 8.0
	if shown := p.ruler.Shorten(text, false, size, width); shown != "" {
		p.on.Text(&paint.Text{
			Body: shown, X: x + (width-p.ruler.Width(shown, false, size))/2, Y: y + height/2 + size*0.36, Size: size, Color: gridWords,
		})
	}
}

func (p gridPainter) rect(x, y, width, height float64, c color.NRGBA) {
	p.on.Shape(&paint.Shape{
		Spots:  []paint.Spot{paint.XY(x, y), paint.XY(x+width, y), paint.XY(x+width, y+height), paint.XY(x, y+height)},
		Closed: true, Fill: c,
	})
}
