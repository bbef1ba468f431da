//go:build unix

package recovery

import (
	"io/fs"
	"syscall"
)

// inode returns the number of a file's inode, 0 where there is none.
func inode(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Ino)
	}
	return 0
}
