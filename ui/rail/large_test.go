package rail_test

import (
	"fmt"
	"slices"
	"testing"

	"headroom/scenario"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/inspect"
)

// inView reports whether a button can be seen.
func (d *seat) inView(name string) bool {
	return slices.ContainsFunc(d.P.Inspect().Widgets, func(w inspect.Seen) bool { return w.Kind == "button" && w.Name == name })
}

// thousand returns as many scenarios as a workspace may have.
func thousand() []scenario.Scenario {
	cases := make([]scenario.Scenario, scenario.MaxScenarios)
	for i := range cases {
		cases[i] = desktest.Called(desktest.WorkedCase(), fmt.Sprintf("case-%d", i), fmt.Sprintf("Case %d", i))
	}
	return cases
}

func TestAWorkspaceOfAThousandScenarios(t *testing.T) {
	d := newSeat(t, thousand()...)
	if cards := len(d.rail.Cards()); cards > 30 {
		t.Errorf("the rail has made %d cards for what is in view", cards)
	}
	if pages := len(d.P.Book.Pages); pages > 30 {
		t.Errorf("%d scenarios are projected for what is in view", pages)
	}
	d.Enter("terms.share.cap", "40")
	d.Agree()

	d.rail.List().ScrollToBottom()
	d.Relayout()
	d.Tap("scenario.case-999")
	d.Agree()
	d.Enter("terms.share.cap", "41")
	d.Agree()
	if first, _ := d.P.Session.Scenario("case-0"); first.Terms.Share.Cap != 40e9 || d.Selected().Terms.Share.Cap != 41e9 {
		t.Error("the edits are not where they were made")
	}
	d.Tap("scenario.delete")
	if got := d.Selected().ID; got != "case-998" {
		t.Errorf("%s is selected after the last was deleted", got)
	}
	d.Command("Undo")
	d.Command("Undo")
	if s := d.Selected(); s.ID != "case-999" || s.Terms.Share.Cap != 38e9 {
		t.Errorf("undone, %s is selected with a cap of %v", s.ID, s.Terms.Share.Cap)
	}
	d.Agree()

	// No more fit.
	d.Tap("scenario.duplicate")
	d.Dialog("error")
	d.Reads("The list of scenarios has 1001 entries; at most 1000 are taken.")
	d.Tap("dialog.ok")
	if d.P.Session.Len() != scenario.MaxScenarios {
		t.Errorf("there are %d scenarios", d.P.Session.Len())
	}
}

func TestTheScenarioSelectedComesIntoView(t *testing.T) {
	d := newSeat(t, thousand()[:40]...)
	inView := func(id string) {
		t.Helper()
		d.Relayout()
		if !d.inView("scenario."+id) || d.Selected().ID != id {
			t.Errorf("%s is not in view", id)
		}
	}
	d.Tap("scenario.add")
	d.Tap("dialog.ok")
	inView(d.P.Session.At(40).ID)
	d.Command("Undo")
	inView("case-0") // which was selected before
	d.rail.List().ScrollToTop()
	d.Tap("scenario.case-0")
	d.Tap("scenario.delete")
	d.rail.List().ScrollToBottom()
	d.Relayout()
	d.Tap("scenario.case-39")
	d.Command("Undo")
	inView("case-0")
}

func TestAnEditProjectsOnlyTheScenarioEdited(t *testing.T) {
	d := newSeat(t, thousand()...)
	before := map[string]desk.Page{}
	for id, page := range d.P.Book.Pages {
		before[id] = page
	}
	d.Enter("terms.share.cap", "40")
	for id, page := range d.P.Book.Pages {
		if was, ok := before[id]; ok && (was.Revision != page.Revision) != (id == "case-0") {
			t.Errorf("%s is projected again: %v", id, was.Revision != page.Revision)
		}
	}
}
