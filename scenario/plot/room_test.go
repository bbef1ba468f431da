package plot

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/golang/freetype/truetype"
)

// Where Noto Sans is missing, programs that pay no heed to textLength take another
// font. There is room for it: nothing is cut, nor runs into anything else.
func TestTheTextsOfAnSVGHaveRoomForAnotherFont(t *testing.T) {
	face, err := loadFont()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range manyPictures(t) {
		for _, size := range [][2]int{{240, 160}, {320, 200}, {450, 260}, {960, 540}, {1600, 900}} {
			p.Width, p.Height = size[0], size[1]
			l := &layout{ruler: newRuler()}
			l.ruler.bold = face.bold
			if _, err := l.present(p.Picture); err != nil {
				t.Fatal(err)
			}
			if n := len(l.frames.Panels); n > 0 {
				l.frame = l.frames.Panels[n-1].Frame
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
	face, err := loadFont()
	if err != nil {
		t.Fatal(err)
	}
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
	other := typeface{regular: dejavu("DejaVuSans.ttf"), bold: dejavu("DejaVuSans-Bold.ttf")}
	roomy, theirs := newRuler(), newRuler()
	roomy.bold = face.bold
	for _, p := range manyPictures(t) {
		p.Width, p.Height = 960, 540
		for _, text := range presented(t, p.Picture).texts {
			room := roomy.width(text.body, face.of(text.bold), text.size)
			if width := theirs.width(text.body, other.of(text.bold), text.size); width > room+0.5 {
				t.Errorf("%s: %q takes %.1f pixels and has %.1f", p.name, text.body, width, room)
			}
		}
	}
}
