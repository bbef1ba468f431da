package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/look"
)

func TestTheTableCanBeGivenRoom(t *testing.T) {
	app := test.NewTempApp(t)
	d := sit(t, app, scenario.Workspace{Scenarios: []scenario.Scenario{workedCase()}}, "")
	d.p.Window.Resize(fyne.NewSize(1440, 900))
	d.tap("table.month")
	d.relayout()
	grip := d.plan().panes.grip
	heights := func() (chart, table float32) {
		d.relayout()
		return d.plan().chart.View.Size().Height, d.plan().table.Size().Height
	}
	drag := func(by float32) {
		for _, step := range []float32{by / 2, by / 2} {
			at := d.p.App.Driver().AbsolutePositionForObject(grip).Y
			grip.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(0, at+step)}, Dragged: fyne.NewDelta(0, step)})
			d.relayout()
		}
		grip.DragEnd()
	}
	chart, table := heights()
	drag(-60)
	if c, tb := heights(); c != chart-60 || tb != table+60 {
		t.Errorf("dragged up by 60 the chart is %v high and the table %v, before %v and %v", c, tb, chart, table)
	}
	d.p.Window.Canvas().Focus(grip)
	d.press(fyne.KeyDown)
	if c, _ := heights(); c != chart-30 {
		t.Errorf("by Down the chart is %v high, want %v", c, chart-30)
	}
	for _, far := range []float32{-5000, 5000} {
		drag(far)
		c, tb := heights()
		if least := d.plan().chart.View.MinSize().Height; c < least {
			t.Errorf("dragged by %v the chart is %v high, less than its %v", far, c, least)
		}
		if least := d.plan().table.MinSize().Height; tb < least {
			t.Errorf("dragged by %v the table is %v high, less than its %v", far, tb, least)
		}
		d.fits()
	}
	drag(-100)
	share := d.plan().panes.share
	d.p.onClose()
	d.dialog("")
	again := sit(t, app, scenario.Workspace{Scenarios: []scenario.Scenario{workedCase()}}, "")
	if got := again.plan().panes.share; got < share-0.001 || got > share+0.001 {
		t.Errorf("in the next run the chart has %v of the height, in the last it had %v", got, share)
	}
	if n := grip.Inspect(); n.Kind != "grip" || grip.InspectName() != "pane.table" || look.GripHeight < 10 {
		t.Errorf("it is a %s called %s", n.Kind, grip.InspectName())
	}
}
