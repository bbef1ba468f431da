package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A document is what a PDF says, as far as the tests ask.
type document struct {
	lines     []string // each piece of text
	text      string   // each piece of text on a line of its own, and all of it in one
	actual    string   // what stands for pieces that the font cannot name
	bookmarks string   // one a line
	links     string   // one a line
	box       string
	pages     int
	right     float64 // where the rightmost piece of text begins
	low       float64 // where the lowest stands, from the lower edge
}

var (
	streams = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	shown   = regexp.MustCompile(`(?s)BT (-?[\d.]+) (-?[\d.]+) Td \(((?:\\.|[^\\()])*)\) Tj ET`)
	actual  = regexp.MustCompile(`ActualText <FEFF([0-9A-F]*)>`)
	titles  = regexp.MustCompile(`(?s)<</Title \(((?:\\.|[^\\()])*)\)`)
	uris    = regexp.MustCompile(`(?s)/URI \(((?:\\.|[^\\()])*)\)`)
	media   = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+ [\d.]+)\]`)
	escaped = regexp.MustCompile(`(?s)\\(.)`)
)

func read(t *testing.T, data []byte) document {
	t.Helper()
	d := document{low: 1e9, pages: bytes.Count(data, []byte("<</Type /Page\n"))}
	var pieces []string
	for _, packed := range streams.FindAllSubmatch(data, -1) {
		unpacker, err := zlib.NewReader(bytes.NewReader(packed[1]))
		if err != nil {
			continue // it is no compressed stream
		}
		page, err := io.ReadAll(unpacker)
		if err != nil {
			t.Fatal(err)
		}
		for _, piece := range shown.FindAllSubmatch(page, -1) {
			pieces = append(pieces, fromUTF16(piece[3]))
			x, _ := strconv.ParseFloat(string(piece[1]), 64)
			y, _ := strconv.ParseFloat(string(piece[2]), 64)
			d.right, d.low = max(d.right, x), min(d.low, y)
		}
		for _, piece := range actual.FindAllSubmatch(page, -1) {
			raw, err := hex.DecodeString(string(piece[1]))
			if err != nil {
				t.Fatal(err)
			}
			d.actual += fromUTF16(raw) + "\n"
		}
	}
	d.lines = pieces
	d.text = strings.Join(pieces, "\n") + "\n" + strings.Join(pieces, " ")
	for _, title := range titles.FindAllSubmatch(data, -1) {
		d.bookmarks += strings.TrimPrefix(fromUTF16(title[1]), "\ufeff") + "\n"
	}
	for _, uri := range uris.FindAllSubmatch(data, -1) {
		d.links += string(escaped.ReplaceAll(uri[1], []byte("$1"))) + "\n"
	}
	if box := media.FindSubmatch(data); box != nil {
		d.box = string(box[1])
	}
	return d
}

// fromUTF16 returns a text that a PDF holds as UTF-16, with its escapes.
func fromUTF16(text []byte) string {
	text = escaped.ReplaceAllFunc(text, func(pair []byte) []byte {
		if pair[1] == 'r' {
			return []byte{'\r'}
		}
		return pair[1:]
	})
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = uint16(text[2*i])<<8 | uint16(text[2*i+1])
	}
	return string(utf16.Decode(units))
}
