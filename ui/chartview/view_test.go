package chartview

import (
	"image"
	"image/color"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"headroom/ui/look"
)

// stage is a view of 400 by 300 in a window, with a log of what it asks and says.
type stage struct {
	view  *View
	win   fyne.Window
	drawn int
	sizes []image.Point
	log   []string
}

func newStage(t *testing.T) *stage {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(look.ModeLight))
	s := &stage{view: New("chart", fyne.NewSize(100, 80))}
	s.view.Draw = func(w, h int, _ fyne.Size) image.Image {
		s.drawn++
		s.sizes = append(s.sizes, image.Pt(w, h))
		picture := image.NewRGBA(image.Rect(0, 0, w, h))
		picture.Set(0, 0, color.NRGBA{R: uint8(s.drawn), A: 255})
		return picture
	}
	s.win = a.NewWindow("")
	s.win.SetPadded(false)
	s.win.SetContent(s.view)
	s.win.Resize(fyne.NewSize(400, 300))
	return s
}

func (s *stage) paint() image.Image { return s.win.Canvas().Capture() }

func (s *stage) say(word string) { s.log = append(s.log, word) }

func (s *stage) said() string {
	log := strings.Join(s.log, " ")
	s.log = nil
	return log
}

func TestPictureIsDrawnOnceForEveryChange(t *testing.T) {
	s := newStage(t)
	steps := []struct {
		says string
		do   func()
		want int
	}{
		{"the first paint", func() {}, 1},
		{"a paint without a change", func() {}, 1},
		{"three changes of data before a paint", func() { s.view.Stale(); s.view.Stale(); s.view.Stale() }, 2},
		{"a hover with all there is above the picture", func() {
			for x := float32(10); x < 390; x += 10 {
				test.MoveMouse(s.win.Canvas(), fyne.NewPos(x, 50))
				s.view.SetCrosshair(x, 0, 250)
				s.view.SetMark(fyne.NewPos(x, 60))
				s.view.SetTip(fyne.NewPos(x, 60), Tip{Title: "May 2027", Rows: []TipRow{{"Paid", "$1B"}}})
				s.view.SetGhost(fyne.NewPos(0, x), fyne.NewPos(100, x))
				s.view.SetLabel(fyne.NewPos(x, 90), "$38.0B")
				s.paint()
			}
		}, 2},
		{"its end", func() { s.view.ClearOverlay(); test.MoveMouse(s.win.Canvas(), fyne.NewPos(900, 900)) }, 2},
		{"the focus comes and goes", func() { s.win.Canvas().Focus(s.view); s.paint(); s.win.Canvas().Unfocus() }, 2},
		{"another size", func() { s.win.Resize(fyne.NewSize(500, 300)) }, 3},
		{"the same size again", func() { s.win.Resize(fyne.NewSize(500, 300)) }, 3},
		{"another theme", func() { s.view.Refresh() }, 4},
	}
	for _, step := range steps {
		step.do()
		s.paint()
		if s.drawn != step.want {
			t.Errorf("%s: drawn %d times, want %d", step.says, s.drawn, step.want)
		}
	}
}

// witness is an app whose canvas records what is refreshed: refreshing the view
// or its picture would make the painter upload the picture anew.
type witness struct {
	fyne.App
	refreshed []fyne.CanvasObject
}

func (w *witness) Driver() fyne.Driver { return witnessDriver{w.App.Driver(), w} }

type witnessDriver struct {
	fyne.Driver
	witness *witness
}

func (d witnessDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	return witnessCanvas{d.Driver.CanvasForObject(o), d.witness}
}

type witnessCanvas struct {
	fyne.Canvas
	witness *witness
}

func (c witnessCanvas) Refresh(o fyne.CanvasObject) {
	c.witness.refreshed = append(c.witness.refreshed, o)
	c.Canvas.Refresh(o)
}

func TestHoverRefreshesOnlyWhatMoves(t *testing.T) {
	s := newStage(t)
	s.paint()
	former := fyne.CurrentApp()
	w := &witness{App: former}
	fyne.SetCurrentApp(w)
	defer fyne.SetCurrentApp(former)
	v := s.view
	rows := []TipRow{{"Paid", "$1B"}, {"Headroom", "$2B"}}
	for i := range 3 {
		at := fyne.NewPos(50+float32(i), 60)
		v.hover(at)
		v.SetCrosshair(at.X, 0, 250)
		v.SetMark(at)
		v.SetGhost(at, fyne.NewPos(100, 100))
		v.SetTip(at, Tip{Title: "May 2027", Rows: rows[:i]})
		v.SetLabel(at, "$38.0B")
	}
	v.FocusGained()
	v.FocusLost()
	v.ClearOverlay()
	if len(w.refreshed) == 0 {
		t.Fatal("nothing was recorded")
	}
	for _, o := range w.refreshed {
		if o == fyne.CanvasObject(v) || o == fyne.CanvasObject(v.raster) {
			t.Fatalf("a hover refreshes %T", o)
		}
	}
	w.refreshed = nil
	v.Stale()
	if len(w.refreshed) != 1 || w.refreshed[0] != fyne.CanvasObject(v.raster) {
		t.Errorf("a change of data refreshes %v, want the picture alone", w.refreshed)
	}
}

func TestPictureIsAskedForInDevicePixels(t *testing.T) {
	s := newStage(t)
	s.win.Canvas().(interface{ SetScale(float32) }).SetScale(2)
	s.win.Resize(fyne.NewSize(400, 300))
	s.paint()
	if got := s.sizes[len(s.sizes)-1]; got != image.Pt(800, 600) {
		t.Errorf("asked for %v, want 800 by 600", got)
	}
}

func TestFormerPictureStaysWhereThereIsNoNewOne(t *testing.T) {
	s := newStage(t)
	s.paint()
	before := s.view.picture
	for _, none := range []image.Image{nil, (*image.RGBA)(nil)} {
		s.view.Draw = func(int, int, fyne.Size) image.Image { return none }
		s.view.Stale()
		s.paint()
		if s.view.picture != before {
			t.Errorf("a draw that gives %T takes the picture away", none)
		}
	}
	empty := New("empty", fyne.NewSize(10, 10))
	if got := empty.generate(5, 5).Bounds(); got.Empty() {
		t.Error("a view that cannot draw has no picture at all")
	}
}

func TestPictureOfAnyKindIsMadeWhole(t *testing.T) {
	big := image.NewRGBA(image.Rect(0, 0, 10, 10))
	big.Set(4, 4, color.NRGBA{R: 200, A: 255})
	for _, picture := range []image.Image{big.SubImage(image.Rect(3, 3, 8, 8)), image.NewNRGBA(image.Rect(3, 3, 8, 8))} {
		got := whole(picture)
		if got.Rect != image.Rect(0, 0, 5, 5) || got.Stride != 20 {
			t.Errorf("%T becomes %v with stride %d", picture, got.Rect, got.Stride)
		}
	}
	if got := whole(big.SubImage(image.Rect(3, 3, 8, 8))).RGBAAt(1, 1).R; got != 200 {
		t.Errorf("the pixel at 4, 4 became %d", got)
	}
	if whole(big) != big {
		t.Error("a whole picture is copied")
	}
}

func TestOverlayIsPlacedAnewWithTheNewPicture(t *testing.T) {
	s := newStage(t)
	var placed []fyne.Size
	s.view.OnDrawn = func() { placed = append(placed, s.view.Size()); s.view.SetCrosshair(20, 0, 10) }
	s.paint()
	s.win.Resize(fyne.NewSize(500, 300))
	if s.view.overlay.crosshair.Visible() {
		t.Error("after a change of size the crosshair stands where the former picture had it")
	}
	s.paint()
	if len(placed) != 2 || placed[1] != fyne.NewSize(500, 300) || !s.view.overlay.crosshair.Visible() {
		t.Errorf("placed at %v", placed)
	}
}

func TestTipNeverCoversItsPointAndStaysInside(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		view := fyne.NewSize(50+random.Float32()*900, 50+random.Float32()*600)
		box := fyne.NewSize(20+random.Float32()*300, 20+random.Float32()*200)
		at := fyne.NewPos(random.Float32()*view.Width, random.Float32()*view.Height)
		corner, ok := beside(at, box, view)
		if !ok {
			// There is no room where the box fills the view, or where no side of
			// the point leaves enough.
			wide := at.X-bubbleGap-box.Width >= bubbleEdge || at.X+bubbleGap+box.Width <= view.Width-bubbleEdge
			high := at.Y-bubbleGap-box.Height >= bubbleEdge || at.Y+bubbleGap+box.Height <= view.Height-bubbleEdge
			fits := box.Width <= view.Width-2*bubbleEdge && box.Height <= view.Height-2*bubbleEdge
			if fits && (wide || high) {
				t.Fatalf("no place for %v at %v in %v", box, at, view)
			}
			continue
		}
		const slack = 0.01
		if corner.X < bubbleEdge-slack || corner.Y < bubbleEdge-slack ||
			corner.X+box.Width > view.Width-bubbleEdge+slack || corner.Y+box.Height > view.Height-bubbleEdge+slack {
			t.Fatalf("a box %v at %v leaves the view %v", box, corner, view)
		}
		if at.X > corner.X && at.X < corner.X+box.Width && at.Y > corner.Y && at.Y < corner.Y+box.Height {
			t.Fatalf("a box %v at %v covers %v", box, corner, at)
		}
	}
}

func TestTipShowsItsRows(t *testing.T) {
	s := newStage(t)
	at := fyne.NewPos(200, 150)
	s.view.SetTip(at, Tip{Title: "May 2027", Rows: []TipRow{{"Counted toward the cap", "$9.91B"}, {"Headroom", "$28.09B"}}})
	s.view.SetTip(at, Tip{Title: "June 2027", Rows: []TipRow{{"Paid this month", "$0.97B"}}})
	b := s.view.overlay.tip
	var shown []string
	for i := range b.labels {
		if b.labels[i].Visible() {
			shown = append(shown, b.labels[i].Text+" "+b.values[i].Text)
		}
		if right := b.values[i].Position().X + b.values[i].MinSize().Width; b.values[i].Visible() && right > b.face.Size().Width {
			t.Errorf("a value ends at %v in a box %v wide", right, b.face.Size().Width)
		}
	}
	if b.title.Text != "June 2027" || strings.Join(shown, ",") != "Paid this month $0.97B" {
		t.Errorf("shows %q, %v", b.title.Text, shown)
	}
	s.view.HideTip()
	if b.box.Visible() {
		t.Error("the tooltip stays")
	}
}

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
	}
	for _, tc := range tests {
		t.Run(tc.says, func(t *testing.T) {
			s := newStage(t)
			v := s.view
			v.modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
			v.OnPress = func(at fyne.Position) bool { s.say("press"); return at.X < 100 }
			v.OnDrag = func(_ fyne.Position, m fyne.KeyModifier) {
				s.say("drag")
				if m != fyne.KeyModifierShift {
					t.Errorf("dragged with modifiers %v", m)
				}
			}
			v.OnDrop = func(fyne.Position) { s.say("drop") }
			v.OnCancel = func() { s.say("cancel") }
			v.OnHover = func(fyne.Position) { s.say("hover") }
			v.OnLeave = func() { s.say("leave") }
			v.OnSecondary = func(fyne.Position) { s.say("menu") }
			v.OnKey = func(k fyne.KeyName, _ fyne.KeyModifier) { s.say("key:" + string(k)) }
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
	v.Draw = nil
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
	if _, _, _, _, focused := s.view.Inspect(); !focused {
		t.Error("the inspection file does not tell the focus")
	}
	if _, keeps := any(s.view).(fyne.Shortcutable); keeps {
		t.Error("the view keeps shortcuts from the window")
	}
}

func BenchmarkHover(b *testing.B) {
	test.NewTempApp(b)
	v := New("chart", fyne.NewSize(900, 520))
	w := test.NewWindow(v)
	defer w.Close()
	w.Resize(fyne.NewSize(900, 520))
	tip := Tip{Title: "May 2027", Rows: []TipRow{{"Counted toward the cap", "$9.91B"}, {"Headroom", "$28.09B"}, {"Paid this month", "$0.97B"}}}
	for i := 0; b.Loop(); i++ {
		at := fyne.NewPos(float32(i%900), 200)
		v.SetCrosshair(at.X, 0, 500)
		v.SetMark(at)
		v.SetTip(at, tip)
	}
}
