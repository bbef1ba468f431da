package system

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"golang.org/x/image/bmp"
)

// bitmapOf returns a PNG picture as Windows hands bitmaps on, for programs that take
// nothing better: without transparency, on white.
func bitmapOf(picture []byte) ([]byte, error) {
	decoded, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return nil, fmt.Errorf("copy the picture: %w", err)
	}
	flat := image.NewRGBA(decoded.Bounds())
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), decoded, decoded.Bounds().Min, draw.Over)
	var file bytes.Buffer
	if err := bmp.Encode(&file, flat); err != nil {
		return nil, fmt.Errorf("copy the picture: %w", err)
	}
	const fileHeader = 14 // bytes that only files have
	return file.Bytes()[fileHeader:], nil
}
