package memory

import (
	"testing"
	"unsafe"
)

func TestRoomBeginsWithALargePage(t *testing.T) {
	for _, values := range []int{1, largePage, 3*largePage + 1} {
		if past := uintptr(unsafe.Pointer(&For(values)[0])) % (size * largePage); past != 0 {
			t.Errorf("room for %d values begins %d bytes into a page", values, past)
		}
	}
}
