package plan

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/paste"
)

// pasteRates fills the entries of the prompt for rates by year from a table, of
// which the first is that of the scenario's first year. What has been typed into
// others stays.
func pasteRates(d *desk.Desk, s scenario.Scenario, entries []*field.Number, filled func()) {
	standing := func(year int, _ block.Kind) string {
		if v := entries[year-s.FirstYear].Value(); !math.IsNaN(v) {
			return unit.Rate(v).Percent()
		}
		return "the rate of all years, " + s.Terms.Share.Rate.Percent()
	}
	for _, n := range entries {
		n.Commit()
	}
	paste.Ask(d, paste.Target{
		Title:   "Fill the rates from a row",
		Message: "Share rates in percent: figures alone, or a table with its years. A cell left empty leaves its year as it is.",
		Example: "20%; 18%; 15%",
		First:   s.FirstYear, Last: s.LastYear, Rates: true,
		Stays: standing,
		Keeps: func(year int, kind block.Kind) string { return "stays at " + standing(year, kind) },
		Fill: func(_ block.Kind, figures []block.Figure) string {
			for _, f := range figures {
				if f.Known {
					entries[f.Period.Year()-s.FirstYear].Display(float64(f.Rate))
				}
			}
			filled()
			d.Prompts.Canvas.Focus(entries[0])
			return ""
		},
	})
}
