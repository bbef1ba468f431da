package export_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/export"
	"headroom/scenario/field"
	"headroom/scenario/plot"
	"headroom/scenario/pngfile"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

type chunk struct {
	name string
	data []byte
}

func chunksOf(t testing.TB, file []byte) []chunk {
	t.Helper()
	var out []chunk
	for rest := file[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		out = append(out, chunk{string(rest[4:8]), rest[8 : 8+n]})
		rest = rest[12+n:]
	}
	return out
}

func fileOf(chunks []chunk) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range chunks {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c.data)))
		body := append([]byte(c.name), c.data...)
		out = binary.BigEndian.AppendUint32(append(out, body...), crc32.ChecksumIEEE(body))
	}
	return out
}

// texted returns a part that carries a text, in one of the ways that PNG has.
func texted(way, word string, text []byte) chunk {
	var out bytes.Buffer
	switch way {
	case "tEXt":
		return chunk{way, append([]byte(word+"\x00"), text...)}
	case "iTXt":
		return chunk{way, append([]byte(word+"\x00\x00\x00en\x00wort\x00"), text...)}
	case "zTXt":
		out.WriteString(word + "\x00\x00")
	default:
		way = "iTXt"
		out.WriteString(word + "\x00\x01\x00\x00\x00")
	}
	w := zlib.NewWriter(&out)
	w.Write(text)
	w.Close()
	return chunk{way, out.Bytes()}
}

// ways are those of texted.
var ways = []string{"tEXt", "zTXt", "iTXt", "iTXt compressed"}

const (
	wordWorkspace = "HeadroomWorkspace"
	wordPicture   = "HeadroomPicture"
)

func textOf(t testing.TB, data []byte, word string) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data[len(word)+2:]))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func carried(t testing.TB, way string, workspace, about func(text string) string) []byte {
	t.Helper()
	chunks := chunksOf(t, bytesOf(t, drawn(t, preset.Default(), views()["four"]), true))
	for i, c := range chunks {
		for word, change := range map[string]func(string) string{wordWorkspace: workspace, wordPicture: about} {
			if c.name != "zTXt" || !strings.HasPrefix(string(c.data), word+"\x00") {
				continue
			}
			text := string(textOf(t, c.data, word))
			if change != nil {
				text = change(text)
			}
			chunks[i] = texted(way, word, []byte(text))
		}
	}
	return fileOf(chunks)
}

func TestTheTextsAreStandardAndTheFirstIsAWorkspaceFile(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios)
	w.Scenarios[w.Find("slump")].Name = "Für 計画 \u200d 🚀"
	chunks := chunksOf(t, bytesOf(t, drawn(t, w, views()["four"]), true))
	if chunks[0].name != "IHDR" || chunks[1].name != "zTXt" || chunks[2].name != "zTXt" || chunks[len(chunks)-1].name != "IEND" {
		t.Fatalf("the parts are %v", len(chunks))
	}
	for i, word := range []string{wordWorkspace, wordPicture} {
		text := textOf(t, chunks[1+i].data, word)
		if at := bytes.IndexFunc(text, func(r rune) bool { return r > '~' || r < ' ' && r != '\n' }); at >= 0 {
			t.Errorf("%s is not ASCII at byte %d", word, at)
		}
	}
	carried, err := store.Decode(bytes.NewReader(textOf(t, chunks[1].data, wordWorkspace)))
	if err != nil || len(carried.Scenarios) != 4 || carried.Scenarios[0].Name != w.Scenarios[w.Find("slump")].Name {
		t.Errorf("%d scenarios, error %v", len(carried.Scenarios), err)
	}
}

// Whichever kind of text a program makes of what a picture carries when it saves it
// again, and wherever it puts it, it is read.
func TestATextIsReadInWhicheverWayItIsCarried(t *testing.T) {
	good := bytesOf(t, drawn(t, preset.Default(), views()["four"]), true)
	want := extracted(t, good)
	text := textOf(t, chunksOf(t, good)[1].data, wordWorkspace)
	about := textOf(t, chunksOf(t, good)[2].data, wordPicture)
	slump := want.Workspace.Scenarios[0]
	for _, way := range ways {
		for _, words := range [][2]string{{wordWorkspace, wordPicture}, {"Headroom workspace", "Headroom picture"}} {
			plain := chunksOf(t, bytesOf(t, drawn(t, preset.Default(), views()["four"]), false))
			texts := []chunk{texted(way, words[1], about), texted(way, words[0], text)}
			for at := 1; at < len(plain); at++ {
				m := extracted(t, fileOf(slices.Insert(slices.Clone(plain), at, texts...)))
				if !reflect.DeepEqual(m, want) {
					t.Errorf("%s, %q, before %s: something else is read", way, words[0], plain[at].name)
				}
			}
			named := texted(way, words[0], bytes.Replace(text, []byte(slump.Name), []byte("Süd"), 1))
			if m := extracted(t, fileOf(slices.Insert(plain, 1, texts[0], named))); m.Workspace.Scenarios[0].Name != "Süd" {
				t.Errorf("%s: a name in UTF-8 is read as %q", way, m.Workspace.Scenarios[0].Name)
			}
		}
	}
}

func TestWhatIsNoRecordIsRefused(t *testing.T) {
	good := chunksOf(t, bytesOf(t, drawn(t, preset.Default(), views()["four"]), true))
	with := func(change func(c []chunk) []chunk) []byte { return fileOf(change(slices.Clone(good))) }
	exchanged := func(i int, part chunk) []byte {
		return with(func(c []chunk) []chunk {
			c[i] = part
			return c
		})
	}
	replaced := func(i int, data []byte) []byte { return exchanged(i, chunk{good[i].name, data}) }
	international := func(data string) []byte { return exchanged(1, chunk{"iTXt", []byte(wordWorkspace + data)}) }
	spaces := bytes.Repeat([]byte(" "), store.MaxSize+1)
	tell := func(old, fresh string) []byte {
		return carried(t, "zTXt", nil, func(text string) string { return strings.Replace(text, old, fresh, 1) })
	}
	for _, c := range []struct {
		name string
		data []byte
		is   error
		want string
	}{
		{"nothing", nil, export.ErrNoCarrier, ""},
		{"a few bytes", []byte("\x89PNG"), export.ErrNoCarrier, ""},
		{"a GIF", []byte("GIF89a and more of it"), export.ErrNoCarrier, ""},
		{"a picture without", bytesOf(t, drawn(t, preset.Default(), views()["four"]), false), export.ErrNoRecord, ""},
		{"texts of others", with(func(c []chunk) []chunk {
			c[1], c[2].data = texted("iTXt", "XML:com.adobe.xmp", spaces[:1000]), []byte("no keyword at all")
			return c
		}), export.ErrNoRecord, ""},
		{"a long text of another", exchanged(1, texted("iTXt", "XML:com.adobe.xmp", append(spaces, spaces...))), pngfile.ErrDamaged, "missing"},
		{"no workspace", with(func(c []chunk) []chunk { return append(c[:1], c[2:]...) }), pngfile.ErrDamaged, "missing"},
		{"no view", with(func(c []chunk) []chunk { return append(c[:2], c[3:]...) }), pngfile.ErrDamaged, "missing"},
		{"two workspaces", with(func(c []chunk) []chunk { return slices.Insert(c, 1, c[1]) }), pngfile.ErrDamaged, "twice"},
		{"no header", with(func(c []chunk) []chunk { return c[1:] }), pngfile.ErrDamaged, "header"},
		{"two headers", with(func(c []chunk) []chunk { return slices.Insert(c, 1, c[0]) }), pngfile.ErrDamaged, "header"},
		{"no end", with(func(c []chunk) []chunk { return c[:len(c)-1] }), pngfile.ErrDamaged, "too early"},
		{"a name that is none", with(func(c []chunk) []chunk {
			c[3].name = "ID\x00T"
			return c
		}), pngfile.ErrDamaged, "do not have"},
		{"a length beyond PNG's", append(fileOf(good[:1]), 0xff, 0xff, 0xff, 0xff, 'i', 'T', 'X', 't', 0, 0), pngfile.ErrDamaged, "do not have"},
		{"a length beyond the file", append(fileOf(good[:1]), 0x7f, 0xff, 0xff, 0xff, 'i', 'T', 'X', 't', 0, 0), pngfile.ErrDamaged, "too early"},
		{"an unknown compression", replaced(1, []byte(wordWorkspace+"\x00\x01abc")), pngfile.ErrDamaged, "packed"},
		{"an unknown compression, international", international("\x00\x01\x01\x00\x00abc"), pngfile.ErrDamaged, "packed"},
		{"an unknown flag", international("\x00\x02\x00\x00\x00abc"), pngfile.ErrDamaged, "packed"},
		{"no flag", international("\x00"), pngfile.ErrDamaged, "packed"},
		{"no compression", replaced(1, []byte(wordWorkspace+"\x00")), pngfile.ErrDamaged, "packed"},
		{"no language", international("\x00\x00\x00"), pngfile.ErrDamaged, "incomplete"},
		{"what is not zlib", replaced(1, []byte(wordWorkspace+"\x00\x00abcdefgh")), pngfile.ErrDamaged, "unpacked"},
		{"what is not zlib, international", international("\x00\x01\x00\x00\x00abcdefgh"), pngfile.ErrDamaged, "unpacked"},
		{"half of it", replaced(1, good[1].data[:len(good[1].data)/2]), pngfile.ErrDamaged, "unpacked"},
		{"more behind it", replaced(1, append(slices.Clip(good[1].data), "more"...)), pngfile.ErrDamaged, "unpacked"},
		{"the same under the keyword of before", with(func(c []chunk) []chunk {
			return slices.Insert(c, 1, texted("iTXt", "Headroom workspace", []byte("{}")))
		}), pngfile.ErrDamaged, "twice"},
		{"a bomb", exchanged(1, texted("zTXt", wordWorkspace, make([]byte, store.MaxSize+1))), pngfile.ErrDamaged, "16 MiB"},
		{"an international bomb", exchanged(1, texted("", wordWorkspace, make([]byte, store.MaxSize+1))), pngfile.ErrDamaged, "16 MiB"},
		{"too large", exchanged(1, texted("iTXt", wordWorkspace, spaces)), pngfile.ErrDamaged, "16 MiB"},
		{"too large and plain", exchanged(1, texted("tEXt", wordWorkspace, spaces)), pngfile.ErrDamaged, "16 MiB"},
		{"too large for a look", exchanged(1, texted("tEXt", wordWorkspace, append(spaces, spaces...))), pngfile.ErrDamaged, "16 MiB"},
		{"too large for a look and compressed", replaced(1, append([]byte(wordWorkspace+"\x00\x00"), append(spaces, spaces...)...)), pngfile.ErrDamaged, "16 MiB"},
		{"a long view", exchanged(2, texted("zTXt", wordPicture, make([]byte, 65<<10))), pngfile.ErrDamaged, "64 KiB"},
		{"a workspace that is no JSON", carried(t, "zTXt", func(string) string { return "{" }, nil), nil, "line 1"},
		{"an unsound workspace", carried(t, "zTXt", func(text string) string {
			return strings.Replace(text, `"rate": 0.2`, `"rate": 1.2`, 1)
		}, nil), nil, "scenarios[0].terms.share.rate"},
		{"a view that is no JSON", tell("{", "["), pngfile.ErrDamaged, "cannot be read"},
		{"a view of another format", tell("headroom-picture", "other"), pngfile.ErrDamaged, "cannot be read"},
		{"a newer view", tell(`"version":1`, `"version":2,"new":true`), nil, "newer"},
		{"no version", tell(`"version":1`, `"version":0`), pngfile.ErrDamaged, "cannot be read"},
		{"an unknown field", tell(`"version":1`, `"version":1,"new":true`), pngfile.ErrDamaged, "cannot be read"},
		{"a scenario not carried", tell(`"scenarios":["slump"`, `"scenarios":["other"`), pngfile.ErrDamaged, "does not carry"},
		{"a figure of a scenario not carried", tell(`"id":"slump"`, `"id":"other"`), pngfile.ErrDamaged, "does not carry"},
		{"a reference not carried", tell(`"reference":"february-2026"`, `"reference":"other"`), pngfile.ErrDamaged, "does not carry"},
		{"no scenario", tell(`"scenarios":["slump","july-2026","february-2026","february-2026-prior"]`, `"scenarios":[]`), pngfile.ErrDamaged, "0 scenarios"},
		{"five", tell(`"scenarios":["slump"`, `"scenarios":["slump","slump"`), pngfile.ErrDamaged, "5 scenarios"},
		{"an unknown kind", tell(`"kind":"compare"`, `"kind":"pie"`), pngfile.ErrDamaged, "cannot be drawn"},
		{"a kind of another number", tell(`"kind":"compare"`, `"kind":"bridge"`), pngfile.ErrDamaged, "cannot be drawn"},
	} {
		m, err := export.Extract(bytes.NewReader(c.data))
		if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %v with %q", c.name, err, c.is, c.want)
		}
		if c.is == nil && errors.Is(err, export.ErrNoRecord) {
			t.Errorf("%s: it is said to carry nothing", c.name)
		}
		_ = m
	}
}

func TestEveryPieceOfAPictureIsNeeded(t *testing.T) {
	data := bytesOf(t, drawn(t, preset.Default(), views()["one"]), true)
	for n := 0; n < len(data); n += step(n, len(data)) {
		if _, err := export.Extract(bytes.NewReader(data[:n])); err == nil {
			t.Fatalf("the first %d of %d bytes are enough", n, len(data))
		}
	}
	broken := slices.Clone(data)
	for i := 0; i < len(data); i += step(i, len(data)) {
		broken[i] ^= 0x20
		if _, err := export.Extract(bytes.NewReader(broken)); err == nil {
			t.Fatalf("byte %d may be another", i)
		}
		broken[i] = data[i]
	}
	if _, err := export.Extract(io.MultiReader(bytes.NewReader(data), strings.NewReader("more"))); err != nil {
		t.Errorf("what follows the picture matters: %v", err)
	}
}

func step(at, length int) int {
	if at < 300 || at > length-100 {
		return 1
	}
	return 17
}

type faulty struct{}

func (faulty) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestWhatCannotBeReadIsNotCalledDamaged(t *testing.T) {
	data := bytesOf(t, drawn(t, preset.Default(), views()["one"]), true)
	for _, n := range []int{0, 4, 8, 12, 20, 60, len(data) - 2} {
		_, err := export.Extract(io.MultiReader(bytes.NewReader(data[:n]), faulty{}))
		if err == nil || errors.Is(err, pngfile.ErrDamaged) || !strings.Contains(err.Error(), "the disk is gone") {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, v := range views() {
		f.Add(bytesOf(f, drawn(f, preset.Default(), v), true))
	}
	for _, way := range ways {
		f.Add(carried(f, way, nil, nil))
	}
	f.Add(bytesOf(f, drawn(f, preset.Default(), views()["one"]), false))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := export.Extract(bytes.NewReader(mended(data)))
		if err != nil {
			return
		}
		if err := field.CheckWorkspace(m.Workspace).Err(); err != nil {
			t.Fatal(err)
		}
		m.Changes()
		pic, err := export.NewPicture(m.Workspace, m.View, plot.Options{Width: 60, Height: 40})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := export.Picture(pic, export.FormatPNG, true); err != nil {
			t.Fatal(err)
		}
	})
}

func mended(data []byte) []byte {
	out := slices.Clone(data)
	for at := 8; at+12 <= len(out); {
		n := int(binary.BigEndian.Uint32(out[at:]))
		if n > len(out)-at-12 {
			break
		}
		binary.BigEndian.PutUint32(out[at+8+n:], crc32.ChecksumIEEE(out[at+4:at+8+n]))
		at += 12 + n
	}
	return out
}
