package words

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"headroom/scenario/unit"
)

// UpperFirst returns text with a capital at its beginning.
func UpperFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

func lowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first == utf8.RuneError {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

// Count says a number of things: 1 month, 0 months, 12 months.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Span says how long so many months are: "ten months", "three years and ten
// months", "13 years".
func Span(months int) string {
	years, rest := months/12, months%12
	switch {
	case years == 0:
		return Spelled(rest, "month")
	case rest == 0:
		return Spelled(years, "year")
	}
	return Spelled(years, "year") + " and " + Spelled(rest, "month")
}

// Spelled says a number of things, small ones spelled out: one month, 13 years.
func Spelled(n int, thing string) string {
	small := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	number := strconv.Itoa(n)
	if n >= 0 && n < len(small) {
		number = small[n]
	}
	if n != 1 {
		thing += "s"
	}
	return number + " " + thing
}

// List joins things as a sentence does: "a", "a and b", "a, b and c".
func List(things []string) string {
	n := len(things)
	if n < 2 {
		return strings.Join(things, "")
	}
	return strings.Join(things[:n-1], ", ") + " and " + things[n-1]
}

// Inner returns text with its middle left out where it has more than most
// characters, so that the end of a name, by which copies differ, stays: "A very
// lo… plan copy".
func Inner(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most || most < 3 {
		return unit.Shorten(text, most)
	}
	head := most / 2
	tail := most - head - 1
	return strings.TrimSpace(string(runes[:head])) + "…" + strings.TrimSpace(string(runes[len(runes)-tail:]))
}

// SpreadsheetText returns text as a spreadsheet takes it for text: led by an
// apostrophe where it begins like a formula, after spaces too, and with control
// characters escaped. It is for words, not for figures.
func SpreadsheetText(text string) string {
	text = unit.Printable(text)
	if first := strings.TrimSpace(text); first != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(first)[0]) {
		return "'" + text
	}
	return text
}

// LowerFirst returns text as it stands within a sentence.
func LowerFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first == utf8.RuneError {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}
