package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// NewCaption returns small secondary text on as many lines as it needs, hidden where
// it is empty.
func NewCaption(text string) fyne.CanvasObject {
	p := NewParagraph(text, ColorMuted, theme.SizeNameCaptionText)
	if text == "" {
		p.Hide()
	}
	return p
}
