package unit

import "testing"

func TestPrintableTextKeepsToItsLine(t *testing.T) {
	for given, want := range map[string]string{
		"plain":              "plain",
		"é 漢 👩‍💻 \"quoted\"": "é 漢 👩‍💻 \"quoted\"",
		"a\nb\r\tc":          `a\nb\r\tc`,
		"\x1b[31m":           `\x1b[31m`,
		"\x00\x7f\u0085":     `\x00\x7f\u0085`,
		"a\u202eb\u2028":     `a\u202eb\u2028`,
		"bad \xff byte":      `bad \xff byte`,
		"kept \ufffd":        "kept \ufffd",
	} {
		if got := Printable(given); got != want {
			t.Errorf("%q is shown as %q, want %q", given, got, want)
		}
	}
}
