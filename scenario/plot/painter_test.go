package plot

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"sync"
	"testing"
)

func TestImageStaysUntilTheSecondDrawAfterIt(t *testing.T) {
	p, s := NewPainter(), pressSubject(t)
	o := Options{Width: 300, Height: 200}
	first, _, err := paintOne(p, s, o)
	if err != nil {
		t.Fatal(err)
	}
	kept := slices.Clone(first.Pix)
	o.Theme = ThemeDark
	if _, _, err := paintOne(p, s, o); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, first.Pix) {
		t.Error("the next draw writes to the image")
	}
	third, _, err := paintOne(p, s, o)
	if err != nil {
		t.Fatal(err)
	}
	if third != first {
		t.Error("the image is not used again")
	}
}

func TestAFailedDrawTouchesNoImage(t *testing.T) {
	p, s := NewPainter(), pressSubject(t)
	o := Options{Width: 300, Height: 200}
	first, _, err := paintOne(p, s, o)
	if err != nil {
		t.Fatal(err)
	}
	kept := slices.Clone(first.Pix)
	for range 3 {
		if _, _, err := paintOne(p, s, Options{Width: 300, Height: 200, Theme: "pink"}); err == nil {
			t.Fatal("no error")
		}
	}
	if !bytes.Equal(kept, first.Pix) {
		t.Error("the image has changed")
	}
}

// What a painter has drawn before leaves no trace in what it draws.
func TestPicturesDoNotDependOnWhatWasDrawnBefore(t *testing.T) {
	used := NewPainter()
	for _, smp := range samples() {
		s := project(t, smp.s)
		for _, o := range []Options{
			{Width: 450, Height: 260},
			{Width: 450, Height: 260, Theme: ThemeTransparent},
			{Width: 240, Height: 160, Scale: 2, Theme: ThemeDark, Axis: AxisDue},
		} {
			for i := range 4 {
				chart := []Chart{Cumulative{s}, Years{s}}[i%2]
				got, _, err := paintOne(used, chart, o)
				if err != nil {
					t.Fatal(err)
				}
				want, _, err := paintOne(NewPainter(), chart, o)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got.Pix, want.Pix) {
					t.Fatalf("%s: the picture depends on those before it", smp.name)
				}
			}
		}
	}
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		o    Options
		want image.Point
	}{
		{Options{Width: 300, Height: 200}, image.Pt(300, 200)},
		{Options{Width: 300, Height: 200, Scale: 2}, image.Pt(600, 400)},
		{Options{Width: 301, Height: 201, Scale: 1.25}, image.Pt(376, 251)},
		{Options{Width: 300, Height: 200, Scale: 0.001}, image.Pt(1, 1)},
		{Options{Width: 300, Height: 200, Scale: 1.25, Pixels: image.Pt(374, 252)}, image.Pt(374, 252)},
	} {
		img, _, err := paintOne(NewPainter(), pressSubject(t), c.o)
		if err != nil {
			t.Fatal(err)
		}
		if img.Rect != (image.Rectangle{Max: c.want}) {
			t.Errorf("%+v: %v", c.o, img.Rect)
		}
	}
}

func TestFramesDoNotDependOnTheScale(t *testing.T) {
	s := pressSubject(t)
	one := frameOf(t, s, Options{Width: 500, Height: 300})
	for _, scale := range []float64{0.5, 1.25, 2, 3} {
		got := frameOf(t, s, Options{Width: 500, Height: 300, Scale: scale})
		if got.Plot != one.Plot || got.CapY != one.CapY || !slices.Equal(got.Points, one.Points) {
			t.Errorf("scale %v: %+v, at scale 1 %+v", scale, got, one)
		}
	}
}

// The picture shows what the frame says: page, tint, line, cap line and ring
// where they belong.
func TestPixels(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		img, f, err := paintOne(NewPainter(), pressSubject(t), Options{Width: 830, Height: 400, Scale: scale})
		if err != nil {
			t.Fatal(err)
		}
		p, _ := newPalette(ThemeLight, defaultColor)
		tinted := over(p.Page, p.Tint)
		half := (f.Plot.Left + f.ReachedX) / 2
		counted := f.Points[1]
		for _, c := range []struct {
			name string
			x, y float64
			want color.NRGBA
		}{
			{"the page left above the line", half, f.Plot.Top + 8, p.Page},
			{"the tint below the cap", f.Plot.Right - 40, f.Y(22e9), tinted},
			{"the middle of a year-end point", counted.X, counted.Y, p.Line},
			{"the middle of the ring", f.ReachedX, f.ReachedY, p.Page},
			{"the ring", f.ReachedX, f.ReachedY - 5, p.Line},
			{"the first dash of the cap line", f.Plot.Left + 3, f.CapY, p.Strong},
		} {
			r, g, b, _ := img.At(int(c.x*scale), int(c.y*scale)).RGBA()
			got := color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}
			if got != c.want {
				t.Errorf("scale %v, %s: %v, want %v", scale, c.name, got, c.want)
			}
		}
	}
}

// What is transparent in a picture is so in full, and has the color of the page that
// it is for: so it is shown as it looks by whatever ignores alpha.
func TestTransparentPicturesHaveNoPage(t *testing.T) {
	for _, theme := range []Theme{ThemeTransparent, ThemeTransparentDark} {
		o := Options{Width: 400, Height: 300, Theme: theme}
		s := pressSubject(t)
		colors, err := newPalette(theme, defaultColor)
		if err != nil {
			t.Fatal(err)
		}
		img, f, err := paintOne(NewPainter(), s, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := img.RGBAAt(int(f.Plot.Left)+4, int(f.Plot.Top)+4); got != (color.RGBA{}) {
			t.Errorf("%s: the page is %v", theme, got)
		}
		tint, want := img.RGBAAt(int(f.Plot.Right)-4, int(f.Plot.Bottom)-10), over(colors.Under, colors.Tint)
		if tint.A != 255 || far(tint.R, want.R) || far(tint.G, want.G) || far(tint.B, want.B) {
			t.Errorf("%s: the tint is %v, want %v", theme, tint, want)
		}
		data, err := pngOf(s, o)
		if err != nil {
			t.Fatal(err)
		}
		file, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		page := color.NRGBA{colors.Under.R, colors.Under.G, colors.Under.B, 0}
		for y := range 300 {
			for x := range 400 {
				if c := file.(*image.NRGBA).NRGBAAt(x, y); c.A == 0 && c != page {
					t.Fatalf("%s: what cannot be seen at %d, %d is %v", theme, x, y, c)
				}
			}
		}
	}
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 2 }

func TestPNG(t *testing.T) {
	for _, o := range []Options{
		{Width: 400, Height: 300},
		{Width: 400, Height: 300, Theme: ThemeDark, Scale: 2},
		{Width: 400, Height: 300, Theme: ThemeTransparent},
		{Width: 1, Height: 1},
	} {
		s := Years{pressSubject(t)}
		data, err := pngOf(s, o)
		if err != nil {
			t.Fatal(err)
		}
		again, err := pngOf(s, o)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("%+v: the second file differs (%v)", o, err)
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%+v: %v", o, err)
		}
		img, _, err := paintOne(NewPainter(), s, o)
		if err != nil {
			t.Fatal(err)
		}
		// A reader that goes by way of unmultiplied colors may be off by the last
		// bits of the alpha.
		if n := differing(got, img, 2); n > 0 {
			t.Errorf("%+v: %d pixels differ from what was drawn", o, n)
		}
		if _, opaque := got.(*image.RGBA); opaque != !o.Theme.Transparent() {
			t.Errorf("%+v: read back as %T", o, got)
		}
	}
}

func TestPicturesAreDrawnAtTheSameTime(t *testing.T) {
	s, o := pressSubject(t), Options{Width: 300, Height: 200}
	want, err := pngOf(s, o)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got, err := pngOf(s, o); err != nil || !bytes.Equal(got, want) {
				t.Errorf("drawn beside others it differs (%v)", err)
			}
			if _, err := svgOf(s, o); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// differing counts the pixels of which a channel differs by more than slack.
func differing(a, b image.Image, slack int) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if distance(a.At(x, y), b.At(x, y)) > slack {
				n++
			}
		}
	}
	return n
}

// distance returns the largest difference of two colors in a channel, 0 to 255.
func distance(a, b color.Color) int {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	most := 0
	for _, d := range [...]int{int(ar) - int(br), int(ag) - int(bg), int(ab) - int(bb), int(aa) - int(ba)} {
		most = max(most, d, -d)
	}
	return most >> 8
}
