package ui

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/ui/field"
)

// onPasteRates fills the entries of the prompt for rates by year from a table, of
// which the first is that of the scenario's first year. What has been typed into
// others stays.
func (p *Planner) onPasteRates(s scenario.Scenario, entries []*field.Number, filled func()) {
	standing := func(year int, _ block.Kind) string {
		if v := entries[year-s.FirstYear].Value(); !math.IsNaN(v) {
			return rate(v).Percent()
		}
		return "the rate of all years, " + s.Terms.Share.Rate.Percent()
	}
	for _, n := range entries {
		n.Commit()
	}
	p.askPaste(pasteTarget{
		title:   "Fill the rates from a row",
		message: "Share rates in percent: figures alone, or a table with its years. A cell left empty leaves its year as it is.",
		example: "20%; 18%; 15%",
		first:   s.FirstYear, last: s.LastYear, rates: true,
		stays: standing,
		keeps: func(year int, kind block.Kind) string { return "stays at " + standing(year, kind) },
		fill: func(_ block.Kind, figures []block.Figure) string {
			for _, f := range figures {
				if f.Known {
					entries[f.Period.Year()-s.FirstYear].Display(float64(f.Rate))
				}
			}
			filled()
			p.Prompts.Canvas.Focus(entries[0])
			return ""
		},
	})
}
