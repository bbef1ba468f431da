package pngfile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"unicode/utf8"
)

// The parts that carry texts. All begin with a keyword and a zero.
const (
	textPlain    = "tEXt" // Latin-1
	textPacked   = "zTXt" // Latin-1, compressed
	textAnywhere = "iTXt" // UTF-8 in a language, compressed or not
)

// AppendText appends a text under a keyword, compressed. Keyword and text must be
// ASCII, and the keyword one word: of the three kinds of text that PNG has, this is
// the one that other programs keep when they save a picture again, and some of them
// cut a keyword at its first blank.
func AppendText(out []byte, word string, text []byte) ([]byte, error) {
	var data bytes.Buffer
	data.WriteString(word + "\x00\x00")
	packer, err := zlib.NewWriterLevel(&data, zlib.BestCompression)
	if err == nil {
		_, err = packer.Write(text)
	}
	if err == nil {
		err = packer.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("compress the text %q: %w", word, err)
	}
	return Append(out, textPacked, data.Bytes()), nil
}

func (p Part) isText() bool {
	return p.Name == textPlain || p.Name == textPacked || p.Name == textAnywhere
}

// Keyword returns the keyword of a text, empty where the part is none.
func (p Part) Keyword() string {
	word, _, ok := bytes.Cut(p.data[:min(len(p.data), 80)], []byte{0})
	if !ok {
		return ""
	}
	return string(word)
}

// Text returns the text of a part that has a keyword, in UTF-8. The error wraps
// ErrDamaged where it has more than so many bytes or is not sound.
func (p Part) Text(most int) ([]byte, error) {
	word := p.Keyword()
	if p.cut {
		return nil, tooLarge(word, most)
	}
	rest := p.data[len(word)+1:]
	if p.Name == textPlain {
		if len(rest) > most {
			return nil, tooLarge(word, most)
		}
		return fromLatin(rest), nil
	}
	if p.Name == textPacked {
		if len(rest) < 1 || rest[0] != 0 {
			return nil, oddlyPacked(word)
		}
		text, err := inflated(word, rest[1:], most)
		return fromLatin(text), err
	}
	if len(rest) < 2 || rest[0] > 1 || rest[1] != 0 {
		return nil, oddlyPacked(word)
	}
	compressed := rest[0] == 1
	rest = rest[2:]
	for range 2 { // language and translation
		var ok bool
		if _, rest, ok = bytes.Cut(rest, []byte{0}); !ok {
			return nil, damaged("its text %q is incomplete", word)
		}
	}
	switch {
	case compressed:
		return inflated(word, rest, most)
	case len(rest) > most:
		return nil, tooLarge(word, most)
	}
	return rest, nil
}

// fromLatin returns a text of Latin-1 in UTF-8. What is UTF-8 already, which is not
// allowed and found all the same, stays as it is.
func fromLatin(text []byte) []byte {
	if utf8.Valid(text) {
		return text
	}
	out := make([]byte, 0, len(text)+len(text)/8)
	for _, b := range text {
		out = utf8.AppendRune(out, rune(b))
	}
	return out
}

func inflated(word string, data []byte, most int) ([]byte, error) {
	from := bytes.NewReader(data)
	unpacker, err := zlib.NewReader(from)
	if err != nil {
		return nil, notUnpacked(word)
	}
	text, err := io.ReadAll(io.LimitReader(unpacker, int64(most)+1))
	switch {
	case len(text) > most:
		return nil, tooLarge(word, most)
	case err != nil, from.Len() > 0:
		return nil, notUnpacked(word)
	}
	return text, nil
}

func oddlyPacked(word string) error {
	return damaged("its text %q is packed in a way PNG does not know", word)
}

func notUnpacked(word string) error { return damaged("its text %q cannot be unpacked", word) }

func tooLarge(word string, most int) error {
	return damaged("its text %q is larger than %s", word, sizeWords(most))
}

func sizeWords(bytes int) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MiB", bytes>>20)
	}
	return fmt.Sprintf("%d KiB", bytes>>10)
}
