package look_test

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"

	"headroom/ui/look"
)

// window shows an object in a window of the given size, in the light theme.
func window(t *testing.T, object fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(look.ModeLight))
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(object)
	w.Resize(size)
	return w
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestButtonIsPressedByPointerAndKeys(t *testing.T) {
	pressed := 0
	b := look.NewButton("save", "Save", func() { pressed++ })
	w := window(t, b, fyne.NewSize(100, 40))
	test.Tap(b)
	w.Canvas().Focus(b)
	b.TypedKey(key(fyne.KeySpace))
	b.TypedKey(key(fyne.KeyReturn))
	b.TypedKey(key(fyne.KeyLeft))
	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
	b.Disable()
	test.Tap(b)
	b.TypedKey(key(fyne.KeySpace))
	if pressed != 3 {
		t.Error("a disabled button can be pressed")
	}
	n := b.Inspect()
	kind, text, errText, enabled := n.Kind, n.Text, n.Fault, n.Enabled
	if kind != "button" || text != "Save" || errText != "" || enabled || b.InspectName() != "save" {
		t.Errorf("inspected as %q %q %q %v", kind, text, errText, enabled)
	}
}

func TestButtonSaysThatItHasTheFocus(t *testing.T) {
	b := look.NewLink("more", "Shift all…", nil)
	w := window(t, b, fyne.NewSize(100, 40))
	w.Canvas().Focus(b)
	face := test.WidgetRenderer(b).Objects()[0]
	if !face.Visible() {
		t.Error("a link with the focus has no ring")
	}
	w.Canvas().Unfocus()
	if face.Visible() {
		t.Error("a link without the focus has a ring")
	}
	if b.Cursor() != desktop.PointerCursor {
		t.Error("a link does not show the hand")
	}
}

func TestTheHandShowsWhatCanBePressed(t *testing.T) {
	press := func() {}
	off := look.NewLink("off", "Off", press)
	off.Disable()
	for says, tc := range map[string]struct {
		over desktop.Cursorable
		want desktop.StandardCursor
	}{
		"a tag that leads somewhere":    {look.NewChip("source", "reported", "", press), desktop.PointerCursor},
		"a tag that only says it":       {look.NewChip("source", "reported", "", nil), desktop.DefaultCursor},
		"a result":                      {look.NewCardButton("paid", look.NewText("$38.0B"), 8, press), desktop.PointerCursor},
		"a card that cannot be pressed": {look.NewCardButton("paid", look.NewText("$38.0B"), 8, nil), desktop.DefaultCursor},
		"a link":                        {look.NewLink("more", "More", press), desktop.PointerCursor},
		"a link that is off":            {off, desktop.DefaultCursor},
		"a button, which looks like it": {look.NewButton("save", "Save", press), desktop.DefaultCursor},
	} {
		if got := tc.over.Cursor(); got != tc.want {
			t.Errorf("%s has the cursor %v, want %v", says, got, tc.want)
		}
	}
}

func TestLeftAndRightPassOverWhatIsNotOffered(t *testing.T) {
	for _, tc := range []struct {
		says       string
		away       func(b *look.Button)
		right, two int // where Right from the first leads, and Left from the last
	}{
		{"a hidden option", (*look.Button).Hide, 2, 0},
		{"one that cannot be used", (*look.Button).Disable, 2, 0},
		{"all there", func(*look.Button) {}, 1, 1},
	} {
		g := look.NewSegmented([]look.Option[int]{{Name: "a", Text: "A"}, {Value: 1, Name: "b", Text: "B"}, {Value: 2, Name: "c", Text: "C"}}, nil)
		w := window(t, g.Object(), fyne.NewSize(300, 40))
		tc.away(g.Buttons()[1])
		g.Buttons()[0].TypedKey(key(fyne.KeyRight))
		if got := g.Selected(); got != tc.right || w.Canvas().Focused() != g.Buttons()[tc.right] {
			t.Errorf("%s: Right leads to %d, want %d with the focus", tc.says, got, tc.right)
		}
		g.Display(2)
		g.Buttons()[2].TypedKey(key(fyne.KeyLeft))
		if got := g.Selected(); got != tc.two {
			t.Errorf("%s: Left leads to %d, want %d", tc.says, got, tc.two)
		}
	}
}

func TestGroupSelectsOneOption(t *testing.T) {
	var told []int
	g := look.NewSegmented([]look.Option[int]{{Name: "a", Text: "A"}, {Value: 1, Name: "b", Text: "B"}, {Value: 2, Name: "c", Text: "C"}},
		func(i int) { told = append(told, i) })
	w := window(t, g.Object(), fyne.NewSize(300, 40))
	steps := []struct {
		says string
		do   func()
		want int
		told int
	}{
		{"the first is selected at the start", func() {}, 0, 0},
		{"a click selects", func() { test.Tap(g.Buttons()[2]) }, 2, 1},
		{"a click on the selected one tells nothing", func() { test.Tap(g.Buttons()[2]) }, 2, 1},
		{"Right at the end stays", func() { g.Buttons()[2].TypedKey(key(fyne.KeyRight)) }, 2, 1},
		{"Left selects the neighbor", func() { g.Buttons()[2].TypedKey(key(fyne.KeyLeft)) }, 1, 2},
		{"Display tells nothing", func() { g.Display(0) }, 0, 2},
		{"Display of no option selects none", func() { g.Display(-1) }, -1, 2},
	}
	for _, step := range steps {
		step.do()
		if g.Selected() != step.want || len(told) != step.told {
			t.Errorf("%s: selected %d, told %v", step.says, g.Selected(), told)
		}
		for i, b := range g.Buttons() {
			if b.Selected() != (i == step.want) {
				t.Errorf("%s: button %d marked %v", step.says, i, b.Selected())
			}
		}
	}
	if w.Canvas().Focused() != g.Buttons()[1] {
		t.Error("the focus does not go along with Left")
	}
}

func TestCardButtonPressMenuAndDrag(t *testing.T) {
	var log []string
	c := look.NewCardButton("scenario.a", look.NewText("A"), 10, func() { log = append(log, "tap") })
	c.OnMenu = func(fyne.Position) { log = append(log, "menu") }
	c.OnKey = func(k fyne.KeyName) { log = append(log, string(k)) }
	var moved fyne.Delta
	c.OnDrag = func(d fyne.Delta) { moved = d }
	c.OnDrop = func(d fyne.Delta) { moved = d; log = append(log, "drop") }
	window(t, c, fyne.NewSize(200, 60))
	test.Tap(c)
	test.TapSecondary(c)
	c.TypedKey(key(fyne.KeyEnter))
	c.TypedKey(key(fyne.KeyF2))
	c.TypedKey(key(desktop.KeyMenu))
	c.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1, 20)})
	c.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1, 25)})
	c.DragEnd()
	if got, want := strings.Join(log, " "), "tap menu tap F2 menu drop"; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	if moved != fyne.NewDelta(2, 45) {
		t.Errorf("dragged by %v, want 2, 45", moved)
	}
	c.SetTooltip("Why this number?")
	if c.Tooltip() != "Why this number?" {
		t.Errorf("its tooltip is %q", c.Tooltip())
	}
}

func TestEllipsis(t *testing.T) {
	test.NewTempApp(t)
	style := fyne.TextStyle{}
	width := func(text string) float32 { return fyne.MeasureText(text, 13, style).Width }
	tests := []struct {
		says, text string
		room       float32
		want       string
	}{
		{"a text that just fits stays", "November 2028", width("November 2028"), "November 2028"},
		{"a little less room cuts it", "November 2028", width("November 2028") - 1, ""},
		{"no space is left before the ellipsis", "ab cdefghijk", width("ab …") + 1, "ab…"},
		{"only the ellipsis", "November", width("…"), "…"},
		{"not even that", "November", width("…") - 1, ""},
		{"nothing", "", 0, ""},
	}
	for _, tc := range tests {
		got := look.Ellipsis(tc.text, tc.room, 13, style)
		if tc.want != "" && got != tc.want {
			t.Errorf("%s: %q, want %q", tc.says, got, tc.want)
		}
		if width(got) > tc.room {
			t.Errorf("%s: %q is wider than the room", tc.says, got)
		}
	}
	if got := look.Ellipsis("November 2028", width("November 2028")-1, 13, style); !strings.HasSuffix(got, "…") {
		t.Errorf("cut to %q, want an ellipsis", got)
	}
}

func TestHeadlineYieldsAndComesBack(t *testing.T) {
	h := look.NewHeadline("November 2028", look.SizeHero)
	w := window(t, h, fyne.NewSize(400, 50))
	shown := test.WidgetRenderer(h).Objects()[0].(*canvas.Text)
	if shown.Text != "November 2028" {
		t.Fatalf("with room it shows %q", shown.Text)
	}
	if h.MinSize().Width != 0 {
		t.Error("a headline asks for width")
	}
	w.Resize(fyne.NewSize(100, 50))
	if !strings.HasSuffix(shown.Text, "…") {
		t.Errorf("without room it shows %q", shown.Text)
	}
	h.SetText("Not reached")
	h.SetText("No cap")
	w.Resize(fyne.NewSize(400, 50))
	if shown.Text != "No cap" {
		t.Errorf("with another text it shows %q", shown.Text)
	}
}

func TestBriefStandsInWhereThereIsNotRoomEnough(t *testing.T) {
	h := look.NewHeadline("Paid through 2030", 12)
	h.Brief = "Paid to 2030"
	window(t, h, fyne.NewSize(400, 50))
	shown, size := test.WidgetRenderer(h).Objects()[0].(*canvas.Text), h.FullSize()
	for _, tc := range []struct {
		room float32
		want string
	}{
		{size.Width, "Paid through 2030"},
		{size.Width - 1, "Paid to 2030"},
		{fyne.MeasureText("Paid to…", 12, fyne.TextStyle{Bold: true}).Width, "Paid to…"},
		{size.Width, "Paid through 2030"},
	} {
		h.Resize(fyne.NewSize(tc.room, size.Height))
		if shown.Text != tc.want {
			t.Errorf("%v wide it shows %q, want %q", tc.room, shown.Text, tc.want)
		}
	}
}

func TestColumns(t *testing.T) {
	box := func(w, h float32) *canvas.Rectangle {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(w, h))
		return r
	}
	hidden := box(50, 10)
	hidden.Hide()
	label, slider, first, second := box(10, 20), box(36, 16), box(10, 28), box(10, 28)
	objects := []fyne.CanvasObject{label, slider, first, second}
	form := look.NewColumns(look.Gap, 97, look.Stretch, 80, 64)
	form.Layout(objects, fyne.NewSize(300, 28))
	// 300 less 97, 80, 64 and three gaps of 8 leaves 35 to the slider.
	for i, want := range []struct{ x, y, w, h float32 }{{0, 4, 97, 20}, {105, 6, 35, 16}, {148, 0, 80, 28}, {236, 0, 64, 28}} {
		got := objects[i]
		if got.Position() != fyne.NewPos(want.x, want.y) || got.Size() != fyne.NewSize(want.w, want.h) {
			t.Errorf("object %d stands at %v, %v; want %v", i, got.Position(), got.Size(), want)
		}
	}
	if got, want := form.MinSize(objects), fyne.NewSize(97+36+80+64+24, 28); got != want {
		t.Errorf("least size %v, want %v", got, want)
	}

	a, b := box(10, 10), box(20, 30)
	row := []fyne.CanvasObject{a, hidden, layout.NewSpacer(), b}
	look.NewColumns(5).Layout(row, fyne.NewSize(100, 30))
	if a.Position().X != 0 || b.Position().X != 80 {
		t.Errorf("a spacer leaves %v and %v", a.Position(), b.Position())
	}
	look.NewColumns(5, 2*look.Stretch, 0, look.Stretch, 25).Layout(row, fyne.NewSize(100, 30))
	// 100 less 25 and two gaps of 5 leaves 65, of which the first has two parts of three.
	if got := row[2].Position().X; math.Abs(float64(got-(65*2/3.0+5))) > 0.01 {
		t.Errorf("after one twice as wide the next stands at %v", got)
	}
	if got, want := look.NewColumns(5).MinSize(row[:2]), fyne.NewSize(10, 10); got != want {
		t.Errorf("a hidden object takes room: %v", got)
	}
	look.NewColumns(5).Filled().Layout(row, fyne.NewSize(100, 30))
	if a.Size().Height != 30 {
		t.Errorf("filled: %v high", a.Size().Height)
	}
}

func TestFixedWidth(t *testing.T) {
	test.NewTempApp(t)
	text := look.NewText("a text that is wider than that")
	fixed := look.Fixed{Width: 60}
	if got := fixed.MinSize([]fyne.CanvasObject{text}); got.Width != 60 || got.Height != text.MinSize().Height {
		t.Errorf("asks for %v", got)
	}
	fixed.Layout([]fyne.CanvasObject{text}, fyne.NewSize(200, 80))
	if text.Size() != fyne.NewSize(60, 80) {
		t.Errorf("gives %v", text.Size())
	}
}

func TestChipHasATooltipAndCanBePressed(t *testing.T) {
	pressed := false
	chip := look.NewChip("terms.share.cap.source", "reported", "The Information, May 11, 2026", func() { pressed = true })
	window(t, chip, fyne.NewSize(100, 30))
	test.Tap(chip)
	if !pressed || chip.Tooltip() != "The Information, May 11, 2026" {
		t.Errorf("pressed %v, tooltip %q", pressed, chip.Tooltip())
	}
}

func TestShortcutsReachTheWindow(t *testing.T) {
	for _, object := range []fyne.CanvasObject{look.NewButton("x", "X", nil), look.NewCardButton("y", look.NewText("Y"), 0, nil)} {
		if _, keeps := object.(fyne.Shortcutable); keeps {
			t.Errorf("%T with the focus keeps shortcuts from the window", object)
		}
	}
}
