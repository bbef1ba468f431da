package sheet

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"headroom/ui/look"
)

// A piece is a line of text that knows its own size.
type piece struct {
	text *canvas.Text
	name fyne.ThemeColorName
	face face
	size fyne.Size
}

func newPiece(of face, name fyne.ThemeColorName) *piece {
	p := &piece{text: canvas.NewText("", look.Color(name)), name: name, face: of}
	p.text.TextSize, p.text.TextStyle = of.size(), of.style()
	p.size.Height = lineHeight(of)
	return p
}

// lineHeight returns the height of a line of text.
func lineHeight(of face) float32 { return fyne.MeasureText("0", of.size(), of.style()).Height }

// dress writes what follows in another way, and reports whether it is another.
func (p *piece) dress(of face, name fyne.ThemeColorName) bool {
	if of == p.face && name == p.name {
		return false
	}
	p.face, p.name = of, name
	p.text.TextSize, p.text.TextStyle = of.size(), of.style()
	p.measure()
	p.recolor()
	return true
}

// write shows a text and reports whether it is another.
func (p *piece) write(text string) bool {
	if text == p.text.Text {
		return false
	}
	p.text.Text = text
	p.measure()
	p.text.Refresh()
	return true
}

func (p *piece) measure() {
	p.size = fyne.MeasureText(p.text.Text, p.text.TextSize, p.text.TextStyle)
	if p.text.Text == "" {
		p.size.Width = 0
	}
	p.text.Resize(p.size)
}

func (p *piece) recolor() {
	p.text.Color = look.Color(p.name)
	p.text.Refresh()
}
