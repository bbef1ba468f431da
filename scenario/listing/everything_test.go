package listing_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/preset"
)

func TestEverythingIsThereAsNumbers(t *testing.T) {
	got := records(t, text(t)(listing.Everything(preset.Default(), nil, nil)))
	find := func(part, id, stream, period, field string) map[string]string {
		for _, row := range got {
			if row["part"] == part && row["scenario"] == id && row["stream"] == stream && row["period"] == period && row["field"] == field {
				return row
			}
		}
		t.Errorf("there is no %s %s %s %s of %s", part, stream, period, field, id)
		return map[string]string{}
	}
	for _, c := range []struct {
		part, id, stream, period, field string
		column, want                    string
	}{
		{"result", "february-2026", "", "", "cap-reached", "text", "2028-11-23"},
		{"result", "february-2026", "", "", "paid", "value", "38000000000"},
		{"input", "february-2026", "", "", "terms.share.cap", "value", "38000000000"},
		{"input", "february-2026", "", "", "terms.share.cap", "status", "reported"},
		{"input", "february-2026", "OpenAI", "", "outlook.streams[0].growth.2027", "unit", "fraction"},
		{"input", "february-2026", "", "", "terms.share.from", "text", "2026-01"},
		{"year", "february-2026", "", "2028", "cumulative", "value", "38000000000"},
		{"fiscal-year", "february-2026", "", "FY2027", "due", "unit", "USD"},
		{"statement", "february-2026", "", "2026-Q3", "fiscalQuarter", "text", "FY2027-Q1"},
		{"statement", "february-2026", "Azure resale", "2026-Q3", "base", "value", "0"},
		{"difference from july-2026", "february-2026", "", "", "cap-reached", "unit", "days"},
	} {
		if row := find(c.part, c.id, c.stream, c.period, c.field); row[c.column] != c.want {
			t.Errorf("%s %s of %s has %q as %s, want %q", c.part, c.field, c.id, row[c.column], c.column, c.want)
		}
	}
	for _, row := range got {
		if (row["value"] == "") != (row["unit"] == "") || row["value"] == "" && row["text"] == "" && row["field"] != "cap-reached" {
			t.Errorf("%v has a value without a unit, or nothing at all", row)
		}
		if row["value"] == "" {
			continue
		}
		if _, err := strconv.ParseFloat(row["value"], 64); err != nil || strings.ContainsAny(row["value"], "eE−") {
			t.Errorf("%v is no number in full", row)
		}
	}
}

func TestNamesInEverythingAreNoFormulas(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios[:1])
	w.View = scenario.View{}
	s := &w.Scenarios[0]
	s.Name = "=1+1"
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	s.Outlook.Streams[0].Name = "@SUM(A1)"
	for _, row := range records(t, text(t)(listing.Everything(w, nil, nil))) {
		for column, text := range row {
			if column != "value" && text != "" && strings.ContainsAny(text[:1], "=+-@") {
				t.Fatalf("%s is %q", column, text)
			}
		}
	}
}
