//go:build e2e

package main_test

import (
	"fmt"
	"math"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// near is how many pixels a mark may lie beside the pointer that dragged it: what
// is dragged goes to round values.
const near = 3

func TestChartIsGrabbed(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	w.pick(february)
	m := mirrorOf(w, preset.Default())
	if err := m.Do(edit.Select(february)); err != nil {
		t.Fatal(err)
	}
	plan, _ := m.Selected()
	shipped := m.shown("the start")

	// The cap line, let go beside what is due by the end of 2028, goes there.
	limit, _ := shipped.find("chart.cap")
	point, _ := shipped.find("chart.point.2028")
	w.after(func() { w.pull("chart.cap", 0, point.Y+point.Height/2-limit.Y-limit.Height/2+2) })
	w.release()
	due := dueBy(t, plan, 2028)
	m.adopt("the cap line dragged to a year's end", edit.SetCap(february, due))
	if p, _ := m.Selected(); p.Terms.Share.Cap != 41e9 {
		t.Errorf("by the end of 2028 %v is due, not the 41.0 billion of 6, 12.4 and 22.6", p.Terms.Share.Cap)
	}
	m.undoAll()

	// With Shift it does not: it goes a tenth of the pointer's way, to hundredths of a
	// billion.
	w.xdotool("keydown", "shift")
	w.after(func() { w.pull("chart.cap", 0, 10*(point.Y+point.Height/2-limit.Y-limit.Height/2+2)) })
	w.xdotool("keyup", "shift")
	w.release()
	fine := amountIn(t, w.textOf(capField))
	if fine == due || math.Abs(float64(fine-due)) > 1e9 || !whole(float64(fine), 0.01e9) {
		t.Errorf("with Shift the cap goes to %v, want whole hundredths of a billion near %v, not that", fine, due)
	}
	m.adopt("the cap line dragged with Shift", edit.SetCap(february, fine))
	m.undoAll()

	// The point at a year's end sets the growth of that year, in tenths of a point.
	from, _ := w.now().find("chart.point.2027")
	w.after(func() { w.pull("chart.point.2027", 0, -30) })
	w.release()
	w.followed(from, 0, -30)
	growth := rateIn(t, w.textOf(growth2027))
	if before, _ := plan.Outlook.Streams[0].Growth.Get(2027); growth <= before || !whole(float64(growth), 0.001) {
		t.Errorf("dragged up the point made the growth %v of %v", growth, before)
	}
	m.adopt("a year's point dragged", edit.SetGrowth(february, 0, 2027, growth))
	m.undoAll()

	// With Shift in hundredths of a point.
	from, _ = w.now().find("chart.point.2028")
	w.xdotool("keydown", "shift")
	w.after(func() { w.pull("chart.point.2028", 0, 150) })
	w.xdotool("keyup", "shift")
	w.release()
	w.followed(from, 0, 15)
	growth = rateIn(t, w.textOf("outlook.streams[0].growth.2028"))
	if !whole(float64(growth), 0.0001) {
		t.Errorf("with Shift the point made the growth %v, want whole hundredths of a point", growth)
	}
	m.adopt("a year's point dragged with Shift", edit.SetGrowth(february, 0, 2028, growth))
	m.undoAll()

	// The date reached goes with the pointer, by one shift of all growth.
	from, _ = w.now().find("chart.reached")
	w.after(func() { w.pull("chart.reached", 60, 0) })
	w.release()
	w.followed(from, 60, 0)
	before, _ := plan.Outlook.Streams[0].Growth.Get(2027)
	shift := unit.Rate(roundTo(float64(rateIn(t, w.textOf(growth2027))-before), 1e-9))
	if shift >= 0 {
		t.Errorf("a later date was reached by shifting growth by %v", shift)
	}
	m.adopt("the date dragged", edit.ShiftGrowth(february, shift))
	m.undoAll()

	// Pulled to where no growth reaches, it stops at the earliest day that one does.
	most, err := scenario.Total(solve.GrowthShift.With(plan, 10))
	if err != nil {
		t.Fatal(err)
	}
	w.after(func() { w.pull("chart.reached", -from.X, 0) })
	w.release()
	w.wait("the date to stop at "+most.Reached.Date.Medium(), func(s state) bool {
		p, _ := s.find("chart.reached")
		return p.Text == most.Reached.Date.Medium()
	})
	shift = unit.Rate(roundTo(float64(rateIn(t, w.textOf(growth2027))-before), 1e-9))
	m.adopt("the date dragged too far", edit.ShiftGrowth(february, shift))
	m.undoAll()

	// Escape gives a drag up, and leaves nothing to undo.
	for _, grab := range []struct {
		name   string
		dx, dy int
	}{{"chart.cap", 0, -50}, {"chart.point.2027", 0, 40}, {"chart.reached", -40, 0}} {
		w.after(func() { w.pull(grab.name, grab.dx, grab.dy) })
		w.after(func() { w.xdotool("key", "Escape") }) // not by key, which would let go of the button
		w.release()
		m.shown("giving up the drag of " + grab.name)
		m.undoAll()
	}
}

// followed waits until a part has moved with the pointer.
func (w *window) followed(from part, dx, dy int) {
	w.t.Helper()
	w.wait(fmt.Sprintf("%s to follow the pointer by %d, %d", from.Name, dx, dy), func(s state) bool {
		to, ok := s.find(from.Name)
		return ok && max(to.X-from.X-dx, from.X+dx-to.X) <= near &&
			max(to.Y-from.Y-dy, from.Y+dy-to.Y) <= near
	})
}

// dueBy returns what is due by the end of a year.
func dueBy(t testing.TB, s scenario.Scenario, year int) (due unit.Amount) {
	t.Helper()
	for _, row := range projected(t, s).Years {
		if row.From.Year() <= year {
			due += row.Due
		}
	}
	return unit.Amount(roundTo(float64(due), 0.01e9))
}

func rateIn(t testing.TB, text string) unit.Rate {
	t.Helper()
	r, err := unit.ParseRate(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// roundTo rounds v to whole grains.
func roundTo(v, grain float64) float64 { return math.Round(v/grain) * grain }

// whole reports whether v is a whole number of grains.
func whole(v, grain float64) bool { return math.Abs(v/grain-math.Round(v/grain)) < 1e-6 }
