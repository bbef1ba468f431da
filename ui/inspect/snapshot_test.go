package inspect_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/ui/inspect"
)

// A thing is a widget of 40 by 20 that tells of itself what it is given.
type thing struct {
	widget.BaseWidget
	name string
	node inspect.Node
}

func newThing(name string, n inspect.Node) *thing {
	t := &thing{name: name, node: n}
	t.ExtendBaseWidget(t)
	return t
}

func (t *thing) InspectName() string   { return t.name }
func (t *thing) Inspect() inspect.Node { return t.node }

func (t *thing) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// snapshot returns what is seen of things in a window, 100 logical pixels apart below
// one another, through clip.
func snapshot(t *testing.T, scale float32, clip fyne.CanvasObject, things ...*thing) []inspect.Seen {
	t.Helper()
	app := test.NewTempApp(t)
	all := container.NewWithoutLayout()
	for i, of := range things {
		of.Move(fyne.NewPos(10, float32(100*i)))
		of.Resize(fyne.NewSize(40, 20))
		all.Add(of)
	}
	if clip != nil {
		all.Add(clip)
	}
	w := app.NewWindow("")
	w.SetPadded(false)
	w.SetContent(all)
	w.Resize(fyne.NewSize(400, 400))
	c := inspect.NewSnapshot(app.Driver(), scale)
	c.Within(clip)
	for _, of := range things {
		c.Add(of)
	}
	return c.Seen()
}

func TestAWidgetIsListedAsItTellsOfItself(t *testing.T) {
	seen := snapshot(t, 2, nil, newThing("a.b", inspect.Node{
		Kind: "entry", Label: "Total cap", Text: "$38.0B", Fault: "too much", Enabled: true, Focused: true,
	}), newThing("c", inspect.Node{}))
	want := inspect.Seen{
		Name: "a.b", Kind: "entry", Label: "Total cap", X: 20, Y: 0, Width: 80, Height: 40,
		Text: "$38.0B", Enabled: true, Focused: true, Error: "too much",
	}
	if len(seen) != 2 || seen[0] != want {
		t.Errorf("it is listed as %+v, want %+v", seen, want)
	}
	if seen[1].Y != 200 {
		t.Errorf("the second lies at %d pixels, want 200", seen[1].Y)
	}
}

func TestOnlyWhatCanBeSeenIsListed(t *testing.T) {
	clip := canvas.NewRectangle(nil)
	clip.Move(fyne.NewPos(0, 50))
	clip.Resize(fyne.NewSize(400, 160)) // which shows the middle of the second and the third
	hidden := newThing("hidden", inspect.Node{})
	hidden.Hide()
	things := []*thing{newThing("above", inspect.Node{}), newThing("in", inspect.Node{}), newThing("at the edge", inspect.Node{}), newThing("below", inspect.Node{}), hidden}
	var names []string
	for _, s := range snapshot(t, 1, clip, things...) {
		names = append(names, s.Name)
	}
	if len(names) != 2 || names[0] != "in" || names[1] != "at the edge" {
		t.Errorf("listed are %q", names)
	}
	if all := snapshot(t, 1, nil, things...); len(all) != 4 {
		t.Errorf("without a clip %d are listed, want all but the hidden one", len(all))
	}
	if none := inspect.NewSnapshot(test.NewTempApp(t).Driver(), 1).Seen(); none == nil || len(none) != 0 {
		t.Errorf("of nothing %v is listed", none)
	}
}
