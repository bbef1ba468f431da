package plot

import (
	"fmt"

	"headroom/scenario/plot/layout"
)

// newPalette returns the colors of a picture whose line has the given color.
func newPalette(theme Theme, line string) (layout.Palette, error) {
	return layout.NewPalette(theme.dark(), theme.Transparent(), line)
}

// LineColor returns the color, written #RRGGBB, in which the line of a scenario of
// that color is drawn: the color itself, or darker or lighter where it could
// hardly be told from the page. It is empty where the color is not written so.
func LineColor(line string, theme Theme) string {
	p, err := newPalette(theme, line)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("#%02X%02X%02X", p.Line.R, p.Line.G, p.Line.B)
}
