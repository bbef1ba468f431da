package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/field"
	"headroom/ui/look"
)

func TestNamesOnCardsBreakByTheRoomThereIs(t *testing.T) {
	d := sit(t, test.NewTempApp(t), preset.Default(), "")
	const name = "February 2026 plan, prior terms"
	lines := func(width float32, offset float64) [2]string {
		t.Helper()
		d.p.Window.Resize(fyne.NewSize(width, 900))
		d.p.split.SetOffset(offset)
		d.Relayout()
		d.Draw()
		for _, card := range d.p.rail.cards {
			if got := card.name; card.id == "february-2026-prior" {
				if shown := got[1].Visible(); shown != (got[1].Content != "") {
					t.Errorf("at %v: the second line %q is shown: %v", width, got[1].Content, shown)
				}
				if height := card.button.Size().Height; height < card.button.MinSize().Height {
					t.Errorf("at %v: the card is %v high and needs %v", width, height, card.button.MinSize().Height)
				}
				return [2]string{got[0].Content, got[1].Content}
			}
		}
		t.Fatal("no card")
		return [2]string{}
	}
	broken, whole := [2]string{"February 2026 plan,", "prior terms"}, [2]string{name, ""}
	if got := lines(1440, 0.165); got != broken {
		t.Errorf("narrow: %q", got)
	}
	if got := lines(1440, 0.3); got != whole {
		t.Errorf("widened: %q", got)
	}
	if got := lines(1440, 0.165); got != broken {
		t.Errorf("narrow again: %q", got)
	}
}

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
