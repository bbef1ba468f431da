package unit

import "strconv"

// Shorten returns the first characters of a text, at most most of them.
func Shorten(text string, most int) string {
	if len(text) <= most {
		return text
	}
	count := 0
	for at := range text {
		if count >= most {
			return text[:at]
		}
		count++
	}
	return text
}

// Brief returns a text of at most most characters as it is, and of a longer one these
// and an ellipsis.
func Brief(text string, most int) string {
	if short := Shorten(text, most); short != text {
		return short + "…"
	}
	return text
}

// Quote quotes a text that cannot be read, for an error; of one of more than 30
// characters it quotes these, and an ellipsis follows.
func Quote(text string) string { return QuoteBrief(text, 30) }

// QuoteBrief quotes a text; of one of more than most characters it quotes these, and
// an ellipsis follows.
func QuoteBrief(text string, most int) string {
	if short := Shorten(text, most); short != text {
		return strconv.Quote(short) + "…"
	}
	return strconv.Quote(text)
}
