package plan_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/plan"
)

func TestOnlyHandlesAreGrabbed(t *testing.T) {
	for _, tc := range []struct {
		says string
		s    scenario.Scenario
		set  func(d *seat)
		at   func(d *seat) fyne.Position
		want plan.Handle
	}{
		{"the cap line", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return d.capLine() }, plan.CapHandle},
		{"within six pixels of it", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return d.capLine().AddXY(0, 5.9) }, plan.CapHandle},
		{"further off", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return d.capLine().AddXY(0, 6.1) }, plan.NoHandle},
		{"a year-end", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return d.yearEnd(2026).AddXY(9, 0) }, plan.PointHandle},
		{"ten pixels from a year-end", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return d.yearEnd(2026).AddXY(10.1, 0) }, plan.NoHandle},
		{"the marker before the line it stands on", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return d.marker() }, plan.ReachedHandle},
		{"nothing in the middle of nowhere", desktest.WorkedCase(), nil, func(d *seat) fyne.Position { return fyne.NewPos(d.capLine().X, d.height(1)) }, plan.NoHandle},
		{"a year-end without a cap", desktest.FlatCase(), nil, func(d *seat) fyne.Position { return d.yearEnd(2028) }, plan.PointHandle},
		{"no bar", desktest.WorkedCase(), func(d *seat) { d.Tap("chart.kind.years"); d.Draw() }, func(*seat) fyne.Position { return fyne.NewPos(300, 200) }, plan.NoHandle},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, tc.s)
			if tc.set != nil {
				tc.set(d)
			}
			at := tc.at(d)
			if got, _, _ := d.v.HandleAt(at); got != tc.want {
				t.Errorf("%v is grabbed, want %v", got, tc.want)
			}
			view := d.v.Chart().View
			view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
			cursor := map[plan.Handle]desktop.Cursor{
				plan.NoHandle: desktop.DefaultCursor, plan.CapHandle: desktop.VResizeCursor, plan.PointHandle: desktop.VResizeCursor, plan.ReachedHandle: desktop.HResizeCursor,
			}[tc.want]
			if view.Cursor() != cursor {
				t.Errorf("the pointer is %v, want %v", view.Cursor(), cursor)
			}
		})
	}
}

func TestTheChartByKey(t *testing.T) {
	for _, tc := range []struct {
		says  string
		keys  []fyne.KeyName
		cap   unit.Amount
		reads string // beside the crosshair, empty for nothing
	}{
		{"Up raises the cap", []fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, 38.2e9, ""},
		{"Down lowers it", []fyne.KeyName{fyne.KeyDown}, 37.9e9, ""},
		{"Home explains the first month", []fyne.KeyName{fyne.KeyHome}, 38e9, "January 2026"},
		{"Right the next", []fyne.KeyName{fyne.KeyHome, fyne.KeyRight}, 38e9, "February 2026"},
		{"End the last", []fyne.KeyName{fyne.KeyEnd}, 38e9, "December 2030"},
		{"beyond the end is no month", []fyne.KeyName{fyne.KeyEnd, fyne.KeyRight}, 38e9, "December 2030"},
		{"nor before the start", []fyne.KeyName{fyne.KeyHome, fyne.KeyLeft}, 38e9, "January 2026"},
		{"Escape ends it", []fyne.KeyName{fyne.KeyHome, fyne.KeyEscape}, 38e9, ""},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			d.Focus("chart", "chart")
			d.Press(tc.keys...)
			if got := d.Selected().Terms.Share.Cap; got != tc.cap {
				t.Errorf("the cap is %v, want %v", got, tc.cap)
			}
			for _, words := range []string{"January 2026", "February 2026", "December 2030"} {
				if got := d.Says(words); got != (words == tc.reads) {
					t.Errorf("says %q: %v", words, got)
				}
			}
			d.Agree()
		})
	}
}

func TestHoverTellsTheMonth(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	view, frame := d.v.Chart().View, d.v.Chart().Frame
	at := fyne.NewPos(float32(frame.X(desktest.InMonth("2029-03"), 0.5)), d.height(10))
	view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	row := d.P.Book.Projection(d.Selected()).Months[3*12+2]
	for _, words := range []string{"March 2029", row.Paid.Table(), row.Forgone.Table(), row.Cumulative.Table(), "Headroom"} {
		d.Reads(words)
	}
	view.MouseOut()
	if d.Says("March 2029") {
		t.Error("the tooltip stays when the pointer has gone")
	}
}

func TestAHandleTellsWhatADragChanges(t *testing.T) {
	launched := desktest.WorkedCase()
	launched.Outlook.Streams[0].Launch = 2028
	free := desktest.WorkedCase()
	free.Terms.Share.RatesByYear = scenario.ByYear{{Year: 2029, Rate: 0}}
	azure := desktest.WorkedCase()
	azure.Outlook.Streams[0].Channel = scenario.ChannelAzure
	capLine := func(d *seat) fyne.Position { return d.capLine() }
	end := func(year int, dx float32) func(d *seat) fyne.Position {
		return func(d *seat) fyne.Position { return d.yearEnd(year).AddXY(dx, 0) }
	}
	for _, tc := range []struct {
		says  string
		s     scenario.Scenario
		at    func(d *seat) fyne.Position
		tells string
		types string // the menu's other way, empty for none
	}{
		{"the cap", desktest.WorkedCase(), capLine, "Drag to change the cap", "Type the cap"},
		{"a year-end", desktest.WorkedCase(), end(2027, 0), "Drag to change the growth of 2027", "Type the growth of 2027"},
		{"the last, within the plot", desktest.Capped(desktest.FlatCase(), 20e9), end(2030, -5), "Drag to change the growth of 2030", "Type the growth of 2030"},
		{"the last, beyond the plot", desktest.Capped(desktest.FlatCase(), 20e9), end(2030, 5), "Drag to change the growth of 2030", "Type the growth of 2030"},
		{"before the launch", launched, end(2027, 0), "No growth of 2027 moves this point", ""},
		{"of the launch", launched, end(2028, 0), "No growth of 2028 moves this point", ""},
		{"after the launch", launched, end(2029, 0), "Drag to change the growth of 2029", "Type the growth of 2029"},
		{"of which nothing is due", free, end(2029, 0), "No growth of 2029 moves this point", ""},
		{"of other revenue", azure, end(2027, 0), "No stream of OpenAI's revenue to change", ""},
		{"the day", desktest.WorkedCase(), func(d *seat) fyne.Position { return d.marker() }, "Drag to shift all growth", "Reach the cap on…"},
		{"elsewhere", desktest.WorkedCase(), func(d *seat) fyne.Position { return d.capLine().AddXY(0, 40) }, "", ""},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, tc.s)
			d.Tap("chart.axis.due")
			d.Draw()
			view, at := d.v.Chart().View, tc.at(d)
			view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
			for _, told := range []string{"Drag to change the cap", "Drag to change the growth of", "Drag to shift", "moves this point", "to change"} {
				if d.Says(told) && !strings.Contains(tc.tells, told) {
					t.Errorf("a note says %q", told)
				}
			}
			if tc.tells != "" {
				d.Reads(tc.tells)
			}
			var offered []string
			for _, item := range d.v.Offers(at) {
				offered = append(offered, item.Label)
			}
			if (tc.types == "") != (len(offered) == 0) || tc.types != "" && offered[0] != tc.types {
				t.Errorf("the menu offers %q, want %q", offered, tc.types)
			}
			view.MouseOut()
			if tc.tells != "" && d.Says(tc.tells) {
				t.Errorf("%q stays when the pointer has gone", tc.tells)
			}
			view.TappedSecondary(&fyne.PointEvent{Position: at})
			if tc.types != "" {
				d.Pick(tc.types)
			}
		})
	}
}

func TestAHandleTellsOfTheMonthItStandsFor(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	view, reached := d.v.Chart().View, d.P.Book.Projection(d.Selected()).Total.Reached.Date
	for _, tc := range []struct {
		says  string
		at    fyne.Position
		month string
	}{
		{"a year-end", d.yearEnd(2027), "December 2027"},
		{"left of it", d.yearEnd(2027).AddXY(-9, 0), "December 2027"},
		{"right of it", d.yearEnd(2027).AddXY(9, 0), "December 2027"},
		{"the day", d.marker(), reached.Month.Long()},
		{"left of it", d.marker().AddXY(-9, 0), reached.Month.Long()},
		{"right of it", d.marker().AddXY(9, 0), reached.Month.Long()},
	} {
		view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: tc.at}})
		d.Reads(tc.month)
		tip, shown := d.label()
		if around := desktest.At(tc.at.X, tc.at.Y, tc.at.X+1, tc.at.Y+1).And(tip); !shown || !around.Empty() {
			t.Errorf("%s, at %v: the tooltip is at %v", tc.says, tc.at, tip)
		}
		view.TappedSecondary(&fyne.PointEvent{Position: tc.at})
		d.Pick("Why this number? (" + tc.month + ")")
		d.Reads(tc.month)
		d.P.Prompts.Cancel()
	}
}

func TestTheMenuOfAHandleHasWhatADragDoes(t *testing.T) {
	two := desktest.WorkedCase()
	two.Outlook.Streams = append(two.Outlook.Streams, scenario.Stream{Name: "Another", Channel: scenario.ChannelDirect, Base: 1e9, Growth: two.Outlook.Streams[0].Growth})
	for _, tc := range []struct {
		says    string
		at      func(d *seat) fyne.Position
		pick    string
		focused string // the field to type into
		asks    string // or the prompt
		by      string
	}{
		{"the cap", func(d *seat) fyne.Position { return d.capLine() }, "Type the cap", "terms.share.cap", "", ""},
		{"the cap on a day", func(d *seat) fyne.Position { return d.capLine() }, "Reach the cap on…", "", "reach", "Changing the cap"},
		{"a year's growth", func(d *seat) fyne.Position { return d.yearEnd(2027) }, "Type the growth of 2027", "outlook.streams[0].growth.2027", "", ""},
		{"the day", func(d *seat) fyne.Position { return d.marker() }, "Reach the cap on…", "", "reach", "Shifting all growth"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, two)
			d.Choose("stream", "Total of OpenAI's own")
			d.v.Chart().View.TappedSecondary(&fyne.PointEvent{Position: tc.at(d)})
			d.Pick(tc.pick)
			d.Dialog(tc.asks)
			if tc.asks != "" {
				if got := d.Text("choice", "dialog.by"); got != tc.by {
					t.Errorf("by %q, want %q", got, tc.by)
				}
				return
			}
			entry := d.Find("entry", tc.focused)
			if entry == nil {
				t.Fatalf("there is no field %s", tc.focused)
			}
			if !entry.Inspect().Focused {
				t.Errorf("%s does not have the focus", tc.focused)
			}
		})
	}
}

// While the date is dragged, what the drag sets does not cover the words on the date.
func TestWhatADragSetsLeavesTheWordsOnTheDateFree(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.Draw()
	chart := d.v.Chart()
	from := d.marker()
	d.grabAt(from)
	seen := 0
	for x := float32(-120); x <= 120; x += 8 {
		for _, y := range []float32{-30, 0, 20, 40, 60} {
			chart.View.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(x, y)}})
			d.Draw()
			words := chart.Frame.ReachedWords
			box := labelOf(chart.View)
			if words.Width() == 0 || box == nil {
				continue
			}
			seen++
			at, end := box.Position(), box.Position().Add(box.Size())
			if float64(at.X) < words.Right && float64(end.X) > words.Left && float64(at.Y) < words.Bottom && float64(end.Y) > words.Top {
				t.Errorf("dragged by %v, %v: the value at %v to %v covers the words at %+v", x, y, at, end, words)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d values and dates are shown", seen)
	}
	d.drop()
}

// labelOf returns the box of the value of a drag over a chart, nil where none is shown.
func labelOf(view fyne.CanvasObject) fyne.CanvasObject {
	var boxes []*fyne.Container
	for _, o := range desktest.Children(view) {
		if box, ok := o.(*fyne.Container); ok {
			boxes = append(boxes, box)
		}
	}
	if len(boxes) < 2 || !boxes[1].Visible() {
		return nil
	}
	return boxes[1]
}
