package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A solution is the JSON of solve as its readers see it.
type solution struct {
	Scenario, Find, Result, Target string
	Value                          *float64
	Intervals                      [][2]float64
	Check                          *string
	Range                          *[2]float64
	Nearest                        *string
	NearestValue                   *float64
}

func lookFor(file, id, find, target string, more ...string) []string {
	return append([]string{"solve", file, "--scenario", id, "--find", find, "--result", "cap-reached", "--target", target}, more...)
}

func solutionOf(t *testing.T, text string) solution {
	t.Helper()
	var s solution
	from := json.NewDecoder(strings.NewReader(text))
	from.DisallowUnknownFields()
	if err := from.Decode(&s); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return s
}

// Of the flat case 0.2 is due a month: a cap of 2.4 is reached with the last day
// of 2026, and on that day are reached those above the 30 days before it.
func TestSolveFindsEveryCap(t *testing.T) {
	s := solutionOf(t, must(t, lookFor(worked, "flat", "cap", "2026-12-31", "--format", "json")...))
	if s.Scenario != "flat" || s.Find != "cap" || s.Result != "cap-reached" || s.Target != "2026-12-31" || s.Range != nil {
		t.Errorf("%+v", s)
	}
	if len(s.Intervals) != 1 || s.Value == nil || s.Check == nil || *s.Check != "2026-12-31" {
		t.Fatalf("%+v", s)
	}
	low, high := s.Intervals[0][0], s.Intervals[0][1]
	if math.Abs(low-(2.2e9+0.2e9*30/31)) > 1e3 || math.Abs(high-2.4e9) > 1e3 || *s.Value < low || *s.Value > high {
		t.Errorf("caps from %.0f to %.0f, %.0f of them", low, high, *s.Value)
	}
}

func TestTheTargetIsADateAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]string{
		"12/31/2026": "2026-12-31", "31 Dec 2026": "2026-12-31", "end of 2026": "2026-12-31", "Q4 2026": "2026-12-31", "2026-12": "2026-12-31", "2026": "2026-12-31",
	} {
		a := call(lookFor(worked, "flat", "cap", text, "--format", "json")...)
		if s := solutionOf(t, a.out); a.status != 0 || s.Target != want || a.errors != "" {
			t.Errorf("%s is taken for %s, status %d, %q", text, s.Target, a.status, a.errors)
		}
	}
	a := call(lookFor(worked, "flat", "cap", "5/6/2026", "--format", "json")...)
	if s := solutionOf(t, a.out); s.Target != "2026-05-06" || a.errors != "headroom-cli: --target: 5/6/2026 is taken for May 6, 2026, not for Jun 5, 2026\n" {
		t.Errorf("a target in doubt is taken for %s, and said to be %q", s.Target, a.errors)
	}
}

func TestSolveFindsAShiftOfGrowth(t *testing.T) {
	s := solutionOf(t, must(t, lookFor(planned(t), "february-2026", "growth-shift", "2028-11-23", "--format", "json")...))
	if s.Value == nil || *s.Value != 0 {
		t.Errorf("the plan reaches its cap on that day, but is to be shifted: %+v", s)
	}
	table := must(t, lookFor(planned(t), "stall", "growth-shift", "2030-06-30")...)
	for _, want := range []string{"Stall (illustrative) (stall)", "a shift of every growth", "the cap is reached on Jun 30, 2030", " pp"} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is not said:\n%s", want, table)
		}
	}
}

// beyond looks for a cap that is reached after the share has ended: none is, and
// all that is due is 12.
func beyond(more ...string) []string { return lookFor(worked, "flat", "cap", "2031-06-30", more...) }

func TestWithoutASolutionTheAnswerIsPrintedAndTheStatusOne(t *testing.T) {
	a := call(beyond("--format", "json")...)
	if a.status != statusFailed || strings.Count(a.errors, "\n") != 1 || !strings.HasPrefix(a.errors, `headroom-cli: no cap of scenario "flat"`) {
		t.Errorf("status %d, errors %q", a.status, a.errors)
	}
	s := solutionOf(t, a.out)
	for _, none := range []string{`"value": null,`, `"intervals": [],`, `"check": null,`} {
		if !strings.Contains(a.out, none) {
			t.Errorf("%s is not said:\n%s", none, a.out)
		}
	}
	if s.Range == nil || *s.Range != [2]float64{0, 1e15} || s.Nearest == nil || *s.Nearest != "2030-12-31" {
		t.Fatalf("%s", a.out)
	}
	// A cap that is no more than a sliver above all that is due is reached as well.
	if sliver := 0.005 + 12e9*1e-12; *s.NearestValue < 12e9-cent || *s.NearestValue > 12e9+sliver+cent {
		t.Errorf("the nearest cap is %v", *s.NearestValue)
	}
}

func TestWithoutASolutionTheTableSaysTheNearest(t *testing.T) {
	a := call(beyond()...)
	if a.status != statusFailed || !strings.Contains(a.out, "Answer       none") || !strings.Contains(a.out, "the cap is reached on Dec 31, 2030") {
		t.Errorf("status %d, output %q", a.status, a.out)
	}
}

func TestWithoutASolutionTheAnswerIsSavedToo(t *testing.T) {
	args := beyond("--format", "json")
	a := call(args...)
	path := filepath.Join(t.TempDir(), "answer.json")
	if b := call(append(args, "--output", path)...); b.status != statusFailed || b.out != "" || b.errors != a.errors {
		t.Errorf("with --output: status %d, output %q, errors %q", b.status, b.out, b.errors)
	}
	if saved, err := os.ReadFile(path); err != nil || string(saved) != a.out {
		t.Errorf("--output holds %q, error %v", saved, err)
	}
}

func TestWithoutACapNoGrowthReachesIt(t *testing.T) {
	a := call(lookFor(worked, "flat", "growth-shift", "2028-06-30", "--format", "json")...)
	s := solutionOf(t, a.out)
	if a.status != statusFailed || s.Nearest != nil || s.Range == nil || s.Range[1] != 10 {
		t.Errorf("status %d, %s", a.status, a.out)
	}
	if !strings.Contains(a.errors, "the cap is not reached by 2030") {
		t.Errorf("errors %q", a.errors)
	}
}

func TestAnAnswerThatCannotBeWrittenIsAFailureOfWriting(t *testing.T) {
	var errs strings.Builder
	status := run(beyond(), strings.NewReader(""), full{}, &errs)
	if status != statusFailed || errs.String() != "headroom-cli: write standard output: no space left\n" {
		t.Errorf("status %d, errors %q", status, errs.String())
	}
}

func TestVersion(t *testing.T) {
	if got := must(t, "--version"); got != name+" "+(&program{}).root().Version+"\n" || strings.Count(got, ".") != 2 {
		t.Errorf("it prints %q", got)
	}
}
