package scenario

import (
	"headroom/scenario/course"
	"headroom/scenario/unit"
)

// Earnings are what all streams together earn in the months of one year, before
// any share is taken.
type earnings struct {
	revenue [12]unit.Amount // direct and other-cloud
	shared  [12]unit.Amount // the part of it that the share applies to
	resale  [12]unit.Amount // the part of Azure's resale that the reverse share applies to
}

// A track follows one stream through the years, which are entered in order.
type track struct {
	stream *Stream
	from   unit.Month    // first month in which it may earn
	never  bool          // whether it may never
	course course.Course // of the year entered
	past   past
}

func newTrack(s *Scenario, i int) track {
	st := &s.Outlook.Streams[i]
	from, ok := earnsFrom(s, st)
	t := track{stream: st, from: from, never: !ok, course: course.Course{Year: st.before()}}
	if len(st.Actuals) > 0 {
		t.past = newPast(s, st)
	}
	return t
}

// unknown is the course of which nothing is known.
var unknown course.Course

// enter starts a year. Either of two known courses of it saves time.
func (t *track) enter(year int, even bool, known, other *course.Course) {
	t.course = course.New(t.stream.annual(year, t.course.Year), t.course.Year, even, known, other)
}

// next adds to e what the stream earns in the year entered, which begins with
// january.
func (t *track) next(e *earnings, january unit.Month) {
	if t.past.last == 0 {
		t.earn(e, &t.course, january)
		return
	}
	var y monthly
	t.past.next(&y, &t.course, january)
	t.add(e, &y.months, january)
}

// earn adds to e what the stream is planned to earn by its course in the year that begins with
// january.
func (t *track) earn(e *earnings, c *course.Course, january unit.Month) {
	if t.never {
		return
	}
	from, shared := int(t.from-january), unit.Amount(t.stream.Shared)
	// Odd and even months go by themselves: neither waits for the other.
	month, square := c.Year/c.Sum, c.Root*c.Root
	after := month * c.Root
	if t.stream.Channel == ChannelAzure {
		for k := range e.resale {
			if k >= from {
				e.resale[k] += shared * month
			}
			month, after = after, month*square
		}
		return
	}
	for k := range e.revenue {
		if k >= from {
			e.revenue[k] += month
			e.shared[k] += shared * month
		}
		month, after = after, month*square
	}
}
