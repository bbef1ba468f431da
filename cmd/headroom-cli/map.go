package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
)

func (p *program) mapVerb() *cobra.Command {
	format := formatTable
	var result solve.Result
	var x, y axis
	verb := &cobra.Command{
		Use:   "map FILE --scenario ID --x INPUT=LOW:HIGH:STEPS --y INPUT=LOW:HIGH:STEPS --result RESULT",
		Short: "Say what a result is over two inputs",
		Long: `Say what a result of a scenario is over two inputs, on an evenly spaced grid that
includes the ends of both ranges. A table has the largest y on top, csv a row for each
cell, json a list of cells for each y. Where payments would count only after the share
has ended there is no result. The inputs:

` + variedInputs,
		Example: `  headroom-cli map plan.headroom.json --scenario february-2026 --x cap=20B:56B:7 --y growth-shift=-30%:30%:7 --result cap-reached
  headroom-cli map plan.headroom.json --scenario slump --x cap=20B:60B:201 --y alreadyPaid=0:10B:201 --result paid --format csv --output map.csv
  headroom-cli map plan.headroom.json --scenario february-2026 --x capFrom=2026-01:2027-12:5 --y growth:2028=0.5:1:3 --result forgone --format json`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "the scenario whose inputs are moved")
	verb.Flags().Var(&x, "x", "the input to the right")
	verb.Flags().Var(&y, "y", "the input upward")
	completeInputs(verb, "x", "y")
	choose(verb, &result, "result", "the result", solve.Results()...)
	choose(verb, &format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "x", "y", "result"); err != nil {
			return err
		}
		prepared, err := p.one(args[0], chosen)
		if err != nil {
			return err
		}
		m, err := gridOf(prepared, x.span, y.span, result)
		if err != nil {
			return failed(fmt.Errorf("map scenario %q: %w", chosen.value[0], err))
		}
		return failed(p.written(format, func() ([]byte, error) { return listing.MapTable(m) },
			func() ([]byte, error) { return listing.MapCSV(m) }, func() ([]byte, error) { return listing.MapJSON(m) }))
	}
	return verb
}

// gridOf computes a map on all processors.
func gridOf(p *scenario.Prepared, x, y span, r solve.Result) (sweep.Grid, error) {
	right, err := sweep.NewAxis(p.Scenario(), x.input, x.over, x.steps)
	if err != nil {
		return sweep.Grid{}, err
	}
	up, err := sweep.NewAxis(p.Scenario(), y.input, y.over, y.steps)
	if err != nil {
		return sweep.Grid{}, err
	}
	return sweep.NewGrid(p, right, up, r, runtime.GOMAXPROCS(0))
}
