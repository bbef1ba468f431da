package returned

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"headroom/scenario/export/xlsx/cells"
)

// What a workbook that is read may have at most. A larger one is refused before it is
// unpacked.
const (
	MaxSize  = 64 << 20 // bytes of the file
	maxParts = 10_000   // of the archive
	maxPart  = 64 << 20 // bytes of a part that is read, unpacked
	maxNames = 100_000  // names of cells
)

// ErrNotOurs is the error of a file that is no workbook of the planner's.
var ErrNotOurs = cells.ErrNotOurs

var (
	errTooLarge = errors.New("the workbook is larger than what Headroom writes or reads")
	errBroken   = errors.New("the workbook is damaged")
)

// An opened is a workbook of which single parts are read, each within limits, and
// nothing else is unpacked.
type opened struct {
	parts  map[string]*zip.File
	sheets map[string]string // the part of each sheet, by its name
	names  map[string]string // the cells that names stand for
	since  float64           // by how many days its dates count from another day
}

// open opens a workbook.
func open(data []byte) (*opened, error) {
	if len(data) > MaxSize {
		return nil, errTooLarge
	}
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return nil, errors.New("the workbook is locked by a password or in the old form .xls; save it as .xlsx without a password")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrNotOurs
	}
	if len(archive.File) > maxParts {
		return nil, errTooLarge
	}
	w := &opened{parts: map[string]*zip.File{}, sheets: map[string]string{}, names: map[string]string{}}
	for _, f := range archive.File {
		w.parts[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	main := "xl/workbook.xml"
	if err := w.workbook(main); err != nil {
		return nil, err
	}
	return w, nil
}

// part calls a function for each element that begins in a part; where it returns
// true, no more of the part is read.
func (w *opened) part(name string, begin func(d *xml.Decoder, e xml.StartElement) (bool, error)) error {
	f := w.parts[name]
	if f == nil {
		return ErrNotOurs
	}
	if f.UncompressedSize64 > maxPart {
		return errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%w: %s", errBroken, name)
	}
	defer r.Close()
	// An archive can say less than it holds.
	d := xml.NewDecoder(io.LimitReader(r, maxPart))
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %s", errBroken, name)
		}
		if e, begins := token.(xml.StartElement); begins {
			if done, err := begin(d, e); err != nil || done {
				return err
			}
		}
	}
}

// workbook reads which sheets there are, and what names stand for.
func (w *opened) workbook(name string) error {
	ids := map[string]string{} // the sheets by what their parts are called
	err := w.part(name, func(d *xml.Decoder, e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "sheet":
			ids[attribute(e, "id")] = attribute(e, "name")
		case "workbookPr":
			if since := attribute(e, "date1904"); since == "1" || since == "true" {
				w.since = 1462
			}
		case "definedName":
			text, err := inner(d, 1<<16)
			if err != nil {
				return true, err
			}
			if len(w.names) >= maxNames {
				return true, errTooLarge
			}
			w.names[strings.ToLower(attribute(e, "name"))] = text
		}
		return false, nil
	})
	if err != nil {
		return err
	}
	return w.part(path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"), func(_ *xml.Decoder, e xml.StartElement) (bool, error) {
		sheet, found := ids[attribute(e, "Id")]
		if e.Name.Local == "Relationship" && found && attribute(e, "TargetMode") != "External" {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(path.Dir(name), target)
			}
			w.sheets[sheet] = strings.TrimPrefix(target, "/")
		}
		return false, nil
	})
}

// attribute returns an attribute of an element, whatever its prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// inner returns all text up to the end of the element that has begun.
func inner(d *xml.Decoder, most int) (string, error) {
	var text strings.Builder
	for depth := 1; depth > 0; {
		token, err := d.RawToken()
		if err != nil {
			return "", errBroken
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if text.Len()+len(t) > most {
				return "", errTooLarge
			}
			text.Write(t)
		}
	}
	return text.String(), nil
}
