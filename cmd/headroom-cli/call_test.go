package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An answer is what one call of the command line came to.
type answer struct {
	status      int
	out, errors string
}

// call runs the command line with nothing on standard input.
func call(args ...string) answer { return callWith("", args...) }

// callWith runs the command line with text on standard input.
func callWith(stdin string, args ...string) answer {
	var out, errs bytes.Buffer
	status := run(args, strings.NewReader(stdin), &out, &errs)
	return answer{status, out.String(), errs.String()}
}

// must returns what a call prints that has to succeed without a word on standard
// error.
func must(t *testing.T, args ...string) string {
	t.Helper()
	a := call(args...)
	if a.status != statusDone || a.errors != "" {
		t.Fatalf("%q: status %d, errors %q", args, a.status, a.errors)
	}
	return a.out
}

// planned returns the path of the default workspace, written to a new folder.
func planned(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.headroom.json")
	if out := must(t, "new", "--output", path); out != "" {
		t.Fatalf("new with --output prints %q", out)
	}
	return path
}

// holding returns the path of a file with the given text in a new folder.
func holding(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "held.headroom.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// in returns the names of all that is in a folder.
func in(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}
