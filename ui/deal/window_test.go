package deal_test

import (
	"strings"
	"testing"

	"headroom/ui/deal"
	"headroom/ui/desktest"
	"headroom/ui/windowtest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Wherever the pointer is in the timeline, also in the least window, it is told
// what is in force.
func TestTheTimelineTellsOfEveryMonth(t *testing.T) {
	d := windowtest.New(t, desktest.WorkedCase())
	for _, size := range []fyne.Size{fyne.NewSize(1024, 640), fyne.NewSize(1440, 900)} {
		d.P.Window.Resize(size)
		d.Tap("view.deal")
		d.Relayout()
		d.Draw()
		c := d.P.Front().(*deal.View).Chart()
		plot := c.Frame.Plot
		for x := plot.Left + 1; x < plot.Right; x += 7 {
			for _, part := range []float64{0.02, 0.5, 0.98} {
				at := fyne.NewPos(float32(x), float32(plot.Top+part*plot.Height()))
				c.View.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
				month, _ := c.Frame.MonthAt(x)
				if tip, shown := tipOf(c.View); !shown || !strings.HasPrefix(tip, month.Long()+"|Share to Microsoft|") {
					t.Errorf("at %v in a window of %v %q is told", at, size, tip)
				}
			}
		}
	}
}

// tipOf returns the words of the tooltip over a chart, and whether it is shown.
func tipOf(view fyne.CanvasObject) (string, bool) {
	for _, o := range desktest.Children(view) {
		box, ok := o.(*fyne.Container)
		if !ok || !box.Visible() {
			continue
		}
		var words []string
		for _, o := range box.Objects {
			if text, ok := o.(*canvas.Text); ok && text.Visible() && text.Text != "" {
				words = append(words, text.Text)
			}
		}
		return strings.Join(words, "|"), true
	}
	return "", false
}
