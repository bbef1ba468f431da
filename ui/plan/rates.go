package plan

import (
	"fmt"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/field"
	"headroom/ui/format"
	"headroom/ui/inspect"
	"headroom/ui/look"
	"headroom/ui/prompt"
)

// ratesByYear asks for the rates of single years.
func ratesByYear(d *desk.Desk) {
	d.Commit()
	s, ok := d.Selected()
	if !ok {
		return
	}
	rows := container.NewVBox()
	var entries []*field.Number
	var named []inspect.Widget
	rates := format.Rate(0, 1)
	rates.None = "as all years"
	for year := s.FirstYear; year <= s.LastYear; year++ {
		n := field.NewNumber(fmt.Sprintf("dialog.rate.%d", year), rates)
		n.Display(math.NaN())
		if r, ok := s.Terms.Share.RatesByYear.Get(year); ok {
			n.Display(float64(r))
		}
		entries, named = append(entries, n), append(named, n)
		rows.Add(field.NewRow(look.NewColumns(look.Gap, 96, 120), field.NewLabel(strconv.Itoa(year)), n))
	}
	answer := desk.NewOutcome(d)
	show := func() {
		change, err := ratesChange(s, entries)
		if err != nil {
			answer.Say("") // it is being typed
			return
		}
		answer.Of(s, change)
	}
	for _, n := range entries {
		n.OnType = func(string) { show() }
		n.OnEdit = func(float64) error { // stepped by key, where nothing is typed
			show()
			return nil
		}
	}
	show()
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(0, min(rows.MinSize().Height, 320)))
	paste := look.NewLink("dialog.paste", "Paste a row…", func() { pasteRates(d, s, entries, show) })
	d.Prompts.Show(prompt.Prompt{
		Name: "rates", Title: "Share rate by year", Accept: "Apply", First: entries[0], Fields: append(named, paste),
		Content: container.NewVBox(scroll, container.NewHBox(paste), answer.Content),
		Message: fmt.Sprintf("A year left empty has the rate of all years, %s.", s.Terms.Share.Rate.Percent()),
		OnAccept: answer.OrRefusal(func() string {
			for _, n := range entries {
				if !n.Commit() {
					return n.ErrorText()
				}
			}
			change, err := ratesChange(s, entries)
			if err != nil {
				return words.Sentence(err)
			}
			return d.TryOnce(change)
		}),
	})
}

// ratesChange sets the rates by year that the fields hold, one a year from the
// first, or clears them where they are empty.
func ratesChange(s scenario.Scenario, entries []*field.Number) (edit.Change, error) {
	var changes []edit.Change
	for i, n := range entries {
		year := s.FirstYear + i
		v, err := n.Reading()
		switch {
		case err != nil:
			return edit.Change{}, err
		case math.IsNaN(v):
			changes = append(changes, edit.ClearRateOfYear(s.ID, year))
		default:
			changes = append(changes, edit.SetRateOfYear(s.ID, year, unit.Rate(v)))
		}
	}
	return edit.Group("set share rates by year", changes...), nil
}
