package paint

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"io"

	"headroom/scenario/pngfile"
)

// A PNG says how an image becomes a file.
type PNG struct {
	Ground  color.NRGBA // the color of what is transparent; its alpha does not count
	Density float64     // pixels an inch on paper, above 0

	// Mark, unless 0, makes one pixel in a corner another, by 1 of 255: so that no
	// program takes the picture for another that looks the same, and keeps only one
	// of them with what it carries. Pixels of different marks differ in most cases.
	Mark uint32
}

// Encode returns an image as a PNG file: the same image, the same bytes. The
// standard library tries five filters on every row, which takes ten times as long
// as drawing the picture; pictures of charts are mostly rows like the one above
// them, so that one filter, the difference to the row above, is always the right
// one. Where the image is opaque, the file has no alpha channel.
func (p PNG) Encode(img *image.RGBA) ([]byte, error) {
	header := binary.BigEndian.AppendUint32(nil, uint32(img.Rect.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(img.Rect.Dy()))
	rows := pngRows{img: img, size: 4, mark: markOf(p.Mark, img.Rect.Size())}
	rows.ground = [3]byte{p.Ground.R, p.Ground.G, p.Ground.B}
	kind := byte(6) // RGB and alpha
	if img.Opaque() {
		rows.size, kind = 3, 2
	}
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
	out := make([]byte, 0, data.Len()+1<<10)
	out = append(out, pngfile.Signature...)
	out = pngfile.Append(out, "IHDR", append(header, 8, kind, 0, 0, 0)) // 8 bits a channel, no interlacing
	out = pngfile.AppendDensity(out, p.Density)
	out = pngfile.Append(out, "IDAT", data.Bytes())
	return pngfile.Append(out, "IEND", nil), nil
}

// A pngMark is a change to one pixel.
type pngMark struct {
	at       image.Point
	channels uint32 // 1 red, 2 green, 4 blue; 0 for no change
}

// markOf returns the change that a mark makes: in one of the four corners, to one
// or more of the three colors.
func markOf(mark uint32, size image.Point) pngMark {
	if mark == 0 {
		return pngMark{}
	}
	m := pngMark{channels: 1 + mark/4%7}
	if mark&1 != 0 {
		m.at.X = size.X - 1
	}
	if mark&2 != 0 {
		m.at.Y = size.Y - 1
	}
	return m
}

// filterUp is the number of the filter that takes the difference to the row
// above.
const filterUp = 2

// pngRows turns an image into the rows of a PNG file.
type pngRows struct {
	img    *image.RGBA
	size   int     // bytes a pixel in the file
	ground [3]byte // the color of what is transparent
	mark   pngMark
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
		marked := p.mark.channels != 0 && y == p.mark.at.Y
		next := same
		if marked || !bytes.Equal(row, last) {
			p.pixels(here, row)
			if marked {
				p.change(here[p.size*p.mark.at.X:][:p.size])
			}
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
		if marked {
			last = nil // the row below is another, even where it looks the same
		}
	}
	return nil
}

// change makes one pixel of the file another, by the least that there is.
func (p pngRows) change(pixel []byte) {
	for c := range 3 {
		switch {
		case p.mark.channels>>c&1 == 0:
		case pixel[c] == 0:
			pixel[c] = 1
		default:
			pixel[c]--
		}
	}
	// The color of what cannot be seen is nothing that programs keep.
	if p.size == 4 && pixel[3] == 0 {
		pixel[3] = 1
	}
}

// pixels writes one row of pixels as the file has them: without alpha, or not
// premultiplied by it. What cannot be seen has the color of the page that the
// picture is for, because that is what programs show of it which ignore
// alpha, or write a JPEG.
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
		if a == 0 {
			copy(out[i:], p.ground[:])
			continue
		}
		for c := range 3 {
			out[i+c] = row[i+c]
			if a != 255 {
				out[i+c] = uint8(min(255, (uint32(row[i+c])*255+a/2)/a))
			}
		}
	}
}
