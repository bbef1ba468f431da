package main

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	renew = flag.Bool("renew", false, "write the golden outputs again")
	built = flag.String("program", "", "the built command line of another system, to be held to this one byte for byte: what runs it, a comma, and its whole path")
)

// stated holds a scenario that shows every side of a statement.
const stated = "testdata/stated.headroom.json"

// The golden outputs hold the layout; figures are held by the worked cases.
func TestGoldenOutputs(t *testing.T) {
	plan := planned(t)
	for name, args := range map[string][]string{
		"default-years.txt":         {"project", plan},
		"february-fiscal-years.txt": {"project", plan, "--scenario", "february-2026", "--by", "fiscal-year"},
		"prior-months.txt":          {"project", plan, "--scenario", "february-2026-prior", "--by", "month"},
		"two-quarters.csv":          {"project", plan, "--scenario", "slump,february-2026-prior", "--by", "quarter", "--format", "csv"},
		"two-fiscal-years.csv":      {"project", plan, "--scenario", "slump,february-2026-prior", "--by", "fiscal-year", "--format", "csv"},
		"against-quarters.txt":      {"project", plan, "--scenario", "july-2026,april-2025", "--against-plan", "--by", "quarter"},
		"against-months.csv":        {"project", plan, "--scenario", "july-2026", "--against-plan", "--by", "month", "--format", "csv"},
		"against.json":              {"project", plan, "--scenario", "july-2026,april-2025", "--against-plan", "--format", "json"},
		"even.json":                 {"project", worked, "--scenario", "even", "--format", "json"},
		"worked.txt":                {"project", worked},
		"compared.txt":              {"compare", plan, "--scenario", "february-2026,april-2025,slump,february-2026-prior", "--bridge", "paid"},
		"compared.csv":              {"compare", plan, "--scenario", "february-2026-prior,february-2026", "--bridge", "net", "--format", "csv"},
		"compared.json":             {"compare", plan, "--scenario", "february-2026,february-2026-prior", "--reference", "february-2026-prior", "--bridge", "net", "--format", "json"},
		"statement.txt":             {"statement", stated},
		"statement-fiscal.txt":      {"statement", worked, "--scenario", "flat,before", "--by", "fiscal-quarter"},
		"statement-quarter.txt":     {"statement", stated, "--quarter", "2026-Q2"},
		"statement.csv":             {"statement", stated, "--format", "csv"},
		"statement-quarter.json":    {"statement", stated, "--quarter", "FY2026-Q4", "--format", "json"},
		"tornado.txt":               {"tornado", plan, "--scenario", "february-2026", "--result", "cap-reached"},
		"tornado.csv":               {"tornado", stated, "--scenario", "known", "--result", "paid", "--format", "csv"},
		"tornado.json":              {"tornado", plan, "--scenario", "february-2026-prior", "--result", "cap-used", "--format", "json"},
		"map.txt":                   {"map", plan, "--scenario", "february-2026", "--x", "cap=20B:56B:7", "--y", "growth-shift=-30%:30%:7", "--result", "cap-reached"},
		"map.csv":                   {"map", plan, "--scenario", "slump", "--x", "capFrom=2026-01:2026-12:3", "--y", "rate=0:0.4:3", "--result", "cap-reached", "--format", "csv"},
		"map.json":                  {"map", plan, "--scenario", "slump", "--x", "through=2030-01:2030-12:2", "--y", "growth:2028=0:100%:3", "--result", "headroom", "--format", "json"},
		"range.txt":                 {"range", plan, "--scenario", "february-2026", "--holds", "year"},
		"range.csv":                 {"range", plan, "--scenario", "slump", "--holds", "reached", "--format", "csv"},
		"range.json":                {"range", plan, "--scenario", "february-2026,slump", "--holds", "order", "--format", "json"},
		"break-even.txt":            {"break-even", plan, "--scenario", "february-2026"},
		"break-even.csv":            {"break-even", stated, "--format", "csv", "--scenario", "known"},
		"break-even.json":           {"break-even", plan, "--scenario", "february-2026-prior", "--format", "json"},
		"risk.txt":                  {"risk", plan, "--scenario", "february-2026,february-2026-prior", "--paths", "1024", "--percentiles", "5,50,95", "--race", "february-2026,april-2025"},
		"risk.csv":                  {"risk", plan, "--scenario", "slump,february-2026-prior", "--paths", "1024", "--percentiles", "2.5,50,97.5", "--format", "csv"},
		"solved.txt":                {"solve", plan, "--scenario", "february-2026", "--find", "cap", "--result", "cap-reached", "--target", "2029-06-30"},
	} {
		got := printed(t, args...)
		path := filepath.Join("testdata", name+".golden")
		if *renew {
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if *built != "" && got != must(t, args...) {
			t.Errorf("%q prints other bytes than it does here:\n%s", args, got)
		}
		if toCents(got) != toCents(string(want)) {
			t.Errorf("%q does not print %s (run the test with -renew where the change is meant); it prints\n%s", args, path, got)
		}
	}
}

// printed returns what a call prints that has to succeed, of another system's program
// where the test is given one.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	if *built == "" {
		return must(t, args...)
	}
	words := append(strings.Split(*built, ","), args...)
	// Of a pipe what stays behind of what runs it would keep the other end.
	file, err := os.Create(filepath.Join(t.TempDir(), "printed"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	ctx, done := context.WithTimeout(t.Context(), time.Minute)
	defer done()
	command := exec.CommandContext(ctx, words[0], words[1:]...)
	command.Stdout = file
	if err := command.Run(); err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	out, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

var long = regexp.MustCompile(`[0-9]+\.[0-9]{3,}|[0-9]{7,}(\.[0-9]*)?`)

// toCents returns text with long numbers rounded, so that the last bits of a
// sum, in which processors differ, do not matter.
func toCents(text string) string {
	return long.ReplaceAllStringFunc(text, func(number string) string {
		v, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return number
		}
		return strconv.FormatFloat(v, 'f', 2, 64)
	})
}
