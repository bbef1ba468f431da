package system

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// A picture of two pixels, red and clear, is a header of 40 bytes and one row, blue
// first, filled up to a multiple of four bytes.
func TestABitmapLiesOnWhite(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	picture.Set(0, 0, color.NRGBA{R: 0xFF, A: 0xFF})
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		t.Fatal(err)
	}
	got, err := bitmapOf(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(got[at:]) }
	if len(got) != 48 || word(0) != 40 || word(4) != 2 || word(8) != 1 || word(12) != 24<<16|1 || word(16) != 0 {
		t.Fatalf("the bitmap is % x", got)
	}
	if row := []byte{0, 0, 0xFF, 0xFF, 0xFF, 0xFF}; !bytes.Equal(got[40:46], row) {
		t.Errorf("its row is % x, want % x", got[40:46], row)
	}
	if _, err := bitmapOf([]byte("no picture")); err == nil {
		t.Error("what is no picture is taken for one")
	}
}
