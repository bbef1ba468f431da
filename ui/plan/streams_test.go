package plan_test

import (
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
)

func (d *seat) streams() []string {
	d.Helper()
	var names []string
	for _, st := range d.Selected().Outlook.Streams {
		names = append(names, st.Name)
	}
	return names
}

// revenue returns what all of OpenAI's own streams earn in a year.
func revenue(s scenario.Scenario, year int) unit.Amount {
	var sum unit.Amount
	for i, st := range s.Outlook.Streams {
		if st.Channel != scenario.ChannelAzure {
			sum += s.Revenue(i, year)
		}
	}
	return sum
}

func TestAddingAStream(t *testing.T) {
	for _, tc := range []struct {
		pick   string
		names  []string
		change func(year int) unit.Amount // of the revenue of a year
		undo   string
	}{
		{"Blank stream", []string{"OpenAI", "New stream"}, func(int) unit.Amount { return 1e9 }, "add stream New stream"},
		{"Hardware", []string{"OpenAI", "Hardware"}, func(year int) unit.Amount {
			return map[int]unit.Amount{2027: 1.3e9, 2028: 5.9e9, 2029: 10.6e9, 2030: 15e9}[year]
		}, "add stream Hardware"},
		{"Azure resale", []string{"OpenAI", "Azure resale"}, func(int) unit.Amount { return 0 }, "add stream Azure resale"},
		{"Other clouds, out of OpenAI", []string{"OpenAI", "Other clouds"}, func(int) unit.Amount { return 0 }, "add stream Other clouds"},
		{"Other clouds, on top", []string{"OpenAI", "Other clouds"}, func(year int) unit.Amount {
			return map[int]unit.Amount{2026: 0.3e9, 2027: 1.2e9, 2028: 3e9, 2029: 5.4e9, 2030: 8.1e9}[year]
		}, "add stream Other clouds"},
	} {
		t.Run(tc.pick, func(t *testing.T) {
			d := newSeat(t, desktest.FlatCase())
			d.Tap("stream.add")
			d.Pick(tc.pick)
			d.Dialog("add-stream")
			d.Tap("dialog.ok")
			d.Dialog("")
			if got := d.streams(); !slices.Equal(got, tc.names) {
				t.Fatalf("the streams are %q, want %q", got, tc.names)
			}
			for year := 2026; year <= 2030; year++ {
				want := 12e9 + tc.change(year)
				if off := revenue(d.Selected(), year) - want; off > 1 || off < -1 {
					t.Errorf("%d earns %v, want %v", year, revenue(d.Selected(), year), want)
				}
			}
			if d.v.Stream() != 1 || d.Text("choice", "stream") != tc.names[1] {
				t.Errorf("the form shows %s, want the new stream", d.Text("choice", "stream"))
			}
			if got := d.P.Session.UndoName(); got != tc.undo {
				t.Errorf("undo is %q, want %q", got, tc.undo)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.FlatCase()) || d.Text("entry", "outlook.streams[0].base") == "" {
				t.Error("undo does not lead back")
			}
			d.Agree()
		})
	}
}

func TestAStreamOutOfWhichNothingIsLeftIsRefused(t *testing.T) {
	small := desktest.FlatCase()
	small.Outlook.Streams[0].Base = 0.2e9 // less than other clouds take
	d := newSeat(t, small)
	d.Tap("stream.add")
	d.Pick("Other clouds, out of OpenAI")
	d.Dialog("add-stream")
	d.Reads("and $0.30B are to be taken out") // before it is tried
	d.Tap("dialog.ok")
	d.Dialog("add-stream")
	if !desktest.SameScenario(d.Selected(), small) {
		t.Error("a stream refused changes the scenario")
	}
	d.Write("dialog.base", "0.001")
	d.Tap("dialog.ok")
	d.Dialog("")
	if got := d.Selected().Revenue(1, 2026); got != 1e6 {
		t.Errorf("the stream added earns %v", got)
	}
}

func TestEditingAStream(t *testing.T) {
	for _, tc := range []struct {
		says  string
		do    func(d *seat)
		fault string
		want  func(st scenario.Stream) bool
	}{
		{"name", func(d *seat) { d.Write("dialog.name", "Subscriptions") }, "", func(st scenario.Stream) bool { return st.Name == "Subscriptions" }},
		{"channel", func(d *seat) { d.Choose("dialog.channel", "Microsoft's Azure resale") }, "", func(st scenario.Stream) bool { return st.Channel == scenario.ChannelAzure }},
		{"launch", func(d *seat) { d.Write("dialog.launch", "2028") }, "", func(st scenario.Stream) bool { return st.Launch == 2028 }},
		{"shared part", func(d *seat) { d.Write("dialog.shared", "50%") }, "", func(st scenario.Stream) bool { return st.Shared == 0.5 }},
		{"no name", func(d *seat) { d.Write("dialog.name", "") }, "name", nil},
		{"the name of another stream", func(d *seat) { d.Write("dialog.name", "Second") }, "Second", nil},
		{"a launch before the first year", func(d *seat) { d.Write("dialog.launch", "2025") }, "2026", nil},
		{"a launch that is no year", func(d *seat) { d.Write("dialog.launch", "soon") }, "not a year", nil},
		{"more than all of it", func(d *seat) { d.Write("dialog.shared", "101%") }, "between", nil},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.TwoStreams())
			d.Tap("stream.edit")
			d.Dialog("stream")
			tc.do(d)
			d.Tap("dialog.ok")
			if tc.fault != "" {
				d.Dialog("stream")
				if got := d.P.Prompts.All[0].Fault.Content(); !strings.Contains(got, tc.fault) {
					t.Errorf("the prompt says %q, want %q in it", got, tc.fault)
				}
				if !desktest.SameScenario(d.Selected(), desktest.TwoStreams()) {
					t.Error("the scenario has changed")
				}
				return
			}
			d.Dialog("")
			if st := d.Selected().Outlook.Streams[0]; !tc.want(st) {
				t.Errorf("the stream is %+v", st)
			}
			if got := d.P.Session.UndoName(); got != "change stream OpenAI" {
				t.Errorf("undo is %q", got)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.TwoStreams()) {
				t.Error("undo does not lead back")
			}
		})
	}
}

func TestRemovingStreams(t *testing.T) {
	d := newSeat(t, desktest.TwoStreams())
	d.Choose("stream", "Second")
	d.Tap("stream.edit")
	d.Tap("dialog.other")
	d.Dialog("")
	if got := d.streams(); !slices.Equal(got, []string{"OpenAI"}) || d.P.Session.UndoName() != "remove stream Second" {
		t.Errorf("the streams are %q, undo is %q", got, d.P.Session.UndoName())
	}
	d.Agree()
	d.Tap("stream.edit")
	d.Tap("dialog.other")
	d.Reads("There is no stream of revenue, so nothing is due.")
	d.Agree()
	d.Tap("stream.add")
	d.Pick("Blank stream")
	d.Tap("dialog.ok")
	d.Agree()
	d.Command("Undo")
	d.Command("Undo")
	d.Command("Undo")
	if !desktest.SameScenario(d.Selected(), desktest.TwoStreams()) {
		t.Error("undo does not lead back")
	}
	d.Agree()
}

func TestTheTotalScalesAllOfOpenAIsStreams(t *testing.T) {
	for _, tc := range []struct {
		says, path, types string
		year              int
		want              [2]string // what the two streams earn in the year
		undo              string
	}{
		{"revenue", "outlook.total.revenue.2027", "36B", 2027, [2]string{"$24.00B", "$12.00B"}, "set 2027 total revenue to $36.0B"},
		{"and what follows it", "outlook.total.revenue.2027", "36B", 2030, [2]string{"$24.00B", "$12.00B"}, "set 2027 total revenue to $36.0B"},
		{"growth", "outlook.total.growth.2026", "50%", 2026, [2]string{"$18.00B", "$9.00B"}, "set 2026 total growth to +50.0%"},
		{"less", "outlook.total.growth.2030", "-50%", 2030, [2]string{"$6.00B", "$3.00B"}, "set 2030 total growth to −50.0%"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.TwoStreams())
			d.Choose("stream", "Total of OpenAI's own")
			if got := d.Text("entry", "outlook.total.revenue.2027"); got != "$18.0B" {
				t.Errorf("the total shown is %s, want $12B and $6B", got)
			}
			if d.Enabled("button", "stream.edit") || d.Enabled("button", "stream.paste") {
				t.Error("the total can be edited as if it were a stream")
			}
			d.Enter(tc.path, tc.types)
			for i, want := range tc.want {
				if got := d.Selected().Revenue(i, tc.year).Table(); got != want {
					t.Errorf("stream %d earns %s in %d, want %s", i, got, tc.year, want)
				}
			}
			if got := d.P.Session.UndoName(); got != tc.undo {
				t.Errorf("undo is %q, want %q", got, tc.undo)
			}
			d.Agree()
			d.Command("Undo")
			if !desktest.SameScenario(d.Selected(), desktest.TwoStreams()) {
				t.Error("undo does not lead back")
			}
		})
	}
}

func TestKeepingLaterRevenue(t *testing.T) {
	for _, tc := range []struct {
		says  string
		total bool
		path  string
	}{
		{"of a stream", false, "outlook.streams[0].revenue.2027"},
		{"of the total", true, "outlook.total.revenue.2027"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.TwoStreams())
			if tc.total {
				d.Choose("stream", "Total of OpenAI's own")
			}
			before := revenue(d.Selected(), 2027)
			d.Tap("stream.keep-later")
			d.Enter(tc.path, "9")
			if got := revenue(d.Selected(), 2027); got == before {
				t.Error("the year itself has not changed")
			}
			for year := 2028; year <= 2030; year++ {
				if got := revenue(d.Selected(), year).Table(); got != "$18.00B" {
					t.Errorf("%d earns %s, want it kept at $18B", year, got)
				}
			}
			d.Agree()
		})
	}
}

func TestAStreamGrowsOnlyAfterItsLaunch(t *testing.T) {
	s := desktest.TwoStreams()
	s.Outlook.Streams[1].Launch = 2028
	d := newSeat(t, s)
	d.Choose("stream", "Second")
	for _, path := range []string{"outlook.streams[1].growth.2028", "outlook.streams[1].revenue.2027"} {
		if d.Enabled("entry", path) {
			t.Errorf("%s can be typed though the stream launches in 2028", path)
		}
	}
	if got := d.Text("entry", "outlook.streams[1].growth.2028"); got != "" {
		t.Errorf("growth in the year of the launch says %q", got)
	}
	if !d.Enabled("entry", "outlook.streams[1].growth.2029") {
		t.Error("the growth after the launch cannot be typed")
	}
	d.Enter("outlook.streams[1].base", "9")
	if got := d.Selected().Revenue(1, 2028); got != 9e9 {
		t.Errorf("the year of the launch earns %v", got)
	}
	d.Agree()
}

func TestAYearWithoutRevenueHasNoGrowth(t *testing.T) {
	s := desktest.FlatCase()
	s.Outlook.Streams[0].Base = 0
	d := newSeat(t, s)
	d.Enter("outlook.streams[0].growth.2026", "10%")
	if got := d.Fault("outlook.streams[0].growth.2026"); !strings.Contains(got, "2025 has no revenue") {
		t.Errorf("the field says %q", got)
	}
	d.Agree()
}

func TestARefusedEntryThatGoesWithItsFieldIsTold(t *testing.T) {
	other := desktest.FlatCase()
	other.ID, other.Name = "other", "Other"
	d := newSeat(t, desktest.FlatCase(), other)
	d.Enter("terms.share.cap", "nonsense")
	d.Tap("scenario.other")
	d.Reads("A refused entry was given up")
	d.Tap("scenario.flat")
	if fault := d.Fault("terms.share.cap"); fault != "" {
		t.Errorf("the field that is new says %q", fault)
	}
	if undo := d.P.Session.UndoName(); undo != "" {
		t.Errorf("there is %q to undo", undo)
	}
}
