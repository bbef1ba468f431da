package plot

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"headroom/scenario/plot/layout"
)

var renew = flag.Bool("renew", false, "write the pictures of testdata again instead of comparing with them")

// A picture of testdata holds the layout: what is where, in which color. It was
// looked at when it was last renewed; figures come from elsewhere.
type picture struct {
	name  string
	s     sample
	o     Options
	years bool // its payments by year
}

// of returns what the picture shows.
func (p picture) of(t *testing.T) Picture {
	t.Helper()
	if p.years {
		return Picture{Options: p.o, Chart: Years{project(t, p.s.s)}}
	}
	return Picture{Options: p.o, Chart: Cumulative{project(t, p.s.s)}}
}

func pictures() []picture {
	of, known := samples(), knownSamples()
	small := func(o Options) Options {
		o.Width, o.Height = orElse(o.Width, 450), orElse(o.Height, 260)
		return o
	}
	return []picture{
		{"cap-light", of[0], small(Options{Title: "Cumulative payments against the cap", Source: "Source: press reports, February 2026"}), false},
		{"cap-dark", of[0], small(Options{Theme: ThemeDark}), false},
		{"cap-double", of[0], Options{Width: 300, Height: 200, Scale: 2}, false},
		{"cap-transparent", of[0], small(Options{Theme: ThemeTransparent}), false},
		{"cap-transparent-dark", of[0], small(Options{Theme: ThemeTransparentDark, Title: "For a dark slide"}), false},
		{"due-dark", of[0], small(Options{Theme: ThemeDark, Axis: AxisDue}), false},
		{"least-size", of[0], Options{Width: 240, Height: 160, Title: "Against the cap", Source: "Source: press reports"}, false},
		{"no-cap", of[1], small(Options{}), false},
		{"early", of[3], small(Options{Axis: AxisDue}), false},
		{"before", of[8], small(Options{}), false},
		{"counts-from", of[9], small(Options{}), false},
		{"nothing", of[10], small(Options{}), false},
		{"one-year", of[13], small(Options{Theme: ThemeDark}), false},
		{"fifty-years", of[14], small(Options{}), false},
		{"years-light", of[0], small(Options{Title: "Payments by year"}), true},
		{"years-dark", of[0], Options{Width: 300, Height: 200, Theme: ThemeDark}, true},
		{"years-fifty", of[14], small(Options{}), true},
		{"actual-light", known[0], small(Options{Title: "Payments against the cap", Source: "Actual through Jun 2026; press reports"}), false},
		{"actual-dark", known[0], small(Options{Theme: ThemeDark}), false},
		{"actual-double", known[3], Options{Width: 300, Height: 200, Scale: 2}, false},
		{"actual-rescaled", known[1], small(Options{Axis: AxisDue}), false},
		{"actual-pace-dark", known[3], small(Options{Theme: ThemeDark}), false},
		{"actual-fifty-years", known[13], small(Options{}), false},
		{"actual-transparent", known[2], small(Options{Theme: ThemeTransparent}), false},
		{"actual-years", known[0], small(Options{}), true},
		{"actual-years-dark", known[1], small(Options{Theme: ThemeDark}), true},
	}
}

func TestPictures(t *testing.T) {
	for _, p := range pictures() {
		t.Run(p.name, func(t *testing.T) {
			data, err := p.of(t).PNG()
			if err != nil {
				t.Fatal(err)
			}
			golden(t, p.name, data)
		})
	}
}

// golden holds a picture against the one in testdata, or writes that again.
func golden(t *testing.T, name string, data []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *renew {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -renew writes it", err)
	}
	hold(t, name, data, want)
}

// hold fails where the pictures differ in a tile by more than floating point does.
func hold(t *testing.T, name string, gotData, wantData []byte) {
	t.Helper()
	got, want := decode(t, gotData), decode(t, wantData)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("the picture is %v, it was %v", got.Bounds().Size(), want.Bounds().Size())
	}
	worst, ink := worstTile(got, want)
	if ink <= tileSlack {
		return
	}
	dir, err := os.MkdirTemp("", "headroom-picture-"+name+"-")
	if err != nil {
		t.Fatal(err)
	}
	for file, data := range map[string][]byte{"got.png": gotData, "want.png": wantData, "difference.png": encode(t, difference(got, want))} {
		if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("%.1f pixels of ink differ in %v: see difference.png, got.png and want.png in %s; if the change is meant, go test -renew", ink, worst, dir)
}

// Pictures are compared tile by tile, so that a digit counts as much in a large
// picture as in a small one.
const (
	tileSide = 32 // pixels
	// tileSlack is how much a tile may differ, in pixels of full contrast: the last
	// bits of floating point shift the smoothing of edges by far less, and any digit
	// of the smallest text differs from any other by more.
	tileSlack = 0.5
)

// worstTile returns the tile in which two pictures of one size differ the most,
// and by how much: the sum of the differences of its pixels, of which black and
// white have 1.
func worstTile(a, b image.Image) (worst image.Rectangle, ink float64) {
	bounds := a.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y += tileSide {
		for x := bounds.Min.X; x < bounds.Max.X; x += tileSide {
			tile := image.Rect(x, y, x+tileSide, y+tileSide).Intersect(bounds)
			sum := 0
			for y := tile.Min.Y; y < tile.Max.Y; y++ {
				for x := tile.Min.X; x < tile.Max.X; x++ {
					sum += distance(a.At(x, y), b.At(x, y))
				}
			}
			if differs := float64(sum) / 255; differs > ink {
				worst, ink = tile, differs
			}
		}
	}
	return worst, ink
}

// lookalikes are the digits by which each is hardest to tell from another.
var lookalikes = map[rune]string{
	'0': "8", '1': "7", '2': "3", '3': "8", '4': "1", '5': "6", '6': "8", '7': "1", '8': "3", '9': "8",
}

// A wrong figure is found: in every picture of testdata each digit, changed to
// another, makes some tile differ by more than is let pass.
func TestAPictureWithOneOtherDigitIsAnother(t *testing.T) {
	all := manyPictures(t)
	for _, p := range pictures() {
		all = append(all, named{p.name, p.of(t)})
	}
	for _, pic := range all {
		p := NewPainter()
		o, err := p.drawing.present(pic.Picture)
		if err != nil {
			t.Fatal(err)
		}
		paint := func() *image.RGBA {
			img, err := p.paint(o)
			if err != nil {
				t.Fatal(err)
			}
			return img
		}
		right := paint()
		changed := 0
		for i := range p.drawing.Texts {
			text := &p.drawing.Texts[i]
			was := text.Body
			for at, c := range was {
				other, digit := lookalikes[c]
				if !digit || testing.Short() && (at+i)%5 > 0 {
					continue
				}
				text.Body = was[:at] + other + was[at+1:]
				p.turn = 1 // right stays as it is
				near := tilesOf(text.Box, o.Scale).Intersect(right.Rect)
				if _, ink := worstTile(right.SubImage(near), paint().SubImage(near)); ink <= tileSlack {
					t.Errorf("%s: %q instead of %q differs by no more than %.2f", pic.name, text.Body, was, ink)
				}
				changed++
			}
			text.Body = was
		}
		if changed == 0 && !testing.Short() {
			t.Errorf("%s: there is no digit", pic.name)
		}
	}
}

// tilesOf returns the tiles that a box of logical pixels lies in.
func tilesOf(box layout.Rect, scale float64) image.Rectangle {
	down := func(v float64) int { return int(math.Floor(v*scale/tileSide)) * tileSide }
	return image.Rect(down(box.Left), down(box.Top), down(box.Right)+tileSide, down(box.Bottom)+tileSide)
}

// difference shows where two pictures differ, in red on a pale copy.
func difference(got, want image.Image) image.Image {
	out := image.NewRGBA(got.Bounds())
	for y := out.Rect.Min.Y; y < out.Rect.Max.Y; y++ {
		for x := out.Rect.Min.X; x < out.Rect.Max.X; x++ {
			if distance(got.At(x, y), want.At(x, y)) > 24 {
				out.Set(x, y, color.RGBA{R: 255, A: 255})
				continue
			}
			gray := color.GrayModel.Convert(want.At(x, y)).(color.Gray)
			out.Set(x, y, color.Gray{Y: 192 + gray.Y/4})
		}
	}
	return out
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func encode(t *testing.T, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
