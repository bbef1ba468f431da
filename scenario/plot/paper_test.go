package plot

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// However fine a picture is drawn it is of the same size on paper, and a slide at
// 1600 by 900 is one of 13 1/3 inches; one that is drawn larger is larger.
func TestAPictureSaysHowLargeItIsOnPaper(t *testing.T) {
	for _, c := range []struct {
		scale, zoom float64
		want        uint32 // pixels a meter
	}{{0, 0, 4724}, {1, 1, 4724}, {2, 0, 9449}, {0.5, 0, 2362}, {2, 2, 4724}, {3, 1.5, 9449}} {
		data, err := pngOf(pressSubject(t), Options{Width: 160, Height: 90, Scale: c.scale, Zoom: c.zoom})
		if err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(data, []byte("pHYs")) + 4
		if x, y := binary.BigEndian.Uint32(data[at:]), binary.BigEndian.Uint32(data[at+4:]); x != c.want || y != c.want || data[at+8] != 1 {
			t.Errorf("scale %v, zoom %v: %d by %d pixels a meter, want %d", c.scale, c.zoom, x, y, c.want)
		}
	}
}
