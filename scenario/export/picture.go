package export

import (
	"fmt"
	"hash/crc32"
	"strings"

	"headroom/scenario/carrier"
	"headroom/scenario/plot"
)

// Picture returns the bytes of a picture in the given format. One that is to
// remember also carries the scenarios it shows, as Embed puts them in. It fails where
// the picture cannot be drawn.
func Picture(pic plot.Picture, format Format, remember bool) ([]byte, error) {
	switch {
	case format == FormatSVG && remember:
		return rememberingSVG(pic)
	case format == FormatSVG:
		return pic.SVG()
	case format != FormatPNG:
		return nil, fmt.Errorf("format of the picture: %q is not %s or %s", format, FormatPNG, FormatSVG)
	case !remember:
		return pic.PNG()
	}
	parts, err := recordParts(Shown(pic))
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

// rememberingSVG returns a picture as an SVG that carries the scenarios it shows.
func rememberingSVG(pic plot.Picture) ([]byte, error) {
	workspace, view, err := recordTexts(Shown(pic))
	if err != nil {
		return nil, err
	}
	data, err := pic.SVG()
	if err != nil {
		return nil, err
	}
	return carrier.PutSVG(data, workspace, view)
}

// Lacking says, without a capital or a period, for which characters of its texts a picture in the
// given format shows boxes. It is empty where there are none, where the texts of an
// SVG are left to the fonts of who looks at it, and where the picture cannot be drawn.
func Lacking(pic plot.Picture, format Format) string {
	if format == FormatSVG && !pic.Outlines {
		return ""
	}
	lacking, err := pic.Lacking()
	if err != nil || len(lacking) == 0 {
		return ""
	}
	const most = 8
	named := make([]string, 0, most)
	for _, c := range lacking[:min(most, len(lacking))] {
		named = append(named, string(c))
	}
	list := strings.Join(named, " ")
	if rest := len(lacking) - most; rest > 0 {
		list += fmt.Sprintf(" and %d more", rest)
	}
	return "boxes stand for " + list + ": pictures have Latin, Greek and Cyrillic letters"
}
