package export

import (
	"fmt"
	"hash/crc32"

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
	case !remember:
		return pic.PNG()
	}
	parts, err := memoryOf(Shown(pic))
	if err != nil {
		return nil, err
	}
	pic.Mark = 1 + crc32.ChecksumIEEE(parts)>>1
	data, err := pic.PNG()
	if err != nil {
		return nil, err
	}
	return inserted(data, parts)
}
