package store

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFaultsOfJSONAreNamedByLineAndColumn(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"", "line 1, column 1: the file ends where a value is expected"},
		{" \n\n ", "line 3, column 2: the file ends where a value is expected"},
		{"[]", "line 1, column 1: a workspace is an object, not a list"},
		{"null", "line 1, column 1: a workspace is an object, not null"},
		{`"x"`, "line 1, column 1: a workspace is an object, not a text"},
		{"hello", `line 1, column 1: 'h' where a value is expected`},
		{"\xff\xfe{\x00", "line 1, column 1: not valid UTF-8"},
		{"{", "line 1, column 2: the file ends where a name in quotation marks is expected"},
		{"{\n  name: 1}", "line 2, column 3: 'n' where a name in quotation marks is expected"},
		{`{"view" 1}`, "line 1, column 9: '1' where ':' is expected"},
		{"{\"view\": {},\r\n}", "line 2, column 1: '}' where a name in quotation marks is expected"},
		{`{"view": {} "name": "x"}`, `line 1, column 13: '"' where ',' or '}' is expected`},
		{`{"scenarios": [] 2}`, `line 1, column 18: '2' where ',' or '}' is expected`},
		{`{"scenarios": [,]}`, `line 1, column 16: ',' where a value is expected`},
		{`{"scenarios": [}`, `line 1, column 16: '}' where a value is expected`},
		{`{"name": "é", "view": tru}`, "line 1, column 26: '}' where true is expected"},
		{`{"name": "é` + "\n", "line 1, column 12: the control character U+000A in a text; write it as \\u000a"},
		{`{"name": "é`, "line 1, column 10: a text that does not end"},
		{`{"name": "\`, "line 1, column 10: a text that does not end"},
		{`{"name": "\q"}`, "line 1, column 11: an escape that JSON does not know"},
		{`{"name": "\u12g4"}`, `line 1, column 11: \u without four hexadecimal digits`},
		{`{"name": "\u12`, `line 1, column 11: \u without four hexadecimal digits`},
		{`{"name": "a\ud800"}`, "line 1, column 12: half of a surrogate pair, which is no character"},
		{`{"name": "\udc00\ud800"}`, "line 1, column 11: half of a surrogate pair, which is no character"},
		{`{"name": "\ud800\ud800"}`, "line 1, column 11: half of a surrogate pair, which is no character"},
		{`{"name": "\ud800x"}`, "line 1, column 11: half of a surrogate pair, which is no character"},
		{"{\"name\": \"é\xc3\"}", "line 1, column 12: not valid UTF-8"},
		{"{\"name\": \"\xed\xa0\x80\"}", "line 1, column 11: not valid UTF-8"},
		{"{\"name\": \"\xc0\x80\"}", "line 1, column 11: not valid UTF-8"},
		{"{\"\xff\": 1}", "line 1, column 3: not valid UTF-8"},
		{`{"version": 01}`, "line 1, column 14: '1' where ',' or '}' is expected"},
		{`{"version": -}`, "line 1, column 14: '}' where a digit is expected"},
		{`{"version": +1}`, "line 1, column 13: '+' where a value is expected"},
		{`{"version": 1.}`, "line 1, column 15: '}' where a digit is expected"},
		{`{"version": .5}`, "line 1, column 13: '.' where a value is expected"},
		{`{"version": 1e}`, "line 1, column 15: '}' where a digit is expected"},
		{`{"version": NaN}`, "line 1, column 13: 'N' where a value is expected"},
		{`{"version": 1 // one`, "line 1, column 15: '/' where ',' or '}' is expected"},
	} {
		wantLines(t, test.file, test.want)
	}
}

func TestAFaultOfJSONEndsTheReading(t *testing.T) {
	wantLines(t, "{\"nome\": 1,\n\"view\": {\"selected\": 2},\n oops",
		"nome: unknown field",
		"view.selected: 2 is not a text",
		"line 3, column 2: 'o' where a name in quotation marks is expected")
}

func TestNothingMayFollowTheDocument(t *testing.T) {
	for _, more := range []string{"x", "{}", ",", "\x00", "\ufeff"} {
		wantLines(t, least("", "")+"\n"+more, "line 2, column 1: more after the end of the document")
	}
	wantLines(t, `{"format": "headroom-workspace", "scenarios": []}]`,
		"version: missing",
		"line 1, column 50: more after the end of the document")
}

func TestNestingIsAtMost32Deep(t *testing.T) {
	nested := func(n int) string { // n with the workspace's own
		return least(`,"x":`+strings.Repeat("[", n-1)+strings.Repeat("]", n-1), "")
	}
	wantLines(t, nested(32), "x: unknown field")
	column := strings.Index(nested(33), `"x":`) + len(`"x":`) + 32
	wantLines(t, nested(33), "x: unknown field", "line 1, column "+itoa(column)+": nested more than 32 deep")
	wantLines(t, strings.Repeat(`{"x":`, 1_000_000), "x: unknown field", "line 1, column 161: nested more than 32 deep")
}

func itoa(n int) string {
	text, _ := json.Marshal(n)
	return string(text)
}

// The scanner takes what encoding/json takes, less what that lets pass: bad
// UTF-8, half surrogate pairs and deep nesting.
func TestTheScannerAgreesWithEncodingJSON(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	pieces := []string{
		"{", "}", "[", "]", ",", ":", `"a"`, `"b":`, `""`, `"`, `\`, `\u0041`, `\ud83d\ude00`, "0", "-", "1", ".5", "e9", "E+1", "true", "false", "null",
		" ", "\n", "tru", "é", `"\n"`, "\x01", `{"a":1}`, `[1,2]`, `[]`, `{}`, "1.25e-3",
	}
	agreed := 0
	for range 300_000 {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		if random.IntN(2) == 0 {
			text = `{"a":[` + text + `]}`
		}
		if !utf8.ValidString(text) {
			continue
		}
		s := &scanner{data: []byte(text)}
		s.skip()
		s.end()
		if got, want := s.fault == nil, json.Valid([]byte(text)); got != want {
			t.Fatalf("%q: the scanner says %v, encoding/json %v", text, got, want)
		} else if want {
			agreed++
		}
	}
	if agreed < 1000 {
		t.Errorf("only %d texts were valid", agreed)
	}
}

func TestTextsSayWhatTheyEscape(t *testing.T) {
	for _, raw := range []string{
		`""`, `"plain"`, `"\"\\\/\b\f\n\r\t"`, `"\u0000\u001F\u007f"`, `"\u00e9é\u20AC"`, `"\ud83d\ude00\uD83D\uDE00😀"`, `"a\u0041b\\u0041"`,
	} {
		var want string
		if err := json.Unmarshal([]byte(raw), &want); err != nil {
			t.Fatal(err)
		}
		s := &scanner{data: []byte(raw)}
		s.kind()
		if got := s.text(); got != want || s.fault != nil {
			t.Errorf("%s says %q, want %q", raw, got, want)
		}
	}
}
