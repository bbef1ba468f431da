package carrier

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"
)

// scriptID is the start of the id of the elements that hold texts in a page. They are
// data to every browser, and run nowhere.
const scriptID = "headroom-"

// forScript writes a JSON text so that nothing in it ends the element it stands in:
// these characters can only be within strings, where JSON has escapes for them.
var forScript = []struct{ old, new []byte }{
	{[]byte("<"), []byte(`\u003c`)}, {[]byte(">"), []byte(`\u003e`)}, {[]byte("&"), []byte(`\u0026`)},
}

// PutHTML returns a page with texts at its end. It fails where the page has none.
func PutHTML(page []byte, texts ...[]byte) ([]byte, error) {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		return nil, errors.New("put texts into the page: it has no end")
	}
	out := bytes.NewBuffer(bytes.Clone(page[:at]))
	for _, text := range texts {
		for _, r := range forScript {
			text = bytes.ReplaceAll(text, r.old, r.new)
		}
		fmt.Fprintf(out, "<script type=\"application/json\" id=\"%s\">%s</script>\n", formatOf(text), text)
	}
	out.Write(page[at:])
	return out.Bytes(), nil
}

func readHTML(data []byte, most int) (Texts, error) {
	texts := Texts{}
	tokens := html.NewTokenizer(bytes.NewReader(data))
	ours := false
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if err := tokens.Err(); !errors.Is(err, io.EOF) {
				return nil, damaged("it is no HTML (%v)", err)
			}
			return texts, nil
		case html.StartTagToken:
			ours = isOurs(tokens)
		case html.EndTagToken:
			ours = false
		case html.TextToken:
			if !ours {
				continue
			}
			text := bytes.Clone(tokens.Raw())
			if len(text) > most {
				return nil, tooLarge(most)
			}
			if err := texts.add(text); err != nil {
				return nil, err
			}
		}
	}
}

// isOurs reports whether the element that begins holds a text.
func isOurs(tokens *html.Tokenizer) bool {
	name, more := tokens.TagName()
	if string(name) != "script" {
		return false
	}
	for more {
		var key, value []byte
		if key, value, more = tokens.TagAttr(); string(key) == "id" && bytes.HasPrefix(value, []byte(scriptID)) {
			return true
		}
	}
	return false
}
