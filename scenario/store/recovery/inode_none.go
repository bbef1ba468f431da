//go:build !unix

package recovery

import "io/fs"

// inode returns 0: this system tells no number with a file.
func inode(fs.FileInfo) uint64 { return 0 }
