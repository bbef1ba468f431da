package lanes

// Differ sets out to what each of the first n amounts is more than another, and returns the
// sum of these differences and that of their squares.
func Differ(out, amounts *Amounts, other float64, n int) (sum, square float64) {
	var sums, squares [4]float64
	from := side(n)
	if from > 0 {
		differ(out, amounts, other, &sums, &squares, from)
	}
	differEach(out, amounts, other, &sums, &squares, from, n)
	return together(&sums), together(&squares)
}

func differEach(out, amounts *Amounts, other float64, sums, squares *[4]float64, from, to int) {
	for i := from; i < to; i++ {
		more := amounts[i%AtOnce] - other
		out[i%AtOnce] = more
		sums[i%4] += more
		squares[i%4] += float64(more * more)
	}
}

// Above returns the sum of what the first n amounts are more than another.
func Above(amounts *Amounts, other float64, n int) float64 {
	var sums [4]float64
	from := side(n)
	if from > 0 {
		above(amounts, other, &sums, from)
	}
	aboveEach(amounts, other, &sums, from, n)
	return together(&sums)
}

func aboveEach(amounts *Amounts, other float64, sums *[4]float64, from, to int) {
	for i := from; i < to; i++ {
		sums[i%4] += amounts[i%AtOnce] - other
	}
}

func together(sums *[4]float64) float64 { return (sums[0] + sums[1]) + (sums[2] + sums[3]) }
