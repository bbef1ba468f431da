package carrier

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// namespace is that of the elements that hold texts within the metadata of an SVG.
const namespace = "urn:headroom"

// element is the name of such an element.
const element = "carried"

// PutSVG returns an SVG document of paint.SVG's with texts in its metadata. It fails
// where that is no such document.
func PutSVG(svg []byte, texts ...[]byte) ([]byte, error) {
	const before = "</title>\n"
	at := bytes.Index(svg, []byte(before))
	if at < 0 {
		return nil, errors.New("put texts into the SVG: it has no title")
	}
	at += len(before)
	var out bytes.Buffer
	out.Write(svg[:at])
	out.WriteString("<metadata>\n")
	for _, text := range texts {
		fmt.Fprintf(&out, `<h:%s xmlns:h="%s">`, element, namespace)
		// A buffer never fails.
		_ = xml.EscapeText(&out, text)
		fmt.Fprintf(&out, "</h:%s>\n", element)
	}
	out.WriteString("</metadata>\n")
	out.Write(svg[at:])
	return out.Bytes(), nil
}

func readSVG(data []byte, most int) (Texts, error) {
	texts := Texts{}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.Strict = false // entities of its own that another program has declared stay as they are
	for {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return texts, nil
		case err != nil:
			return nil, damaged("it is no XML (%v)", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != element || start.Name.Space != namespace {
			continue
		}
		text, err := within(decoder, most)
		if err != nil {
			return nil, err
		}
		if err := texts.add(text); err != nil {
			return nil, err
		}
	}
}

// within returns the text of an element that has begun.
func within(decoder *xml.Decoder, most int) ([]byte, error) {
	var text []byte
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil, damaged("it is no XML (%v)", err)
		}
		switch part := token.(type) {
		case xml.CharData:
			if text = append(text, part...); len(text) > most {
				return nil, tooLarge(most)
			}
		case xml.StartElement:
			return nil, damaged("an element stands within a text")
		case xml.EndElement:
			return text, nil
		}
	}
}
