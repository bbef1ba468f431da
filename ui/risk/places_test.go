package risk_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario/edit"
	"headroom/scenario/export"
	plotrisk "headroom/scenario/plot/risk"
	"headroom/scenario/preset"
)

// menu opens the menu of the place furthest to the right of a chart that has one, and
// returns what its first item does.
func (s *seat) menu(name string) func() {
	s.Helper()
	view := s.chart(name)
	size := view.Size()
	for x := size.Width - 1; x > 0; x -= 2 {
		view.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(x, size.Height/2)})
		for _, over := range s.desk.Window.Canvas().Overlays().List() {
			for _, o := range append(children(over), over) {
				if open, ok := o.(*widget.PopUpMenu); ok {
					do := reflect.ValueOf(open.Items[0]).Elem().FieldByName("Item").Interface().(*fyne.MenuItem).Action
					return func() { open.Hide(); do() }
				}
			}
		}
	}
	s.Fatalf("nowhere on %s is there a menu", name)
	return nil
}

// While a menu is open another run may be drawn, with fewer bars or quarters: asked why,
// what was pointed at is explained.
func TestAMenuExplainsWhatWasPointedAt(t *testing.T) {
	for _, c := range []struct {
		says, chart string
		change      edit.Change
	}{
		{"an amount that is paid no more", "risk.amounts", edit.RemoveUncertainty("february-2026")},
		{"a quarter that is gone", "risk.dates", edit.SetLastYear("february-2026", 2027)},
		{"a place of the fan that is gone", "risk.fan", edit.SetLastYear("february-2026", 2027)},
	} {
		t.Run(c.says, func(t *testing.T) {
			s := sit(t, "february-2026")
			s.menu(c.chart)()
			before := s.told()
			pick := s.menu(c.chart)
			s.desk.DoOnce(c.change)
			s.catchUp()
			pick()
			if after := s.told(); after != before {
				t.Errorf("it explains\n%s\nwant\n%s", after, before)
			}
		})
	}
}

// subjects names the scenarios of the picture of dates.
func (s *seat) subjects() string {
	s.Helper()
	s.view.ShowAs(export.View{Kind: plotrisk.KindDates, Risk: export.RiskView{Rising: true}})
	picture, _ := s.view.Picture()
	var names []string
	for _, of := range picture.Subjects() {
		names = append(names, of.Scenario.Name)
	}
	return strings.Join(names, ", ")
}

// Another file shows nothing of the one before it, not for a moment.
func TestAnotherFileShowsNothingOfTheFormer(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetCompared("february-2026", "april-2025"))
	s.catchUp()
	test.Tap(s.button("risk.dates.rising"))
	s.press("risk.fan", 0.6, 0.7)
	if got, want := s.subjects(), "February 2026 plan, April 2025 plan"; got != want {
		t.Fatalf("drawn are %q, want %q", got, want)
	}
	w := preset.Default()
	w.View.Selected, w.View.Compared = "february-2026", []string{"february-2026", "april-2025"}
	w.Scenarios = slices.Clone(w.Scenarios)
	for i := range w.Scenarios {
		w.Scenarios[i].Name += ", another file"
	}
	s.view.Forget()
	s.desk.Book.Clear()
	s.desk.Session.Replace(w)
	s.draw()
	if got, want := s.subjects(), "February 2026 plan, another file"; got != want {
		t.Errorf("drawn are %q, want %q", got, want)
	}
	for _, name := range []string{"risk.path.hide button", "risk.race table"} {
		if of, there := s.seen()[name]; there {
			t.Errorf("there still is %s, %q", name, of.Text)
		}
	}
	s.catchUp()
	if got, want := s.subjects(), "February 2026 plan, another file, April 2025 plan, another file"; got != want {
		t.Errorf("once it is raced drawn are %q, want %q", got, want)
	}
}

// What is not ticked any more has no curve, and none has two, before the next race is
// made.
func TestCurvesAreOfTheScenariosTickedNow(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetCompared("february-2026", "april-2025", "slump"))
	s.catchUp()
	all := s.subjects()
	if strings.Count(all, ",") != 2 {
		t.Fatalf("drawn are %q", all)
	}
	s.desk.DoOnce(edit.SetCompared("february-2026", "slump"))
	if got := s.subjects(); strings.Contains(got, "April 2025") {
		t.Errorf("drawn are %q although April is not ticked", got)
	}
	s.catchUp()
	s.desk.DoOnce(edit.Select("slump"))
	slump, _ := s.desk.Selected()
	if got := s.subjects(); strings.Count(got, slump.Name) != 1 {
		t.Errorf("drawn are %q", got)
	}
}

// Curves of the other scenarios are on the draws of the selected one.
func TestCurvesAreOnTheSameDraws(t *testing.T) {
	s := sit(t, "february-2026")
	s.desk.DoOnce(edit.SetCompared("february-2026", "april-2025"))
	s.catchUp()
	s.view.ShowAs(export.View{Kind: plotrisk.KindDates, Risk: export.RiskView{Rising: true}})
	curves := func() int {
		picture, _ := s.view.Picture()
		return len(picture.Subjects())
	}
	if got := curves(); got != 2 {
		t.Fatalf("%d curves are drawn, want 2", got)
	}
	for _, c := range []struct {
		what string
		do   func()
	}{
		{"of another seed", func() {
			s.view.ShowAs(export.View{Kind: plotrisk.KindDates, Risk: export.RiskView{Rising: true, Seed: 7}})
			s.view.Show()
		}},
		{"of the other scenario as it was", func() { s.desk.DoOnce(edit.SetCap("april-2025", 30e9)) }},
	} {
		c.do()
		if got := curves(); got != 1 {
			t.Errorf("%d curves are drawn, one %s", got, c.what)
		}
		s.catchUp()
		if got := curves(); got != 2 {
			t.Errorf("after a while %d curves are drawn, want 2", got)
		}
	}
}
