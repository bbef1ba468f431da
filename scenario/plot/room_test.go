package plot

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"

	"headroom/scenario/plot/paint"
)

// Where Noto Sans is missing, programs that ignore textLength take another
// font. There is room for it: nothing is cut, nor runs into anything else.
func TestTheTextsOfAnSVGHaveRoomForAnotherFont(t *testing.T) {
	for _, p := range manyPictures(t) {
		for _, size := range [][2]int{{240, 160}, {320, 200}, {450, 260}, {960, 540}, {1600, 900}} {
			p.Width, p.Height = size[0], size[1]
			l := &Drawing{}
			l.Ruler = newRuler(t)
			l.Ruler.Roomy = true
			if _, err := l.present(p.Picture); err != nil {
				t.Fatal(err)
			}
			if n := len(l.Frames.Panels); n > 0 {
				l.Frame = l.Frames.Panels[n-1].Frame.Frame
			}
			if got := fault(l); got != "" {
				t.Errorf("%s, %d by %d: %s", p.name, p.Width, p.Height, got)
			}
		}
	}
}

// The room is enough for DejaVu Sans, which is what Linux has where it has nothing
// else, and which is as wide as any.
func TestTheRoomIsEnoughForDejaVu(t *testing.T) {
	dejavu := func(name string) *truetype.Font {
		data, err := os.ReadFile(filepath.Join("/usr/share/fonts/truetype/dejavu", name))
		if err != nil {
			t.Skipf("DejaVu Sans is not installed (Debian: fonts-dejavu-core): %v", err)
		}
		font, err := truetype.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		return font
	}
	other := map[bool]*truetype.Font{false: dejavu("DejaVuSans.ttf"), true: dejavu("DejaVuSans-Bold.ttf")}
	width := func(body string, font *truetype.Font, size float64) float64 {
		em, units := fixed.Int26_6(font.FUnitsPerEm()), fixed.Int26_6(0)
		for _, c := range body {
			units += font.HMetric(em, font.Index(c)).AdvanceWidth
		}
		return float64(units) / float64(em) * size
	}
	roomy := newRuler(t)
	roomy.Roomy = true
	for _, p := range manyPictures(t) {
		p.Width, p.Height = 960, 540
		for _, text := range presented(t, p.Picture).Texts {
			room := roomy.Width(text.Body, text.Bold, text.Size)
			if width := width(text.Body, other[text.Bold], text.Size); width > room+0.5 {
				t.Errorf("%s: %q takes %.1f pixels and has %.1f", p.name, text.Body, width, room)
			}
		}
	}
}

func newRuler(t *testing.T) *paint.Ruler {
	t.Helper()
	r, err := paint.NewRuler()
	if err != nil {
		t.Fatal(err)
	}
	return r
}
