package xlsx

import (
	"strconv"

	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// A result is one of the figures that a scenario comes to.
type result int

const (
	resultReached result = iota
	resultPaid
	resultSaved
	resultNet
	resultValue
	resultValueSaved
	resultUsed
	resultHeadroom
	resultRevenue
	resultDue
	resultReverse
	resultEffective
	resultCount
)

var resultWords = [resultCount]string{
	resultReached: words.CapReached, resultPaid: words.Paid, resultSaved: words.Forgone, resultNet: words.Net,
	resultValue: words.PresentValue, resultValueSaved: words.PresentValueForgone, resultUsed: words.CapUsed,
	resultHeadroom: words.Headroom, resultRevenue: words.Revenue, resultDue: words.Due, resultReverse: words.Reverse,
	resultEffective: words.EffectiveRate,
}

// style returns how a result looks.
func (r result) style() style {
	switch r {
	case resultReached:
		return day
	case resultUsed, resultEffective:
		return percent
	}
	return money
}

// of returns a result as the engine has it.
func (r result) of(u *subject) any {
	t := u.p.Total
	switch r {
	case resultReached:
		if !t.Reached.Date.IsZero() {
			return cells.DaySerial(t.Reached.Date)
		}
		return words.ReachedDay(u.s, t)
	case resultUsed:
		return known(t.CapUsed())
	case resultEffective:
		return known(t.EffectiveRate())
	case resultHeadroom:
		if !t.Capped {
			return ""
		}
		return cells.Billions(t.Headroom)
	}
	return cells.Billions([resultCount]unit.Amount{
		resultPaid: t.Paid, resultSaved: t.Forgone, resultNet: t.Net, resultValue: t.PresentValue,
		resultValueSaved: t.PresentValueForgone, resultRevenue: t.Revenue, resultDue: t.Due, resultReverse: t.Reverse,
	}[r])
}

func known[Rate ~float64](rate Rate, is bool) any {
	if !is {
		return ""
	}
	return float64(rate)
}

// formula returns how a result follows from the months.
func (r result) formula(u *subject) string {
	sum := func(column int) string { return "SUM(" + u.column(column) + ")" }
	end := func(column int) string { return u.months.ref(column, u.monthsLast()) }
	switch r {
	case resultReached:
		return u.reachedFormula()
	case resultUsed:
		return "IF(" + u.terms[theCap] + ">0," + end(monthCounted) + "/" + u.terms[theCap] + `,"")`
	case resultEffective:
		return "IF(" + sum(monthRevenue) + `=0,"",` + sum(monthPaid) + "/" + sum(monthRevenue) + ")"
	case resultHeadroom:
		return end(monthHeadroom)
	}
	return sum([resultCount]int{
		resultPaid: monthPaid, resultSaved: monthSaved, resultNet: monthNet, resultValue: monthValue,
		resultValueSaved: monthValueSaved, resultRevenue: monthRevenue, resultDue: monthDue, resultReverse: monthReverse,
	}[r])
}

// reachedFormula says when the cap is reached: a day, or why there is none.
func (u *subject) reachedFormula() string {
	here := u.column(monthReaches)
	return "IF(" + u.terms[capped] + `=0,"no cap",IF(` + u.terms[reachedBefore] + "=1," + literal("before "+strconv.Itoa(u.s.FirstYear)) +
		",IF(SUM(" + here + `)=0,"not by "&` + u.terms[lastYear] + ",INDEX(" + u.column(monthDay) + ",MATCH(1," + here + ",0)))))"
}

// cent is what figures in billions may differ by and be the same.
const cent = "0.00000000001"
