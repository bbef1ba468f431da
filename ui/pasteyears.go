package ui

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/unit"
	"headroom/ui/field"
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
	text.Display(oneLine(strings.TrimSpace(p.app.Clipboard().Content())))
	preview := widget.NewLabel("")
	preview.Wrapping, preview.SizeName = fyne.TextWrapWord, theme.SizeNameCaptionText
	show := func(row string) {
		change, err := readYears(s, stream, row)
		switch {
		case err == nil:
			preview.SetText(change.words)
		case strings.TrimSpace(row) != "":
			preview.SetText(sentence(err))
		default:
			preview.SetText("")
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
		message: fmt.Sprintf("Revenue in billions or in whole dollars, or growth in percent, from %d on: a row or a column of a spreadsheet, or figures with spaces or semicolons between them.", s.FirstYear),
		fields:  []field.Inspectable{text},
		content: container.NewVBox(text, preview),
		onAccept: func() string {
			text.Commit()
			fault := text.ErrorText() // where it is set, the value is what was good before it
			change, err := readYears(s, stream, text.Value())
			if fault == "" && err != nil {
				fault = sentence(err)
			}
			if fault != "" {
				preview.SetText("") // it says the same
				return fault
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

// splitYears parts the figures of a row, or of a column.
func splitYears(row string) []string {
	return strings.FieldsFunc(row, func(r rune) bool { return r == '\t' || r == ';' || r == '\n' || r == '\r' || r == ' ' })
}

// oneLine writes a row or a column of a spreadsheet in one line, as the field has
// it.
func oneLine(row string) string {
	if !strings.ContainsAny(row, "\t\n\r") {
		return row
	}
	return strings.Join(splitYears(row), "; ")
}

// readYears reads a row of amounts or of percents.
func readYears(s scenario.Scenario, stream int, row string) (yearsChange, error) {
	cells := splitYears(row)
	years := s.LastYear - s.FirstYear + 1
	switch {
	case len(cells) == 0:
		return yearsChange{}, fmt.Errorf("there is nothing to fill in; give one figure a year, such as 30; 62; 113")
	case cells[0] == strconv.Itoa(s.FirstYear):
		return yearsChange{}, fmt.Errorf("%s is a year: give the figures alone", cells[0])
	case len(cells) > years:
		return yearsChange{}, fmt.Errorf("these are %d figures, but there are only %d years", len(cells), years)
	}
	for _, cell := range cells {
		if strings.Contains(cell, "%") != strings.Contains(cells[0], "%") {
			return yearsChange{}, fmt.Errorf("%s is of another kind than the rest: give amounts only, or percents only", unit.Quote(cell))
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
			err = fmt.Errorf("%s is below $0", amount.Brief())
		}
		if err != nil {
			return yearsChange{}, fmt.Errorf("%d: %w", year, err)
		}
		revenues = append(revenues, amount)
		words = append(words, strconv.Itoa(year)+" "+amount.Brief())
	}
	return yearsChange{edit.SetRevenues(s.ID, stream, s.FirstYear, revenues), strings.Join(words, ", ")}, nil
}
