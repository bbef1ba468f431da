package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"headroom/scenario/export"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/store"
)

func (p *program) extractVerb() *cobra.Command {
	verb := &cobra.Command{
		Use:   "extract FILE",
		Short: "Print the workspace that a picture or a document carries",
		Long: `Print the workspace that a picture or a document carries: a PNG, SVG, PDF or HTML
file that was written with --embed, or saved with "Remember the scenarios", and a
workbook, of which it is what was sent: import takes what was changed in it. FILE is
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
	return []string{"png", "svg", "pdf", "html", "htm", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt
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
	read := bufio.NewReader(from)
	if head, _ := read.Peek(len(zipStart)); string(head) == zipStart {
		return p.extractSent(read, name)
	}
	record, err := export.Extract(read)
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

// zipStart is how a workbook begins, which is an archive.
const zipStart = "PK\x03\x04"

// extractSent prints the workspace that was sent in a workbook, as it was sent: import
// takes what was changed in it.
func (p *program) extractSent(from io.Reader, name string) error {
	data, err := io.ReadAll(io.LimitReader(from, returned.MaxSize+1))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	back, err := returned.Read(data)
	if err != nil && len(back.Sent.Scenarios) == 0 {
		return fmt.Errorf("%s: %w", name, err)
	}
	if data, err = store.Encode(back.Sent); err != nil {
		return err
	}
	p.out.Write(data)
	return nil
}

// reachedThen says when a cap is reached, as a figure has it.
func reachedThen(f export.Figure) string {
	if f.Reached == "" {
		return "a cap that is not reached"
	}
	return "a cap reached " + f.Reached
}
