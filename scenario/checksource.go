package scenario

import (
	"sort"
	"strconv"
	"strings"

	"headroom/scenario/unit"
)

// NamesField reports whether path names a field of a scenario with the given
// number of streams, or a year's revenue of a stream: terms.share.cap,
// outlook.streams[0].growth.2027, outlook.streams[0].revenue.2027. The field need
// not be set, nor the year be within the horizon: what a source says of the cap
// is kept while the cap is off.
func NamesField(path string, streams int) bool {
	switch path {
	case "id", "name", "color", "note", "firstYear", "lastYear",
		"outlook.name", "outlook.preset", "outlook.shape", "outlook.agiVerified",
		"terms.name", "terms.preset",
		"terms.share.rate", "terms.share.from", "terms.share.through", "terms.share.capFrom",
		"terms.share.cap", "terms.share.alreadyPaid", "terms.share.endsAtAGI",
		"terms.reverse.rate", "terms.reverse.from", "terms.reverse.through", "terms.reverse.endsAtAGI",
		"terms.otherClouds.from", "terms.otherClouds.azureLeadMonths", "terms.otherClouds.opensAtAGI",
		"terms.license.through", "terms.license.exclusive",
		"valuation.discountRate", "valuation.asOf",
		"uncertainty.correlation", "uncertainty.capRange.low", "uncertainty.capRange.high":
		return true
	}
	if year, found := strings.CutPrefix(path, "terms.share.ratesByYear."); found {
		return isYear(year)
	}
	if year, found := strings.CutPrefix(path, "uncertainty.growthSD."); found {
		return isYear(year)
	}
	rest, found := strings.CutPrefix(path, "outlook.streams[")
	return found && namesStreamField(rest, streams)
}

// namesStreamField takes what follows outlook.streams[ in a path.
func namesStreamField(rest string, streams int) bool {
	number, field, found := strings.Cut(rest, "].")
	if !found || len(number) > 1 && number[0] == '0' {
		return false
	}
	index, err := strconv.ParseUint(number, 10, 16)
	if err != nil || index >= uint64(max(streams, 0)) {
		return false
	}
	switch field {
	case "name", "channel", "launch", "base", "shared":
		return true
	}
	series, year, _ := strings.Cut(field, ".")
	return (series == "growth" || series == "revenue") && isYear(year)
}

func isYear(text string) bool {
	if len(text) != 4 {
		return false
	}
	year, err := strconv.ParseUint(text, 10, 16)
	return err == nil && year >= MinYear && year <= MaxYear
}

func (c *checker) sources(s *Scenario) {
	before := len(c.faults)
	for path, source := range s.Sources {
		c.source(path, &source, len(s.Outlook.Streams))
	}
	if found := c.faults[before:]; len(found) > 1 {
		sort.SliceStable(found, func(i, j int) bool { return found[i].Path < found[j].Path })
	}
}

func (c *checker) source(path string, source *Source, streams int) {
	here := func(field string) place { return place{source: path, field: field} }
	if !NamesField(path, streams) {
		c.fault(here(""), "names no field of the scenario")
	}
	c.sourceValue(here("value"), source.Value)
	c.word(here("status"), string(source.Status), isStatus(source.Status), "confirmed, reported or estimate")
	c.text(here("publisher"), source.Publisher, 0)
	c.text(here("title"), source.Title, 0)
	c.date(here("date"), source.Date)
	c.text(here("url"), source.URL, 0)
	c.text(here("note"), source.Note, 0)
}

func (c *checker) date(p place, date string) {
	if date == "" {
		return
	}
	if _, err := unit.ParseDate(date); err != nil && len(date) > len("YYYY-MM-DD") {
		c.fault(p, quoted(date)+" is not a date written YYYY-MM-DD")
	} else if err != nil {
		c.fault(p, err.Error())
	}
}

func (c *checker) sourceValue(p place, v SourceValue) {
	switch v.Kind {
	case SourceNumber:
		if !isFinite(v.Number) {
			c.fault(p, Number(v.Number)+" is not a finite number")
		}
	case SourceText:
		c.text(p, v.Text, 0)
	case SourceTruth:
	default:
		c.fault(p, "is neither a number, a text nor a truth value")
	}
}

func isStatus(s Status) bool {
	return s == StatusConfirmed || s == StatusReported || s == StatusEstimate
}
