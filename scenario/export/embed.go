package export

import (
	"bytes"
	"encoding/json"
	"fmt"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/store"
)

// Embed returns a PNG file that carries a workspace, without the notes of its
// scenarios, and the view that the picture shows, in standard iTXt parts; the
// picture stays as it is. With them go the version of the program and the main
// figures of each scenario, so that who opens it can be told where they no longer
// come out the same. What the picture carried before is replaced. It fails where
// png is no PNG file and where the workspace is unsound.
func Embed(png []byte, w scenario.Workspace, v View) ([]byte, error) {
	w = withoutNotes(w)
	text, err := store.Encode(w)
	if err != nil {
		return nil, fmt.Errorf("put the scenarios into the picture: %w", err)
	}
	figures, err := figuresOf(w)
	if err != nil {
		return nil, fmt.Errorf("put the scenarios into the picture: %w", err)
	}
	told, err := json.Marshal(record{
		Format: recordFormat, Version: recordVersion, Program: about.Name + " " + about.Version,
		View: recordView(v), Figures: figures,
	})
	if err != nil {
		return nil, fmt.Errorf("put the view into the picture: %w", err)
	}
	var parts []byte
	for _, p := range []struct {
		word string
		text []byte
	}{{wordWorkspace, text}, {wordPicture, told}} {
		data, err := packed(p.word, p.text)
		if err != nil {
			return nil, err
		}
		parts = appendChunk(parts, textChunk, data)
	}
	return inserted(png, parts)
}

// inserted returns a PNG file with parts put in behind its header, and without
// such texts as it had.
func inserted(png, parts []byte) ([]byte, error) {
	from := bytes.NewReader(png)
	r, err := newPNGReader(from)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(png)+len(parts))
	out = append(out, pngSignature...)
	for {
		start := len(png) - from.Len()
		name, data, err := r.next()
		if err != nil {
			return nil, err
		}
		if word := wordOf(data); word == wordWorkspace || word == wordPicture {
			continue
		}
		out = append(out, png[start:len(png)-from.Len()]...)
		switch name {
		case "IHDR":
			out = append(out, parts...)
		case "IEND":
			return out, nil
		}
	}
}
