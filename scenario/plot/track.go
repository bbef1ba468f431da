package plot

import (
	"math"

	"headroom/scenario/unit"
)

// A vertex is a point of a line over time: t in months since the year 0, v in
// dollars. A month's amounts are those at its end.
type vertex struct{ t, v float64 }

// A track is what a cumulative picture shows of a projection.
type track struct {
	// counted is what counts toward the cap. It begins with the horizon at what
	// was counted before, and has a corner exactly where the cap is reached.
	counted []vertex
	// uncapped is the share before the cap, cumulative, from where it parts from
	// counted: where the cap is reached. Empty where it does not part.
	uncapped []vertex
	ends     []yearEnd // of the share before the cap, ascending
	reached  vertex    // where the cap is reached, if reachedAt
	// reachedAt reports whether the cap is reached within the horizon, before
	// whether it was reached earlier.
	reachedAt, before bool

	settled // empty before settle
}

type yearEnd struct {
	year int
	vertex
}

// fill computes the track of a checked subject, reusing t's memory.
//
// The share before the cap is added up from where counting starts (from
// terms.share.capFrom, or from the window's start), on top of what was counted
// before, so that both lines are one until the cap is reached. While payments
// do not count yet, both stay where they are.
func (t *track) fill(s Subject) {
	months, share := s.Projection.Months, s.Scenario.Terms.Share
	limit := float64(share.Cap)
	start := vertex{float64(months[0].From), float64(share.AlreadyPaid)}
	*t = track{
		counted:  append(t.counted[:0], start),
		uncapped: t.uncapped[:0],
		ends:     t.ends[:0],
		before:   share.Capped && s.Projection.Total.Reached.Before,
	}
	if t.before {
		t.uncapped = append(t.uncapped, start)
	}
	last, sum := start.v, start.v
	for _, row := range months {
		end := float64(row.From + 1)
		if !share.Capped || row.From >= share.CapStart() {
			sum += float64(row.Due)
		}
		next := float64(row.Cumulative)
		if share.Capped && !t.before && !t.reachedAt && next >= limit && next > last {
			part := math.Min(1, (limit-last)/float64(row.Due))
			t.reached, t.reachedAt = vertex{float64(row.From) + part, limit}, true
			t.counted = append(t.counted, t.reached)
			t.uncapped = append(t.uncapped, t.reached)
		}
		t.counted = append(t.counted, vertex{end, next})
		if t.parts() {
			t.uncapped = append(t.uncapped, vertex{end, sum})
		}
		if row.From.Month() == 12 {
			t.ends = append(t.ends, yearEnd{row.From.Year(), vertex{end, sum}})
		}
		last = next
	}
}

// parts reports whether the share before the cap has parted from what counts.
func (t *track) parts() bool { return t.before || t.reachedAt }

// at returns the value of a line at time x: before its first vertex the first
// value, after its last the last.
func at(line []vertex, x float64) float64 {
	for i, v := range line {
		if v.t < x {
			continue
		}
		if i == 0 || v.t == x {
			return v.v
		}
		u := line[i-1]
		return u.v + (v.v-u.v)*(x-u.t)/(v.t-u.t)
	}
	return line[len(line)-1].v
}

// clip appends to out the part of a line that lies between the times from and
// through and not above top. The line must never fall; so what is left is in one
// piece, and lines that leave the top do not come back.
func clip(out, line []vertex, from, through, top float64) []vertex {
	for i, v := range line {
		if v.t < from {
			continue
		}
		if i > 0 {
			u := line[i-1]
			if u.t < from && v.t > from {
				u = vertex{from, at(line[i-1:i+1], from)}
				if u.v > top {
					return out
				}
				out = append(out, u)
			}
			if v.t > through {
				v = vertex{through, at(line[i-1:i+1], through)}
			}
			if v.v > top {
				if u.v < top {
					out = append(out, vertex{u.t + (v.t-u.t)*(top-u.v)/(v.v-u.v), top})
				}
				return out
			}
		}
		if v.v > top || v.t > through {
			return out
		}
		out = append(out, v)
		if v.t >= through {
			return out
		}
	}
	return out
}

// topOf returns the upper end that the vertical axis of a picture has by itself,
// so that several pictures can be given the largest of theirs. It is above $0
// for every subject that can be drawn, and 0 for others.
//
// Up to the cap the axis goes to 1.3 times the cap, or what was counted before
// where that is more. Everything due is what is due within the months shown,
// with a little room above; a cap that lies not far above it is included.
func topOf(face Kind, s Subject, o Options) unit.Amount {
	if s.check() != nil {
		return 0
	}
	o.fill(horizon([]Subject{s}))
	if o.checkMonths() != nil {
		return 0
	}
	if face == KindYears {
		return unit.Amount(topOfYears(barsOf(nil, s, o)))
	}
	var t track
	t.fill(s)
	return unit.Amount(topOfTrack(&t, s, o))
}

func topOfTrack(t *track, s Subject, o Options) float64 {
	share := s.Scenario.Terms.Share
	if o.Axis == AxisCap && share.Capped {
		if top := 1.3 * math.Max(float64(share.Cap), float64(share.AlreadyPaid)); top >= leastTop {
			return top
		}
	}
	through := float64(o.Through + 1)
	everything := at(t.counted, through)
	if t.parts() && through > t.uncapped[0].t {
		everything = math.Max(everything, at(t.uncapped, through))
	}
	if share.Capped && float64(share.Cap) <= 1.25*everything {
		everything = math.Max(everything, float64(share.Cap))
	}
	return roomAbove(everything)
}

// roomAbove returns the upper end of an axis for values up to v: a little more,
// and a billion dollars where there is nothing to see.
func roomAbove(v float64) float64 {
	if v < leastTop {
		return 1e9
	}
	return 1.06 * v
}
