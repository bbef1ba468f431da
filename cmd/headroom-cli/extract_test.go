package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario/store"
)

// TestWhatAFileCarriesComesBack writes files of every kind that can carry scenarios,
// and takes these out again.
func TestWhatAFileCarriesComesBack(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	for _, c := range []struct {
		file string
		args []string
	}{
		{"a.png", []string{"chart", plan, "--scenario", "february-2026,april-2025", "--kind", "compare"}},
		{"a.svg", []string{"chart", plan, "--scenario", "february-2026,april-2025", "--kind", "compare"}},
		{"b.svg", []string{"chart", plan, "--scenario", "february-2026,april-2025", "--kind", "compare", "--outlines"}},
		{"a.pdf", []string{"export", plan, "--scenario", "february-2026,april-2025"}},
		{"a.html", []string{"export", plan, "--scenario", "february-2026,april-2025"}},
	} {
		path := filepath.Join(dir, c.file)
		must(t, append(c.args, "--output", path)...)
		if a := call("extract", path); a.status != statusFailed || !strings.Contains(a.errors, "carries no scenarios") {
			t.Errorf("%s without --embed: status %d, errors %q", c.file, a.status, a.errors)
		}
		must(t, append(c.args, "--embed", "--output", path)...)
		w, err := store.Decode(strings.NewReader(must(t, "extract", path)))
		if err != nil {
			t.Fatalf("%s: %v", c.file, err)
		}
		if len(w.Scenarios) != 2 || w.Scenarios[0].ID != "february-2026" || w.Scenarios[1].ID != "april-2025" || w.View.Reference != "february-2026" {
			t.Errorf("%s carries %d scenarios, and the view %+v", c.file, len(w.Scenarios), w.View)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if a := callWith(string(data), "extract", "-"); a.status != statusDone || a.out != must(t, "extract", path) {
			t.Errorf("%s from standard input: status %d, errors %q", c.file, a.status, a.errors)
		}
	}
}

func TestWhatWasSentInAWorkbookComesBack(t *testing.T) {
	plan, path := planned(t), filepath.Join(t.TempDir(), "a.xlsx")
	must(t, "export", plan, "--scenario", "february-2026", "--output", path)
	w, err := store.Decode(strings.NewReader(must(t, "extract", path)))
	if err != nil || len(w.Scenarios) != 1 || w.Scenarios[0].ID != "february-2026" {
		t.Errorf("it carries %d scenarios, error %v", len(w.Scenarios), err)
	}
	refused(t, statusFailed, []string{"extract", holding(t, "PK\x03\x04 and no archive")}, "held.headroom.json: ")
}

func TestFiguresThatNoLongerComeOutTheSameAreSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.svg")
	must(t, "chart", planned(t), "--scenario", "february-2026", "--kind", "years", "--embed", "--output", path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	older := strings.Replace(string(data), "2028-11-23", "2028-11-24", 1)
	if older == string(data) {
		t.Fatal("the figure is not in the file")
	}
	a := callWith(older, "extract", "-")
	want := `headroom-cli: standard input: scenario "february-2026" showed a cap reached 2028-11-24 and $38.00B paid; now it is a cap reached 2028-11-23 and $38.00B` + "\n"
	if a.status != statusDone || a.errors != want || a.out == "" {
		t.Errorf("status %d, errors %q, want %q", a.status, a.errors, want)
	}
}

func TestExtractRefusesWhatCarriesNothing(t *testing.T) {
	plan := planned(t)
	for _, c := range []struct{ file, want string }{
		{plan, "no PNG, SVG, PDF or HTML file"},
		{plan + "x", "no such file"},
		{filepath.Dir(plan), filepath.Dir(plan)},
		{holding(t, "<svg><h:carried xmlns:h='urn:headroom'>{<b/>"), "is damaged: an element stands within a text"},
		{holding(t, "<!DOCTYPE html><title>a</title>"), "carries no scenarios"},
		{holding(t, "%PDF-1.4\n"), "carries no scenarios"},
	} {
		refused(t, statusFailed, []string{"extract", c.file}, c.want)
	}
}
