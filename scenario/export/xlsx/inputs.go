package xlsx

import (
	"slices"
	"strings"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
)

// The columns of the inputs.
const (
	inputName = iota + 1
	inputValue
	inputUnit
	inputSent
	inputChanged
	inputStatus
	inputSource
)

const inputsSheet = "Inputs"

// addInputs lays out the inputs of all scenarios, and notes where each is.
func (b *book) addInputs() *sheet {
	s := &sheet{name: inputsSheet, widths: []float64{42, 26, 30, 26, 11, 12, 60}, frozen: "C3", wide: true}
	s.put(1, 1, "Inputs", title)
	s.put(1, 2, "Change what is blue: every sheet follows. Months are given as any day in them. "+
		"Sent back, the workbook opens in Headroom with what was changed.", note)
	row := 4
	for i := range b.subjects {
		row = b.subjects[i].addInputs(b, s, row) + 2
	}
	return s
}

// addInputs lays out the inputs of one scenario from a row on, and returns the row of
// the last.
func (u *subject) addInputs(b *book, s *sheet, row int) int {
	s.put(inputName, row, u.s.Name, title)
	row++
	for column, text := range []string{"Input", "Value", "Unit", "As sent", "", "Status", "Source"} {
		look := headText
		if column == inputValue-1 || column == inputSent-1 {
			look = head
		}
		s.put(column+1, row, text, look)
	}
	before := ""
	for _, in := range cells.Inputs(u.place, u.s) {
		name := cells.SectionOf(in.Field).String()
		if i := in.Stream(); i >= 0 {
			name = "Stream: " + u.s.Outlook.Streams[i].Name
		}
		if name != before {
			row++
			s.put(inputName, row, name, heading)
			before = name
		}
		row++
		u.addInput(b, s, row, in)
	}
	return row
}

func (u *subject) addInput(b *book, s *sheet, row int, in cells.Input) {
	put, shown := inputStyle(in.Kind)
	value := any(nil)
	if in.Given {
		value = shownValue(in.Field, in.Value)
	}
	s.put(inputName, row, in.Words(u.s), plain)
	s.put(inputUnit, row, in.Unit(), note)
	s.put(inputSent, row, value, shown)
	u.cells[in.Path] = s.ref(inputValue, row)
	b.names = append(b.names, named{in.CellName(), s.ref(inputValue, row)})
	if in.Fixed() {
		s.put(inputValue, row, value, shown)
	} else {
		s.put(inputValue, row, value, put)
		s.rules = append(s.rules, taken(in, at(inputValue, row), u.optional(in)))
		is, was := at(inputValue, row), at(inputSent, row)
		s.compute(inputChanged, row, "IF(AND("+is+"="+was+",ISBLANK("+is+")=ISBLANK("+was+`)),"","changed")`, "", plain)
	}
	if source, found := u.sourceOf(in.Field); found {
		s.put(inputStatus, row, string(source.Status), plain)
		s.put(inputSource, row, credit(source), plain)
	}
}

// optional reports whether the cell of an input may be empty: where the input may be,
// or what it is a part of, such as a reverse share.
func (u *subject) optional(in cells.Input) bool {
	switch {
	case in.None != "", !in.Given:
		return true
	}
	switch cells.SectionOf(in.Field) {
	case cells.ReverseSection, cells.LicenseSection, cells.UncertaintySection:
		return true
	}
	return false
}

// sourceOf returns where a figure comes from; of growth, where the revenue of its
// year does.
func (u *subject) sourceOf(f field.Field) (scenario.Source, bool) {
	if source, found := field.SourceOf(u.s, f.Path); found {
		return source, true
	}
	return field.SourceOf(u.s, strings.Replace(f.Path, "].growth.", "].revenue.", 1))
}

// credit says who says so, in one line.
func credit(s scenario.Source) string {
	said := slices.DeleteFunc([]string{s.Publisher, s.Title, s.Date, s.URL}, func(part string) bool { return part == "" })
	return strings.Join(strings.Fields(strings.Join(said, ", ")), " ")
}

// sentSheet returns the hidden sheet with what was sent.
func sentSheet(parts []string) *sheet {
	s := &sheet{name: cells.SentSheet, widths: []float64{20}, hidden: true}
	s.put(1, 1, cells.SentMark, plain)
	for i, part := range parts {
		s.put(1, i+2, part, plain)
	}
	return s
}
