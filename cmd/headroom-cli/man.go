//go:build man

package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"headroom/assets/about"
)

// manVerbs returns the verb that writes the manual pages of a package, one for
// each verb, and one for the window's program. Only make package builds it: the
// writer of pages is nothing that the command line needs.
func (p *program) manVerbs() []*cobra.Command {
	return []*cobra.Command{{
		Use:     "man FOLDER",
		Short:   "Write the manual pages into a folder",
		Example: "  headroom-cli man build",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			c.Hidden = true // it is not in what is packaged
			window := &cobra.Command{
				Use:   "headroom [FILE]",
				Short: "Plan what OpenAI pays Microsoft under a capped revenue share",
				Long: `Headroom opens a window that answers when the cap on OpenAI's payments to
Microsoft is reached, how much is paid by then, and what changes it.

FILE is a workspace, such as NAME.headroom.json, or a PNG picture that remembers
its scenarios. Without it the window opens on the default workspace, and offers
the file used last. What is shown there can be had without a window by
headroom-cli(1).`,
				Run: func(*cobra.Command, []string) {},
			}
			for _, command := range []*cobra.Command{c.Root(), window} {
				command.DisableAutoGenTag = true
				header := &doc.GenManHeader{Section: "1", Source: about.Name + " " + about.Version, Manual: about.Name}
				if err := doc.GenManTree(command, header, args[0]); err != nil {
					return failed(err)
				}
			}
			return nil
		},
	}}
}
