package main

import (
	"strings"
	"testing"
)

func TestATextIsBrokenIntoLines(t *testing.T) {
	for text, want := range map[string]string{
		"":                  "",
		"one":               "one",
		"one two three":     "one two\nthree",
		"longer than seven": "longer\nthan\nseven",
		"überall, − und":    "überall,\n− und",
		"a bc def ghij":     "a bc\ndef\nghij",
	} {
		if got := wrapped(text, 7); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
		if got := wrapped(text, 7); strings.Join(strings.Fields(got), " ") != text {
			t.Errorf("%q loses words: %q", text, got)
		}
	}
}
