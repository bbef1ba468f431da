package ui

import (
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/preset"
)

func TestAPictureNamesWhoseFiguresItShows(t *testing.T) {
	published := workedCase() // the cap and 2027 by The Information
	changed := workedCase()
	changed.Terms.Share.Cap = 40e9
	bare := preset.New("bare", "Bare", preset.BlankOutlook(), preset.BlankTerms())
	other := workedCase()
	other.Sources = map[string]scenario.Source{
		"terms.share.rate":       {Value: scenario.NumberValue(0.2), Status: "confirmed", Publisher: "OpenAI"},
		"terms.share.from":       {Value: scenario.TextValue("2026-01"), Status: "estimate", Publisher: Name},
		"valuation.discountRate": {Value: scenario.NumberValue(0.1), Status: "estimate", Publisher: "Somebody"},
	}
	for want, scenarios := range map[string][]scenario.Scenario{
		"The Information; computed with Headroom":                      {published},
		"The Information, own figures; computed with Headroom":         {changed},
		"own figures; computed with Headroom":                          {bare},
		"OpenAI; computed with Headroom":                               {other},
		"The Information, OpenAI, own figures; computed with Headroom": {published, other, bare},
	} {
		if got := credits(scenarios); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	d := newDesk(t, published)
	d.command("Save picture…")
	if got := d.text("entry", "dialog.source"); !strings.HasPrefix(got, "The Information; ") {
		t.Errorf("offered is %q", got)
	}
}
