package report

import (
	"headroom/scenario/plot"
	"headroom/scenario/unit"
)

// A Report is a document in English.
type Report struct {
	Title    string
	Subtitle string    // a line below the title
	Date     unit.Date // of the report, zero for none
	Program  string    // what made it
	Sections []Section
}

// A Section is a part of a report under a heading.
type Section struct {
	ID     string // unlike those of the others, of a-z, 0-9 and -
	Title  string
	Level  int // 1, or 2 for a part of the section of level 1 before it
	Blocks []Block
}

// A Block is a paragraph, a list, facts, a table or a figure.
type Block interface{ block() }

// A Paragraph is one or more sentences.
type Paragraph struct {
	Text string
	Kind ParagraphKind
}

// A ParagraphKind says how much weight a paragraph has.
type ParagraphKind int

// The kinds of paragraphs.
const (
	Plain ParagraphKind = iota
	Lead                // what a section says first, large
	Aside               // what is to be known besides, small
)

// A List is sentences of the same kind, in no order that matters.
type List struct{ Items []string }

// Facts are a few figures that are read at a glance.
type Facts struct{ Facts []Fact }

// A Fact is one figure, what it is called, and what else is to be said of it.
type Fact struct{ Label, Value, Detail string }

// A Figure is a picture with a caption, and in words what it shows.
type Figure struct {
	Chart         plot.Chart
	Axis          plot.Axis
	Width, Height int      // in logical pixels, in the width of a page
	Caption       string   // a line
	Says          []string // what it shows, in sentences

	NarrowWidth, NarrowHeight int // in the width of a telephone
}

func (Paragraph) block() {}
func (List) block()      {}
func (Facts) block()     {}
func (Table) block()     {}
func (Figure) block()    {}

// Picture returns a figure as a picture in the colors of a theme.
func (f Figure) Picture(theme plot.Theme) plot.Picture {
	return plot.Picture{Chart: f.Chart, Options: plot.Options{Width: f.Width, Height: f.Height, Axis: f.Axis, Theme: theme, Steady: true}}
}
