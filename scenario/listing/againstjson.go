package listing

import (
	"headroom/scenario"
	"headroom/scenario/actuals"
	"headroom/scenario/unit"
)

// The order of fields is the order in the document.
type jsonAgainst struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Through *string          `json:"actualsThrough"`
	Streams []jsonHeldStream `json:"streams"`
}

type jsonHeldStream struct {
	Stream   *string    `json:"stream"`
	ToDate   jsonSpan   `json:"toDate"`
	Years    []jsonSpan `json:"years"`
	Quarters []jsonSpan `json:"quarters"`
	Months   []jsonSpan `json:"months"`
}

// A jsonSpan bears the name of the one kind of span that it is.
type jsonSpan struct {
	Year       int      `json:"year,omitempty"`
	Quarter    string   `json:"quarter,omitempty"`
	Month      string   `json:"month,omitempty"`
	Months     int      `json:"months"`
	Actual     *decimal `json:"actual"`
	Plan       decimal  `json:"plan"`
	Difference *decimal `json:"difference"`
	Relative   *decimal `json:"relative"`
}

// AgainstJSON returns what was earned against what was planned for programs, by
// years, quarters and months. The stream is null for all of OpenAI's own together; of
// a span in which nothing is known, all but its plan is.
func AgainstJSON(scenarios []scenario.Scenario) ([]byte, error) {
	doc := struct {
		Scenarios []jsonAgainst `json:"scenarios"`
	}{make([]jsonAgainst, 0, len(scenarios))}
	for _, s := range scenarios {
		a := jsonAgainst{ID: s.ID, Name: s.Name, Streams: []jsonHeldStream{}}
		if through := s.ActualsThrough(); through != 0 {
			month := through.String()
			a.Through = &month
		}
		for _, h := range heldOf(s) {
			stream, err := newJSONHeldStream(h)
			if err != nil {
				return nil, err
			}
			a.Streams = append(a.Streams, stream)
		}
		doc.Scenarios = append(doc.Scenarios, a)
	}
	return marshal(doc)
}

func newJSONHeldStream(h held) (jsonHeldStream, error) {
	out := jsonHeldStream{ToDate: newJSONSpan(h.months.Sum())}
	if h.stream != "" {
		out.Stream = &h.stream
	}
	for _, part := range []struct {
		by   Period
		into *[]jsonSpan
		name func(*jsonSpan, actuals.Variance)
	}{
		{Year, &out.Years, func(span *jsonSpan, v actuals.Variance) { span.Year = v.From.Year() }},
		{Quarter, &out.Quarters, func(span *jsonSpan, v actuals.Variance) {
			span.Quarter = unit.Period{First: v.From, Months: 3}.String()
		}},
		{Month, &out.Months, func(span *jsonSpan, v actuals.Variance) { span.Month = v.From.String() }},
	} {
		spans, err := h.by(part.by)
		if err != nil {
			return jsonHeldStream{}, err
		}
		for _, v := range spans {
			span := newJSONSpan(v)
			part.name(&span, v)
			*part.into = append(*part.into, span)
		}
	}
	return out, nil
}

func newJSONSpan(v actuals.Variance) jsonSpan {
	if v.Known == 0 {
		return jsonSpan{Plan: decimal(v.Plan)}
	}
	actual, difference := decimal(v.Actual), decimal(v.Difference())
	return jsonSpan{
		Months: v.Known, Actual: &actual, Plan: decimal(v.Planned), Difference: &difference,
		Relative: rateOrNull(v.Relative()),
	}
}
