package document

import (
	"errors"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/ui/live"
)

// torn are two pages of which the second cannot be painted.
type torn struct{}

func (torn) Pages() int              { return 2 }
func (torn) Name(n int) string       { return [...]string{"The first", "The second"}[n] }
func (torn) Size(int) (w, h float64) { return 100, 200 }
func (torn) Paint(n int, _ float64) (*image.RGBA, error) {
	if n == 1 {
		return nil, errors.New("the font is torn")
	}
	return image.NewRGBA(image.Rect(0, 0, 100, 200)), nil
}

func TestAPageThatCannotBePaintedSaysWhy(t *testing.T) {
	test.NewTempApp(t)
	at := &live.Live{Go: func(work func()) { work() }, Do: func(then func()) { then() }}
	p := newPane(at, fyne.NewSize(200, 200))
	window := test.NewTempWindow(t, p)
	window.Resize(fyne.NewSize(300, 300))
	says := func(want string) {
		t.Helper()
		p.raster.Generator(100, 200)
		if got := p.unpainted.Content(); got != want || p.unpainted.Visible() != (want != "") {
			t.Errorf("it says %q, visible %v, want %q", got, p.unpainted.Visible(), want)
		}
		if fault := p.Inspect().Fault; fault != want {
			t.Errorf("the inspection says %q", fault)
		}
	}
	p.show(torn{})
	says("")
	p.turn(1)
	says("This page cannot be shown here: the font is torn. It is written all the same.")
	p.turn(0)
	says("")
	p.turn(1)
	says("This page cannot be shown here: the font is torn. It is written all the same.")
	p.fail("Tick at least one section.")
	if p.unpainted.Visible() {
		t.Error("it is said of pages that there are not")
	}
}
