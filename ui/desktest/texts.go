package desktest

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/look"
)

// Texts returns what an object and all in it say, hidden ones left out.
func Texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var all []string
	switch o := o.(type) {
	case *look.Text:
		return []string{o.Content}
	case *look.Button:
		return []string{o.Text()}
	case *widget.Label:
		return []string{o.Text}
	case *widget.RichText:
		return []string{o.String()}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, Texts(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, Texts(child)...)
		}
	}
	return all
}

// OverlayShows reports whether anything is shown above the picture of a chart.
func OverlayShows(view fyne.CanvasObject) bool {
	for _, o := range Children(view)[1:] {
		if clear, ok := o.(*canvas.Rectangle); ok && clear.FillColor == color.Transparent {
			continue // is seen by nobody
		}
		if o.Visible() {
			return true
		}
	}
	return false
}
