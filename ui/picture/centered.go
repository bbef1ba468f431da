package picture

import (
	"image"
	"image/color"
	"image/draw"

	"headroom/scenario/plot"
)

// A checkering is the two colors of the ground that transparent pictures are shown
// on.
type checkering [2]color.RGBA

// checkersOf returns the ground of pictures of a theme, as light or dark as the
// pages it is for; nil where nothing of it would be seen.
func checkersOf(theme plot.Theme) *checkering {
	switch theme {
	case plot.ThemeTransparent:
		return &checkering{{0xff, 0xff, 0xff, 0xff}, {0xe4, 0xe6, 0xea, 0xff}}
	case plot.ThemeTransparentDark:
		return &checkering{{0x1d, 0x20, 0x27, 0xff}, {0x2c, 0x30, 0x39, 0xff}}
	}
	return nil
}

// centered returns an image of w by h with the picture in its middle, within a
// line in the color of edge, and on a checkered ground unless that is nil.
func centered(picture *image.RGBA, w, h int, edge color.Color, ground *checkering) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	at := image.Pt((w-picture.Rect.Dx())/2, (h-picture.Rect.Dy())/2)
	area := picture.Rect.Add(at)
	if ground != nil {
		const square = 8
		for y := area.Min.Y; y < area.Max.Y; y++ {
			for x := area.Min.X; x < area.Max.X; x++ {
				out.SetRGBA(x, y, ground[(x/square+y/square)%2])
			}
		}
	}
	draw.Draw(out, area, picture, image.Point{}, draw.Over)
	for _, side := range []image.Rectangle{
		image.Rect(area.Min.X-1, area.Min.Y-1, area.Max.X+1, area.Min.Y),
		image.Rect(area.Min.X-1, area.Max.Y, area.Max.X+1, area.Max.Y+1),
		image.Rect(area.Min.X-1, area.Min.Y, area.Min.X, area.Max.Y),
		image.Rect(area.Max.X, area.Min.Y, area.Max.X+1, area.Max.Y),
	} {
		draw.Draw(out, side, image.NewUniform(edge), image.Point{}, draw.Src)
	}
	return out
}
