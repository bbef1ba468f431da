package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario/listing"
	"headroom/scenario/sweep"
)

func (p *program) breakEvenVerb() *cobra.Command {
	format := formatTable
	verb := &cobra.Command{
		Use:   "break-even FILE --scenario ID",
		Short: "Say what it would take for the cap to be reached at the end of each year",
		Long: `Say for each year of the horizon what it would take, each by itself, for the cap to be
reached exactly at its end: another cap, all growth shifted, or, from the actuals on,
revenue at a flat pace. What does not exist is said to be none: a cap at the end of a
year in which nothing is due, a pace without actuals.`,
		Example: `  headroom-cli break-even plan.headroom.json --scenario february-2026
  headroom-cli break-even plan.headroom.json --scenario slump --format json`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "the scenario")
	choose(verb, &format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario"); err != nil {
			return err
		}
		prepared, err := p.one(args[0], chosen)
		if err != nil {
			return err
		}
		rows, err := sweep.BreakEvens(prepared)
		if err != nil {
			return failed(fmt.Errorf("scenario %q: %w", chosen.value[0], err))
		}
		s := prepared.Scenario()
		return failed(p.written(format, func() ([]byte, error) { return listing.BreakEvenTable(s, rows) },
			func() ([]byte, error) { return listing.BreakEvenCSV(rows) }, func() ([]byte, error) { return listing.BreakEvenJSON(s, rows) }))
	}
	return verb
}
