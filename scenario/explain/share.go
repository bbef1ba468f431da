package explain

import (
	"fmt"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// revenue explains what OpenAI's own streams earn.
func (a *account) revenue() {
	a.revenueStep()
	a.yearly(Revenue, func(f scenario.Flows) unit.Amount { return f.Revenue })
	a.answer(words.Revenue+" "+a.in(), a.flows.Revenue)
}

func (a *account) revenueStep() {
	var lines []Line
	for i, st := range a.s.Outlook.Streams {
		if st.Channel != scenario.ChannelAzure {
			lines = append(lines, a.streamLines(i)...)
		}
	}
	a.step(words.Revenue, words.Revenue, a.flows.Revenue, lines...)
}

// streamLines returns what a stream earns in the span, a line a calendar year.
func (a *account) streamLines(i int) []Line {
	st := a.s.Outlook.Streams[i]
	var lines []Line
	for year := a.From.Year(); year <= a.Through.Year(); year++ {
		part := a.span().and(yearOf(year))
		label := st.Name
		if a.From.Year() != a.Through.Year() {
			label += ", " + strconv.Itoa(year)
		}
		amount := a.earnedIn(i, part)
		path := a.revenuePath(i, year)
		a.uses(path)
		if st.Launch == 0 && year == a.s.FirstYear {
			a.uses(field.StreamPath(i, "base"))
		}
		a.cloudRule(i, part)
		a.usesActuals(i, part)
		if a.mixed(i, year) {
			lines = append(lines, a.mixedLines(i, part)...)
			continue
		}
		lines = append(lines, AmountLine(label, a.revenueFormula(i, year, part, amount), amount).on(path))
	}
	return lines
}

// revenueFormula says how what a stream earns in a part of a year is made.
func (a *account) revenueFormula(i, year int, part window, amount unit.Amount) string {
	st := a.s.Outlook.Streams[i]
	annual := a.s.Revenue(i, year)
	switch {
	case year < st.Launch:
		return "launches in " + strconv.Itoa(st.Launch)
	case part != yearOf(year) || amount != a.earnedIn(i, yearOf(year)) || a.closed(i, part):
		a.shapeRule(i, year)
		if annual == 0 {
			return ""
		}
		return fmt.Sprintf("%s of the year's %s", unit.Rate(amount/annual).Percent(), annual.Table())
	case year == st.Launch:
		return "the year of its launch"
	}
	growth, _ := st.Growth.Get(year)
	return a.s.Revenue(i, year-1).Table() + " × " + onePlus(growth)
}

// closed reports whether other clouds are closed to a stream in some of the
// months.
func (a *account) closed(i int, part window) bool {
	from, ever := a.s.EarnsFrom(i)
	return !ever || part.from < from
}

func (a *account) cloudRule(i int, part window) {
	if !a.closed(i, part) {
		return
	}
	name := a.s.Outlook.Streams[i].Name
	a.uses("terms.otherClouds.from")
	if from, ever := a.s.EarnsFrom(i); ever {
		a.rule(RuleClouds, "Other clouds are open to %s only from %s.", name, from.Long())
		return
	}
	a.rule(RuleClouds, "The terms never open other clouds to %s.", name)
}

func (a *account) shapeRule(i, year int) {
	a.uses("outlook.shape")
	if a.s.Outlook.Shape == scenario.ShapeEven {
		a.rule(RuleShape, "Each month earns a twelfth of its year.")
		return
	}
	before, now := a.s.Revenue(i, year-1), a.s.Revenue(i, year)
	if before == 0 || now == 0 {
		return
	}
	a.rule(RuleShape, "Within a year revenue grows or falls by a constant factor a month, so that its months add up to the year.")
}

// revenuePath returns the path of the input that says what a stream earns in a
// year.
func (a *account) revenuePath(i, year int) string {
	switch launch := a.s.Outlook.Streams[i].Launch; {
	case launch != 0 && year == launch:
		return field.StreamPath(i, "base")
	case year < launch:
		return field.StreamPath(i, "launch")
	}
	return field.StreamPath(i, "revenue."+strconv.Itoa(year))
}

// due explains the share before the cap.
func (a *account) due() {
	if a.From.Year() == a.Through.Year() {
		a.revenueStep()
	}
	a.dueStep()
	a.yearly(Due, func(f scenario.Flows) unit.Amount { return f.Due })
	a.answer(words.Due+" "+a.in(), a.flows.Due)
}

// dueStep multiplies rate and revenue, stream by stream, and by years where the
// rate differs.
func (a *account) dueStep() {
	lines := a.rated(scenario.ChannelDirect, a.shareWindow(), func(year int) (unit.Rate, string) {
		if rate, special := a.s.Terms.Share.RatesByYear.Get(year); special {
			return rate, "terms.share.ratesByYear." + strconv.Itoa(year)
		}
		return a.s.Terms.Share.Rate, "terms.share.rate"
	})
	a.uses("terms.share.from", "terms.share.through")
	a.step(words.Due, words.Due, a.flows.Due, lines...)
	a.windowRules("share", window{a.s.Terms.Share.From, a.s.Terms.Share.Through}, a.shareWindow(), "terms.share.endsAtAGI")
}

// rated returns a line for each stream of a kind and each run of years of the
// same rate, within a window: rate times the shared part times revenue.
func (a *account) rated(channel scenario.Channel, w window, rate func(year int) (unit.Rate, string)) []Line {
	part := a.span().and(w)
	if part.empty() {
		return nil
	}
	var lines []Line
	for i, st := range a.s.Outlook.Streams {
		if (st.Channel == scenario.ChannelAzure) != (channel == scenario.ChannelAzure) {
			continue
		}
		for from := part.from.Year(); from <= part.through.Year(); {
			fraction, path := rate(from)
			through := from
			for through < part.through.Year() {
				if next, _ := rate(through + 1); next != fraction {
					break
				}
				through++
			}
			run := part.and(window{unit.NewMonth(from, 1), unit.NewMonth(through, 12)})
			lines = append(lines, a.ratedLine(i, run, fraction, run != a.span()).on(path))
			a.uses(path)
			for year := from; year <= through; year++ {
				a.uses(a.revenuePath(i, year))
			}
			a.usesActuals(i, run)
			a.cloudRule(i, run)
			from = through + 1
		}
	}
	return lines
}

func (a *account) ratedLine(i int, run window, rate unit.Rate, cut bool) Line {
	st := a.s.Outlook.Streams[i]
	label := st.Name
	if cut {
		label += ", " + words.Months(run.from, run.through)
	}
	revenue := a.earnedIn(i, run)
	formula := fmt.Sprintf("%s × %s", rate.Percent(), revenue.Table())
	if st.Shared != 1 {
		formula = fmt.Sprintf("%s × %s shared × %s", rate.Percent(), st.Shared.Percent(), revenue.Table())
		a.uses(field.StreamPath(i, "shared"))
	}
	return AmountLine(label, formula, unit.Amount(rate)*unit.Amount(st.Shared)*revenue)
}

// windowRules says which months of the span lie outside a window, and whether AGI
// ends it.
func (a *account) windowRules(what string, given, w window, agiPath string) {
	if inside := a.span().and(w); inside == a.span() {
		return
	}
	if w != given && a.Through > w.through {
		a.uses(agiPath, "outlook.agiVerified")
		a.rule(RuleAGI, "The %s ends with %s, the month in which AGI is verified.", what, w.through.Long())
		if w.from <= a.From {
			return
		}
	}
	if given.from == given.through {
		a.rule(RuleWindow, "The %s runs in %s alone; nothing is due in other months.", what, given.from.Long())
		return
	}
	a.rule(RuleWindow, "The %s runs from %s through %s; nothing is due in other months.", what, given.from.Long(), given.through.Long())
}

// reverse explains what Microsoft pays to OpenAI.
func (a *account) reverse() {
	a.reverseStep()
	a.yearly(Reverse, func(f scenario.Flows) unit.Amount { return f.Reverse })
	a.answer(words.Reverse+" "+a.in(), a.flows.Reverse)
}

func (a *account) reverseStep() {
	var lines []Line
	if r := a.s.Terms.Reverse; r == nil {
		a.rule(RuleWindow, "There is no reverse share.")
	} else {
		given := window{r.From, r.Through}
		from, through := a.s.ReverseWindow()
		w := window{from, through}
		lines = a.rated(scenario.ChannelAzure, w, func(int) (unit.Rate, string) { return r.Rate, "terms.reverse.rate" })
		a.uses("terms.reverse.from", "terms.reverse.through")
		a.windowRules("reverse share", given, w, "terms.reverse.endsAtAGI")
	}
	a.step(words.Reverse, words.Reverse, a.flows.Reverse, lines...)
}

// net explains what is left to Microsoft.
func (a *account) net() {
	a.payment()
	a.reverseStep()
	a.step(words.Net, words.Net, a.flows.Net,
		AmountLine(words.Paid, "", a.flows.Paid), AmountLine(words.Reverse, "", -a.flows.Reverse))
	a.answer(words.Net+" "+a.in(), a.flows.Net)
}

// yearly adds up a flow by calendar years where the span has more than one.
func (a *account) yearly(figure Figure, of func(scenario.Flows) unit.Amount) {
	if a.From.Year() == a.Through.Year() {
		return
	}
	a.step("Year by year", figure.Word(), of(a.flows), a.byYear(a.span(), of)...)
}

// byYear returns a flow in each calendar year of a window.
func (a *account) byYear(w window, of func(scenario.Flows) unit.Amount) []Line {
	var lines []Line
	first := a.s.FirstMonth()
	for year := w.from.Year(); year <= w.through.Year(); year++ {
		part := w.and(yearOf(year))
		if part.empty() {
			continue
		}
		lines = append(lines, AmountLine(words.Months(part.from, part.through), "", of(sum(a.p.Months[part.from-first:part.through-first+1]))))
	}
	return lines
}
