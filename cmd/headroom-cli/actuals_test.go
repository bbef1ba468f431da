package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// entered returns the actuals of OpenAI in July's plan once a CSV was taken, as
// "2026-Q1 5.7e+09", and what was said of them.
func entered(t *testing.T, csv string) (actuals, said string) {
	t.Helper()
	a := callWith(csv, "actuals", planned(t), "--scenario", "july-2026", "--stream", "OpenAI", "-")
	if a.status != statusDone {
		t.Fatalf("status %d, errors %q", a.status, a.errors)
	}
	w, err := store.Decode(strings.NewReader(a.out))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, actual := range w.Scenarios[w.Find("july-2026")].Outlook.Streams[0].Actuals {
		words = append(words, actual.Period.String()+" "+unit.Number(float64(actual.Amount)))
	}
	return strings.Join(words, ", "), a.errors
}

func TestActualsAreTakenFromCSV(t *testing.T) {
	const before = "2026-Q1 5.7e9, 2026-Q2 6.7e9"
	for _, c := range []struct{ about, csv, want string }{
		{"a line without a header", "2026-Q3,10.4", before + ", 2026-Q3 10.4e9"},
		{"lines with a header that says the unit", "Quarter,Revenue ($M)\nQ3 2026,10400\nQ4 2026,12650\n", before + ", 2026-Q3 10.4e9, 2026-Q4 12.65e9"},
		{"months", "Jul 2026,3.3\nAug 2026,3.5\n", before + ", 2026-07 3.3e9, 2026-08 3.5e9"},
		{"dollars", "2026-Q3,10400000000", before + ", 2026-Q3 10.4e9"},
		{"a row", ",2026-Q3,2026-Q4\nOpenAI,10.4,0\n", before + ", 2026-Q3 10.4e9, 2026-Q4 0"},
		{"the column of the stream", "Quarter,Azure resale,OpenAI ($M)\n2026-Q3,2,10400\n", before + ", 2026-Q3 10.4e9"},
		{"what is unknown stays so", "2026-Q1,\n2026-Q2,-\n2026-Q3,n/a\n2026-Q4,12\n", before + ", 2026-Q4 12e9"},
		{"what was known is replaced", "2026-Q2,6.8\n", "2026-Q1 5.7e9, 2026-Q2 6.8e9"},
		{"months in the place of a quarter", "2026-04,2\n2026-05,2\n2026-06,3\n", "2026-Q1 5.7e9, 2026-04 2e9, 2026-05 2e9, 2026-06 3e9"},
		{"semicolons and a byte order mark", "\ufeffQuarter;OpenAI\n2026-Q3;10,4\n", before + ", 2026-Q3 10.4e9"},
		{"outside the horizon", "2025-Q4,4\n", "2025-Q4 4e9, " + before},
	} {
		if got, _ := entered(t, c.csv); got != c.want {
			t.Errorf("%s: known are %s, want %s", c.about, got, c.want)
		}
	}
}

func TestWhatActualsTookIsSaidLineByLine(t *testing.T) {
	_, said := entered(t, "Quarter,OpenAI\n2025-Q4,4\n2026-Q1,5.7\n2026-Q2,6.8\n2026-Q3,\n2026-Q4,12\n")
	want := []string{
		"july-2026: line 2: Q4 2025: $4.00B, which is outside the years 2026 to 2030 and has no effect",
		"july-2026: line 3: Q1 2026: $5.70B, as before",
		"july-2026: line 4: Q2 2026: $6.80B instead of $6.70B",
		"july-2026: line 5: Q3 2026 is not known, and left as it is",
		"july-2026: line 6: Q4 2026: $12.00B",
	}
	if want := name + ": " + strings.Join(want, "\n"+name+": ") + "\n"; said != want {
		t.Errorf("it says\n%swant\n%s", said, want)
	}
}

func TestActualsAreTakenAllOrNone(t *testing.T) {
	plan := planned(t)
	for _, c := range []struct {
		csv, stream string
		want        []string // one line each
	}{
		{"2026-Q3,10.4\n2026-Q4,much\n2027-Q1,-5\n", "OpenAI", []string{`line 2: Q4 2026: "much"`, `line 3: Q1 2027: "-5" is negative`, "nothing is changed"}},
		{"Year,Revenue\n2027,70\n", "OpenAI", []string{"line 2: 2027: 2027 is a whole year; give its quarters or months", "nothing is changed"}},
		{"2026-Q3,10.4\n", "Nobody", []string{`scenario july-2026: there is no stream "Nobody"; there are "OpenAI" and "Azure resale"`, `scenario april-2025`, "nothing is changed"}},
		{"2026-Q2,6\n2026-05,1\n", "OpenAI", []string{"scenario july-2026: outlook.streams[0].actuals.2026-05: Q2 2026 is given too; give no month twice", "scenario april-2025", "nothing is changed"}},
		{"2026-05,9\n", "OpenAI", []string{"scenario july-2026: outlook.streams[0].actuals.2026-05: $9.00B is more than the $6.70B known of Q2 2026", "nothing is changed"}},
		{"10.4,12\n", "OpenAI", []string{"no line has the month or quarter of its figure"}},
		{"Quarter,A,B\n2026-Q3,1,2\n", "OpenAI", []string{`there are 2 rows or columns of figures, and none is called "OpenAI": "A" and "B"`}},
		{"2026-Q3,n/a\n", "OpenAI", []string{"no figure is here"}},
		{"", "OpenAI", []string{"there is nothing to read"}},
		{"Quarter,Revenue (EUR)\n2026-Q3,1\n", "OpenAI", []string{"is in another currency"}},
	} {
		a := callWith(c.csv, "actuals", plan, "--scenario", "july-2026,april-2025", "--stream", c.stream, "-")
		lines := strings.Split(strings.TrimSuffix(a.errors, "\n"), "\n")
		if a.status != statusFailed || a.out != "" || len(lines) != len(c.want) {
			t.Errorf("%q: status %d, prints %d bytes, errors\n%s", c.csv, a.status, len(a.out), a.errors)
			continue
		}
		for i, want := range c.want {
			if !strings.Contains(lines[i], want) {
				t.Errorf("%q: line %d is %q, want %q", c.csv, i+1, lines[i], want)
			}
		}
	}
	for want, args := range map[string][]string{
		"no FILE and no CSV":       {"actuals"},
		"no CSV given":             {"actuals", plan},
		"not also \"c\"":           {"actuals", plan, "b", "c"},
		"CSV is empty":             {"actuals", plan, ""},
		"only one of FILE and CSV": {"actuals", "-", "-"},
		"--scenario is missing":    {"actuals", plan, "-"},
		"--stream is missing":      {"actuals", plan, "-", "--scenario", "july-2026"},
		"an id is empty":           {"actuals", plan, "-", "--scenario", "", "--stream", "OpenAI"},
	} {
		refused(t, statusUsage, args, want)
	}
	refused(t, statusFailed, []string{"actuals", plan, filepath.Join(t.TempDir(), "none.csv"), "--scenario", "july-2026", "--stream", "OpenAI"}, "none.csv")
}

func TestActualsComeFromAFileToo(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	csv, changed := filepath.Join(dir, "q3.csv"), filepath.Join(dir, "changed.headroom.json")
	if err := os.WriteFile(csv, []byte("2026-Q3,10.4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := call("actuals", plan, csv, "--scenario", "july-2026,slump", "--stream", "OpenAI", "--output", changed)
	if a.status != statusDone || a.out != "" {
		t.Fatalf("status %d, errors %q", a.status, a.errors)
	}
	for _, s := range projectedJSON(t, changed).Scenarios {
		want := "2026-06"
		if s.ID == "july-2026" || s.ID == "slump" {
			want = "2026-09"
		}
		if s.ID != "april-2025" && (s.ActualsThrough == nil || *s.ActualsThrough != want) {
			t.Errorf("%s is actual through %v, want %s", s.ID, s.ActualsThrough, want)
		}
	}
}

// FuzzActuals takes any CSV: what is taken is sound, and what is not is told.
func FuzzActuals(f *testing.F) {
	for _, seed := range []string{
		"2026-Q3,10.4", "Quarter,Revenue ($M)\nQ3 2026,10400\n", ",2026-Q3,2026-Q4\nOpenAI,10.4,0\n", "2026-05,9\n2026-Q2,1", "2000-01;1\n2100-Q4;2",
		"\"2026-Q3\",\"10,4\"\n", "2026-Q3\t10.4\t5", "2026,1", "1999-12,1\n2101-Q1,1", "2026-Q3,1e15\n2026-Q4,1.1e15", "\ufeff\n,\n;", "2026-Q3,26.8/y",
	} {
		f.Add(seed)
	}
	session, err := store.Encode(onePlan())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, csv string) {
		path := filepath.Join(t.TempDir(), "plan.headroom.json")
		if err := os.WriteFile(path, session, 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		status := run([]string{"actuals", path, "--scenario", "a", "--stream", "OpenAI", "-"}, strings.NewReader(csv), &out, &errs)
		if status == statusUsage || errs.Len() == 0 || (status == statusFailed) != (out.Len() == 0) {
			t.Fatalf("%q: status %d, prints %d bytes, errors %q", csv, status, out.Len(), errs.String())
		}
		if status == statusDone {
			if _, err := store.Decode(&out); err != nil {
				t.Errorf("%q makes an unsound workspace: %v", csv, err)
			}
		}
	})
}

// onePlan is a workspace with one scenario of one stream.
func onePlan() scenario.Workspace {
	s := scenario.Scenario{ID: "a", Name: "A", FirstYear: 2026, LastYear: 2027}
	s.Outlook.Shape = scenario.ShapeRamp
	s.Outlook.Streams = []scenario.Stream{{
		Name: "OpenAI", Channel: scenario.ChannelDirect, Base: 12e9, Shared: 1,
		Growth:  scenario.ByYear{{Year: 2026, Rate: 1}, {Year: 2027, Rate: 1}},
		Actuals: scenario.Actuals{{Period: unit.Period{First: unit.NewMonth(2026, 1), Months: 3}, Amount: 4e9}},
	}}
	s.Terms.Share = scenario.Share{Rate: 0.2, From: unit.NewMonth(2026, 1), Through: unit.NewMonth(2027, 12)}
	return scenario.Workspace{Scenarios: []scenario.Scenario{s}}
}
