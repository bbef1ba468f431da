package xlsx

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

const (
	sentSheet = "Sent"
	sentName  = "headroom_sent" // of the cell with the mark, below which the parts are
	sentMark  = "Headroom workbook 1: what was sent, to tell what has been changed since. Leave it as it is."
	// sentPart is how much of it one cell holds; a cell takes 32,767 characters.
	sentPart     = 30_000
	maxSentParts = 2 * store.MaxSize / sentPart
	sentPrefix   = "part:" // so that no cell begins like a formula
)

// sent returns the workspace as the hidden sheet carries it.
func (b *book) sent() ([]string, error) {
	data, err := store.Encode(b.Workspace)
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

// sentSheetOf returns the hidden sheet with what was sent.
func sentSheetOf(parts []string) *sheet {
	s := &sheet{name: sentSheet, widths: []float64{20}, hidden: true}
	s.put(1, 1, sentMark, plain)
	for i, part := range parts {
		s.put(1, i+2, part, plain)
	}
	return s
}

// ErrNotOurs is the error of a file that is no workbook of the planner's.
var ErrNotOurs = errors.New("this is no workbook that Headroom has written, or the program that saved it left out what tells one")

// unpack returns the workspace that parts carry.
func unpack(parts []string) (scenario.Workspace, error) {
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
