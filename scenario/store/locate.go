package store

import (
	"strconv"
	"strings"

	"headroom/scenario/fault"
)

// locate returns where in data each of the faults is, given that what begins at
// start has the given path. A fault of a field that is not there is at the end of
// the object that lacks it.
func locate(data []byte, path string, start int, faults fault.List) []int {
	l := locator{scanner: scanner{data: data, pos: start}, path: []byte(path), begins: make(map[string]int), ends: make(map[string]int)}
	for _, fault := range faults {
		l.begins[fault.Path] = -1
		for at := fault.Path; at != ""; {
			at = outer(at)
			l.ends[at] = -1
		}
	}
	l.walk()
	places := make([]int, len(faults))
	for i, fault := range faults {
		places[i] = l.find(fault.Path)
	}
	return places
}

// outer returns the path of what the value at path is part of.
func outer(path string) string { return path[:max(0, strings.LastIndexAny(path, ".["))] }

// A locator notes where the values begin and end that it is asked for. It walks
// through text that has been read before, so that no value is broken.
type locator struct {
	scanner
	path   []byte
	begins map[string]int // by path, -1 until it is found
	ends   map[string]int // likewise
}

func (l *locator) walk() {
	kind := l.kind()
	note(l.begins, l.path, l.pos)
	n := len(l.path)
	switch kind {
	case kindObject:
		l.object(func(name string, _ int) {
			if n > 0 {
				l.path = append(l.path, '.')
			}
			l.path = append(l.path, name...)
			l.walk()
			l.path = l.path[:n]
		})
	case kindList:
		l.list(func(i int) {
			l.path = append(l.path, '[')
			l.path = strconv.AppendInt(l.path, int64(i), 10)
			l.path = append(l.path, ']')
			l.walk()
			l.path = l.path[:n]
		})
	default:
		l.skip()
	}
	note(l.ends, l.path, l.pos-1)
}

// note keeps pos where it is the first for a path that is asked for.
func note(places map[string]int, path []byte, pos int) {
	if at, asked := places[string(path)]; asked && at < 0 {
		places[string(path)] = pos
	}
}

func (l *locator) find(path string) int {
	if at := l.begins[path]; at >= 0 {
		return at
	}
	for path != "" {
		path = outer(path)
		if at := l.ends[path]; at >= 0 {
			return at
		}
	}
	return len(l.data)
}
