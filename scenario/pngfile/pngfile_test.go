package pngfile_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/pngfile"
)

// picture returns a PNG file of the standard library's, of one white pixel.
func picture(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// with returns that file with parts behind its header, which is 33 bytes with the
// signature.
func with(t testing.TB, parts []byte) []byte {
	return slices.Insert(picture(t), 33, parts...)
}

func partsOf(t testing.TB, file []byte, most int) []pngfile.Part {
	t.Helper()
	r, err := pngfile.NewReader(bytes.NewReader(file), most)
	if err != nil {
		t.Fatal(err)
	}
	for parts := []pngfile.Part{}; ; {
		p, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if parts = append(parts, p); p.Name == "IEND" {
			return parts
		}
	}
}

func TestWhatIsWrittenIsReadByOthersAndAgain(t *testing.T) {
	text := []byte(strings.Repeat("a text that goes on and on, ", 1000))
	parts, err := pngfile.AppendText(nil, "Word", text)
	if err != nil {
		t.Fatal(err)
	}
	parts = pngfile.AppendDensity(parts, 120)
	file := with(t, parts)
	if _, err := png.Decode(bytes.NewReader(file)); err != nil {
		t.Errorf("the standard library refuses it: %v", err)
	}
	read := partsOf(t, file, len(text))
	if got, err := read[1].Text(len(text)); err != nil || read[1].Keyword() != "Word" || !bytes.Equal(got, text) {
		t.Errorf("%q has %d bytes, error %v", read[1].Keyword(), len(got), err)
	}
	if _, err := read[1].Text(len(text) - 1); !errors.Is(err, pngfile.ErrDamaged) {
		t.Errorf("with less room: %v", err)
	}
	if read[2].Name != "pHYs" || read[2].Keyword() != "" {
		t.Errorf("the second part is %q with the keyword %q", read[2].Name, read[2].Keyword())
	}
}

func TestDensity(t *testing.T) {
	for inch, meter := range map[float64]uint32{120: 4724, 240: 9449, 72: 2835, 0.001: 1, 1e300: 1<<31 - 1} {
		part := pngfile.AppendDensity(nil, inch)
		if data := part[8:]; binary.BigEndian.Uint32(data) != meter || binary.BigEndian.Uint32(data[4:]) != meter || data[8] != 1 {
			t.Errorf("%v an inch is %v, want %d a meter", inch, data, meter)
		}
	}
}

func TestLatinTextsAreReadAsUTF8(t *testing.T) {
	for text, want := range map[string]string{
		"plain":        "plain",
		"S\xfcd \xa9":  "Süd ©",
		"S\xc3\xbcd 中": "Süd 中", // not allowed, and found
		"":             "",
	} {
		p := partsOf(t, with(t, pngfile.Append(nil, "tEXt", []byte("Word\x00"+text))), 100)[1]
		if got, err := p.Text(100); err != nil || string(got) != want {
			t.Errorf("%q is read as %q, error %v", text, got, err)
		}
	}
}

func FuzzText(f *testing.F) {
	packed, err := pngfile.AppendText(nil, "Word", []byte("text"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("zTXt", packed[8:len(packed)-4])
	f.Add("tEXt", []byte("Word\x00text"))
	f.Add("iTXt", []byte("Word\x00\x00\x00en\x00wort\x00text"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		const most = 1000
		r, err := pngfile.NewReader(bytes.NewReader(with(t, pngfile.Append(nil, name, data))), most)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
		p, err := r.Next()
		if err != nil || p.Keyword() == "" {
			return
		}
		if text, err := p.Text(most); err == nil && len(text) > 2*most { // Latin-1 has two bytes in UTF-8 at most
			t.Errorf("%d bytes", len(text))
		}
	})
}
