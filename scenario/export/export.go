// Package export turns scenarios into files that are handed on: pictures as PNG and
// SVG, reports and workbooks. Window and command line write through it, so that both
// give the same bytes for the same request. A PNG can carry the scenarios that it
// shows, and brings them back.
//
// It computes nothing and lays out no picture; it knows no window and no command
// line. Everything is made in memory first, so that what cannot be made touches
// no file.
package export

import (
	"fmt"
	"path/filepath"
	"strings"

	"headroom/scenario/store"
)

// A Format is how a picture is written.
type Format string

// The formats of pictures.
const (
	FormatPNG Format = "png"
	FormatSVG Format = "svg"
)

// FormatOf returns the format of a picture that the end of a file's name asks
// for, in any case, and an error for other ends.
func FormatOf(path string) (Format, error) {
	switch format := Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))); format {
	case FormatPNG, FormatSVG:
		return format, nil
	}
	return "", fmt.Errorf("%q does not end in .png or .svg", filepath.Base(path))
}

// File writes data to the file at path, whole or not at all: a former file
// stays as it was until the new one is complete.
func File(path string, data []byte) error { return store.WriteFile(path, data) }
