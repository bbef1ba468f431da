package store

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/field"
)

// MaxSize is the most bytes a workspace file may have.
const MaxSize = 16 << 20

// Decode reads a workspace file. What it returns is sound: a file that is not is
// answered with an *Unsound error that names its faults in the order of the file.
// Of a file of a version newer than this release reads, only that is said.
func Decode(r io.Reader) (scenario.Workspace, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return scenario.Workspace{}, fmt.Errorf("read the workspace: %w", err)
	}
	return decode(data, thisEdition())
}

func decode(data []byte, e edition) (scenario.Workspace, error) {
	if len(data) > MaxSize {
		return scenario.Workspace{}, errTooLarge
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	r := &reader{scanner: scanner{data: data}, edition: e, version: e.newest}
	switch stated, text := statedVersion(data); {
	case stated > float64(e.newest):
		r.faults.add(0, "version", fmt.Sprintf("%s is newer than %d, the newest that this Headroom reads; open the file with a newer one",
			text, e.newest))
		return scenario.Workspace{}, r.faults.err()
	case stated >= 1:
		r.version = int(stated)
	}
	var d document
	r.document(&d)
	if err := r.faults.err(); err != nil {
		return scenario.Workspace{}, err
	}
	return d.workspace, nil
}

// statedVersion returns the version that a workspace file says it has, and how it
// says it; 0 where it says none that is a whole number, or is a file of another
// format.
func statedVersion(data []byte) (float64, string) {
	s := &scanner{data: data}
	if s.peek() != kindObject {
		return 0, ""
	}
	var version, format []byte
	s.object(func(name string, _ int) {
		s.peek()
		start := s.pos
		s.skip()
		switch {
		case name == "version" && version == nil:
			version = data[start:s.pos]
		case name == "format" && format == nil:
			format = data[start:s.pos]
		}
		if version != nil && format != nil {
			s.fail(s.pos, "seen enough")
		}
	})
	if format != nil && string(format) != strconv.Quote(Format) {
		return 0, ""
	}
	v, _ := strconv.ParseFloat(string(version), 64)
	if v != math.Trunc(v) {
		return 0, ""
	}
	return v, brief(version)
}

// document reads the file and checks it.
func (r *reader) document(d *document) {
	if kind := r.kind(); kind == kindObject || kind == kindNone {
		r.record(d.fields())
	} else {
		r.fail(r.pos, "a workspace is an object, not "+kindName(kind))
	}
	if r.fault == nil {
		r.place("", 0, r.frame(d))
	}
	r.end()
	if r.fault != nil {
		r.faults.add(r.fault.pos, lineAndColumn(r.data, r.fault.pos), r.fault.message)
	}
}

// frame returns what is wrong with the document but not with one of its
// scenarios.
func (r *reader) frame(d *document) fault.List {
	var found fault.List
	if d.format != Format {
		found = append(found, fault.Fault{
			Path:    "format",
			Message: brief([]byte(strconv.Quote(d.format))) + " is not " + Format,
		})
	}
	if d.version < 1 || d.version > r.edition.newest {
		found = append(found, fault.Fault{
			Path:    "version",
			Message: fmt.Sprintf("%d is no version that this Headroom reads; the newest is %d", d.version, r.edition.newest),
		})
	}
	unsure := r.unsure
	for path := range r.wrong {
		unsure = unsure || strings.HasPrefix(path, "scenarios")
	}
	for _, fault := range field.CheckFrame(d.workspace) {
		if !unsure || !strings.HasPrefix(fault.Path, "view.") {
			found = append(found, fault)
		}
	}
	return found
}
