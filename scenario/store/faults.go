package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"headroom/scenario/fault"
)

// maxShown is how many faults of one file are told.
const maxShown = 50

// Unsound is the error of a file that is not a sound workspace.
type Unsound struct {
	Faults fault.List // in the order of the file, at most 50
	More   int        // how many faults there are besides
}

// Lines returns the faults, one a line, and as last line how many more there are.
func (u *Unsound) Lines() []string {
	lines := make([]string, 0, len(u.Faults)+1)
	for _, fault := range u.Faults {
		lines = append(lines, fault.String())
	}
	switch {
	case u.More == 1:
		lines = append(lines, "and 1 more fault")
	case u.More > 1:
		lines = append(lines, fmt.Sprintf("and %d more faults", u.More))
	}
	return lines
}

// Error returns the lines as one text.
func (u *Unsound) Error() string { return strings.Join(u.Lines(), "\n") }

// Unwrap returns the faults that are shown.
func (u *Unsound) Unwrap() error { return u.Faults.Err() }

var _ error = (*Unsound)(nil)

var errTooLarge = errors.New("larger than 16 MiB, the most a workspace may have")

// A gatherer keeps the first faults of a file and counts the others, so that a
// file of nothing but faults costs little.
type gatherer struct {
	found []placed
	count int
}

// A placed fault is one at a byte of the file.
type placed struct {
	pos int
	fault.Fault
}

func (g *gatherer) add(pos int, path, message string) {
	g.count++
	g.found = append(g.found, placed{pos, fault.Fault{Path: path, Message: message}})
	if len(g.found) == 100*maxShown {
		g.trim()
	}
}

// trim sorts the faults into the order of the file and keeps the first.
func (g *gatherer) trim() {
	slices.SortStableFunc(g.found, func(a, b placed) int { return a.pos - b.pos })
	if len(g.found) > maxShown {
		clear(g.found[maxShown:])
		g.found = g.found[:maxShown]
	}
}

// err returns the faults as an error, nil where there are none.
func (g *gatherer) err() error {
	if g.count == 0 {
		return nil
	}
	g.trim()
	u := &Unsound{More: g.count - len(g.found)}
	for _, f := range g.found {
		u.Faults = append(u.Faults, f.Fault)
	}
	return u
}

// lineAndColumn says where in data a byte is, both counted from 1, columns in
// characters.
func lineAndColumn(data []byte, pos int) string {
	before := data[:pos]
	line, start := 1, 0
	for i, b := range before {
		if b == '\n' {
			line, start = line+1, i+1
		}
	}
	return fmt.Sprintf("line %d, column %d", line, utf8.RuneCount(before[start:])+1)
}
