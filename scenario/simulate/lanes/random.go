package lanes

// Step is what the state of random numbers grows by from one to the next: they are those
// of SplitMix64 of G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number
// generators" (2014).
const Step = 0x9e3779b97f4a7c15

const (
	mixOnce  = 0xbf58476d1ce4e5b9
	mixTwice = 0x94d049bb133111eb
)

// Mix returns the random digits of a state.
func Mix(state uint64) uint64 {
	v := (state ^ state>>30) * mixOnce
	v = (v ^ v>>27) * mixTwice
	return v ^ v>>31
}

// Unit makes a number between 0 and 1 of random digits, never 0 and never 1.
func Unit(digits uint64) float64 { return float64(int64(digits>>12<<1|1)) * (1.0 / (1 << 53)) }

// Units sets out to numbers between 0 and 1, those of the states that come after the
// given one.
func Units(out []float64, state uint64) {
	from := side(len(out))
	if from > 0 {
		units(&out[0], state, from)
	}
	unitsEach(out, state, from)
}

func unitsEach(out []float64, state uint64, from int) {
	for i := from; i < len(out); i++ {
		out[i] = Unit(Mix(state + uint64(i+1)*Step))
	}
}

// PartsOf sets out to the parts of the range that draws between 0 and 1 lie in.
func PartsOf(out []uint8, draws []float64) {
	out = out[:len(draws)]
	from := side(len(draws))
	if from > 0 {
		partsOf(&out[0], &draws[0], from)
	}
	partsOfEach(out, draws, from)
}

func partsOfEach(out []uint8, draws []float64, from int) {
	for i := from; i < len(draws); i++ {
		out[i] = uint8(int(draws[i] * InParts))
	}
}
