package memory_test

import (
	"slices"
	"testing"

	"headroom/scenario/simulate/memory"
)

func TestRoomIsEmptyAndAsLargeAsAskedFor(t *testing.T) {
	for _, values := range []int{0, 1, 1000, 1 << 18, 1<<18 + 1, 3 << 18} {
		room := memory.For(values)
		if len(room) != values || cap(room) != values || slices.ContainsFunc(room, func(v float64) bool { return v != 0 }) {
			t.Errorf("for %d values there is room for %d, up to %d, and not all of it is empty", values, len(room), cap(room))
		}
		for i := range room {
			room[i] = 1
		}
	}
}
