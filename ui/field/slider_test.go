package field_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/ui/field"
	"headroom/ui/look"
)

// rail is a slider of 0 to 100 whose ticks are 1.85 logical pixels apart: 200
// wide, with a knob of 7.5 at either end.
func rail(t *testing.T) (*field.Slider, *log, fyne.Canvas) {
	l := &log{}
	s := field.NewSlider("terms.share.cap", field.Linear(0, 100, 1))
	s.OnEdit = func(v float64) { _ = l.edit(v) }
	s.OnCommit = l.commit
	w := window(t, container.New(look.Fixed{Width: 200}, s))
	return s, l, w.Canvas()
}

// x returns where a value stands on the slider of rail.
func x(v float32) float32 { return 7.5 + 185*v/100 }

func mouse(at float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(at, 10)}, Button: desktop.MouseButtonPrimary}
}

func drag(s *field.Slider, to float32) {
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 10)}})
}

func TestSlider(t *testing.T) {
	tests := []struct {
		says  string
		do    func(s *field.Slider)
		told  string
		value float64
	}{
		{"Display tells nothing", func(s *field.Slider) { s.Display(50) }, "", 50},
		{"a value between two ticks stays", func(s *field.Slider) { s.Display(50.4) }, "", 50.4},
		{"a value beyond the range stays", func(s *field.Slider) { s.Display(250) }, "", 250},
		{"a click on the track jumps", func(s *field.Slider) { s.MouseDown(mouse(x(30))); s.MouseUp(mouse(x(30))) }, "30 commit", 30},
		{"a click on the knob changes nothing", func(s *field.Slider) { s.Display(50.4); s.MouseDown(mouse(x(50) + 5)); s.MouseUp(mouse(x(50) + 5)) }, "", 50.4},
		{"a click on a pinned knob changes nothing", func(s *field.Slider) { s.Display(250); s.MouseDown(mouse(x(100))); s.MouseUp(mouse(x(100))) }, "", 250},
		{"dragging a pinned knob starts at the end", func(s *field.Slider) {
			s.Display(250)
			s.MouseDown(mouse(x(100)))
			drag(s, x(99))
			s.MouseUp(mouse(x(99)))
			s.DragEnd()
		}, "99 commit", 99},
		{"a drag tells each value once and seals once", func(s *field.Slider) {
			s.MouseDown(mouse(x(30)))
			drag(s, x(31))
			drag(s, x(31)+0.1)
			drag(s, x(33))
			s.MouseUp(mouse(x(33)))
			s.DragEnd()
		}, "30 31 33 commit", 33},
		{"a drag keeps its hold of the knob", func(s *field.Slider) {
			s.Display(50)
			s.MouseDown(mouse(x(50) + 5))
			drag(s, x(52)+5)
			s.DragEnd()
		}, "52 commit", 52},
		{"a drag beyond the end stays at the end", func(s *field.Slider) { s.MouseDown(mouse(x(90))); drag(s, 900); s.DragEnd() }, "90 100 commit", 100},
		{"the other mouse button does nothing", func(s *field.Slider) {
			e := mouse(x(30))
			e.Button = desktop.MouseButtonSecondary
			s.MouseDown(e)
			s.MouseUp(e)
		}, "", 0},
		{"an arrow key moves a tick", func(s *field.Slider) {
			s.Display(50)
			hold(s, fyne.KeyRight, func() { press(s, fyne.KeyRight, fyne.KeyRight) })
			hold(s, fyne.KeyDown, func() { press(s, fyne.KeyDown) })
		}, "51 52 commit 51 commit", 51},
		{"Shift moves ten", func(s *field.Slider) {
			s.Display(50)
			hold(s, desktop.KeyShiftLeft, func() { press(s, fyne.KeyUp) })
			press(s, fyne.KeyLeft)
		}, "60 59", 59},
		{"pages and ends", func(s *field.Slider) { press(s, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyHome) }, "10 100 90 0", 0},
		{"a key at the end tells nothing", func(s *field.Slider) { press(s, fyne.KeyLeft) }, "", 0},
		{"a disabled slider does nothing", func(s *field.Slider) {
			s.Disable()
			s.MouseDown(mouse(x(30)))
			drag(s, x(40))
			s.DragEnd()
			press(s, fyne.KeyRight)
		}, "", 0},
		{"Display during a drag does not echo", func(s *field.Slider) {
			s.MouseDown(mouse(x(30)))
			s.Display(30)
			drag(s, x(40))
			s.Display(40)
			s.DragEnd()
		}, "30 40 commit", 40},
	}
	for _, tc := range tests {
		t.Run(tc.says, func(t *testing.T) {
			s, l, _ := rail(t)
			tc.do(s)
			if told := l.take(); told != tc.told || s.Value() != tc.value {
				t.Errorf("told %q, value %v; want %q, %v", told, s.Value(), tc.told, tc.value)
			}
		})
	}
}

func TestSliderOnTheCanvas(t *testing.T) {
	s, l, c := rail(t)
	test.Drag(c, fyne.NewPos(x(40), 10), 20, 0)
	if told := l.take(); told != "40 commit" {
		t.Errorf("a drag told %q", told)
	}
	c.Focus(s)
	press(s, fyne.KeyRight)
	c.Unfocus()
	if told := l.take(); told != "41 commit" {
		t.Errorf("leaving after a key told %q", told)
	}
	s.Text = func(v float64) string { return "$41.0B" }
	if n := s.Inspect(); n.Kind != "slider" || n.Text != "$41.0B" || !n.Enabled || n.Focused {
		t.Errorf("inspected as %s %q %v %v", n.Kind, n.Text, n.Enabled, n.Focused)
	}
}

func TestScales(t *testing.T) {
	half := field.Linear(-0.5, 2, 0.005)
	for tick := 0; tick <= half.Ticks; tick++ {
		if got := half.Tick(half.Value(tick)); got != tick {
			t.Fatalf("tick %d of the linear scale comes back as %d", tick, got)
		}
	}
	if half.Ticks != 500 || half.Value(0) != -0.5 || half.Value(500) != 2 || half.Value(161) != 0.305 {
		t.Errorf("%d ticks, %v to %v, 161 is %v", half.Ticks, half.Value(0), half.Value(500), half.Value(161))
	}
	if half.Tick(-0.6) >= 0 || half.Tick(2.1) <= 500 {
		t.Error("values outside have a tick inside")
	}
}
