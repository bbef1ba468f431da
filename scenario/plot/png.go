package plot

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"io"
)

// encodePNG returns an image as a PNG file. The standard library tries five
// filters on every row, which takes ten times as long as drawing the picture;
// pictures of this package are mostly rows like the one above them, so that one
// filter, the difference to the row above, is always the right one. Where the
// image is opaque, the file has no alpha channel.
func encodePNG(img *image.RGBA) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, 64<<10))
	out.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(img.Rect.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(img.Rect.Dy()))
	rows := pngRows{img: img, size: 4}
	kind := byte(6) // RGB and alpha
	if img.Opaque() {
		rows.size, kind = 3, 2
	}
	chunk(out, "IHDR", append(header, 8, kind, 0, 0, 0)) // 8 bits a channel, no interlacing
	var data bytes.Buffer
	packer, err := zlib.NewWriterLevel(&data, zlib.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("encode PNG: %w", err)
	}
	if err := rows.write(packer); err != nil {
		return nil, fmt.Errorf("encode PNG: %w", err)
	}
	if err := packer.Close(); err != nil {
		return nil, fmt.Errorf("encode PNG: %w", err)
	}
	chunk(out, "IDAT", data.Bytes())
	chunk(out, "IEND", nil)
	return out.Bytes(), nil
}

// chunk appends one part of a PNG file: length, name, data and checksum.
func chunk(out *bytes.Buffer, name string, data []byte) {
	var word [4]byte
	binary.BigEndian.PutUint32(word[:], uint32(len(data)))
	out.Write(word[:])
	out.WriteString(name)
	out.Write(data)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(name)), crc32.IEEETable, data)
	binary.BigEndian.PutUint32(word[:], sum)
	out.Write(word[:])
}

// filterUp is the number of the filter that takes the difference to the row
// above.
const filterUp = 2

// pngRows turns an image into the rows of a PNG file.
type pngRows struct {
	img  *image.RGBA
	size int // bytes a pixel in the file
}

func (p pngRows) write(w io.Writer) error {
	wide := 4 * p.img.Rect.Dx()
	line := 1 + p.size*p.img.Rect.Dx()
	same, differing := make([]byte, line), make([]byte, line)
	same[0], differing[0] = filterUp, filterUp
	above, here := make([]byte, line-1), make([]byte, line-1)
	var last []byte
	for y := range p.img.Rect.Dy() {
		row := p.img.Pix[y*p.img.Stride:][:wide]
		next := same
		if !bytes.Equal(row, last) {
			p.pixels(here, row)
			for i, v := range here {
				differing[i+1] = v - above[i]
			}
			next = differing
			above, here = here, above
		}
		if _, err := w.Write(next); err != nil {
			return err
		}
		last = row
	}
	return nil
}

// pixels writes one row of pixels as the file has them: without alpha, or not
// premultiplied by it.
func (p pngRows) pixels(out, row []byte) {
	if p.size == 3 {
		for i, j := 0, 0; i+4 <= len(row); i, j = i+4, j+3 {
			out[j], out[j+1], out[j+2] = row[i], row[i+1], row[i+2]
		}
		return
	}
	for i := 0; i+4 <= len(row); i += 4 {
		a := uint32(row[i+3])
		out[i+3] = row[i+3]
		for c := range 3 {
			out[i+c] = row[i+c]
			if a != 0 && a != 255 {
				out[i+c] = uint8(min(255, (uint32(row[i+c])*255+a/2)/a))
			}
		}
	}
}
