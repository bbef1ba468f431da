package scenario

import (
	"fmt"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// warnings returns what is odd but not wrong in s, in the order of the model,
// given what was computed of it.
func warnings(s *Scenario, p *Projection) []Warning {
	w := watch{s: s}
	for i := range s.Outlook.Streams {
		w.stream(i)
	}
	w.agi()
	w.share(p.Total.Reached)
	w.rates()
	w.reverse()
	w.valuation(p.Months)
	return w.found
}

// A watch collects warnings.
type watch struct {
	s     *Scenario
	found []Warning
}

func (w *watch) add(path, format string, args ...any) {
	w.found = append(w.found, Warning{Path: path, Message: fmt.Sprintf(format, args...)})
}

func (w *watch) stream(i int) {
	s, st := w.s, &w.s.Outlook.Streams[i]
	switch {
	case st.Launch > s.LastYear && s.lastActual(i) != 0:
		w.add(fault.InStream(i, "launch").String(), "%s launches in %d, after the last year: nothing is planned for it", st.Name, st.Launch)
	case st.Launch > s.LastYear:
		w.add(fault.InStream(i, "launch").String(), "%s launches in %d, after the last year: it earns nothing", st.Name, st.Launch)
	}
	w.growth(i)
	w.actuals(i)
	if st.Channel == ChannelOtherCloud && st.Launch <= s.LastYear {
		w.otherCloud(i)
	}
}

func (w *watch) growth(i int) {
	s, st := w.s, &w.s.Outlook.Streams[i]
	first := s.FirstYear
	if st.Launch != 0 {
		first = st.Launch + 1
	}
	for _, growth := range st.Growth {
		if growth.Year >= first && growth.Year <= s.LastYear {
			continue
		}
		path := fault.InStream(i, "growth").In(growth.Year).String()
		if first > s.LastYear {
			w.add(path, "growth of %s in %d has no effect: it does not grow before %d", st.Name, growth.Year, first)
			continue
		}
		if first == s.LastYear {
			w.add(path, "growth of %s in %d has no effect: it grows in %d alone", st.Name, growth.Year, first)
			continue
		}
		w.add(path, "growth of %s in %d has no effect: it grows from %d to %d", st.Name, growth.Year, first, s.LastYear)
	}
}

func (w *watch) otherCloud(i int) {
	s, st := w.s, &w.s.Outlook.Streams[i]
	path := fault.InStream(i, "channel").String()
	expected := unit.NewMonth(max(s.FirstYear, st.Launch), 1)
	from, ok := earnsFrom(s, st)
	switch {
	case !ok:
		w.add(path, "%s never earns: the terms never allow other clouds", st.Name)
	case from > s.LastMonth():
		w.add(path, "%s never earns: other clouds are open to it only from %s, after the last year", st.Name, from.Long())
	case from > expected:
		w.add(path, "%s earns only from %s, when other clouds are open to it", st.Name, from.Long())
	}
}

func (w *watch) agi() {
	t := &w.s.Terms
	referred := t.Share.EndsAtAGI || t.OtherClouds.OpensAtAGI ||
		t.Reverse != nil && t.Reverse.EndsAtAGI ||
		t.License != nil && t.License.Exclusive == ExclusiveUntilAGI
	if !w.s.Outlook.AGIVerified.IsZero() && !referred {
		w.add("outlook.agiVerified", "no term depends on AGI: the month it is verified has no effect")
	}
}

func (w *watch) share(reached Reached) {
	s, share := w.s, &w.s.Terms.Share
	first, last, span := s.FirstMonth(), s.LastMonth(), shareWindow(s)
	switch {
	case share.From < first && share.Capped && share.CapFrom.IsZero():
		w.add("terms.share.from", "payments before %s are not computed; count them in the amount counted before", first.Long())
	case share.From < first:
		w.add("terms.share.from", "payments before %s are not computed", first.Long())
	case share.From > last:
		w.add("terms.share.from", "the share starts after the last year: nothing is paid")
	}
	switch {
	case share.Through < first:
		w.add("terms.share.through", "the share ends before the first year: nothing is paid")
	case span.through < max(share.From, first):
		w.add("terms.share.endsAtAGI", "AGI, verified in %s, ends the share before it pays anything", s.Outlook.AGIVerified.Long())
	case span.through > last && share.From <= last:
		w.add("terms.share.through", "the share goes on after %s; what is paid then is not computed", last.Long())
	case span.through == share.Through && span.through.Year() < last.Year():
		w.add("terms.share.through", "the share is paid through %s: nothing is due after that month", span.through.Long())
	}
	if share.Capped {
		w.cap(span, reached)
	}
}

func (w *watch) cap(span window, reached Reached) {
	share := &w.s.Terms.Share
	first, last := w.s.FirstMonth(), w.s.LastMonth()
	switch {
	case share.CapFrom > last:
		w.add("terms.share.capFrom", "the cap counts only from %s, after the last year: nothing counts toward it", share.CapFrom.Long())
	case share.CapFrom > span.through:
		w.add("terms.share.capFrom", "the cap counts only from %s, when AGI has ended the share: nothing counts toward it", share.CapFrom.Long())
	case !share.CapFrom.IsZero() && share.CapFrom < first:
		w.add("terms.share.capFrom", "what was paid from %s to %s counts only as the amount counted before", share.CapFrom.Long(), (first - 1).Long())
	}
	switch {
	case reached.Before && share.AlreadyPaid == 0:
		w.add("terms.share.cap", "a cap of %s leaves nothing to pay", share.Cap.Headline())
	case reached.Before:
		w.add("terms.share.alreadyPaid", "the cap is reached before %s by the amount counted before", first.Long())
	}
}

func (w *watch) rates() {
	s := w.s
	span := shareWindow(s)
	from, through := max(span.from, s.FirstMonth()), min(span.through, s.LastMonth())
	for _, rate := range s.Terms.Share.RatesByYear {
		if from > through || rate.Year < from.Year() || rate.Year > through.Year() {
			w.add(fmt.Sprintf("terms.share.ratesByYear.%d", rate.Year), "the rate of %d has no effect: no share is due in that year", rate.Year)
		}
	}
}

func (w *watch) reverse() {
	if w.s.Terms.Reverse == nil {
		return
	}
	for i := range w.s.Outlook.Streams {
		if w.s.Outlook.Streams[i].Channel == ChannelAzure {
			return
		}
	}
	w.add("terms.reverse", "the reverse share has no effect: there is no stream of Azure resale")
}

func (w *watch) valuation(months []Row) {
	s := w.s
	asOf := s.AsOf()
	switch {
	case asOf > s.LastMonth():
		w.add("valuation.asOf", "%s is after the last year: all payments are left out of present values", asOf.Long())
	case asOf < s.FirstMonth():
		w.add("valuation.asOf", "%s is before the first year: payments are discounted to it all the same", asOf.Long())
	default:
		for _, m := range months[:asOf-s.FirstMonth()] {
			if m.Due > 0 {
				w.add("valuation.asOf", "payments before %s are left out of present values", asOf.Long())
				return
			}
		}
	}
}
