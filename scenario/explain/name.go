package explain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"headroom/scenario"
	"headroom/scenario/unit"
)

// A kind is how the value of a field is written.
type kind int

const (
	plain kind = iota // a text, or a truth value
	amount
	rate
	growth
	year
	monthCount
	month
	ratio
	shape
	channel
	exclusivity
)

// A field is a field outside streams, in the order of the form. The path of one
// that is given by year lacks the year.
type field struct {
	path string
	name string // %d is the year
	kind kind
}

var fields = []field{
	{"lastYear", "Last year", year},
	{"outlook.shape", "Revenue within a year", shape},
	{"terms.share.cap", "Total cap", amount},
	{"terms.share.rate", "Share rate", rate},
	{"terms.share.ratesByYear", "Share rate of %d", rate},
	{"terms.share.from", "Share paid from", month},
	{"terms.share.through", "Share paid through", month},
	{"terms.share.capFrom", "Cap counts from", month},
	{"terms.share.alreadyPaid", "Counted before", amount},
	{"terms.share.endsAtAGI", "Share ends when AGI is verified", plain},
	{"terms.reverse.rate", "Reverse share", rate},
	{"terms.reverse.from", "Reverse share paid from", month},
	{"terms.reverse.through", "Reverse share paid through", month},
	{"terms.reverse.endsAtAGI", "Reverse share ends when AGI is verified", plain},
	{"terms.otherClouds.from", "Other clouds from", month},
	{"terms.otherClouds.azureLeadMonths", "Azure lead", monthCount},
	{"terms.otherClouds.opensAtAGI", "Other clouds open when AGI is verified", plain},
	{"terms.license.exclusive", "License", exclusivity},
	{"terms.license.through", "License through", month},
	{"outlook.agiVerified", "AGI verified", month},
	{"valuation.discountRate", "Discount rate", rate},
	{"valuation.asOf", "Valued as of", month},
	{"uncertainty.growthSD", "Uncertainty of %d growth", rate},
	{"uncertainty.correlation", "Correlation of growth", ratio},
	{"uncertainty.capRange.low", "Low end of the cap", amount},
	{"uncertainty.capRange.high", "High end of the cap", amount},
}

// streamFields are the fields of a stream; those given by year lack the year.
var streamFields = map[string]field{
	"name":    {name: "name"},
	"channel": {name: "channel", kind: channel},
	"launch":  {name: "launch", kind: year},
	"base":    {name: "base revenue", kind: amount},
	"shared":  {name: "shared part", kind: rate},
	"revenue": {name: "%d revenue", kind: amount},
	"growth":  {name: "%d growth", kind: growth},
}

// find returns the field that path names and the year at its end, 0 for none.
func find(path string) (field, int, bool) {
	if _, rest, ok := scenario.SplitStream(path); ok {
		series, digits, _ := strings.Cut(rest, ".")
		of, _ := strconv.Atoi(digits)
		f, found := streamFields[series]
		return f, of, found
	}
	of := 0
	if dot := strings.LastIndexByte(path, '.'); dot >= 0 {
		if y, err := strconv.Atoi(path[dot+1:]); err == nil {
			path, of = path[:dot], y
		}
	}
	at := slices.IndexFunc(fields, func(f field) bool { return f.path == path })
	if at < 0 {
		return field{}, 0, false
	}
	return fields[at], of, true
}

// Name returns what the screen calls the field of s that path names, such as
// "Total cap" or "OpenAI, 2027 revenue"; of a path that names none, the path.
func Name(s scenario.Scenario, path string) string {
	f, of, found := find(path)
	if !found {
		return path
	}
	name := f.name
	if strings.Contains(name, "%d") {
		name = fmt.Sprintf(name, of)
	}
	i, rest, ok := scenario.SplitStream(path)
	if !ok {
		return name
	}
	if i >= len(s.Outlook.Streams) {
		return path
	}
	st := s.Outlook.Streams[i]
	if rest == "base" {
		earned := s.FirstYear - 1
		if st.Launch != 0 {
			earned = st.Launch
		}
		name = strconv.Itoa(earned) + " revenue"
	}
	return st.Name + ", " + name
}

// Value returns a figure as tables show that of the field at path.
func Value(path string, v scenario.SourceValue) string {
	f, _, _ := find(path)
	switch v.Kind {
	case scenario.SourceTruth:
		if v.Truth {
			return "yes"
		}
		return "no"
	case scenario.SourceText:
		return text(f.kind, v.Text)
	}
	return number(f.kind, v.Number)
}

func text(k kind, v string) string {
	switch k {
	case month:
		if m, err := unit.ParseMonth(v); err == nil {
			return m.Short()
		}
	case shape:
		return scenario.Shape(v).Words()
	case channel:
		return scenario.Channel(v).Words()
	case exclusivity:
		return scenario.Exclusive(v).Words()
	}
	return v
}

func number(k kind, v float64) string {
	switch k {
	case amount:
		return unit.Amount(v).Table()
	case rate:
		return unit.Rate(v).Percent()
	case growth:
		return unit.Rate(v).Growth()
	case monthCount:
		if v == 1 {
			return "1 month"
		}
		return strconv.FormatFloat(v, 'f', -1, 64) + " months"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
