package xlsx

import (
	"math"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// gather notes what the streams of a scenario earn by month, and what of it the
// shares apply to, as the engine says.
func (u *subject) gather() {
	u.shared = make([]unit.Amount, u.monthCount())
	u.resale = make([]unit.Amount, u.monthCount())
	u.planShared = make([]unit.Amount, u.monthCount())
	for i, st := range u.s.Outlook.Streams {
		months, part := u.s.StreamMonths(i), unit.Amount(st.Shared)
		u.streams = append(u.streams, months)
		from, ever := u.s.EarnsFrom(i)
		for k, m := range months {
			if st.Channel == scenario.ChannelAzure {
				u.resale[k] += part * m.Earned
				continue
			}
			u.shared[k] += part * m.Earned
			if ever && m.Month >= from {
				u.planShared[k] += part * m.Plan
			}
		}
	}
}

// factor returns by what the payments of a month count in present value.
func (u *subject) factor(m unit.Month) float64 {
	months := float64(m-u.s.AsOf()) + 1
	if months < 1 {
		return 0
	}
	return math.Pow(1+float64(u.s.Valuation.DiscountRate), -months/12)
}

// addStreamMonths lays out what the streams earn in a month.
func (u *subject) addStreamMonths(k int) {
	row := monthsFirst + k
	for i := range u.s.Outlook.Streams {
		u.addStreamMonth(k, row, i)
	}
}

func (u *subject) addStreamMonth(k, row, i int) {
	m := u.streams[i][k]
	cell := func(kind int) string { return at(u.streamColumn(kind, i), row) }
	add := func(kind int, formula string, value any) {
		u.months.compute(u.streamColumn(kind, i), row, formula, value, figure)
	}
	own := func(row int) string { return u.streamCell(row, i) }
	y := k / 12
	add(planOf, u.planCell(planRevenue, i, y)+"/"+u.planCell(planSum, i, y)+"*("+u.planCell(planRoot, i, y)+")^"+strconv.Itoa(k%12), cells.Billions(m.Plan))

	actual := any("")
	if m.Actual {
		actual = cells.Billions(m.Potential)
	}
	if formula := u.actualFormula(k, row, i); formula != "" {
		add(actualOf, formula, actual)
	}
	known, mark := m.Plan, 0.0
	if m.Actual {
		known, mark = m.Potential, float64(k+1)
	}
	u.months.compute(u.streamColumn(markOf, i), row, "IF(ISNUMBER("+cell(actualOf)+"),"+at(monthNumber, row)+",0)", mark, whole)
	add(knownOf, "IF(ISNUMBER("+cell(actualOf)+"),"+cell(actualOf)+","+cell(planOf)+")", cells.Billions(known))

	later := "IF(" + u.terms[ruleIsPace] + "=1," + own(streamPace) + "," + cell(planOf) + "*" + own(streamRatio) +
		"*IF(" + at(monthYear, row) + "=" + own(streamYear) + "," + own(streamRest) + ",1))"
	add(allowedOrNot, "IF("+at(monthYear, row)+">"+u.terms[lastYear]+",0,IF("+own(streamLast)+"=0,"+
		cell(planOf)+",IF("+at(monthNumber, row)+"<="+own(streamLast)+","+cell(knownOf)+","+later+")))", cells.Billions(m.Potential))
	add(earnedOf, "IF("+at(monthDate, row)+"<"+own(streamFrom)+",0,"+cell(allowedOrNot)+")", cells.Billions(m.Earned))
}

// actualFormula is what a stream has earned in a month, from the input that covers
// it; the empty text where none can.
func (u *subject) actualFormula(k, row, i int) string {
	m := u.p.Months[k].From
	p, found := u.covering(i, m)
	if !found {
		return ""
	}
	input := u.cells[field.StreamPath(i, "actuals."+p.String())]
	amount := input
	if p.Months > 1 {
		plan := u.streamColumn(planOf, i)
		first := row - int(m-p.First)
		sum := "SUM(" + at(plan, first) + ":" + at(plan, first+p.Months-1) + ")"
		amount = input + "*IF(" + sum + "<1E-109,1/" + strconv.Itoa(p.Months) + "," + at(plan, row) + "/" + sum + ")"
	}
	return "IF(AND(ISNUMBER(" + input + ")," + at(monthYear, row) + "<=" + u.terms[lastYear] + ")," + amount + `,"")`
}

// covering returns the period of a stream's inputs in which a month lies.
func (u *subject) covering(stream int, m unit.Month) (unit.Period, bool) {
	for _, p := range u.periods[stream] {
		if p.First <= m && m <= p.Last() {
			return p, true
		}
	}
	return unit.Period{}, false
}
