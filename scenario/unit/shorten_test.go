package unit

import (
	"strings"
	"testing"
)

func TestLongTextsAreCut(t *testing.T) {
	accents := strings.Repeat("é", 31)
	for _, c := range []struct{ says, got, want string }{
		{"as long as may be", Shorten("abcde", 5), "abcde"},
		{"one longer", Shorten("abcdef", 5), "abcde"},
		{"characters, not bytes", Shorten("äöüß", 4), "äöüß"},
		{"none of them in half", Shorten("äöüß", 3), "äöü"},
		{"nothing left", Shorten("abc", 0), ""},
		{"less than nothing", Shorten("abc", -1), ""},
		{"no letter counts as one", Shorten("\xff\xffa", 2), "\xff\xff"},
		{"as long as may be, told", Brief("äöüß", 4), "äöüß"},
		{"one longer, told", Brief("äöüßé", 4), "äöüß…"},
		{"quoted", Quote("a\tb"), `"a\tb"`},
		{"quoted, as long as may be", Quote(accents[:60]), `"` + accents[:60] + `"`},
		{"quoted, one longer", Quote(accents), `"` + accents[:60] + `"…`},
		{"quoted, with more room", QuoteBrief(accents, 31), `"` + accents + `"`},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.says, c.got, c.want)
		}
	}
}
