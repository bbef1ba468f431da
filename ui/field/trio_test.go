package field_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/ui/field"
	"headroom/ui/look"
)

// trio is a slider of three knobs, at 20, 50 and 80 of 0 to 100, and what it tells.
func trio(t *testing.T) (*field.Trio, *[]string) {
	t.Helper()
	var told []string
	s := field.NewTrio("uncertainty.capRange", field.Linear(0, 100, 1))
	s.OnEdit = func(knob int, v float64) { told = append(told, fmt.Sprintf("%d to %v", knob, v)) }
	s.OnCommit = func() { told = append(told, "commit") }
	s.Text = func(v float64) string { return fmt.Sprint(v) }
	s.Display(field.Linear(0, 100, 1), 20, 50, 80)
	window(t, container.New(look.Fixed{Width: 200}, s))
	return s, &told
}

func pull(s *field.Trio, to float32) {
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 10)}})
}

func TestTrio(t *testing.T) {
	grab := func(s *field.Trio, from float32, to ...float32) {
		s.MouseDown(mouse(x(from)))
		for _, at := range to {
			pull(s, x(at))
		}
		s.MouseUp(mouse(x(from)))
		s.DragEnd()
	}
	scale := field.Linear(0, 100, 1)
	for _, c := range []struct {
		says string
		do   func(s *field.Trio)
		told string
		text string
	}{
		{"Display tells nothing", func(s *field.Trio) { s.Display(scale, 1, 2, 3) }, "", "1, 2, 3"},
		{"a knob follows the pointer and seals once", func(s *field.Trio) { grab(s, 20, 25, 30) }, "0 to 25 0 to 30 commit", "30, 50, 80"},
		{"the one in the middle too", func(s *field.Trio) { grab(s, 50, 60) }, "1 to 60 commit", "20, 60, 80"},
		{"a knob stops at the next one", func(s *field.Trio) { grab(s, 20, 90) }, "0 to 50 commit", "50, 50, 80"},
		{"and the other way", func(s *field.Trio) { grab(s, 80, 10) }, "2 to 50 commit", "20, 50, 50"},
		{"the middle one at both", func(s *field.Trio) { grab(s, 50, 95, 5) }, "1 to 80 1 to 20 commit", "20, 20, 80"},
		{"a click beside moves the nearest", func(s *field.Trio) { grab(s, 95) }, "2 to 95 commit", "20, 50, 95"},
		{"a click on a knob changes nothing", func(s *field.Trio) { grab(s, 50) }, "", "20, 50, 80"},
		{"of knobs on one another the low one goes down", func(s *field.Trio) {
			s.Display(scale, 50, 50, 50)
			grab(s, 50, 40)
		}, "0 to 40 commit", "40, 50, 50"},
		{"and the high one up", func(s *field.Trio) {
			s.Display(scale, 50, 50, 50)
			grab(s, 50, 60)
		}, "2 to 60 commit", "50, 50, 60"},
		{"once decided it stays", func(s *field.Trio) {
			s.Display(scale, 50, 50, 50)
			grab(s, 50, 60, 40)
		}, "2 to 60 2 to 50 commit", "50, 50, 50"},
		{"a click below knobs on one another moves the low one", func(s *field.Trio) {
			s.Display(scale, 50, 50, 50)
			grab(s, 30)
		}, "0 to 30 commit", "30, 50, 50"},
		{"values between ticks stay until moved", func(s *field.Trio) { s.Display(scale, 20.4, 50.5, 80.3) }, "", "20.4, 50.5, 80.3"},
		{"a knob stops at what lies between ticks", func(s *field.Trio) {
			s.Display(scale, 20.4, 50.5, 80.3)
			grab(s, 20, 70)
		}, "0 to 50.5 commit", "50.5, 50.5, 80.3"},
		{"beyond the scale a value stays", func(s *field.Trio) { s.Display(scale, -5, 50, 300) }, "", "-5, 50, 300"},
		{"keys move the one in the middle first", func(s *field.Trio) { press(s, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft) }, "1 to 51 1 to 50 1 to 49", "20, 49, 80"},
		{"Up chooses the next", func(s *field.Trio) {
			press(s, fyne.KeyUp, fyne.KeyUp)
			hold(s, fyne.KeyRight, func() { press(s, fyne.KeyRight) })
		}, "2 to 81 commit", "20, 50, 81"},
		{"Down the one before, Home goes to the end", func(s *field.Trio) { press(s, fyne.KeyDown, fyne.KeyHome) }, "0 to 0", "0, 50, 80"},
		{"End goes as far as the next", func(s *field.Trio) { press(s, fyne.KeyDown, fyne.KeyEnd) }, "0 to 50", "50, 50, 80"},
		{"leaving ends the edit", func(s *field.Trio) { press(s, fyne.KeyPageUp); s.FocusLost() }, "1 to 60 commit", "20, 60, 80"},
		{"choosing another knob ends it", func(s *field.Trio) { press(s, fyne.KeyRight, fyne.KeyDown, fyne.KeyRight) }, "1 to 51 commit 0 to 21", "21, 51, 80"},
	} {
		t.Run(c.says, func(t *testing.T) {
			s, told := trio(t)
			c.do(s)
			if got := strings.Join(*told, " "); got != c.told {
				t.Errorf("told %q, want %q", got, c.told)
			}
			if got := s.Inspect().Text; got != c.text {
				t.Errorf("shows %q, want %q", got, c.text)
			}
		})
	}
}

// While a knob is held its scale is to stay.
func TestTrioSaysThatItIsHeld(t *testing.T) {
	s, _ := trio(t)
	if s.Held() {
		t.Error("it is held before it is touched")
	}
	s.MouseDown(mouse(x(20)))
	pull(s, x(30))
	if !s.Held() {
		t.Error("it is not held while it is dragged")
	}
	s.MouseUp(mouse(x(30)))
	if low, high := s.Span(); s.Held() || low != 0 || high != 100 {
		t.Errorf("let go, it is held: %v, over %v to %v", s.Held(), low, high)
	}
}
