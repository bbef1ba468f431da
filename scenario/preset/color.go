package preset

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"headroom/scenario"
)

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
	shown := shown(w)
	for _, color := range palette {
		if shown[color] == 0 {
			return color
		}
	}
	return Color(len(w.Scenarios))
}

// DistinctColor returns the color #RRGGBB of a scenario to be added to a workspace and
// held against the one at index i: never its color; of the others one that none of
// those compared shows, as far as there are such, then one that the fewest
// scenarios show, and of these the one that is told best from it.
func DistinctColor(w scenario.Workspace, i int) string {
	shown, own := shown(w), colorOf(w, i)
	compared := map[string]int{}
	for _, id := range w.View.Compared {
		if at := w.Find(id); at >= 0 {
			compared[colorOf(w, at)] = 1
		}
	}
	better := func(a, b string) bool {
		return cmp.Or(cmp.Compare(compared[a], compared[b]), cmp.Compare(shown[a], shown[b]),
			cmp.Compare(apart(b, own), apart(a, own))) < 0
	}
	best := ""
	for _, color := range palette {
		if color != own && (best == "" || better(color, best)) {
			best = color
		}
	}
	return best
}

// FreeColorBeside returns the color #RRGGBB of a scenario that is to stand beside the one
// with the given id, where the workspace has it.
func FreeColorBeside(w scenario.Workspace, id string) string {
	if at := w.Find(id); at >= 0 {
		return DistinctColor(w, at)
	}
	return FreeColor(w)
}

// colorOf returns the color in which the scenario at index i is shown, in capitals.
func colorOf(w scenario.Workspace, i int) string {
	if color := w.Scenarios[i].Color; color != "" {
		return strings.ToUpper(color)
	}
	return Color(i)
}

// shown counts the scenarios by their colors.
func shown(w scenario.Workspace) map[string]int {
	counts := map[string]int{}
	for i := range w.Scenarios {
		counts[colorOf(w, i)]++
	}
	return counts
}

// apart returns how different two colors #RRGGBB look: the distance in Oklab, in
// which equal distances look alike, 0 to 1.
func apart(a, b string) float64 {
	p, q := oklab(a), oklab(b)
	return math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
}

// oklab returns lightness, and place between green and red and between blue and
// yellow, of a color #RRGGBB.
func oklab(color string) [3]float64 {
	bits, _ := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 32) // colors are checked: this cannot fail
	light := func(shift int) float64 {
		v := float64(bits>>shift&0xFF) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	red, green, blue := light(16), light(8), light(0)
	l := math.Cbrt(0.4122214708*red + 0.5363325363*green + 0.0514459929*blue)
	m := math.Cbrt(0.2119034982*red + 0.6806995451*green + 0.1073969566*blue)
	s := math.Cbrt(0.0883024619*red + 0.2817188376*green + 0.6299787005*blue)
	return [3]float64{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}
