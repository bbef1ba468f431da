//go:build !windows

package prompt

import "io/fs"

// drives returns the topmost folders of the drives there are: here there is but one,
// above all.
func drives() []string { return nil }

// hidden reports whether a file or folder is one that file managers leave out.
func hidden(f fs.DirEntry) bool { return f.Name()[0] == '.' }
