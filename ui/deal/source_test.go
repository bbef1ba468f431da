package deal

import (
	"strings"
	"testing"

	"headroom/scenario/edit"
)

func TestChipsSayWhereTermsComeFrom(t *testing.T) {
	p, v := atDeal(t)
	hints := map[string]string{}
	for _, chip := range v.table.Chips() {
		hints[chip.Name] = chip.Tooltip()
	}
	for name, want := range map[string]string{
		"deal.term.cap.source":     "Reported: The Information; May 11, 2026; A single source",
		"deal.term.agi.source":     "Confirmed: Microsoft and OpenAI; The next phase of the Microsoft-OpenAI partnership; Apr 27, 2026",
		"deal.term.reverse.source": "Confirmed: Microsoft and OpenAI",
		"deal.term.clouds.source":  "Confirmed: Microsoft and OpenAI",
		"deal.term.license.source": "Confirmed: Microsoft and OpenAI",
	} {
		if !strings.HasPrefix(hints[name], want) {
			t.Errorf("%s says %q, want %q", name, hints[name], want)
		}
	}
	p.Do(edit.SetCap("february-2026", 50e9))
	if got := v.table.Chips()[0].Tooltip(); !strings.HasPrefix(got, "Yours. Published as $38.00B") {
		t.Errorf("of a cap that was changed: %q", got)
	}
	p.Do(edit.RemoveCap("february-2026"))
	for _, chip := range v.table.Chips() {
		if chip.Name == "deal.term.cap.source" {
			t.Error("there is a row on the cap with none on either side")
		}
	}
}

func TestPressingAChipShowsBothSides(t *testing.T) {
	p, v := atDeal(t)
	for _, chip := range v.table.Chips() {
		if chip.Name == "deal.term.license.source" {
			chip.OnTapped()
		}
	}
	if p.Prompts.Name() != "deal-source" {
		t.Fatalf("the prompt shown is %q", p.Prompts.Name())
	}
	links := p.Prompts.All[0].Scrolled()
	if len(links) != 2 || !links[0].Visible() || !links[1].Visible() {
		t.Fatalf("%d links to what both sides say of exclusivity", len(links))
	}
}
