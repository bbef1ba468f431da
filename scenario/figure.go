package scenario

import (
	"strconv"
	"strings"

	"headroom/scenario/unit"
)

// Figure returns the present value of the field that path names, or of a year's
// revenue (outlook.streams[0].revenue.2027), in the form a source gives it. Where
// the scenario leaves out a field that has a default, that is its value. It is
// false where path names nothing, and where the field is off or not set: the cap
// without a cap, a reverse share where there is none, growth of a year not given.
func (s Scenario) Figure(path string) (SourceValue, bool) {
	part, field, _ := strings.Cut(path, ".")
	switch part {
	case "outlook":
		return s.outlookFigure(field)
	case "terms":
		return s.Terms.figure(field)
	case "valuation":
		return s.valuationFigure(field)
	case "uncertainty":
		if s.Uncertainty == nil {
			return noFigure()
		}
		return s.Uncertainty.figure(field)
	}
	switch path {
	case "id":
		return textFigure(s.ID)
	case "name":
		return textFigure(s.Name)
	case "color":
		return textFigure(s.Color)
	case "note":
		return textFigure(s.Note)
	case "firstYear":
		return numberFigure(s.FirstYear)
	case "lastYear":
		return numberFigure(s.LastYear)
	}
	return noFigure()
}

// SourceOf returns the source of the field or the year's revenue that path
// names, as long as it still is the value the source gives. After a change it is
// the user's own, and there is none.
func (s Scenario) SourceOf(path string) (Source, bool) {
	source, found := s.Sources[path]
	if !found {
		return Source{}, false
	}
	value, set := s.Figure(path)
	if !set || !value.Same(source.Value) {
		return Source{}, false
	}
	return source, true
}

// SplitStream takes the path of a stream's field apart:
// outlook.streams[1].growth.2027 is the stream with the index 1 and its field
// growth.2027. It is false where path is no such path.
func SplitStream(path string) (stream int, field string, ok bool) {
	rest, found := strings.CutPrefix(path, "outlook.streams[")
	index, field, closed := strings.Cut(rest, "].")
	if !found || !closed || len(index) > 1 && index[0] == '0' {
		return 0, "", false
	}
	n, err := strconv.ParseUint(index, 10, 16)
	return int(n), field, err == nil
}

func (s Scenario) outlookFigure(field string) (SourceValue, bool) {
	switch field {
	case "name":
		return textFigure(s.Outlook.Name)
	case "preset":
		return textFigure(s.Outlook.Preset)
	case "shape":
		return textFigure(string(s.Outlook.Shape))
	case "agiVerified":
		return monthFigure(s.Outlook.AGIVerified)
	}
	i, field, ok := SplitStream("outlook." + field)
	if !ok || i >= len(s.Outlook.Streams) {
		return noFigure()
	}
	return s.streamFigure(i, field)
}

func (s Scenario) streamFigure(i int, field string) (SourceValue, bool) {
	stream := &s.Outlook.Streams[i]
	switch field {
	case "name":
		return textFigure(stream.Name)
	case "channel":
		return textFigure(string(stream.Channel))
	case "launch":
		if stream.Launch == 0 {
			return noFigure()
		}
		return numberFigure(stream.Launch)
	case "base":
		return numberFigure(stream.Base)
	case "shared":
		return numberFigure(stream.Shared)
	}
	if year, found := strings.CutPrefix(field, "revenue."); found {
		y, err := strconv.Atoi(year)
		if err != nil || !isYear(year) || y < s.FirstYear-1 || y > s.LastYear {
			return noFigure()
		}
		return numberFigure(s.Revenue(i, y))
	}
	return stream.Growth.figure(field, "growth.")
}

func (t *Terms) figure(path string) (SourceValue, bool) {
	part, field, _ := strings.Cut(path, ".")
	switch part {
	case "name":
		return textFigure(t.Name)
	case "preset":
		return textFigure(t.Preset)
	case "share":
		return t.Share.figure(field)
	case "reverse":
		return t.Reverse.figure(field)
	case "otherClouds":
		return t.OtherClouds.figure(field)
	case "license":
		return t.License.figure(field)
	}
	return noFigure()
}

func (s *Share) figure(field string) (SourceValue, bool) {
	switch field {
	case "rate":
		return numberFigure(s.Rate)
	case "from":
		return monthFigure(s.From)
	case "through":
		return monthFigure(s.Through)
	case "capFrom":
		return monthFigure(s.CapStart())
	case "cap":
		if !s.Capped {
			return noFigure()
		}
		return numberFigure(s.Cap)
	case "alreadyPaid":
		return numberFigure(s.AlreadyPaid)
	case "endsAtAGI":
		return truthFigure(s.EndsAtAGI)
	}
	return s.RatesByYear.figure(field, "ratesByYear.")
}

func (r *Reverse) figure(field string) (SourceValue, bool) {
	if r == nil {
		return noFigure()
	}
	switch field {
	case "rate":
		return numberFigure(r.Rate)
	case "from":
		return monthFigure(r.From)
	case "through":
		return monthFigure(r.Through)
	case "endsAtAGI":
		return truthFigure(r.EndsAtAGI)
	}
	return noFigure()
}

func (o *OtherClouds) figure(field string) (SourceValue, bool) {
	switch field {
	case "from":
		return monthFigure(o.From)
	case "azureLeadMonths":
		return numberFigure(o.AzureLeadMonths)
	case "opensAtAGI":
		return truthFigure(o.OpensAtAGI)
	}
	return noFigure()
}

func (l *License) figure(field string) (SourceValue, bool) {
	if l == nil {
		return noFigure()
	}
	switch field {
	case "through":
		return monthFigure(l.Through)
	case "exclusive":
		return textFigure(string(l.Exclusive))
	}
	return noFigure()
}

func (s Scenario) valuationFigure(field string) (SourceValue, bool) {
	switch field {
	case "discountRate":
		return numberFigure(s.Valuation.DiscountRate)
	case "asOf":
		return monthFigure(s.AsOf())
	}
	return noFigure()
}

func (u *Uncertainty) figure(field string) (SourceValue, bool) {
	switch field {
	case "correlation":
		return numberFigure(u.Correlation)
	case "capRange.low", "capRange.high":
		if u.CapRange == nil {
			return noFigure()
		}
		if field == "capRange.low" {
			return numberFigure(u.CapRange.Low)
		}
		return numberFigure(u.CapRange.High)
	}
	return u.GrowthSD.figure(field, "growthSD.")
}

// figure returns the rate of the year that follows prefix in field.
func (b ByYear) figure(field, prefix string) (SourceValue, bool) {
	year, found := strings.CutPrefix(field, prefix)
	if !found || !isYear(year) {
		return noFigure()
	}
	y, err := strconv.Atoi(year)
	if err != nil {
		return noFigure()
	}
	rate, given := b.Get(y)
	if !given {
		return noFigure()
	}
	return numberFigure(rate)
}

func noFigure() (SourceValue, bool)               { return SourceValue{}, false }
func textFigure(value string) (SourceValue, bool) { return TextValue(value), value != "" }
func truthFigure(value bool) (SourceValue, bool)  { return TruthValue(value), true }

func monthFigure(m unit.Month) (SourceValue, bool) { return MonthValue(m), !m.IsZero() }

func numberFigure[T int | unit.Amount | unit.Rate](v T) (SourceValue, bool) {
	return NumberValue(float64(v)), true
}
