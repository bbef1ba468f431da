package edit

import (
	"math"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// SetRevenue sets the potential annual revenue of a stream, by index, in one
// year: its base in the year of the base, and else that year's growth. Later
// years keep their growth, or, with keepLater, the next year's growth takes up
// the difference. It is refused where the year before has no revenue to grow
// from, and where the growth would be out of range.
func SetRevenue(id string, stream, year int, revenue unit.Amount, keepLater bool) Change {
	name := "set " + strconv.Itoa(year) + " revenue"
	return streamField(id, stream, "revenue."+strconv.Itoa(year), name, " to "+revenue.Headline(),
		setRevenue(stream, year, revenue, keepLater))
}

// SetRevenues sets the potential annual revenue of a stream, by index, in a row
// of years beginning with first. Later years keep their growth.
func SetRevenues(id string, stream, first int, revenues []unit.Amount) Change {
	return streamChange("", id, stream, "set revenue", "", func(s *scenario.Scenario) error {
		for i, revenue := range revenues {
			if err := setRevenue(stream, first+i, revenue, false)(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetTotalRevenue sets what all direct streams together earn in one year, by
// scaling them alike. Later years are treated as by SetRevenue.
func SetTotalRevenue(id string, year int, revenue unit.Amount, keepLater bool) Change {
	name := "set " + strconv.Itoa(year) + " total revenue to " + revenue.Headline()
	return changeOf(id, "outlook.total.revenue."+strconv.Itoa(year), name, setTotalRevenue(year, revenue, keepLater))
}

func setRevenue(stream, year int, revenue unit.Amount, keepLater bool) amendment {
	return onStream(stream, func(s *scenario.Scenario, st *scenario.Stream) error {
		path := field.StreamPath(stream, "revenue."+strconv.Itoa(year))
		next := s.Revenue(stream, year+1)
		switch {
		case year < s.FirstYear-1 || year > s.LastYear:
			return refuse(path, "%d is outside the years %d to %d", year, s.FirstYear-1, s.LastYear)
		case year == baseYear(s, st):
			st.Base = revenue
		case !st.Grows(year):
			if revenue != 0 {
				return refuse(path, "%s launches in %d and earns nothing before", st.Name, st.Launch)
			}
			return nil
		default:
			if err := grow(st, path, year, s.Revenue(stream, year-1), revenue); err != nil {
				return err
			}
		}
		if now := s.Revenue(stream, year); keepLater && now > 0 && next > 0 && year+1 > baseYear(s, st) {
			return grow(st, path, year+1, now, next)
		}
		return nil
	})
}

func setTotalRevenue(year int, revenue unit.Amount, keepLater bool) amendment {
	return func(s *scenario.Scenario) error {
		total, streams := earning(s, year)
		if total == 0 {
			return refuse("outlook.streams", "the direct streams earn nothing in %d that could be scaled; set the revenue of one of them", year)
		}
		for _, stream := range streams {
			scaled := revenue
			if len(streams) > 1 {
				scaled = s.Revenue(stream, year) * (revenue / total)
			}
			if err := setRevenue(stream, year, scaled, keepLater)(s); err != nil {
				return err
			}
		}
		return nil
	}
}

// earning returns what the direct streams together earn in a year, and the
// indices of those that earn anything.
func earning(s *scenario.Scenario, year int) (total unit.Amount, streams []int) {
	for i := range s.Outlook.Streams {
		if s.Outlook.Streams[i].Channel != scenario.ChannelDirect {
			continue
		}
		if revenue := s.Revenue(i, year); revenue > 0 {
			total += revenue
			streams = append(streams, i)
		}
	}
	return total, streams
}

// baseYear returns the year whose revenue is the base of a stream.
func baseYear(s *scenario.Scenario, st *scenario.Stream) int {
	if st.Launch != 0 {
		return st.Launch
	}
	return s.FirstYear - 1
}

// grow sets the growth of a stream in year so that it goes from before to after.
func grow(st *scenario.Stream, path string, year int, before, after unit.Amount) error {
	if before == 0 {
		return refuse(path, "%d has no revenue to grow from; give its revenue first", year-1)
	}
	growth := between(before, after)
	switch {
	case growth <= -1:
		return refuse(path, "%d cannot fall to nothing; its revenue has to stay above $0", year)
	case growth > scenario.MaxGrowth:
		return refuse(path, "from %d (%s) to %d (%s) is more than the highest growth, %s",
			year-1, before.Table(), year, after.Table(), unit.Rate(scenario.MaxGrowth).Percent())
	}
	st.Growth = st.Growth.With(year, growth)
	return nil
}

// between returns the growth from before to after, of the numbers next to it the
// one that leads to after exactly, if there is one: typed revenue is then shown
// as it was typed.
func between(before, after unit.Amount) unit.Rate {
	factor := float64(after / before)
	for _, near := range []float64{factor, math.Nextafter(factor, math.Inf(1)), math.Nextafter(factor, 0)} {
		growth := unit.Rate(near - 1)
		if before*unit.Amount(1+growth) == after {
			return growth
		}
	}
	return unit.Rate(factor - 1)
}
