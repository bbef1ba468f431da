//go:build e2e

package main_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

func readPicture(t testing.TB, file string) image.Image {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// differing counts the pixels of an area that are not the same in two pictures.
func differing(a, b image.Image, area image.Rectangle) int {
	n := 0
	each(area.Intersect(a.Bounds()), func(x, y int) {
		if a.At(x, y) != b.At(x, y) {
			n++
		}
	})
	return n
}

// painted counts the pixels of an area that have a color, written #RRGGBB, or
// nearly so.
func painted(t testing.TB, picture image.Image, area image.Rectangle, hex string) int {
	t.Helper()
	rgb, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	want := color.RGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 12 }
	n := 0
	each(area.Intersect(picture.Bounds()), func(x, y int) {
		got := color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)
		if near(got.R, want.R) && near(got.G, want.G) && near(got.B, want.B) {
			n++
		}
	})
	return n
}

// plain reports whether an area has one color only.
func plain(picture image.Image, area image.Rectangle) bool {
	same := true
	first := picture.At(area.Min.X, area.Min.Y)
	each(area.Intersect(picture.Bounds()), func(x, y int) { same = same && picture.At(x, y) == first })
	return same
}

// darkCounts returns how many pixels of each row of an area are darker than
// limit, of 255.
func darkCounts(picture image.Image, area image.Rectangle, limit uint8) []int {
	counts := make([]int, area.Dy())
	each(area.Intersect(picture.Bounds()), func(x, y int) {
		if color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y < limit {
			counts[y-area.Min.Y]++
		}
	})
	return counts
}

// darkestRow returns the row of an area with the most dark pixels, which in the
// chart of a light window is the cap.
func darkestRow(picture image.Image, area image.Rectangle) int {
	counts := darkCounts(picture, area, 64)
	return area.Min.Y + slices.Index(counts, slices.Max(counts))
}

// writtenLines counts the lines of text in an area of a light window: runs of rows that hold
// something dark, as tall as a digit at least.
func writtenLines(picture image.Image, area image.Rectangle) int {
	const tall = 7
	lines, run := 0, 0
	for _, n := range append(darkCounts(picture, area, 128), 0) {
		if n > 0 {
			run++
			continue
		}
		if run >= tall {
			lines++
		}
		run = 0
	}
	return lines
}

func each(area image.Rectangle, do func(x, y int)) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			do(x, y)
		}
	}
}

// keepScreenshot leaves a picture of a failure where go test -artifacts keeps
// it.
func (w *window) keepScreenshot() {
	shot := exec.Command("import", "-window", "root", filepath.Join(w.t.ArtifactDir(), "failure.png"))
	shot.Env = w.env
	_ = shot.Run()
}

// leave leaves a picture of the window where one was asked for.
func (w *window) leave(name string) {
	w.t.Helper()
	if *shots == "" {
		return
	}
	var data bytes.Buffer
	if err := png.Encode(&data, w.screenshot()); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name), data.Bytes(), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// still returns what the window shows once an area of it no longer changes.
func (w *window) still(area image.Rectangle) image.Image {
	w.t.Helper()
	last := w.screenshot()
	eventually(w.t, "the picture to stand still", func() bool {
		before := last
		last = w.screenshot()
		return differing(before, last, area) == 0
	})
	return last
}

// screenshot returns what the window shows.
func (w *window) screenshot() image.Image {
	w.t.Helper()
	w.mustLive()
	shot := exec.CommandContext(w.t.Context(), "timeout", "20", "import", "-silent", "-window", w.id, "png:-")
	shot.Env = w.env
	data, err := shot.Output()
	if err != nil {
		w.t.Fatalf("take a screenshot: %v", err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		w.t.Fatalf("read a screenshot: %v", err)
	}
	return picture
}
