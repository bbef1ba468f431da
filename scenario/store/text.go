package store

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// text goes past a text and returns what it says.
func (s *scanner) text() string {
	from, to, escaped := s.textBounds()
	if s.fault != nil {
		return ""
	}
	if !escaped {
		return string(s.data[from:to])
	}
	return unescape(s.data[from:to])
}

// textBounds goes past a text and returns where it is between its quotation
// marks, and whether it has escapes. All that is wrong with a text is found here.
func (s *scanner) textBounds() (from, to int, escaped bool) {
	s.pos++
	from = s.pos
	for s.pos < len(s.data) {
		switch b := s.data[s.pos]; {
		case b == '"':
			s.pos++
			return from, s.pos - 1, escaped
		case b == '\\':
			escaped = true
			s.escape()
		case b < ' ':
			s.fail(s.pos, fmt.Sprintf("the control character U+%04X in a text; write it as \\u%04x", b, b))
		case b < utf8.RuneSelf:
			s.pos++
		default:
			_, size := decodeRune(s.data[s.pos:])
			if size == 0 {
				s.fail(s.pos, "not valid UTF-8")
			}
			s.pos += size
		}
	}
	s.fail(from-1, "a text that does not end")
	return from, from, escaped
}

// escape goes past one escape, or two that make up one character.
func (s *scanner) escape() {
	start := s.pos
	s.pos++
	if s.pos >= len(s.data) {
		return
	}
	switch s.data[s.pos] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.pos++
		return
	case 'u':
	default:
		s.fail(start, "an escape that JSON does not know")
		return
	}
	unit, ok := hex4(s.data[s.pos+1:])
	if !ok {
		s.fail(start, `\u without four hexadecimal digits`)
		return
	}
	s.pos += 5
	if !utf16.IsSurrogate(unit) {
		return
	}
	if s.pos+1 < len(s.data) && s.data[s.pos] == '\\' && s.data[s.pos+1] == 'u' {
		low, ok := hex4(s.data[s.pos+2:])
		if ok && utf16.DecodeRune(unit, low) != utf8.RuneError {
			s.pos += 6
			return
		}
	}
	s.fail(start, "half of a surrogate pair, which is no character")
}

// unescape returns what a text with sound escapes says.
func unescape(raw []byte) string {
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			out = append(out, raw[i])
			continue
		}
		i++
		switch raw[i] {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, _ := hex4(raw[i+1:])
			i += 4
			if utf16.IsSurrogate(r) {
				low, _ := hex4(raw[i+3:])
				r = utf16.DecodeRune(r, low)
				i += 6
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, raw[i])
		}
	}
	return string(out)
}

// hex4 reads four hexadecimal digits.
func hex4(digits []byte) (rune, bool) {
	if len(digits) < 4 {
		return 0, false
	}
	var v rune
	for _, b := range digits[:4] {
		switch {
		case '0' <= b && b <= '9':
			v = v<<4 | rune(b-'0')
		case 'a' <= b && b <= 'f':
			v = v<<4 | rune(b-'a'+10)
		case 'A' <= b && b <= 'F':
			v = v<<4 | rune(b-'A'+10)
		default:
			return 0, false
		}
	}
	return v, true
}

// decodeRune returns the first character and its size, 0 where it is not valid
// UTF-8.
func decodeRune(data []byte) (rune, int) {
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size <= 1 {
		return 0, 0
	}
	return r, size
}
