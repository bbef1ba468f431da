package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/words"
)

// addAbout lays out what the workbook is, and what it does not do.
func (b *book) addAbout() *sheet {
	s := &sheet{name: "About", widths: []float64{24, 110}}
	s.put(1, 1, "About this workbook", title)
	row := 2
	add := func(name, text string) {
		row++
		s.put(1, row, name, heading)
		s.put(2, row, text, plain)
	}
	add("What it is", "What OpenAI pays to Microsoft under a cap, by the scenarios on the sheet Inputs. Every result is a formula; amounts are billions of US dollars.")
	add("Made by", about.Name+" "+about.Version)
	if b.Date != "" {
		add("Date", b.Date)
	}
	add("To change it", "Change the blue figures on the sheet Inputs. An empty cell says what its unit says of empty ones. Months are given as any day in them.")
	add("Actuals", fmt.Sprintf("Each stream has cells for the months and quarters up to %d quarters after its last actual. Empty ones are unknown, not zero.", cells.AheadQuarters))
	add("To send it back", "Save it as .xlsx and open it in Headroom, or drop it onto the window: what was changed becomes a scenario beside the old one, or takes its place. "+
		"On the command line: headroom-cli import FILE.xlsx --output FILE.headroom.json.")
	add("What goes with it", "The hidden sheet Sent carries the scenarios as they were sent, without their notes, to tell what has been changed. Rows and columns may be moved; the names of cells tell where the inputs are.")
	for i := range b.subjects {
		for _, said := range b.subjects[i].left() {
			add(b.subjects[i].s.Name, said)
		}
	}
	return s
}

// left says what of a scenario the workbook does not follow.
func (u *subject) left() []string {
	said := []string{fmt.Sprintf("The months go from %s to %s. The last year can be made an earlier one; a later one, other first years and other streams are for the planner.",
		u.s.FirstMonth().Long(), u.s.LastMonth().Long())}
	if years := u.yearsWithoutRows(); years != "" {
		said = append(said, "Growth and rates of years that no month is of are kept, and have no effect here: "+years+".")
	}
	if u.s.Uncertainty != nil {
		said = append(said, "What is uncertain is kept with the inputs; the workbook computes the plan alone.")
	}
	for _, w := range u.p.Warnings {
		said = append(said, words.Input(u.s, w.Path)+": "+w.Message+".")
	}
	return said
}

// yearsWithoutRows names the years beyond the horizon of which the inputs say
// something.
func (u *subject) yearsWithoutRows() string {
	found := map[int]bool{}
	for f := range field.Of(u.s) {
		if year := f.Year(); year != 0 && (year < u.s.FirstYear || year > u.s.LastYear) && !strings.HasPrefix(f.Path, "uncertainty.") {
			found[year] = true
		}
	}
	var years []string
	for year := scenario.MinYear; year <= scenario.MaxYear; year++ {
		if found[year] {
			years = append(years, strconv.Itoa(year))
		}
	}
	return strings.Join(years, ", ")
}
