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
	Scenario, Find, Result string
	Target, Check, Nearest any // a date or a number
	Value                  *float64
	Intervals              [][2]float64
	Range                  *[2]float64
	NearestValue           *float64
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
	if len(s.Intervals) != 1 || s.Value == nil || s.Check != "2026-12-31" {
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
	table := must(t, lookFor(planned(t), "slump", "growth-shift", "2030-06-30")...)
	for _, want := range []string{"Slump (illustrative) (slump)", "a shift of every growth", "the cap is reached on Jun 30, 2030", " pp"} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is not said:\n%s", want, table)
		}
	}
}

// A flat 12 a year at 20 % pays 2.4 a year, 12 in five years.
func TestSolveFindsEveryInputByEveryResult(t *testing.T) {
	for _, c := range []struct {
		find, result, target string
		want                 float64
	}{
		{"rate", "paid", "15B", 0.25},
		{"rate", "net", "6e9", 0.1},
		{"base", "paid", "$24bn", 24e9},
		{"growth-shift", "paid", "148.8B", 1}, // 0.2 * 12 * (2 + 4 + 8 + 16 + 32)
		{"growth:2030", "paid", "14.4B", 1},   // four years of 12, and 24
		{"cap", "forgone", "2B", 10e9},
		{"cap", "paid", "9e9", 9e9},
		{"cap", "cap-used", "50%", 24e9},
		{"cap", "cap-used", "0.5", 24e9},
		{"cap", "headroom", "3B", 15e9},
	} {
		args := []string{"solve", worked, "--scenario", "flat", "--find", c.find, "--result", c.result, "--target", c.target, "--format", "json"}
		s := solutionOf(t, must(t, args...))
		if s.Value == nil || math.Abs(*s.Value-c.want) > 1e-9*c.want || len(s.Intervals) != 1 || s.Find != c.find || s.Result != c.result {
			t.Errorf("%s for %s %s: %+v, want %v", c.find, c.result, c.target, s, c.want)
			continue
		}
		target, _ := s.Target.(float64)
		if check, ok := s.Check.(float64); !ok || math.Abs(check-target) > cent+1e-9*target {
			t.Errorf("%s for %s %s: checked to be %v", c.find, c.result, c.target, s.Check)
		}
	}
}

// The plan pays its whole cap with any growth that is high enough.
func TestSolveFindsRanges(t *testing.T) {
	args := []string{"solve", planned(t), "--scenario", "february-2026", "--find", "growth-shift", "--result", "paid", "--target", "38B"}
	s := solutionOf(t, must(t, append(args, "--format", "json")...))
	if len(s.Intervals) != 1 || s.Intervals[0][0] >= 0 || s.Intervals[0][1] != 10 || *s.Value != 0 {
		t.Errorf("%+v, want all shifts from some negative one up to 10, and 0 of them", s)
	}
	table := must(t, args...)
	for _, want := range []string{"a shift of every growth", "Paid is $38.00B", "to +1,000.0 pp"} {
		if !strings.Contains(table, want) {
			t.Errorf("%q is not said:\n%s", want, table)
		}
	}
}

func TestWhatIsNeverPaidIsAnsweredWithTheNearest(t *testing.T) {
	a := call("solve", planned(t), "--scenario", "february-2026", "--find", "rate", "--result", "paid", "--target", "39B", "--format", "json")
	s := solutionOf(t, a.out)
	if a.status != statusFailed || s.Nearest != 38e9 || s.NearestValue == nil || *s.NearestValue != 0.2 || *s.Range != [2]float64{0, 1} {
		t.Errorf("status %d, %s", a.status, a.out)
	}
	if !strings.Contains(a.errors, "from 0% to 100% makes Paid $39.00B; nearest is 20%: Paid is $38.00B") {
		t.Errorf("errors %q", a.errors)
	}
	a = call("solve", worked, "--scenario", "flat", "--find", "rate", "--result", "headroom", "--target", "1B", "--format", "json")
	if s := solutionOf(t, a.out); a.status != statusFailed || s.Nearest != nil || !strings.Contains(a.errors, "there is no cap") {
		t.Errorf("without a cap: status %d, errors %q, %s", a.status, a.errors, a.out)
	}
}

func TestAnInputThatTheScenarioLacksIsAFailure(t *testing.T) {
	a := call("solve", worked, "--scenario", "flat", "--find", "growth:2031", "--result", "paid", "--target", "1B")
	if a.status != statusFailed || a.out != "" || !strings.Contains(a.errors, "growth:2031: the horizon is 2026 to 2030") {
		t.Errorf("status %d, errors %q, output %q", a.status, a.errors, a.out)
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
	if s.Range == nil || *s.Range != [2]float64{0, 1e15} || s.Nearest != "2030-12-31" {
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
