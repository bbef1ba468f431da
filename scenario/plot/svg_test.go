package plot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"io"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// parsed returns the texts and the attributes of an SVG, which must be sound
// XML.
func parsed(t *testing.T, data []byte) (texts []string, attributes map[string][]string) {
	t.Helper()
	attributes = map[string][]string{}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	inText := false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return texts, attributes
		}
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if inText = e.Name.Local == "text" || e.Name.Local == "title"; inText {
				texts = append(texts, "")
			}
			for _, a := range e.Attr {
				attributes[a.Name.Local] = append(attributes[a.Name.Local], a.Value)
			}
		case xml.CharData:
			if inText {
				texts[len(texts)-1] += string(e)
			}
		case xml.EndElement:
			inText = false
		}
	}
}

func TestSVGIsSoundWhateverTheNames(t *testing.T) {
	for title, want := range map[string]string{
		"R&D":                             "R&D",
		`<script>"a" 'b'</script> & more`: `<script>"a" 'b'</script> & more`,
		"]]> &amp; &#65;":                 "]]> &amp; &#65;",
		"two\nlines\tand\x00control":      "two lines and control",
		"broken \xff UTF-8":               "broken \uFFFD UTF-8",
		"日本語 \U0001F600":                  "日本語 \U0001F600",
		"not a character \uFFFE":          "not a character \uFFFD",
	} {
		data, err := svgOf(pressSubject(t), Options{Width: 900, Height: 520, Title: title, Source: title})
		if err != nil {
			t.Fatal(err)
		}
		texts, _ := parsed(t, data)
		n := 0
		for _, text := range texts {
			if text == want {
				n++
			}
		}
		if n != 3 { // the accessible name, the title and the source
			t.Errorf("%q is written %d times in %q", title, n, texts)
		}
	}
	s := pressSubject(t)
	s.Scenario.Name = `"R&D" <2026>`
	data, err := svgOf(s, Options{Width: 900, Height: 520})
	if err != nil {
		t.Fatal(err)
	}
	if texts, _ := parsed(t, data); texts[0] != s.Scenario.Name {
		t.Errorf("without a title the picture is named %q", texts[0])
	}
}

func TestEverySVGIsSound(t *testing.T) {
	for _, smp := range samples() {
		for _, o := range []Options{
			{Width: 450, Height: 260},
			{Width: 240, Height: 160, Theme: ThemeDark},
			{Width: 3, Height: 2, Theme: ThemeTransparent},
		} {
			data, err := svgOf(project(t, smp.s), o)
			if err != nil {
				t.Fatal(err)
			}
			_, attributes := parsed(t, data)
			if bytes.Contains(data, []byte("NaN")) || bytes.Contains(data, []byte("Inf")) {
				t.Errorf("%s: a coordinate is no number", smp.name)
			}
			if strings.Join(attributes["viewBox"], "") != "0 0 "+strconv.Itoa(o.Width)+" "+strconv.Itoa(o.Height) {
				t.Errorf("%s: viewBox %q", smp.name, attributes["viewBox"])
			}
		}
	}
}

// Widths are not cut to whole numbers, areas are not stroked, lines not filled,
// and every text says how wide it was laid out.
func TestSVGPaintsWhatItShould(t *testing.T) {
	data, err := svgOf(pressSubject(t), Options{Width: 900, Height: 520})
	if err != nil {
		t.Fatal(err)
	}
	texts, attributes := parsed(t, data)
	if !strings.Contains(strings.Join(attributes["stroke-width"], " "), "2.4") {
		t.Errorf("stroke widths %q", attributes["stroke-width"])
	}
	both := 0
	for _, element := range regexp.MustCompile(`<path [^>]*>`).FindAllString(string(data), -1) {
		fill, stroke := strings.Contains(element, ` fill="#`), strings.Contains(element, ` stroke="#`)
		if !fill && !stroke {
			t.Errorf("nothing is painted by %s", element)
		}
		if fill && stroke {
			both++
		}
	}
	if both != 4 { // three points and the ring
		t.Errorf("%d elements have both area and line", both)
	}
	if want := len(texts) - 1; len(attributes["textLength"]) != want {
		t.Errorf("%d of %d texts have a width", len(attributes["textLength"]), want)
	}
	if !strings.Contains(string(data), `fill-opacity="0.122"`) { // 31 of 255
		t.Error("the tint has no opacity")
	}
}

// Another program draws the SVG nearly as we draw the picture, pixel by pixel, and
// its letters with it where they are outlines.
func TestSVGLooksLikeThePicture(t *testing.T) {
	for _, p := range pictures() {
		p.o.Scale = 1
		looksAlike(t, p.name, p.of(t))
	}
}

// looksAlike holds the SVG of a picture, as another program draws it, against the
// picture.
func looksAlike(t *testing.T, name string, pic Picture) {
	t.Helper()
	program, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed (Debian: librsvg2-bin), so no other program looks at the SVG")
	}
	pic.Outlines = true
	data, err := pic.SVG()
	if err != nil {
		t.Fatal(err)
	}
	convert := exec.Command(program, "--format", "png")
	convert.Stdin = bytes.NewReader(data)
	drawn, err := convert.Output()
	if err != nil {
		t.Fatalf("%s: rsvg-convert: %v", name, err)
	}
	theirs := decode(t, drawn)
	ours, _, err := NewPainter().Paint(pic)
	if err != nil {
		t.Fatal(err)
	}
	if theirs.Bounds() != ours.Bounds() {
		t.Fatalf("%s: %v, ours is %v", name, theirs.Bounds(), ours.Bounds())
	}
	// We place texts on whole pixels, so that at the edges of letters they differ.
	l := presented(t, pic)
	besides, within, letters := 0, 0, 0
	for y := range pic.Height {
		for x := range pic.Width {
			off := distance(onWhite(ours.At(x, y)), onWhite(theirs.At(x, y))) > 64
			switch {
			case !inText(l, image.Pt(x, y)):
				besides += btoi(off)
			default:
				letters++
				within += btoi(off)
			}
		}
	}
	if besides*100 > pic.Width*pic.Height {
		t.Errorf("%s: %d of %d pixels differ from the picture", name, besides, pic.Width*pic.Height)
	}
	if within*4 > letters {
		t.Errorf("%s: %d of %d pixels differ where texts are", name, within, letters)
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// presented returns the layout of a picture of any kind.
func presented(t *testing.T, pic Picture) *Drawing {
	t.Helper()
	l := &Drawing{}
	if _, err := l.present(pic); err != nil {
		t.Fatal(err)
	}
	return l
}

// onWhite returns a color laid over white.
func onWhite(c color.Color) color.Color {
	r, g, b, a := c.RGBA()
	rest := 0xffff - a
	return color.RGBA64{uint16(r + rest), uint16(g + rest), uint16(b + rest), 0xffff}
}

// inText reports whether a pixel is within a text.
func inText(l *Drawing, p image.Point) bool {
	for _, text := range l.Texts {
		if text.Box.Contains(float64(p.X), float64(p.Y)) {
			return true
		}
	}
	return false
}
