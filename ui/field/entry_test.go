package field_test

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"headroom/ui/field"
	"headroom/ui/look"
)

// narrow shows a number field 80 wide.
func narrow(t *testing.T) (*field.Number, fyne.Window) {
	n := field.NewNumber("n", amounts())
	w := window(t, container.NewVBox(container.New(look.NewColumns(0, 80), n)))
	n.Display(12.345)
	return n, w
}

func click(n *field.Number, at float32) {
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(at, 14)}, Button: desktop.MouseButtonPrimary}
	n.MouseDown(e)
	n.MouseUp(e)
}

func TestFirstClickSelectsAllSecondPlacesTheCursor(t *testing.T) {
	n, w := narrow(t)
	click(n, 60)
	if w.Canvas().Focused() != n || n.SelectedText() != "12.345" {
		t.Fatalf("focused %v, selected %q", w.Canvas().Focused() == n, n.SelectedText())
	}
	n.TypedRune('7')
	if n.Text != "7" {
		t.Errorf("typing gives %q, want it to replace all", n.Text)
	}
	enter(n, "12345")
	// The text stands at the right: a click just left of its last character
	// places the cursor there.
	last := fyne.MeasureText("5", look.SizeText, fyne.TextStyle{}).Width
	click(n, 80-3-theme.InnerPadding()-last+1)
	n.TypedRune('x')
	if n.Text != "1234x5" {
		t.Errorf("typing after a second click gives %q", n.Text)
	}
}

// shownIn reports whether the field's text is drawn by Fyne's scroll, which would
// keep the wheel.
func shownIn(n *field.Number) (scroll bool, text fyne.CanvasObject) {
	for _, object := range test.WidgetRenderer(n).Objects() {
		switch part := object.(type) {
		case *container.Scroll:
			return true, part.Content
		case fyne.Widget:
			text = part
		}
	}
	return false, text
}

func TestShortTextLeavesTheWheelToTheForm(t *testing.T) {
	n, w := narrow(t)
	scroll, text := shownIn(n)
	if scroll {
		t.Error("a text with room is in a scroll")
	}
	if got, want := text.Position().X, 80-3-2*theme.InnerPadding()-fyne.MeasureText("12.3", look.SizeText, fyne.TextStyle{}).Width; got != want {
		t.Errorf("the text begins at %v, want %v: it stands at the right", got, want)
	}
	w.Canvas().Focus(n)
	enter(n, "1234567890123")
	if scroll, _ = shownIn(n); !scroll {
		t.Error("a text without room is not in a scroll")
	}
	press(n, fyne.KeyEscape)
	if scroll, text = shownIn(n); scroll || text.Position().X <= 3 {
		t.Error("a text with room again is still in a scroll, or at the left")
	}
}

func TestBadEntryIsMarked(t *testing.T) {
	n, w := narrow(t)
	marked := func() bool {
		box := test.WidgetRenderer(n).Objects()[0].(*canvas.Shader)
		as := look.NewBox(look.Radius)
		as.Paint(look.Color(theme.ColorNameInputBackground), look.Color(theme.ColorNameError), 1.5)
		for name, value := range as.Object().(*canvas.Shader).Uniforms {
			if strings.HasPrefix(name, "border") && box.Uniforms[name] != value {
				return false
			}
		}
		return true
	}
	w.Canvas().Focus(n)
	enter(n, "x")
	w.Canvas().Unfocus()
	if !marked() {
		t.Error("a bad entry has no border of the error's color")
	}
	n.Display(3)
	if marked() {
		t.Error("a good value has a border of the error's color")
	}
}

func TestTypingIntoAFieldEmptiedWhileItHasTheFocus(t *testing.T) {
	n := field.NewNumber("terms.share.cap", func() field.Format {
		f := amounts()
		f.None = "no cap"
		return f
	}())
	n.Display(38)
	window(t, n).Canvas().Focus(n) // all is selected
	n.Display(math.NaN())          // such as by an undo
	for _, r := range "41" {
		n.TypedRune(r)
	}
	press(n, fyne.KeyReturn)
	if n.Value() != 41 {
		t.Errorf("41 typed gives %v", n.Value())
	}
}

func TestTheBeginningOfALongValueIsSeen(t *testing.T) {
	n, w := narrow(t)
	n.Display(82.258064516129)
	w.Canvas().Focus(n)
	if n.CursorColumn != 0 || n.SelectedText() != n.Text {
		t.Errorf("the cursor stands at %d and %q of %q is selected, want all of it from the end to the beginning", n.CursorColumn, n.SelectedText(), n.Text)
	}
}
