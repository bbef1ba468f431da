//go:build e2e

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/export"
	"headroom/scenario/preset"
	"headroom/scenario/simulate"
	"headroom/scenario/unit"
)

// Risk says what the engine does, a slider moves all of it, undo takes it back, and a
// large run goes aside.
func TestRiskMovesUnderTheHand(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	m := mirrorOf(w, preset.Default())
	w.key("ctrl+4")
	w.wait("the view Risk", func(s state) bool {
		_, ok := s.find("risk.reached")
		return ok && s.settled()
	})
	says := func(what string, o simulate.Options) {
		t.Helper()
		w.xdotool("click", "--repeat", "60", "--delay", "2", "4") // the wheel, up to the answers
		r := riskOf(t, held(t, m, july), o)
		w.wait(what, func(s state) bool {
			reached, ok := s.find("risk.reached")
			paid, _ := s.find("risk.paid")
			return ok && s.settled() && strings.Contains(reached.Text, simulate.Likely(r.Reached.Value)) &&
				strings.Contains(reached.Text, r.Drawn()) && strings.Contains(paid.Text, unit.Amount(r.Paid.Mean.Value).Headline())
		})
	}
	says("what the engine says", simulate.Options{})

	fan, _ := w.now().find("risk.fan")
	w.reveal("uncertainty.growthSD.2027", fan)
	m.after("growth made less sure", july, func() { w.enter("uncertainty.growthSD.2027", "60 %") }, edit.SetGrowthSD(july, 2027, 0.6))
	says("the risk of less sure growth", simulate.Options{})

	w.reveal("risk.seed", fan)
	w.enter("risk.seed", "7")
	says("another seed", simulate.Options{Seed: 7})
}

// The main job, from the window alone: uncertainty is taken off and given, a slider
// dragged as one step, the answer read, a path shown, and the picture that remembers
// brings all of it back in another window.
func TestRiskIsSavedAndComesBack(t *testing.T) {
	t.Parallel()
	env := startDisplay(t)
	w := start(t, env)
	m := mirrorOf(w, preset.Default())
	w.key("ctrl+4")
	answered := func(w *window, what string, parts ...string) part {
		t.Helper()
		s := w.wait(what, func(s state) bool {
			p, ok := s.find("risk.reached")
			for _, part := range parts {
				ok = ok && strings.Contains(p.Text, part)
			}
			return ok && s.settled() && !strings.Contains(p.Text, "…")
		})
		p, _ := s.find("risk.reached")
		return p
	}
	answered(w, "the view Risk", "± ")
	m.hold("made certain", func() { w.click("risk.remove") }, edit.RemoveUncertainty(july))
	answered(w, "a certain answer", "100%")
	u, sources := preset.Uncertainty(held(t, m, july))
	m.hold("made uncertain", func() { w.click("risk.give") }, edit.SetUncertainty(july, u, sources))
	given := answered(w, "an uncertain answer", simulate.Likely(riskOf(t, held(t, m, july), simulate.Options{}).Reached.Value))

	w.drag("uncertainty.growthSD.2027", 40, 0)
	dragged := w.wait("another answer", func(s state) bool {
		p, ok := s.find("risk.reached")
		return ok && s.settled() && !strings.Contains(p.Text, "…") && p.Text != given.Text
	})
	reached, _ := dragged.find("risk.reached")
	fan := w.part("risk.fan")
	w.xdotool(append(w.moveTo(fan.X+fan.Width*6/10, fan.Y+fan.Height*6/10), "click", "1")...)
	shown := func(s state) bool { _, ok := s.find("risk.path.hide"); return ok && s.settled() }
	w.wait("a path", shown)

	picture := filepath.Join(t.TempDir(), "fan.png")
	w.click("save-picture")
	w.opened("save-picture")
	w.click("dialog.embed")
	w.answerPath("save-picture", picture)
	eventually(t, "the picture", func() bool { _, err := os.Stat(picture); return err == nil })
	file, err := os.Open(picture)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	record, err := export.Extract(file)
	if err != nil {
		t.Fatal(err)
	}
	kept := selected(t, record.Workspace, state{Selected: july})
	if r := riskOf(t, kept, simulate.Options{}); !strings.Contains(reached.Text, simulate.Likely(r.Reached.Value)) || record.View.Risk.Path == 0 {
		t.Errorf("the window says %q, the engine %s of what the picture keeps, %+v", reached.Text, simulate.Likely(r.Reached.Value), record.View.Risk)
	}

	// The drag was one step.
	w.key("ctrl+z")
	if p := answered(w, "what was before the drag", simulate.Likely(riskOf(t, held(t, m, july), simulate.Options{}).Reached.Value)); p.Text != given.Text {
		t.Errorf("one undo leads to %q, before the drag stood %q", p.Text, given.Text)
	}

	fresh := start(t, env)
	fresh.key("ctrl+o")
	fresh.answerPath("open", picture)
	fresh.wait("the path of the picture", shown)
	if back := answered(fresh, "the answer"); back.Text != reached.Text {
		t.Errorf("the picture brings back %q, saved was %q", back.Text, reached.Text)
	}
}

// riskOf returns what the engine says of a scenario.
func riskOf(t *testing.T, s scenario.Scenario, o simulate.Options) *simulate.Result {
	t.Helper()
	p, err := scenario.Prepare(s)
	if err != nil {
		t.Fatal(err)
	}
	var m simulate.Simulator
	var r simulate.Result
	if err := m.Run(t.Context(), p, o, &r); err != nil {
		t.Fatal(err)
	}
	return &r
}

// A chart that has just come into view says what is under the pointer at once, though
// nothing else has changed meanwhile.
func TestAChartJustShownAnswersThePointer(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	w.key("ctrl+4")
	s := w.wait("the view Risk", func(s state) bool {
		_, ok := s.find("risk.fan")
		return ok && s.settled()
	})
	button := w.part("scenario.add", "button")
	w.xdotool(w.moveTo(middle(button).X, button.Y-60)...) // the rail has nothing there
	fan, _ := s.find("risk.fan")
	before := w.still(fan.area())
	w.xdotool(w.moveTo(middle(fan).X, middle(fan).Y)...)
	eventually(t, "the fan to be explained", func() bool { return differing(before, w.screenshot(), fan.area()) > 500 })
}
