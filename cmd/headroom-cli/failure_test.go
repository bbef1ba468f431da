package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario/store"
)

func TestWrongUsage(t *testing.T) {
	plan := planned(t)
	picture := filepath.Join(t.TempDir(), "a.png")
	chart := func(more ...string) []string {
		return append([]string{"chart", plan, "--scenario", "slump", "--kind", "years", "--output", picture}, more...)
	}
	compared := func(ids string, more ...string) []string {
		return append([]string{"compare", plan, "--scenario", ids}, more...)
	}
	solved := func(ids, find, result, target string) []string {
		return []string{"solve", plan, "--scenario", ids, "--find", find, "--result", result, "--target", target}
	}
	moved := func(more ...string) []string {
		return append([]string{"tornado", plan, "--scenario", "slump", "--result", "paid"}, more...)
	}
	for _, c := range []struct {
		args []string
		want string // in the one line on standard error
	}{
		{nil, `no command given; see "headroom-cli --help"`},
		{[]string{"projct", plan}, `unknown command "projct"; did you mean project?`},
		{[]string{"a\nb"}, `unknown command "a\nb"`},
		{[]string{"--bogus"}, "unknown flag: --bogus"},
		{[]string{"project", plan, "--bogus"}, `unknown flag: --bogus; see "headroom-cli project --help"`},
		{[]string{"project", plan, "-x"}, "unknown shorthand flag"},
		{[]string{"project"}, "no FILE given"},
		{[]string{"project", ""}, "FILE is empty"},
		{[]string{"project", plan, plan}, "one FILE is expected"},
		{[]string{"project", plan, "--by", "week"}, "choose year, fiscal-year, quarter or month"},
		{[]string{"project", plan, "--by"}, "flag needs an argument"},
		{[]string{"project", plan, "--format", "xml"}, "choose table, csv or json"},
		{[]string{"project", plan, "--scenario", ""}, "an id is empty"},
		{[]string{"project", plan, "--scenario", "slump,"}, "an id is empty"},
		{[]string{"project", plan, "--scenario", "slump,slump"}, `"slump" is given twice`},
		{[]string{"project", plan, "--scenario", "slump", "--scenario", "slump"}, `"slump" is given twice`},
		{[]string{"project", plan, "--output", ""}, "give the name of a file"},
		{[]string{"check"}, "no FILE given"},
		{[]string{"new", "extra"}, `no argument is expected, not "extra"`},
		{[]string{"help", "nope"}, `there is no command "nope"`},
		{[]string{"help", "project", "more"}, `there is no command "project more"`},
		{[]string{"completion"}, "name one shell"},
		{[]string{"completion", "tcsh"}, "name one shell"},
		{[]string{"completion", "bash", "zsh"}, "name one shell"},
		{[]string{"chart", plan}, "--scenario is missing"},
		{[]string{"chart", plan, "--scenario", "slump"}, "--kind is missing"},
		{[]string{"chart", plan, "--scenario", "slump", "--kind", "years"}, "--output is missing"},
		{[]string{"chart", plan, "--scenario", "slump", "--kind", "swarm", "--output", picture}, "choose cumulative, years, compare, bridge, deal, tornado, map, break-even, fan, dates, paid or drivers"},
		{[]string{"chart", plan, "--scenario", "slump", "--kind", "years", "--output", picture + ".pdf"}, "does not end in .png or .svg"},
		{[]string{"chart", plan, "--scenario", "slump,july-2026", "--kind", "years", "--output", picture}, "shows one scenario"},
		{[]string{"export", plan}, "--output is missing"},
		{[]string{"export", plan, "--output", picture}, `"a.png" does not end in .pdf, .html, .md, .csv, .statement.csv or .xlsx`},
		{[]string{"export", plan, "--output", picture + ".pdf", "--sections", "answer,annex"}, `"annex" is none of answer, scenarios,`},
		{[]string{"export", plan, "--output", picture + ".csv", "--sections", "answer"}, "only a report, as PDF, HTML or Markdown, has sections"},
		{[]string{"export", plan, "--output", picture + ".pdf", "--paper", "a5"}, "choose a4 or letter"},
		{[]string{"export", plan, "--output", picture + ".pdf", "--date", "28.11.2026"}, "give a date such as 2026-11-28"},
		{[]string{"statement", plan, "--quarter", "2026"}, `"2026" is not a quarter, such as 2026-Q3 or FY2027-Q1`},
		{[]string{"risk", plan, "--paths", "0"}, "give a whole number from 1 to 10000000"},
		{[]string{"risk", plan, "--paths", "1.5"}, "give a whole number from 1 to 10000000"},
		{[]string{"risk", plan, "--seed", "0"}, "give a whole number above 0"},
		{[]string{"risk", plan, "--sampling", "grid"}, "choose sobol, latin or random"},
		{[]string{"risk", plan, "--percentiles", "5,101"}, `"101" is no number from 0 to 100`},
		{[]string{"risk", plan, "--percentiles", "50,5"}, "give percentiles in ascending order, each once"},
		{[]string{"risk", plan, "--race", "slump"}, "--race: give two scenarios, ID,ID"},
		{[]string{"risk", plan, "--race", "slump,slump"}, "--race: give two scenarios, ID,ID"},
		{[]string{"risk", plan, "--samples", ""}, "give the name of a file"},
		{[]string{"statement", plan, "--by", "year"}, "choose quarter or fiscal-quarter"},
		{[]string{"compare", plan}, "--scenario is missing"},
		{compared("slump"), "give two to four scenarios, not 1"},
		{compared("a,b,c,d,e"), "give two to four scenarios, not 5"},
		{compared("slump,july-2026", "--reference", "april-2025"), `"april-2025" is none of the scenarios compared, slump,july-2026`},
		{compared("slump,july-2026", "--reference", ""), "an id is empty"},
		{compared("slump,july-2026", "--bridge", "cap-reached"), "choose paid, forgone, net or present-value"},
		{compared("slump,july-2026", "--format", "xml"), "choose table, csv or json"},
		{[]string{"solve", plan}, "--scenario is missing"},
		{[]string{"solve", plan, "--scenario", "slump"}, "--find is missing"},
		{[]string{"solve", plan, "--scenario", "slump", "--find", "cap"}, "--result is missing"},
		{[]string{"solve", plan, "--scenario", "slump", "--find", "cap", "--result", "cap-reached"}, "--target is missing"},
		{solved("slump,july-2026", "cap", "cap-reached", "2029-06-30"), "give the one scenario to look in"},
		{solved("slump", "through", "cap-reached", "2029-06-30"), "choose cap, rate, base, growth-shift, or the growth of a year such as growth:2028"},
		{solved("slump", "growth", "cap-reached", "2029-06-30"), "or the growth of a year such as growth:2028"},
		{solved("slump", "growth:27", "cap-reached", "2029-06-30"), "or the growth of a year such as growth:2028"},
		{solved("slump", "cap", "revenue", "38e9"), "choose cap-reached, paid, forgone, net, present-value, cap-used or headroom"},
		{solved("slump", "rate", "paid", "2029-06-30"), "write an amount like 38B"},
		{solved("slump", "rate", "cap-used", "$1B"), "write a rate like 0.2 or 20%"},
		{solved("slump", "cap", "cap-reached", "38e9"), `"38e9" is not a day, such as Dec 31, 2029`},
		{solved("slump", "cap", "cap-reached", "2029-02-29"), "2029-02-29"},
		{append(solved("slump", "cap", "cap-reached", "2029-06-30"), "--format", "csv"), "choose table or json"},
		{[]string{"tornado", plan, "--scenario", "slump"}, "--result is missing"},
		{[]string{"tornado", plan, "--scenario", "slump,july-2026", "--result", "paid"}, "give one scenario"},
		{moved("--range", "cap"), "write cap=LOW:HIGH"},
		{moved("--range", "cap=1B"), "write cap=LOW:HIGH"},
		{moved("--range", "shared=0:1"), "begin with cap, rate, base"},
		{moved("--range", "growth:28=0:1"), "begin with cap, rate, base"},
		{moved("--range", "cap=a:2B"), "write an amount like 38B"},
		{moved("--range", "through=13:14"), "13"},
		{moved("--range", "rate=0:$1"), "write a rate like 0.2 or 20%"},
		{moved("--range", "cap=1B:2B", "--range", "cap=1B:3B"), "cap is given twice"},
		{[]string{"map", plan, "--scenario", "slump", "--x", "cap=1B:2B:3", "--result", "paid"}, "--y is missing"},
		{[]string{"map", plan, "--scenario", "slump", "--x", "cap=1B:2B"}, "write cap=LOW:HIGH:STEPS"},
		{[]string{"map", plan, "--scenario", "slump", "--x", "cap=1B:2B:1"}, "is no number of steps from 2 to 1001"},
		{[]string{"map", plan, "--scenario", "slump", "--x", "cap=1B:2B:1002"}, "is no number of steps from 2 to 1001"},
		{[]string{"range", plan, "--scenario", "slump"}, "--holds is missing"},
		{[]string{"range", plan, "--scenario", "slump", "--holds", "order"}, "for an order give two scenarios or more"},
		{[]string{"range", plan, "--scenario", "slump,july-2026", "--holds", "year"}, "give one scenario, or --holds order"},
		{[]string{"range", plan, "--scenario", "slump", "--holds", "year", "--result", "net"}, "--result is for --holds order"},
		{[]string{"range", plan, "--scenario", "slump", "--holds", "month"}, "choose year, reached or order"},
		{[]string{"break-even", plan}, "--scenario is missing"},
		{[]string{"break-even", plan, "--scenario", "slump,july-2026"}, "give one scenario"},
		{chart("--width", "0"), "give a whole number of pixels above 0"},
		{chart("--height", "-9"), "give a whole number of pixels above 0"},
		{chart("--height", "9.5"), "give a whole number of pixels above 0"},
		{chart("--width", "16385"), "size of the picture"},
		{chart("--width", "16384", "--height", "16384"), "size of the picture"},
		{chart("--scale", "0"), "give a number above 0"},
		{chart("--scale", "NaN"), "give a number above 0"},
		{chart("--scale", "1e9"), "scale of the picture"},
		{chart("--theme", "sepia"), "choose light, dark, transparent or transparent-dark"},
		{chart("--axis", "log"), "choose cap or due"},
	} {
		refused(t, statusUsage, c.args, c.want)
	}
	if left := in(t, filepath.Dir(picture)); left != "" {
		t.Errorf("%s is left behind", left)
	}
}

func TestFailures(t *testing.T) {
	plan := planned(t)
	dir := filepath.Dir(plan)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"check", filepath.Join(dir, "absent.json")}, "absent.json"},
		{[]string{"check", dir}, dir},
		{[]string{"check", plan + "\n"}, `plan.headroom.json\n`},
		{[]string{"check", os.DevNull}, "regular file"},
		{[]string{"project", plan, "--scenario", "stahl"}, `there is no scenario "stahl"; there are july-2026, february-2026, april-2025, slump, february-2026-prior`},
		{[]string{"chart", plan, "--scenario", "stahl", "--kind", "years", "--output", filepath.Join(dir, "a.png")}, `there is no scenario "stahl"`},
		{[]string{"export", plan, "--scenario", "stahl", "--output", filepath.Join(dir, "a.pdf")}, `there is no scenario "stahl"`},
		{[]string{"compare", plan, "--scenario", "stahl,slump"}, `there is no scenario "stahl"`},
		{[]string{"solve", plan, "--scenario", "stahl", "--find", "cap", "--result", "cap-reached", "--target", "2029-06-30"}, `there is no scenario "stahl"`},
		{[]string{"project", plan, "--output", filepath.Join(dir, "absent", "a.txt")}, "absent"},
		{[]string{"project", plan, "--output", dir}, dir},
		{[]string{"project", plan, "--output", plan}, "it is the workspace that was read"},
		{[]string{"check", "-"}, "standard input: "},
	} {
		refused(t, statusFailed, c.args, c.want)
	}
	if left := in(t, dir); left != "plan.headroom.json" {
		t.Errorf("the folder holds %s", left)
	}
}

func TestEveryMissingScenarioIsTold(t *testing.T) {
	a := call("project", worked, "--scenario", "x,ramp,y")
	want := `headroom-cli: there is no scenario "x"; there are ramp, even, flat, before
headroom-cli: there is no scenario "y"; there are ramp, even, flat, before
`
	if a.status != statusFailed || a.out != "" || a.errors != want {
		t.Errorf("status %d, output %q, errors %q", a.status, a.out, a.errors)
	}
}

func TestWhichScenariosThereAreIsSaidInWords(t *testing.T) {
	const sound = `{"id": "a%d", "name": "A", "outlook": {"streams": []}, "terms": {"share": {"rate": 0.2, "from": "2026-01", "through": "2030-12"}}}`
	for _, c := range []struct {
		count int
		want  string
	}{
		{0, "the workspace holds none"},
		{1, "there is only a0"},
		{2, "there are a0, a1"},
		{10, "there are a0, a1, a2, a3, a4, a5, a6, a7, a8, a9"},
		{11, "there are a0, a1, a2, a3, a4, a5, a6, a7, a8, a9 and 1 more"},
	} {
		var scenarios []string
		for i := range c.count {
			scenarios = append(scenarios, fmt.Sprintf(sound, i))
		}
		text := `{"format": "headroom-workspace", "version": 2, "scenarios": [` + strings.Join(scenarios, ", ") + "]}"
		want := `headroom-cli: there is no scenario "x"; ` + c.want + "\n"
		if a := callWith(text, "project", "-", "--scenario", "x"); a.status != statusFailed || a.errors != want {
			t.Errorf("%d scenarios: status %d, errors %q, want %q", c.count, a.status, a.errors, want)
		}
	}
}

func TestStandardInputThatCannotBeReadIsNamed(t *testing.T) {
	a := callWith(strings.Repeat(" ", store.MaxSize+1), "check", "-")
	want := "headroom-cli: standard input: larger than 16 MiB, the most a workspace may have\n"
	if a.status != statusFailed || a.out != "" || a.errors != want {
		t.Errorf("status %d, output %q, errors %q", a.status, a.out, a.errors)
	}
}

const unsound = `{"format": "headroom-workspace", "version": 2, "scenarios": [
  {"id": "a", "name": "A", "outlook": {"streams": []}, "terms": {"share": {"rate": 1.4, "from": "2026-01", "through": "2030-12"}}},
  {"id": "a", "name": "", "outlook": {"streams": []}, "terms": {"share": {"rate": 0.2, "from": "2026-01", "through": "2030-12"}}}
]}`

func TestEveryFaultOfAFileIsALine(t *testing.T) {
	path := holding(t, unsound)
	for _, args := range [][]string{{"check", path}, {"project", path}} {
		checkFaults(t, call(args...), path)
	}
	checkFaults(t, callWith(unsound, "check", "-"), "standard input")
}

func checkFaults(t *testing.T, a answer, file string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(a.errors, "\n"), "\n")
	if a.status != statusFailed || a.out != "" || len(lines) != 3 {
		t.Fatalf("status %d, output %q, errors %q", a.status, a.out, a.errors)
	}
	for i, want := range []string{
		"scenarios[0].terms.share.rate: 1.4 is not between 0 and 1", "scenarios[1].id: ", "scenarios[1].name: ",
	} {
		if !strings.HasPrefix(lines[i], "headroom-cli: "+file+": "+want) {
			t.Errorf("line %d is %q, want %q in it", i+1, lines[i], want)
		}
	}
}

func TestAFailingOutputIsAFailure(t *testing.T) {
	var errs strings.Builder
	if status := run([]string{"new"}, strings.NewReader(""), full{}, &errs); status != statusFailed {
		t.Errorf("status %d", status)
	}
	if errs.String() != "headroom-cli: write standard output: no space left\n" {
		t.Errorf("errors %q", errs.String())
	}
}

// full is a device without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// refused holds a call to a status, one line on standard error, and nothing on
// standard output.
func refused(t *testing.T, status int, args []string, want string) {
	t.Helper()
	a := call(args...)
	if a.status != status {
		t.Errorf("%q: status %d, want %d", args, a.status, status)
	}
	if a.out != "" {
		t.Errorf("%q: prints %q", args, a.out)
	}
	if strings.Count(a.errors, "\n") != 1 || !strings.HasPrefix(a.errors, name+": ") || !strings.Contains(a.errors, want) {
		t.Errorf("%q: the error is %q, want one line with %q", args, a.errors, want)
	}
}
