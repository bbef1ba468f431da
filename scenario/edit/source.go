package edit

import (
	"errors"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// BackToSource gives the field or the year's revenue that path names the value of
// its source again. Later years keep their growth. It is refused where there is
// no source, or it is of a field that no change sets.
func BackToSource(id, path string) Change {
	words := func(s *scenario.Scenario) string { return "set " + wordsOf(s, path) + " back to source" }
	return revise("", id, words, func(s *scenario.Scenario) error {
		source, found := s.Sources[path]
		if !found {
			return refuse(path, "there is no source to go back to")
		}
		amend, err := setter(path, source.Value)
		if err != nil {
			return refuse(path, "cannot go back to its source: %v", err)
		}
		return amend(s)
	})
}

// A figure is a field that a source can give: what the menu calls it, and how a
// value of its kind is set.
type figure struct {
	words  string
	number func(float64) amendment
	month  func(unit.Month) amendment
	word   func(string) amendment
	truth  func(bool) amendment
}

func amountFigure(words string, set func(unit.Amount) amendment) figure {
	return figure{words: words, number: func(v float64) amendment { return set(unit.Amount(v)) }}
}

func rateFigure(words string, set func(unit.Rate) amendment) figure {
	return figure{words: words, number: func(v float64) amendment { return set(unit.Rate(v)) }}
}

func countFigure(words string, set func(int) amendment) figure {
	return figure{words: words, number: func(v float64) amendment { return set(int(v)) }}
}

// figures are the fields outside streams and years, by path.
var figures = map[string]figure{
	"lastYear":            countFigure("last year", setLastYear),
	"outlook.agiVerified": {words: "AGI month", month: setAGIVerified},
	"outlook.shape":       {words: "shape", word: func(v string) amendment { return setShape(scenario.Shape(v)) }},

	"terms.share.rate":        rateFigure("rate", setRate),
	"terms.share.from":        {words: "share from", month: setShareFrom},
	"terms.share.through":     {words: "share through", month: setShareThrough},
	"terms.share.capFrom":     {words: "cap counts from", month: setCapFrom},
	"terms.share.cap":         amountFigure("cap", setCap),
	"terms.share.alreadyPaid": amountFigure("counted before", setAlreadyPaid),
	"terms.share.endsAtAGI":   {words: "share ends at AGI", truth: setEndsAtAGI},

	"terms.reverse.rate":      rateFigure("reverse rate", setReverseRate),
	"terms.reverse.from":      {words: "reverse share from", month: setReverseFrom},
	"terms.reverse.through":   {words: "reverse share through", month: setReverseThrough},
	"terms.reverse.endsAtAGI": {words: "reverse share ends at AGI", truth: setReverseEndsAtAGI},

	"terms.otherClouds.from":            {words: "other clouds from", month: setOtherCloudsFrom},
	"terms.otherClouds.azureLeadMonths": countFigure("Azure lead", setAzureLead),
	"terms.otherClouds.opensAtAGI":      {words: "other clouds open at AGI", truth: setOpensAtAGI},

	"terms.license.through":   {words: "license through", month: setLicenseThrough},
	"terms.license.exclusive": {words: "license", word: func(v string) amendment { return setExclusive(scenario.Exclusive(v)) }},

	"valuation.discountRate": rateFigure("discount rate", setDiscountRate),
	"valuation.asOf":         {words: "valuation as of", month: setAsOf},

	"uncertainty.correlation": rateFigure("correlation", setCorrelation),
	"uncertainty.capRange.low": amountFigure("low end of cap", func(v unit.Amount) amendment {
		return setRangeEnd(func(r *scenario.CapRange) *unit.Amount { return &r.Low }, v)
	}),
	"uncertainty.capRange.high": amountFigure("high end of cap", func(v unit.Amount) amendment {
		return setRangeEnd(func(r *scenario.CapRange) *unit.Amount { return &r.High }, v)
	}),
}

// figureOf returns the field that path names.
func figureOf(path string) (figure, bool) {
	if f, found := figures[path]; found {
		return f, true
	}
	if stream, field, ok := scenario.SplitStream(path); ok {
		return streamFigure(stream, field)
	}
	part, year, ok := cutYear(path)
	switch {
	case ok && part == "terms.share.ratesByYear":
		return rateFigure(strconv.Itoa(year)+" rate", func(v unit.Rate) amendment { return setRateOfYear(year, v) }), true
	case ok && part == "uncertainty.growthSD":
		return rateFigure(strconv.Itoa(year)+" growth uncertainty", func(v unit.Rate) amendment { return setGrowthSD(year, v) }), true
	}
	return figure{}, false
}

// streamFigure returns a field of the stream with the given index.
func streamFigure(stream int, field string) (figure, bool) {
	switch field {
	case "channel":
		return figure{words: "channel", word: func(v string) amendment { return setChannel(stream, scenario.Channel(v)) }}, true
	case "launch":
		return countFigure("launch", func(v int) amendment { return setLaunch(stream, v) }), true
	case "base":
		return amountFigure("base revenue", func(v unit.Amount) amendment { return setBase(stream, v) }), true
	case "shared":
		return rateFigure("shared part", func(v unit.Rate) amendment { return setShared(stream, v) }), true
	}
	series, year, ok := cutYear(field)
	switch {
	case ok && series == "growth":
		return rateFigure(strconv.Itoa(year)+" growth", func(v unit.Rate) amendment { return setGrowth(stream, year, v) }), true
	case ok && series == "revenue":
		return amountFigure(strconv.Itoa(year)+" revenue", func(v unit.Amount) amendment { return setRevenue(stream, year, v, false) }), true
	}
	return figure{}, false
}

// cutYear takes the year at the end of a path off.
func cutYear(path string) (rest string, year int, ok bool) {
	dot := strings.LastIndexByte(path, '.')
	if dot < 0 {
		return path, 0, false
	}
	year, err := strconv.Atoi(path[dot+1:])
	return path[:dot], year, err == nil
}

// setter returns the amendment that gives the field that path names a value; the
// error says why there is none, for whoever knows what was to be done.
func setter(path string, v scenario.SourceValue) (amendment, error) {
	f, found := figureOf(path)
	switch {
	case found && v.Kind == scenario.SourceNumber && f.number != nil:
		return f.number(v.Number), nil
	case found && v.Kind == scenario.SourceTruth && f.truth != nil:
		return f.truth(v.Truth), nil
	case found && v.Kind == scenario.SourceText && f.word != nil:
		return f.word(v.Text), nil
	case found && v.Kind == scenario.SourceText && f.month != nil:
		month, err := unit.ParseMonth(v.Text)
		if err != nil {
			return nil, err
		}
		return f.month(month), nil
	}
	if !found {
		return nil, errors.New("nothing sets this field")
	}
	return nil, errors.New("it takes another kind of value")
}

// wordsOf returns what the menu calls the field that path names, and whose it is
// unless that is the first stream.
func wordsOf(s *scenario.Scenario, path string) string {
	f, found := figureOf(path)
	if !found {
		return path
	}
	if stream, _, ok := scenario.SplitStream(path); ok && stream > 0 {
		return f.words + " of " + streamName(s, stream)
	}
	return f.words
}
