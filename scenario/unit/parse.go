package unit

import (
	"fmt"
	"math"
	"math/big"
	"strings"
)

const (
	amountHint = "write an amount like 38B, $38bn, 500M or 38,000,000,000"
	rateHint   = "write percent like 20% or 20.5"
	growthHint = "write growth like 129%, +5 pp or 2.29x"
	cliHint    = "write a rate like 0.2 or 20%"
)

// magnitudes are the powers of ten of the words after an amount.
var magnitudes = map[string]int{
	"k": 3, "thousand": 3,
	"m": 6, "mn": 6, "mm": 6, "mln": 6, "million": 6,
	"b": 9, "bn": 9, "bln": 9, "billion": 9,
	"t": 12, "tn": 12, "trn": 12, "trillion": 12,
}

// ParseAmount reads an amount as people type it: 38B, $38bn, 38 billion, 500M,
// 1.5T, 12.5K, 38,000,000,000 or 38,5, with or without a sign, or in brackets,
// which are a minus. A bare number below a million is in u, otherwise in dollars;
// so is one with a dollar sign and separated thousands, such as $12,345. Without a
// dollar sign, a comma that could separate thousands or decimals, as in 12,345, is
// refused. The amount is finite; its range is for the field to check.
func ParseAmount(text string, u AmountUnit) (Amount, error) { return Notation{Unit: u}.Amount(text) }

// ParseCLIAmount reads an amount as the command line takes it: as ParseAmount,
// bare numbers being dollars (38e9).
func ParseCLIAmount(text string) (Amount, error) { return ParseAmount(text, Dollars) }

// ParseRate reads a rate as people type it: 20%, 20.5 percent, or a bare number,
// which is percent as well. It is finite; its range is for the field to check.
func ParseRate(text string) (Rate, error) { return Notation{}.Rate(text) }

// ParseCLIRate reads a rate as the command line takes it: 20%, or a bare number,
// which is a fraction (0.2).
func ParseCLIRate(text string) (Rate, error) {
	q, err := Notation{}.percents(text, cliHint)
	if err != nil {
		return 0, err
	}
	if q.word == "" {
		q.number = q.number.shifted(2)
	}
	return q.percent(text, cliHint)
}

// ParseGrowth reads a growth as people type it: 129%, or a bare number, which is
// percent as well; +5 pp or -3pp, which is relative to shown; or 2.29x, the
// multiple of the year before, which is a growth of 129%. A comma in doubt is
// refused, but after a plus, where BriefGrowth writes thousands: +1,235%. The growth
// is finite; its range is for the field to check.
func ParseGrowth(text string, shown Rate) (Rate, error) { return Notation{}.Growth(text, shown) }

func (q quantity) percent(text, hint string) (Rate, error) {
	v, ok := q.number.shifted(-2).float()
	if !ok {
		return 0, refuse(text, reasonLarge, hint)
	}
	return Rate(v), nil
}

// nearest returns the rate nearest to an exact one.
func nearest(exact *big.Rat, text string) (Rate, error) {
	v, _ := exact.Float64()
	if math.IsInf(v, 0) {
		return 0, refuse(text, reasonLarge, growthHint)
	}
	return Rate(v), nil
}

func isPercent(word string) bool { return word == "%" || word == "percent" }

func isMultiple(word string) bool { return word == "x" || word == "times" }

func isPoints(word string) bool {
	switch word {
	case "pp", "pps", "pt", "pts", "%-points", "points", "percentage points":
		return true
	}
	return false
}

// refuse says what is wrong with text and what is allowed.
func refuse(text string, why reason, hint string) error {
	switch why {
	case reasonEmpty, reasonLong:
		return fmt.Errorf("%s; %s", why, hint)
	case reasonDoubt:
		text = strings.TrimSpace(text)
		return fmt.Errorf("%s could be %s or %s; write the one you mean", Quote(text),
			strings.Replace(text, ",", "", 1), strings.Replace(text, ",", ".", 1))
	}
	return fmt.Errorf("%s: %s; %s", Quote(text), why, hint)
}
