package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/pngfile"
	"headroom/scenario/store"
)

// Embed returns a PNG file that carries a workspace, without the notes of its
// scenarios, and the view that the picture shows, in standard texts; the picture
// stays as it is. With them go the version of the program and the main figures of
// each scenario, so that who opens it hears where they no longer come out the same. What the picture carried before is replaced. It fails where png is no PNG
// file and where the workspace is unsound, or larger than what is read again.
func Embed(png []byte, w scenario.Workspace, v View) ([]byte, error) {
	parts, err := recordParts(w, v)
	if err != nil {
		return nil, err
	}
	return inserted(png, parts)
}

// recordParts returns the parts of a PNG file that carry a workspace and a view.
func recordParts(w scenario.Workspace, v View) ([]byte, error) {
	carried, about, err := recordTexts(w, v)
	if err != nil {
		return nil, err
	}
	parts, err := pngfile.AppendText(nil, wordWorkspace, carried)
	if err != nil {
		return nil, err
	}
	return pngfile.AppendText(parts, wordPicture, about)
}

// recordTexts returns the texts that a file carries: a workspace without notes, and
// the view of it with what its scenarios came to.
func recordTexts(w scenario.Workspace, v View) (workspace, view []byte, err error) {
	w = withoutNotes(w)
	carried, err := store.Encode(w)
	if err != nil {
		return nil, nil, fmt.Errorf("put the scenarios into the file: %w", err)
	}
	if carried = ascii(carried); len(carried) > store.MaxSize {
		return nil, nil, fmt.Errorf("put the scenarios into the file: they are larger than the %d MiB that a file can carry", store.MaxSize>>20)
	}
	figures, err := figuresOf(w)
	if err != nil {
		return nil, nil, fmt.Errorf("put the scenarios into the file: %w", err)
	}
	text, err := json.Marshal(recordText{
		Format: recordFormat, Version: recordVersion, Program: about.Name + " " + about.Version,
		View: recordView(v), Figures: figures,
	})
	if err != nil {
		return nil, nil, fmt.Errorf("put the view into the file: %w", err)
	}
	return carried, ascii(text), nil
}

// ascii returns a JSON text with all beyond ASCII as escapes. It can only be within
// strings, where JSON allows them.
func ascii(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for _, r := range string(text) {
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// inserted returns a PNG file with parts put in behind its header, and without
// such texts as it had.
func inserted(png, parts []byte) ([]byte, error) {
	from := bytes.NewReader(png)
	r, err := pngfile.NewReader(from, 0)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(png)+len(parts))
	out = append(out, pngfile.Signature...)
	for {
		start := len(png) - from.Len()
		part, err := r.Next()
		if err != nil {
			return nil, err
		}
		if wordOf(part) != "" {
			continue
		}
		out = append(out, png[start:len(png)-from.Len()]...)
		switch part.Name {
		case "IHDR":
			out = append(out, parts...)
		case "IEND":
			return out, nil
		}
	}
}
