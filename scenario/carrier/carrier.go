// Package carrier puts texts into SVG, HTML and PDF files, where other programs leave
// them alone, and takes them out again whatever program saved the file since.
//
// It looks at a file only as far as it takes to find the texts, reads no more of it
// than a limit, and knows nothing of what they say but the name of their format.
package carrier

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
)

// A Kind is one of the formats of files that can carry texts here.
type Kind string

// The kinds.
const (
	SVG  Kind = "SVG"
	HTML Kind = "HTML"
	PDF  Kind = "PDF"
)

// MaxFile is the most bytes of a file that are read.
const MaxFile = 64 << 20

// HeadSize is how much of the beginning of a file it takes to tell its kind.
const HeadSize = 64 << 10

// ErrDamaged says that a file, or what it carries, cannot be read.
var ErrDamaged = errors.New("the file is damaged")

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

var (
	svgStart  = regexp.MustCompile(`(?i)<svg[\s>]`)
	htmlStart = regexp.MustCompile(`(?i)<(!doctype\s+html|html)[\s>]`)
)

// KindOf tells the kind of a file by its beginning, empty where it is none of them.
func KindOf(head []byte) Kind {
	if at := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); at >= 0 {
		return PDF
	}
	if first := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"); len(first) == 0 || first[0] != '<' {
		return ""
	}
	svg, html := svgStart.FindIndex(head), htmlStart.FindIndex(head)
	switch {
	case html != nil && (svg == nil || html[0] < svg[0]):
		return HTML
	case svg != nil:
		return SVG
	}
	return ""
}

// Texts are what a file carries, by the name of their format: each is a JSON text whose
// first field is format.
type Texts map[string][]byte

// add adds a text of a known format. Of two of the same format the file is damaged.
func (t Texts) add(text []byte) error {
	name := formatOf(text)
	if name == "" {
		return nil
	}
	if t[name] != nil {
		return damaged("it carries two of %q", name)
	}
	t[name] = text
	return nil
}

// formatStart is how a text that is carried begins: with its format.
var formatStart = regexp.MustCompile(`^\s*\{\s*"format"\s*:\s*"(headroom-[a-z]{1,32})"`)

// startSize is how much of a text it takes to tell its format.
const startSize = 256

// formatOf returns the name of the format of a text, empty where it has none of ours.
func formatOf(text []byte) string {
	m := formatStart.FindSubmatch(text[:min(len(text), startSize)])
	if m == nil {
		return ""
	}
	return string(m[1])
}

// Read returns what a file of a kind carries. Texts have at most so many bytes each.
// The error is or wraps ErrDamaged where the file cannot be read as what it is.
func Read(r io.Reader, kind Kind, most int) (Texts, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the file: %w", err)
	case len(data) > MaxFile:
		return nil, damaged("it is larger than %d MiB", MaxFile>>20)
	}
	switch kind {
	case SVG:
		return readSVG(data, most)
	case HTML:
		return readHTML(data, most)
	case PDF:
		return readPDF(data, most)
	}
	return nil, fmt.Errorf("no texts can be read from a file of the kind %q", kind)
}

func tooLarge(most int) error { return damaged("a text in it is larger than %d MiB", most>>20) }
