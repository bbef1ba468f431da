package preset

import (
	"strconv"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// stream returns the line as a stream of a scenario, its growth so that the
// model's revenue comes out as published, with what it has earned so far.
func (l line) stream() (scenario.Stream, error) {
	s := scenario.Stream{Name: l.Name, Channel: l.Channel, Base: l.Base.Value, Shared: 1}
	if l.Launch {
		s.Launch = l.Base.Year
	}
	revenue := s.Base
	for _, f := range l.Revenue {
		growth := unit.Rate(f.Value/revenue) - 1
		s.Growth = s.Growth.With(f.Year, growth)
		revenue *= unit.Amount(1 + growth)
	}
	for _, f := range l.Actuals {
		period, err := unit.ParsePeriod(f.Period)
		if err != nil {
			return scenario.Stream{}, err
		}
		s.Actuals = s.Actuals.With(period, f.Value)
	}
	return s, nil
}

// lineSources returns the sources of a line's figures by their path within the
// stream.
func (f *file) lineSources(l line) map[string]scenario.Source {
	out := map[string]scenario.Source{
		"base":   f.yearSource(l.Base),
		"shared": f.assumed(scenario.NumberValue(1), "An assumption: the share applies to all of this revenue."),
	}
	for _, fig := range l.Revenue {
		out["revenue."+strconv.Itoa(fig.Year)] = f.yearSource(fig)
	}
	for _, fig := range l.Actuals {
		out["actuals."+fig.Period] = f.source(scenario.NumberValue(float64(fig.Value)), fig.Status, fig.In, fig.Note)
	}
	return out
}

func (f *file) yearSource(fig yearFigure) scenario.Source {
	return f.source(scenario.NumberValue(float64(fig.Value)), fig.Status, fig.In, fig.Note)
}
