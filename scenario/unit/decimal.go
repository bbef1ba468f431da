package unit

import (
	"math/big"
	"strconv"
	"strings"
)

// minus is the sign people read; a hyphen is accepted as well.
const minus = "−"

// A decimal is digits * 10^exp, in the very digits that are typed or shown, so
// that moving the point between dollars and billions costs no bit.
type decimal struct {
	negative bool
	digits   string // 0 to 9, at least one
	exp      int
}

// decimalOf returns the shortest decimal that reads back as v, which is finite.
func decimalOf(v float64) decimal {
	text := strconv.FormatFloat(v, 'e', -1, 64)
	mantissa, exponent, _ := strings.Cut(strings.TrimPrefix(text, "-"), "e")
	exp, _ := strconv.Atoi(exponent) // as FormatFloat writes it
	whole, fraction, _ := strings.Cut(mantissa, ".")
	return decimal{negative: v < 0, digits: whole + fraction, exp: exp - len(fraction)}
}

// shifted returns d times ten to the power of n.
func (d decimal) shifted(n int) decimal {
	d.exp += n
	return d
}

// float returns the number nearest to d, never minus zero, and false where it is
// too large for one.
func (d decimal) float() (float64, bool) {
	v, err := strconv.ParseFloat(d.digits+"e"+strconv.Itoa(d.exp), 64)
	if err != nil {
		return 0, false
	}
	if d.negative && v != 0 {
		v = -v
	}
	return v, true
}

// rat returns d exactly. Its cost grows with exp, which scan and float64 bound.
func (d decimal) rat() *big.Rat {
	r, _ := new(big.Rat).SetString(d.digits + "e" + strconv.Itoa(d.exp)) // a number, since digits are
	if d.negative {
		r.Neg(r)
	}
	return r
}

func (d decimal) isZero() bool { return strings.Trim(d.digits, "0") == "" }

// rounded returns d with the given number of decimal places, halves away from
// zero, and without the sign of a zero.
func (d decimal) rounded(places int) decimal {
	drop := -places - d.exp
	switch {
	case drop <= 0:
		d.digits += strings.Repeat("0", -drop)
	case drop > len(d.digits):
		d.digits = "0"
	default:
		keep := len(d.digits) - drop
		up := d.digits[keep] >= '5'
		d.digits = "0" + d.digits[:keep]
		if up {
			d.digits = increment(d.digits)
		}
	}
	d.exp = -places
	last := len(d.digits) - 1
	d.digits = strings.TrimLeft(d.digits[:last], "0") + d.digits[last:]
	if d.isZero() {
		d.negative = false
	}
	return d
}

// increment adds one to digits, which begin with a zero.
func increment(digits string) string {
	out := []byte(digits)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] != '9' {
			out[i]++
			break
		}
		out[i] = '0'
	}
	return string(out)
}

// plain returns d without its sign and with thousands separators, as many
// decimal places as it has.
func (d decimal) plain() string {
	if d.exp >= 0 {
		return grouped(d.digits + strings.Repeat("0", d.exp))
	}
	digits := d.digits
	if missing := 1 - d.exp - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) + d.exp
	return grouped(digits[:point]) + "." + digits[point:]
}

// atLeast reports whether d, which has no places hidden by an exponent above 0,
// is n or more in size.
func (d decimal) atLeast(n int64) bool {
	return new(big.Rat).Abs(d.rat()).Cmp(new(big.Rat).SetInt64(n)) >= 0
}

// trimmed returns d without zeros at the end of its decimal places.
func (d decimal) trimmed() decimal {
	for d.exp < 0 && len(d.digits) > 1 && d.digits[len(d.digits)-1] == '0' {
		d.digits = d.digits[:len(d.digits)-1]
		d.exp++
	}
	if d.isZero() {
		return decimal{digits: "0"}
	}
	return d
}

// withPlaces returns d without zeros at the end of its decimal places, as far as
// more than the given number are left.
func (d decimal) withPlaces(least int) decimal {
	for -d.exp > least && len(d.digits) > 1 && d.digits[len(d.digits)-1] == '0' {
		d.digits = d.digits[:len(d.digits)-1]
		d.exp++
	}
	return d
}

// exact returns all digits of d with a sign a keyboard has, and an exponent
// where the zeros would otherwise outnumber the digits.
func (d decimal) exact() string {
	d = d.trimmed()
	sign := ""
	if d.negative {
		sign = "-"
	}
	if d.exp > 15 || d.exp < -30 {
		return sign + d.digits + "e" + strconv.Itoa(d.exp)
	}
	return sign + strings.ReplaceAll(d.plain(), ",", "")
}

// grouped separates the thousands of digits.
func grouped(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return b.String()
}
