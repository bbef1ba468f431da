package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"headroom/ui/field"
	"headroom/ui/look"
)

func TestSlidersOfCapAndShareAreOfOneWidth(t *testing.T) {
	d := sitDefault(t)
	for _, width := range []float32{1024, 1440} {
		d.p.Window.Resize(fyne.NewSize(width, 900))
		d.Relayout()
		width := func(name string) float32 { return d.Widget("slider", name).(*field.Slider).Size().Width }
		if cap, rate := width("terms.share.cap"), width("terms.share.rate"); cap != rate || rate < 80 {
			t.Errorf("the slider of the cap is %v wide, that of the rate %v", cap, rate)
		}
	}
}

func TestTheTextOfAPromptStandsBelowItsTitle(t *testing.T) {
	d := sitDefault(t)
	d.p.Prompts.Ask("overwrite", "Replace the file?", "There is one of that name.", "Replace", func() {})
	d.Relayout()
	var title, text fyne.Position
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Text:
			if o.Content == "Replace the file?" {
				title = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			}
		case *look.Paragraph:
			if o.Content() == "There is one of that name." {
				text = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			}
		}
	})
	if title.X != text.X || text.Y <= title.Y {
		t.Errorf("the title is at %v, the text at %v", title, text)
	}
}
