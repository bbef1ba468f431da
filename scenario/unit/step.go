package unit

import "math/big"

// StepAmount returns a moved by a number of steps of the last digit in text, as
// typed or shown for a, computed in decimals: one step up from $38.0B is exactly
// 38.1e9. It returns a itself where the text is no amount.
func StepAmount(a Amount, text string, u AmountUnit, steps float64) Amount {
	return Amount(step(float64(a), amountStep(text, u), steps))
}

// StepRate returns r moved by a number of steps of the last digit in text, as
// typed or shown for r, computed in decimals: one step up from 129.5% is exactly
// 1.296. It returns r itself where the text is no rate.
func StepRate(r Rate, text string, steps float64) Rate {
	return Rate(step(float64(r), rateStep(text), steps))
}

func amountStep(text string, u AmountUnit) decimal {
	q, why := scan(text, CommaThousands)
	exp, ok := q.magnitude(Notation{Unit: u})
	if why != reasonNone || !ok {
		return decimal{digits: "0"}
	}
	return decimal{digits: "1", exp: q.number.exp + exp}
}

func rateStep(text string) decimal {
	q, why := scan(text, CommaThousands)
	if why != reasonNone || q.dollar {
		return decimal{digits: "0"}
	}
	switch {
	case q.word == "" || isPercent(q.word) || isPoints(q.word):
		return decimal{digits: "1", exp: q.number.exp - 2}
	case isMultiple(q.word):
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
