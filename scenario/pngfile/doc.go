// Package pngfile reads and writes the parts that a PNG file is made of, and the
// texts among them. It holds parts to their checksums and texts to a size, and
// never looks at a pixel.
package pngfile
