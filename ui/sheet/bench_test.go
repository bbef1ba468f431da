package sheet

import (
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
)

// BenchmarkSet shows another table in each round, of figures not seen before, as
// a drag does in each frame.
func BenchmarkSet(b *testing.B) {
	for _, size := range []struct{ columns, rows int }{{8, 8}, {8, 600}} {
		b.Run(fmt.Sprintf("%dx%d", size.columns, size.rows), func(b *testing.B) {
			s := New("table")
			header, rows := table(size.columns, size.rows)
			s.Set(header, rows)
			show(b, s, fyne.NewSize(900, 300))
			n := 0
			for b.Loop() {
				for r := range rows {
					for c := range rows[r] {
						n++
						rows[r][c].Text = "$" + strconv.Itoa(n) + "B"
					}
				}
				s.Set(header, rows)
			}
		})
	}
}

func BenchmarkScroll(b *testing.B) {
	s := New("table")
	s.Set(table(8, 600))
	show(b, s, fyne.NewSize(900, 300))
	for i := 0; b.Loop(); i++ {
		turn := float32(37)
		if i/450%2 == 0 {
			turn = -37
		}
		s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, turn)})
	}
}
