package layout

import (
	"testing"

	"headroom/scenario/plot/paint"
)

func TestRectMeets(t *testing.T) {
	r := NewRect(10, 10, 20, 20)
	for _, c := range []struct {
		name string
		a, b paint.Spot
		want bool
	}{
		{"through it", paint.XY(0, 0), paint.XY(30, 30), true},
		{"within it", paint.XY(12, 12), paint.XY(13, 18), true},
		{"up to its border", paint.XY(0, 15), paint.XY(10, 15), true},
		{"just short of it", paint.XY(0, 15), paint.XY(9.99, 15), false},
		{"past its corner", paint.XY(0, 11), paint.XY(11, 0), false},
		{"across its corner", paint.XY(0, 22), paint.XY(22, 0), true},
		{"upright beside it", paint.XY(21, 0), paint.XY(21, 30), false},
		{"level through it", paint.XY(0, 19), paint.XY(30, 19), true},
	} {
		if got := r.Meets(c.a, c.b); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := r.Meets(c.b, c.a); got != c.want {
			t.Errorf("%s, backwards: %v", c.name, got)
		}
	}
}
