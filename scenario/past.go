package scenario

import (
	"headroom/scenario/course"
	"headroom/scenario/unit"
)

// A past follows what is known of one stream's revenue through the years, which
// come in order, and how the stream goes on after it.
type past struct {
	actuals Actuals    // those of the horizon that are still to come
	last    unit.Month // the last month with an actual, zero where there is none
	rule    AfterActuals
	given   unit.Amount    // all actuals so far
	planned unit.Amount    // the plan of the months that they cover
	before  [2]unit.Amount // earned in the last two months of the year before
	years   int            // gone by
	hold    course.Course  // by HoldPace: the course of any year after the last actual
	scale   unit.Amount    // by other rules: of the months after it to their plan
}

// A monthly is what one stream earns in the months of a year, whether or not the
// terms allow it.
type monthly struct {
	months [12]unit.Amount
	actual uint16        // a bit for each month that an actual covers
	after  int           // the first month after the last actual, 12 where none is
	held   bool          // whether they hold the pace
	hold   course.Course // of a year that does
	scale  unit.Amount   // of them to their plan, where they do not
}

// LeastPlan is the least plan that counts as one: below it, ratios to it would
// exceed all numbers.
const LeastPlan = 1e-100

func newPast(s *Scenario, st *Stream) past {
	p := past{actuals: st.Actuals.within(s.FirstMonth(), s.LastMonth())}
	if n := len(p.actuals); n > 0 {
		p.last, p.rule, p.scale = p.actuals[n-1].Period.Last(), s.Outlook.AfterActuals.Rule(), 1
		p.hold = course.Course{Root: 1, Sum: 12}
		if s.Outlook.Shape == ShapeRamp {
			p.hold.Ratio = 1
		}
	}
	return p
}

// next sets y to the year that begins with january and is planned to go by c.
func (p *past) next(y *monthly, c *course.Course, january unit.Month) {
	c.Months(&y.months)
	if p.last == 0 {
		return
	}
	y.actual, y.after = 0, 0
	end := int(p.last - january)
	if end >= 0 {
		y.after = min(end+1, 12)
		p.take(y, january)
	}
	ends := end >= 0 && end < 12
	if ends {
		p.decide(y, c, end)
	}
	y.held, y.hold, y.scale = p.rule == HoldPace, p.hold, p.scale
	p.goOn(y)
	if ends && p.rule == KeepYear {
		p.scale = 1 // was of that year alone
	}
	p.before = [2]unit.Amount{y.months[10], y.months[11]}
	p.years++
}

// take puts the actuals of a year in the place of its plan.
func (p *past) take(y *monthly, january unit.Month) {
	n := 0
	for ; n < len(p.actuals) && p.actuals[n].Period.First < january+12; n++ {
		a := &p.actuals[n]
		k := int(a.Period.First - january)
		if a.Period.Months == 1 {
			p.given += a.Amount
			p.planned += y.months[k]
			y.months[k] = a.Amount
			y.actual |= 1 << k
			continue
		}
		covered := (*[3]unit.Amount)(y.months[k : k+3])
		plan := covered[0] + covered[1] + covered[2]
		p.given += a.Amount
		p.planned += plan
		if plan < LeastPlan {
			third := a.Amount / 3
			*covered = [3]unit.Amount{third, third, third}
		} else {
			ratio := a.Amount / plan
			covered[0] *= ratio
			covered[1] *= ratio
			covered[2] *= ratio
		}
		y.actual |= 7 << k
	}
	p.actuals = p.actuals[n:]
}

// decide finds how the stream goes on after the month with the index end.
func (p *past) decide(y *monthly, c *course.Course, end int) {
	switch p.rule {
	case KeepYear:
		p.scale = 0
		left, rest := c.Year-total(y.months[:end+1]), total(y.months[end+1:])
		if left > 0 && rest >= LeastPlan {
			p.scale = left / rest
		}
	case Rescale:
		if p.planned >= LeastPlan {
			p.scale = p.given / p.planned
		}
	case HoldPace:
		p.hold.Year = 12 * p.mean(y, end)
	}
}

// mean returns what the last three months up to the one with the index end earned
// on average, or as many as there are.
func (p *past) mean(y *monthly, end int) unit.Amount {
	earned, n := total(y.months[max(0, end-2):end+1]), min(end+1, 3)
	if p.years > 0 {
		for k := end; k < 2; k++ {
			earned += p.before[k]
			n++
		}
	}
	return earned / unit.Amount(n)
}

// goOn sets the months after the last actual, which are as planned so far.
func (p *past) goOn(y *monthly) {
	if p.rule == HoldPace {
		p.hold.After(&y.months, y.after)
		return
	}
	for k := y.after; k < 12; k++ {
		y.months[k] *= p.scale
	}
}

func total(months []unit.Amount) (sum unit.Amount) {
	for _, v := range months {
		sum += v
	}
	return sum
}

// add adds what a stream earns in the months of the year that begins with january,
// as far as the terms allow it.
func (t *track) add(e *earnings, months *[12]unit.Amount, january unit.Month) {
	if t.never {
		return
	}
	from, shared := int(t.from-january), unit.Amount(t.stream.Shared)
	if t.stream.Channel == ChannelAzure {
		for k, month := range months {
			if k >= from {
				e.resale[k] += shared * month
			}
		}
		return
	}
	for k, month := range months {
		if k >= from {
			e.revenue[k] += month
			e.shared[k] += shared * month
		}
	}
}

// A Continuation says how a stream goes on after its last actual.
type Continuation struct {
	Last    unit.Month // with an actual
	Rule    AfterActuals
	Rest    float64     // by KeepYear: of the months of that year that are left, to their plan
	Exceeds bool        // whether Rest is 0 since the year's plan has been exceeded
	Ratio   float64     // by Rescale: of all months after the last actual to their plan
	Pace    unit.Amount // by HoldPace: annual revenue
}

// Continuation returns how a stream, by index, goes on after its last actual, and
// false where it has none within the horizon.
func (s Scenario) Continuation(stream int) (Continuation, bool) {
	return s.continuation(stream)
}

func (s *Scenario) continuation(stream int) (Continuation, bool) {
	t := newTrack(s, stream)
	out := Continuation{Last: t.past.last, Rule: t.past.rule, Rest: 1, Ratio: 1}
	if out.Last == 0 {
		return Continuation{}, false
	}
	var y monthly
	for year := s.FirstYear; year <= out.Last.Year(); year++ {
		t.enter(year, s.Outlook.Shape == ShapeEven, &unknown, &unknown)
		t.past.next(&y, &t.course, unit.NewMonth(year, 1))
	}
	switch {
	case out.Rule == HoldPace:
		out.Pace = t.past.hold.Year
	case out.Rule == Rescale:
		out.Ratio = float64(y.scale)
	case out.Rule == KeepYear && y.after < 12:
		out.Rest = float64(y.scale)
		out.Exceeds = total(y.months[:y.after]) > t.course.Year
	}
	return out, true
}
