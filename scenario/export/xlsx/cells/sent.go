package cells

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"headroom/scenario"
	"headroom/scenario/store"
)

// What a workbook carries to tell what has been changed in it: on a sheet of its own
// a mark, below which the parts of what was sent are.
const (
	SentSheet = "Sent"
	SentName  = "headroom_sent" // of the cell with the mark
	SentMark  = "Headroom workbook 1: what was sent, to tell what has been changed since. Leave it as it is."
	// MaxSentParts is how many parts are read.
	MaxSentParts = 2 * store.MaxSize / sentPart
	// sentPart is how much of it one cell holds; a cell takes 32,767 characters.
	sentPart   = 30_000
	sentPrefix = "part:" // so that no cell begins like a formula
)

// ErrNotOurs is the error of a file that is no workbook of the planner's.
var ErrNotOurs = errors.New("this is no workbook that Headroom has written, or the program that saved it left out what tells one")

// Pack returns a workspace in parts, each for one cell.
func Pack(sent scenario.Workspace) ([]string, error) {
	data, err := store.Encode(sent)
	if err != nil {
		return nil, fmt.Errorf("put the scenarios into the workbook: %w", err)
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	text := base64.StdEncoding.EncodeToString(packed.Bytes())
	var parts []string
	for len(text) > sentPart {
		parts, text = append(parts, sentPrefix+text[:sentPart]), text[sentPart:]
	}
	return append(parts, sentPrefix+text), nil
}

// Unpack returns the workspace that parts carry. The error is ErrNotOurs where they
// are no such parts.
func Unpack(parts []string) (scenario.Workspace, error) {
	var text strings.Builder
	for _, part := range parts {
		rest, found := strings.CutPrefix(strings.TrimSpace(part), sentPrefix)
		if !found {
			return scenario.Workspace{}, ErrNotOurs
		}
		text.WriteString(rest)
	}
	packed, err := base64.StdEncoding.DecodeString(text.String())
	if err != nil {
		return scenario.Workspace{}, ErrNotOurs
	}
	data := flate.NewReader(bytes.NewReader(packed))
	w, err := store.Decode(io.LimitReader(data, store.MaxSize+1))
	if err != nil {
		return w, fmt.Errorf("what was sent cannot be read: %w", err)
	}
	return w, nil
}
