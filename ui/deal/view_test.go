package deal

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/desktest"
	"headroom/ui/inspect"
)

// sit sits down before the view, with the default workspace on its desk, at February's
// plan.
func sit(t testing.TB) (*desktest.Seat, *View) {
	t.Helper()
	var v *View
	d := desktest.Alone(t, desktest.AtFebruary(), func(d *desk.Desk) desk.View {
		v = New(d)
		return v
	})
	return d, v
}

// atDeal returns the desk and the view.
func atDeal(t testing.TB) (*desk.Desk, *View) {
	t.Helper()
	d, v := sit(t)
	return d.Desk, v
}

// cell returns the text of a cell of the table as it is copied; the row by the
// name of its term.
func cell(t testing.TB, v *View, term string, column int) string {
	t.Helper()
	for _, line := range strings.Split(v.table.Text(), "\n") {
		if cells := strings.Split(line, "\t"); cells[0] == term && column < len(cells) {
			return cells[column]
		}
	}
	t.Errorf("no row %q with a column %d in\n%s", term, column, v.table.Text())
	return ""
}

// choose chooses the terms of that name.
func choose(t testing.TB, v *View, prior bool, name string) {
	t.Helper()
	choice := v.amended
	if prior {
		choice = v.prior
	}
	s, _ := v.desk.Selected()
	_, names := v.sides.options(s)
	for i, other := range names {
		if other == name {
			choice.OnEdit(i)
			return
		}
	}
	t.Fatalf("no terms %q among %q", name, names)
}

func shown(c interface {
	Inspect() inspect.Node
},
) string {
	text := c.Inspect().Text
	return text
}

// TestWhatTheAmendmentChanged is as the facts say of the February plan: the cap
// 96.60 and the reverse share -20.22, net 76.38 in OpenAI's favor.
func TestWhatTheAmendmentChanged(t *testing.T) {
	_, v := atDeal(t)
	if v.answer.Content != "$76.4B in OpenAI's favor through 2030" || v.outlook.Content != "Management plan, February 2026" {
		t.Errorf("%q under %q", v.answer.Content, v.outlook.Content)
	}
	for _, want := range []string{
		"Term|Prior, October 28, 2025|Amended, April 27, 2026|Worth to OpenAI|Worth to Microsoft|Source",
		"Total cap|none|$38.0B|+$96.60B|−$96.60B|reported",
		"Share to Microsoft|20% until AGI is verified|20% through 2030, whatever AGI does|AGI is not verified under this outlook||confirmed",
		"Reverse share to OpenAI|20% of Azure resale|20% through Apr 2026, then none|−$20.22B|+$20.22B|confirmed",
		"Other clouds|API only on Azure until AGI|any cloud from May 2026, Azure first|no stream is sold through other clouds||confirmed",
		"License|exclusive until AGI, through 2032|non-exclusive through 2032|moves no payment||confirmed",
		"Net through 2030|||+$76.38B|−$76.38B|",
	} {
		if !strings.Contains(strings.ReplaceAll(v.table.Text(), "\t", "|"), want+"\n") {
			t.Errorf("no row %q in\n%s", want, v.table.Text())
		}
	}
}

func TestEditsAreSeenAtOnce(t *testing.T) {
	p, v := atDeal(t)
	p.Do(edit.SetCap("february-2026", 50e9)) // 134.6 due: 84.6 over the cap
	if got := cell(t, v, "Total cap", 3); got != "+$84.60B" {
		t.Errorf("the cap is worth %s", got)
	}
	if got := cell(t, v, "Total cap", 2); got != "$50.0B" {
		t.Errorf("the cap is said to be %s", got)
	}
	if got := cell(t, v, "Term", 2); got != "Terms of February 2026 plan" {
		t.Errorf("terms that were changed are called %s", got)
	}
	if got := cell(t, v, "Total cap", 5); got != "yours" {
		t.Errorf("a cap that was changed is %s", got)
	}
	p.Session.Undo()
	if got := cell(t, v, "Net through 2030", 3); got != "+$76.38B" {
		t.Errorf("after undo all terms are worth %s", got)
	}
	p.Do(edit.SetAGIVerified("february-2026", unit.NewMonth(2029, 6)))
	if v.outlook.Content != "Management plan, February 2026" || cell(t, v, "All AGI clauses", 3) == "" || cell(t, v, "All AGI clauses", 4) == "" {
		t.Errorf("with AGI: %q\n%s", v.outlook.Content, v.table.Text())
	}
	p.Do(edit.SetBase("february-2026", 0, 20e9))
	if v.outlook.Content != "Management plan, February 2026, changed" {
		t.Errorf("a changed outlook is called %q", v.outlook.Content)
	}
}

func TestTermsOfEitherSide(t *testing.T) {
	p, v := atDeal(t)
	sides := func(says, prior, amended string) {
		t.Helper()
		if shown(v.prior) != prior || shown(v.amended) != amended {
			t.Errorf("%s: %q to %q, want %q to %q", says, shown(v.prior), shown(v.amended), prior, amended)
		}
	}
	const before, after, own = "Prior, October 28, 2025", "Amended, April 27, 2026", "This scenario's own terms"
	sides("at first", before, own)
	p.Do(edit.Select("february-2026-prior"))
	sides("own terms that are the prior ones", before, after)
	if v.answer.Content != "$76.4B in OpenAI's favor through 2030" {
		t.Errorf("the same outlook with other terms of its own: %q", v.answer.Content)
	}
	choose(t, v, false, before)
	if v.answer.Content != "Nothing: both sides have the same terms" || strings.Count(v.table.Text(), "\n") != 1 {
		t.Errorf("the same on both sides: %q\n%s", v.answer.Content, v.table.Text())
	}
	choose(t, v, true, "Terms of February 2026 plan")
	sides("chosen", "Terms of February 2026 plan", before)
	if v.answer.Content != "$76.4B in Microsoft's favor through 2030" {
		t.Errorf("the other way around: %q", v.answer.Content)
	}
	p.Do(edit.SetCap("february-2026", 50e9))
	if got := cell(t, v, "Total cap", 1); got != "$50.0B" {
		t.Errorf("the terms of another scenario are not followed: %s", got)
	}
	p.Do(edit.Select("february-2026"))
	sides("terms of the scenario that is selected", own, before)
	p.Do(edit.Select("slump"))
	sides("and of one that is no more selected", "Terms of February 2026 plan", before)
	p.Do(edit.DeleteScenario("february-2026"))
	sides("and of one that is no more", before, before)
	for p.Session.Len() > 0 {
		p.Do(edit.DeleteScenario(p.Session.At(0).ID))
	}
	if v.whole.Visible() || !v.empty.Visible() {
		t.Error("without a scenario the view is not empty")
	}
	p.Session.Undo()
	if !v.whole.Visible() {
		t.Error("the view stays empty")
	}
}

func TestRevenueStandsInAColumnOfItsOwn(t *testing.T) {
	p, v := atDeal(t)
	flat := scenario.Stream{Name: "Clouds", Channel: scenario.ChannelOtherCloud, Base: 2.4e9, Shared: 1}
	for year := 2026; year <= 2030; year++ {
		flat.Growth = flat.Growth.With(year, 0)
	}
	p.Do(edit.AddStream("february-2026", flat))
	// 0.2 a month from May 2026 to December 2030.
	if head, got := cell(t, v, "Term", 5), cell(t, v, "Other clouds", 5); head != "Revenue allowed" || got != "+$11.20B" {
		t.Errorf("%q: %s", head, got)
	}
	if got := cell(t, v, "Net through 2030", 5); got != "not added in" {
		t.Errorf("in the last row stands %q", got)
	}
	p.Session.Undo()
	if got := cell(t, v, "Term", 5); got != "Source" {
		t.Errorf("without such revenue the column is %q", got)
	}
}

// TestTheDealIsComputedOnceAChange counts on changes of other scenarios to leave
// it alone.
func TestTheDealIsComputedOnceAChange(t *testing.T) {
	p, v := atDeal(t)
	terms := &v.book.deal.Terms[0]
	v.Show()
	p.Do(edit.SetCap("slump", 50e9))
	if terms != &v.book.deal.Terms[0] {
		t.Error("it is computed again without need")
	}
	p.Do(edit.SetCap("february-2026", 50e9))
	if terms == &v.book.deal.Terms[0] {
		t.Error("a change does not count")
	}
}

// BenchmarkShow brings the view to another cap in each round.
func BenchmarkShow(b *testing.B) {
	p, _ := atDeal(b)
	for i := 0; b.Loop(); i++ {
		p.Do(edit.SetCap("february-2026", unit.Amount(30e9+float64(i%1000)*1e6)))
	}
}
