//go:build e2e

package main_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

const prior = "february-2026-prior"

func TestComparisonIsExplainedAndEdited(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	m := mirrorOf(w, preset.Default())
	side := amendedAgainstPrior(w)

	// What the table says of the difference is what the scenarios give.
	amended, before := held(t, m, february), held(t, m, prior)
	mustCompare(t, side, amended, before)

	w.click("compare.overlay")
	over := w.wait("one chart of both", func(s state) bool {
		_, one := s.find("chart")
		_, two := s.find("chart." + prior)
		return one && !two && s.settled()
	})
	chart, _ := over.find("chart")
	w.park()
	shot := w.still(chart.area())
	if n := painted(t, shot, chart.area(), preset.Color(preset.Default().Find(february))); n < 100 {
		t.Errorf("laid over one another February's plan has only %d pixels in its color", n)
	}

	// The bridge's steps add up to the difference.
	w.click("compare.bridge")
	bridged := w.wait("the bridge", func(s state) bool {
		p, ok := s.find("bridge.table")
		return ok && strings.Contains(p.Text, "\t") && s.settled()
	})
	mustAddUp(t, bridged.textIn(t, "bridge.table"), amended, before)
	w.click("compare.side")

	// A field edits its scenario in place, and takes what the reference has.
	field := "compare." + prior + "." + capField
	m.after("cap typed in the comparison", prior, func() {
		w.reveal(field, chart)
		w.enter(field, "60")
	}, edit.SetCap(prior, 60e9))
	m.after("cap taken from the reference", prior, func() {
		w.reveal(field+".copy", chart)
		w.click(field + ".copy")
	}, edit.SetCap(prior, 38e9))
	for range 2 {
		m.Undo()
		w.after(func() { w.key("ctrl+z") })
	}
	if s := w.now(); s.Unsaved {
		t.Error("with both edits undone something is unsaved")
	}
	w.key("ctrl+1")
	w.wait("the plan", func(s state) bool { return s.View == "plan" && s.settled() })
	m.shown("undoing the edits in the comparison")
}

func TestDealSaysWhatTheAmendmentIsWorth(t *testing.T) {
	t.Parallel()
	w := start(t, startDisplay(t))
	w.pick(february)
	w.click("view.deal")
	s := w.wait("the terms", func(s state) bool {
		_, ok := s.find("table")
		return s.View == "deal" && ok && s.settled()
	})
	table := s.textIn(t, "table")
	for _, worth := range []string{"+$96.60B", "−$20.22B", "+$76.38B", "−$76.38B"} {
		if !strings.Contains(table, worth) {
			t.Errorf("the table does not say %s:\n%s", worth, table)
		}
	}
}

// A picture of the amendment is made from the default workspace, saved so that it
// remembers, and opened in a window that knows nothing of it.
func TestPictureBringsTheComparisonBack(t *testing.T) {
	t.Parallel()
	env, folder := startDisplay(t), t.TempDir()
	w := start(t, env)
	side := amendedAgainstPrior(w)
	picture := filepath.Join(folder, "amendment.png")
	w.click("save-picture")
	w.opened("save-picture")
	w.typeInto("dialog.title", "February plan: amended against prior terms")
	if p := w.part("dialog.embed", "check"); p.Text != "off" {
		t.Errorf("before anybody asks for it, remembering is %q", p.Text)
	}
	w.click("dialog.embed")
	w.wait("the box to be ticked", func(s state) bool {
		p, ok := s.find("dialog.embed")
		return ok && p.Text == "on"
	})
	w.answerPath("save-picture", picture)
	eventually(t, "the picture", func() bool {
		_, err := os.Stat(picture)
		return err == nil
	})
	if size := readPicture(t, picture).Bounds().Size(); size.X != 1920 || size.Y != 1080 {
		t.Errorf("the picture is of %v pixels, want those of a slide", size)
	}

	fresh := start(t, env)
	fresh.key("ctrl+o")
	fresh.answerPath("open", picture)
	back := fresh.wait("the comparison", func(s state) bool {
		_, amended := s.find("chart." + february)
		_, before := s.find("chart." + prior)
		return s.View == "compare" && amended && before && s.settled()
	})
	if got, want := back.textIn(t, "table"), side.textIn(t, "table"); got != want {
		t.Errorf("the picture brings back other figures:\n%s\nsaved were\n%s", got, want)
	}
	book := preset.Default()
	mustShow(t, back, book.Scenarios[book.Find(february)])
}

// pick selects a scenario.
func (w *window) pick(id string) {
	w.t.Helper()
	w.click("scenario." + id)
	w.wait(id+" to be selected", func(s state) bool { return s.Selected == id && s.settled() })
}

// amendedAgainstPrior makes the comparison of the February plan by its one click, and
// returns what is on the screen then.
func amendedAgainstPrior(w *window) state {
	w.t.Helper()
	w.pick(february)
	w.key("ctrl+t")
	return w.wait("both terms beside one another", func(s state) bool {
		_, amended := s.find("chart." + february)
		_, before := s.find("chart." + prior)
		_, table := s.find("table")
		return s.View == "compare" && amended && before && table && s.settled()
	})
}

// held returns a scenario of the mirror.
func held(t testing.TB, m *mirror, id string) scenario.Scenario {
	t.Helper()
	s, ok := m.Scenario(id)
	if !ok {
		t.Fatalf("there is no %s", id)
	}
	return s
}

// mustCompare holds the table of a comparison to the projections of its two
// scenarios, of which the first is the reference.
func mustCompare(t testing.TB, shown state, reference, other scenario.Scenario) {
	t.Helper()
	var totals [2]scenario.Totals
	for i, s := range []scenario.Scenario{reference, other} {
		totals[i] = projected(t, s).Total
	}
	rows := cells(shown.textIn(t, "table"))
	for name, of := range map[string]func(scenario.Totals) unit.Amount{
		"Paid through 2030": func(t scenario.Totals) unit.Amount { return t.Paid },
		"Saved by the cap":  func(t scenario.Totals) unit.Amount { return t.Forgone },
		"Net to Microsoft":  func(t scenario.Totals) unit.Amount { return t.Net },
	} {
		i := slices.IndexFunc(rows, func(row []string) bool { return row[0] == name })
		if i < 0 {
			t.Errorf("the comparison has no row %q: %v", name, rows)
			continue
		}
		a, b := of(totals[0]), of(totals[1])
		if rows[i][1] != a.Table() || rows[i][2] != b.Table() || rows[i][3] != (b-a).Delta() {
			t.Errorf("%s is said to be %q, computed %s, %s and %s", name, rows[i][1:], a.Table(), b.Table(), (b - a).Delta())
		}
	}
}

// mustAddUp holds a bridge in what is paid to the engine's, and its steps to the
// difference between its ends, as far as they are shown.
func mustAddUp(t testing.TB, table string, from, to scenario.Scenario) {
	t.Helper()
	bridge, err := compare.NewBridge(from, to, compare.Paid)
	if err != nil {
		t.Fatal(err)
	}
	rows := cells(table)[1:]
	if len(rows) != len(bridge.Steps)+2 || len(bridge.Steps) == 0 {
		t.Fatalf("the bridge has %d rows, want both ends and %d steps:\n%s", len(rows), len(bridge.Steps), table)
	}
	const change, running = 1, 3 // columns
	sum := amountIn(t, rows[0][running])
	for i, step := range bridge.Steps {
		row := rows[i+1]
		if got := row[change]; got != step.Change.Delta() {
			t.Errorf("%s is said to make %s, computed %s", row[0], got, step.Change.Delta())
		}
		sum += amountIn(t, strings.Replace(row[change], "+", "", 1))
		if by := amountIn(t, row[running]); sum-by > 0.01e9*unit.Amount(i+2) || by-sum > 0.01e9*unit.Amount(i+2) {
			t.Errorf("%s leads to %s, the steps so far to %s", row[0], by.Table(), sum.Table())
		}
	}
	end := amountIn(t, rows[len(rows)-1][running])
	if rounding := unit.Amount(0.01e9 * float64(len(rows))); sum-end > rounding || end-sum > rounding {
		t.Errorf("the steps go to %s, the bridge to %s:\n%s", sum.Table(), end.Table(), table)
	}
}

// after does the same in the window and in the mirror, where it is of a scenario
// that need not be the one selected, and holds the comparison to both.
func (m *mirror) after(what, id string, do func(), change edit.Change) {
	m.w.t.Helper()
	m.w.after(do)
	if err := m.Do(change); err != nil {
		m.w.t.Fatalf("%s: %v", what, err)
	}
	m.Seal()
	want := "Paid through 2030: " + projected(m.w.t, held(m.w.t, m, id)).Total.Paid.Headline()
	m.w.wait(what+", and "+want, func(s state) bool {
		card, ok := s.find("scenario." + id)
		return ok && s.settled() && strings.HasSuffix(card.Text, want)
	})
}

// reveal turns the wheel over an area until a part can be seen, and stands still.
func (w *window) reveal(name string, over part) {
	w.t.Helper()
	area := over.area()
	w.xdotool(w.moveTo(area.Min.X+area.Dx()/2, area.Min.Y+20)...)
	for range 20 {
		if _, ok := w.now().find(name); ok {
			w.still(area)
			return
		}
		w.xdotool("click", "--repeat", "5", "--delay", "2", "5")
		w.still(area)
	}
	w.t.Fatalf("%s is not to be scrolled to", name)
}
