package ui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/desktest"
	"headroom/ui/inspect"
	"headroom/ui/live"
)

// listed returns the widgets of the inspection of that name and kind.
func (d *seat) listed(kind, name string) []inspect.Seen {
	var found []inspect.Seen
	for _, w := range d.p.Inspect().Widgets {
		if w.Kind == kind && w.Name == name {
			found = append(found, w)
		}
	}
	return found
}

func TestTheInspectionNamesWhatIsOnTheScreen(t *testing.T) {
	for _, tc := range []struct {
		says    string
		do      func(d *seat)
		names   map[string][]string // by kind
		without []string
	}{
		{"the window", func(*seat) {}, map[string][]string{
			"button": {
				"view.plan", "view.compare", "undo", "redo", "open", "save", "save-as", "save-picture",
				"scenario.add", "scenario.duplicate", "scenario.rename", "scenario.delete", "scenario.worked", "scenario.flat",
				"result.cap-reached", "result.paid", "result.forgone", "result.present-value",
			},
			"check": {"scenario.worked.tick", "scenario.flat.tick"},
			"entry": {
				"outlook.streams[0].base", "outlook.streams[0].growth.2027", "outlook.streams[0].revenue.2027",
				"terms.share.cap", "terms.share.rate", "terms.share.from", "terms.share.through",
			},
			"slider": {"outlook.streams[0].growth.2026", "terms.share.cap", "terms.share.rate"},
			"chart":  {"chart"},
			"mark":   {"chart.point.2026", "chart.point.2027", "chart.point.2028", "chart.cap", "chart.reached"},
			"table":  {"table"},
		}, []string{"dialog.ok", "chart.worked", "terms.otherClouds.none"}},
		{"without a cap", func(d *seat) { d.Tap("scenario.flat") }, map[string][]string{
			"mark": {"chart.point.2026", "chart.point.2030"},
		}, []string{"chart.cap", "chart.reached", "terms.reverse.rate"}},
		{"bars", func(d *seat) { d.Tap("chart.kind.years") }, map[string][]string{"chart": {"chart"}}, []string{"chart.point.2027", "chart.reached"}},
		{"a prompt", func(d *seat) { d.Tap("scenario.add") }, map[string][]string{
			"button": {"dialog.ok", "dialog.cancel"}, "choice": {"dialog.outlook", "dialog.terms"}, "entry": {"dialog.name"},
		}, []string{"dialog.other"}},
		{"a comparison", func(d *seat) {
			d.Tap("scenario.worked.tick")
			d.Tap("scenario.flat.tick")
			d.Tap("view.compare")
		}, map[string][]string{
			"chart": {"chart.worked", "chart.flat"}, "table": {"table"}, "choice": {"compare.reference"}, "button": {"view.plan", "save-picture"},
		}, []string{"chart", "terms.share.cap", "result.paid"}},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase(), desktest.FlatCase())
			tc.do(d)
			d.Relayout()
			d.Draw()
			in := d.p.Inspect()
			seen := map[string]int{}
			for _, w := range in.Widgets {
				seen[w.Kind+" "+w.Name]++
				if w.Name == "" || w.X < 0 || w.Y < 0 || w.X+w.Width > in.Size[0] || w.Y >= in.Size[1] || w.Width <= 0 || w.Height <= 0 {
					t.Errorf("a widget that nobody could press: %+v", w)
				}
				if slices.Contains(tc.without, w.Name) {
					t.Errorf("%s is listed, though it is not on the screen", w.Name)
				}
			}
			for kind, names := range tc.names {
				for _, name := range names {
					if seen[kind+" "+name] != 1 {
						t.Errorf("%s %s is listed %d times", kind, name, seen[kind+" "+name])
					}
				}
			}
			for name, times := range seen {
				if times != 1 {
					t.Errorf("%s is listed %d times", name, times)
				}
			}
			if in.Drawn != in.Revision {
				t.Errorf("painted, drawn is %d of revision %d", in.Drawn, in.Revision)
			}
		})
	}
}

func TestPaintingBringsTheScreenToTheRevision(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase(), desktest.FlatUnder("five", 5e9))
	d.Tap("scenario.worked.tick")
	d.Tap("scenario.five.tick")
	for i, view := range []View{ViewPlan, ViewCompare} {
		d.Tap("view." + string(view))
		d.p.Window.Canvas().Capture()
		d.p.Do(edit.SetCap("worked", unit.Amount(40+i)*1e9))
		if in := d.p.Inspect(); in.Drawn >= in.Revision {
			t.Errorf("%s: drawn is %d of revision %d before anything is painted", view, in.Drawn, in.Revision)
		}
		d.p.Window.Canvas().Capture()
		if in := d.p.Inspect(); in.Drawn != in.Revision {
			t.Errorf("%s: drawn is %d of revision %d", view, in.Drawn, in.Revision)
		}
	}
}

func TestOnlyWhatIsInViewOfAScrollerIsListed(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	d.p.Window.Resize(fyne.NewSize(1024, 640))
	d.Relayout()
	if len(d.listed("entry", "terms.share.cap")) != 1 || len(d.listed("entry", "valuation.asOf")) != 0 {
		t.Error("listed is not what can be seen of the form")
	}
	d.Focus("entry", "valuation.asOf") // comes into view
	splitOf(d.plan().Object()).Leading.(*container.Scroll).ScrollToBottom()
	d.Relayout()
	if len(d.listed("entry", "terms.share.cap")) != 0 || len(d.listed("entry", "valuation.asOf")) != 1 {
		t.Error("listed is not what can be seen of the form scrolled down")
	}
	if w := d.listed("entry", "valuation.asOf")[0]; !w.Focused || w.Y+w.Height > 640 {
		t.Errorf("%+v", w)
	}
}

func TestTheInspectionOfAField(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	if w := d.listed("entry", "terms.share.cap")[0]; w.Text != "$38.0B" || !w.Enabled || w.Focused || w.Error != "" {
		t.Errorf("at rest: %+v", w)
	}
	if w := d.listed("button", "undo")[0]; w.Enabled || w.Text != "Undo" {
		t.Errorf("with nothing to undo: %+v", w)
	}
	d.Write("terms.share.cap", "a lot")
	if w := d.listed("entry", "terms.share.cap")[0]; w.Text != "a lot" || !w.Focused || w.Error != "" {
		t.Errorf("while typing: %+v", w)
	}
	d.Press(fyne.KeyReturn)
	if w := d.listed("entry", "terms.share.cap")[0]; w.Text != "a lot" || !strings.Contains(w.Error, "a lot") {
		t.Errorf("refused: %+v", w)
	}
	if w := d.listed("mark", "chart.point.2027")[0]; w.Text != "$18.40B" {
		t.Errorf("the year-end: %+v", w)
	}
	if w := d.listed("mark", "chart.reached")[0]; w.Text != "Nov 23, 2028" {
		t.Errorf("the marker: %+v", w)
	}
}

func TestTheInspectionFile(t *testing.T) {
	d := newSeat(t, desktest.WorkedCase())
	path := filepath.Join(t.TempDir(), "inspect.json")
	data, err := json.Marshal(d.p.Inspect())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // also in place of a former one
		if err := writeInspection(path, data); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v, %v", info.Mode(), err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("%d files are left in the folder", len(entries))
	}
	var in struct {
		View, Dialog, File, Selected string
		Scale                        float64
		Size                         [2]int
		Revision, Drawn              *int
		Unsaved                      *bool
		Widgets                      []map[string]any
		Results                      map[string]any
	}
	if err := json.Unmarshal(held(t, path), &in); err != nil {
		t.Fatal(err)
	}
	if in.View != "plan" || in.Scale != 1 || in.Size != [2]int{1440, 900} || in.Selected != "worked" || in.Revision == nil || in.Drawn == nil || in.Unsaved == nil {
		t.Errorf("the file says %+v", in)
	}
	var keys []string
	for key := range in.Widgets[0] {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if want := []string{"enabled", "error", "focused", "height", "kind", "label", "name", "text", "width", "x", "y"}; !slices.Equal(keys, want) {
		t.Errorf("a widget has %q, want %q", keys, want)
	}
	// Unrounded, by the names of the model.
	if in.Results["cap-reached"] != "2028-11-23" || in.Results["paid"] != 38e9 || in.Results["headroom"] != 0.0 || in.Results["cap-used"] != 1.0 {
		t.Errorf("results: %v", in.Results)
	}
}

// What could not be written is written at the next turn, though nothing has changed.
func TestTheInspectionFileIsTriedAgain(t *testing.T) {
	file := inspection{path: filepath.Join(t.TempDir(), "later", "inspect.json")}
	file.write(inspect.Screen{View: "plan"})
	if err := os.Mkdir(filepath.Dir(file.path), 0o700); err != nil {
		t.Fatal(err)
	}
	file.write(inspect.Screen{View: "plan"})
	if data := held(t, file.path); !strings.Contains(string(data), `"view":"plan"`) {
		t.Errorf("the file holds %s", data)
	}
	// What it says already is not written again.
	if err := os.Remove(file.path); err != nil {
		t.Fatal(err)
	}
	file.write(inspect.Screen{View: "plan"})
	if _, err := os.Stat(file.path); err == nil {
		t.Error("what has not changed is written again")
	}
}

// What the disk takes long for keeps nobody waiting.
func TestTheInspectionFileIsWrittenAside(t *testing.T) {
	var aside []func()
	file := inspection{
		path: filepath.Join(t.TempDir(), "inspect.json"),
		live: &live.Live{Go: func(work func()) { aside = append(aside, work) }, Do: func(then func()) { then() }},
	}
	file.tell(inspect.Screen{View: "plan"})
	if _, err := os.Stat(file.path); err == nil || !file.busy || len(aside) != 1 {
		t.Fatalf("written before its turn: %v, busy %v", err, file.busy)
	}
	aside[0]()
	if data := held(t, file.path); file.busy || !strings.Contains(string(data), `"view":"plan"`) {
		t.Errorf("once it is written, busy is %v, and the file holds %s", file.busy, data)
	}
}

// results returns the results of the inspection as its readers find them.
func (d *seat) results() (out map[string]any) {
	d.Helper()
	data, err := json.Marshal(d.p.Inspect().Results)
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil {
		d.Fatal(err)
	}
	return out
}

func TestResultsWithoutACapAndBeforeTheHorizon(t *testing.T) {
	before := desktest.Capped(desktest.Called(desktest.FlatCase(), "before", "Before"), 5e9)
	before.Terms.Share.AlreadyPaid = 5e9
	for _, tc := range []struct {
		s    scenario.Scenario
		want map[string]any
	}{
		{desktest.FlatCase(), map[string]any{"cap-reached": nil, "cap-used": nil, "headroom": nil, "paid": 12e9, "forgone": 0.0}},
		{before, map[string]any{"cap-reached": "before", "cap-used": 1.0, "headroom": 0.0, "paid": 0.0, "forgone": 12e9}},
		{desktest.FlatUnder("twenty", 20e9), map[string]any{"cap-reached": nil, "cap-used": 0.6, "headroom": 8e9, "paid": 12e9}},
	} {
		d := newSeat(t, tc.s)
		got := d.results()
		for name, want := range tc.want {
			value, listed := got[name]
			number, isNumber := value.(float64)
			wanted, _ := want.(float64)
			if !listed || isNumber && (number-wanted > 1 || wanted-number > 1) || !isNumber && value != want {
				t.Errorf("%s: %s is %v, want %v", tc.s.ID, name, value, want)
			}
		}
		d.Agree()
	}
}
