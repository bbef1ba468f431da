package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/export/pdf"
	"headroom/scenario/preset"
	"headroom/scenario/report"
	"headroom/scenario/unit"
)

func render(t *testing.T, r report.Request, paper pdf.Paper) []byte {
	t.Helper()
	made, err := report.New(r)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.Render(made, paper, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// asked returns a request for a report of the default workspace.
func asked() report.Request {
	return report.Request{Workspace: preset.Default(), Date: unit.Date{Month: unit.NewMonth(2026, 11), Day: 28}, Program: "Headroom test"}
}

// renamed returns a request for a report of one scenario of the given name.
func renamed(name string) report.Request {
	r := asked()
	r.Workspace.Scenarios = r.Workspace.Scenarios[:1]
	r.Workspace.Scenarios[0].Name = name
	r.Workspace.View = scenario.View{}
	return r
}

func TestEverySectionCanBeFoundAndHasABookmark(t *testing.T) {
	made, err := report.New(asked())
	if err != nil {
		t.Fatal(err)
	}
	d := read(t, render(t, asked(), pdf.A4))
	for _, s := range made.Sections {
		if !strings.Contains(d.text, s.Title) {
			t.Errorf("%q is not in the text", s.Title)
		}
		if !strings.Contains(d.bookmarks, s.Title+"\n") {
			t.Errorf("%q has no bookmark", s.Title)
		}
	}
}

func TestFiguresAndNamesAreFoundAsTheyAreRead(t *testing.T) {
	for _, name := range []string{"Société générale", "Οικονομία", "План на 2027 год", "A (very) \\ odd name", "ﬁscal – “plan”"} {
		d := read(t, render(t, renamed(name), pdf.A4))
		if !strings.Contains(d.text, name) {
			t.Errorf("%q is not in the text", name)
		}
		if strings.Contains(d.text, "Boxes stand for") {
			t.Errorf("%q has boxes", name)
		}
	}
	if d := read(t, render(t, asked(), pdf.A4)); !strings.Contains(d.text, "−$20.22B") {
		t.Error("no figure with a minus sign is in the text")
	}
}

func TestCharactersWithoutAShapeAreNamed(t *testing.T) {
	for name, want := range map[string]string{
		"计划":              "lacks: U+8BA1 U+5212.",
		"خطة":             "lacks: U+062E U+0637 U+0629.",
		"Plan \U0001f680": "lacks: U+1F680.",
		"\U00010000":      "lacks: U+10000.",
	} {
		data := render(t, renamed(name), pdf.A4)
		d := read(t, data)
		if !strings.Contains(d.text, want) {
			t.Errorf("%q: there is no note %q", name, want)
		}
		if !strings.Contains(d.text, name) && !strings.Contains(d.actual, name) {
			t.Errorf("%q cannot be found", name)
		}
	}
}

func TestPapersAndPages(t *testing.T) {
	for paper, want := range map[pdf.Paper]string{"": "595.28 841.89", pdf.A4: "595.28 841.89", pdf.Letter: "612.00 792.00"} {
		d := read(t, render(t, asked(), paper))
		if d.box != want {
			t.Errorf("%q: the pages are %s, want %s", paper, d.box, want)
		}
		for n := 1; n <= d.pages; n++ {
			if !strings.Contains(d.text, fmt.Sprintf("%d of %d", n, d.pages)) {
				t.Errorf("%q: page %d of %d has no number", paper, n, d.pages)
			}
		}
	}
}

func TestSourcesAreLinked(t *testing.T) {
	d := read(t, render(t, asked(), pdf.A4))
	for _, s := range asked().Workspace.Scenarios {
		for path, source := range s.Sources {
			if source.URL != "" && !strings.Contains(d.links, source.URL+"\n") {
				t.Errorf("%s of %s does not lead to %s", path, s.ID, source.URL)
			}
		}
	}
	hostile := renamed("Hostile")
	hostile.Workspace.Scenarios[0].Sources = map[string]scenario.Source{"terms.share.cap": {
		Value: scenario.NumberValue(38e9), Status: scenario.StatusReported, Publisher: "X", URL: "javascript:alert(1)",
	}}
	if d := read(t, render(t, hostile, pdf.A4)); strings.Contains(d.links, "javascript") {
		t.Error("a script is linked")
	}
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	first := render(t, asked(), pdf.A4)
	if !bytes.Equal(first, render(t, asked(), pdf.A4)) {
		t.Error("two documents of one report differ")
	}
	undated := asked()
	undated.Date = unit.Date{}
	if a, b := render(t, undated, pdf.A4), render(t, undated, pdf.A4); !bytes.Equal(a, b) || bytes.Equal(a, first) {
		t.Error("two documents without a date differ, or one is that with a date")
	}
}

func TestWhateverIsReportedHasRoom(t *testing.T) {
	long := strings.Repeat("W", scenario.MaxName)
	for about, change := range map[string]func(*scenario.Scenario){
		"a name without a blank": func(s *scenario.Scenario) { s.Name = long },
		"no streams":             func(s *scenario.Scenario) { s.Outlook.Streams, s.Sources = nil, nil },
		"fifty years": func(s *scenario.Scenario) {
			s.LastYear = s.FirstYear + 49
			for i := range s.Outlook.Streams {
				for year := 2031; year <= s.LastYear; year++ {
					s.Outlook.Streams[i].Growth = s.Outlook.Streams[i].Growth.With(year, 0.01)
				}
			}
		},
		"many streams": func(s *scenario.Scenario) {
			for len(s.Outlook.Streams) < 64 {
				st := s.Outlook.Streams[0]
				st.Name = fmt.Sprintf("Stream %d", len(s.Outlook.Streams))
				s.Outlook.Streams = append(s.Outlook.Streams, st)
			}
		},
		"amounts without end": func(s *scenario.Scenario) { s.Outlook.Streams[0].Base = 1e15 },
		"no cap":              func(s *scenario.Scenario) { s.Terms.Share.Capped, s.Terms.Share.Cap, s.Uncertainty = false, 0, nil },
	} {
		r := asked()
		r.Workspace.Scenarios = append([]scenario.Scenario(nil), r.Workspace.Scenarios...)
		change(&r.Workspace.Scenarios[0])
		d := read(t, render(t, r, pdf.A4))
		if d.right > 595.28-40 {
			t.Errorf("%s: text begins at %.0f, beyond the margin", about, d.right)
		}
		if d.low < 20 {
			t.Errorf("%s: text stands at %.0f, below the page's foot", about, d.low)
		}
	}
}

// TestOtherProgramsReadIt asks the programs that are installed.
func TestOtherProgramsReadIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, render(t, renamed("Société Οικονομία План"), pdf.A4), 0o600); err != nil {
		t.Fatal(err)
	}
	tried := false
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{"qpdf", "--check", path}, []string{"No syntax or stream encoding errors found"}},
		{[]string{"pdftotext", path, "-"}, []string{"Société Οικονομία План", "The answer", "−$20.22B"}},
		{[]string{"pdffonts", path}, []string{"CID TrueType", "yes no  yes"}},
	} {
		if _, err := exec.LookPath(c.args[0]); err != nil {
			continue
		}
		tried = true
		out, err := exec.CommandContext(t.Context(), c.args[0], c.args[1:]...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", c.args[0], err, out)
		}
		for _, want := range c.want {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s does not say %q:\n%.600s", c.args[0], want, out)
			}
		}
	}
	if !tried {
		t.Skip("none of qpdf, pdftotext and pdffonts is installed")
	}
}
