package ui

import (
	"fmt"
	"testing"

	"headroom/scenario"
	"headroom/ui/desk"
)

// thousand returns as many scenarios as a workspace may have.
func thousand() []scenario.Scenario {
	cases := make([]scenario.Scenario, scenario.MaxScenarios)
	for i := range cases {
		cases[i] = called(workedCase(), fmt.Sprintf("case-%d", i), fmt.Sprintf("Case %d", i))
	}
	return cases
}

func TestAWorkspaceOfAThousandScenarios(t *testing.T) {
	d := newSeat(t, thousand()...)
	if cards := len(d.p.rail.cards); cards > 30 {
		t.Errorf("the rail has made %d cards for what is in view", cards)
	}
	if pages := len(d.p.Book.Pages); pages > 30 {
		t.Errorf("%d scenarios are projected for what is in view", pages)
	}
	d.enter("terms.share.cap", "40")
	d.agree()

	d.p.rail.list.ScrollToBottom()
	d.relayout()
	d.tap("scenario.case-999")
	d.agree()
	d.enter("terms.share.cap", "41")
	d.agree()
	if first, _ := d.p.Session.Scenario("case-0"); first.Terms.Share.Cap != 40e9 || d.selected().Terms.Share.Cap != 41e9 {
		t.Error("the edits are not where they were made")
	}
	d.tap("scenario.delete")
	if got := d.selected().ID; got != "case-998" {
		t.Errorf("%s is selected after the last was deleted", got)
	}
	d.command("Undo")
	d.command("Undo")
	if s := d.selected(); s.ID != "case-999" || s.Terms.Share.Cap != 38e9 {
		t.Errorf("undone, %s is selected with a cap of %v", s.ID, s.Terms.Share.Cap)
	}
	d.agree()

	// No more fit.
	d.tap("scenario.duplicate")
	d.dialog("error")
	d.reads("The list of scenarios has 1001 entries; at most 1000 are taken.")
	d.tap("dialog.ok")
	if d.p.Session.Len() != scenario.MaxScenarios {
		t.Errorf("there are %d scenarios", d.p.Session.Len())
	}
}

func TestTheScenarioSelectedComesIntoView(t *testing.T) {
	d := newSeat(t, thousand()[:40]...)
	inView := func(id string) {
		t.Helper()
		d.relayout()
		if len(d.listed("button", "scenario."+id)) != 1 || d.selected().ID != id {
			t.Errorf("%s is not in view", id)
		}
	}
	d.tap("scenario.add")
	d.tap("dialog.ok")
	inView(d.p.Session.At(40).ID)
	d.command("Undo")
	inView("case-0") // which was selected before
	d.p.rail.list.ScrollToTop()
	d.tap("scenario.case-0")
	d.tap("scenario.delete")
	d.p.rail.list.ScrollToBottom()
	d.relayout()
	d.tap("scenario.case-39")
	d.command("Undo")
	inView("case-0")
}

func TestAnEditProjectsOnlyTheScenarioEdited(t *testing.T) {
	d := newSeat(t, thousand()...)
	before := map[string]desk.Page{}
	for id, page := range d.p.Book.Pages {
		before[id] = page
	}
	d.enter("terms.share.cap", "40")
	for id, page := range d.p.Book.Pages {
		if was, ok := before[id]; ok && (was.Revision != page.Revision) != (id == "case-0") {
			t.Errorf("%s is projected anew: %v", id, was.Revision != page.Revision)
		}
	}
}
