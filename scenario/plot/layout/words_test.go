package layout

import "testing"

func TestNamesStayOnTheirLineAndInTheirDirection(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"a plan", "a plan"},
		{"two\nlines\tand\x00more", "two lines and more"},
		{"right \u202eto left\u202c", "right to left"},
		{"\u2066isolated\u2069\u200f", "isolated"},
		{"broken \xff", "broken \uFFFD"},
	} {
		if got := OneLine(c.name); got != c.want {
			t.Errorf("%q is drawn as %q, want %q", c.name, got, c.want)
		}
	}
}
