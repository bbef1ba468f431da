package xlsx

import (
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/statement"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// The columns of a statement.
const (
	statedQuarter = iota + 1
	statedFiscal
	statedKnown
	statedOpening
	statedRoom
	statedBase
	statedRate
	statedDue
	statedPaid
	statedUncounted
	statedSaved
	statedClosing
	statedHeadroom
	statedAgainstPlan
	statedStreams // the first of the streams, perStream columns each
)

// perStream is how many columns a stream has in a statement.
const perStream = 3

var statedHeads = [...]string{
	statedQuarter: "Quarter", statedFiscal: "Microsoft's fiscal quarter", statedKnown: "Known",
	statedOpening: "Opening, counted", statedRoom: "Room under the cap", statedBase: "Revenue shared", statedRate: "Rate",
	statedDue: words.Due, statedPaid: words.Paid, statedUncounted: "Of it not counted", statedSaved: words.Forgone,
	statedClosing: "Closing, counted", statedHeadroom: words.Headroom, statedAgainstPlan: "Paid against the plan",
}

// addStatement lays out what each quarter of each scenario comes to.
func (b *book) addStatement() *sheet {
	s := &sheet{name: "Statement", widths: []float64{14, 14, 13}, wide: true}
	s.put(1, 1, "Statement by quarter", title)
	s.put(1, 2, "Billions of US dollars. Opening and what is paid and counts are the closing balance. "+
		"The plan is the outlook as it was before any actual.", note)
	row := 4
	for i := range b.subjects {
		row = b.subjects[i].addStatement(s, row) + 2
	}
	return s
}

// addStatement lays out the quarters of a scenario, their sum and those of Microsoft's
// fiscal years, and returns the last row.
func (u *subject) addStatement(s *sheet, row int) int {
	s.put(1, row, u.s.Name, heading)
	row++
	for column := statedQuarter; column < statedStreams; column++ {
		look := head
		if column <= statedKnown {
			look = headText
		}
		s.put(column, row, statedHeads[column], look)
	}
	for i, st := range u.s.Outlook.Streams {
		s.put(statedStreams+perStream*i, row, st.Name+": revenue shared", head)
		s.put(statedStreams+perStream*i+1, row, st.Name+": earned and not shared", head)
		s.put(statedStreams+perStream*i+2, row, st.Name+": not allowed by the terms", head)
	}
	first := row + 1
	for n, q := range u.stated.Quarters {
		row++
		u.addQuarter(s, row, n, q)
	}
	last := row
	u.addStatedSum(s, last+1, "Total", u.stated.Quarters, first)
	row = last + 3
	s.put(1, row, "By Microsoft's fiscal year, July to June", headText)
	years, names := u.stated.Sums(statement.FiscalQuarters)
	from := 0
	for i, year := range years {
		row++
		through := from + int(year.Through-year.From+1)/3
		u.addStatedSum(s, row, names[i], u.stated.Quarters[from:through], first+from)
		from = through
	}
	return row
}

// addStatedSum lays out what quarters in a row, of which the first stands in a row of the
// sheet, come to together.
func (u *subject) addStatedSum(s *sheet, row int, name string, of []statement.Quarter, first int) {
	last, sum := first+len(of)-1, statement.Sum(of)
	s.put(statedQuarter, row, name, totalText)
	add := func(column int, value unit.Amount) {
		s.compute(column, row, "SUM("+span(column, first, column, last)+")", cells.Billions(value), total)
	}
	add(statedBase, sum.Base)
	add(statedDue, sum.Due)
	add(statedPaid, sum.Paid())
	add(statedUncounted, sum.Uncounted)
	add(statedSaved, sum.Saved)
	add(statedAgainstPlan, sum.Paid()-sum.Plan.Paid())
	for i, l := range sum.Streams {
		add(statedStreams+perStream*i, l.Base)
		add(statedStreams+perStream*i+1, l.Revenue-l.Base)
		add(statedStreams+perStream*i+2, l.Barred)
	}
	s.compute(statedOpening, row, at(statedOpening, first), cells.Billions(sum.Opening), total)
	s.compute(statedClosing, row, at(statedClosing, last), cells.Billions(sum.Closing), total)
}

// addQuarter lays out one quarter, counted from 0.
func (u *subject) addQuarter(s *sheet, row, n int, q statement.Quarter) {
	from := monthsFirst + 3*n
	months := func(column int) string { return u.months.refs(column, from, column, from+2) }
	sum := func(column int) string { return "SUM(" + months(column) + ")" }
	cell := func(column int) string { return at(column, row) }
	amount := func(column int, formula string, value unit.Amount) {
		s.compute(column, row, formula, cells.Billions(value), figure)
	}
	s.put(statedQuarter, row, q.Words(), plain)
	s.put(statedFiscal, row, q.FiscalWords(), plain)
	u.addKnown(s, row, n, q)
	opening := u.terms[countedBefore]
	if n > 0 {
		opening = u.months.ref(monthCounted, from-1)
	}
	amount(statedOpening, opening, q.Opening)
	room, headroom := any(cells.Billions(q.Room)), any(cells.Billions(q.Headroom))
	if !q.Capped {
		room, headroom = "", ""
	}
	s.compute(statedRoom, row, "IF("+u.terms[capped]+`=0,"",IF(`+u.terms[reachedBefore]+"=1,0,MAX(0,"+u.terms[theCap]+"-"+cell(statedOpening)+")))", room, figure)
	force := months(monthInForce)
	amount(statedBase, "SUMPRODUCT("+force+"*"+months(monthShared)+")", q.Base)
	s.compute(statedRate, row, u.months.ref(monthRate, from), float64(q.Rate), percent)
	amount(statedDue, sum(monthDue), q.Due)
	amount(statedPaid, sum(monthPaid), q.Paid())
	amount(statedUncounted, "SUMPRODUCT(("+months(monthDate)+"<"+u.terms[capFrom]+")*"+months(monthPaid)+")", q.Uncounted)
	amount(statedSaved, sum(monthSaved), q.Saved)
	amount(statedClosing, u.months.ref(monthCounted, from+2), q.Closing)
	s.compute(statedHeadroom, row, u.months.ref(monthHeadroom, from+2), headroom, figure)
	amount(statedAgainstPlan, cell(statedPaid)+"-"+sum(planPaid), q.Paid()-q.Plan.Paid())
	for i, l := range q.Streams {
		earned := u.streamColumn(earnedOf, i)
		shared := statedStreams + perStream*i
		amount(shared, u.streamCell(streamShared, i)+"*SUMPRODUCT("+force+"*"+months(earned)+")", l.Base)
		amount(shared+1, sum(earned)+"-"+cell(shared), l.Revenue-l.Base)
		amount(shared+2, sum(u.streamColumn(allowedOrNot, i))+"-"+sum(earned), l.Barred)
	}
}

// addKnown lays out what of a quarter is actual.
func (u *subject) addKnown(s *sheet, row, n int, q statement.Quarter) {
	through := u.terms[actualThrough]
	name := func(k int) string { return literal("actual to " + (q.From + unit.Month(k)).Month().String()[:3]) }
	first := 3*n + 1
	s.compute(statedKnown, row, "IF("+through+">="+number(float64(first+2))+`,"actual",IF(`+through+"="+number(float64(first+1))+","+name(1)+
		",IF("+through+"="+number(float64(first))+","+name(0)+`,"forecast")))`, q.Certainty(), plain)
}
