package xlsx

import (
	"math"

	"headroom/scenario"
	"headroom/scenario/compare"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/words"
)

// addCompare lays out the results of scenarios beside one another with what they
// differ by from the one that differences are measured from, and the inputs in which
// they differ.
func (b *book) addCompare() *sheet {
	s := &sheet{name: "Compare", widths: []float64{46, 18}, frozen: "B5", wide: true}
	s.put(1, 1, "Scenarios compared", title)
	s.put(1, 2, "Differences are from "+b.subjects[b.reference].s.Name+". Dates differ in days.", note)
	s.put(1, 4, "Result", headText)
	for i := range b.subjects {
		s.put(2+i, 4, b.subjects[i].s.Name, head)
		if i != b.reference {
			s.put(b.differenceColumn(i), 4, b.subjects[i].s.Name+", difference", head)
		}
	}
	for r := range resultCount {
		row := 5 + int(r)
		s.put(1, row, resultWords[r], plain)
		for i := range b.subjects {
			u := &b.subjects[i]
			s.compute(2+i, row, u.results[r], r.of(u), r.style())
			if i != b.reference {
				b.addDifference(s, r, i, row)
			}
		}
	}
	b.addDifferences(s, 7+int(resultCount))
	return s
}

// differenceColumn returns the column of the differences of a scenario that is not the
// reference.
func (b *book) differenceColumn(i int) int {
	if i > b.reference {
		i--
	}
	return 2 + len(b.subjects) + i
}

// addDifference lays out by how much a result of a scenario differs from the
// reference's, to a cent: the last digits of sums that are equal are no difference, which
// a spreadsheet would show as one of minus nothing.
func (b *book) addDifference(s *sheet, r result, i, row int) {
	from, this := at(2+b.reference, row), at(2+i, row)
	look := r.style()
	if r == resultReached {
		look = whole
	}
	value := any("")
	a, known := r.of(&b.subjects[b.reference]).(float64)
	if c, also := r.of(&b.subjects[i]).(float64); known && also {
		value = math.Round((c-a)*1e11)/1e11 + 0
	}
	s.compute(b.differenceColumn(i), row, "IF(AND(ISNUMBER("+from+"),ISNUMBER("+this+")),ROUND("+this+"-"+from+`,11)+0,"")`, value, look)
}

// addDifferences lays out the inputs in which scenarios differ when the workbook is
// made; their figures follow what is put in.
func (b *book) addDifferences(s *sheet, row int) {
	scenarios := make([]scenario.Scenario, len(b.subjects))
	for i := range b.subjects {
		scenarios[i] = b.subjects[i].s
	}
	found := compare.Inputs(scenarios, b.reference)
	s.put(1, row, "Inputs that differ", headText)
	for i := range b.subjects {
		s.put(2+i, row, b.subjects[i].s.Name, head)
	}
	if len(found) == 0 {
		s.put(1, row+1, "None.", plain)
	}
	for n, d := range found {
		at := row + 1 + n
		for i := range b.subjects {
			if d.Paths[i] == d.Path {
				s.put(1, at, words.Input(scenarios[i], d.Path), plain)
				break
			}
		}
		for i := range b.subjects {
			b.subjects[i].addDiffering(s, 2+i, at, d.Paths[i])
		}
	}
}

// addDiffering lays out what a scenario has in an input, which it may lack.
func (u *subject) addDiffering(s *sheet, column, row int, path string) {
	f, _ := field.At(path)
	cell := u.cells[path]
	if cell == "" {
		return
	}
	_, look := inputStyle(f.Kind)
	value := any("")
	if v, set := cells.Given(u.s, f); set {
		value = shownValue(f, v)
	}
	s.compute(column, row, "IF(ISBLANK("+cell+`),"",`+cell+")", value, look)
}
