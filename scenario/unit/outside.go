package unit

import (
	"math"
	"strings"
)

// Outside says that a is not between low and high, in as many digits as it takes
// to see on which side it lies: "$1,000,001B is not between $0 and $1,000,000B".
func (a Amount) Outside(low, high Amount) string {
	said, below, above := a.Brief(), low.Brief(), high.Brief()
	switch {
	case a < low && said == below:
		said, below = a.apart(low)
	case a > high && said == above:
		said, above = a.apart(high)
	}
	return said + " is not between " + below + " and " + above
}

// Below says that a is below low in the same way: "−$0.3 is below $0".
func (a Amount) Below(low Amount) string {
	said, end := a.Brief(), low.Brief()
	if said == end {
		said, end = a.apart(low)
	}
	return said + " is below " + end
}

// apart writes a and an end of a range that it is not, both in the same unit.
func (a Amount) apart(end Amount) (said, limit string) {
	exp, word := 0, ""
	switch size := max(math.Abs(float64(a)), math.Abs(float64(end))); {
	case size >= 1e8:
		exp, word = -9, "B"
	case size >= 1e6:
		exp, word = -6, "M"
	}
	d, e := apart(float64(a), float64(end), exp, 0)
	write := func(d decimal) string {
		if d.isZero() {
			return "$0"
		}
		return signed(d, "$"+digits(d)+word, "")
	}
	return write(d), write(e.trimmed())
}

// Outside says that r is not between low and high, which words says, in as many
// digits as it takes to see on which side it lies: "100.003% is not between 0% and
// 100%".
func (r Rate) Outside(low, high Rate, words func(Rate) string) string {
	end := low
	if r > high {
		end = high
	}
	return r.Apart(end, words) + " is not between " + words(low) + " and " + words(high)
}

// Apart returns what words says of r, which is not end, but in as many more digits
// as it takes to see that: where 100.003% is 100% in words, it is 100.003%. What
// nobody could read for its length has an exponent.
func (r Rate) Apart(end Rate, words func(Rate) string) string {
	said, unit := words(r), "%"
	if strings.HasSuffix(said, " pp") {
		unit = " pp"
	}
	plus := ""
	if strings.HasPrefix(words(max(r, 1)), "+") {
		plus = "+"
	}
	const most = 20 // characters
	if d := decimalOf(float64(r)).shifted(2); len(said) > most {
		return signed(d, brief(d, narrow{0, 0, 100_000, ""}), plus) + unit
	}
	if r == end || said != words(end) {
		return said
	}
	d, _ := apart(float64(r), float64(end), 2, 1)
	return signed(d, digits(d), plus) + unit
}

// apart returns two numbers times ten to the power of exp, rounded to the fewest
// decimal places, at least places, that tell them from one another; they differ.
// Beyond a dozen it keeps all digits of the first.
func apart(v, end float64, exp, places int) (decimal, decimal) {
	d, e := decimalOf(v).shifted(exp), decimalOf(end).shifted(exp)
	for ; places <= 12; places++ {
		if a, b := d.rounded(places), e.rounded(places); a.negative != b.negative || a.digits != b.digits {
			return a, b
		}
	}
	return d.trimmed(), e.trimmed()
}

// digits writes the size of d, with an exponent where it would mostly be zeros.
func digits(d decimal) string {
	if d.exp < -30 {
		d.negative = false
		return d.exact()
	}
	return d.plain()
}

// signed puts the sign of d before a text of its size; plus is that of numbers
// above zero.
func signed(d decimal, size, plus string) string {
	switch {
	case d.negative:
		return minus + size
	case d.isZero():
		return size
	}
	return plus + size
}
