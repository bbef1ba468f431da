package plan_test

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

// grabAt presses the pointer on the chart and pulls it along the places, without
// letting go.
func (d *seat) grabAt(from fyne.Position, along ...fyne.Position) {
	d.Helper()
	view := d.v.Chart().View
	view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	if !view.Grabbed() {
		d.Fatalf("nothing is grabbed at %v", from)
	}
	for _, at := range along {
		view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}})
		d.Agree()
	}
}

func (d *seat) drop() { d.v.Chart().View.DragEnd() }

// heights of the chart's handles, and where amounts and days lie on it.
func (d *seat) capLine() fyne.Position {
	f := d.v.Chart().Frame
	return fyne.NewPos(float32(f.Plot.Left+f.Plot.Width()/4), float32(f.CapY))
}

func (d *seat) yearEnd(year int) fyne.Position {
	d.Helper()
	for _, point := range d.v.Chart().Frame.Points {
		if point.Year == year {
			return fyne.NewPos(float32(point.X), float32(point.Y))
		}
	}
	d.Fatalf("the chart has no point of %d", year)
	return fyne.Position{}
}

func (d *seat) marker() fyne.Position {
	f := d.v.Chart().Frame
	return fyne.NewPos(float32(f.ReachedX), float32(f.ReachedY))
}

func (d *seat) height(billions float64) float32 {
	return float32(d.v.Chart().Frame.Y(unit.Amount(billions * 1e9)))
}

func TestTheCapLineSetsTheCap(t *testing.T) {
	for _, tc := range []struct {
		says     string
		from     string  // where the cap counts from, empty for the start
		billions float64 // where the pointer goes
		want     unit.Amount
		label    string
	}{
		{"to a tenth of a billion", "", 30.04, 30e9, "Cap $30.0B"},
		{"near a year-end to what would be due by it", "", 18.5, 18.4e9, "Cap $18.4B: all that is due by the end of 2027"},
		{"to what would count of it", "2027-01", 12.5, 12.4e9, "Cap $12.4B: all that would count by the end of 2027"},
		{"never below nothing", "", -3, 0, "Cap $0"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			s := desktest.WorkedCase()
			if tc.from != "" {
				s.Terms.Share.CapFrom = desktest.InMonth(tc.from)
			}
			d := newSeat(t, s)
			opened, from := d.Selected(), d.capLine()
			to := fyne.NewPos(from.X, d.height(tc.billions))
			d.grabAt(from)
			d.v.Chart().View.DragTo(to, 0)
			d.Agree()
			d.Reads(tc.label)
			if got := d.Selected().Terms.Share.Cap; got != tc.want {
				t.Errorf("the cap is %v, want %v", got, tc.want)
			}
			d.drop()
			if want := "Undo set cap to " + tc.want.Headline(); desktest.Label(d.Item("Undo")) != want {
				t.Errorf("the menu says %q, want %q", desktest.Label(d.Item("Undo")), want)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), opened) || d.P.Session.UndoName() != "" {
				t.Error("one undo does not lead back to where the drag began")
			}
		})
	}
}

// A small cap is dragged as finely as its axis is drawn, not by tenths of a billion.
func TestASmallCapIsDraggedInTheUnitOfItsAxis(t *testing.T) {
	d := newSeat(t, desktest.Capped(desktest.WorkedCase(), 149e6))
	d.Draw()
	from := d.capLine()
	d.grabAt(from)
	for _, millions := range []float64{160, 120.4, 33} {
		d.v.Chart().View.DragTo(fyne.NewPos(from.X, d.height(millions/1000)), 0)
		got := float64(d.Selected().Terms.Share.Cap) / 1e6
		pixel := float64(d.v.Chart().Frame.Top) / 1e6 / d.v.Chart().Frame.Plot.Height()
		if math.Abs(got-millions) > pixel || math.Abs(got*10-math.Round(got*10)) > 1e-6 {
			t.Errorf("dragged to $%.1fM the cap is $%vM, a pixel being %.2f", millions, got, pixel)
		}
		d.Reads("Cap " + unit.Amount(got*1e6).Headline())
	}
	d.drop()
}

func TestAYearEndSetsThatYearsGrowth(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from := d.yearEnd(2027)
	// $30B due by the end of 2027 are $24B of that year, so that it earns $120B
	// after $30B: growth of 300%.
	d.grabAt(from, fyne.NewPos(from.X, d.height(25)), fyne.NewPos(from.X, d.height(30)))
	growth, _ := d.Selected().Outlook.Streams[0].Growth.Get(2027)
	if math.Abs(float64(growth)-3) > 0.0011 || math.Abs(float64(growth)*1000-math.Round(float64(growth)*1000)) > 1e-9 {
		t.Errorf("2027 grows by %v, want 3 to a tenth of a point", growth)
	}
	d.Reads("2027 growth " + growth.Growth() + ", revenue $120.0B")
	if later, _ := d.Selected().Outlook.Streams[0].Growth.Get(2028); later != workedGrowth(2028) {
		t.Error("another year's growth has changed")
	}
	d.drop()
	if want := "Undo set 2027 growth to " + growth.Growth(); desktest.Label(d.Item("Undo")) != want {
		t.Errorf("the menu says %q, want %q", desktest.Label(d.Item("Undo")), want)
	}
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) || d.P.Session.UndoName() != "" {
		t.Error("one undo does not lead back")
	}
	d.Agree()
}

func workedGrowth(year int) unit.Rate {
	growth, _ := desktest.WorkedCase().Outlook.Streams[0].Growth.Get(year)
	return growth
}

func TestWithShiftADragIsTenTimesFiner(t *testing.T) {
	for _, tc := range []struct {
		says   string
		handle func(*seat) fyne.Position
		value  func(*seat) float64
		step   fyne.Position // of the pointer
		grain  float64       // to what the value is rounded at most
	}{
		{"the cap", (*seat).capLine, func(d *seat) float64 { return float64(d.Selected().Terms.Share.Cap) / 1e9 }, fyne.NewPos(0, 40), 0.02},
		{"a year-end", func(d *seat) fyne.Position { return d.yearEnd(2027) }, func(d *seat) float64 {
			growth, _ := d.Selected().Outlook.Streams[0].Growth.Get(2027)
			return float64(growth)
		}, fyne.NewPos(0, 40), 0.005},
		{"the day", (*seat).marker, func(d *seat) float64 {
			reached := d.P.Book.Projection(d.Selected()).Total.Reached.Date
			return float64(reached.Month) + float64(reached.Day)/float64(reached.Month.Days())
		}, fyne.NewPos(40, 0), 1. / 28},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			view, from := d.v.Chart().View, tc.handle(d)
			dragged := func(at fyne.Position, modifiers fyne.KeyModifier) float64 {
				view.DragTo(at, modifiers)
				d.Agree()
				return tc.value(d)
			}
			d.grabAt(from)
			begun := dragged(from, fyne.KeyModifierShift)
			fine := dragged(from.Add(tc.step), fyne.KeyModifierShift)
			if further := dragged(from.Add(tc.step).Add(tc.step), 0); math.Abs(further-begun) <= 5*math.Abs(fine-begun) {
				t.Errorf("without Shift it goes on from %v to %v only", fine, further)
			}
			view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			d.Draw()
			d.grabAt(from)
			tenth := dragged(from.AddXY(tc.step.X/10, tc.step.Y/10), fyne.KeyModifierShift)
			view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			d.Draw()
			d.grabAt(from)
			unfine := dragged(from.AddXY(tc.step.X/10, tc.step.Y/10), 0)
			if fine == begun || math.Abs(fine-unfine) > 11*tc.grain {
				t.Errorf("from %v it goes to %v, but a tenth of the way without Shift to %v", begun, fine, unfine)
			}
			if math.Abs(tenth-begun) > math.Abs(fine-begun) {
				t.Errorf("a tenth of the way leads from %v to %v, the whole to %v", begun, tenth, fine)
			}
			d.drop()
		})
	}
}

func TestRoundGrowthCanBeDraggedTo(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	view, from, hit := d.v.Chart().View, d.yearEnd(2028), map[string]bool{}
	d.grabAt(from)
	for y := d.v.Chart().Frame.Plot.Bottom; y > d.v.Chart().Frame.Plot.Top; y-- {
		view.DragTo(fyne.NewPos(from.X, float32(y)), 0)
		growth, _ := d.Selected().Outlook.Streams[0].Growth.Get(2028)
		hit[growth.Growth()] = true
	}
	d.drop()
	for _, want := range []string{"−50.0%", "0.0%", "+10.0%", "+20.0%", "+50.0%", "+60.0%", "+80.0%", "+100.0%", "+120.0%"} {
		if !hit[want] {
			t.Errorf("no pixel is %s, of the %d there are", want, len(hit))
		}
	}
}

func TestAYearEndCannotFallBelowTheYearBefore(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from := d.yearEnd(2027)
	d.grabAt(from, fyne.NewPos(from.X, d.height(1)))
	if growth, _ := d.Selected().Outlook.Streams[0].Growth.Get(2027); growth <= -1 {
		t.Errorf("growth fell to %v", growth)
	}
	d.drop()
	d.Agree()
}

func TestTheDateMarkerShiftsAllGrowth(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from, frame := d.marker(), d.v.Chart().Frame
	june := float32(frame.X(desktest.InMonth("2029-06"), 0.5)) // the 16th
	d.grabAt(from, fyne.NewPos(june-20, from.Y), fyne.NewPos(june, from.Y))
	reached := d.P.Book.Projection(d.Selected()).Total.Reached.Date
	if reached.Month != desktest.InMonth("2029-06") || reached.Day < 15 || reached.Day > 17 {
		t.Errorf("the cap is reached on %s, want the middle of June 2029", reached)
	}
	growth, _ := d.Selected().Outlook.Streams[0].Growth.Get(2027)
	shift := growth - workedGrowth(2027)
	if shift >= 0 {
		t.Errorf("later needs less growth, not %v more", shift)
	}
	for _, st := range d.Selected().Outlook.Streams[1:] {
		if other, _ := st.Growth.Get(2029); math.Abs(float64(other-shift)) > 1e-9 {
			t.Errorf("the growth of %s is shifted by %v, want %v", st.Name, other, shift)
		}
	}
	d.Reads("Jun 1")
	if !desktest.OverlayShows(d.v.Chart().View) {
		t.Error("no ghost line shows where the marker would be")
	}
	d.drop()
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) || d.P.Session.UndoName() != "" {
		t.Error("one undo does not lead back")
	}
}

func TestTheDateMarkerStopsAtTheEndOfAYear(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from, frame := d.marker(), d.v.Chart().Frame
	at := fyne.NewPos(float32(frame.X(desktest.InMonth("2029-12"), 1))-3, from.Y)
	d.grabAt(from)
	reached := func() unit.Date { return d.P.Book.Projection(d.Selected()).Total.Reached.Date }
	end := unit.Date{Month: desktest.InMonth("2029-12"), Day: 31}
	d.v.Chart().View.DragTo(at, 0)
	d.Agree()
	if got := reached(); got != end {
		t.Errorf("near the end of 2029 the cap is reached on %s", got)
	}
	for _, o := range desktest.Children(d.v.Chart().View) {
		if ghost, ok := o.(*canvas.Line); ok && ghost.Visible() && ghost.Position1.X != float32(frame.X(end.Month, 1)) {
			t.Errorf("the ghost line stands at %v, not at the end of 2029", ghost.Position1.X)
		}
	}
	d.v.Chart().View.DragTo(at, fyne.KeyModifierShift)
	d.Agree()
	if got := reached(); got == end || got.Month != end.Month {
		t.Errorf("with Shift the cap is reached on %s, want the day at the pointer", got)
	}
	d.drop()
}

func TestADateThatNoGrowthReachesStopsAtTheNearest(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from, frame := d.marker(), d.v.Chart().Frame
	// With a thousand points more 2026 earns 13.07 * 12.295 = $160.7B and 2027 $1,939B,
	// growing by q = 1.231 a month. $32.1B are due of 2026, $8.1B of January 2027,
	// of which the 5.9 that are left are due on its 23rd.
	d.grabAt(from, fyne.NewPos(float32(frame.Plot.Left), from.Y))
	reached := d.P.Book.Projection(d.Selected()).Total.Reached.Date
	if want := (unit.Date{Month: desktest.InMonth("2027-01"), Day: 23}); reached != want {
		t.Errorf("the cap is reached on %s, want %s, the earliest that growth allows", reached, want)
	}
	d.Reads("No earlier than Jan 23, 2027")
	d.Reads("by shifts up to +1,000.0 pp: all growth +")
	d.drop()
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
		t.Error("undo does not lead back")
	}
}

func TestADateLaterThanTheLeastShiftStopsThere(t *testing.T) {
	s := desktest.WorkedCase()
	growth := scenario.ByYear{}
	for year := 2026; year <= 2030; year++ {
		growth = growth.With(year, 9)
	}
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams[:1])
	s.Outlook.Streams[0].Growth = growth
	d := newSeat(t, s)
	from, frame := d.marker(), d.v.Chart().Frame
	least, err := scenario.Total(solve.GrowthShift.With(s, -1))
	if err != nil {
		t.Fatal(err)
	}
	d.grabAt(from, fyne.NewPos(float32(frame.Plot.Right), from.Y))
	if reached := d.P.Book.Projection(d.Selected()).Total.Reached.Date; reached != least.Reached.Date {
		t.Errorf("the cap is reached on %s, want %s, the latest that shifts allow", reached, least.Reached.Date)
	}
	d.Reads("No later than " + least.Reached.Date.Medium())
	d.Reads("by shifts down to −100.0 pp: all growth −")
}

func TestADateThatNothingIsDueOfStopsAtTheNearest(t *testing.T) {
	s := desktest.WorkedCase()
	// Nothing is due of 2028: whatever the growth, the cap is reached before or after.
	s.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2028, Rate: 0}}
	d := newSeat(t, s)
	from, frame := d.marker(), d.v.Chart().Frame
	d.grabAt(from, fyne.NewPos(float32(frame.X(desktest.InMonth("2028-03"), 0.5)), from.Y))
	reached := d.P.Book.Projection(d.Selected()).Total.Reached.Date
	if want := (unit.Date{Month: desktest.InMonth("2027-12"), Day: 31}); reached != want {
		t.Errorf("the cap is reached on %s, want %s, the last day before 2028", reached, want)
	}
	d.Reads("No growth reaches the cap on Mar ")
	d.Reads("the nearest is Dec 31, 2027: all growth +")
}

// handles are the three grabs, each with a place to pull it to.
func handles(d *seat) map[string][2]fyne.Position {
	cap, point, marker := d.capLine(), d.yearEnd(2027), d.marker()
	return map[string][2]fyne.Position{
		"cap":        {cap, fyne.NewPos(cap.X, d.height(25))},
		"point 2027": {point, fyne.NewPos(point.X, d.height(25))},
		"date":       {marker, fyne.NewPos(float32(d.v.Chart().Frame.X(desktest.InMonth("2029-06"), 0)), marker.Y)},
	}
}

func TestEscapeGivesADragUp(t *testing.T) {
	for name, way := range handles(newSeat(t, desktest.WorkedCase())) {
		t.Run(name, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.grabAt(way[0], way[1])
			if desktest.SameScenario(d.Selected(), desktest.WorkedCase()) {
				t.Fatal("the drag changes nothing")
			}
			d.Press(fyne.KeyEscape)
			if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) || d.P.Session.UndoName() != "" || d.P.Session.Dirty() {
				t.Error("Escape does not give the drag up")
			}
			d.Agree()
			// What the pointer still does until it lets go is nothing.
			d.v.Chart().View.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: way[0]}})
			d.drop()
			if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) || d.P.Session.UndoName() != "" || desktest.OverlayShows(d.v.Chart().View) && d.Says("Cap $") {
				t.Error("the drag goes on after Escape")
			}
			d.Agree()
		})
	}
}

func TestTheAxisStandsStillWhileDragging(t *testing.T) {
	for name, way := range handles(newSeat(t, desktest.WorkedCase())) {
		t.Run(name, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			before := d.v.Chart().Frame
			middle := fyne.NewPos((way[0].X+way[1].X)/2, (way[0].Y+way[1].Y)/2)
			d.grabAt(way[0], middle, way[1])
			if now := d.v.Chart().Frame; now.Top != before.Top || now.Plot != before.Plot || now.From != before.From || now.Through != before.Through {
				t.Errorf("the axes went from %v to %v", before, now)
			}
			d.drop()
			d.Draw()
			if cap := d.Selected().Terms.Share.Cap; math.Abs(float64(d.v.Chart().Frame.Top/cap)-1.3) > 1e-9 {
				t.Errorf("let go, the axis goes to %v, want 1.3 times the cap of %v", d.v.Chart().Frame.Top, cap)
			}
		})
	}
}

func TestTheChartStaysWhereItIsWhileDragging(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from, size := d.capLine(), d.v.Chart().View.Size()
	d.grabAt(from, fyne.NewPos(from.X, d.height(-1))) // there is a note on a cap of nothing
	if got := d.v.Chart().View.Size(); got != size || d.v.NotesVisible() {
		t.Errorf("a note moves the chart under the pointer: from %v to %v", size, got)
	}
	d.drop()
	d.Agree()
	if len(d.v.Notes()) == 0 || !d.v.NotesVisible() {
		t.Error("let go, the note is not shown")
	}
}

func TestTheAxisScrollsAtItsEdge(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	from, top := d.capLine(), d.v.Chart().Frame.Top
	above := fyne.NewPos(from.X, float32(d.v.Chart().Frame.Plot.Top)-20)
	d.grabAt(from)
	d.v.Chart().View.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: above}})
	once := d.v.HeldTop()
	d.Draw() // held there, it goes on by itself
	if further := d.v.HeldTop(); once <= top || further <= once {
		t.Errorf("the axis goes from %v to %v, then to %v, want ever further", top, once, further)
	}
	d.drop()
	d.Agree()
	if d.Selected().Terms.Share.Cap <= top {
		t.Errorf("the cap is %v, want above %v, where the axis ended", d.Selected().Terms.Share.Cap, top)
	}
	d.Command("Undo")
	if d.Selected().Terms.Share.Cap != 38e9 || d.P.Session.UndoName() != "" {
		t.Error("the drag is not one step")
	}
}

func TestAPressWithoutADragChangesNothing(t *testing.T) {
	for name, way := range handles(newSeat(t, desktest.WorkedCase())) {
		t.Run(name, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.grabAt(way[0])
			d.v.Chart().View.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: way[0]}, Button: desktop.MouseButtonPrimary})
			if d.P.Session.Revision() != 0 || d.P.Session.UndoName() != "" {
				t.Error("a press alone changes something")
			}
		})
	}
}

// label returns what the value beside the pointer covers of the chart; false
// where none is shown.
func (d *seat) label() (desktest.Rect, bool) {
	chart := d.Place(d.v.Chart().View)
	for _, o := range desktest.Children(d.v.Chart().View) {
		if box, ok := o.(*fyne.Container); ok && box.Visible() {
			at := d.Place(box)
			return desktest.At(at.Left-chart.Left, at.Top-chart.Top, at.Right-chart.Left, at.Bottom-chart.Top), true
		}
	}
	return desktest.Rect{}, false
}

func TestTheValueNeverCoversWhatIsDragged(t *testing.T) {
	places := map[string]func(*seat) fyne.Position{
		"cap": (*seat).capLine, "point 2027": func(d *seat) fyne.Position { return d.yearEnd(2027) }, "date": (*seat).marker,
	}
	for name, place := range places {
		t.Run(name, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			size, from := d.v.Chart().View.Size(), place(d)
			d.grabAt(from)
			// The pointer goes all over the chart and beyond its edges, where what is
			// dragged does not follow.
			for x := float32(-100); x < size.Width+100; x += 67 {
				for y := float32(-30); y < size.Height+100; y += 41 {
					pointer := fyne.NewPos(x, y)
					d.v.Chart().View.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pointer}})
					d.Draw()
					got, shown := d.label()
					if !shown || !got.Within(desktest.Rect{Right: size.Width, Bottom: size.Height}) {
						t.Fatalf("pointer at %v: shown %v, at %v in a chart of %v", pointer, shown, got, size)
					}
					spare := []fyne.Position{pointer}
					f := d.v.Chart().Frame
					switch {
					case name == "cap" && f.Capped:
						spare = append(spare, fyne.NewPos((got.Left+got.Right)/2, float32(f.CapY)))
					case name == "date" && f.Reached:
						spare = append(spare, d.marker())
					}
					for _, point := range f.Points {
						if name == "point 2027" && point.Year == 2027 {
							spare = append(spare, d.yearEnd(2027))
						}
					}
					for _, at := range spare {
						if around := desktest.At(at.X-8, at.Y-8, at.X+8, at.Y+8).And(got); !around.Empty() {
							t.Fatalf("pointer at %v: the value at %v covers %v", pointer, got, at)
						}
					}
				}
			}
			d.drop()
			if _, shown := d.label(); shown {
				t.Error("let go, the value stays")
			}
		})
	}
}

func TestAYearOfWhichNothingIsDueCannotBeDragged(t *testing.T) {
	s := desktest.WorkedCase()
	s.Terms.Share.Through = desktest.InMonth("2028-12")
	s.Terms.Share.Cap = 60e9
	d := newSeat(t, s)
	opened := d.Selected()
	at := d.yearEnd(2029)
	d.grabAt(at, at.AddXY(0, -30))
	d.Reads("No growth of 2029 moves this point")
	d.drop()
	if !desktest.SameScenario(d.Selected(), opened) {
		t.Error("the scenario has changed")
	}
}
