package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"headroom/scenario/edit"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

// An importing is what the flags of import ask for.
type importing struct {
	into    string // the workspace, empty for the one that was sent
	inPlace bool
}

func (p *program) importVerb() *cobra.Command {
	var asked importing
	verb := &cobra.Command{
		Use:   "import F.xlsx",
		Short: "Take back a workbook in which figures were changed",
		Long: `Take back a workbook that export has written and in which figures were changed, in
whatever spreadsheet, and print the workspace: the one that was sent, or with --into
another. Each scenario with other figures stands beside the one that was sent, or
with --in-place instead of it. What was changed is told on standard error, cell by
cell. Figures that no scenario can have are refused, all of them told by their cells,
and so is a file that is no workbook of ours.`,
		Example: `  headroom-cli import plan.xlsx --output back.headroom.json
  headroom-cli import plan.xlsx --into plan.headroom.json --output both.headroom.json
  headroom-cli import plan.xlsx --in-place --output back.headroom.json`,
		Args: oneFile,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"xlsx"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	verb.Flags().Var(&fileName{&asked.into}, "into", "the workspace that takes them (the one that was sent where not given)")
	verb.Flags().BoolVar(&asked.inPlace, "in-place", false, "put changed scenarios in the place of those that were sent")
	verb.RunE = func(_ *cobra.Command, args []string) error { return failed(p.importFrom(args[0], asked)) }
	return verb
}

func (p *program) importFrom(file string, asked importing) error {
	data, name, err := p.bytes(file)
	if err != nil {
		return err
	}
	back, err := returned.Read(data)
	if err != nil {
		return namedCells(name, err)
	}
	w := back.Sent
	if asked.into != "" {
		if w, err = p.workspace(asked.into); err != nil {
			return err
		}
	}
	returned := back.Scenarios()
	for i := range returned {
		returned[i].Color = preset.FreeColorBeside(w, returned[i].ID)
	}
	session := edit.New(w)
	if err := session.Do(edit.TakeBack("import", returned, asked.inPlace)); err != nil {
		return err
	}
	if len(back.Changed) == 0 {
		p.notes = append(p.notes, "nothing was changed in "+name)
	}
	for _, c := range back.Changed {
		for _, change := range c.Changes {
			p.notes = append(p.notes, c.Scenario.Name+": "+change.String())
		}
	}
	out, err := store.Encode(session.Workspace())
	p.out.Write(out)
	return err
}

// bytes reads a file that is no workspace, within the limit of workbooks, and what to
// call it.
func (p *program) bytes(file string) (data []byte, name string, err error) {
	from, name := p.stdin, "standard input"
	if file != standardInput {
		f, err := os.Open(file)
		if err != nil {
			return nil, file, err
		}
		defer f.Close()
		p.input, from, name = file, f, file
	}
	data, err = io.ReadAll(io.LimitReader(from, returned.MaxSize+1))
	if err != nil {
		err = fmt.Errorf("read %q: %w", name, err)
	}
	return data, name, err
}

// namedCells puts the name of a workbook before each fault that was found in it.
func namedCells(file string, err error) error {
	lines := several{file + ": " + err.Error()}
	var unsound returned.Unsound
	if errors.As(err, &unsound) {
		lines = nil
		for _, line := range unsound.Lines() {
			lines = append(lines, file+": "+line)
		}
	}
	return lines
}
