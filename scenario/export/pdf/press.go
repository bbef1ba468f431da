package pdf

import (
	"image/color"

	"headroom/scenario/plot/paint"
)

// A press puts what a document has laid out onto pages. All measures are in points,
// from the upper left corner of the page at hand, and nothing is chosen here.
type press interface {
	page()      // begins a page behind all others
	turn(n int) // goes back to a page, the first being 1
	pages() int // begun by now

	rect(x, y, width, height float64, c color.NRGBA) // fills
	line(text string, s style, x, baseline float64)  // writes
	shape(s *paint.Shape)                            // paints an area, then its line; s is the press's
	clip(x, y, width, height float64)                // lets nothing be seen outside a rectangle
	unclip()

	bookmark(title string, level int, y, size float64) // leads to a heading of letters of a size
	link(x, y, width, height float64, address string)
}
