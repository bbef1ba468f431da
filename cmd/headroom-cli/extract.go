package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"headroom/scenario/export"
	"headroom/scenario/store"
)

func (p *program) extractVerb() *cobra.Command {
	verb := &cobra.Command{
		Use:   "extract FILE",
		Short: "Print the workspace that a picture or a document carries",
		Long: `Print the workspace that a picture or a document carries: a PNG, SVG, PDF or HTML
file that was written with --embed, or saved with "Remember the scenarios". FILE is
told by what it holds, not by its name. Where the figures no longer come out as they
did when it was saved, that is said on standard error.`,
		Example: `  headroom-cli chart plan.headroom.json --scenario february-2026 --kind years --embed --output years.svg && headroom-cli extract years.svg
  headroom-cli export plan.headroom.json --embed --output report.pdf && headroom-cli extract report.pdf --output again.headroom.json`,
		Args:              oneFile,
		ValidArgsFunction: completeCarrier,
	}
	verb.RunE = func(_ *cobra.Command, args []string) error { return failed(p.extract(args[0])) }
	return verb
}

// completeCarrier completes the one FILE of a verb that reads what a file carries.
func completeCarrier(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []string{"png", "svg", "pdf", "html", "htm"}, cobra.ShellCompDirectiveFilterFileExt
}

func (p *program) extract(file string) error {
	from, name := p.stdin, "standard input"
	if file != standardInput {
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		from, name, p.input = f, file, file
	}
	record, err := export.Extract(from)
	if err != nil {
		return named(name, fmt.Errorf("%s: %w", name, err))
	}
	data, err := store.Encode(record.Workspace)
	if err != nil {
		return err
	}
	p.out.Write(data)
	for _, c := range record.Changes() {
		p.notes = append(p.notes, fmt.Sprintf("%s: scenario %q showed %s and %s paid; now it is %s and %s",
			name, c.Now.ID, reachedThen(c.Then), c.Then.Paid.Table(), reachedThen(c.Now), c.Now.Paid.Table()))
	}
	return nil
}

// reachedThen says when a cap is reached, as a figure has it.
func reachedThen(f export.Figure) string {
	if f.Reached == "" {
		return "a cap that is not reached"
	}
	return "a cap reached " + f.Reached
}
