package unit

import "strconv"

// A narrow is a way to write a size of at most a certain number of characters.
type narrow struct {
	exp    int   // the power of ten that is counted
	places int   // decimal places
	below  int64 // the first size that is too long
	unit   string
}

// Brief returns a as a narrow field shows it, whose last digit is what a step
// moves: with three significant digits or more as Headline, but with the zeros
// that these end with ($2.00B), then from a thousand billions on with fewer digits ($1,235B, $12,346B, $123.5T, $1,235T), and
// beyond what anyone has with an exponent ($1.2e20). It takes no more room than
// $999,999, but for a sign, and ParseAmount reads it back as what it shows, from
// $1,000 on: less is read as billions.
func (a Amount) Brief() string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	if shown, word := decimalOf(float64(a)).threeDigits(); word != "B" || !shown.atLeast(1000) {
		return inDollars(a, shown.plain()+word)
	}
	return inDollars(a, brief(decimalOf(float64(a)), narrow{9, 0, 100_000, "B"}, narrow{12, 1, 1000, "T"}, narrow{12, 0, 100_000, "T"}))
}

// vast writes an amount beyond what anyone has, which growth alone comes to, in
// trillions or with an exponent ($2,123,040T, $2.1e24); false where it is less.
func (a Amount) vast(plus string) (string, bool) {
	d := decimalOf(float64(a))
	if !d.shifted(-12).rounded(0).atLeast(10_000) {
		return "", false
	}
	sign := plus + "$"
	if a < 0 {
		sign = minus + "$"
	}
	return sign + brief(d, narrow{12, 0, 10_000_000, "T"}), true
}

// BriefGrowth returns r as a narrow field shows a growth: as Growth below
// 1,000%, then without decimal places (+10,000%), and beyond what a stream may
// grow by with an exponent (+1.2e7%). ParseGrowth reads it back as what it shows.
func (r Rate) BriefGrowth() string {
	if text, odd := notFinite(float64(r)); odd {
		return text
	}
	d := decimalOf(float64(r)).shifted(2)
	if !d.rounded(1).atLeast(1000) {
		return r.Growth()
	}
	sign := "+"
	if r < 0 {
		sign = minus
	}
	return sign + brief(d, narrow{0, 0, 100_000, ""}) + "%"
}

// brief writes the size of d in the first of the ways in which it is short
// enough, and else with an exponent: two digits, or one beside a long exponent.
func brief(d decimal, ways ...narrow) string {
	for _, way := range ways {
		if shown := d.shifted(-way.exp).rounded(way.places); !shown.atLeast(way.below) {
			return shown.plain() + way.unit
		}
	}
	exp, places := len(d.digits)-1+d.exp, 1
	if exp >= 100 {
		places = 0
	}
	shown := d.shifted(-exp).rounded(places)
	if shown.atLeast(10) {
		exp++
		shown = d.shifted(-exp).rounded(places)
	}
	return shown.plain() + "e" + strconv.Itoa(exp)
}
