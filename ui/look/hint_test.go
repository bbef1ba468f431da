package look_test

import (
	"image/color"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	tooltip "github.com/dweymouth/fyne-tooltip"

	"headroom/ui/look"
)

func TestATooltipComesToWhatThePointerRestsOn(t *testing.T) {
	const none, primary = desktop.MouseButton(0), desktop.MouseButtonPrimary
	pointer := func(button desktop.MouseButton) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, 10)}, Button: button}
	}
	var pane *container.Scroll
	wheel := func() { pane.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -30)}) }
	for _, tc := range []struct {
		says string
		do   func(b *look.Button)
		want bool
	}{
		{"the pointer comes and rests", func(b *look.Button) { b.MouseIn(pointer(none)) }, true},
		{"it comes and goes", func(b *look.Button) { b.MouseIn(pointer(none)); b.MouseOut() }, false},
		{"something is dragged across and rests there", func(b *look.Button) {
			b.MouseIn(pointer(primary))
			b.MouseMoved(pointer(primary))
		}, false},
		{"it is let go there, and the pointer has not moved since", func(b *look.Button) { b.MouseIn(pointer(primary)) }, false},
		{"it is let go there, and the pointer stays", func(b *look.Button) {
			b.MouseIn(pointer(primary))
			b.MouseMoved(pointer(none))
			b.MouseMoved(pointer(none))
		}, true},
		{"what the pointer rests on is scrolled away", func(b *look.Button) {
			b.MouseIn(pointer(none))
			wheel()
		}, false},
		{"it moves on the same thing after that", func(b *look.Button) {
			b.MouseIn(pointer(none))
			wheel()
			b.MouseMoved(pointer(none))
		}, true},
		{"a tooltip is shown when it is scrolled away", func(b *look.Button) {
			b.MouseIn(pointer(none))
			time.Sleep(time.Minute)
			synctest.Wait()
			wheel()
		}, false},
		{"another view is shown in its place", func(b *look.Button) {
			b.MouseIn(pointer(none))
			time.Sleep(time.Minute)
			synctest.Wait()
			look.LeaveTooltip()
		}, false},
		{"it is dragged away again", func(b *look.Button) {
			b.MouseIn(pointer(primary))
			b.MouseOut()
			b.MouseMoved(pointer(none))
		}, false},
	} {
		t.Run(tc.says, func(t *testing.T) {
			button := look.NewButton("undo", "Undo", nil)
			button.SetTooltip("Undo set cap to $30.0B")
			pane = look.NewVScroll(container.NewVBox(button, canvas.NewRectangle(color.Black)))
			pane.Content.(*fyne.Container).Objects[1].(*canvas.Rectangle).SetMinSize(fyne.NewSize(1, 400))
			w := window(t, pane, fyne.NewSize(200, 100))
			content := look.WithTooltips(pane, w.Canvas())
			w.SetContent(content)
			t.Cleanup(func() { tooltip.DestroyWindowToolTipLayer(w.Canvas()) })
			synctest.Test(t, func(t *testing.T) {
				tc.do(button)
				time.Sleep(time.Minute) // of the bubble's own time, longer than any tooltip waits
				synctest.Wait()
				if got := says(content, button.Tooltip()); got != tc.want {
					t.Errorf("a tooltip is shown: %v, want %v", got, tc.want)
				}
			})
		})
	}
}

func TestATooltipIsMadeWhenItIsAskedFor(t *testing.T) {
	button := look.NewButton("undo", "Undo", nil)
	content := container.NewVBox(button)
	w := window(t, content, fyne.NewSize(200, 100))
	over := look.WithTooltips(content, w.Canvas())
	w.SetContent(over)
	t.Cleanup(func() { tooltip.DestroyWindowToolTipLayer(w.Canvas()) })
	made, text := 0, "set cap to $30.0B"
	button.SetTooltipOf(func() string {
		made++
		return text
	})
	button.Refresh()
	if text = "set cap to $40.0B"; made != 0 {
		t.Errorf("before anything points at it, it is made %d times", made)
	}
	synctest.Test(t, func(t *testing.T) {
		button.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, 10)}})
		time.Sleep(time.Minute) // of the bubble's own time
		synctest.Wait()
		if made != 1 || !says(over, text) {
			t.Errorf("made %d times, it is shown with the newest text: %v", made, says(over, text))
		}
	})
	button.SetTooltip("Undo")
	if got := button.Tooltip(); got != "Undo" {
		t.Errorf("set to another, it is %q", got)
	}
}

// says reports whether a text can be seen in what an object shows.
func says(object fyne.CanvasObject, text string) bool {
	if !object.Visible() {
		return false
	}
	var parts []fyne.CanvasObject
	switch o := object.(type) {
	case *canvas.Text:
		return o.Text == text
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	return slices.ContainsFunc(parts, func(part fyne.CanvasObject) bool { return says(part, text) })
}
