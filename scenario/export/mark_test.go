package export_test

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// Programs that keep one of two pictures whose pixels are equal would keep the
// other's scenarios with it, or none.
func TestAPictureThatRemembersDiffersInOnePixelThatNobodySees(t *testing.T) {
	for name, v := range views() {
		for _, theme := range plot.Themes() {
			pic := drawn(t, preset.Default(), v)
			pic.Theme = theme
			changes := changed(pixels(t, bytesOf(t, pic, false)), pixels(t, bytesOf(t, pic, true)))
			if len(changes) != 1 {
				t.Errorf("%s, %s: %d pixels differ", name, theme, len(changes))
			}
			for at, by := range changes {
				if at.X != 0 && at.X != pic.Width-1 || at.Y != 0 && at.Y != pic.Height-1 || by != 1 {
					t.Errorf("%s, %s: the pixel at %v differs by %d", name, theme, at, by)
				}
			}
		}
	}
}

func TestTheSamePixelsWithOtherScenariosAreToldApart(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios)
	valuation := &w.Scenarios[w.Find("slump")].Valuation
	seen := map[[4]color.Color]int{}
	const rounds = 30
	for i := range rounds {
		valuation.DiscountRate = unit.Rate(i) / 100 // nothing that the chart shows
		img := pixels(t, bytesOf(t, drawn(t, w, views()["one's years"]), true))
		last := img.Bounds().Max.Sub(image.Pt(1, 1))
		seen[[4]color.Color{img.At(0, 0), img.At(last.X, 0), img.At(0, last.Y), img.At(last.X, last.Y)}]++
	}
	// With 28 ways to differ, 30 pictures are of 18 or 19 on the average.
	if len(seen) < 12 {
		t.Errorf("%d pictures are of %d kinds", rounds, len(seen))
	}
}

// changed returns which pixels differ between two pictures, and by how much at most
// in any channel.
func changed(a, b image.Image) map[image.Point]int {
	out := map[image.Point]int{}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p := color.NRGBAModel.Convert(a.At(x, y)).(color.NRGBA)
			q := color.NRGBAModel.Convert(b.At(x, y)).(color.NRGBA)
			by := 0
			for _, c := range [][2]uint8{{p.R, q.R}, {p.G, q.G}, {p.B, q.B}, {p.A, q.A}} {
				by = max(by, int(max(c[0], c[1])-min(c[0], c[1])))
			}
			if by > 0 {
				out[image.Pt(x, y)] = by
			}
		}
	}
	return out
}
