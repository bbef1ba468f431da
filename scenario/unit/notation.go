package unit

import (
	"fmt"
	"math"
	"math/big"
	"strings"
)

// An AmountUnit is what a bare number in a field of amounts is counted in. The
// zero value is billions.
type AmountUnit int

// The units of bare numbers.
const (
	Billions AmountUnit = iota
	Millions
	Dollars
	Thousands
	Trillions
)

// exponents are the powers of ten that units count.
var exponents = [...]int{Billions: 9, Millions: 6, Dollars: 0, Thousands: 3, Trillions: 12}

// String returns the unit as a table says it, such as millions.
func (u AmountUnit) String() string {
	return [...]string{"billions", "millions", "dollars", "thousands", "trillions"}[u]
}

// A Comma says what a comma means where it could separate thousands or decimals,
// as in 12,345. A comma that can only mean one of them means that.
type Comma int

// What such a comma means: it is refused where nothing tells.
const (
	CommaInDoubt Comma = iota
	CommaThousands
	CommaDecimal
)

// A Notation is how numbers are written where they come from. The zero value is
// that of a field of amounts in billions.
type Notation struct {
	// Unit is what a bare number counts.
	Unit AmountUnit
	// Stated says that the unit is that of every bare number, as where a table
	// says what it is in. Otherwise a number of a million or more is in dollars,
	// and so is one with a dollar sign and separated thousands.
	Stated bool
	// Comma is what a comma in doubt means.
	Comma Comma
}

// Amount reads an amount as ParseAmount does.
func (n Notation) Amount(text string) (Amount, error) {
	q, why := scan(text, n.Comma)
	if why != reasonNone {
		return 0, refuse(text, why, amountHint)
	}
	exp, ok := q.magnitude(n)
	switch {
	case !ok:
		return 0, refuse(text, reasonShape, amountHint)
	case q.doubt && !q.dollar:
		return 0, refuse(text, reasonDoubt, amountHint)
	}
	v, ok := q.number.shifted(exp).float()
	if !ok {
		return 0, refuse(text, reasonLarge, amountHint)
	}
	return Amount(v), nil
}

// magnitude returns the power of ten that the number of q counts.
func (q quantity) magnitude(n Notation) (int, bool) {
	if q.word != "" {
		exp, ok := magnitudes[q.word]
		return exp, ok
	}
	if v, ok := q.number.float(); !n.Stated && (!ok || math.Abs(v) >= 1e6 || q.dollar && q.grouped) {
		return 0, true
	}
	return exponents[n.Unit], true
}

// Rate reads a rate as ParseRate does.
func (n Notation) Rate(text string) (Rate, error) {
	q, err := n.percents(text, rateHint)
	if err != nil {
		return 0, err
	}
	return q.percent(text, rateHint)
}

// percents takes a text apart that can only have percent after its number.
func (n Notation) percents(text, hint string) (quantity, error) {
	q, why := scan(text, n.Comma)
	switch {
	case why != reasonNone:
	case q.dollar || q.word != "" && !isPercent(q.word):
		why = reasonShape
	case q.doubt:
		why = reasonDoubt
	default:
		return q, nil
	}
	return q, refuse(text, why, hint)
}

// Growth reads a growth as ParseGrowth does.
func (n Notation) Growth(text string, shown Rate) (Rate, error) {
	q, why := scan(text, n.Comma)
	switch {
	case why != reasonNone:
	case q.dollar || !isMultiple(q.word) && q.word != "" && !isPercent(q.word) && !isPoints(q.word):
		why = reasonShape
	case q.doubt && (!q.signed || q.number.negative):
		why = reasonDoubt
	}
	if why != reasonNone {
		return 0, refuse(text, why, growthHint)
	}
	switch {
	case isPoints(q.word):
		if _, odd := notFinite(float64(shown)); odd {
			return 0, fmt.Errorf("%s is relative to a growth, and there is none; write growth like 129%%", Quote(text))
		}
		return nearest(new(big.Rat).Add(decimalOf(float64(shown)).rat(), q.number.shifted(-2).rat()), text)
	case isMultiple(q.word):
		return nearest(new(big.Rat).Sub(q.number.rat(), big.NewRat(1, 1)), text)
	}
	return q.percent(text, growthHint)
}

// A Written is what kind of quantity a text is, as far as its writing tells.
type Written int

// The kinds of quantities: no number at all; a bare number; one with a currency or
// a word such as million; one in percent; a multiple such as 2.3x; points, which
// are relative to another rate.
const (
	WrittenNone Written = iota
	WrittenBare
	WrittenAmount
	WrittenPercent
	WrittenMultiple
	WrittenPoints
)

// Look tells what kind of quantity a text is, and what its own comma or point says
// of all commas beside it: CommaInDoubt where it says nothing.
func Look(text string) (Written, Comma) {
	q, why := scan(text, CommaInDoubt)
	if why != reasonNone {
		return WrittenNone, CommaInDoubt
	}
	comma := CommaInDoubt
	switch {
	case q.doubt && q.dollar, q.grouped && !q.doubt && strings.Contains(text, ","), strings.Contains(text, "."):
		comma = CommaThousands
	case !q.doubt && strings.Contains(text, ","):
		comma = CommaDecimal
	}
	_, magnitude := magnitudes[q.word]
	switch {
	case magnitude, q.dollar && q.word == "":
		return WrittenAmount, comma
	case q.dollar:
	case q.word == "":
		return WrittenBare, comma
	case isPercent(q.word):
		return WrittenPercent, comma
	case isMultiple(q.word):
		return WrittenMultiple, comma
	case isPoints(q.word):
		return WrittenPoints, comma
	}
	return WrittenNone, CommaInDoubt
}

// InDoubt reports whether a text is a number whose comma could separate thousands or
// decimals, without a dollar sign that tells.
func InDoubt(text string) bool {
	q, why := scan(text, CommaInDoubt)
	return why == reasonNone && q.doubt && !q.dollar
}
