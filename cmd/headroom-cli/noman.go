//go:build !man

package main

import "github.com/spf13/cobra"

// manVerbs returns nothing: manual pages are written when the program is packaged.
func (p *program) manVerbs() []*cobra.Command { return nil }
