package unit

import (
	"math"
	"strconv"
)

// An Amount is in US dollars. Fields take 0 to 1e15; differences may be negative.
type Amount float64

// Headline returns a as headlines show it, with three significant digits or, from
// a hundred billions on, one decimal place: $38.0B, $8.48B, $134.6B, below a
// billion $149M, below a million $12,345, and $0. A zero that ends the second
// decimal place is left out: $2.0B. Negative amounts begin with the sign −; from
// $10,000T on all are written as Brief does.
func (a Amount) Headline() string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	if text, vast := a.vast(""); vast {
		return text
	}
	shown, word := decimalOf(float64(a)).threeDigits()
	return inDollars(a, shown.withPlaces(1).plain()+word)
}

// HeadlineIn returns a as Headline, but from a tenth of u on in u, as beside an
// axis that counts in it: $0.149B in billions. Amounts too large for u are shown
// as Headline has them.
func (a Amount) HeadlineIn(u AmountUnit) string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	word, counts := map[AmountUnit]string{Billions: "B", Millions: "M"}[u]
	part := decimalOf(float64(a)).shifted(-exponents[u])
	shown := part.rounded(3)
	if !counts || shown.atLeast(1) || !part.shifted(1).atLeast(1) {
		return a.Headline()
	}
	return inDollars(a, shown.withPlaces(1).plain()+word)
}

// Table returns a as tables show it, with two decimal places: $12.40B, below a
// tenth of a billion $5.00M, below a million $12,345, and $0. Negative amounts
// begin with the sign −; from $10,000T on all are written as Brief does.
func (a Amount) Table() string { return a.format(100, "") }

// Delta returns a as tables show a difference: +$3.00B, −$2.40B, and $0.
func (a Amount) Delta() string { return a.format(100, "+") }

// TableIn returns a as Table does, but beside an axis that counts in u: where that
// is not billions, all amounts below one are in millions.
func (a Amount) TableIn(u AmountUnit) string { return a.format(u.millions(), "") }

// DeltaIn is to Delta what TableIn is to Table.
func (a Amount) DeltaIn(u AmountUnit) string { return a.format(u.millions(), "+") }

// millions returns below how many millions amounts beside an axis that counts in u
// are shown in them.
func (u AmountUnit) millions() int64 {
	if u == Billions {
		return 100
	}
	return 1000
}

// Full returns all of a as one would type it: 13.07B, below a billion in millions
// (149M), below a million in thousands (12.345K), and 0. ParseAmount
// reads it back as the same amount, whatever the field's unit.
func (a Amount) Full() string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	size := math.Abs(float64(a))
	switch d := decimalOf(float64(a)); {
	case size == 0:
		return "0"
	case size >= 1e9:
		return d.shifted(-9).exact() + "B"
	case size >= 1e6:
		return d.shifted(-6).exact() + "M"
	default:
		return d.shifted(-3).exact() + "K"
	}
}

// format shows two decimal places. It rounds first and picks the unit by what is
// then shown, so that no border shows $100.00M or $1,000,000: millions are shown
// below the given number of them.
func (a Amount) format(millionsBelow int64, plus string) string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	if text, vast := a.vast(plus); vast {
		return text
	}
	d := decimalOf(float64(a))
	text := ""
	if dollars := d.rounded(0); !dollars.atLeast(1e6) {
		if dollars.isZero() {
			return "$0"
		}
		text = dollars.plain()
	} else if millions := d.shifted(-6).rounded(2); !millions.atLeast(millionsBelow) {
		text = millions.plain() + "M"
	} else {
		text = d.shifted(-9).rounded(2).plain() + "B"
	}
	if d.negative {
		return minus + "$" + text
	}
	return plus + "$" + text
}

// inDollars returns what is shown of a, which is its size, with sign and currency.
// What rounds to nothing has no sign.
func inDollars(a Amount, size string) string {
	if size == "0" {
		return "$0"
	}
	if a < 0 {
		return minus + "$" + size
	}
	return "$" + size
}

// threeDigits returns the size of d, in dollars, as it is shown with three
// significant digits, and the word for the unit it is then counted in. Dollars
// below a million are shown in full, billions with at least one decimal place.
// Rounding comes first, so that no border shows $1,000M.
func (d decimal) threeDigits() (shown decimal, word string) {
	d.negative = false
	if dollars := d.rounded(0); !dollars.atLeast(1e6) {
		return dollars, ""
	}
	millions := d.shifted(-6)
	for _, way := range []struct {
		places int
		below  int64
	}{{2, 10}, {1, 100}, {0, 1000}} {
		if shown := millions.rounded(way.places); !shown.atLeast(way.below) {
			return shown, "M"
		}
	}
	billions := d.shifted(-9)
	if shown := billions.rounded(2); !shown.atLeast(10) {
		return shown, "B"
	}
	return billions.rounded(1), "B"
}

// notFinite answers for what no field accepts, so that a fault elsewhere shows
// itself as text and not as a panic.
func notFinite(v float64) (string, bool) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return strconv.FormatFloat(v, 'f', -1, 64), true
	}
	return "", false
}
