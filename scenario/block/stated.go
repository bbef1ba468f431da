package block

import (
	"fmt"
	"strings"

	"headroom/scenario/unit"
)

// scales are the words by which tables say in what they count amounts. Letters
// count only beside a currency or between brackets, since they are names too.
var scales = map[string]unit.AmountUnit{
	"thousand": unit.Thousands, "thousands": unit.Thousands, "000": unit.Thousands, "000s": unit.Thousands,
	"million": unit.Millions, "millions": unit.Millions, "mn": unit.Millions, "mln": unit.Millions, "mm": unit.Millions,
	"billion": unit.Billions, "billions": unit.Billions, "bn": unit.Billions, "bln": unit.Billions,
	"trillion": unit.Trillions, "trillions": unit.Trillions, "trn": unit.Trillions,
}

var letters = map[string]unit.AmountUnit{
	"k": unit.Thousands, "m": unit.Millions, "b": unit.Billions, "t": unit.Trillions,
}

// A Stated is what a table says of the unit of its amounts. The zero value says
// nothing.
type Stated struct {
	Unit unit.AmountUnit
	By   string // the words that say it, empty for none
}

// stated looks for a unit in words of a table: $ in thousands, (USD m), in
// millions, Revenue ($bn). Amounts of another currency are refused.
func stated(text string) (Stated, error) {
	if text == "" {
		return Stated{}, nil
	}
	lower := strings.ReplaceAll(strings.ToLower(text), "us$", "$")
	words := strings.FieldsFunc(lower, func(r rune) bool { return strings.ContainsRune(" ,.:;/'’()[]\u00a0", r) })
	var found Stated
	for i, word := range words {
		if foreign(word) {
			return Stated{}, fmt.Errorf("%s is in another currency; the amounts here are US dollars", unit.Quote(text))
		}
		scale := strings.TrimPrefix(strings.TrimPrefix(word, "usd"), "$")
		money := scale != word || i > 0 && (words[i-1] == "$" || words[i-1] == "usd")
		if u, known := scales[scale]; known {
			return Stated{u, text}, nil
		}
		if u, known := letters[scale]; known && (money || strings.Contains(lower, "("+word+")")) {
			return Stated{u, text}, nil
		}
		if word == "dollars" || (word == "usd" || word == "$") && (len(words) == 1 || strings.Contains(lower, "("+word+")")) {
			found = Stated{unit.Dollars, text}
		}
	}
	return found, nil
}

// foreign knows the signs and codes of currencies that are not US dollars.
func foreign(word string) bool {
	switch strings.Trim(word, "0123456789") {
	case "eur", "euro", "euros", "gbp", "chf", "jpy", "yen", "cny", "rmb", "cad", "aud", "inr":
		return true
	}
	return strings.ContainsAny(word, "€£¥₹")
}
