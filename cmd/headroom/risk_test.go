//go:build e2e

package main_test

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
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
