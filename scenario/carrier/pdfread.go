package carrier

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
)

// Bounds of what is looked at in a PDF.
const (
	maxStreams    = 100_000
	maxDictionary = 4 << 10
)

var (
	streamStart = []byte("stream")
	streamEnd   = []byte("endstream")
	objectStart = []byte(" obj")

	// otherStreams are those that carry no text: pictures, fonts, tables of objects.
	otherStreams = regexp.MustCompile(`/Subtype\s*/(Image|Form|Type1C|CIDFontType0C|OpenType|XML)|/Length1\b|/Type\s*/(ObjStm|XRef|Metadata)|/FunctionType`)
	filters      = regexp.MustCompile(`/(ASCIIHex|ASCII85|LZW|RunLength|CCITTFax|JBIG2|DCT|JPX|Crypt)(Decode)?\b`)
	deflated     = regexp.MustCompile(`/Fl(ateDecode)?\b`)
)

// readPDF looks at the streams of a document one by one, wherever they stand, and takes
// those that begin as a text does: so it does not depend on how a program that saved
// the document has arranged it. Of two with the same format the later counts, as it does
// in a document that was updated.
func readPDF(data []byte, most int) (Texts, error) {
	texts := Texts{}
	var unpacker io.ReadCloser
	count := 0
	for at := 0; ; {
		next := bytes.Index(data[at:], streamStart)
		if next < 0 {
			return texts, nil
		}
		start := at + next
		at = start + len(streamStart)
		dictionary, body := streamAt(data, start)
		if dictionary == nil {
			continue
		}
		if count++; count > maxStreams {
			return nil, damaged("it has more than %d streams", maxStreams)
		}
		if otherStreams.Match(dictionary) || filters.Match(dictionary) {
			continue
		}
		text, err := streamText(body, deflated.Match(dictionary), &unpacker, most)
		if err != nil {
			return nil, err
		}
		if text != nil {
			texts[formatOf(text)] = text
		}
	}
}

// streamAt returns the dictionary before the word stream at a place, and what begins
// behind it; nil where the word begins no stream.
func streamAt(data []byte, start int) (dictionary, body []byte) {
	before := bytes.TrimRight(data[max(0, start-maxDictionary):start], " \t\r\n")
	if !bytes.HasSuffix(before, []byte(">>")) {
		return nil, nil
	}
	body = data[start+len(streamStart):]
	switch {
	case bytes.HasPrefix(body, []byte("\r\n")):
		body = body[2:]
	case bytes.HasPrefix(body, []byte("\n")):
		body = body[1:]
	default:
		return nil, nil
	}
	if at := bytes.LastIndex(before, objectStart); at >= 0 {
		return before[at+len(objectStart):], body
	}
	return nil, nil
}

// streamText returns the text that a stream holds, nil where it holds another thing.
func streamText(body []byte, packed bool, unpacker *io.ReadCloser, most int) ([]byte, error) {
	if !packed {
		if formatOf(body) == "" {
			return nil, nil
		}
		end := bytes.Index(body, streamEnd)
		switch {
		case end < 0:
			return nil, damaged("it ends too early")
		case end > most:
			return nil, tooLarge(most)
		}
		return bytes.TrimRight(body[:end], "\r\n"), nil
	}
	from := bytes.NewReader(body)
	if *unpacker == nil {
		opened, err := zlib.NewReader(from)
		if err != nil {
			return nil, nil // it is no such stream
		}
		*unpacker = opened
	} else if err := (*unpacker).(zlib.Resetter).Reset(from, nil); err != nil {
		return nil, nil
	}
	head := make([]byte, startSize)
	n, _ := io.ReadFull(*unpacker, head)
	if formatOf(head[:n]) == "" {
		return nil, nil
	}
	rest, err := io.ReadAll(io.LimitReader(*unpacker, int64(most)+1))
	switch {
	case n+len(rest) > most:
		return nil, tooLarge(most)
	case err != nil:
		return nil, damaged("a text in it cannot be unpacked")
	}
	return append(head[:n], rest...), nil
}
