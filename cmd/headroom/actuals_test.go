//go:build e2e

package main_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

const nextActual = "outlook.streams[0].actuals.2026-Q3"

func quarter(year, of int) unit.Period {
	return unit.Period{First: unit.NewMonth(year, 1) + unit.Month(3*(of-1)), Months: 3}
}

// ruled waits until a rule after the actuals says when the cap would be reached by it.
func (w *window) ruled(rule, says string) {
	w.t.Helper()
	w.reach("actuals.rule." + rule)
	w.wait(rule+" to say "+says, func(s state) bool {
		p, ok := s.find("actuals.rule." + rule)
		return ok && strings.Contains(p.Text, says)
	})
}

// A press on the end of an actual quarter leads to its field, also where the press takes
// the focus from that field, which is empty, and the end is gone as the button comes up.
func TestTheEndOfAnActualLeadsToItsField(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	for _, period := range []string{"2026-Q1", "2026-Q2"} {
		name := "outlook.streams[0].actuals." + period
		if period == "2026-Q2" {
			w.textOf(name)
			w.key("ctrl+a", "BackSpace")
		}
		w.click("chart.actual." + period)
		w.wait("the focus to be on "+period, func(s state) bool {
			p, ok := s.focus()
			_, there := s.find("chart.actual.2026-Q2")
			return ok && p.Name == name && there == (period == "2026-Q1")
		})
	}
}

// A guess for the third quarter is entered, and each rule says what it comes to; by
// hand with the pointer, undone, compared, and carried by a picture.
func TestActualsAreEntered(t *testing.T) {
	t.Parallel()
	env := startDisplay(t)
	w := start(t, env)
	m := mirrorOf(w, preset.Default())
	w.ruled("keep-year", "Aug 24, 2028, 2026 $36.0B, chosen")
	w.ruled("rescale", "Oct 4, 2028")
	w.ruled("pace", "not by 2030, 2026 $25.8B")

	w.click("actuals.next")
	w.wait("the focus to be on the third quarter", func(s state) bool {
		p, ok := s.focus()
		return ok && p.Name == nextActual
	})
	m.hold("an amount typed", func() { w.keyIn("10.4", "Return") }, edit.SetActual(july, 0, quarter(2026, 3), 10.4e9))
	w.ruled("pace", "Oct 8, 2030")
	if got := w.part("result.pace").Text; got != "Needs $39.3B a year from Oct 2026 to reach the cap by 2030, now $41.6B" {
		t.Errorf("the pace says %q", got)
	}
	m.hold("a pace typed", func() { w.enter("outlook.streams[0].actuals.2026-Q4", "48/y") }, edit.SetActual(july, 0, quarter(2026, 4), 12e9))
	m.hold("unknown again", func() {
		w.textOf("outlook.streams[0].actuals.2026-Q4")
		w.key("ctrl+a", "Delete", "Tab")
	}, edit.ClearActual(july, 0, quarter(2026, 4)))
	w.click("actuals.open.2026-Q3")
	m.hold("a month typed", func() { w.enter("outlook.streams[0].actuals.2026-08", "4") },
		edit.SetActual(july, 0, unit.Period{First: unit.NewMonth(2026, 8), Months: 1}, 4e9))
	m.hold("a rule chosen", func() { w.click("actuals.rule.rescale") }, edit.SetAfterActuals(july, scenario.Rescale))
	w.click("table.against")
	w.wait("what was earned against the plan", func(s state) bool {
		p, ok := s.find("table")
		return ok && strings.Contains(p.Text, "Q3 2026 actual\t$10.40B\t$9.82B") && strings.Contains(p.Text, "To date\t$22.80B")
	})

	// The comparison lists them among what differs, and a picture brings them back.
	w.key("ctrl+2")
	compared := w.wait("both charts", func(s state) bool {
		_, first := s.find("chart." + july)
		return s.View == "compare" && first && s.settled()
	})
	table := compared.textIn(t, "table")
	picture := filepath.Join(t.TempDir(), "actuals.png")
	w.click("save-picture")
	w.opened("save-picture")
	w.click("dialog.embed")
	w.answerPath("save-picture", picture)
	w.key("ctrl+1")
	m.undoAll()
	w.ruled("keep-year", "Aug 24, 2028, 2026 $36.0B, chosen")

	fresh := start(t, env)
	fresh.key("ctrl+o")
	fresh.answerPath("open", picture)
	back := fresh.wait("the comparison", func(s state) bool {
		_, there := s.find("chart." + july)
		return s.View == "compare" && there && s.settled()
	})
	if got := back.textIn(t, "table"); got != table {
		t.Errorf("the picture brings back\n%s\nsaved were\n%s", got, table)
	}
}

// In a small dark window, with keys alone, what was entered survives the end of the
// window.
func TestActualsByKeysInASmallDarkWindow(t *testing.T) {
	t.Parallel()
	env, home := startDisplay(t), t.TempDir()
	dark := func() *window {
		w := newWindow(t, env, home)
		w.prefer(filepath.Join(home, "XDG_CONFIG_HOME"), `{"mode": "dark", "hinted": true}`)
		w.open()
		return w
	}
	w := dark()
	w.xdotool("windowsize", "--sync", w.id, "1024", "640")
	w.wait("a small window", func(s state) bool { return s.Size[0] < 1100 && s.settled() })
	m := mirrorOf(w, preset.Default())
	w.tabTo("actuals.next")
	w.key("Return")
	m.hold("amount typed by key", func() { w.keyIn("10.4", "Return") }, edit.SetActual(july, 0, quarter(2026, 3), 10.4e9))
	m.hold("the next one typed", func() { w.keyIn("12", "Return") }, edit.SetActual(july, 0, quarter(2026, 4), 12e9))
	w.tabTo("actuals.rule.pace")
	m.hold("rule chosen by key", func() { w.key("Return") }, edit.SetAfterActuals(july, scenario.HoldPace))
	w.tabTo("result.pace")
	w.key("Return")
	w.opened("why")
	w.key("Escape")
	w.opened("")
	w.end(syscall.SIGTERM)
	w = dark()
	m.w = w
	w.opened("recover")
	w.key("Return")
	m.shown("taking over what was unsaved")
	w.ruled("pace", "chosen")
}
