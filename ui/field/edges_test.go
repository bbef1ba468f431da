package field_test

import (
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"headroom/ui/field"
	"headroom/ui/look"
)

// Every control is drawn with an edge of a color that the theme's test holds to a
// contrast of 3 to 1, whatever it lies on.
func TestControlsHaveAnEdgeThatIsSeen(t *testing.T) {
	a := test.NewTempApp(t)
	for _, mode := range []look.Mode{look.ModeLight, look.ModeDark} {
		a.Settings().SetTheme(look.NewTheme(mode))
		toggles := look.NewSegmented([]look.Option[int]{{Text: "Years"}, {Value: 1, Text: "Months"}}, func(int) {})
		for _, tc := range []struct {
			says    string
			control fyne.Widget
		}{
			{"a field for a name", field.NewText("name", "")},
			{"a field for a month", field.NewMonth("from", "")},
			{"a choice", field.NewChoice("terms", []string{"prior"}, func(int) {})},
			{"a box to tick", field.NewCheck("keep", "Keep", func(bool) {})},
			{"a slider's track", field.NewSlider("cap", field.Linear(0, 10, 1))},
			{"a button", look.NewButton("open", "Open", nil)},
			{"a segment that is not selected", toggles.Buttons()[1]},
			{"a card that can be pressed", look.NewCardButton("card", canvas.NewText("card", nil), 8, nil)},
		} {
			border, width := edge(t, tc.control)
			seen := []color.Color{look.Color(look.ColorEdge), look.Color(look.ColorMuted)}
			if width < 1 || !slices.Contains(seen, border) {
				t.Errorf("%s: the edge of %s is %v, %v wide", mode, tc.says, border, width)
			}
		}
	}
}

// edge returns the border of the first box a widget is drawn with.
func edge(t *testing.T, w fyne.Widget) (border color.Color, width float32) {
	t.Helper()
	w.Resize(fyne.NewSize(120, 30))
	for _, object := range test.WidgetRenderer(w).Objects() {
		if shader, ok := object.(*canvas.Shader); ok {
			channel := func(name string) uint8 { return uint8(shader.Uniforms["border"+name]*255 + 0.5) }
			return color.NRGBA{channel("Red"), channel("Green"), channel("Blue"), channel("Alpha")}, shader.Uniforms["border"]
		}
	}
	t.Fatalf("%T is drawn without a box", w)
	return nil, 0
}
