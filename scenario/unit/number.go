package unit

import (
	"strconv"
	"strings"
)

// Number returns v as workspace files and faults write it: with the fewest digits
// that keep all its bits, and large round amounts in millions, billions and so on,
// 38e9 and 13.07e9 rather than 38000000000 and 1.307e+10.
func Number(v float64) string {
	text := strconv.FormatFloat(v, 'e', -1, 64)
	mantissa, power, found := strings.Cut(text, "e")
	exponent, err := strconv.Atoi(power)
	if !found || err != nil {
		return text // not a finite number
	}
	if exponent < -6 {
		return mantissa + "e" + strconv.Itoa(exponent)
	}
	long := ""
	if exponent < 21 {
		long = strconv.FormatFloat(v, 'f', -1, 64)
	}
	if exponent < 6 {
		return long
	}
	short := movePoint(mantissa, exponent%3) + "e" + strconv.Itoa(exponent-exponent%3)
	if long != "" && len(long) <= len(short) {
		return long
	}
	return short
}

// Grouped returns n as people read it, with its thousands separated: 8,192.
func Grouped(n int) string {
	if n < 0 {
		return minus + grouped(strconv.Itoa(n)[1:])
	}
	return grouped(strconv.Itoa(n))
}

// Fixed returns v, which is finite, as people read it with the given number of
// decimal places and its thousands separated: 1,250.50.
func Fixed(v float64, places int) string {
	d := decimalOf(v).rounded(places)
	if d.negative {
		return minus + d.plain()
	}
	return d.plain()
}

// movePoint multiplies a number of one digit before the point by ten to the
// places.
func movePoint(mantissa string, places int) string {
	sign := ""
	if mantissa[0] == '-' {
		sign, mantissa = "-", mantissa[1:]
	}
	whole, part, _ := strings.Cut(mantissa, ".")
	for len(part) < places {
		part += "0"
	}
	whole, part = whole+part[:places], part[places:]
	if part != "" {
		part = "." + part
	}
	return sign + whole + part
}
