package edit

import (
	"slices"
	"strconv"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/unit"
)

// SetGrowth sets the growth of a stream, by index, in one year: above -1, at most
// 100. It is refused after a year without revenue, and up to the launch year,
// where growth has no meaning.
func SetGrowth(id string, stream, year int, growth unit.Rate) Change {
	return setRate(id, field.StreamPath(stream, "growth."+strconv.Itoa(year)), growth)
}

// SetGrowths sets the growth of a stream, by index, in all years given, such as a
// row of a table, in order. Other years keep theirs.
func SetGrowths(id string, stream int, growths scenario.ByYear) Change {
	return streamChange("", id, stream, "set growth", "", func(s *scenario.Scenario) error {
		for _, g := range growths {
			if err := setGrowth(stream, g.Year, g.Rate)(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// ShiftGrowth adds shift to every growth of every stream. Shifts that merge do
// not add up: each counts from where the step began.
func ShiftGrowth(id string, shift unit.Rate) Change {
	return changeOf(id, "outlook.growth-shift", "shift all growth by "+shift.Points(), func(s *scenario.Scenario) error {
		s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
		for i := range s.Outlook.Streams {
			growth := slices.Clone(s.Outlook.Streams[i].Growth)
			for j := range growth {
				growth[j].Rate += shift
			}
			s.Outlook.Streams[i].Growth = growth
		}
		return nil
	})
}

// SetTotalGrowth sets by how much all direct streams together grow in one year,
// by scaling what each of them earns in that year alike.
func SetTotalGrowth(id string, year int, growth unit.Rate) Change {
	name := "set " + strconv.Itoa(year) + " total growth to " + growth.Growth()
	return changeOf(id, "outlook.total.growth."+strconv.Itoa(year), name, setTotalGrowth(year, growth))
}

func setGrowth(stream, year int, growth unit.Rate) amendment {
	return onStream(stream, func(s *scenario.Scenario, st *scenario.Stream) error {
		path := field.StreamPath(stream, "growth."+strconv.Itoa(year))
		if !st.Grows(year) {
			return refuse(path, "%s launches in %d and grows from %d on", st.Name, st.Launch, st.Launch+1)
		}
		if year >= s.FirstYear && year <= s.LastYear && s.Revenue(stream, year-1) == 0 {
			return refuse(path, "%d has no revenue to grow from; give its revenue first", year-1)
		}
		st.Growth = st.Growth.With(year, growth)
		return nil
	})
}

func setTotalGrowth(year int, growth unit.Rate) amendment {
	return func(s *scenario.Scenario) error {
		before, earlier := earning(s, year-1)
		_, streams := earning(s, year)
		if before == 0 {
			return refuse("outlook.streams", "the direct streams have no revenue in %d to grow from; give it first", year-1)
		}
		if len(earlier) == 1 && slices.Equal(earlier, streams) {
			return setGrowth(streams[0], year, growth)(s)
		}
		return setTotalRevenue(year, before*unit.Amount(1+growth), false)(s)
	}
}
