package export

import (
	"fmt"

	"headroom/scenario/plot"
)

// Picture returns the bytes of a picture in the given format. One that is to
// remember also carries the scenarios it shows, as Embed puts them in; only a PNG
// can. It fails where the picture cannot be drawn.
func Picture(pic plot.Picture, format Format, remember bool) ([]byte, error) {
	switch {
	case format == FormatSVG && remember:
		return nil, fmt.Errorf("only a PNG can carry the scenarios it shows")
	case format == FormatSVG:
		return pic.SVG()
	case format != FormatPNG:
		return nil, fmt.Errorf("format of the picture: %q is not %s or %s", format, FormatPNG, FormatSVG)
	}
	data, err := pic.PNG()
	if err != nil || !remember {
		return data, err
	}
	w, view := Shown(pic)
	return Embed(data, w, view)
}
