package store

import (
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/fault"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// A reader reads the records of a file and gathers what is wrong with how they
// are written. Whether the figures are sound is checked when a whole scenario
// has been read.
type reader struct {
	scanner
	edition edition
	version int // of the file
	faults  gatherer
	path    []byte          // of the value being read
	pattern []byte          // the path without indices
	wrong   map[string]bool // paths of what could not be read
	unsure  bool            // some scenario has no id that could be read
	years   scenario.ByYear // room for those being read
}

// within reads the value of a field of the record being read.
func (r *reader) within(name string, read func()) {
	pattern := len(r.pattern)
	if pattern > 0 {
		r.pattern = append(r.pattern, '.')
	}
	r.pattern = append(r.pattern, name...)
	r.entry(name, read)
	r.pattern = r.pattern[:pattern]
}

// entry reads what has a name that the format does not give.
func (r *reader) entry(name string, read func()) {
	path := len(r.path)
	if path > 0 {
		r.path = append(r.path, '.')
	}
	r.path = append(r.path, name...)
	read()
	r.path = r.path[:path]
}

// item reads an item of the list being read.
func (r *reader) item(i int, read func()) {
	path := len(r.path)
	r.path = append(r.path, '[')
	r.path = strconv.AppendInt(r.path, int64(i), 10)
	r.path = append(r.path, ']')
	read()
	r.path = r.path[:path]
}

// reject notes that the value at the path is not there or cannot be read.
func (r *reader) reject(pos int, message string) {
	if r.fault != nil {
		return
	}
	r.faults.add(pos, string(r.path), message)
	r.spoil()
}

// spoil notes that there is nothing to be checked at the path.
func (r *reader) spoil() {
	if r.wrong == nil {
		r.wrong = make(map[string]bool)
	}
	r.wrong[string(r.path)] = true
}

// refuse goes past the value of a field that should not be there.
func (r *reader) refuse(name string, pos int, message string) {
	shown := unit.Brief(name, mostTold)
	if name == "" {
		shown = `""`
	}
	r.entry(shown, func() { r.faults.add(pos, string(r.path), message) })
	r.skip()
}

// record reads an object into fields.
func (r *reader) record(fields []member) {
	reset(fields)
	var seen uint32
	r.object(func(name string, start int) {
		i := r.find(fields, name)
		switch {
		case i < 0:
			r.refuse(name, start, unknown(fields, name))
		case seen&(1<<i) != 0:
			r.refuse(name, start, "given twice")
		default:
			seen |= 1 << i
			r.within(name, func() { r.value(&fields[i]) })
		}
	})
	if r.fault == nil {
		r.lacking(fields, seen)
	}
}

// find returns the index of the field with the given name, -1 where the file's
// version has none.
func (r *reader) find(fields []member, name string) int {
	for i := range fields {
		if fields[i].name == name && r.has(name) {
			return i
		}
	}
	return -1
}

// has reports whether the file's version has the field of the record being read.
func (r *reader) has(name string) (known bool) {
	if len(r.edition.since) == 0 {
		return true
	}
	r.within(name, func() { known = r.edition.has(r.version, string(r.pattern)) })
	return known
}

func unknown(fields []member, name string) string {
	for i := range fields {
		if strings.EqualFold(fields[i].name, name) && fields[i].name != name {
			return "unknown field; it is written " + fields[i].name
		}
	}
	return "unknown field"
}

// lacking deals with the fields that an object, just read, has not given.
func (r *reader) lacking(fields []member, seen uint32) {
	for i := range fields {
		f := &fields[i]
		if seen&(1<<i) != 0 || !r.has(f.name) {
			continue
		}
		r.within(f.name, func() {
			if inner, ok := f.at.(record); ok && !inner.absent {
				inside := inner.fields()
				reset(inside)
				r.lacking(inside, 0)
			} else if f.need {
				r.reject(r.pos-1, "missing")
			}
		})
	}
}

// reset sets the fields to what they are while a file leaves them out.
func reset(fields []member) {
	for i := range fields {
		switch unset := fields[i].unset.(type) {
		case string:
			*fields[i].at.(*string) = unset
		case float64:
			*fields[i].at.(*float64) = unset
		case int:
			*fields[i].at.(*int) = unset
		}
	}
}

// scenario reads a scenario and checks it, so that the faults of a thousand
// scenarios are never held at once.
func (r *reader) scenario(rec record) {
	around := r.wrong
	r.wrong = nil
	start := r.pos
	r.record(rec.fields())
	if r.fault == nil {
		path := string(r.path)
		r.unsure = r.unsure || r.wrong[path+".id"]
		r.edition.migrate(r.version, rec.whole)
		if found := field.Check(*rec.whole); found != nil {
			r.place(path, start, found.Under(path))
		}
	}
	r.wrong = around
}

// place adds faults that were found in what begins at start and has the given
// path, except where the cause is that something could not be read.
func (r *reader) place(path string, start int, found fault.List) {
	kept := found[:0]
	for _, fault := range found {
		if !r.caused(fault.Path) {
			kept = append(kept, fault)
		}
	}
	if len(kept) == 0 {
		return
	}
	places := locate(r.data, path, start, kept)
	for i, fault := range kept {
		r.faults.add(places[i], fault.Path, fault.Message)
	}
}

// caused reports whether the value at the path or what it is part of could not be
// read.
func (r *reader) caused(path string) bool {
	for len(r.wrong) > 0 && path != "" {
		if r.wrong[path] {
			return true
		}
		path = outer(path)
	}
	return false
}
