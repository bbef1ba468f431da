package plan

import (
	"fmt"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/desk"
	"headroom/ui/paste"
)

// onPasteYears fills the years of the stream in the form from a table.
func (f *form) onPasteYears() {
	d := f.desk
	d.Commit()
	s, ok := d.Selected()
	stream := f.stream
	if !ok || stream < 0 || stream >= len(s.Outlook.Streams) {
		return
	}
	target := paste.Target{
		Title:   "Fill the years from a row",
		Message: fmt.Sprintf("Revenue, or growth as percents or multiples, from %d on: figures alone, or a table with its years. A cell left empty leaves its year as it is.", s.FirstYear),
		Example: "30; 62; 113 or 60% 50% 40%",
		First:   s.FirstYear, Last: s.LastYear,
		Stays: func(year int, kind block.Kind) string { return standing(s, stream, year, kind) },
		Keeps: func(year int, _ block.Kind) string {
			return "keeps its growth, " + standing(s, stream, year, block.Percents)
		},
		Would: func(o *desk.Outcome, kind block.Kind, figures []block.Figure, aside string) {
			o.Work(func() desk.Finding {
				said := desk.Effect(s, fillYears(s, stream, kind, figures))
				if aside != "" {
					said += " " + aside
				}
				return desk.Finding{Words: said}
			})
		},
		Fill: func(kind block.Kind, figures []block.Figure) string {
			return d.TryOnce(fillYears(s, stream, kind, figures))
		},
	}
	if s.Outlook.Streams[stream].Launch == 0 {
		target.Base = s.FirstYear - 1
	}
	paste.Ask(d, target)
}

// standing says what a year of a stream has now.
func standing(s scenario.Scenario, stream, year int, kind block.Kind) string {
	if kind != block.Percents && kind != block.Multiples {
		return s.Revenue(stream, year).Brief()
	}
	if !s.Outlook.Streams[stream].Grows(year) {
		return "none"
	}
	growth, _ := s.Outlook.Streams[stream].Growth.Get(year)
	return growth.Growth()
}

// fillYears is the change that gives a stream the figures of its years. A year
// between others that has none keeps its revenue, or its growth where growth is
// given.
func fillYears(s scenario.Scenario, stream int, kind block.Kind, figures []block.Figure) edit.Change {
	if kind == block.Percents || kind == block.Multiples {
		var growths scenario.ByYear
		for _, f := range figures {
			if f.Known {
				growths = growths.With(f.Period.Year(), f.Rate)
			}
		}
		return edit.SetGrowths(s.ID, stream, growths)
	}
	for !figures[0].Known { // what comes before the first is not touched at all
		figures = figures[1:]
	}
	given := map[int]unit.Amount{}
	for _, f := range figures {
		given[f.Period.Year()] = f.Amount
		if !f.Known {
			given[f.Period.Year()] = s.Revenue(stream, f.Period.Year())
		}
	}
	first, last := figures[0].Period.Year(), figures[len(figures)-1].Period.Year()
	var revenues []unit.Amount
	for year := first; year <= last; year++ {
		revenue, ok := given[year]
		if !ok {
			revenue = s.Revenue(stream, year)
		}
		revenues = append(revenues, revenue)
	}
	return edit.SetRevenues(s.ID, stream, first, revenues)
}
