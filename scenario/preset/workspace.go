package preset

import (
	"strings"

	"headroom/scenario"
)

// Default returns the workspace a first start opens: the shipped outlooks under
// the amended terms, and the default outlook under the prior ones. What it holds
// is shared and not to be written to.
func Default() scenario.Workspace { return shipped().workspace }

// palette is the set of colors by Okabe and Ito that color-blind people tell
// apart, in the order given to scenarios, without black and with the yellow
// last, which is faint on a light ground.
var palette = [...]string{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442"}

// Color returns the color #RRGGBB of the scenario at index i of a workspace,
// shown where the scenario has none of its own. It repeats after seven, and a
// negative index is taken as 0.
func Color(i int) string { return palette[max(i, 0)%len(palette)] }

// FreeColor returns the color #RRGGBB of a scenario to be added to a workspace:
// the first that none of its scenarios shows, or where all are shown that of the
// next place.
func FreeColor(w scenario.Workspace) string {
	shown := map[string]bool{}
	for i, s := range w.Scenarios {
		color := s.Color
		if color == "" {
			color = Color(i)
		}
		shown[strings.ToUpper(color)] = true
	}
	for _, color := range palette {
		if !shown[color] {
			return color
		}
	}
	return Color(len(w.Scenarios))
}
