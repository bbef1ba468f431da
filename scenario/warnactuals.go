package scenario

import (
	"fmt"
	"strings"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// actuals warns of what is odd in the actuals of a stream, and in how it goes on.
func (w *watch) actuals(i int) {
	s, st := w.s, &w.s.Outlook.Streams[i]
	if len(st.Actuals) == 0 {
		return
	}
	path := fault.InStream(i, "actuals").String()
	if len(s.actuals(i)) < len(st.Actuals) {
		w.add(path, "%s has actuals outside the years %d to %d, which have no effect", st.Name, s.FirstYear, s.LastYear)
	}
	last := s.lastActual(i)
	if last == 0 {
		return
	}
	if gaps := s.unknown(i); len(gaps) > 0 {
		w.add(path, "%s has no actual for %s: the plan stands in for it", st.Name, listed(gaps))
	}
	if from, ever := earnsFrom(s, st); ever && from > s.actuals(i)[0].Period.First {
		w.add(path, "actuals of %s before %s are left out: other clouds are open to it only then", st.Name, from.Long())
	}
	if s.Outlook.AfterActuals.Rule() != KeepYear || last.Month() == 12 {
		return
	}
	if c, _ := s.continuation(i); c.Exceeds {
		w.add("outlook.afterActuals", "%s has earned more by %s than was planned for %d: for the rest of the year it earns nothing",
			st.Name, last.Long(), last.Year())
	}
}

// A monthSpan is a run of months, both ends included.
type monthSpan struct{ from, through unit.Month }

// unknown returns the months of the horizon before its last actual that a stream, by
// index, has none for.
func (s *Scenario) unknown(i int) (gaps []monthSpan) {
	next := s.FirstMonth()
	for _, a := range s.actuals(i) {
		if a.Period.First > next {
			gaps = append(gaps, monthSpan{next, a.Period.First - 1})
		}
		next = a.Period.Last() + 1
	}
	return gaps
}

// listed names runs of months, the first few of many.
func listed(spans []monthSpan) string {
	const most = 3
	var names []string
	for _, span := range spans[:min(most, len(spans))] {
		name := span.from.Long()
		if span.through > span.from {
			name += " to " + span.through.Long()
		}
		names = append(names, name)
	}
	if more := len(spans) - most; more > 0 {
		return strings.Join(names, ", ") + fmt.Sprintf(" and %d more spans", more)
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}
