package plot

import (
	"image"

	"headroom/scenario/plot/paint"
)

// PaintOn paints a picture onto a surface, in logical pixels: Width by Height of
// them, from the upper left corner. It fails where SVG does.
func (pic Picture) PaintOn(on paint.Surface) error {
	pic.Scale, pic.Pixels = 1, image.Point{}
	var d Drawing
	o, err := d.present(pic)
	if err != nil {
		return err
	}
	return d.Render(o.Width, o.Height, on)
}
