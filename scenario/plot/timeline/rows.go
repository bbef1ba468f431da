package timeline

import (
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// Rows returns what each term provides over time.
func (a Agreement) Rows() []Row {
	return []Row{a.share(), a.reverse(), a.license(), a.clouds(), a.azure()}
}

func (a Agreement) share() Row {
	row := Row{Names: [2]string{"Share to Microsoft", "Share"}, Payment: true}
	atAGI := false
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		var last unit.Month
		last, atAGI = a.ended(t.Share.Through, t.Share.EndsAtAGI)
		rate := ratesIn(t.Share, max(from, t.Share.From), min(through, last))
		row.Stretches = within(row.Stretches, Stretch{From: t.Share.From, Through: last, Words: []string{rate}}, from, through)
	})
	if n := len(row.Stretches); n > 0 {
		row.Stretches = a.untilReached(row.Stretches[:n-1], row.Stretches[n-1])
	}
	if atAGI {
		row.Notes = []string{"ended with AGI"}
	}
	return row
}

// untilReached appends the last stretch of the share to out: until the cap is
// reached, and from then on.
func (a Agreement) untilReached(out []Stretch, s Stretch) []Stretch {
	rate, by := s.Words[0], words.Through(s.Through)
	rest := Stretch{
		From: s.From, Through: s.Through, Pale: true,
		Words: []string{"agreed " + by + ", nothing left to pay", "nothing left to pay", "nothing left"},
	}
	reached := a.reached.Date.Month
	switch {
	case !a.amended.Share.Capped:
		s.Words = []string{rate + " of revenue, no cap, " + by, rate + " of revenue, no cap", rate + ", no cap", rate}
		return append(out, s)
	case a.reached.Before:
		return append(out, rest)
	case reached.IsZero(), reached < s.From, reached > s.Through:
		s.Words = []string{rate + " of revenue, " + by + ", the cap is not reached", rate + " of revenue, cap not reached", rate}
		return append(out, s)
	}
	s.Words = []string{rate + " of revenue until the cap is reached", rate + " until the cap is reached", rate + " until the cap", rate}
	s.Through, s.End, rest.From = reached, timeOf(a.reached.Date), reached+1
	out = append(out, s)
	if rest.From > rest.Through {
		return out
	}
	return append(out, rest)
}

// timeOf returns the end of a day in months since the year 0.
func timeOf(d unit.Date) float64 {
	return float64(d.Month) + float64(d.Day)/float64(d.Month.Days())
}

// ratesIn says the rate of a share over some months, or from which to which it
// goes.
func ratesIn(s scenario.Share, from, through unit.Month) string {
	low, high := math.Inf(1), math.Inf(-1)
	for year := from.Year(); year <= through.Year(); year++ {
		rate := float64(s.RateIn(year))
		low, high = math.Min(low, rate), math.Max(high, rate)
	}
	if low >= high {
		return unit.Rate(high).Percent()
	}
	if low > high {
		return s.Rate.Percent()
	}
	return unit.Rate(low).Percent() + " to " + unit.Rate(high).Percent()
}

func (a Agreement) reverse() Row {
	row := Row{Names: [2]string{"Reverse share to OpenAI", "Reverse share"}, Payment: true}
	atAGI := false
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		if t.Reverse == nil {
			return
		}
		var last unit.Month
		last, atAGI = a.ended(t.Reverse.Through, t.Reverse.EndsAtAGI)
		rate := t.Reverse.Rate.Percent()
		row.Stretches = within(row.Stretches, Stretch{
			From: t.Reverse.From, Through: last,
			Words: []string{rate + " of Azure resale", rate},
		}, from, through)
	})
	n := len(row.Stretches)
	switch {
	case n == 0:
		row.Notes = []string{"none"}
	case row.Stretches[n-1].Through == a.effect-1:
		row.Notes = []string{"ended with the amendment", "ended"}
	case atAGI:
		row.Notes = []string{"ended with AGI", "ended"}
	}
	return row
}

func (a Agreement) license() Row {
	row := Row{Names: [2]string{"License", "License"}}
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		if t.License == nil {
			return
		}
		add := func(open bool, from, through unit.Month) {
			words := []string{"exclusive"}
			if open {
				words = []string{"non-exclusive"}
			} else if t.License.Exclusive == scenario.ExclusiveUntilAGI {
				words = []string{"exclusive until AGI", "exclusive"}
			}
			row.Stretches = within(row.Stretches, Stretch{From: from, Through: t.License.Through, Words: words, Pale: !open}, from, through)
		}
		switch m := a.agi; {
		case t.License.Exclusive == scenario.ExclusiveUntilAGI && !m.IsZero():
			add(false, from, min(through, m))
			add(true, max(from, m+1), through)
		default:
			add(t.License.Exclusive == scenario.ExclusiveNo, from, through)
		}
	})
	n := len(row.Stretches)
	if n == 0 {
		row.Notes = []string{"none agreed"}
		return row
	}
	last := &row.Stretches[n-1]
	by, what := words.Through(last.Through), last.Words[0]
	last.Words = append([]string{what + ", models and products, " + by, what + ", " + by}, last.Words...)
	if !last.Pale && last.From == a.effect {
		last.Words = append([]string{"non-exclusive since the amendment, models and products, " + by}, last.Words...)
	}
	return row
}

// opening returns the first month in which terms allow other clouds, and false
// where they never do.
func (a Agreement) opening(o scenario.OtherClouds) (unit.Month, bool) {
	from := o.From
	if o.OpensAtAGI && !a.agi.IsZero() && (from.IsZero() || a.agi+1 < from) {
		from = a.agi + 1
	}
	return from, !from.IsZero()
}

func (a Agreement) clouds() Row {
	row := Row{Names: [2]string{"Other clouds", "Clouds"}}
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		if open, ok := a.opening(t.OtherClouds); ok {
			row.Stretches = within(row.Stretches, Stretch{From: open, Through: through, Words: []string{"any cloud allowed", "allowed"}}, from, through)
		}
	})
	switch {
	case len(row.Stretches) > 0:
	case a.amended.OtherClouds.OpensAtAGI:
		row.Notes = []string{"not before AGI is verified", "not before AGI"}
	default:
		row.Notes = []string{"not allowed", "none"}
	}
	return row
}

func (a Agreement) azure() Row {
	row := Row{Names: [2]string{"Azure first", "Azure"}}
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		open, ok := a.opening(t.OtherClouds)
		if !ok {
			return
		}
		said := []string{"new products ship first on Azure", "first on Azure"}
		if lead := t.OtherClouds.AzureLeadMonths; lead > 0 {
			said = append([]string{fmt.Sprintf("new products ship on Azure %s before other clouds", words.Spelled(lead, "month"))}, said...)
		}
		row.Stretches = within(row.Stretches, Stretch{From: open, Through: through, Words: said}, from, through)
	})
	if len(row.Stretches) == 0 {
		row.Notes = []string{"sold on Azure alone", "Azure alone"}
	}
	return row
}

// Unpaid returns the time of license after the last payment, in months since the
// year 0, with the words for it; no words where there is none.
func (a Agreement) Unpaid() (from, through float64, said string) {
	license := a.amended.License
	if license == nil {
		return 0, 0, ""
	}
	last, _ := a.ended(a.amended.Share.Through, a.amended.Share.EndsAtAGI)
	from = float64(last + 1)
	switch {
	case a.reached.Before:
		from = float64(a.first)
	case !a.reached.Date.IsZero():
		from = math.Min(from, timeOf(a.reached.Date))
	}
	through = float64(min(license.Through, a.last) + 1)
	months := int(through - math.Ceil(from))
	if months < 1 {
		return 0, 0, ""
	}
	return from, through, words.Span(months) + " of license without a payment"
}
