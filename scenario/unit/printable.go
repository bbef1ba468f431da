package unit

import (
	"strconv"
	"strings"
	"unicode"
)

// Printable returns text with whatever would break its line, move a terminal's
// cursor or turn the direction of writing shown as an escape, such as \n or
// \u202e. Other text is returned as it is.
func Printable(text string) string {
	if strings.IndexFunc(text, disturbing) < 0 && !strings.ContainsRune(text, unicode.ReplacementChar) {
		return text
	}
	var out strings.Builder
	for i, r := range text {
		switch {
		case r == unicode.ReplacementChar && !strings.HasPrefix(text[i:], string(r)):
			out.WriteString(`\x` + strconv.FormatUint(uint64(text[i])|0x100, 16)[1:])
		case disturbing(r):
			quoted := strconv.QuoteRuneToASCII(r)
			out.WriteString(quoted[1 : len(quoted)-1])
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// disturbing reports whether r is a control character, breaks lines, or turns
// the direction of writing.
func disturbing(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' ||
		unicode.Is(unicode.Bidi_Control, r)
}
