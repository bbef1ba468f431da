package prompt

import (
	"io/fs"
	"math/bits"
	"syscall"

	"golang.org/x/sys/windows"
)

// drives returns the topmost folders of the drives there are.
func drives() (roots []string) {
	there, err := windows.GetLogicalDrives() // a bit each, from A: on
	if err != nil {
		return nil
	}
	for ; there != 0; there &= there - 1 {
		roots = append(roots, string(rune('A'+bits.TrailingZeros32(there)))+`:\`)
	}
	return roots
}

// hidden reports whether a file or folder is one that file managers leave out.
func hidden(f fs.DirEntry) bool {
	if f.Name()[0] == '.' {
		return true
	}
	info, err := f.Info()
	if err != nil {
		return true
	}
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&windows.FILE_ATTRIBUTE_HIDDEN != 0
}
