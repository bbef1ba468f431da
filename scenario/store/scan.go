package store

import "fmt"

// The kinds of JSON values, by the character they begin with; numbers are '0'.
const (
	kindObject = '{'
	kindList   = '['
	kindText   = '"'
	kindNumber = '0'
	kindTrue   = 't'
	kindFalse  = 'f'
	kindNull   = 'n'
	kindNone   = 0 // no value: the text ends or is broken here
)

// maxDepth is how deep objects and lists may be nested.
const maxDepth = 32

// A scanner walks through JSON text, value by value. Its first fault ends the
// walk: from then on there is no value anywhere, so that loops end by
// themselves.
type scanner struct {
	data  []byte
	pos   int
	depth int
	fault *syntaxFault
}

// A syntaxFault is a fault of the JSON itself.
type syntaxFault struct {
	pos     int
	message string
}

func (s *scanner) fail(pos int, message string) {
	if s.fault == nil {
		s.fault = &syntaxFault{pos, message}
	}
	s.pos = len(s.data)
}

// kind skips white space and returns the kind of the value that begins here.
func (s *scanner) kind() byte {
	switch b := s.peek(); b {
	case kindObject, kindList, kindText, kindTrue, kindFalse, kindNull:
		return b
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return kindNumber
	default:
		s.unexpected("a value")
		return kindNone
	}
}

// peek skips white space and returns the next byte, 0 at the end.
func (s *scanner) peek() byte {
	for ; s.pos < len(s.data); s.pos++ {
		switch b := s.data[s.pos]; b {
		case ' ', '\t', '\n', '\r':
		default:
			return b
		}
	}
	return 0
}

// unexpected fails at what is here, where something else should be.
func (s *scanner) unexpected(wanted string) {
	if s.pos >= len(s.data) {
		s.fail(s.pos, "the file ends where "+wanted+" is expected")
		return
	}
	r, size := decodeRune(s.data[s.pos:])
	if size == 0 {
		s.fail(s.pos, "not valid UTF-8")
		return
	}
	s.fail(s.pos, fmt.Sprintf("%q where %s is expected", r, wanted))
}

// take goes past b, if it comes next.
func (s *scanner) take(b byte) bool {
	if s.peek() != b {
		return false
	}
	s.pos++
	return true
}

// object walks through an object. It calls member at each member's value, which
// member must go past; start is where the name begins.
func (s *scanner) object(member func(name string, start int)) {
	if !s.enter('{') {
		return
	}
	defer func() { s.depth-- }()
	if s.take('}') {
		return
	}
	for s.fault == nil {
		if s.peek() != '"' {
			s.unexpected("a name in quotation marks")
			return
		}
		start := s.pos
		name := s.text()
		if s.fault == nil && !s.take(':') {
			s.unexpected("':'")
		}
		if s.fault != nil {
			return
		}
		member(name, start)
		if s.fault != nil || s.take('}') {
			return
		}
		if !s.take(',') {
			s.unexpected("',' or '}'")
		}
	}
}

// list walks through a list. It calls item at each item, which item must go past.
func (s *scanner) list(item func(i int)) {
	if !s.enter('[') {
		return
	}
	defer func() { s.depth-- }()
	if s.take(']') {
		return
	}
	for i := 0; s.fault == nil; i++ {
		item(i)
		if s.fault != nil || s.take(']') {
			return
		}
		if !s.take(',') {
			s.unexpected("',' or ']'")
		}
	}
}

// enter goes past the bracket that opens an object or a list.
func (s *scanner) enter(open byte) bool {
	if !s.take(open) {
		s.unexpected("'" + string(rune(open)) + "'")
		return false
	}
	if s.depth == maxDepth {
		s.fail(s.pos-1, fmt.Sprintf("nested more than %d deep", maxDepth))
		return false
	}
	s.depth++
	return true
}

// skip goes past one value, whatever it is.
func (s *scanner) skip() {
	switch s.kind() {
	case kindObject:
		s.object(func(string, int) { s.skip() })
	case kindList:
		s.list(func(int) { s.skip() })
	case kindText:
		s.textBounds()
	case kindNumber:
		s.number()
	case kindTrue:
		s.literal("true")
	case kindFalse:
		s.literal("false")
	case kindNull:
		s.literal("null")
	}
}

func (s *scanner) literal(word string) {
	for i := range len(word) {
		if s.pos+i >= len(s.data) || s.data[s.pos+i] != word[i] {
			s.pos += i
			s.unexpected(word)
			return
		}
	}
	s.pos += len(word)
}

// number goes past a number and returns its text.
func (s *scanner) number() []byte {
	start := s.pos
	if s.at('-') {
		s.pos++
	}
	if s.at('0') {
		s.pos++
	} else {
		s.digits()
	}
	if s.fault == nil && s.at('.') {
		s.pos++
		s.digits()
	}
	if s.fault == nil && (s.at('e') || s.at('E')) {
		s.pos++
		if s.at('+') || s.at('-') {
			s.pos++
		}
		s.digits()
	}
	if s.fault != nil {
		return nil
	}
	return s.data[start:s.pos]
}

func (s *scanner) at(b byte) bool { return s.pos < len(s.data) && s.data[s.pos] == b }

// digits goes past one digit or more.
func (s *scanner) digits() {
	start := s.pos
	for s.pos < len(s.data) && '0' <= s.data[s.pos] && s.data[s.pos] <= '9' {
		s.pos++
	}
	if s.pos == start {
		s.unexpected("a digit")
	}
}

// end checks that nothing but white space is left.
func (s *scanner) end() {
	s.peek()
	if s.pos < len(s.data) {
		s.fail(s.pos, "more after the end of the document")
	}
}
