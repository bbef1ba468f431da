package explain

import (
	"fmt"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// pace explains which pace of revenue the cap needs from the actuals on, and which it
// has now: for the last December of the horizon, with those before on the way.
func (a *account) pace() {
	a.out.Title, a.out.Answer = words.PaceNeeded, "none"
	through := a.p.ActualsThrough
	if through.IsZero() {
		a.rule(RulePaceUnknown, "Nothing that the share applies to is actual through a month, so there is no pace to go by.")
		return
	}
	a.out.Title += " from " + (through + 1).Short()
	a.paceNow(through)
	need := words.LastNeeded(a.p)
	switch {
	case need.By.IsZero():
		a.out.Title = words.PaceNow
		a.out.Answer = perYear(a.p.Pace.Now)
		a.rule(RulePaceUnknown, "All of the horizon is actual: there is no time left in which a pace could matter.")
		return
	case !a.s.Terms.Share.Capped:
		a.rule(RuleNoCap, "There is no cap to be reached.")
		return
	}
	counted := a.p.Months[through-a.s.FirstMonth()]
	a.uses("terms.share.cap", "terms.share.capFrom", "terms.share.alreadyPaid", "terms.share.rate", "terms.share.from", "terms.share.through")
	for _, year := range a.s.Terms.Share.RatesByYear {
		if year.Year >= through.Year() && year.Year <= a.s.LastYear {
			a.uses("terms.share.ratesByYear." + strconv.Itoa(year.Year))
		}
	}
	a.step("Room under the cap", "Room left after "+through.Long(), counted.Headroom,
		a.lessCounted("Counted by the end of "+through.Long(), "", counted.Cumulative, counted.Headroom)...)
	for _, n := range a.p.Pace.Needed {
		a.neededStep(n, counted.Headroom, through)
	}
	if !need.Known {
		return
	}
	a.out.Amount, a.out.Answer = need.Annual, perYear(need.Annual)
	a.rule(RulePaceFlat, "A flat pace of %s from %s on reaches the cap exactly at the end of %d.", perYear(need.Annual), (through + 1).Long(), need.By.Year())
}

func perYear(a unit.Amount) string { return a.Table() + " a year" }

// paceNow adds what the last three months come to in a year.
func (a *account) paceNow(through unit.Month) {
	last := window{max(through-2, a.s.FirstMonth()), through}
	for _, i := range a.s.OwnStreams() {
		a.usesActuals(i, last)
		a.uses(field.StreamPath(i, "shared"))
	}
	months := int(last.through-last.from) + 1
	a.out.Steps = append(a.out.Steps, Step{Heading: words.PaceNow, Total: Line{
		Label:   words.PaceNow,
		Formula: fmt.Sprintf("12 ÷ %d of %s that the share applies to in %s", months, (a.p.Pace.Now * unit.Amount(months) / 12).Table(), words.Months(last.from, last.through)),
		Amount:  a.p.Pace.Now,
		Text:    perYear(a.p.Pace.Now),
	}})
}

// neededStep adds the pace needed by one December.
func (a *account) neededStep(n scenario.PaceNeeded, left unit.Amount, through unit.Month) {
	label := "To reach the cap by the end of " + strconv.Itoa(n.By.Year())
	total := Line{Label: label, Text: "none"}
	switch {
	case n.Known && n.Annual == 0:
		total.Formula, total.Text = "no room is left", perYear(0)
	case n.Known:
		total.Formula = fmt.Sprintf("12 × %s ÷ %s", left.Table(), a.rates(through+1, n.By))
		total.Amount, total.Text = n.Annual, perYear(n.Annual)
	default:
		total.Formula = "nothing counts toward the cap by then"
	}
	a.out.Steps = append(a.out.Steps, Step{Heading: label, Total: total})
}

// rates writes what the rates of all months that count come to, such as (54 × 20%).
func (a *account) rates(from, through unit.Month) string {
	counts := a.shareWindow().and(window{max(from, a.s.Terms.Share.CapStart()), through})
	var parts []string
	for m := counts.from; m <= counts.through; {
		rate, n := a.s.Terms.Share.RateIn(m.Year()), 0
		for ; m <= counts.through && a.s.Terms.Share.RateIn(m.Year()) == rate; m++ {
			n++
		}
		parts = append(parts, fmt.Sprintf("%d × %s", n, rate.Percent()))
	}
	return "(" + strings.Join(parts, " + ") + ")"
}
