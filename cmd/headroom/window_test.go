//go:build e2e

package main_test

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// These tests drive the real window, as a person does, on a display of their
// own. Run them with make window.

const (
	growth2027 = "outlook.streams[0].growth.2027"
	growth2028 = "outlook.streams[0].growth.2028"
	capField   = "terms.share.cap"
)

func TestPlanFollowsEveryEdit(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	begin := w.now()
	if begin.View != "plan" || begin.Unsaved || begin.File != "" {
		t.Errorf("the window opens with view %q, unsaved %v, file %q", begin.View, begin.Unsaved, begin.File)
	}
	shipped := selected(t, preset.Default(), begin)
	mustShow(t, begin, shipped)
	chart, _ := begin.find("chart")
	before := w.still(chart.area())
	w.leave("plan.png")
	mustBePainted(t, w, before, 0)
	table, _ := begin.find("table")
	if n, want := writtenLines(before, table.area()), 3+shipped.LastYear-shipped.FirstYear; n != want {
		t.Errorf("the table shows %d lines, want a head, a line a year and the total: %d", n, want)
	}

	w.typeInto(growth2027, "much")
	w.key("Tab")
	marked := w.wait("the bad entry to be marked", func(s state) bool {
		p, _ := s.find(growth2027, "entry")
		return p.Error != ""
	})
	mustShow(t, marked, shipped)

	typed := shipped
	typed.Outlook.Streams = slices.Clone(shipped.Outlook.Streams)
	typed.Outlook.Streams[0].Growth = typed.Outlook.Streams[0].Growth.With(2027, 0.25)
	mustShow(t, w.after(func() {
		w.typeInto(growth2027, "25%")
		w.key("Tab")
	}), typed)

	held := w.now()
	w.pull(capField, 25, 0)
	w.wait("results to follow the slider while it is held", func(s state) bool {
		return s.Revision != held.Revision && s.settled() && s.Results["paid"] != held.Results["paid"]
	})
	w.release()
	dragged := typed
	dragged.Terms.Share.Cap = amountIn(t, w.textOf(capField))
	if dragged.Terms.Share.Cap <= typed.Terms.Share.Cap {
		t.Errorf("the slider dragged to the right made the cap %v of %v", dragged.Terms.Share.Cap, typed.Terms.Share.Cap)
	}
	dragged.Uncertainty = nil // its range moves with the cap and pays nothing
	mustShow(t, w.now(), dragged)
	w.park()
	if n := differing(before, w.still(chart.area()), chart.area()); n < 500 {
		t.Errorf("only %d pixels of the chart have changed", n)
	}

	// One undo takes back the whole drag, another what was typed.
	mustShow(t, w.after(func() { w.click("undo") }), typed)
	mustShow(t, w.after(func() { w.click("undo") }), shipped)
	end := w.wait("nothing to be left to undo", func(s state) bool {
		undo, ok := s.find("undo")
		return ok && !undo.Enabled
	})
	if end.Unsaved {
		t.Error("with everything undone something is still unsaved")
	}
	w.park()
	if n := differing(before, w.still(chart.area()), chart.area()); n > 0 {
		t.Errorf("with everything undone %d pixels of the chart are not as in the beginning", n)
	}
	mustShow(t, w.after(func() { w.key("ctrl+shift+z") }), typed)
}

// A click in the table shows at once, and moves nothing.
func TestAClickSelectsARow(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	table := w.part("table")
	before := w.still(table.area())
	line := table.Height / 6 // the head and five years
	for _, row := range []int{5, 3, 4} {
		area := image.Rect(table.X, table.Y+row*line, table.X+table.Width, table.Y+(row+1)*line)
		w.xdotool(append(w.moveTo(area.Min.X+40, area.Min.Y+line/2), "mousedown", "1", "mouseup", "1")...)
		eventually(t, "a row clicked to be shown", func() bool { return differing(before, w.screenshot(), area) > 1000 })
		above := image.Rect(table.X, table.Y, table.X+table.Width, table.Y+2*line)
		if n := differing(before, w.still(above), above); n > 0 {
			t.Errorf("a click on row %d changes %d pixels at the top of the table", row, n)
		}
	}
}

func TestCompareTwoScenarios(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	workspace := preset.Default()
	compared := []string{"february-2026", "july-2026"}
	for _, s := range workspace.Scenarios {
		if slices.Contains(workspace.View.Compared, s.ID) != slices.Contains(compared, s.ID) {
			w.after(func() { w.click("scenario." + s.ID + ".tick") })
		}
	}
	w.click("view.compare")
	s := w.wait("two charts and a table", func(s state) bool {
		_, first := s.find("chart." + compared[0])
		_, second := s.find("chart." + compared[1])
		_, table := s.find("table")
		return s.View == "compare" && first && second && table && s.settled()
	})
	w.park()
	shot := w.still(image.Rectangle{Max: image.Pt(s.Size[0], s.Size[1])})
	w.leave("compare.png")
	var areas []image.Rectangle
	for _, id := range compared {
		chart, _ := s.find("chart." + id)
		areas = append(areas, chart.area())
		line := preset.Color(workspace.Find(id))
		if n := painted(t, shot, chart.area(), line); n < 100 {
			t.Errorf("the chart of %s has only %d pixels in its color %s", id, n, line)
		}
	}
	if areas[0].Size() != areas[1].Size() || areas[0].Overlaps(areas[1]) {
		t.Errorf("the charts lie at %v: not side by side and alike", areas)
	}
	// Both have the same cap, so on the same axes it lies at the same height.
	first, second := darkestRow(shot, areas[0]), darkestRow(shot, areas[1])
	if first-areas[0].Min.Y != second-areas[1].Min.Y {
		t.Errorf("the cap lies at row %d of one chart and at row %d of the other", first-areas[0].Min.Y, second-areas[1].Min.Y)
	}
	table, _ := s.find("table")
	if n := writtenLines(shot, table.area()); n < 5 {
		t.Errorf("the table of results shows %d lines", n)
	}
}

func TestFilesOutliveTheWindow(t *testing.T) {
	t.Parallel()
	env, folder := startDisplay(t), t.TempDir()
	w := start(t, env)
	shipped := selected(t, preset.Default(), w.now())

	picture := filepath.Join(folder, "chart.png")
	w.click("save-picture")
	w.answerPath("save-picture", picture)
	eventually(t, "the picture to be written", func() bool {
		_, err := os.Stat(picture)
		return err == nil
	})
	line := preset.Color(preset.Default().Find(shipped.ID))
	if n := painted(t, readPicture(t, picture), image.Rect(0, 0, 1e6, 1e6), line); n < 100 {
		t.Errorf("the saved picture has only %d pixels in the scenario's color", n)
	}

	w.after(func() {
		w.typeInto(growth2027, "25%")
		w.key("Tab")
	})
	file := filepath.Join(folder, "mine"+store.Extension)
	w.click("save-as")
	w.answerPath("save-as", file)
	saved := w.wait("the workspace to be saved", func(s state) bool { return !s.Unsaved && s.File == named(file) })
	kept := selected(t, readWorkspace(t, file), saved)
	if got, _ := kept.Outlook.Streams[0].Growth.Get(2027); got != 0.25 {
		t.Errorf("the file keeps a growth of %v for 2027, typed was 25%%", got)
	}
	mustShow(t, saved, kept)

	// Closing asks about what is not saved; once it is, the window closes.
	w.after(func() { w.drag(growth2028, -10, 0) })
	w.key("alt+F4")
	w.wait("to be asked about unsaved changes", func(s state) bool { return s.Dialog == "unsaved" })
	w.click("dialog.cancel")
	w.wait("the question to go away", func(s state) bool { return s.Dialog == "" && s.Unsaved })
	w.click("save")
	w.wait("the workspace to be saved again", func(s state) bool { return !s.Unsaved })
	w.key("alt+F4")
	w.exit()

	again := start(t, env, named(file))
	opened := again.now()
	kept = selected(t, readWorkspace(t, file), opened)
	if opened.File != named(file) || opened.Unsaved {
		t.Errorf("opened is %q, unsaved %v; want %q, saved", opened.File, opened.Unsaved, named(file))
	}
	mustShow(t, opened, kept)
	before, _ := shipped.Outlook.Streams[0].Growth.Get(2028)
	dragged, _ := kept.Outlook.Streams[0].Growth.Get(2028)
	if full := again.textOf(growth2028); full != dragged.Full() || dragged >= before {
		t.Errorf("the file keeps a growth of %v for 2028 and the window says %s; dragged down from %v", dragged, full, before)
	}
	again.end(syscall.SIGTERM)
}

// park moves the pointer where it changes nothing.
func (w *window) park() {
	w.t.Helper()
	w.xdotool(w.moveTo(5, w.now().Size[1]-5)...)
}

// textOf returns all of what an entry holds, which it shows while focused.
func (w *window) textOf(name string) string {
	w.t.Helper()
	p := w.part(name, "entry")
	w.xdotool(append(w.moveTo(p.X+p.Width/2, p.Y+p.Height/2), "mousedown", "1", "mouseup", "1")...)
	s := w.wait(name+" to be focused", func(s state) bool {
		p, ok := s.find(name, "entry")
		return ok && p.Focused
	})
	p, _ = s.find(name, "entry")
	return p.Text
}

// answerPath answers a dialog that asks for a path.
func (w *window) answerPath(dialog, path string) {
	w.t.Helper()
	w.answerPathTo(dialog, path, "")
}

// answerPathTo does the same where another dialog follows.
func (w *window) answerPathTo(dialog, path, next string) {
	w.t.Helper()
	w.wait("the dialog "+dialog, func(s state) bool { return s.Dialog == dialog })
	w.typeInto("dialog.folder", named(filepath.Dir(path)))
	w.typeInto("dialog.file", filepath.Base(path))
	w.click("dialog.ok")
	w.wait("the dialog to close", func(s state) bool { return s.Dialog == next })
}

// selected returns the scenario that is looked at.
func selected(t testing.TB, w scenario.Workspace, s state) scenario.Scenario {
	t.Helper()
	i := w.Find(s.Selected)
	if i < 0 {
		t.Fatalf("the window looks at %q, which the workspace lacks", s.Selected)
	}
	return w.Scenarios[i]
}

// mustShow holds the results on the screen to the engine's, bit for bit.
func mustShow(t testing.TB, shown state, s scenario.Scenario) {
	t.Helper()
	for _, difference := range different(shown, resultsOf(t, s)) {
		t.Error(difference)
	}
}

// projected returns the projection of s.
func projected(t testing.TB, s scenario.Scenario) scenario.Projection {
	t.Helper()
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// resultsOf returns what the inspection file is to tell of s.
func resultsOf(t testing.TB, s scenario.Scenario) map[string]any {
	t.Helper()
	p := projected(t, s)
	want := map[string]any{
		"paid": float64(p.Total.Paid), "forgone": float64(p.Total.Forgone),
		"net": float64(p.Total.Net), "present-value": float64(p.Total.PresentValue),
		"headroom": nil, "cap-used": nil, "cap-reached": nil,
	}
	if p.Total.Capped {
		want["headroom"] = float64(p.Total.Headroom)
	}
	if used, ok := p.Total.CapUsed(); ok {
		want["cap-used"] = float64(used)
	}
	if p.Total.Reached.Ever() {
		want["cap-reached"] = p.Total.Reached.String()
	}
	for _, need := range p.Pace.Needed {
		if name := fmt.Sprint("pace-needed:", need.By.Year()); need.Known {
			want[name] = float64(need.Annual)
		}
	}
	return want
}

// different says which results on the screen are not as wanted.
func different(shown state, want map[string]any) (differences []string) {
	for name, value := range want {
		if got := shown.Results[name]; got != value {
			differences = append(differences, fmt.Sprintf("%s on the screen is %v, computed %v", name, got, value))
		}
	}
	return differences
}

func amountIn(t testing.TB, text string) unit.Amount {
	t.Helper()
	amount, err := unit.ParseAmount(text, unit.Billions)
	if err != nil {
		t.Fatal(err)
	}
	return amount
}

func readWorkspace(t testing.TB, file string) scenario.Workspace {
	t.Helper()
	w, err := store.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestPlainSurfacesLookTheSame runs the window without programs of its own for
// surfaces.
func TestPlainSurfacesLookTheSame(t *testing.T) {
	t.Parallel()
	w := start(t, append(startDisplay(t), "HEADROOM_PLAIN=1"))
	chart, _ := w.now().find("chart")
	mustBePainted(t, w, w.still(chart.area()), 20) // softer at the edges
}

// mustBePainted holds what a picture of w has at places that surfaces lie, on a
// light window that shows the Plan view. Each channel may be off by so much.
func mustBePainted(t *testing.T, w *window, shot image.Image, off int) {
	t.Helper()
	entry := w.part(capField, "entry")
	chart := w.part("chart")
	middle := entry.Y + entry.Height/2
	for _, spot := range []struct {
		says string
		at   image.Point
		want color.NRGBA
	}{
		{"the border of a field", image.Pt(entry.X, middle), color.NRGBA{0x84, 0x8B, 0x98, 0xFF}},
		{"the surface of a field", image.Pt(entry.X+3, middle), color.NRGBA{0xF6, 0xF7, 0xF9, 0xFF}},
		{"beside its round corner", image.Pt(entry.X, entry.Y), color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}},
		{"a card", image.Pt(chart.X-6, chart.Y+chart.Height/2), color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}},
		{"the page beside a card", image.Pt(chart.X-18, chart.Y+chart.Height/2), color.NRGBA{0xF6, 0xF7, 0xF9, 0xFF}},
	} {
		got := color.NRGBAModel.Convert(shot.At(spot.at.X, spot.at.Y)).(color.NRGBA)
		if !within(got.R, spot.want.R, off) || !within(got.G, spot.want.G, off) || !within(got.B, spot.want.B, off) {
			t.Errorf("%s is %v, want %v", spot.says, got, spot.want)
		}
	}
}

func within(a, b uint8, off int) bool { return max(a, b)-min(a, b) <= uint8(off) }
