package ui

import "testing"

func TestAWorkspaceWithNoScenario(t *testing.T) {
	d := newSeat(t)
	in := d.p.Inspect()
	if in.Selected != "" || len(in.Results) != 0 || in.Drawn != in.Revision {
		t.Errorf("inspection: %+v", in)
	}
	for _, command := range []string{"Duplicate", "Rename…", "Delete", "Shift all growth…", "Amended against prior terms", "Reach the cap on…", "Sources of the figures…"} {
		d.Command(command)
		d.Dialog("")
	}
	for _, v := range views {
		d.Tap("view." + string(v.view))
		d.Relayout()
		d.Draw()
		d.p.Inspect()
	}
	d.Tap("view.plan")
	d.Tap("scenario.add")
	d.Tap("dialog.ok")
	if d.p.Session.Len() != 1 {
		t.Fatal("nothing is added to an empty workspace")
	}
	d.Agree()
}
