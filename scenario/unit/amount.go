package unit

import (
	"math"
	"strconv"
)

// An Amount is in US dollars. Fields take 0 to 1e15; differences may be negative.
type Amount float64

// Headline returns a as headlines show it, with one decimal place: $38.0B, below
// a tenth of a billion $99.0M, below a million $12,345, and $0. Negative amounts
// begin with the sign −.
func (a Amount) Headline() string { return a.format(1, "") }

// Table returns a as tables show it, with two decimal places: $12.40B, below a
// tenth of a billion $5.00M, below a million $12,345, and $0. Negative amounts
// begin with the sign −.
func (a Amount) Table() string { return a.format(2, "") }

// Delta returns a as tables show a difference: +$3.00B, −$2.40B, and $0.
func (a Amount) Delta() string { return a.format(2, "+") }

// Full returns all of a as one would type it: 13.07B, below a tenth of a billion
// in millions (5M), below a million in thousands (12.345K), and 0. ParseAmount
// reads it back as the same amount, whatever the field's unit.
func (a Amount) Full() string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	size := math.Abs(float64(a))
	switch d := decimalOf(float64(a)); {
	case size == 0:
		return "0"
	case size >= 1e8:
		return d.shifted(-9).exact() + "B"
	case size >= 1e6:
		return d.shifted(-6).exact() + "M"
	default:
		return d.shifted(-3).exact() + "K"
	}
}

// format rounds first and picks the unit by what is then shown, so that no
// border shows $100.0M or $1,000,000.
func (a Amount) format(places int, plus string) string {
	if text, odd := notFinite(float64(a)); odd {
		return text
	}
	d := decimalOf(float64(a))
	text := ""
	if dollars := d.rounded(0); !dollars.atLeast(1e6) {
		if dollars.isZero() {
			return "$0"
		}
		text = dollars.plain()
	} else if millions := d.shifted(-6).rounded(places); !millions.atLeast(100) {
		text = millions.plain() + "M"
	} else {
		text = d.shifted(-9).rounded(places).plain() + "B"
	}
	if d.negative {
		return minus + "$" + text
	}
	return plus + "$" + text
}

// notFinite answers for what no field accepts, so that a fault elsewhere shows
// itself as text and not as a panic.
func notFinite(v float64) (string, bool) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return strconv.FormatFloat(v, 'f', -1, 64), true
	}
	return "", false
}
