package unit

import "math/big"

// AmountStep returns the size of the last digit in a text that ParseAmount
// accepts: $0.1B for $38.0B, $1 for $12,345. It is 0 where the text is no amount.
func AmountStep(text string, u AmountUnit) Amount {
	v, _ := amountStep(text, u).float()
	return Amount(v)
}

// RateStep returns the size of the last digit in a text that ParseRate or
// ParseGrowth accepts: 0.001 for +129.5%, 0.01 for 20% and 2.29x. It is 0 where
// the text is no rate.
func RateStep(text string) Rate {
	v, _ := rateStep(text).float()
	return Rate(v)
}

// StepAmount returns a moved by a number of steps of the last digit in text, as
// typed or shown for a, reckoned in decimals: one step up from $38.0B is exactly
// 38.1e9. It returns a itself where the text is no amount.
func StepAmount(a Amount, text string, u AmountUnit, steps float64) Amount {
	return Amount(step(float64(a), amountStep(text, u), steps))
}

// StepRate returns r moved by a number of steps of the last digit in text, as
// typed or shown for r, reckoned in decimals: one step up from 129.5% is exactly
// 1.296. It returns r itself where the text is no rate.
func StepRate(r Rate, text string, steps float64) Rate {
	return Rate(step(float64(r), rateStep(text), steps))
}

func amountStep(text string, u AmountUnit) decimal {
	q, why := scan(text)
	exp, ok := q.magnitude(u)
	if why != reasonNone || !ok {
		return decimal{digits: "0"}
	}
	return decimal{digits: "1", exp: q.number.exp + exp}
}

func rateStep(text string) decimal {
	q, why := scan(text)
	if why != reasonNone || q.dollar {
		return decimal{digits: "0"}
	}
	switch {
	case q.word == "" || isPercent(q.word) || isPoints(q.word):
		return decimal{digits: "1", exp: q.number.exp - 2}
	case q.word == "x" || q.word == "times":
		return decimal{digits: "1", exp: q.number.exp}
	}
	return decimal{digits: "0"}
}

// step adds in decimals, so that stepping leaves no binary dust in a field.
func step(v float64, size decimal, steps float64) float64 {
	if _, odd := notFinite(v); odd {
		return v
	}
	if _, odd := notFinite(steps); odd {
		return v
	}
	moved := new(big.Rat).Mul(size.rat(), decimalOf(steps).rat())
	out, _ := moved.Add(moved, decimalOf(v).rat()).Float64()
	if _, odd := notFinite(out); odd {
		return v
	}
	return out
}
