package unit

import (
	"strconv"
	"strings"
	"time"
)

// dateWords are a date or period taken apart: its numbers and words in lower case.
type dateWords []dateWord

// A dateWord is a number or a word, and what parts it from the word before it.
type dateWord struct {
	text  string
	after string // empty, a blank, -, /, ., a comma or an apostrophe; several are joined
}

// partDate parts a text at blanks, separators, and between digits and letters:
// 1Q26 has three words. It reports whether the text has nothing else and begins
// and ends with a word. Ordinal endings and words that say nothing are left out.
func partDate(text string) (dateWords, bool) {
	if len(text) > maxText {
		return nil, false
	}
	text = strings.ToLower(strings.TrimSpace(cleaned(strings.ReplaceAll(text, "’", "'"))))
	var words dateWords
	after := ""
	for text != "" {
		n := run(text, isDigit)
		if n == 0 {
			n = run(text, isLetter)
		}
		if n == 0 {
			if !strings.Contains(" -/.,'", text[:1]) {
				return nil, false
			}
			if text[0] != ' ' || after == "" {
				after = strings.TrimSpace(after) + text[:1]
			}
			text = text[1:]
			continue
		}
		word := dateWord{text[:n], after}
		text, after = text[n:], ""
		if silent(word, words) {
			continue
		}
		if len(words) == 0 {
			word.after = strings.TrimSpace(word.after)
		}
		words = append(words, word)
	}
	return words, len(words) > 0 && (after == "" || after == "." || after == ",") && (words[0].after == "" || words[0].after == "'")
}

// silent reports whether a word adds nothing to those before it.
func silent(word dateWord, before dateWords) bool {
	switch word.text {
	case "st", "nd", "rd", "th":
		return len(before) > 0 && word.after == "" && isDigits(before[len(before)-1].text)
	case "the", "of", "on", "by", "in":
		return true
	}
	return false
}

func run(text string, is func(byte) bool) int {
	n := 0
	for n < len(text) && is(text[n]) {
		n++
	}
	return n
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' }

func (w dateWords) has(text string) bool {
	for i := range w {
		if w[i].text == text {
			return true
		}
	}
	return false
}

// number reads a number of at most so many digits.
func (w dateWord) number(most int) (int, bool) {
	if !isDigits(w.text) || len(w.text) > most {
		return 0, false
	}
	n, _ := strconv.Atoi(w.text)
	return n, true
}

// year reads a year of so many digits; of two it is one of this century.
func (w dateWord) year(digits int) (int, bool) {
	n, ok := w.number(digits)
	if digits == 2 {
		n += 2000
	}
	return n, ok && len(w.text) == digits
}

// month reads the name of a month, or at least three letters of its beginning.
func (w dateWord) month() (time.Month, bool) {
	if len(w.text) < 3 {
		return 0, false
	}
	for month := time.January; month <= time.December; month++ {
		if strings.HasPrefix(strings.ToLower(month.String()), w.text) {
			return month, true
		}
	}
	return 0, false
}

// ordinal reads the number of a quarter in words.
func (w dateWord) ordinal() (int, bool) {
	for i, word := range []string{"first", "second", "third", "fourth"} {
		if w.text == word {
			return i + 1, true
		}
	}
	return 0, false
}

// weekday reports whether the word is the name of a day of the week, or begins it.
func (w dateWord) weekday() bool {
	if len(w.text) < 3 {
		return false
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.HasPrefix(strings.ToLower(day.String()), w.text) {
			return true
		}
	}
	return false
}
