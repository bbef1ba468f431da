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
	"headroom/scenario/plot"
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

func texted(word string, compressed bool, text []byte) []byte {
	if !compressed {
		return append([]byte(word+"\x00\x00\x00en\x00wort\x00"), text...)
	}
	var out bytes.Buffer
	out.WriteString(word + "\x00\x01\x00\x00\x00")
	w := zlib.NewWriter(&out)
	w.Write(text)
	w.Close()
	return out.Bytes()
}

const (
	wordWorkspace = "Headroom workspace"
	wordPicture   = "Headroom picture"
)

func textOf(t testing.TB, data []byte, word string) []byte {
	t.Helper()
	r, err := zlib.NewReader(bytes.NewReader(data[len(word)+5:]))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func carried(t testing.TB, compressed bool, workspace, told func(text string) string) []byte {
	t.Helper()
	chunks := chunksOf(t, bytesOf(t, drawn(t, preset.Default(), views()["four"]), true))
	for i, c := range chunks {
		for word, change := range map[string]func(string) string{wordWorkspace: workspace, wordPicture: told} {
			if c.name != "iTXt" || !strings.HasPrefix(string(c.data), word+"\x00") {
				continue
			}
			text := string(textOf(t, c.data, word))
			if change != nil {
				text = change(text)
			}
			chunks[i].data = texted(word, compressed, []byte(text))
		}
	}
	return fileOf(chunks)
}

func TestTheTextsAreStandardAndTheFirstIsAWorkspaceFile(t *testing.T) {
	chunks := chunksOf(t, bytesOf(t, drawn(t, preset.Default(), views()["four"]), true))
	if chunks[0].name != "IHDR" || chunks[1].name != "iTXt" || chunks[2].name != "iTXt" || chunks[len(chunks)-1].name != "IEND" {
		t.Fatalf("the parts are %v", len(chunks))
	}
	w, err := store.Decode(bytes.NewReader(textOf(t, chunks[1].data, wordWorkspace)))
	if err != nil || len(w.Scenarios) != 4 {
		t.Errorf("%d scenarios, error %v", len(w.Scenarios), err)
	}
	for _, compressed := range []bool{true, false} {
		m := extracted(t, carried(t, compressed, nil, nil))
		if !reflect.DeepEqual(m.Workspace, w) {
			t.Errorf("compressed %v: another workspace", compressed)
		}
	}
}

func TestWhatIsNoMemoryIsRefused(t *testing.T) {
	good := chunksOf(t, bytesOf(t, drawn(t, preset.Default(), views()["four"]), true))
	with := func(change func(c []chunk) []chunk) []byte { return fileOf(change(slices.Clone(good))) }
	replaced := func(i int, data []byte) []byte {
		return with(func(c []chunk) []chunk {
			c[i].data = data
			return c
		})
	}
	bomb := texted(wordWorkspace, true, make([]byte, store.MaxSize+1))
	spaces := bytes.Repeat([]byte(" "), store.MaxSize+1)
	tell := func(old, fresh string) []byte {
		return carried(t, true, nil, func(text string) string { return strings.Replace(text, old, fresh, 1) })
	}
	for _, c := range []struct {
		name string
		data []byte
		is   error
		want string
	}{
		{"nothing", nil, export.ErrNotPNG, ""},
		{"a few bytes", []byte("\x89PNG"), export.ErrNotPNG, ""},
		{"a GIF", []byte("GIF89a and more of it"), export.ErrNotPNG, ""},
		{"a picture without", bytesOf(t, drawn(t, preset.Default(), views()["four"]), false), export.ErrNoMemory, ""},
		{"texts of others", with(func(c []chunk) []chunk {
			c[1].data, c[2].data = texted("XML:com.adobe.xmp", false, spaces[:1000]), []byte("no keyword at all")
			return c
		}), export.ErrNoMemory, ""},
		{"a long text of another", replaced(1, texted("XML:com.adobe.xmp", false, append(spaces, spaces...))), export.ErrDamaged, "missing"},
		{"no workspace", with(func(c []chunk) []chunk { return append(c[:1], c[2:]...) }), export.ErrDamaged, "missing"},
		{"no view", with(func(c []chunk) []chunk { return append(c[:2], c[3:]...) }), export.ErrDamaged, "missing"},
		{"two workspaces", with(func(c []chunk) []chunk { return slices.Insert(c, 1, c[1]) }), export.ErrDamaged, "twice"},
		{"no header", with(func(c []chunk) []chunk { return c[1:] }), export.ErrDamaged, "header"},
		{"two headers", with(func(c []chunk) []chunk { return slices.Insert(c, 1, c[0]) }), export.ErrDamaged, "header"},
		{"no end", with(func(c []chunk) []chunk { return c[:len(c)-1] }), export.ErrDamaged, "too early"},
		{"a name that is none", with(func(c []chunk) []chunk {
			c[3].name = "ID\x00T"
			return c
		}), export.ErrDamaged, "do not have"},
		{"a length beyond PNG's", append(fileOf(good[:1]), 0xff, 0xff, 0xff, 0xff, 'i', 'T', 'X', 't', 0, 0), export.ErrDamaged, "do not have"},
		{"a length beyond the file", append(fileOf(good[:1]), 0x7f, 0xff, 0xff, 0xff, 'i', 'T', 'X', 't', 0, 0), export.ErrDamaged, "too early"},
		{"an unknown compression", replaced(1, []byte(wordWorkspace+"\x00\x01\x01\x00\x00abc")), export.ErrDamaged, "packed"},
		{"an unknown flag", replaced(1, []byte(wordWorkspace+"\x00\x02\x00\x00\x00abc")), export.ErrDamaged, "packed"},
		{"no flag", replaced(1, []byte(wordWorkspace+"\x00")), export.ErrDamaged, "packed"},
		{"no language", replaced(1, []byte(wordWorkspace+"\x00\x00\x00")), export.ErrDamaged, "incomplete"},
		{"what is not zlib", replaced(1, []byte(wordWorkspace+"\x00\x01\x00\x00\x00abcdefgh")), export.ErrDamaged, "unpacked"},
		{"half of it", replaced(1, good[1].data[:len(good[1].data)/2]), export.ErrDamaged, "unpacked"},
		{"more behind it", replaced(1, append(slices.Clip(good[1].data), "more"...)), export.ErrDamaged, "unpacked"},
		{"a bomb", replaced(1, bomb), export.ErrDamaged, "16 MiB"},
		{"too large", replaced(1, texted(wordWorkspace, false, spaces)), export.ErrDamaged, "16 MiB"},
		{"too large for a look", replaced(1, texted(wordWorkspace, false, append(spaces, spaces...))), export.ErrDamaged, "16 MiB"},
		{"a long view", replaced(2, texted(wordPicture, true, make([]byte, 65<<10))), export.ErrDamaged, "64 KiB"},
		{"a workspace that is no JSON", carried(t, true, func(string) string { return "{" }, nil), nil, "line 1"},
		{"an unsound workspace", carried(t, true, func(text string) string {
			return strings.Replace(text, `"rate": 0.2`, `"rate": 1.2`, 1)
		}, nil), nil, "scenarios[0].terms.share.rate"},
		{"a view that is no JSON", tell("{", "["), export.ErrDamaged, "cannot be read"},
		{"a view of another format", tell("headroom-picture", "other"), export.ErrDamaged, "cannot be read"},
		{"a newer view", tell(`"version":1`, `"version":2,"new":true`), nil, "newer"},
		{"no version", tell(`"version":1`, `"version":0`), export.ErrDamaged, "cannot be read"},
		{"an unknown field", tell(`"version":1`, `"version":1,"new":true`), export.ErrDamaged, "cannot be read"},
		{"a scenario not carried", tell(`"scenarios":["stall"`, `"scenarios":["other"`), export.ErrDamaged, "does not carry"},
		{"a figure of a scenario not carried", tell(`"id":"stall"`, `"id":"other"`), export.ErrDamaged, "does not carry"},
		{"a reference not carried", tell(`"reference":"february-2026"`, `"reference":"other"`), export.ErrDamaged, "does not carry"},
		{"no scenario", tell(`"scenarios":["stall","july-2026","february-2026","february-2026-prior"]`, `"scenarios":[]`), export.ErrDamaged, "0 scenarios"},
		{"five", tell(`"scenarios":["stall"`, `"scenarios":["stall","stall"`), export.ErrDamaged, "5 scenarios"},
		{"an unknown kind", tell(`"kind":"compare"`, `"kind":"pie"`), export.ErrDamaged, "cannot be drawn"},
		{"a kind of another number", tell(`"kind":"compare"`, `"kind":"bridge"`), export.ErrDamaged, "cannot be drawn"},
	} {
		m, err := export.Extract(bytes.NewReader(c.data))
		if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %v with %q", c.name, err, c.is, c.want)
		}
		if c.is == nil && errors.Is(err, export.ErrNoMemory) {
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
		if err == nil || errors.Is(err, export.ErrDamaged) || !strings.Contains(err.Error(), "the disk is gone") {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, v := range views() {
		f.Add(bytesOf(f, drawn(f, preset.Default(), v), true))
	}
	f.Add(carried(f, false, nil, nil))
	f.Add(bytesOf(f, drawn(f, preset.Default(), views()["one"]), false))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := export.Extract(bytes.NewReader(mended(data)))
		if err != nil {
			return
		}
		if err := m.Workspace.Check().Err(); err != nil {
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
