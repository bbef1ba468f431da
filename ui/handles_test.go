package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"headroom/scenario"
	"headroom/scenario/unit"
)

func TestOnlyHandlesAreGrabbed(t *testing.T) {
	for _, tc := range []struct {
		says string
		s    scenario.Scenario
		set  func(d *desk)
		at   func(d *desk) fyne.Position
		want handle
	}{
		{"the cap line", workedCase(), nil, func(d *desk) fyne.Position { return d.capLine() }, capHandle},
		{"within six pixels of it", workedCase(), nil, func(d *desk) fyne.Position { return d.capLine().AddXY(0, 5.9) }, capHandle},
		{"further off", workedCase(), nil, func(d *desk) fyne.Position { return d.capLine().AddXY(0, 6.1) }, noHandle},
		{"a year-end", workedCase(), nil, func(d *desk) fyne.Position { return d.yearEnd(2026).AddXY(9, 0) }, pointHandle},
		{"ten pixels from a year-end", workedCase(), nil, func(d *desk) fyne.Position { return d.yearEnd(2026).AddXY(10.1, 0) }, noHandle},
		{"the marker before the line it stands on", workedCase(), nil, func(d *desk) fyne.Position { return d.marker() }, reachedHandle},
		{"nothing in the middle of nowhere", workedCase(), nil, func(d *desk) fyne.Position { return fyne.NewPos(d.capLine().X, d.height(1)) }, noHandle},
		{"a year-end without a cap", flatCase(), nil, func(d *desk) fyne.Position { return d.yearEnd(2028) }, pointHandle},
		{"no bar", workedCase(), func(d *desk) { d.tap("chart.kind.years"); d.draw() }, func(*desk) fyne.Position { return fyne.NewPos(300, 200) }, noHandle},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newDesk(t, tc.s)
			if tc.set != nil {
				tc.set(d)
			}
			at := tc.at(d)
			if got, _, _ := d.p.plan.grabber.find(at); got != tc.want {
				t.Errorf("%v is grabbed, want %v", got, tc.want)
			}
			view := d.p.plan.chart.view
			view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
			cursor := map[handle]desktop.Cursor{
				noHandle: desktop.DefaultCursor, capHandle: desktop.VResizeCursor, pointHandle: desktop.VResizeCursor, reachedHandle: desktop.HResizeCursor,
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
			d := newDesk(t, workedCase())
			d.focus("chart", "chart")
			d.press(tc.keys...)
			if got := d.selected().Terms.Share.Cap; got != tc.cap {
				t.Errorf("the cap is %v, want %v", got, tc.cap)
			}
			for _, words := range []string{"January 2026", "February 2026", "December 2030"} {
				if got := d.says(words); got != (words == tc.reads) {
					t.Errorf("says %q: %v", words, got)
				}
			}
			d.agree()
		})
	}
}

func TestHoverTellsTheMonth(t *testing.T) {
	d := newDesk(t, workedCase())
	view, frame := d.p.plan.chart.view, d.p.plan.chart.frame
	at := fyne.NewPos(float32(frame.X(inMonth("2029-03"), 0.5)), d.height(10))
	view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	row := d.p.book.projection(d.selected()).Months[3*12+2]
	for _, words := range []string{"March 2029", row.Paid.Table(), row.Forgone.Table(), row.Cumulative.Table(), "Headroom"} {
		d.reads(words)
	}
	view.MouseOut()
	if d.says("March 2029") {
		t.Error("the tooltip stays when the pointer has gone")
	}
}

func TestAHandleTellsWhatADragChanges(t *testing.T) {
	for _, tc := range []struct {
		at    func(d *desk) fyne.Position
		tells string
	}{
		{func(d *desk) fyne.Position { return d.capLine() }, "Drag to change the cap"},
		{func(d *desk) fyne.Position { return d.yearEnd(2027) }, "Drag to change the growth of 2027"},
		{func(d *desk) fyne.Position { return d.marker() }, "Drag to shift all growth"},
		{func(d *desk) fyne.Position { return d.capLine().AddXY(0, 40) }, ""},
	} {
		d := newDesk(t, workedCase())
		view := d.p.plan.chart.view
		view.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: tc.at(d)}})
		if tc.tells == "" && d.says("Drag to") {
			t.Error("a drag is promised where nothing can be grabbed")
		}
		d.reads(tc.tells)
		view.MouseOut()
		if d.says("Drag to") {
			t.Errorf("%q stays when the pointer has gone", tc.tells)
		}
	}
}

func TestTheMenuOfAHandleHasWhatADragDoes(t *testing.T) {
	two := workedCase()
	two.Outlook.Streams = append(two.Outlook.Streams, scenario.Stream{Name: "Another", Channel: scenario.ChannelDirect, Base: 1e9, Growth: two.Outlook.Streams[0].Growth})
	for _, tc := range []struct {
		says    string
		at      func(d *desk) fyne.Position
		pick    string
		focused string // the field to type into
		asks    string // or the prompt
		by      string
	}{
		{"the cap", func(d *desk) fyne.Position { return d.capLine() }, "Type the cap", "terms.share.cap", "", ""},
		{"the cap on a day", func(d *desk) fyne.Position { return d.capLine() }, "Reach the cap on…", "", "reach", "Changing the cap"},
		{"a year's growth", func(d *desk) fyne.Position { return d.yearEnd(2027) }, "Type the growth of 2027", "outlook.streams[0].growth.2027", "", ""},
		{"the day", func(d *desk) fyne.Position { return d.marker() }, "Reach the cap on…", "", "reach", "Shifting all growth"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newDesk(t, two)
			d.choose("stream", "Total of OpenAI's own")
			d.p.plan.chart.view.OnSecondary(tc.at(d))
			d.pick(tc.pick)
			d.dialog(tc.asks)
			if tc.asks != "" {
				if got := d.text("choice", "dialog.by"); got != tc.by {
					t.Errorf("by %q, want %q", got, tc.by)
				}
				return
			}
			entry := d.find("entry", tc.focused)
			if entry == nil {
				t.Fatalf("there is no field %s", tc.focused)
			}
			if _, _, _, _, focused := entry.Inspect(); !focused {
				t.Errorf("%s does not have the focus", tc.focused)
			}
		})
	}
}
