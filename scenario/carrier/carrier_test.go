package carrier_test

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"headroom/scenario/carrier"
)

const most = 1 << 20

// plan and view are texts as they are carried, with all that is special somewhere.
var (
	plan = []byte(`{"format": "headroom-workspace", "name": "</script><b>&amp; ]]> endstream endobj ()\\ é"}`)
	view = []byte(`{"format":"headroom-picture"}`)
)

// carriers return a file of each kind, with texts in it where any are given.
var carriers = map[carrier.Kind]func(t testing.TB, texts ...[]byte) []byte{
	carrier.SVG: func(t testing.TB, texts ...[]byte) []byte {
		return put(t, carrier.PutSVG, []byte("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<title>a</title>\n<path d=\"M0 0\"/>\n</svg>\n"), texts)
	},
	carrier.HTML: func(t testing.TB, texts ...[]byte) []byte {
		return put(t, carrier.PutHTML, []byte("<!DOCTYPE html>\n<html><head><title>a</title></head>\n<body><p>&lt;/body&gt;</p>\n</body>\n</html>\n"), texts)
	},
	carrier.PDF: func(t testing.TB, texts ...[]byte) []byte {
		p := fpdf.New("P", "pt", "A4", "")
		for n := range 3 {
			p.AddPage()
			p.Bookmark(fmt.Sprintf("Page %d", n+1), 0, 0)
		}
		var out bytes.Buffer
		if err := p.Output(&out); err != nil {
			t.Fatal(err)
		}
		return put(t, func(file []byte, texts ...[]byte) ([]byte, error) {
			return carrier.PutPDF(file, carrier.File{Name: "a.json", Description: "A file", Text: texts[0]}, texts[1:]...)
		}, out.Bytes(), texts)
	},
}

func put(t testing.TB, in func([]byte, ...[]byte) ([]byte, error), file []byte, texts [][]byte) []byte {
	t.Helper()
	if len(texts) == 0 {
		return file
	}
	out, err := in(file, texts...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func read(data []byte) (carrier.Texts, error) {
	return carrier.Read(bytes.NewReader(data), carrier.KindOf(data[:min(len(data), carrier.HeadSize)]), most)
}

func TestTextsComeBackAsTheyWere(t *testing.T) {
	for kind, file := range carriers {
		data := file(t, plan, view)
		if got := carrier.KindOf(data); got != kind {
			t.Errorf("a file of the kind %s is taken for %q", kind, got)
		}
		texts, err := read(data)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if !sameJSON(texts["headroom-workspace"], plan) || !bytes.Equal(texts["headroom-picture"], view) || len(texts) != 2 {
			t.Errorf("%s: it carries %q", kind, texts)
		}
		if texts, err := read(file(t)); err != nil || len(texts) != 0 {
			t.Errorf("%s: without a text it carries %q, error %v", kind, texts, err)
		}
	}
}

// sameJSON reports whether two texts say the same, whatever they escape.
func sameJSON(a, b []byte) bool {
	var x, y any
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
}

func TestKindsAreToldByTheirBeginning(t *testing.T) {
	comment := "<!-- " + strings.Repeat("words ", 1000) + "-->\n"
	for head, want := range map[string]carrier.Kind{
		"":                                     "",
		"%PDF-1.7":                             carrier.PDF,
		"\x00\x01junk\n%PDF-1.4":               carrier.PDF,
		strings.Repeat(" ", 1100) + "%PDF-1.4": "",
		"<svg>":                                carrier.SVG,
		"\xef\xbb\xbf<?xml version=\"1.0\"?>\n" + comment + "<svg width='1'>": carrier.SVG,
		"  \n<!doctype HTML>":        carrier.HTML,
		comment + "<HTML lang='en'>": carrier.HTML,
		"<html><body><svg>":          carrier.HTML,
		"<!DOCTYPE html><svg>":       carrier.HTML,
		"text <svg>":                 "",
		"{\"format\": \"<svg>\"}":    "",
		"<svgs>":                     "",
		"<feed>":                     "",
	} {
		if got := carrier.KindOf([]byte(head)); got != want {
			t.Errorf("%.40q is taken for %q, want %q", head, got, want)
		}
	}
}

// TestOtherArrangementsAreRead reads files as other programs write them again.
func TestOtherArrangementsAreRead(t *testing.T) {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	w.Write(plan)
	w.Close()
	workspace := string(plan)
	for about, c := range map[string]string{
		"an SVG with another prefix":      `<svg xmlns:x="urn:headroom"><metadata><x:carried>{"format":"headroom-workspace"}</x:carried></metadata></svg>`,
		"an SVG with its own namespace":   `<svg><carried xmlns="urn:headroom">{"format":"headroom-workspace"}</carried></svg>`,
		"an SVG with CDATA":               `<svg xmlns:h="urn:headroom"><h:carried><![CDATA[{"format":"headroom-workspace"}]]></h:carried></svg>`,
		"an SVG with entities":            `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns:h="urn:headroom"><text>&a;</text><h:carried>{"format":"headroom-workspace"}</h:carried></svg>`,
		"a page in capitals":              `<HTML><BODY><SCRIPT ID="headroom-x" TYPE="application/json">` + `{"format":"headroom-workspace"}</SCRIPT></BODY></HTML>`,
		"a page with attributes turned":   `<html><script id=headroom-workspace type='application/json'>{"format":"headroom-workspace"}</script>`,
		"a PDF with a plain stream":       "%PDF-1.5\n1 0 obj\n<< /Length 5 >>\nstream\n" + workspace[:strings.Index(workspace, "endstream")] + "\"}\nendstream\nendobj\n",
		"a PDF with line ends of another": "%PDF-1.5\r\n1 0 obj\r\n<< /Filter /FlateDecode /Type /EmbeddedFile >>\r\nstream\r\n" + packed.String() + "\r\nendstream",
		"a PDF with a short filter":       "%PDF-1.5\n1 0 obj <</Filter[/Fl]>>stream\n" + packed.String() + "endstream",
		"a PDF with a wrong length":       "%PDF-1.5\n1 0 obj <</Filter/FlateDecode/Length 1>>stream\n" + packed.String() + "endstream",
	} {
		texts, err := read([]byte(c))
		if err != nil || texts["headroom-workspace"] == nil {
			t.Errorf("%s: %q, error %v", about, texts, err)
		}
	}
}

func TestALaterTextOfAPDFCounts(t *testing.T) {
	data := []byte("%PDF-1.5\n1 0 obj <</A 1>>stream\n{\"format\":\"headroom-workspace\",\"a\":1}\nendstream\n" +
		"1 0 obj <</A 1>>stream\n{\"format\":\"headroom-workspace\",\"a\":2}\nendstream\n")
	texts, err := read(data)
	if err != nil || string(texts["headroom-workspace"]) != `{"format":"headroom-workspace","a":2}` {
		t.Errorf("%q, error %v", texts, err)
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	long := `{"format":"headroom-workspace","a":"` + strings.Repeat("x", most) + `"}`
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	io.WriteString(w, `{"format":"headroom-workspace","a":"`)
	w.Write(make([]byte, 8*most))
	w.Close()
	for about, c := range map[string]struct{ file, want string }{
		"a long text in an SVG":    {`<svg xmlns:h="urn:headroom"><h:carried>` + long + `</h:carried></svg>`, "larger than 1 MiB"},
		"a long text in a page":    {`<html><script id="headroom-workspace">` + long + `</script>`, "larger than 1 MiB"},
		"a long text in a PDF":     {"%PDF-1.5\n1 0 obj <</A 1>>stream\n" + long + "\nendstream", "larger than 1 MiB"},
		"a bomb in a PDF":          {"%PDF-1.5\n1 0 obj <</Filter/FlateDecode>>stream\n" + bomb.String() + "\nendstream", "larger than 1 MiB"},
		"half a text in a PDF":     {"%PDF-1.5\n1 0 obj <</Filter/FlateDecode>>stream\n" + bomb.String()[:600], "unpacked"},
		"a PDF without an end":     {"%PDF-1.5\n1 0 obj <</A 1>>stream\n" + `{"format":"headroom-workspace"`, "too early"},
		"two of them in an SVG":    {`<svg xmlns:h="urn:headroom"><h:carried>{"format":"headroom-workspace"}</h:carried><h:carried>{"format":"headroom-workspace"}</h:carried></svg>`, "two of"},
		"two of them in a page":    {`<html><script id="headroom-1">{"format":"headroom-workspace"}</script><script id="headroom-2">{"format":"headroom-workspace"}</script>`, "two of"},
		"an element within a text": {`<svg xmlns:h="urn:headroom"><h:carried>{"format":<b/></h:carried></svg>`, "stands within"},
		"what is no XML":           {"<svg xmlns:h=\"urn:headroom\"><h:carried>\x01</h:carried></svg>", "no XML"},
		"streams without end":      {"%PDF-1.5\n" + strings.Repeat("1 0 obj <</A 1>>stream\n", 100_001), "streams"},
	} {
		if texts, err := read([]byte(c.file)); !errors.Is(err, carrier.ErrDamaged) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %d texts, error %v, want %q", about, len(texts), err, c.want)
		}
	}
	if _, err := carrier.Read(failing{}, carrier.SVG, most); err == nil || errors.Is(err, carrier.ErrDamaged) {
		t.Errorf("a disk that fails: %v", err)
	}
}

// A failing reader is a disk that is gone.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestOnlyOurOwnFilesTakeTexts(t *testing.T) {
	if _, err := carrier.PutSVG([]byte("<svg></svg>"), plan); err == nil {
		t.Error("an SVG without a title takes a text")
	}
	if _, err := carrier.PutHTML([]byte("<html></html>"), plan); err == nil {
		t.Error("a page without a body takes a text")
	}
	for _, document := range []string{"%PDF-1.4", "%PDF-1.4\ntrailer\n<<\n/Size 3\n/Root 1 0 R\n/Info 2 0 R\n>>\nstartxref\n9\n%%EOF\n"} {
		if _, err := carrier.PutPDF([]byte(document), carrier.File{Text: plan}); err == nil {
			t.Errorf("%.20q takes a file", document)
		}
	}
}

func TestABookmarkKeepsItsPlaceInAPDF(t *testing.T) {
	before, after := carriers[carrier.PDF](t), carriers[carrier.PDF](t, plan)
	if !bytes.HasPrefix(after, before) {
		t.Error("what was there has moved")
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range carriers {
		f.Add(file(f, plan, view))
	}
	f.Add([]byte(`<svg xmlns:h="urn:headroom"><h:carried><![CDATA[{"format":"headroom-workspace"}]]></h:carried></svg>`))
	f.Add([]byte("%PDF-1.5\n1 0 obj <</Filter[/Fl]>>stream\nx\nendstream"))
	f.Fuzz(func(t *testing.T, data []byte) {
		texts, err := read(data)
		if err != nil && texts != nil {
			t.Errorf("%d texts with the error %v", len(texts), err)
		}
		for name, text := range texts {
			if len(text) > most || !bytes.Contains(text, []byte(name)) {
				t.Errorf("%q is %d bytes", name, len(text))
			}
		}
	})
}
