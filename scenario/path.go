package scenario

import (
	"headroom/scenario/account"
	"headroom/scenario/course"
	"headroom/scenario/unit"
)

// A PathYear is what is due in a year of the horizon on paths of a simulation, which
// multiply the planned revenue of all streams by a factor of the year, 0 or more. With
// factors of 1 it is what Project says is due.
type PathYear struct {
	January unit.Month
	Settled [12]unit.Amount // is due on every path alike: actuals, and the past
	Level   [12]unit.Amount // is multiplied by the factor
	Ramps   []PathRamp
	Worth   [12]unit.Amount // factors of present value
}

// A PathRamp grows from month to month by its root times the twelfth root of the year's
// factor divided by that of the year before.
type PathRamp struct {
	Year   unit.Amount // due in all twelve months on a path of the factor 1
	Root   unit.Amount
	Months uint16 // a bit for each month in which it is due
}

// PathYear sets out to a year of the horizon, counted from 0.
func (p *Prepared) PathYear(out *PathYear, year int) {
	w := shareWindow(&p.s)
	*out = PathYear{January: p.s.FirstMonth() + unit.Month(12*year), Ramps: out.Ramps[:0], Worth: p.factors[year]}
	rate := unit.Amount(p.s.Terms.Share.RateIn(out.January.Year()))
	for i := range p.starts {
		t := &p.starts[i]
		if t.never || t.stream.Channel == ChannelAzure {
			continue
		}
		from, through := max(w.from, t.from)-out.January, w.through-out.January
		var due uint16
		for k := max(0, from); k <= min(11, through); k++ {
			due |= 1 << k
		}
		p.addPath(out, year, i, rate*unit.Amount(t.stream.Shared), due)
	}
}

// addPath adds the given part of what a stream earns in the months that are due. Those
// that an actual covers, or that are settled, are as they are on every path.
func (p *Prepared) addPath(out *PathYear, year, stream int, part unit.Amount, due uint16) {
	at := year*len(p.starts) + stream
	c, settled := &p.courses[at], int(p.through-out.January)+1 // months of the year
	if p.months == nil || p.starts[stream].past.last == 0 && settled <= 0 {
		out.follow(c, part, due)
		return
	}
	m := &p.months[at]
	if settled <= 0 {
		past := uint16(1)<<m.after - 1
		out.follow(c, part, due&past&^m.actual)
		if m.held {
			out.follow(&m.hold, part, due&^past)
		} else {
			out.follow(c, part*m.scale, due&^past)
		}
		due &= m.actual
	}
	for k, month := range m.months {
		switch {
		case due>>k&1 == 0:
		case k < settled || m.actual>>k&1 == 1:
			out.Settled[k] += part * month
		default:
			out.Level[k] += part * month
		}
	}
}

// follow adds the given part of the months of a course.
func (y *PathYear) follow(c *course.Course, part unit.Amount, due uint16) {
	if due == 0 || c.Year == 0 || part == 0 {
		return
	}
	if c.Ratio != 0 {
		y.Ramps = append(y.Ramps, PathRamp{part * c.Year, c.Root, due})
		return
	}
	for k := range y.Level {
		if due>>k&1 == 1 {
			y.Level[k] += part * (c.Year / c.Sum)
		}
	}
}

// Pay pays what is due on a path in months from the first one on, and sets what is paid
// and what then counts toward the cap.
func (p *Prepared) Pay(a *account.Account, due, paid, counted []unit.Amount, first unit.Month) {
	a.Pay(due, paid, counted, first, p.ledger.capFrom)
}
