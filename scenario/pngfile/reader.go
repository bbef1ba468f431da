package pngfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

const (
	// maxFile is the most bytes of a file that are read.
	maxFile = 256 << 20
	// maxPart is the longest part that a PNG file may have.
	maxPart = 1<<31 - 1
	// maxHead is more than what may stand before a text in its part: keyword,
	// language and translation.
	maxHead = 1 << 10
)

// The faults of a file that is to be read.
var (
	// ErrNotPNG says that what was read is no PNG picture at all.
	ErrNotPNG = errors.New("this is not a PNG picture")
	// ErrDamaged says that a PNG picture, or what it carries, is broken.
	ErrDamaged = errors.New("the picture is damaged")
)

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// A Reader reads the parts of a PNG file, one after another.
type Reader struct {
	r     io.Reader
	most  int // bytes of a text
	first bool
}

// NewReader reads the beginning of a PNG file whose texts are looked at as far as
// they have no more than so many bytes. Its error is ErrNotPNG where there is no
// PNG file.
func NewReader(r io.Reader, mostText int) (*Reader, error) {
	limited := io.LimitReader(r, maxFile)
	head := make([]byte, len(Signature))
	switch _, err := io.ReadFull(limited, head); {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), err == nil && string(head) != Signature:
		return nil, ErrNotPNG
	case err != nil:
		return nil, fmt.Errorf("read the picture: %w", err)
	}
	return &Reader{r: limited, most: mostText, first: true}, nil
}

// A Part is one part of a PNG file.
type Part struct {
	Name string
	data []byte // of a text
	cut  bool   // whether the text is longer than what is looked at
}

// Next reads one part; the last is called IEND. Every part is held to its checksum.
// The error is or wraps ErrDamaged where there is no sound part.
func (r *Reader) Next() (Part, error) {
	var head [8]byte
	if err := r.read(head[:]); err != nil {
		return Part{}, err
	}
	length := binary.BigEndian.Uint32(head[:])
	part := Part{Name: string(head[4:])}
	if length > maxPart || !isName(part.Name) {
		return Part{}, damaged("it has a part that PNG files do not have")
	}
	if r.first != (part.Name == "IHDR") {
		return Part{}, damaged("its header is not where it belongs")
	}
	r.first = false
	sum := crc32.NewIEEE()
	sum.Write(head[4:])
	data := io.TeeReader(io.LimitReader(r.r, int64(length)), sum)
	if part.isText() {
		var err error
		if part.data, err = io.ReadAll(io.LimitReader(data, int64(r.most+maxHead))); err != nil {
			return Part{}, cutOff(err)
		}
		part.cut = int64(len(part.data)) < int64(length)
	}
	if n, err := io.Copy(io.Discard, data); err != nil || n+int64(len(part.data)) != int64(length) {
		return Part{}, cutOff(err)
	}
	if err := r.read(head[:4]); err != nil {
		return Part{}, err
	}
	if binary.BigEndian.Uint32(head[:]) != sum.Sum32() {
		return Part{}, damaged("the checksum of its part %s does not match", part.Name)
	}
	return part, nil
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

func (r *Reader) read(into []byte) error {
	if _, err := io.ReadFull(r.r, into); err != nil {
		return cutOff(err)
	}
	return nil
}

// cutOff says that a file ends too early, or what else went wrong in reading it.
func cutOff(err error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damaged("it ends too early, or is larger than %d MiB", maxFile>>20)
	}
	return fmt.Errorf("read the picture: %w", err)
}
