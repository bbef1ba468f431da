package deal

import (
	"fmt"
	"testing"

	"headroom/scenario/edit"
	"headroom/scenario/plot"
	"headroom/scenario/plot/timeline"
	"headroom/scenario/preset"
	"headroom/ui/chartview"
)

func TestWhatIsInForceMonthByMonth(t *testing.T) {
	spans := []timeline.Span{
		{Row: "Share", Brief: "20%", From: month(2026, 1), Through: month(2028, 11)},
		{Row: "Share", Brief: "nothing left", From: month(2028, 12), Through: month(2030, 12)},
		{Row: "License", Brief: "exclusive", From: month(2026, 1), Through: month(2026, 4)},
		{Row: "License", Brief: "non-exclusive", From: month(2026, 5), Through: month(2032, 12)},
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

func TestTheTimelineFollowsTheTermsChosen(t *testing.T) {
	p, v := atDeal(t)
	shown := func() plot.Deal {
		picture, _ := v.timeline()
		deal, _ := picture.Chart.(plot.Deal)
		return deal
	}
	deal := shown()
	if deal.Subject.Scenario.Terms.Preset != preset.AmendedTerms || deal.Prior.Preset != preset.PriorTerms {
		t.Errorf("from %q to %q", deal.Prior.Preset, deal.Subject.Scenario.Terms.Preset)
	}
	choose(t, v, false, "Prior, October 28, 2025")
	choose(t, v, true, "Amended, April 27, 2026")
	deal = shown()
	if total := deal.Subject.Projection.Total; total.Capped || deal.Prior.Preset != preset.AmendedTerms {
		t.Error("the timeline is not that of the terms changed to")
	}
	saved, name := v.Picture()
	if want := "What do these terms change? $76.4B in Microsoft's favor through 2030"; saved.Title != want || name != "February 2026 plan, deal" {
		t.Errorf("saved as %q with the title %q", name, saved.Title)
	}
	tip, _, ok := v.tell(month(2026, 1))
	if !ok || tip.Title != "January 2026" {
		t.Errorf("told of January 2026: %v", tip)
	}
	for p.Session.Len() > 0 {
		p.DoOnce(edit.DeleteScenario(p.Session.At(0).ID))
	}
	if _, ok := v.timeline(); ok || v.Drawn() != p.Session.Revision() {
		t.Error("there is a timeline without a scenario")
	}
}
