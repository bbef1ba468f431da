package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/field"
	"headroom/scenario/store"
)

func TestSetChangesWhatItNames(t *testing.T) {
	plan := planned(t)
	for setting, want := range map[string]scenario.SourceValue{
		"terms.share.cap=40B":                      scenario.NumberValue(40e9),
		"terms.share.rate=15%":                     scenario.NumberValue(0.15),
		"outlook.streams[0].growth.2028=0.5":       scenario.NumberValue(0.5),
		"outlook.streams[0].actuals.2026-Q1=5.7e9": scenario.NumberValue(5.7e9),
		"outlook.streams[0].actuals.2026-07=0":     scenario.NumberValue(0),
		"outlook.afterActuals=pace":                scenario.TextValue("pace"),
		"outlook.agiVerified=2029-06":              scenario.TextValue("2029-06"),
		"terms.share.endsAtAGI=true":               scenario.TruthValue(true),
		"lastYear=2031":                            scenario.NumberValue(2031),
	} {
		w, err := store.Decode(bytes.NewReader([]byte(must(t, "set", plan, "--scenario", "slump", setting))))
		if err != nil {
			t.Fatal(err)
		}
		before, err := store.ReadFile(plan)
		if err != nil {
			t.Fatal(err)
		}
		path, _, _ := strings.Cut(setting, "=")
		for i, s := range w.Scenarios {
			got, _ := field.Figure(s, path)
			was, _ := field.Figure(before.Scenarios[i], path)
			if changed := s.ID == "slump"; changed && got != want || !changed && got != was {
				t.Errorf("%s: %s has %+v", setting, s.ID, got)
			}
		}
	}
}

func TestSetClearsAndComesBack(t *testing.T) {
	plan := planned(t)
	changed := filepath.Join(t.TempDir(), "changed.headroom.json")
	if out := must(t, "set", plan, "--scenario", "slump", "outlook.streams[0].actuals.2026-Q3=1B", "--output", changed); out != "" {
		t.Fatalf("it prints %q", out)
	}
	before, err := os.ReadFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	if got := must(t, "set", changed, "outlook.streams[0].actuals.2026-Q3="); got != string(before) {
		t.Errorf("set and cleared it is\n%s", got)
	}
}

func TestSetChangesAllOrNothing(t *testing.T) {
	plan := planned(t)
	for _, test := range []struct {
		settings []string
		status   int
		want     string
	}{
		{[]string{"terms.share.cap=40B", "terms.share.rate=2"}, statusFailed, "scenario slump: terms.share.rate: 2 is not between 0 and 1"},
		{[]string{"terms.share.limit=1"}, statusFailed, "scenario slump: terms.share.limit: names no field of a scenario"},
		{[]string{"outlook.streams[0].actuals.2026-13=1"}, statusFailed, "names no field of a scenario"},
		{[]string{"outlook.streams[0].actuals.2026-Q1=1", "outlook.streams[0].actuals.2026-02=1"}, statusFailed, "lies in 2026-Q1"},
		{[]string{"terms.share.rate="}, statusFailed, "terms.share.rate: cannot be empty; give it a value"},
		{[]string{"terms.share.endsAtAGI=yes"}, statusFailed, "is not true or false"},
		{[]string{"outlook.afterActuals=hold"}, statusFailed, `"hold" is not keep-year, keep-months, rescale or pace`},
		{[]string{"terms.otherClouds.azureLeadMonths=2.5"}, statusFailed, "is not a whole number"},
		{[]string{"terms.share.from=January"}, statusFailed, "is not a month written YYYY-MM"},
		{[]string{"name=x"}, statusFailed, "nothing sets this field"},
		{[]string{"terms.share.cap"}, statusUsage, "is not PATH=VALUE"},
		{[]string{"=1"}, statusUsage, "is not PATH=VALUE"},
		{nil, statusUsage, "no PATH=VALUE given"},
	} {
		a := call(append([]string{"set", plan, "--scenario", "slump"}, test.settings...)...)
		if a.status != test.status || a.out != "" || !strings.Contains(a.errors, test.want) {
			t.Errorf("%q: status %d, %q, printed %q, want %q", test.settings, a.status, a.errors, a.out, test.want)
		}
	}
}
