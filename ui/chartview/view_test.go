package chartview

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
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
	s := &stage{view: New("chart", fyne.NewSize(100, 80), Events{})}
	s.view.on.Draw = func(w, h int, _ fyne.Size) image.Image {
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
			for x := float32(10); x < 390; x += 40 {
				test.MoveMouse(s.win.Canvas(), fyne.NewPos(x, 50))
				s.view.SetCrosshair(x, 0, 250)
				s.view.SetMark(fyne.NewPos(x, 60))
				s.view.SetTip(fyne.NewPos(x, 60), Tip{Title: "May 2027", Rows: []TipRow{{"Paid", "$1B"}}})
				s.view.SetGhost(fyne.NewPos(0, x), fyne.NewPos(100, x))
				s.view.SetLabel(fyne.NewPos(x, 90), "$38.0B", fyne.NewPos(x, 80), fyne.NewPos(x, 80))
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
// or its picture would make the painter upload the picture again.
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
		v.SetLabel(at, "$38.0B", at, at)
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
		s.view.on.Draw = func(int, int, fyne.Size) image.Image { return none }
		s.view.Stale()
		s.paint()
		if s.view.picture != before {
			t.Errorf("a draw that gives %T takes the picture away", none)
		}
	}
	empty := New("empty", fyne.NewSize(10, 10), Events{})
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
