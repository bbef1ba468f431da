package pngfile

import (
	"encoding/binary"
	"hash/crc32"
	"math"
)

// Signature is what a PNG file begins with.
const Signature = "\x89PNG\r\n\x1a\n"

// Append appends a part to what there is of a file: its length, its name of four
// letters, its data and their checksum.
func Append(out []byte, name string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	start := len(out)
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// AppendDensity appends the part that says how large a picture is on paper and on
// slides, by the pixels of an inch.
func AppendDensity(out []byte, perInch float64) []byte {
	const inch = 0.0254 // of a meter, in which the part is
	perMeter := uint32(max(1, min(math.MaxInt32, math.Round(perInch/inch))))
	data := binary.BigEndian.AppendUint32(nil, perMeter)
	data = binary.BigEndian.AppendUint32(data, perMeter)
	return Append(out, "pHYs", append(data, 1)) // in pixels a meter
}
