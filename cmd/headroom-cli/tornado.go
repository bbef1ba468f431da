package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario/listing"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

func (p *program) tornadoVerb() *cobra.Command {
	format := formatTable
	var result solve.Result
	var ranges spans
	verb := &cobra.Command{
		Use:   "tornado FILE --scenario ID --result RESULT",
		Short: "Say what moves a result, input by input",
		Long: `Move each input of a scenario over a range, all else equal, and say from where to
where that moves a result: the least and the greatest of five evenly spaced values
and the input's own, with the value that brings each. What moves it most comes first;
an input without effect says why. The inputs, each with a range of its own where
--range gives no other:

` + variedInputs,
		Example: `  headroom-cli tornado plan.headroom.json --scenario february-2026 --result cap-reached
  headroom-cli tornado plan.headroom.json --scenario february-2026 --result paid --range cap=30B:60B --range capFrom=2026-01:2026-12
  headroom-cli tornado plan.headroom.json --scenario slump --result present-value --format json`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "the scenario whose inputs are moved")
	choose(verb, &result, "result", "the result that is moved", solve.Results()...)
	verb.Flags().Var(&ranges, "range", "move an input over this range (may be given for several)")
	completeInputs(verb, "range")
	choose(verb, &format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "result"); err != nil {
			return err
		}
		over, err := ranges.ranges()
		if err != nil {
			return err
		}
		prepared, err := p.one(args[0], chosen)
		if err != nil {
			return err
		}
		t, err := sweep.NewTornado(prepared, result, over)
		if err != nil {
			return failed(fmt.Errorf("move the inputs of scenario %q: %w", chosen.value[0], err))
		}
		return failed(p.written(format, func() ([]byte, error) { return listing.TornadoTable(t) },
			func() ([]byte, error) { return listing.TornadoCSV(t) }, func() ([]byte, error) { return listing.TornadoJSON(t) }))
	}
	return verb
}
