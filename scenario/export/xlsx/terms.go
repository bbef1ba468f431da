package xlsx

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/unit"
)

// A term is one of the figures that what a scenario gives comes to: a month with a
// clause applied, a default where a cell is empty.
type term string

const (
	lastYear       term = "Last year"
	shapeEven      term = "Revenue of a year is even over its months (1 or 0)"
	agi            term = "AGI verified (0 for never)"
	shareFrom      term = "Share paid from"
	shareThrough   term = "Share paid through, AGI considered"
	capped         term = "There is a cap (1 or 0)"
	theCap         term = "Total cap"
	capFrom        term = "Cap counts from"
	countedBefore  term = "Counted before"
	sliver         term = "A headroom below this is none"
	reachedBefore  term = "Cap reached before the first month (1 or 0)"
	reverseRate    term = "Reverse share"
	reverseFrom    term = "Reverse share paid from"
	reverseThrough term = "Reverse share paid through, AGI considered"
	cloudsOpen     term = "Other clouds open"
	leadMonths     term = "Azure lead in months"
	ruleIsPace     term = "After the actuals: hold the pace (1 or 0)"
	discount       term = "Discount rate"
	asOf           term = "Valued as of"
	actualThrough  term = "Actual through, month of the horizon (0 for none)"
)

// first row of what the terms come to, below the years and their chart.
func (u *subject) termsRow() int { return yearsFirst + u.yearCount() + 27 }

func (u *subject) yearCount() int  { return u.s.LastYear - u.s.FirstYear + 1 }
func (u *subject) monthCount() int { return 12 * u.yearCount() }

// addTerms lays out what the terms come to, on the sheet of years.
func (u *subject) addTerms() {
	row := u.termsRow()
	u.years.put(1, row, "The terms as the months use them", heading)
	add := func(t term, formula string, value any, look style) {
		if row++; look == month && value == 0.0 {
			look = whole // a day 0 would be shown as one of 1899
		}
		u.years.put(1, row, string(t), plain)
		u.years.compute(2, row, formula, value, look)
		u.terms[t] = u.years.ref(2, row)
	}
	in := func(path string) string { return u.cells[path] }
	s, share := u.s, u.s.Terms.Share

	add(lastYear, or(in("lastYear"), strconv.Itoa(s.LastYear)), float64(s.LastYear), whole)
	add(shapeEven, "IF("+in("outlook.shape")+"="+literal(scenario.ShapeEven.Words())+",1,0)", flag(s.Outlook.Shape == scenario.ShapeEven), whole)
	add(ruleIsPace, u.ruleIs(scenario.HoldPace, "1", "0"), flag(s.Outlook.AfterActuals == scenario.HoldPace), whole)
	add(agi, monthOr(in("outlook.agiVerified"), "0"), serialOr(s.Outlook.AGIVerified, 0), month)

	from, through := s.ShareWindow()
	add(shareFrom, monthOr(in("terms.share.from"), "0"), cells.Serial(from), month)
	add(shareThrough, u.endedByAGI("terms.share"), cells.Serial(through), month)

	add(capped, "IF(ISNUMBER("+in("terms.share.cap")+"),1,0)", flag(share.Capped), whole)
	add(theCap, or(in("terms.share.cap"), "0"), cells.Billions(share.Cap), money)
	starts := 0.0
	if share.Capped {
		starts = cells.Serial(share.CapStart())
	}
	add(capFrom, "IF("+u.terms[capped]+"=0,0,"+monthOr(in("terms.share.capFrom"), u.terms[shareFrom])+")", starts, month)
	add(countedBefore, or(in("terms.share.alreadyPaid"), "0"), cells.Billions(share.AlreadyPaid), money)
	add(sliver, "0.000000000005+"+u.terms[theCap]+"*0.000000000001", 5e-12+cells.Billions(share.Cap)*1e-12, exact)
	add(reachedBefore, "IF(AND("+u.terms[capped]+"=1,"+u.terms[theCap]+"-"+u.terms[countedBefore]+"<"+u.terms[sliver]+"),1,0)",
		flag(u.p.Total.Reached.Before), whole)

	reverse := s.Terms.Reverse
	if reverse == nil {
		reverse = &scenario.Reverse{}
	}
	_, ends := s.ReverseWindow()
	add(reverseRate, or(in("terms.reverse.rate"), "0"), float64(reverse.Rate), percent)
	add(reverseFrom, monthOr(in("terms.reverse.from"), "0"), serialOr(reverse.From, 0), month)
	add(reverseThrough, u.endedByAGI("terms.reverse"), serialOr(ends, 0), month)

	next := "DATE(YEAR(" + u.terms[agi] + "),MONTH(" + u.terms[agi] + ")+1,1)"
	add(cloudsOpen, "MIN("+monthOr(in("terms.otherClouds.from"), strconv.Itoa(cells.Never))+
		",IF(AND("+in("terms.otherClouds.opensAtAGI")+`="yes",`+u.terms[agi]+">0),"+next+","+strconv.Itoa(cells.Never)+"))", u.opens(), month)
	add(leadMonths, or(in("terms.otherClouds.azureLeadMonths"), "0"), float64(s.Terms.OtherClouds.AzureLeadMonths), whole)
	add(discount, or(in("valuation.discountRate"), "0"), float64(s.Valuation.DiscountRate), percent)
	add(asOf, monthOr(in("valuation.asOf"), number(cells.Serial(s.FirstMonth()))), cells.Serial(s.AsOf()), month)
	u.addStreams()
	row = u.streamsEnd()
	add(actualThrough, u.throughFormula(), u.monthIndex(u.p.ActualsThrough), whole)
}

// opens returns the day on which other clouds open whatever a stream needs besides.
func (u *subject) opens() float64 {
	clouds := u.s.Terms.OtherClouds
	opens := serialOr(clouds.From, cells.Never)
	if clouds.OpensAtAGI && !u.s.Outlook.AGIVerified.IsZero() {
		opens = min(opens, cells.Serial(u.s.Outlook.AGIVerified+1))
	}
	return opens
}

// endedByAGI is the last month of a share, which AGI may end early.
func (u *subject) endedByAGI(share string) string {
	through := monthOr(u.cells[share+".through"], "0")
	return "IF(AND(" + u.cells[share+".endsAtAGI"] + `="yes",` + u.terms[agi] + ">0),MIN(" + through + "," + u.terms[agi] + ")," + through + ")"
}

// ruleIs is a formula of two, by whether a rule holds after the actuals.
func (u *subject) ruleIs(rule scenario.AfterActuals, then, otherwise string) string {
	return "IF(" + u.cells["outlook.afterActuals"] + "=" + literal(rule.Words()) + "," + then + "," + otherwise + ")"
}

// monthIndex returns the place of a month in the horizon, counted from 1; 0 for none.
func (u *subject) monthIndex(m unit.Month) float64 {
	if m.IsZero() {
		return 0
	}
	return float64(m-u.s.FirstMonth()) + 1
}

// or is the number in a cell, or something else where it holds none.
func or(cell, otherwise string) string {
	return "IF(ISNUMBER(" + cell + ")," + cell + "," + otherwise + ")"
}

// monthOr is the first day of the month in a cell, or something else where it holds
// none.
func monthOr(cell, otherwise string) string {
	return "IF(ISNUMBER(" + cell + "),DATE(YEAR(" + cell + "),MONTH(" + cell + "),1)," + otherwise + ")"
}

func serialOr(m unit.Month, otherwise float64) float64 {
	if m.IsZero() {
		return otherwise
	}
	return cells.Serial(m)
}

func number(v float64) string { return decimals(v) }
