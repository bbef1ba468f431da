package plot

import (
	"fmt"
	"math"

	"headroom/scenario"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

// terms returns the rows of the timeline.
func (a agreement) terms() []term {
	return []term{a.share(), a.reverse(), a.license(), a.clouds(), a.azure()}
}

func (a agreement) share() term {
	row := term{names: [2]string{"Share to Microsoft", "Share"}, payment: true}
	atAGI := false
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		var last unit.Month
		last, atAGI = a.ended(t.Share.Through, t.Share.EndsAtAGI)
		rate := ratesIn(t.Share, max(from, t.Share.From), min(through, last))
		row.stretches = within(row.stretches, stretch{from: t.Share.From, through: last, words: []string{rate}}, from, through)
	})
	if n := len(row.stretches); n > 0 {
		row.stretches = a.untilReached(row.stretches[:n-1], row.stretches[n-1])
	}
	if atAGI {
		row.notes = []string{"ended with AGI"}
	}
	return row
}

// untilReached appends the last stretch of the share to out: until the cap is
// reached, and from then on.
func (a agreement) untilReached(out []stretch, s stretch) []stretch {
	rate, by := s.words[0], words.Through(s.through)
	rest := stretch{
		from: s.from, through: s.through, pale: true,
		words: []string{"agreed " + by + ", nothing left to pay", "nothing left to pay", "nothing left"},
	}
	reached := a.reached.Date.Month
	switch {
	case !a.amended.Share.Capped:
		s.words = []string{rate + " of revenue, no cap, " + by, rate + " of revenue, no cap", rate + ", no cap", rate}
		return append(out, s)
	case a.reached.Before:
		return append(out, rest)
	case reached.IsZero(), reached < s.from, reached > s.through:
		s.words = []string{rate + " of revenue, " + by + ", the cap is not reached", rate + " of revenue, cap not reached", rate}
		return append(out, s)
	}
	s.words = []string{rate + " of revenue until the cap is reached", rate + " until the cap is reached", rate + " until the cap", rate}
	s.through, s.end, rest.from = reached, timeOf(a.reached.Date), reached+1
	out = append(out, s)
	if rest.from > rest.through {
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

func (a agreement) reverse() term {
	row := term{names: [2]string{"Reverse share to OpenAI", "Reverse share"}, payment: true}
	atAGI := false
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		if t.Reverse == nil {
			return
		}
		var last unit.Month
		last, atAGI = a.ended(t.Reverse.Through, t.Reverse.EndsAtAGI)
		rate := t.Reverse.Rate.Percent()
		row.stretches = within(row.stretches, stretch{
			from: t.Reverse.From, through: last,
			words: []string{rate + " of Azure resale", rate},
		}, from, through)
	})
	n := len(row.stretches)
	switch {
	case n == 0:
		row.notes = []string{"none"}
	case row.stretches[n-1].through == a.effect-1:
		row.notes = []string{"ended with the amendment", "ended"}
	case atAGI:
		row.notes = []string{"ended with AGI", "ended"}
	}
	return row
}

func (a agreement) license() term {
	row := term{names: [2]string{"License", "License"}}
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
			row.stretches = within(row.stretches, stretch{from: from, through: t.License.Through, words: words, pale: !open}, from, through)
		}
		switch m := a.agi; {
		case t.License.Exclusive == scenario.ExclusiveUntilAGI && !m.IsZero():
			add(false, from, min(through, m))
			add(true, max(from, m+1), through)
		default:
			add(t.License.Exclusive == scenario.ExclusiveNo, from, through)
		}
	})
	n := len(row.stretches)
	if n == 0 {
		row.notes = []string{"none agreed"}
		return row
	}
	last := &row.stretches[n-1]
	by, what := words.Through(last.through), last.words[0]
	last.words = append([]string{what + ", models and products, " + by, what + ", " + by}, last.words...)
	if !last.pale && last.from == a.effect {
		last.words = append([]string{"non-exclusive since the amendment, models and products, " + by}, last.words...)
	}
	return row
}

// opening returns the first month in which terms allow other clouds, and false
// where they never do.
func (a agreement) opening(o scenario.OtherClouds) (unit.Month, bool) {
	from := o.From
	if o.OpensAtAGI && !a.agi.IsZero() && (from.IsZero() || a.agi+1 < from) {
		from = a.agi + 1
	}
	return from, !from.IsZero()
}

func (a agreement) clouds() term {
	row := term{names: [2]string{"Other clouds", "Clouds"}}
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		if open, ok := a.opening(t.OtherClouds); ok {
			row.stretches = within(row.stretches, stretch{from: open, through: through, words: []string{"any cloud allowed", "allowed"}}, from, through)
		}
	})
	switch {
	case len(row.stretches) > 0:
	case a.amended.OtherClouds.OpensAtAGI:
		row.notes = []string{"not before AGI is verified", "not before AGI"}
	default:
		row.notes = []string{"not allowed", "none"}
	}
	return row
}

func (a agreement) azure() term {
	row := term{names: [2]string{"Azure first", "Azure"}}
	a.each(func(t *scenario.Terms, from, through unit.Month) {
		open, ok := a.opening(t.OtherClouds)
		if !ok {
			return
		}
		said := []string{"new products ship first on Azure", "first on Azure"}
		if lead := t.OtherClouds.AzureLeadMonths; lead > 0 {
			said = append([]string{fmt.Sprintf("new products ship on Azure %s before other clouds", words.Spelled(lead, "month"))}, said...)
		}
		row.stretches = within(row.stretches, stretch{from: open, through: through, words: said}, from, through)
	})
	if len(row.stretches) == 0 {
		row.notes = []string{"sold on Azure alone", "Azure alone"}
	}
	return row
}

// unpaid returns the time of license after the last payment, in months since the
// year 0, with the words for it; no words where there is none.
func (a agreement) unpaid() (from, through float64, said string) {
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
