package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

func (p *program) helpVerb() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Explain a command",
		Example: "  headroom-cli help project",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, verb := range c.Root().Commands() {
				if len(args) == 0 && verb.IsAvailableCommand() {
					names = append(names, verb.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			verb, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return fmt.Errorf("there is no command %q", strings.Join(args, " "))
			}
			verb.InitDefaultHelpFlag()
			return verb.Help()
		},
	}
}

func (p *program) completionVerb() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Write a script that completes commands, flags and scenario ids",
		Long: `Write a script for your shell that completes commands, flags and scenario ids.
Have the shell read it when it starts: for bash, with the package
bash-completion, from ~/.local/share/bash-completion/completions/headroom-cli;
for zsh as _headroom-cli from a directory of $fpath; for fish from
~/.config/fish/completions/headroom-cli.fish; for PowerShell from your profile.`,
		Example: `  headroom-cli completion bash
  headroom-cli completion fish --output headroom-cli.fish`,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells, args[0]) {
				return errors.New("name one shell: bash, zsh, fish or powershell")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch root := c.Root(); args[0] {
			case "zsh":
				return failed(root.GenZshCompletion(&p.out))
			case "fish":
				return failed(root.GenFishCompletion(&p.out, true))
			case "powershell":
				return failed(root.GenPowerShellCompletionWithDesc(&p.out))
			default:
				return failed(root.GenBashCompletionV2(&p.out, true))
			}
		},
	}
}
