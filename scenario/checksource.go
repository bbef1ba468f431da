package scenario

import (
	"fmt"
	"math"
	"sort"

	"headroom/scenario/fault"
	"headroom/scenario/unit"
)

// NamesField reports whether path names a field of a scenario with the given
// number of streams, or a year's revenue of a stream: terms.share.cap,
// outlook.streams[0].growth.2027, outlook.streams[0].revenue.2027. The field need
// not be set, nor the year be within the horizon: what a source says of the cap
// is kept while the cap is off.
func NamesField(path string, streams int) bool {
	f, found := FieldAt(path)
	return found && f.Stream() < streams
}

func (c *checker) sources(s *Scenario) {
	before := len(c.Found)
	if n := len(s.Sources); n > MaxSources {
		c.Add(fault.At("sources"), fmt.Sprintf("has %d sources; at most %d are taken", n, MaxSources))
		return
	}
	for path, source := range s.Sources {
		c.source(path, &source, len(s.Outlook.Streams))
	}
	if found := c.Found[before:]; len(found) > 1 {
		sort.SliceStable(found, func(i, j int) bool { return found[i].Path < found[j].Path })
	}
}

func (c *checker) source(path string, source *Source, streams int) {
	here := func(field string) fault.Place { return fault.InSource(path, field) }
	if !NamesField(path, streams) {
		c.Add(here(""), "names no field of the scenario")
	}
	c.sourceValue(here("value"), source.Value)
	c.Word(here("status"), string(source.Status), isStatus(source.Status), "confirmed, reported or estimate")
	c.Text(here("publisher"), source.Publisher, MaxCredit)
	c.Text(here("title"), source.Title, MaxCredit)
	c.date(here("date"), source.Date)
	c.Text(here("url"), source.URL, MaxURL)
	c.Text(here("note"), source.Note, MaxNote)
}

func (c *checker) date(p fault.Place, date string) {
	if date == "" {
		return
	}
	if _, err := unit.ParseDate(date); err != nil && len(date) > len("YYYY-MM-DD") {
		c.Add(p, fault.Quoted(date)+" is not a date written YYYY-MM-DD")
	} else if err != nil {
		c.Add(p, err.Error())
	}
}

func (c *checker) sourceValue(p fault.Place, v SourceValue) {
	switch v.Kind {
	case SourceNumber:
		if math.IsNaN(v.Number) || math.IsInf(v.Number, 0) {
			c.Add(p, unit.Number(v.Number)+" is not a finite number")
		}
	case SourceText:
		c.Text(p, v.Text, MaxNote)
	case SourceTruth:
	default:
		c.Add(p, "is neither a number, a text nor a truth value")
	}
}

func isStatus(s Status) bool {
	return s == StatusConfirmed || s == StatusReported || s == StatusEstimate
}
