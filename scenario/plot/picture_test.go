package plot

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var renew = flag.Bool("renew", false, "write the pictures of testdata anew instead of comparing with them")

// A picture of testdata holds the layout: what is where, in which color. It was
// looked at when it was last renewed; figures come from elsewhere.
type picture struct {
	name string
	s    sample
	o    Options
}

func pictures() []picture {
	of := samples()
	small := func(o Options) Options {
		o.Width, o.Height = orElse(o.Width, 450), orElse(o.Height, 260)
		return o
	}
	return []picture{
		{"cap-light", of[0], small(Options{Title: "Cumulative payments against the cap", Source: "Source: press reports, February 2026"})},
		{"cap-dark", of[0], small(Options{Theme: ThemeDark})},
		{"cap-double", of[0], Options{Width: 300, Height: 200, Scale: 2}},
		{"cap-transparent", of[0], small(Options{Theme: ThemeTransparent})},
		{"due-dark", of[0], small(Options{Theme: ThemeDark, Axis: AxisDue})},
		{"least-size", of[0], Options{Width: 240, Height: 160, Title: "Against the cap", Source: "Source: press reports"}},
		{"no-cap", of[1], small(Options{})},
		{"early", of[3], small(Options{Axis: AxisDue})},
		{"before", of[8], small(Options{})},
		{"counts-from", of[9], small(Options{})},
		{"nothing", of[10], small(Options{})},
		{"one-year", of[13], small(Options{Theme: ThemeDark})},
		{"fifty-years", of[14], small(Options{})},
		{"years-light", of[0], small(Options{Kind: KindYears, Title: "Payments by year"})},
		{"years-dark", of[0], Options{Width: 300, Height: 200, Kind: KindYears, Theme: ThemeDark}},
		{"years-fifty", of[14], small(Options{Kind: KindYears})},
	}
}

func TestPictures(t *testing.T) {
	for _, p := range pictures() {
		t.Run(p.name, func(t *testing.T) {
			data, err := PNG(project(t, p.s.s), p.o)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, p.name, data)
		})
	}
}

// golden holds a picture against the one in testdata, or writes that anew.
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

// hold fails where more than a thousandth of the pixels differ noticeably, as
// they do not where only the last bits of floating point do.
func hold(t *testing.T, name string, gotData, wantData []byte) {
	t.Helper()
	got, want := decode(t, gotData), decode(t, wantData)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("the picture is %v, it was %v", got.Bounds().Size(), want.Bounds().Size())
	}
	n, all := differing(got, want, 24), got.Bounds().Dx()*got.Bounds().Dy()
	if n*1000 <= all {
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
	t.Errorf("%d of %d pixels differ: see difference.png, got.png and want.png in %s; if the change is meant, go test -renew", n, all, dir)
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
