//go:build e2e

package main_test

import (
	"image"
	"testing"
)

// BenchmarkRisk drags the slider of how sure a year's growth is in Risk, in turn with
// that of the growth itself in Plan, in a window beside.
func BenchmarkRisk(b *testing.B) {
	const sd2027 = "uncertainty.growthSD.2027"
	for b.Loop() {
		desk := look(b, "")
		watched := desk.watched()
		watched.click("view.risk")
		seen := watched.wait("the fan", func(s state) bool {
			_, there := s.find("risk.fan")
			return there && s.settled()
		})
		slider, there := seen.find(sd2027, "slider")
		fan, drawn := seen.find("risk.fan")
		if !there || !drawn {
			b.Fatalf("Risk has no slider beside its fan:\n%s", seen)
		}
		watched.close()

		risk, plan := desk.seat(), look(b, "").seat()
		plan.who = "plan"
		risk.eye.click(buttonLeft, middle(risk.part("view.risk")), 1)
		risk.rest()
		x := fan.X + fan.Width*55/100 // where the paths lie apart
		strip := image.Rect(x, fan.Y+60, x+2, fan.Y+fan.Height-40)
		growth, beside := plan.slider()
		for turn := range turns {
			risk.drag(middle(slider), image.Pt(1, 0), strip, turn)
			plan.drag(middle(growth), image.Pt(1, 0), beside, turn)
		}
	}
	report(b)
}
