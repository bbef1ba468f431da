package report_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/preset"
	"headroom/scenario/report"
)

// titles returns the titles of the sections of level 1.
func titles(r report.Report) (out []string) {
	for _, s := range r.Sections {
		if s.Level == 1 {
			out = append(out, s.ID)
		}
	}
	return out
}

func TestAReportHasThePartsThatAreAskedFor(t *testing.T) {
	whole := made(t, report.Request{Workspace: preset.Default()})
	for _, c := range []struct {
		says  string
		parts []report.Part
		want  []string
	}{
		{"all where none are", nil, titles(whole)},
		{"all where all are", report.Parts(), titles(whole)},
		{"one", []report.Part{report.PartDeal}, []string{"deal"}},
		{"in the order of a report, each once", []report.Part{report.PartSources, report.PartAnswer, report.PartSources}, []string{"answer", "sources"}},
	} {
		got := made(t, report.Request{Workspace: preset.Default(), Parts: c.parts})
		if !slices.Equal(titles(got), c.want) {
			t.Errorf("%s: the sections are %v, want %v", c.says, titles(got), c.want)
		}
	}
	if len(titles(whole)) != len(report.Parts()) {
		t.Errorf("the whole has %v, the parts are %v", titles(whole), report.Parts())
	}
}

func TestEachPartIsAsInTheWhole(t *testing.T) {
	whole := made(t, report.Request{Workspace: preset.Default()})
	count := 0
	for _, p := range report.Parts() {
		for _, s := range made(t, report.Request{Workspace: preset.Default(), Parts: []report.Part{p}}).Sections {
			if in := section(t, whole, s.ID); in.Title != s.Title || len(in.Blocks) != len(s.Blocks) {
				t.Errorf("%s: section %q is another by itself", p, s.ID)
			}
			count++
		}
	}
	if count != len(whole.Sections) {
		t.Errorf("the parts have %d sections, the whole %d", count, len(whole.Sections))
	}
}

func TestPartsAreRefused(t *testing.T) {
	one := of(flat("a", "A"))
	for _, c := range []struct {
		parts []report.Part
		want  string
	}{
		{[]report.Part{"annex"}, `"annex" is none of answer, scenarios`},
		{[]report.Part{report.PartComparison}, "nothing to report under comparison"},
		{[]report.Part{report.PartRisk}, "nothing to report under risk"},
	} {
		one.Parts = c.parts
		if _, err := report.New(one); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: the error is %v, want %q", c.parts, err, c.want)
		}
	}
}

func TestWhoWatchesHearsHowFarItIsAndMayEndIt(t *testing.T) {
	var told []float64
	r := report.Request{Workspace: preset.Default(), Watch: func(done float64) error {
		told = append(told, done)
		return nil
	}}
	made(t, r)
	if !slices.IsSorted(told) || told[0] <= 0 || told[len(told)-1] != 1 || len(told) < 10 {
		t.Errorf("told was %v", told)
	}
	enough := errors.New("enough")
	for stop := range told {
		steps := 0
		r.Watch = func(float64) error {
			if steps++; steps > stop {
				return enough
			}
			return nil
		}
		if _, err := report.New(r); err != enough || steps != stop+1 {
			t.Errorf("ended after %d steps: the error is %v, and %d were made", stop, err, steps)
		}
	}
}
