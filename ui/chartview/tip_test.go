package chartview

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	tooltip "github.com/dweymouth/fyne-tooltip"

	"headroom/ui/look"
)

// A painted is something that can be seen, and where.
type painted struct {
	object   fyne.CanvasObject
	from, to fyne.Position
}

// seen lists what is painted by an object, from the bottom up.
func seen(object fyne.CanvasObject, at fyne.Position) (all []painted) {
	if !object.Visible() {
		return nil
	}
	at = at.Add(object.Position())
	var parts []fyne.CanvasObject
	switch o := object.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	default:
		return []painted{{object, at, at.Add(object.Size())}}
	}
	for _, part := range parts {
		all = append(all, seen(part, at)...)
	}
	return all
}

// tipOf says how what holds a text looks: its surfaces, with their distance from
// the text on each side, and the text.
func tipOf(t *testing.T, root fyne.CanvasObject, text string) (looks []string) {
	t.Helper()
	var inner painted
	all := seen(root, fyne.Position{})
	for _, p := range all {
		if line, ok := p.object.(*canvas.Text); ok && line.Text == text {
			inner = p
			inner.to = inner.from.Add(line.MinSize())
			looks = append(looks, fmt.Sprintf("text of %v, %v", line.TextSize, channels(line.Color)))
		}
	}
	if inner.object == nil {
		t.Fatalf("%q is not shown", text)
	}
	near := func(a, b float32) bool { return math.Abs(float64(a-b)) < 30 }
	for _, p := range all {
		if !near(p.from.X, inner.from.X) || !near(p.from.Y, inner.from.Y) || !near(p.to.X, inner.to.X) || !near(p.to.Y, inner.to.Y) {
			continue
		}
		around := fmt.Sprintf(" %.0f %.0f %.0f %.0f around it",
			inner.from.X-p.from.X, inner.from.Y-p.from.Y, p.to.X-inner.to.X, p.to.Y-inner.to.Y)
		switch o := p.object.(type) {
		case *canvas.Rectangle:
			if channels(o.FillColor).A > 0 || channels(o.StrokeColor).A > 0 {
				looks = append(looks, fmt.Sprint("rectangle", channels(o.FillColor), channels(o.StrokeColor), around))
			}
		case *canvas.LinearGradient:
			if channels(o.StartColor).A > 0 || channels(o.EndColor).A > 0 {
				looks = append(looks, "shadow")
			}
		case *canvas.Shader:
			u := o.Uniforms
			looks = append(looks, fmt.Sprintf("box with corners of %v, border of %v, %.3f %.3f %.3f on %.3f %.3f %.3f",
				u["radius"], u["border"], u["borderRed"], u["borderGreen"], u["borderBlue"], u["fillRed"], u["fillGreen"], u["fillBlue"])+around)
		}
	}
	return looks
}

func channels(c color.Color) color.NRGBA {
	if c == nil {
		return color.NRGBA{}
	}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

func TestAllTooltipsLookTheSame(t *testing.T) {
	const says = "What is due in the year"
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		a := test.NewTempApp(t)
		a.Settings().SetTheme(look.NewTheme(mode))
		window := func(content fyne.CanvasObject) fyne.Window {
			w := a.NewWindow("")
			w.SetPadded(false)
			w.SetContent(content)
			w.Resize(fyne.NewSize(400, 300))
			return w
		}
		v := New("chart", fyne.NewSize(100, 80), Events{})
		charted := window(v)
		v.SetTip(fyne.NewPos(300, 150), Tip{Title: says})
		want := tipOf(t, charted.Content(), says)

		button := look.NewButton("undo", "Undo", nil)
		button.SetTooltip(says)
		w := window(button)
		w.SetContent(look.WithTooltips(w.Content(), w.Canvas()))
		synctest.Test(t, func(t *testing.T) {
			button.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(120, 80)}})
			time.Sleep(time.Minute) // of the test's own time, longer than any tooltip waits
			synctest.Wait()
		})
		if got := tipOf(t, w.Content(), says); !slices.Equal(got, want) {
			t.Errorf("%s: the tooltip of a button is\n%q, want as on a chart\n%q", mode, got, want)
		}
		tooltip.DestroyWindowToolTipLayer(w.Canvas())
	}
}
