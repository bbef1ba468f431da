package memory

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

const (
	// size is that of a value in bytes.
	size = 8
	// largePage is how many values a large page has, or a multiple of it.
	largePage = 2 << 20 / size
)

// inLargePages returns room that begins and ends with a large page.
func inLargePages(values int) []float64 {
	if values == 0 {
		return nil
	}
	pages := (values + largePage - 1) / largePage
	room := make([]float64, (pages+1)*largePage)
	start := -uintptr(unsafe.Pointer(&room[0])) / size % largePage
	room = room[start:][:pages*largePage]
	// A system that has none, or keeps them to itself, gives small ones.
	_ = unix.Madvise(unsafe.Slice((*byte)(unsafe.Pointer(&room[0])), size*len(room)), unix.MADV_HUGEPAGE)
	return room[:values:values]
}
