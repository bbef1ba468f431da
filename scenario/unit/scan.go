package unit

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Longer texts are no number anyone types, and exponents beyond these no amount:
// together they bound the work a text can cause.
const (
	maxText     = 64
	maxExponent = 400
)

// A quantity is a text taken apart: a number and the words around it.
type quantity struct {
	number  decimal // trailing zeros kept: their place is the last digit shown
	signed  bool    // a sign was given, also a plus
	dollar  bool    // a dollar sign or its like was given
	grouped bool    // thousands were separated
	doubt   bool    // a comma could as well separate thousands as decimals
	word    string  // what follows the number, lower case, such as b, bn, % or pp
}

// A reason says why a text is no quantity, to be followed by what is allowed.
type reason string

const (
	reasonNone   reason = ""
	reasonEmpty  reason = "nothing is given"
	reasonLong   reason = "the text is too long"
	reasonShape  reason = "this is not a number"
	reasonCommas reason = "the separators are unclear: commas and spaces separate thousands, a point or a single comma decimals"
	reasonDoubt  reason = "the comma could separate thousands or decimals"
	reasonLarge  reason = "the number is too large"
)

var cleaner = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\t", " ", // spaces that spreadsheets and pages use
	minus, "-", "×", "x",
)

// cleaned writes a text with the blanks and signs of a keyboard. Most have no others.
func cleaned(text string) string {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf || text[i] == '\t' {
			return cleaner.Replace(text)
		}
	}
	return text
}

// scan takes text apart: sign, currency, number, word, each but the number
// optional, with spaces between them. Where a comma could mean either, comma
// decides; otherwise thousands are read, and the quantity says that it is in doubt.
func scan(text string, comma Comma) (quantity, reason) {
	if len(text) > maxText {
		return quantity{}, reasonLong
	}
	var q quantity
	rest := unbracketed(strings.ToLower(strings.TrimSpace(cleaned(text))))
	if rest == "" {
		return q, reasonEmpty
	}
	rest = q.takeSign(rest)
	rest = q.takeCurrency(rest)
	if !q.signed {
		rest = q.takeSign(rest)
	}
	rest, why := q.takeNumber(rest, comma)
	if why != reasonNone {
		return q, why
	}
	q.word = strings.TrimSpace(rest)
	for _, currency := range []string{"us dollars", "dollars", "usd", "$"} {
		if word, found := strings.CutSuffix(q.word, currency); found {
			q.word, q.dollar = strings.TrimSpace(word), true
			break
		}
	}
	return q, reasonNone
}

func (q *quantity) takeSign(rest string) string {
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "+") {
		q.signed, q.number.negative = true, rest[0] == '-'
		return strings.TrimLeft(rest[1:], " ")
	}
	return rest
}

func (q *quantity) takeCurrency(rest string) string {
	for _, currency := range []string{"us$", "usd", "$"} {
		if after, found := strings.CutPrefix(rest, currency); found {
			q.dollar = true
			return strings.TrimLeft(after, " ")
		}
	}
	return rest
}

// unbracketed writes a number in brackets, by which accountants mean that it is
// negative, with a minus: (5.0), $(5.0), (3%) and (3)%.
func unbracketed(text string) string {
	before, rest, opened := strings.Cut(text, "(")
	inside, after, closed := strings.Cut(rest, ")")
	if !opened || !closed || strings.ContainsAny(inside+after, "()") {
		return text
	}
	switch strings.TrimSpace(before) {
	case "", "$", "us$", "usd":
		return before + "-" + inside + after
	}
	return text
}

// takeNumber reads digits with thousands separators, a decimal point or comma and
// an exponent, and returns what follows them.
func (q *quantity) takeNumber(rest string, comma Comma) (string, reason) {
	end := 0
	for end < len(rest) && (isDigit(rest[end]) || rest[end] == ',' || rest[end] == '.' ||
		rest[end] == ' ' && end > 0 && end+1 < len(rest) && isDigit(rest[end+1])) {
		end++
	}
	written, rest := rest[:end], rest[end:]
	if strings.Trim(written, "., ") == "" {
		return rest, reasonShape
	}
	whole, fraction := q.part(written, comma)
	whole, ok := q.ungroup(whole)
	if !ok || strings.ContainsAny(fraction, ",. ") {
		return rest, reasonCommas
	}
	q.number.digits = whole + fraction
	q.number.exp = -len(fraction)
	exponent, rest, why := takeExponent(rest)
	q.number.exp += exponent
	return rest, why
}

// part parts a number at what separates its decimals: a point, or a comma that
// cannot separate thousands, as in 38,5 or 0,125. One like that of 1,234 can, and
// it is only comma that can tell.
func (q *quantity) part(written string, comma Comma) (whole, fraction string) {
	if whole, fraction, found := strings.Cut(written, "."); found || strings.Count(written, ",") != 1 {
		return whole, fraction
	}
	whole, fraction, _ = strings.Cut(written, ",")
	thousands := len(fraction) == 3 && whole != "" && len(whole) <= 3 && isDigits(whole) && whole[0] != '0'
	if !thousands || comma == CommaDecimal {
		return whole, fraction
	}
	q.doubt = comma == CommaInDoubt
	return written, ""
}

// ungroup removes separators that part digits into thousands. Others, as in
// 1,23,456, are refused.
func (q *quantity) ungroup(whole string) (string, bool) {
	if !strings.ContainsAny(whole, ", ") {
		return whole, whole == "" || isDigits(whole)
	}
	separator := ","
	if strings.Contains(whole, " ") {
		separator = " "
	}
	groups := strings.Split(whole, separator)
	q.grouped = true
	for i, group := range groups {
		if !isDigits(group) || i > 0 && len(group) != 3 || i == 0 && (len(group) > 3 || group[0] == '0') {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// takeExponent reads an exponent such as e9 or e-3, if there is one.
func takeExponent(rest string) (int, string, reason) {
	if !strings.HasPrefix(rest, "e") {
		return 0, rest, reasonNone
	}
	digits := strings.TrimLeft(rest[1:], "+-")
	if len(rest)-1-len(digits) > 1 {
		return 0, rest, reasonShape
	}
	end := 0
	for end < len(digits) && isDigit(digits[end]) {
		end++
	}
	exponent, err := strconv.Atoi(digits[:end])
	switch {
	case end == 0:
		return 0, rest, reasonShape
	case err != nil || exponent > maxExponent:
		return 0, rest, reasonLarge
	case rest[1] == '-':
		exponent = -exponent
	}
	return exponent, digits[end:], reasonNone
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
