package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// commands returns the program's command and all its verbs.
func commands() []*cobra.Command {
	root := (&program{}).root()
	return append([]*cobra.Command{root}, root.Commands()...)
}

func TestTheExamplesInHelpRun(t *testing.T) {
	for _, c := range commands() {
		lines := strings.Split(c.Example, "\n")
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
			continue
		}
		for _, line := range lines {
			t.Run(strings.TrimSpace(line), func(t *testing.T) {
				t.Chdir(t.TempDir())
				must(t, "new", "--output", "plan.headroom.json")
				if err := os.WriteFile("quarters.csv", []byte("Quarter,Revenue ($B)\n2026-Q1,5.7\n2026-Q2,6.7\n2026-Q3,10.4\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				if strings.Contains(line, "plan.xlsx") {
					must(t, "export", "plan.headroom.json", "--output", "plan.xlsx")
				}
				runExample(t, line)
			})
		}
	}
}

// runExample runs a line as a shell would: one command after another, or programs
// with pipes between them.
func runExample(t *testing.T, line string) {
	t.Helper()
	for commands := range strings.SplitSeq(line, "&&") {
		runPipe(t, commands)
	}
}

func runPipe(t *testing.T, line string) {
	t.Helper()
	piped := ""
	for step := range strings.SplitSeq(line, "|") {
		args := split(step)
		if len(args) < 2 || args[0] != name {
			t.Fatalf("%q does not call %s", step, name)
		}
		var out, errs bytes.Buffer
		status := run(args[1:], strings.NewReader(piped), &out, &errs)
		if said := errs.Len() > 0; status != statusDone || said != (args[1] == "actuals" || args[1] == "import") {
			t.Fatalf("%q: status %d, errors %q", step, status, errs.String())
		}
		if strings.Contains(step, "--output") == (out.Len() > 0) {
			t.Errorf("%q prints %d bytes", step, out.Len())
		}
		piped = out.String()
	}
}

// split parts a command at spaces outside double quotes.
func split(command string) []string {
	var args []string
	for i, part := range strings.Split(command, `"`) {
		if i%2 == 1 {
			args = append(args, part)
		} else {
			args = append(args, strings.Fields(part)...)
		}
	}
	return args
}

func TestEveryCommandExplainsItself(t *testing.T) {
	for _, c := range commands() {
		args := append(strings.Fields(c.CommandPath())[1:], "--help")
		help := must(t, args...)
		for _, part := range []string{"Usage:", "Examples:", "--output"} {
			if !strings.Contains(help, part) {
				t.Errorf("%q says nothing of %s", args, part)
			}
		}
		if c.Name() == name {
			continue
		}
		if other := must(t, "help", c.Name()); other != help {
			t.Errorf("help %s differs from %q", c.Name(), args)
		}
	}
}

func TestCompletion(t *testing.T) {
	plan := planned(t)
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if script := must(t, "completion", shell); !strings.Contains(script, name) {
			t.Errorf("the script for %s does not name the program", shell)
		}
	}
	for _, c := range []struct {
		about string
		args  []string
		want  string // lines completed, without explanations
	}{
		{"verbs", []string{"pro"}, "project"},
		{"a FILE by its ending", []string{"project", ""}, "json"},
		{"no second FILE", []string{"project", plan, ""}, ""},
		{"a word", []string{"project", plan, "--by", ""}, "year fiscal-year quarter month"},
		{"another word", []string{"chart", plan, "--theme", ""}, "light dark transparent transparent-dark"},
		{"an id", []string{"project", plan, "--scenario", ""}, "july-2026 february-2026 april-2025 slump february-2026-prior"},
		{"another id", []string{"project", plan, "--scenario", "slump,f"}, "slump,july-2026 slump,february-2026 slump,april-2025 slump,february-2026-prior"},
		{"an id once", []string{"project", worked, "--scenario", "flat,ramp,even,"}, "flat,ramp,even,before"},
		{"a word after an id", []string{"project", plan, "--scenario", "slump", "--by", ""}, "year fiscal-year quarter month"},
		{"no ids of a file that is not there", []string{"project", plan + "x", "--scenario", ""}, ""},
		{"no ids of standard input", []string{"project", "-", "--scenario", ""}, ""},
		{"a shell", []string{"completion", "f"}, "fish"},
		{"a command to explain", []string{"help", ""}, "actuals break-even chart check compare completion export extract import map new project range risk set solve statement tornado"},
		{"a reference of those compared", []string{"compare", plan, "--scenario", "slump,july-2026", "--reference", ""}, "slump july-2026"},
		{"a result to split", []string{"compare", plan, "--bridge", ""}, "paid forgone net present-value"},
		{"an input to find", []string{"solve", plan, "--find", ""}, "cap rate base growth-shift growth:"},
	} {
		got := call(append([]string{"__completeNoDesc"}, c.args...)...)
		var words []string
		for line := range strings.Lines(got.out) {
			if word := strings.TrimSpace(line); !strings.HasPrefix(word, ":") {
				words = append(words, word)
			}
		}
		if strings.Join(words, " ") != c.want {
			t.Errorf("%s: completes %q, want %q", c.about, words, c.want)
		}
	}
}
