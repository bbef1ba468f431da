package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario/preset"
	"headroom/scenario/store"
)

func (p *program) newVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "new",
		Short: "Write the default workspace",
		Long: `Write the default workspace: the published plans of OpenAI under the amended
terms, the newest of them also under the prior terms, every figure with its
status and source.`,
		Example: `  headroom-cli new --output plan.headroom.json
  headroom-cli new | headroom-cli project - --scenario slump`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("no argument is expected, not %q", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			data, err := store.Encode(preset.Default())
			if err != nil {
				return failed(err)
			}
			p.out.Write(data)
			return nil
		},
	}
}
