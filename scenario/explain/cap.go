package explain

import (
	"fmt"
	"math"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// paid explains what is paid.
func (a *account) paid() {
	a.payment()
	a.yearly(Paid, func(f scenario.Flows) unit.Amount { return f.Paid })
	a.answer(words.Paid+" "+a.in(), a.flows.Paid)
}

// payment adds the steps that lead to what is paid: what is due, the room under
// the cap, and the smaller of the two.
func (a *account) payment() {
	a.dueStep()
	share := a.s.Terms.Share
	switch {
	case !share.Capped:
		a.rule(RuleNoCap, "There is no cap: all that is due is paid.")
		a.step(words.Paid, words.Paid, a.flows.Paid, AmountLine(words.Due, "", a.flows.Due))
		return
	case a.Through < share.CapStart():
		a.capStartRule()
		a.step(words.Paid, words.Paid, a.flows.Paid, a.freeLine(a.flows.Paid))
		return
	}
	room := a.roomStep()
	free, due, counted := a.split()
	var lines []Line
	if free > 0 {
		a.capStartRule()
		lines = append(lines, a.freeLine(free).on("terms.share.capFrom"))
	}
	formula := fmt.Sprintf("the smaller of %s due and %s of room", due.Table(), room.Table())
	lines = append(lines, AmountLine("Toward the cap", formula, counted))
	a.step(words.Paid, words.Paid, a.flows.Paid, lines...)
	a.capRule(due, room)
}

// freeLine says what is paid before the cap counts.
func (a *account) freeLine(paid unit.Amount) Line {
	if share := a.s.Terms.Share; share.CapStart() <= share.From {
		return AmountLine("Before the share begins", "nothing is due", paid)
	}
	return AmountLine("Before the cap counts", "paid in full", paid)
}

// split parts the span where the cap begins to count: what is paid before, and
// what is due and paid from then on.
func (a *account) split() (free, due, counted unit.Amount) {
	for _, m := range a.months {
		if m.From < a.s.Terms.Share.CapStart() {
			free += m.Paid
			continue
		}
		due += m.Due
		counted += m.Paid
	}
	return free, due, counted
}

// roomStep takes what was counted before the span off the cap.
func (a *account) roomStep() unit.Amount {
	share := a.s.Terms.Share
	a.uses("terms.share.cap", "terms.share.capFrom", "terms.share.alreadyPaid")
	room := max(0, share.Cap-a.opening)
	if a.reachedBefore(a.From) {
		room = 0
	}
	a.step("Room under the cap", "Room left", room, a.lessCounted(a.openingLabel(), a.openingPath(), a.opening, room)...)
	return room
}

// lessCounted returns the lines that take what is counted off the cap, of which
// left remains.
func (a *account) lessCounted(label, path string, counted, left unit.Amount) []Line {
	limit := a.s.Terms.Share.Cap
	lines := []Line{
		AmountLine("Total cap", "", limit).on("terms.share.cap"),
		AmountLine(label, "", -counted).on(path),
	}
	switch beyond := left - (limit - counted); {
	case counted > limit:
		lines = append(lines, AmountLine("Counted beyond the cap", "", beyond))
	case beyond != 0:
		lines = append(lines, remainder(beyond))
	}
	return lines
}

// remainder is what the model takes for nothing: less than a cent, of the largest
// caps less than a trillionth.
func remainder(amount unit.Amount) Line {
	return AmountLine("A remainder too small to count", "", amount)
}

// reachedBefore reports whether the cap is reached before month m.
func (a *account) reachedBefore(m unit.Month) bool {
	reached := a.p.Total.Reached
	return reached.Before || reached.Ever() && reached.Date.Month < m
}

// capStartRule says what is paid before the cap counts, which is nothing where the
// share begins with it.
func (a *account) capStartRule() {
	if share := a.s.Terms.Share; share.CapStart() <= share.From {
		return
	}
	a.uses("terms.share.capFrom")
	a.rule(RuleCapStart, "Payments before %s are made in full and do not count toward the cap.", a.s.Terms.Share.CapStart().Long())
}

// capRule says how the cap bound what was paid in the span.
func (a *account) capRule(due, room unit.Amount) {
	reached := a.p.Total.Reached
	switch month := reached.Date.Month; {
	case reached.Before:
		a.beforeRule()
	case a.reachedBefore(a.From):
		a.rule(RuleAfter, "The cap was reached on %s: nothing more is paid.", reached.Date.Medium())
	case !reached.Ever() || month > a.Through:
		a.rule(RuleRoom, "The cap leaves room for all that is due.")
	default:
		left, last := a.lastPayment()
		if left > last {
			a.rule(RuleSliver, "On %s what is due leaves next to nothing of the cap, which so is reached.", reached.Date.Medium())
			return
		}
		a.rule(RuleCap, "The cap binds: of %s due, only the room of %s is paid. It is used up on %s.",
			due.Table(), room.Table(), reached.Date.Medium())
	}
}

func (a *account) beforeRule() {
	a.rule(RuleBefore, "What was counted before %s fills the whole cap: nothing is paid.", a.s.FirstMonth().Long())
}

// lastPayment returns the room left before the month in which the cap is reached,
// and what is due in it.
func (a *account) lastPayment() (room, due unit.Amount) {
	at := a.p.Total.Reached.Date.Month - a.s.FirstMonth()
	counted := a.s.Terms.Share.AlreadyPaid
	if at > 0 {
		counted = a.p.Months[at-1].Cumulative
	}
	return a.s.Terms.Share.Cap - counted, a.p.Months[at].Due
}

// forgone explains what the cap saves.
func (a *account) forgone() {
	a.payment()
	lines := []Line{
		AmountLine(words.Due, "", a.flows.Due),
		AmountLine(words.Paid, "", -a.flows.Paid),
	}
	if beyond := a.flows.Forgone - (a.flows.Due - a.flows.Paid); a.out.Has(RuleSliver) && beyond != 0 {
		lines = append(lines, remainder(beyond))
	}
	a.step(words.Forgone, words.Forgone, a.flows.Forgone, lines...)
	a.yearly(Forgone, func(f scenario.Flows) unit.Amount { return f.Forgone })
	a.answer(words.Forgone+" "+a.in(), a.flows.Forgone)
}

// cumulative explains what counts toward the cap at the end of the span.
func (a *account) cumulative() {
	a.count()
	a.answer(words.Cumulative+" by "+a.end(), a.closing)
}

// count adds the steps that lead to what counts at the end of the span.
func (a *account) count() {
	a.payment()
	a.uses("terms.share.alreadyPaid")
	_, _, counted := a.split()
	if !a.s.Terms.Share.Capped {
		counted = a.flows.Due
	}
	a.step(words.Cumulative, "Counted by "+a.end(), a.closing,
		AmountLine(a.openingLabel(), "", a.opening).on(a.openingPath()),
		AmountLine("Counted "+a.in(), "", counted))
}

// headroom explains what is left of the cap at the end of the span.
func (a *account) headroom() {
	a.count()
	a.out.Title = words.Headroom + " at " + a.end()
	if !a.s.Terms.Share.Capped {
		a.out.Answer = "no cap"
		return
	}
	a.leftStep()
	a.answer(a.out.Title, a.months[len(a.months)-1].Headroom)
}

func (a *account) leftStep() {
	left := a.months[len(a.months)-1].Headroom
	a.step(words.Headroom, words.Headroom, left, a.lessCounted("Counted by "+a.end(), "", a.closing, left)...)
}

// capUsed explains which part of the cap is used at the end of the span.
func (a *account) capUsed() {
	a.count()
	a.out.Title = words.CapUsed + " by " + a.end()
	share := a.s.Terms.Share
	switch {
	case !share.Capped:
		a.out.Answer = "no cap"
		return
	case share.Cap == 0:
		a.out.Answer = "the cap is $0"
		return
	}
	a.out.Answer = unit.Rate(a.closing / share.Cap).Percent()
	a.out.Steps = append(a.out.Steps, Step{Heading: words.CapUsed, Total: Line{
		Label:   words.CapUsed,
		Formula: fmt.Sprintf("%s of %s", a.closing.Table(), share.Cap.Table()),
		Text:    a.out.Answer,
		Path:    "terms.share.cap",
	}})
}

// reached explains when the cap is reached, or why it is not.
func (a *account) reached() {
	a.out.Title = words.CapReached
	reached := a.p.Total.Reached
	switch {
	case !a.s.Terms.Share.Capped:
		a.out.Answer = "No cap"
		a.rule(RuleNoCap, "There is no cap: all that is due is paid.")
	case reached.Before:
		a.out.Answer = "Before " + strconv.Itoa(a.s.FirstYear)
		a.roomStep()
		a.beforeRule()
	case reached.Ever():
		a.reachedOn(reached.Date)
	default:
		a.out.Answer = "Not by " + strconv.Itoa(a.s.LastYear)
		a.countStep(a.Through)
		a.leftStep()
		a.rule(RuleNotReached, "The cap leaves room for all that is due through %d.", a.s.LastYear)
		a.windowRules("share", window{a.s.Terms.Share.From, a.s.Terms.Share.Through}, a.shareWindow(), "terms.share.endsAtAGI")
	}
}

// reachedOn explains the day: how much of the month's share the room is.
func (a *account) reachedOn(date unit.Date) {
	month := date.Month
	a.out.Answer = date.Medium()
	a.countStep(month - 1)
	of := newAccount(a.s, a.p, Question{Figure: Due, From: month, Through: month})
	room := of.roomStep()
	of.dueStep()
	due := of.flows.Due
	of.out.Steps[1].Heading = words.Due + " in " + month.Long()
	a.out.Steps = append(a.out.Steps, of.out.Steps...)
	a.uses(of.paths...)
	part := math.Min(1, float64(room/due))
	a.out.Steps = append(a.out.Steps, Step{Heading: "Day", Total: Line{
		Label: words.CapReached,
		Formula: fmt.Sprintf("%s of %s is %s of %s's %d days",
			room.Table(), due.Table(), unit.Rate(part).Percent(), month.Month(), month.Days()),
		Text: date.Medium(),
	}})
	if room > due {
		a.rule(RuleSliver, "What is due in %s leaves next to nothing of the cap, which so is reached.", month.Long())
	} else {
		a.rule(RuleCap, "%s is the first month whose share uses up the room that is left.", month.Long())
	}
	a.uses("outlook.shape")
	a.rule(RuleShape, "The day rests on how revenue is spread over the year, which can move it by about ten days.")
	a.out.Rules = append(a.out.Rules, of.out.Rules...)
}

// countStep adds up what counts toward the cap through a month, year by year.
func (a *account) countStep(through unit.Month) {
	share := a.s.Terms.Share
	counted := share.AlreadyPaid
	lines := []Line{AmountLine("Counted before", "", counted).on("terms.share.alreadyPaid")}
	span := window{max(share.CapStart(), a.s.FirstMonth()), through}
	if !span.empty() {
		years := a.byYear(span, func(f scenario.Flows) unit.Amount { return f.Paid })
		revenue := a.byYear(span, func(f scenario.Flows) unit.Amount { return f.Revenue })
		for i := range years {
			years[i].Formula = "the share of " + revenue[i].Text + " revenue"
		}
		lines = append(lines, years...)
	}
	if share.CapStart() > a.s.FirstMonth() {
		a.capStartRule()
	}
	label := "Counted before"
	if through >= a.s.FirstMonth() {
		counted = a.p.Months[through-a.s.FirstMonth()].Cumulative
		label = "Counted by the end of " + through.Long()
	}
	a.uses("terms.share.cap", "terms.share.alreadyPaid", "terms.share.capFrom", "terms.share.rate")
	for i, st := range a.s.Outlook.Streams {
		for year := a.s.FirstYear; year <= through.Year() && st.Channel != scenario.ChannelAzure; year++ {
			a.uses(a.revenuePath(i, year))
		}
	}
	a.step(words.Cumulative, label, counted, lines...)
}
