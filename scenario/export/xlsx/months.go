package xlsx

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// The columns of the months.
const (
	monthDate = iota + 1
	monthYear
	monthNumber // its place in the horizon, from 1
	monthKnown
	monthRevenue
	monthShared // what of it the share applies to
	monthResale // what the reverse share applies to
	monthRate
	monthInForce // whether the share is
	monthDue
	monthPaid
	monthCounted
	monthHeadroom
	monthSaved
	monthReverse
	monthNet
	monthDiscount
	monthValue      // present value of what is paid
	monthValueSaved // and of what is saved
	monthReaches    // whether the cap is reached in it
	monthReached    // whether it has been by its end
	monthDay        // on which it is
	planShared      // by the plan alone, without actuals
	planDue
	planPaid
	planCounted
	planReached
	monthStreams // the first of the streams
)

// What the months have of each stream, a column each.
const (
	planOf   = iota
	actualOf // empty where there is none
	markOf   // the place of the month where there is one, and else 0
	knownOf  // the actual, or else what is planned
	allowedOrNot
	earnedOf
)

var streamKinds = [...]string{planOf: "plan", actualOf: "actual", markOf: "no. where actual", knownOf: "actual or plan", allowedOrNot: "earned if allowed", earnedOf: "earned"}

// monthsFirst is the row of the first month.
const monthsFirst = 5

func (u *subject) monthsLast() int { return monthsFirst + u.monthCount() - 1 }

// column returns all months of a column.
func (u *subject) column(column int) string {
	return u.months.refs(column, monthsFirst, column, u.monthsLast())
}

func (u *subject) numbers() string    { return u.column(monthNumber) }
func (u *subject) monthYears() string { return u.column(monthYear) }

func (u *subject) streamColumn(kind, stream int) int {
	return monthStreams + kind*u.streamCount() + stream
}

// monthsOf returns all months of a stream.
func (u *subject) monthsOf(kind, stream int) string { return u.column(u.streamColumn(kind, stream)) }

var monthHeads = [...]string{
	monthDate: "Month", monthYear: "Year", monthNumber: "No.", monthKnown: "Known",
	monthRevenue: words.Revenue, monthShared: "Revenue shared", monthResale: "Resale shared", monthRate: "Rate",
	monthInForce: "Share in force", monthDue: words.Due, monthPaid: words.Paid, monthCounted: words.Cumulative,
	monthHeadroom: words.Headroom, monthSaved: words.Forgone, monthReverse: words.Reverse, monthNet: words.Net,
	monthDiscount: "Discount factor", monthValue: words.PresentValue, monthValueSaved: words.PresentValueForgone,
	monthReaches: "Cap reached in it", monthReached: "Cap reached by then", monthDay: "Day",
	planShared: "By the plan: revenue shared", planDue: "By the plan: share before the cap", planPaid: "By the plan: paid",
	planCounted: "By the plan: counted", planReached: "By the plan: cap reached by then",
}

// addMonths lays out what follows month by month.
func (u *subject) addMonths() {
	s := u.months
	s.widths, s.frozen, s.wide = []float64{12, 8, 7, 10, 13}, "B5", true
	s.put(1, 1, u.s.Name+": month by month", title)
	s.put(1, 2, "Billions of US dollars. Months beyond the last year of the inputs earn nothing.", note)
	for column := monthDate; column < monthStreams; column++ {
		s.put(column, monthsFirst-1, monthHeads[column], head)
	}
	for i, st := range u.s.Outlook.Streams {
		for kind, what := range streamKinds {
			s.put(u.streamColumn(kind, i), monthsFirst-1, st.Name+", "+what, head)
		}
	}
	for k := range u.p.Months {
		u.addMonth(k)
		u.addPlanned(k)
		u.addStreamMonths(k)
	}
}

// addMonth lays out what is due and paid in a month, counted from 0.
func (u *subject) addMonth(k int) {
	row, m := monthsFirst+k, u.p.Months[k]
	cell := func(column int) string { return at(column, row) }
	add := func(column int, formula string, value any, look style) {
		u.months.compute(column, row, formula, value, look)
	}
	amount := func(column int, formula string, value unit.Amount) {
		add(column, formula, cells.Billions(value), figure)
	}
	share := u.s.Terms.Share
	from, through := u.s.ShareWindow()

	u.months.put(monthDate, row, cells.Serial(m.From), month)
	u.months.put(monthYear, row, float64(m.From.Year()), whole)
	u.months.put(monthNumber, row, float64(k+1), whole)
	known := "forecast"
	if m.From <= u.p.ActualsThrough {
		known = "actual"
	}
	add(monthKnown, "IF("+cell(monthNumber)+"<="+u.terms[actualThrough]+`,"actual","forecast")`, known, plain)

	amount(monthRevenue, u.overStreams(streamOwn, u.earned(row)), m.Revenue)
	amount(monthShared, u.overStreams(streamShared, u.earned(row)), u.shared[k])
	amount(monthResale, u.overStreams(streamResale, u.earned(row)), u.resale[k])
	year := u.cells["terms.share.ratesByYear."+strconv.Itoa(m.From.Year())]
	add(monthRate, or(year, u.cells["terms.share.rate"]), float64(share.RateIn(m.From.Year())), percent)
	add(monthInForce, u.between(cell(monthDate), shareFrom, shareThrough), flag(m.From >= from && m.From <= through), whole)
	amount(monthDue, cell(monthRate)+"*"+cell(monthShared)+"*"+cell(monthInForce), m.Due)
	u.addPayment(k, u.p, [...]int{monthDue, monthPaid, monthCounted, monthReached})
	headroom := any(cells.Billions(m.Headroom))
	if !share.Capped {
		headroom = ""
	}
	add(monthHeadroom, "IF("+u.terms[capped]+`=0,"",IF(`+u.terms[reachedBefore]+"=1,0,MAX(0,"+u.terms[theCap]+"-"+cell(monthCounted)+")))", headroom, figure)
	amount(monthSaved, "MAX(0,"+cell(monthDue)+"-"+cell(monthPaid)+")", m.Forgone)
	amount(monthReverse, u.terms[reverseRate]+"*"+cell(monthResale)+"*"+u.between(cell(monthDate), reverseFrom, reverseThrough), m.Reverse)
	amount(monthNet, cell(monthPaid)+"-"+cell(monthReverse), m.Net)
	u.addValue(k)
	u.addReached(k)
}

// addPayment lays out what is paid of what is due, and what then counts, in the
// columns for what is due, paid and counted, and whether the cap is reached.
func (u *subject) addPayment(k int, p scenario.Projection, columns [4]int) {
	row, m := monthsFirst+k, p.Months[k]
	due, counted := at(columns[0], row), u.terms[countedBefore]
	done := u.terms[reachedBefore]
	if k > 0 {
		counted, done = at(columns[2], row-1), at(columns[3], row-1)
	}
	left := u.terms[theCap] + "-" + counted
	uncounted := at(monthDate, row) + "<" + u.terms[capFrom]
	free := "OR(" + u.terms[capped] + "=0," + uncounted + "," + left + "-" + due + ">=" + u.terms[sliver] + ")"
	u.months.compute(columns[1], row, "IF("+free+","+due+",IF(OR("+done+"=1,"+due+"<=0),0,"+left+"))", cells.Billions(m.Paid), figure)
	reaches := "AND(" + u.terms[capped] + "=1,NOT(" + uncounted + ")," + done + "=0," + due + ">0," + left + "-" + due + "<" + u.terms[sliver] + ")"
	u.months.compute(columns[2], row, "IF(AND("+u.terms[capped]+"=1,"+uncounted+"),"+counted+",IF("+reaches+","+u.terms[theCap]+","+
		counted+"+"+at(columns[1], row)+"))", cells.Billions(m.Cumulative), figure)
	reached := p.Total.Reached
	u.months.compute(columns[3], row, "IF(OR("+done+"=1,"+reaches+"),1,0)",
		flag(reached.Before || !reached.Date.IsZero() && reached.Date.Month <= m.From), whole)
}

// addReached lays out whether the cap is reached in a month, and on which day.
func (u *subject) addReached(k int) {
	row, m, date := monthsFirst+k, u.p.Months[k].From, u.p.Total.Reached.Date
	cell := func(column int) string { return at(column, row) }
	before := u.terms[reachedBefore]
	if k > 0 {
		before = at(monthReached, row-1)
	}
	here := !date.IsZero() && date.Month == m
	u.months.compute(monthReaches, row, cell(monthReached)+"-"+before, flag(here), whole)
	days := "DAY(DATE(" + cell(monthYear) + ",MONTH(" + cell(monthDate) + ")+1,0))"
	on := any("")
	if here {
		on = cells.DaySerial(date)
	}
	u.months.compute(monthDay, row, "IF("+cell(monthReaches)+"=1,"+cell(monthDate)+"+MIN(INT(MIN(1,"+cell(monthPaid)+"/"+cell(monthDue)+
		")*"+days+"+0.000001)+1,"+days+`)-1,"")`, on, day)
}

// addValue lays out what the payments of a month are worth.
func (u *subject) addValue(k int) {
	row, m := monthsFirst+k, u.p.Months[k]
	cell := func(column int) string { return at(column, row) }
	value := u.terms[asOf]
	months := "(" + cell(monthYear) + "-YEAR(" + value + "))*12+MONTH(" + cell(monthDate) + ")-MONTH(" + value + ")+1"
	f := u.factor(m.From)
	u.months.compute(monthDiscount, row, "IF("+cell(monthDate)+"<"+value+",0,1/((1+"+u.terms[discount]+")^(("+months+")/12)))", f, factor)
	u.months.compute(monthValue, row, cell(monthPaid)+"*"+cell(monthDiscount), cells.Billions(m.Paid)*f, figure)
	u.months.compute(monthValueSaved, row, cell(monthSaved)+"*"+cell(monthDiscount), cells.Billions(m.Forgone)*f, figure)
}

// addPlanned lays out what would be due and paid in a month by the plan alone.
func (u *subject) addPlanned(k int) {
	row, m := monthsFirst+k, u.plan.Months[k]
	due := at(planShared, row) + "*" + at(monthRate, row) + "*" + at(monthInForce, row)
	allowed := ""
	if u.streamCount() > 0 {
		allowed = "(" + at(monthDate, row) + ">=" + u.streamCells(streamFrom) + ")*" +
			at(u.streamColumn(planOf, 0), row) + ":" + at(u.streamColumn(planOf, u.streamCount()-1), row)
	}
	u.months.compute(planShared, row, u.overStreams(streamShared, allowed), cells.Billions(u.planShared[k]), figure)
	u.months.compute(planDue, row, due, cells.Billions(m.Due), figure)
	u.addPayment(k, u.plan, [...]int{planDue, planPaid, planCounted, planReached})
}

// overStreams is the sum over the streams of what is in a row for each, times what
// each comes to.
func (u *subject) overStreams(row int, cells string) string {
	if u.streamCount() == 0 {
		return "0"
	}
	return "SUMPRODUCT(" + u.streamCells(row) + "*" + cells + ")"
}

// earned returns what all streams earn in the month of a row.
func (u *subject) earned(row int) string {
	if u.streamCount() == 0 {
		return ""
	}
	return at(u.streamColumn(earnedOf, 0), row) + ":" + at(u.streamColumn(earnedOf, u.streamCount()-1), row)
}

// between is 1 where a month lies between two, both included, and else 0.
func (u *subject) between(month string, from, through term) string {
	return "IF(AND(" + month + ">=" + u.terms[from] + "," + month + "<=" + u.terms[through] + "),1,0)"
}
