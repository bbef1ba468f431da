package chartview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestDrag(t *testing.T) {
	press := func(x float32, button desktop.MouseButton) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}, Button: button}
	}
	move := func(v *View, x float32) {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}, Dragged: fyne.NewDelta(1, 0)})
	}
	tests := []struct {
		says string
		do   func(v *View)
		want string
	}{
		{"grabbed, dragged, dropped", func(v *View) {
			v.MouseDown(press(10, desktop.MouseButtonPrimary))
			move(v, 20)
			move(v, 30)
			v.MouseUp(press(30, desktop.MouseButtonPrimary))
			v.DragEnd()
		}, "press drag drag drop"},
		{"nothing to grab", func(v *View) {
			v.MouseDown(press(200, desktop.MouseButtonPrimary))
			move(v, 210)
			v.MouseUp(press(210, desktop.MouseButtonPrimary))
			v.DragEnd()
		}, "press"},
		{"Escape ends a drag, and what follows until the release is nothing", func(v *View) {
			v.MouseDown(press(10, desktop.MouseButtonPrimary))
			move(v, 20)
			v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			move(v, 30)
			v.MouseUp(press(30, desktop.MouseButtonPrimary))
			v.DragEnd()
		}, "press drag cancel"},
		{"Escape without a drag is a key", func(v *View) { v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, "key:Escape"},
		{"the other button grabs nothing and asks for a menu", func(v *View) {
			v.MouseDown(press(10, desktop.MouseButtonSecondary))
			v.MouseUp(press(10, desktop.MouseButtonSecondary))
			test.TapSecondaryAt(v, fyne.NewPos(10, 10))
		}, "menu"},
		{"the menu key asks for it too", func(v *View) { v.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu}) }, "menu"},
		{"arrow keys are reported", func(v *View) { v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) }, "key:Right"},
		{"a drag without a press starts where it began", func(v *View) { move(v, 11); v.DragEnd() }, "press drag drop"},
		{"no hover while dragging", func(v *View) {
			v.MouseDown(press(10, desktop.MouseButtonPrimary))
			v.MouseMoved(press(20, 0))
			v.MouseUp(press(20, desktop.MouseButtonPrimary))
			v.MouseMoved(press(30, 0))
			v.MouseOut()
		}, "press drop hover leave"},
		{"no hover while something else is dragged across", func(v *View) {
			v.MouseIn(press(20, desktop.MouseButtonPrimary))
			v.MouseMoved(press(30, desktop.MouseButtonPrimary))
			if _, inside := v.Pointer(); inside {
				v.on.Hover(fyne.Position{}) // a new picture would be explained there
			}
			v.MouseOut()
		}, "leave"},
		{"but once it is let go", func(v *View) {
			v.MouseIn(press(20, desktop.MouseButtonPrimary))
			v.MouseMoved(press(30, 0))
		}, "hover"},
	}
	for _, tc := range tests {
		t.Run(tc.says, func(t *testing.T) {
			s := newStage(t)
			v := s.view
			v.modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
			v.on.Press = func(at fyne.Position) bool { s.say("press"); return at.X < 100 }
			v.on.Drag = func(_ fyne.Position, m fyne.KeyModifier) {
				s.say("drag")
				if m != fyne.KeyModifierShift {
					t.Errorf("dragged with modifiers %v", m)
				}
			}
			v.on.Drop = func(fyne.Position) { s.say("drop") }
			v.on.Cancel = func() { s.say("cancel") }
			v.on.Hover = func(fyne.Position) { s.say("hover") }
			v.on.Leave = func() { s.say("leave") }
			v.on.Menu = func(fyne.Position) { s.say("menu") }
			v.on.Key = func(k fyne.KeyName, _ fyne.KeyModifier) bool {
				s.say("key:" + string(k))
				return true
			}
			tc.do(v)
			if got := s.said(); got != tc.want {
				t.Errorf("%q, want %q", got, tc.want)
			}
			if v.Grabbed() {
				t.Error("something is still held")
			}
		})
	}
}

func TestViewWithoutCallbacksIsQuiet(t *testing.T) {
	s := newStage(t)
	v := s.view
	v.on.Draw = nil
	s.paint()
	test.Drag(s.win.Canvas(), fyne.NewPos(10, 10), 5, 5)
	test.MoveMouse(s.win.Canvas(), fyne.NewPos(20, 20))
	v.MouseOut()
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	v.TypedRune('x')
	test.TapSecondary(v)
	if v.Cursor() != desktop.DefaultCursor {
		t.Error("another cursor")
	}
}

func TestFocusRingIsForTheKeyboard(t *testing.T) {
	s := newStage(t)
	s.win.Canvas().Focus(s.view)
	if !s.view.overlay.ring.Visible() {
		t.Error("reached by key, the view shows no focus")
	}
	s.win.Canvas().Unfocus()
	s.view.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if s.win.Canvas().Focused() != s.view || s.view.overlay.ring.Visible() {
		t.Error("a click does not give the focus, or shows a ring")
	}
	if !s.view.Inspect().Focused {
		t.Error("the inspection file does not tell the focus")
	}
	if _, keeps := any(s.view).(fyne.Shortcutable); keeps {
		t.Error("the view keeps shortcuts from the window")
	}
}
