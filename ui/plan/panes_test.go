package plan_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desktest"
	"headroom/ui/panes"
	"headroom/ui/sheet"
	"headroom/ui/windowtest"
)

func TestTheTableCanBeGivenRoom(t *testing.T) {
	app := test.NewTempApp(t)
	d := at(windowtest.In(t, app, scenario.Workspace{Scenarios: []scenario.Scenario{desktest.WorkedCase()}}))
	d.P.Window.Resize(fyne.NewSize(1440, 900))
	d.Tap("table.month")
	d.Relayout()
	grip := d.v.PaneGrip()
	heights := func() (chart, table float32) {
		d.Relayout()
		return d.v.Chart().View.Size().Height, d.v.Table().Size().Height
	}
	drag := func(by float32) {
		for _, step := range []float32{by / 2, by / 2} {
			at := d.P.App.Driver().AbsolutePositionForObject(grip).Y
			grip.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(0, at+step)}, Dragged: fyne.NewDelta(0, step)})
			d.Relayout()
		}
		grip.DragEnd()
	}
	chart, table := heights()
	drag(-60)
	if c, tb := heights(); c != chart-60 || tb != table+60 {
		t.Errorf("dragged up by 60 the chart is %v high and the table %v, before %v and %v", c, tb, chart, table)
	}
	d.P.Window.Canvas().Focus(grip)
	d.Press(fyne.KeyDown)
	if c, _ := heights(); c != chart-30 {
		t.Errorf("by Down the chart is %v high, want %v", c, chart-30)
	}
	for _, far := range []float32{-5000, 5000} {
		drag(far)
		c, tb := heights()
		if c < 150 {
			t.Errorf("dragged by %v the chart is %v high", far, c)
		}
		if tb < 3*sheet.RowHeight { // its head, a row and the totals
			t.Errorf("dragged by %v the table is %v high", far, tb)
		}
		d.Fits()
	}
	drag(-100)
	share := d.v.PaneShare()
	d.Command("Quit")
	d.Dialog("")
	again := at(windowtest.In(t, app, scenario.Workspace{Scenarios: []scenario.Scenario{desktest.WorkedCase()}}))
	if got := again.v.PaneShare(); got < share-0.001 || got > share+0.001 {
		t.Errorf("in the next run the chart has %v of the height, in the last it had %v", got, share)
	}
	if n := grip.Inspect(); n.Kind != "grip" || grip.InspectName() != "pane.table" || panes.GripHeight < 10 {
		t.Errorf("it is a %s called %s", n.Kind, grip.InspectName())
	}
}

// The border can be moved in any window, whatever else is shown above it.
func TestTheBorderHasRoomWhereWindowsAreSmall(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1440, Height: 870}, {Width: 1280, Height: 800}, {Width: 1024, Height: 640}} {
		d := at(windowtest.Default(t)) // with the hint of a first start
		d.P.Window.Resize(size)
		d.Relayout()
		chart, table := d.v.Chart().View.Size().Height, d.v.Table().Size().Height
		if chart < 240 || table < 180 {
			t.Errorf("in %v, before it is moved, the chart is %v high and the table %v", size, chart, table)
		}
		for key, by := range map[fyne.KeyName]float32{fyne.KeyUp: -30, fyne.KeyDown: 30} {
			d.P.Window.Canvas().Focus(d.v.PaneGrip())
			before := d.v.Chart().View.Size().Height
			for range 2 {
				d.Press(key)
				d.Relayout()
			}
			if got := d.v.Chart().View.Size().Height; got < before+2*by-0.1 || got > before+2*by+0.1 {
				t.Errorf("in %v, by %s twice, the chart is %v high, before %v", size, key, got, before)
			}
			d.Fits()
		}
	}
}
