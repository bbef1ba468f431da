package plan_test

import (
	"strings"
	"testing"

	"headroom/scenario/unit"
	"headroom/ui/desktest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// told returns what the prompt on top says.
func (d *seat) told() string {
	all := d.P.Prompts.All
	return strings.Join(desktest.Texts(all[len(all)-1].Popup.Content), "|")
}

func TestChartIsAskedByMenuAndKey(t *testing.T) {
	d := sitDefault(t)
	d.P.Window.Resize(fyne.NewSize(1440, 900))
	d.P.Window.Canvas().Capture()
	p, chart := d.P, d.v.Chart()
	key := func(name fyne.KeyName) { chart.View.TypedKey(&fyne.KeyEvent{Name: name}) }
	ask := func(sentence, want string, do func()) {
		t.Helper()
		do()
		if len(p.Prompts.All) == 0 {
			t.Fatalf("%s asks nothing", sentence)
		}
		if said := d.told(); !strings.Contains(said, want) {
			t.Errorf("%s: no %q in %s", sentence, want, said)
		}
		p.Prompts.Cancel()
		p.Window.Canvas().Focus(chart.View)
	}
	ask("Enter without a crosshair", "Counted toward the cap by the end of November 2028|$38.00B", func() { key(fyne.KeyReturn) })
	ask("Enter at the crosshair", "Counted toward the cap by the end of 2030|", func() { key(fyne.KeyEnd); key(fyne.KeyEnter) })
	middle := fyne.NewPos(float32(chart.Frame.X(unit.NewMonth(2027, 6), 0.5)), float32(chart.Frame.Plot.Top)+20)
	ask("hovering and Enter", "by the end of June 2027|", func() {
		chart.View.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle}})
		key(fyne.KeyReturn)
	})
	ask("the menu", "by the end of June 2027|", func() {
		chart.View.TappedSecondary(&fyne.PointEvent{Position: middle})
		overlay := p.Window.Canvas().Overlays().Top().(fyne.Widget)
		for _, o := range test.WidgetRenderer(overlay).Objects() {
			if menu, ok := o.(*widget.PopUpMenu); ok {
				if got := desktest.Texts(menu); len(got) == 0 && len(menu.Items) != 1 {
					t.Errorf("the menu offers %v", got)
				}
				test.Tap(menu.Items[0].(fyne.Tappable))
			}
		}
	})
	d.Tap("chart.kind.years")
	p.Window.Canvas().Capture()
	ask("the bar under the pointer", "Paid in 2027|$12.40B", func() { key(fyne.KeyReturn) })
	before := len(p.Prompts.All)
	chart.View.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(-50, 0)})
	if len(p.Prompts.All) != before || p.Window.Canvas().Overlays().Top() != nil {
		t.Error("a place beside the plot can be asked")
	}
}

// In a large window the letters of the chart stay as large as those beside it.
func TestTheChartKeepsItsLetters(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	if c := d.v.Chart(); c.Draw(2200, 1200, fyne.NewSize(2200, 1200)) == nil || !c.Shown.Steady {
		t.Error("the chart grows with the window")
	}
}
