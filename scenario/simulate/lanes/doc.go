// Package lanes computes many paths at once: the normal values they are drawn by, how
// their revenue grows, what is due of it in a year, how much of that fits under the cap, and
// when a path reaches it; and what is added up of them. Where the processor has AVX2 and
// FMA four of them go side by side, in assembly; everywhere else one after another, in Go,
// which is what the assembly is held to, bit for bit, and which on a processor without FMA
// takes several times as long. It knows no scenario: what is done with a path whose sums
// disagree by rounding is up to its caller.
package lanes

// AtOnce is how many paths are computed at once: their amounts stay near the processor.
const AtOnce = 128

// Amounts are one amount for each of the paths computed at once.
type Amounts = [AtOnce]float64

// side returns how many of n paths go side by side. The rest is computed in Go.
func side(n int) int {
	if wide {
		return n &^ 3
	}
	return 0
}
