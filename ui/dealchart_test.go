package ui

import (
	"fmt"
	"testing"

	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
	"headroom/ui/chartview"
)

func TestWhatIsInForceMonthByMonth(t *testing.T) {
	spans := []plot.Span{
		{Row: "Share", Words: "20%", From: month(2026, 1), Through: month(2028, 11)},
		{Row: "Share", Words: "nothing left", From: month(2028, 12), Through: month(2030, 12)},
		{Row: "License", Words: "exclusive", From: month(2026, 1), Through: month(2026, 4)},
		{Row: "License", Words: "non-exclusive", From: month(2026, 5), Through: month(2032, 12)},
	}
	for _, c := range []struct {
		year, month    int
		share, license string
	}{
		{2026, 1, "20%", "exclusive"},
		{2026, 4, "20%", "exclusive"},
		{2026, 5, "20%", "non-exclusive"},
		{2028, 11, "20%", "non-exclusive"},
		{2028, 12, "nothing left", "non-exclusive"},
		{2030, 12, "nothing left", "non-exclusive"},
		{2031, 1, "none", "non-exclusive"},
		{2033, 1, "none", "none"},
	} {
		want := []chartview.TipRow{{Label: "Share", Value: c.share}, {Label: "License", Value: c.license}}
		if got := inForce(spans, month(c.year, c.month)); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d-%d: %v, want %v", c.year, c.month, got, want)
		}
	}
}

func TestLongWordsAreCutAtTheirFirstPart(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"non-exclusive since the amendment, models and products, through 2032", "non-exclusive since the amendment"},
		{"agreed through 2030, nothing left to pay", "agreed through 2030, nothing left to pay"}, // of 40 characters
		{"agreed through 2030, nothing is left to pay", "agreed through 2030"},
		{"new products ship on Azure six months before other clouds", "new products ship on Azure six months before other clouds"},
	} {
		if got := briefly(c.words); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestTheTimelineFollowsTheTermsChosen(t *testing.T) {
	p, v := atDeal(t)
	picture, ok := v.timeline()
	if !ok || picture.Subjects[0].Scenario.Terms.Preset != preset.AmendedTerms || picture.Deal.Prior.Preset != preset.PriorTerms {
		t.Errorf("%v from %q to %q", ok, picture.Deal.Prior.Preset, picture.Subjects[0].Scenario.Terms.Preset)
	}
	choose(t, v, false, "Prior, October 28, 2025")
	choose(t, v, true, "Amended, April 27, 2026")
	picture, _ = v.timeline()
	if total := picture.Subjects[0].Projection.Total; total.Capped || picture.Deal.Prior.Preset != preset.AmendedTerms {
		t.Error("the timeline is not that of the terms changed to")
	}
	saved, name := v.picture()
	if want := "What do these terms change? $76.4B in Microsoft's favor through 2030"; saved.Title != want || name != "February 2026 plan, deal" {
		t.Errorf("saved as %q with the title %q", name, saved.Title)
	}
	tip, _, ok := v.tell(month(2026, 1))
	if !ok || tip.Title != "January 2026" {
		t.Errorf("told of January 2026: %v", tip)
	}
	for p.session.Len() > 0 {
		p.doOnce(edit.DeleteScenario(p.session.At(0).ID))
	}
	if _, ok := v.timeline(); ok || v.drawn() != p.session.Revision() {
		t.Error("there is a timeline without a scenario")
	}
}
