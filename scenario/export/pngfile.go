package export

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

const (
	pngSignature = "\x89PNG\r\n\x1a\n"
	// maxPNG is the most bytes of a picture that are read.
	maxPNG = 256 << 20
	// maxChunk is the longest part that a PNG file may have.
	maxChunk = 1<<31 - 1
)

// The faults of a picture that is to be read.
var (
	// ErrNotPNG says that what was read is no PNG picture at all.
	ErrNotPNG = errors.New("this is not a PNG picture")
	// ErrDamaged says that a PNG picture, or what it carries, is broken.
	ErrDamaged = errors.New("the picture is damaged")
)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// A pngReader reads the parts of a PNG file, one after another.
type pngReader struct {
	r     io.Reader
	first bool
}

// newPNGReader reads the beginning of a PNG file.
func newPNGReader(r io.Reader) (*pngReader, error) {
	limited := io.LimitReader(r, maxPNG)
	head := make([]byte, len(pngSignature))
	switch _, err := io.ReadFull(limited, head); {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), err == nil && string(head) != pngSignature:
		return nil, ErrNotPNG
	case err != nil:
		return nil, fmt.Errorf("read the picture: %w", err)
	}
	return &pngReader{r: limited, first: true}, nil
}

// next reads one part and returns its name and, of a text, its data: as much of it
// as a text of this package may have, and a byte more. Every part is held to its
// checksum.
func (p *pngReader) next() (name string, data []byte, err error) {
	var head [8]byte
	if err := p.read(head[:]); err != nil {
		return "", nil, err
	}
	length := binary.BigEndian.Uint32(head[:])
	name = string(head[4:])
	if length > maxChunk || !isName(name) {
		return "", nil, damaged("it has a part that PNG files do not have")
	}
	if p.first != (name == "IHDR") {
		return "", nil, damaged("its header is not where it belongs")
	}
	p.first = false
	sum := crc32.NewIEEE()
	sum.Write(head[4:])
	part := io.TeeReader(io.LimitReader(p.r, int64(length)), sum)
	var kept []byte
	if name == textChunk {
		if kept, err = io.ReadAll(io.LimitReader(part, maxText+1)); err != nil {
			return "", nil, cutOff(err)
		}
	}
	if n, err := io.Copy(io.Discard, part); err != nil || n+int64(len(kept)) != int64(length) {
		return "", nil, cutOff(err)
	}
	if err := p.read(head[:4]); err != nil {
		return "", nil, err
	}
	if binary.BigEndian.Uint32(head[:]) != sum.Sum32() {
		return "", nil, damaged("the checksum of its part %s does not match", name)
	}
	return name, kept, nil
}

// isName reports whether a part may have the name: four letters.
func isName(name string) bool {
	for _, c := range []byte(name) {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return true
}

func (p *pngReader) read(into []byte) error {
	if _, err := io.ReadFull(p.r, into); err != nil {
		return cutOff(err)
	}
	return nil
}

// cutOff says that a file ends too early, or what else went wrong in reading it.
func cutOff(err error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged("it ends too early, or is larger than %d MiB", maxPNG>>20)
	}
	return fmt.Errorf("read the picture: %w", err)
}

// appendChunk appends a part of a PNG file to out.
func appendChunk(out []byte, name string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	start := len(out)
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}
