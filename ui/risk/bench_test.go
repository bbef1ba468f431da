package risk_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"headroom/scenario/edit"
	"headroom/scenario/unit"
)

// BenchmarkEdit is what a move of a slider costs before anything is drawn.
func BenchmarkEdit(b *testing.B) {
	s := sit(b, "july-2026")
	i := 0
	for b.Loop() {
		i++
		s.desk.Do(edit.SetGrowthSD("july-2026", 2027, unit.Rate(0.1+0.005*float64(i%40))))
		s.aside = s.aside[:0]
	}
}

// BenchmarkPictures is what drawing the charts of a frame costs.
func BenchmarkPictures(b *testing.B) {
	s := sit(b, "july-2026")
	for _, name := range []string{"risk.fan", "risk.dates"} {
		b.Run(name, func(b *testing.B) {
			view := s.chart(name)
			view.Resize(fyne.NewSize(822, 280))
			raster := test.WidgetRenderer(view).Objects()[0].(*canvas.Raster)
			for b.Loop() {
				view.Stale()
				raster.Generator(822, 280)
			}
		})
	}
}
