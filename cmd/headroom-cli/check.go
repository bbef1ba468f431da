package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (p *program) checkVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Say whether a workspace is sound",
		Long: `Say whether a workspace is sound and how many scenarios it holds. Of an unsound
one every fault is told on standard error, a line each, by the path of its field.`,
		Example: `  headroom-cli check plan.headroom.json
  headroom-cli new | headroom-cli check -`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
		RunE: func(_ *cobra.Command, args []string) error {
			w, err := p.workspace(args[0])
			if err != nil {
				return failed(err)
			}
			count := "1 scenario"
			if n := len(w.Scenarios); n != 1 {
				count = fmt.Sprintf("%d scenarios", n)
			}
			fmt.Fprintf(&p.out, "sound, %s\n", count)
			return nil
		},
	}
}
