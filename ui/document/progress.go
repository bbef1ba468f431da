package document

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/look"
)

// A progress says how far the writing of a document is: as a line that grows, and in
// words.
type progress struct {
	object *fyne.Container
	place  fyne.CanvasObject // whose place it takes meanwhile
	words  *look.Text
	track  *canvas.Rectangle // the line at its end
	line   *canvas.Rectangle
	part   float64
}

const lineHeight = 3

func newProgress(place fyne.CanvasObject) *progress {
	p := &progress{place: place, words: look.NewMuted(""), track: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	p.words.Yielding = true
	p.object = container.New(p, p.words, p.track, p.line)
	p.end()
	return p
}

func (p *progress) begin() {
	p.place.Hide()
	p.track.FillColor, p.line.FillColor = look.Color(look.ColorBorder), look.Color(theme.ColorNamePrimary)
	p.track.Show()
	p.line.Show()
	p.show(0)
}

func (p *progress) show(part float64) {
	p.part = part
	p.words.SetText(fmt.Sprintf("Writing, %d%% done. Cancel gives it up.", int(100*part)))
	p.object.Refresh()
}

func (p *progress) end() {
	p.place.Show()
	p.track.Hide()
	p.line.Hide()
	p.words.SetText("")
}

// MinSize implements fyne.Layout.
func (p *progress) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, p.words.MinSize().Height+lineHeight+1)
}

// Layout implements fyne.Layout.
func (p *progress) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p.words.Resize(fyne.NewSize(size.Width, size.Height-lineHeight-1))
	p.words.Move(fyne.Position{})
	for line, part := range map[*canvas.Rectangle]float64{p.track: 1, p.line: p.part} {
		line.Resize(fyne.NewSize(size.Width*float32(part), lineHeight))
		line.Move(fyne.NewPos(0, size.Height-lineHeight))
	}
}
