package ui

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/scenario/edit"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

func TestDuplicatingACopyAgainAndAgain(t *testing.T) {
	d := sitDefault(t)
	before := d.p.Session.Workspace()
	for _, want := range []string{"February 2026 plan copy", "February 2026 plan copy 2", "February 2026 plan copy 3"} {
		d.Command("Duplicate")
		d.Dialog("") // nothing stands against it
		if got := d.Selected().Name; got != want {
			t.Errorf("the copy is called %q, want %q", got, want)
		}
	}
	colors := map[string]bool{}
	for i := range 4 {
		colors[d.p.Book.Color(d.p.Session.At(i))] = true
	}
	if len(colors) != 4 {
		t.Errorf("original and copies have %d colors", len(colors))
	}
	for range 3 {
		d.Command("Undo")
	}
	if got := d.p.Session.Workspace(); !reflect.DeepEqual(got, before) {
		t.Error("three undos do not lead back")
	}
}

func TestACopyIsMadeToBeCompared(t *testing.T) {
	d := sitDefault(t)
	d.Tap("scenario.slump")
	d.Command("Duplicate")
	for _, id := range []string{"slump", "slump-copy", "february-2026", "february-2026-prior"} {
		if got := d.Text("check", "scenario."+id+".tick"); got != "on" {
			t.Errorf("the tick of %s is %s", id, got)
		}
	}
	d.Tap("scenario.july-2026")
	d.Command("Duplicate")
	if got := d.p.Session.View().Compared; len(got) != edit.MaxCompared || got[3] != "july-2026-copy" {
		t.Errorf("compared are %q", got)
	}
	d.Reads("No longer compared: Slump (illustrative), Slump (illustrative) copy") // had to make room
}

func TestAmendedAndPriorTermsAreToldApart(t *testing.T) {
	for i := range preset.Default().Scenarios {
		d := sitDefault(t)
		d.Tap("scenario." + d.p.Session.At(i).ID)
		d.Command("Duplicate")
		d.Enter("outlook.streams[0].base", "10.5B") // an outlook that no other has
		d.Command("Amended against prior terms")
		d.Dialog("")
		view := d.p.Session.View()
		if len(view.Compared) != 2 {
			t.Fatalf("compared are %q", view.Compared)
		}
		amended, _ := d.p.Session.Scenario(view.Compared[0])
		prior, _ := d.p.Session.Scenario(view.Compared[1])
		a, b := d.p.Book.Color(amended), d.p.Book.Color(prior)
		if blues := []string{preset.Color(0), preset.Color(5)}; a == b || a == blues[0] && b == blues[1] || a == blues[1] && b == blues[0] {
			t.Errorf("%s is %s, %s is %s", amended.Name, a, prior.Name, b)
		}
	}
}

// A month emptied is told as that, and is no copy of anything.
func TestEmptyingAMonthBesideOthers(t *testing.T) {
	d := sitDefault(t)
	d.Command("Amended against prior terms")
	name := "compare.february-2026.terms.otherClouds.from"
	d.Enter(name, "")
	if got, want := d.p.Session.UndoName(), "clear other clouds from"; got != want {
		t.Errorf("undo is %q, want %q", got, want)
	}
	if s, _ := d.p.Session.Scenario("february-2026"); !s.Terms.OtherClouds.From.IsZero() {
		t.Errorf("the month is %v", s.Terms.OtherClouds.From)
	}
	d.Command("Undo")
	if s, _ := d.p.Session.Scenario("february-2026"); s.Terms.OtherClouds.From != unit.NewMonth(2026, 5) {
		t.Errorf("undone, the month is %v", s.Terms.OtherClouds.From)
	}
	d.Press(fyne.KeyEscape)
}
