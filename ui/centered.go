package ui

import (
	"image"
	"image/color"
	"image/draw"
)

// centered returns an image of w by h with the picture in its middle, within a
// line in the color of edge, and on a checkered ground where it is transparent.
func centered(picture *image.RGBA, w, h int, edge color.Color, checkered bool) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	at := image.Pt((w-picture.Rect.Dx())/2, (h-picture.Rect.Dy())/2)
	area := picture.Rect.Add(at)
	if checkered {
		const square = 8
		light, dark := color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0xe4, 0xe6, 0xea, 0xff}
		for y := area.Min.Y; y < area.Max.Y; y++ {
			for x := area.Min.X; x < area.Max.X; x++ {
				c := light
				if (x/square+y/square)%2 == 1 {
					c = dark
				}
				out.SetRGBA(x, y, c)
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
