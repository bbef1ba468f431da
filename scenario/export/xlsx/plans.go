package xlsx

import (
	"strconv"

	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
)

// What is planned of a stream in a year, a column each.
const (
	planRevenue = iota
	planRoot    // of a month to the one before
	planSum     // the first twelve powers of the root, from 0 on
	planColumns
)

// planRow is the row of the heads of what is planned by year.
func (u *subject) planRow() int { return u.streamsRow() + streamRows + 1 }

// planColumn returns the column of what is planned of a stream.
func (u *subject) planColumn(what, stream int) int { return 2 + what*u.streamCount() + stream }

// planCells returns what is planned of a stream in all years.
func (u *subject) planCells(what, stream int) string {
	column := u.planColumn(what, stream)
	return u.years.refs(column, u.planRow()+1, column, u.planRow()+u.yearCount())
}

// planYears returns the years of what is planned.
func (u *subject) planYears() string {
	return u.years.refs(1, u.planRow()+1, 1, u.planRow()+u.yearCount())
}

// planCell returns what is planned of a stream in a year, counted from 0.
func (u *subject) planCell(what, stream, year int) string {
	return u.years.ref(u.planColumn(what, stream), u.planRow()+1+year)
}

// addPlans lays out what is planned of each stream by year.
func (u *subject) addPlans() {
	row := u.planRow()
	u.years.put(1, row, "The plan by year", headText)
	for i, st := range u.s.Outlook.Streams {
		u.years.put(u.planColumn(planRevenue, i), row, st.Name+", revenue", head)
		u.years.put(u.planColumn(planRoot, i), row, st.Name+", a month to the one before", head)
		u.years.put(u.planColumn(planSum, i), row, st.Name+", its first twelve powers", head)
	}
	for y := range u.yearCount() {
		u.years.put(1, row+1+y, float64(u.s.FirstYear+y), whole)
		for i := range u.s.Outlook.Streams {
			u.addPlan(y, i)
		}
	}
}

func (u *subject) addPlan(y, i int) {
	year, row := u.s.FirstYear+y, u.planRow()+1+y
	launch, base := u.cells[field.StreamPath(i, "launch")], u.cells[field.StreamPath(i, "base")]
	before := "IF(ISNUMBER(" + launch + "),0," + base + ")"
	if y > 0 {
		before = u.planCell(planRevenue, i, y-1)
	}
	now, name := u.planCell(planRevenue, i, y), strconv.Itoa(year)
	grown := before + "*(1+" + u.cells[field.StreamPath(i, "growth."+name)] + ")"
	u.years.compute(u.planColumn(planRevenue, i), row,
		"IF("+name+">"+u.terms[lastYear]+",0,IF(ISNUMBER("+launch+"),IF("+name+"<"+launch+",0,IF("+name+"="+launch+","+base+","+grown+")),"+grown+"))",
		cells.Billions(u.s.Revenue(i, year)), figure)

	root, sum := 1.0, 12.0
	if january := u.streams[i][12*y].Plan; january > 0 {
		root, sum = float64(u.streams[i][12*y+1].Plan/january), float64(u.s.Revenue(i, year)/january)
	}
	u.years.compute(u.planColumn(planRoot, i), row,
		"IF(OR("+u.terms[shapeEven]+"=1,"+before+"=0,"+now+"=0),1,("+now+"/"+before+")^(1/12))", root, factor)
	q := u.planCell(planRoot, i, y)
	u.years.compute(u.planColumn(planSum, i), row,
		"(1+"+q+")*(1+("+q+")^2)*(1+("+q+")^4+("+q+")^8)", sum, factor)
}
