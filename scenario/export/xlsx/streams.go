package xlsx

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/cells"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// The rows of what each stream comes to, one stream a column from the second on.
const (
	streamOwn    = iota + 1 // OpenAI's own, and not Microsoft's resale
	streamShared            // the part of it that the share applies to
	streamResale            // the part of it that the reverse share applies to
	streamFrom              // first day on which the terms allow it
	streamLast              // last actual, as the place of its month
	streamYear              // the year of that
	streamRest              // of the months that are left of that year, to their plan
	streamRatio             // of all later months to their plan
	streamPace              // of all later months, a month
	streamEarly             // the last actual of what counts for "actual through"
	streamBlocks            // what is planned by then of a stream without actuals
	streamRows
)

var streamWords = [streamRows]string{
	streamOwn: "OpenAI's own (1) or Microsoft's resale (0)", streamShared: "Part under the share",
	streamResale: "Part under the reverse share", streamFrom: "Allowed from",
	streamLast: "Last actual, month of the horizon (0 for none)", streamYear: "Year of the last actual",
	streamRest: "Rest of that year, to its plan", streamRatio: "Later months, to their plan",
	streamPace: "Pace held, $ billion a month", streamEarly: "Considered for “actual through”",
	streamBlocks: "Planned by then without any actual",
}

// far stands for the place of no month.
const far = 99999

func (u *subject) streamCount() int { return len(u.s.Outlook.Streams) }

// streamsRow is the row of the names of streams.
func (u *subject) streamsRow() int { return u.termsRow() + 21 }

// streamsEnd is the last row of what each stream comes to, by year too.
func (u *subject) streamsEnd() int { return u.planRow() + u.yearCount() + 1 }

// streamCell returns the cell with what a stream comes to.
func (u *subject) streamCell(row, stream int) string {
	return u.years.ref(2+stream, u.streamsRow()+row)
}

// streamCells returns the cells with what all streams come to.
func (u *subject) streamCells(row int) string {
	at := u.streamsRow() + row
	return u.years.refs(2, at, 1+u.streamCount(), at)
}

// addStreams lays out what each stream comes to, and its plan by year.
func (u *subject) addStreams() {
	row := u.streamsRow()
	u.years.put(1, row, "The streams as the months use them", headText)
	for i := range streamRows - 1 {
		u.years.put(1, row+i+1, streamWords[i+1], plain)
	}
	for i := range u.s.Outlook.Streams {
		u.years.put(2+i, row, u.s.Outlook.Streams[i].Name, head)
		u.addStream(i)
	}
	u.addPlans()
}

func (u *subject) addStream(i int) {
	st := &u.s.Outlook.Streams[i]
	in := func(name string) string { return u.cells[field.StreamPath(i, name)] }
	own := func(row int) string { return u.streamCell(row, i) }
	add := func(row int, formula string, value float64, look style) {
		if look == month && value == 0 {
			look = whole // a day 0 would be shown as one of 1899
		}
		u.years.compute(2+i, u.streamsRow()+row, formula, value, look)
	}
	isOwn, shared := flag(st.Channel != scenario.ChannelAzure), float64(st.Shared)
	add(streamOwn, "IF("+in("channel")+"="+literal(scenario.ChannelAzure.Words())+",0,1)", isOwn, whole)
	add(streamShared, own(streamOwn)+"*"+in("shared"), isOwn*shared, percent)
	add(streamResale, "(1-"+own(streamOwn)+")*"+in("shared"), (1-isOwn)*shared, percent)

	opens := "MAX(" + u.terms[cloudsOpen] + ",IF(ISNUMBER(" + in("launch") + "),DATE(" + in("launch") + ",1,1),0))"
	add(streamFrom, "IF("+in("channel")+"<>"+literal(scenario.ChannelOtherCloud.Words())+",0,IF("+u.terms[cloudsOpen]+"="+strconv.Itoa(cells.Never)+
		","+strconv.Itoa(cells.Never)+",DATE(YEAR("+opens+"),MONTH("+opens+")+"+u.terms[leadMonths]+",1)))", u.earnsFrom(i), month)
	u.addContinuation(i, add)

	last := u.monthIndex(u.s.LastActual(i))
	early := float64(far)
	if isOwn == 1 && last > 0 {
		early = last
	}
	add(streamEarly, "IF(AND("+own(streamOwn)+"=1,"+own(streamLast)+">0),"+own(streamLast)+","+strconv.Itoa(far)+")", early, whole)
	first, planned := u.earliest(), 0.0
	if isOwn == 1 && last == 0 {
		planned = u.plannedThrough(i, int(first))
	}
	add(streamBlocks, "IF(AND("+own(streamOwn)+"=1,"+own(streamLast)+"=0),SUMPRODUCT(("+u.numbers()+"<=MIN("+u.streamCells(streamEarly)+"))*"+
		u.monthsOf(planOf, i)+"),0)", planned, figure)
}

// addContinuation lays out how a stream goes on after its last actual.
func (u *subject) addContinuation(i int, add func(row int, formula string, value float64, look style)) {
	own := func(row int) string { return u.streamCell(row, i) }
	plan, actual, mark, known := u.monthsOf(planOf, i), u.monthsOf(actualOf, i), u.monthsOf(markOf, i), u.monthsOf(knownOf, i)
	c, found := u.s.Continuation(i)
	rest, ratio, pace, last, year := 1.0, 1.0, 0.0, 0.0, 0.0
	if found {
		rest, ratio, pace = c.Rest, c.Ratio, cells.Billions(c.Pace)/12
		last, year = u.monthIndex(c.Last), float64(c.Last.Year())
	}
	number, years := u.numbers(), u.monthYears()
	add(streamLast, "MAX("+mark+")", last, whole)
	add(streamYear, "IF("+own(streamLast)+"=0,0,"+strconv.Itoa(u.s.FirstYear)+"+INT(("+own(streamLast)+"-1)/12))", year, whole)

	inYear := "(" + years + "=" + own(streamYear) + ")"
	through, after := "("+number+"<="+own(streamLast)+")", "("+number+">"+own(streamLast)+")"
	// Not INDEX, which Gnumeric refuses of a single year.
	planned := "SUMIF(" + u.planYears() + "," + own(streamYear) + "," + u.planCells(planRevenue, i) + ")"
	left := "(" + planned + "-SUMPRODUCT(" + inYear + "*" + through + "*" + known + "))"
	coming := "SUMPRODUCT(" + inYear + "*" + after + "*" + plan + ")"
	none := "OR(" + own(streamLast) + "=0,MOD(" + own(streamLast) + ",12)=0)"
	add(streamRest, "IF("+none+",1,"+u.ruleIs(scenario.KeepYear,
		"IF(AND("+left+">0,"+coming+">=1E-109),"+left+"/"+coming+",0)", "1")+")", rest, factor)

	covered := "SUMPRODUCT((" + mark + ">0)*" + plan + ")"
	add(streamRatio, "IF("+own(streamLast)+"=0,1,"+u.ruleIs(scenario.Rescale,
		"IF("+covered+">=1E-109,SUM("+actual+")/"+covered+",1)", "1")+")", ratio, factor)
	add(streamPace, "IF("+own(streamLast)+"=0,0,"+u.ruleIs(scenario.HoldPace,
		"SUMPRODUCT("+through+"*("+number+">"+own(streamLast)+"-3)*"+known+")/MIN(3,"+own(streamLast)+")", "0")+")", pace, figure)
}

func (u *subject) earnsFrom(i int) float64 {
	from, ever := u.s.EarnsFrom(i)
	if !ever {
		return cells.Never
	}
	return serialOr(from, 0)
}

// earliest returns the place of the earliest last actual of what counts for "actual
// through".
func (u *subject) earliest() float64 {
	first := float64(far)
	for i := range u.s.Outlook.Streams {
		if last := u.monthIndex(u.s.LastActual(i)); last > 0 && u.s.Outlook.Streams[i].Channel != scenario.ChannelAzure {
			first = min(first, last)
		}
	}
	return first
}

func (u *subject) plannedThrough(stream, months int) float64 {
	var sum unit.Amount
	for k, m := range u.streams[stream] {
		if k < months {
			sum += m.Plan
		}
	}
	return cells.Billions(sum)
}

// throughFormula is the place of the month through which revenue is actual.
func (u *subject) throughFormula() string {
	if u.streamCount() == 0 {
		return "0"
	}
	first := "MIN(" + u.streamCells(streamEarly) + ")"
	return "IF(" + first + "=" + strconv.Itoa(far) + ",0,IF(SUM(" + u.streamCells(streamBlocks) + ")>0,0," + first + "))"
}
