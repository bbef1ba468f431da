package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"headroom/assets/about"
	"headroom/scenario/export"
	"headroom/scenario/unit"
)

const name = "headroom-cli"

// standardOutput is the name that stands for standard output.
const standardOutput = "-"

// The exit statuses.
const (
	statusDone   = 0
	statusFailed = 1
	statusUsage  = 2
)

// A program is one call of the command line. What a verb prints is kept until
// the verb is through, so that a failure leaves no half of it anywhere.
type program struct {
	stdin  io.Reader
	out    bytes.Buffer
	output string   // what --output names, empty for standard output
	input  string   // the file that was read, empty for none
	notes  []string // what is to be known of a result, for standard error
}

// run does what args ask for and returns the exit status: 0, 1 for a failure, 2
// for wrong usage. Errors go to stderr, one a line, and nothing then to stdout,
// but for what solve found out where there is no solution.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin}
	root := p.root()
	root.SetArgs(append([]string{}, args...))
	root.SetOut(&p.out)
	root.SetErr(stderr)
	verb, err := root.ExecuteC()
	if err == nil || errors.As(err, new(unsolved)) {
		if undelivered := p.deliver(stdout); undelivered != nil {
			err = failed(undelivered)
		}
	}
	if err == nil {
		report(stderr, p.notes...)
		return statusDone
	}
	if errors.As(err, new(failure)) {
		report(stderr, linesOf(err)...)
		return statusFailed
	}
	report(stderr, fmt.Sprintf("%v; see %q", err, verb.CommandPath()+" --help"))
	return statusUsage
}

// report writes lines of an error, each one line whatever it quotes.
func report(stderr io.Writer, lines ...string) {
	for _, line := range lines {
		fmt.Fprintf(stderr, "%s: %s\n", name, unit.Printable(line))
	}
}

// several is an error that takes several lines.
type several []string

// Error returns the lines as one text.
func (s several) Error() string { return strings.Join(s, "\n") }

func linesOf(err error) []string {
	var lines several
	if errors.As(err, &lines) {
		return lines
	}
	return []string{err.Error()}
}

// deliver writes what the verb printed to the file that --output names, or to
// standard output.
func (p *program) deliver(stdout io.Writer) error {
	if p.output == "" || p.output == standardOutput {
		if _, err := stdout.Write(p.out.Bytes()); err != nil {
			return fmt.Errorf("write standard output: %w", err)
		}
		return nil
	}
	if sameFile(p.input, p.output) {
		return fmt.Errorf("write %q: it is the workspace that was read; give --output another name", p.output)
	}
	return export.File(p.output, p.out.Bytes())
}

func sameFile(a, b string) bool {
	if a == "" {
		return false
	}
	at, err := os.Stat(a)
	if err != nil {
		return false
	}
	bt, err := os.Stat(b)
	return err == nil && os.SameFile(at, bt)
}

// A failure is an error of doing what was asked for. All others are errors of
// asking: flags, arguments, commands.
type failure struct{ error }

// Unwrap returns what failed.
func (f failure) Unwrap() error { return f.error }

// needed refuses a call that lacks one of the flags.
func needed(c *cobra.Command, flags ...string) error {
	for _, flag := range flags {
		if !c.Flags().Changed(flag) {
			return fmt.Errorf("--%s is missing", flag)
		}
	}
	return nil
}

// failed marks err, where it is one, as a failure.
func failed(err error) error {
	if err == nil {
		return nil
	}
	return failure{err}
}

// root returns the command with all its verbs. A new verb is added here.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:     name,
		Version: about.Version,
		Short:   "Plan revenue share payments against a cap, without a window",
		Long: `headroom-cli writes and checks workspaces, projects, compares and draws their
scenarios, and solves for what a target takes, for scripts and batch work.

FILE is a workspace (NAME.headroom.json), or - for standard input. Results go to
standard output, or with --output to a file, written whole or not at all. Errors
go to standard error, one line each. The exit status is 0, 1 for a failure, and 2
for wrong usage.`,
		Example: `  headroom-cli new --output plan.headroom.json
  headroom-cli project plan.headroom.json --scenario february-2026
  headroom-cli --version`,
		Args:          knownVerb,
		RunE:          func(*cobra.Command, []string) error { return errors.New("no command given") },
		SilenceErrors: true, SilenceUsage: true, DisableSuggestions: true, SuggestionsMinimumDistance: 2,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.PersistentFlags().VarP(&fileName{&p.output}, "output", "o", "write to this file instead of standard output")
	root.Flags().Bool("version", false, "say which version this is")
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.AddCommand(p.newVerb(), p.checkVerb(), p.projectVerb(), p.compareVerb(), p.solveVerb(), p.tornadoVerb(), p.mapVerb(), p.rangeVerb(), p.breakEvenVerb(), p.riskVerb(), p.setVerb(), p.actualsVerb(), p.statementVerb(), p.chartVerb(), p.exportVerb(), p.importVerb(), p.extractVerb(), p.completionVerb())
	root.AddCommand(p.manVerbs()...)
	root.SetHelpCommand(p.helpVerb())
	return root
}

// knownVerb refuses arguments of the program itself: what is no command.
func knownVerb(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	near := ""
	if names := root.SuggestionsFor(args[0]); len(names) > 0 {
		near = "; did you mean " + strings.Join(names, " or ") + "?"
	}
	return fmt.Errorf("unknown command %q%s", args[0], near)
}
