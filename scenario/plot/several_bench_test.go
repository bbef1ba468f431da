package plot

import (
	"testing"

	"headroom/scenario/compare"
)

// The benchmarks draw what the views of comparison and deal show, at the size of
// a window.

func benchmarkPaint(b *testing.B, pic Picture) {
	pic.Width, pic.Height = 1180, 420
	p := NewPainter()
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := p.Paint(pic); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSide(b *testing.B) {
	benchmarkPaint(b, comparing(b, Options{Axis: AxisDue}, several()...))
}

func BenchmarkOverlay(b *testing.B) {
	pic := comparing(b, Options{Axis: AxisDue}, several()...)
	compareOf(pic).Layout = LayoutOverlay
	benchmarkPaint(b, pic)
}

func BenchmarkWaterfall(b *testing.B) {
	from, to := crowded()
	benchmarkPaint(b, bridging(b, Options{}, compare.Paid, from, to))
}

func BenchmarkTimeline(b *testing.B) { benchmarkPaint(b, dealing(b, Options{}, nil)) }

func BenchmarkPNGOfSeveral(b *testing.B) {
	pic := comparing(b, Options{}, several()...)
	pic.Width, pic.Height = 1600, 900
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pic.PNG(); err != nil {
			b.Fatal(err)
		}
	}
}
