package export

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"

	"headroom/scenario/store"
)

// The texts that a picture carries. The first is a workspace file as it stands, so
// that any reader of PNG texts can take it out.
const (
	textChunk     = "iTXt"
	wordWorkspace = "Headroom workspace"
	wordPicture   = "Headroom picture"

	// maxText is the longest text in a file that is looked at: a workspace that
	// was not compressed, and what stands before it.
	maxText = store.MaxSize + 1<<10
	// maxPicture is the longest text about the picture.
	maxPicture = 64 << 10
)

// packed returns the data of a text part, compressed. The keyword is followed by
// whether and how it is compressed, and by an empty language and translation.
func packed(word string, text []byte) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(word + "\x00\x01\x00\x00\x00")
	packer, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	if err == nil {
		_, err = packer.Write(text)
	}
	if err == nil {
		err = packer.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("compress the scenarios: %w", err)
	}
	return out.Bytes(), nil
}

// wordOf returns the keyword of a text part, empty where it has none.
func wordOf(data []byte) string {
	word, _, ok := bytes.Cut(data[:min(len(data), 80)], []byte{0})
	if !ok {
		return ""
	}
	return string(word)
}

// unpacked returns the text of a text part with the given keyword, of at most so
// many bytes.
func unpacked(word string, data []byte, most int) ([]byte, error) {
	if len(data) > maxText {
		return nil, tooLarge(word, most)
	}
	rest := data[len(word)+1:]
	if len(rest) < 2 || rest[0] > 1 || rest[1] != 0 {
		return nil, damaged("its text %q is packed in a way PNG does not know", word)
	}
	compressed := rest[0] == 1
	rest = rest[2:]
	for range 2 { // language and translation
		var ok bool
		if _, rest, ok = bytes.Cut(rest, []byte{0}); !ok {
			return nil, damaged("its text %q is incomplete", word)
		}
	}
	if !compressed {
		if len(rest) > most {
			return nil, tooLarge(word, most)
		}
		return rest, nil
	}
	return inflated(word, rest, most)
}

func inflated(word string, data []byte, most int) ([]byte, error) {
	from := bytes.NewReader(data)
	unpacker, err := zlib.NewReader(from)
	if err != nil {
		return nil, damaged("its text %q cannot be unpacked", word)
	}
	text, err := io.ReadAll(io.LimitReader(unpacker, int64(most)+1))
	switch {
	case len(text) > most:
		return nil, tooLarge(word, most)
	case err != nil, from.Len() > 0:
		return nil, damaged("its text %q cannot be unpacked", word)
	}
	return text, nil
}

func tooLarge(word string, most int) error {
	return damaged("its text %q is larger than %s", word, sizeWords(most))
}

func sizeWords(bytes int) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MiB", bytes>>20)
	}
	return fmt.Sprintf("%d KiB", bytes>>10)
}
