package desk_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/plot"
	"headroom/scenario/unit"
	"headroom/ui/chartview"
	"headroom/ui/desk"
	"headroom/ui/desktest"
)

// TestWhatIsDoneOnAChartGoesToWhomItConcerns has two handlers on a chart: the first
// takes the key a and grabs at the left, the second takes the rest.
func TestWhatIsDoneOnAChartGoesToWhomItConcerns(t *testing.T) {
	var log []string
	say := func(what string) { log = append(log, what) }
	handler := func(name string, key fyne.KeyName, left, right float32) desk.Handler {
		return desk.Handler{
			Hover: func(fyne.Position) { say(name + " hover") },
			Leave: func() { say(name + " leave") },
			Key: func(k fyne.KeyName, _ fyne.KeyModifier) bool {
				if k == key {
					say(name + " key")
				}
				return k == key
			},
			Menu:   func(fyne.Position) { say(name + " menu") },
			Grip:   func(at fyne.Position) (desk.Grip, bool) { return desk.Grip{Note: name}, at.X >= left && at.X < right },
			Offers: func(fyne.Position) []*fyne.MenuItem { return []*fyne.MenuItem{fyne.NewMenuItem(name, nil)} },
			Cursor: func(at fyne.Position) (desktop.Cursor, bool) {
				if name == "one" {
					return desktop.HResizeCursor, at.X >= left && at.X < right
				}
				return desktop.VResizeCursor, at.X >= left && at.X < right
			},
			Press:  func(at fyne.Position) bool { return at.X >= left && at.X < right },
			Drag:   func(fyne.Position, fyne.KeyModifier) { say(name + " drag") },
			Drop:   func(fyne.Position) { say(name + " drop") },
			Cancel: func() { say(name + " cancel") },
		}
	}
	var chart *desk.Chart
	passed := ""
	d := with(t, func(d *desk.Desk) fyne.CanvasObject {
		chart = desk.NewPicture(d, "chart", fyne.NewSize(400, 300), func() (plot.Picture, bool) { return plot.Picture{}, false })
		chart.Handle(handler("one", fyne.KeyA, 0, 100))
		chart.Handle(handler("two", fyne.KeyB, 100, 200))
		return chart.View
	}, desktest.FlatCase())
	d.Desk.Window.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { passed += string(k.Name) })
	v := chart.View
	press := func(x float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 9)}, Button: desktop.MouseButtonPrimary}
	}
	drag := func(x float32) { v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 9)}}) }
	for _, tc := range []struct {
		says   string
		do     func()
		want   []string
		passed string
	}{
		{"hovering is for all", func() { v.MouseMoved(&desktop.MouseEvent{}) }, []string{"one hover", "two hover"}, ""},
		{"leaving is for all", v.MouseOut, []string{"one leave", "two leave"}, ""},
		{"a key of the first", func() { v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA}) }, []string{"one key"}, ""},
		{"a key of the second", func() { v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyB}) }, []string{"two key"}, ""},
		{"a key of none goes to the window", func() { v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyC}) }, nil, "C"},
		{"a drag of the first", func() { v.MouseDown(press(50)); drag(150); v.DragEnd() }, []string{"one drag", "one drop"}, ""},
		{"a drag of the second", func() { v.MouseDown(press(150)); drag(50); v.DragEnd() }, []string{"two drag", "two drop"}, ""},
		{"one given up", func() { v.MouseDown(press(150)); v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, []string{"two cancel"}, ""},
		{"where nothing is grabbed", func() { v.MouseDown(press(300)); drag(50); v.DragEnd() }, nil, ""},
	} {
		log, passed = nil, ""
		if tc.do(); !slices.Equal(log, tc.want) || passed != tc.passed {
			t.Errorf("%s: %q and %q to the window, want %q and %q", tc.says, log, passed, tc.want, tc.passed)
		}
		v.MouseUp(press(0))
	}
	for x, want := range map[float32]desktop.Cursor{50: desktop.HResizeCursor, 150: desktop.VResizeCursor, 250: desktop.DefaultCursor} {
		if v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 9)}}); v.Cursor() != want {
			t.Errorf("at %v the pointer is %v, want %v", x, v.Cursor(), want)
		}
	}
	if items := chart.Offers(fyne.Position{}); len(items) != 2 || items[0].Label != "one" || items[1].Label != "two" {
		t.Errorf("the menu offers %v", items)
	}
}

// The crosshair marks the last month of its step, and keys move it by one.
func TestTheCrosshairGoesByItsStep(t *testing.T) {
	for _, step := range []unit.Month{0, 3, 12} {
		chart := &desk.Chart{}
		with(t, func(d *desk.Desk) fyne.CanvasObject {
			chart = desk.NewChart(d, "chart", fyne.NewSize(400, 300), func() (plot.Picture, bool) {
				s, _ := d.Selected()
				p, err := scenario.Project(s)
				return plot.Picture{Chart: plot.Cumulative{Subject: plot.Subject{Scenario: s, Projection: p}}}, err == nil
			})
			chart.Step = step
			chart.Tell = func(unit.Month) (chartview.Tip, fyne.Position, bool) { return chartview.Tip{}, fyne.Position{}, true }
			return chart.View
		}, desktest.FlatCase()).Desk.Window.Canvas().Capture()
		for k := range 4 {
			chart.View.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			if want := chart.Frame.From + max(step, 1)*unit.Month(k+1) - 1; chart.Month != want {
				t.Errorf("of steps of %d months the crosshair is at %s, want %s", step, chart.Month, want)
			}
		}
		chart.Explain(chart.Frame.From+1, desk.Grip{})
		if want := chart.Frame.From + max(step-1, 1); chart.Month != want {
			t.Errorf("of steps of %d months February is at %s, want %s", step, chart.Month, want)
		}
	}
}
