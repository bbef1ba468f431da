package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/field"
	"headroom/ui/look"
)

// onPasteYears fills years from a row of a spreadsheet, after a preview.
func (p *Planner) onPasteYears() {
	p.commit()
	s, ok := p.selected()
	stream := p.plan.form.stream
	if !ok || stream < 0 || stream >= len(s.Outlook.Streams) {
		return
	}
	text := field.NewText("dialog.years", "30; 62; 113 or 60% 50% 40%")
	text.Display(strings.TrimSpace(p.app.Clipboard().Content()))
	preview := look.NewMuted("")
	preview.Yielding = true
	show := func(row string) {
		preview.SetText("")
		switch change, err := readYears(s, stream, row); {
		case err == nil:
			preview.SetText(change.words)
		case strings.TrimSpace(row) != "":
			preview.SetText(sentence(err))
		}
	}
	text.OnEdit = func(row string) error {
		_, err := readYears(s, stream, row)
		show(row)
		return err
	}
	typed := text.OnChanged
	text.OnChanged = func(row string) {
		typed(row)
		show(row)
	}
	show(text.Value())
	p.dialogs.show(prompt{
		name: "paste", title: "Fill the years from a row", accept: "Fill", first: text,
		message: fmt.Sprintf("Revenue in billions, or growth in percent, from %d on, parted by tabs, spaces or semicolons.", s.FirstYear),
		fields:  []field.Inspectable{text},
		content: container.NewVBox(text, preview),
		onAccept: func() string {
			text.Commit()
			if fault := text.ErrorText(); fault != "" { // not what was good before it
				return fault
			}
			change, err := readYears(s, stream, text.Value())
			if err != nil {
				return sentence(err)
			}
			return p.tryOnce(change.change)
		},
	})
}

// A yearsChange is what a pasted row would set, and the preview of it.
type yearsChange struct {
	change edit.Change
	words  string
}

// readYears reads a row of amounts or of percents.
func readYears(s scenario.Scenario, stream int, row string) (yearsChange, error) {
	cells := strings.FieldsFunc(row, func(r rune) bool { return r == '\t' || r == ';' || r == '\n' || r == '\r' || r == ' ' })
	years := s.LastYear - s.FirstYear + 1
	switch {
	case len(cells) == 0:
		return yearsChange{}, fmt.Errorf("there is nothing to fill in; give one figure a year, such as 30; 62; 113")
	case len(cells) > years:
		return yearsChange{}, fmt.Errorf("these are %d figures, but there are only %d years", len(cells), years)
	}
	for _, cell := range cells {
		if strings.Contains(cell, "%") != strings.Contains(cells[0], "%") {
			return yearsChange{}, fmt.Errorf("%q is of another kind than the rest: give amounts only, or percents only", cell)
		}
	}
	if strings.Contains(cells[0], "%") {
		return readGrowths(s, stream, cells)
	}
	return readRevenues(s, stream, cells)
}

func readGrowths(s scenario.Scenario, stream int, cells []string) (yearsChange, error) {
	var growths scenario.ByYear
	var words []string
	for i, cell := range cells {
		year := s.FirstYear + i
		growth, err := unit.ParseGrowth(cell, 0)
		if err != nil {
			return yearsChange{}, fmt.Errorf("%d: %w", year, err)
		}
		growths = growths.With(year, growth)
		words = append(words, strconv.Itoa(year)+" "+growth.Growth())
	}
	return yearsChange{edit.SetGrowths(s.ID, stream, growths), strings.Join(words, ", ")}, nil
}

func readRevenues(s scenario.Scenario, stream int, cells []string) (yearsChange, error) {
	var revenues []unit.Amount
	var words []string
	for i, cell := range cells {
		year := s.FirstYear + i
		amount, err := unit.ParseAmount(cell, unit.Billions)
		if err == nil && amount < 0 {
			err = fmt.Errorf("%s is below $0", amount.Headline())
		}
		if err != nil {
			return yearsChange{}, fmt.Errorf("%d: %w", year, err)
		}
		revenues = append(revenues, amount)
		words = append(words, strconv.Itoa(year)+" "+amount.Headline())
	}
	return yearsChange{edit.SetRevenues(s.ID, stream, s.FirstYear, revenues), strings.Join(words, ", ")}, nil
}
