package unit

import "strings"

// A Rate is a fraction: 0.20 is 20 %, a growth of 1.29 is +129 %.
type Rate float64

// Percent returns r with at most two decimal places and no zeros at their end:
// 20%, 20.5%, 5.65%. Negative rates begin with the sign −.
func (r Rate) Percent() string {
	if text, odd := notFinite(float64(r)); odd {
		return text
	}
	d := decimalOf(float64(r)).shifted(2).rounded(2).trimmed()
	if d.negative {
		return minus + d.plain() + "%"
	}
	return d.plain() + "%"
}

// Tenths returns r as a part of a whole is shown beside others, in percent with one
// decimal place: 45.0%, 0.0%.
func (r Rate) Tenths() string {
	if text, odd := notFinite(float64(r)); odd {
		return text
	}
	return strings.TrimPrefix(r.points(), "+") + "%"
}

// Growth returns r as a growth is shown, signed and with one decimal place:
// +129.5%, −3.0%, and 0.0%.
func (r Rate) Growth() string {
	if text, odd := notFinite(float64(r)); odd {
		return text
	}
	return r.points() + "%"
}

// Points returns r as a difference between rates is shown, in percentage points:
// +5.0 pp, −3.0 pp, and 0.0 pp.
func (r Rate) Points() string {
	if text, odd := notFinite(float64(r)); odd {
		return text
	}
	return r.points() + " pp"
}

func (r Rate) points() string {
	d := decimalOf(float64(r)).shifted(2).rounded(1)
	switch {
	case d.negative:
		return minus + d.plain()
	case d.isZero():
		return d.plain()
	}
	return "+" + d.plain()
}

// Full returns all of r in percent as one would type it, such as 129.53%.
// ParseRate and ParseGrowth read it back as the same rate.
func (r Rate) Full() string {
	if text, odd := notFinite(float64(r)); odd {
		return text
	}
	return decimalOf(float64(r)).shifted(2).exact() + "%"
}
