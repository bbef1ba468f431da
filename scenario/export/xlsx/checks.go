package xlsx

// addChecks lays out what the planner says of each result beside what the workbook
// does.
func (b *book) addChecks() *sheet {
	s := &sheet{name: "Checks", widths: []float64{34, 26, 20}, frozen: "A7"}
	s.put(1, 1, "Checks", title)
	s.put(1, 2, "What the planner said when it wrote the workbook, beside what the workbook says now. "+
		"They differ once an input is changed, and only then.", note)
	s.put(1, 4, "All differences together", heading)
	for c, text := range []string{"Scenario", "Result", "Planner", "Workbook", "Difference", "Same to a cent"} {
		look := head
		if c < 2 {
			look = headText
		}
		s.put(c+1, 6, text, look)
	}
	row := 6
	for i := range b.subjects {
		u := &b.subjects[i]
		for r := range resultCount {
			row++
			s.put(1, row, u.s.Name, plain)
			s.put(2, row, resultWords[r], plain)
			planner := r.of(u)
			s.put(3, row, planner, r.style())
			s.compute(4, row, u.results[r], planner, r.style())
			said, is := at(3, row), at(4, row)
			s.compute(5, row, "IF(AND(ISNUMBER("+said+"),ISNUMBER("+is+")),"+is+"-"+said+",IF("+said+"="+is+",0,1))", 0.0, exact)
			s.compute(6, row, "IF(ABS("+at(5, row)+")<=MAX("+cent+`,IF(ISNUMBER(`+said+`),ABS(`+said+`)*0.000000000001,0)),"yes","no")`, "yes", plain)
		}
	}
	differences := span(5, 7, 5, row)
	s.compute(2, 4, "SUMIF("+differences+`,">0")-SUMIF(`+differences+`,"<0")`, 0.0, exact)
	s.compute(3, 4, `IF(SUMPRODUCT((`+span(6, 7, 6, row)+`="no")*1)=0,"none above a cent","see below")`, "none above a cent", plain)
	return s
}
