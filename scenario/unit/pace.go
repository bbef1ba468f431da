package unit

import "strings"

// paces are the words behind an amount by which people give it as a pace, by the
// months that it is the amount of.
var paces = []struct {
	months int
	words  []string
}{
	{12, []string{"/y", "/yr", "/year", "a year", "per year", "per annum", "p.a.", "annually", "annualized"}},
	{3, []string{"/q", "/quarter", "a quarter", "per quarter"}},
	{1, []string{"/m", "/mo", "/month", "a month", "per month"}},
}

// CutPace returns a text without the words by which it says that it is a pace, such as
// 26.8/y or $26.8B a year, and of how many months an amount at that pace is; 0 months
// where it is no pace.
func CutPace(text string) (amount string, months int) {
	lower := strings.ToLower(strings.TrimSpace(text))
	for _, pace := range paces {
		for _, word := range pace.words {
			rest, ends := strings.CutSuffix(lower, word)
			if !ends || rest == "" || word[0] != '/' && !strings.HasSuffix(rest, " ") {
				continue
			}
			return strings.TrimSpace(strings.TrimSpace(text)[:len(rest)]), pace.months
		}
		for _, word := range pace.words {
			if word[0] != '/' {
				continue
			}
			if rest, ends := strings.CutSuffix(lower, "/ "+word[1:]); ends && rest != "" {
				return strings.TrimSpace(strings.TrimSpace(text)[:len(rest)]), pace.months
			}
		}
	}
	return text, 0
}
