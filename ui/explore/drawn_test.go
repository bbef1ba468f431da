package explore_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"headroom/scenario/edit"
	"headroom/ui/inspect"
)

// pointedAt returns which input a chart tells of at a height, empty for none.
func (d *seat) pointedAt(chart string, y float32) string {
	d.Helper()
	view := d.Picture(chart)
	view.ClearOverlay()
	view.MouseMoved(pointer(fyne.NewPos(view.Size().Width/2, y)))
	told := ""
	d.Objects(func(o fyne.CanvasObject, _ []fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			if name, _, found := strings.Cut(text.Text, ", now "); found {
				told = name
			}
		}
	})
	return told
}

// Between a change and the next frame the picture of before is on the screen: what it
// shows at a place is told and offered of the scenario as it is now, and nothing is where
// there is no such input any more.
func TestThePictureOfBeforeAChangeIsNoTrap(t *testing.T) {
	for _, chart := range []string{"tornado.chart", "safe.chart"} {
		t.Run(chart, func(t *testing.T) {
			d := sit(t)
			id := d.Selected().ID
			d.P.DoOnce(edit.SetLastYear(id, 2036))
			d.Relayout()
			d.Draw()
			view := d.Picture(chart)
			before, now := map[float32]string{}, map[float32]string{}
			for y := float32(2); y < view.Size().Height; y += 9 {
				before[y] = d.pointedAt(chart, y)
			}
			d.P.DoOnce(edit.SetLastYear(id, 2029))
			gone := 0
			for y := range before {
				now[y] = d.pointedAt(chart, y)
				if now[y] != before[y] && now[y] != "" {
					t.Errorf("at %v there is %q, and %q is told of", y, before[y], now[y])
				}
				if now[y] != before[y] {
					gone++
				}
				view.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(view.Size().Width/2, y)})
				if chart == "tornado.chart" {
					view.MouseDown(primary(fyne.NewPos(view.Size().Width-1, y)))
					view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
				}
			}
			d.v.Snapshot(inspect.NewSnapshot(d.App.Driver(), 1))
			if gone == 0 {
				t.Error("with seven years fewer no input is gone")
			}
		})
	}
}

// A press takes the focus from a field of a range, which commits: the cell that was pressed
// is made, whatever map is drawn before it is let go.
func TestTheCellThatWasPressedIsMade(t *testing.T) {
	d := sit(t)
	d.Tap("map.fine")
	d.Draw()
	view := d.Picture("map.chart")
	at := fyne.NewPos(view.Size().Width*0.7, view.Size().Height*0.3)
	view.MouseMoved(pointer(at))
	if view.MouseDown(primary(at)); !view.Grabbed() {
		t.Fatal("no cell is pressed")
	}
	d.Tap("map.coarse")
	view.MouseUp(primary(at)) // not drawn again yet
	d.Draw()
	d.Tap("map.fine")
	d.Draw()
	d.click("map.chart", at)
	names := d.names()
	if len(names) != 3 || names[1] == "" || strings.TrimSuffix(names[2], " (2)") != names[1] {
		t.Errorf("pressed on the same map it makes %q", names)
	}
}

// What is said of a place is said again once another picture is there: under the pointer
// that rests, and where the keys are.
func TestWhatIsToldFollowsThePicture(t *testing.T) {
	for says, point := range map[string]func(d *seat){
		"the pointer": func(d *seat) {
			view := d.Picture("solve.strip")
			view.MouseMoved(pointer(fyne.NewPos(view.Size().Width*0.6, view.Size().Height/2)))
		},
		"the keys": func(d *seat) { d.Focus("chart", "solve.strip"); d.Press(fyne.KeyRight, fyne.KeyRight) },
	} {
		d := sit(t)
		point(d)
		if !d.Says("Growth, all years ") {
			t.Fatalf("%s: nothing is told of a growth", says)
		}
		d.Choose("solve.find", "share rate")
		d.Draw()
		if !d.Says("Share rate ") {
			t.Errorf("%s: what is told is not of the picture that is there", says)
		}
	}
}
