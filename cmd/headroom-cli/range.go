package main

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/words"
)

// A lasting is a statement that is to stay true.
type lasting string

const (
	holdsYear    lasting = "year"
	holdsReached lasting = "reached"
	holdsOrder   lasting = "order"
)

func (p *program) rangeVerb() *cobra.Command {
	format := formatTable
	var holds lasting
	result := solve.Paid
	verb := &cobra.Command{
		Use:   "range FILE --scenario ID[,ID...] --holds year|reached|order",
		Short: "Say how far each input may move before the answer changes",
		Long: `Say for each input of the first scenario how far it may move, all else equal, while a
statement about it stays true:

  year     the cap is reached in the year in which it is reached now
  reached  it is reached at all, or is not
  order    the scenario ranks among the others given as it does now, by --result

Ends are the last values with which the statement is true, exact to a cent, 1e-9 or a
month; "any" goes as far as is legal. Where it is true again further away, that is
said too. The inputs:

` + variedInputs,
		Example: `  headroom-cli range plan.headroom.json --scenario february-2026 --holds year
  headroom-cli range plan.headroom.json --scenario slump --holds reached --format json
  headroom-cli range plan.headroom.json --scenario february-2026,april-2025,slump --holds order --result cap-reached`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "the scenario whose inputs are moved, and for order those it is ranked among")
	choose(verb, &holds, "holds", "what is to stay true", holdsYear, holdsReached, holdsOrder)
	choose(verb, &result, "result", "what order goes by", solve.Results()...)
	choose(verb, &format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "holds"); err != nil {
			return err
		}
		switch n := len(chosen.value); {
		case holds == holdsOrder && n < 2:
			return errors.New("--scenario: for an order give two scenarios or more")
		case holds != holdsOrder && n > 1:
			return errors.New("--scenario: give one scenario, or --holds order")
		case holds != holdsOrder && c.Flags().Changed("result"):
			return errors.New("--result is for --holds order")
		}
		return failed(p.ranges(args[0], chosen, holds, result, format))
	}
	return verb
}

func (p *program) ranges(file string, chosen *ids, holds lasting, result solve.Result, format tableFormat) error {
	w, err := p.workspace(file)
	if err != nil {
		return err
	}
	places, err := placesOf(w, chosen.value)
	if err != nil {
		return err
	}
	sides := make([]words.Side, len(places))
	for i, at := range places {
		if sides[i], err = words.SideOf(w.Scenarios[at]); err != nil {
			return fmt.Errorf("scenario %q: %w", w.Scenarios[at].ID, err)
		}
	}
	held := listing.Held{Scenario: sides[0].Scenario, Holds: string(holds)}
	switch holds {
	case holdsYear:
		held.Statement = sweep.ReachedInYear(held.Scenario, &sides[0].Total)
	case holdsReached:
		held.Statement = sweep.ReachedAtAll(held.Scenario, &sides[0].Total)
	default:
		if held.Statement, err = sweep.InOrder(sides, result); err != nil {
			return err
		}
	}
	prepared, err := scenario.Prepare(held.Scenario)
	if err != nil {
		return err
	}
	found, err := sweep.SafeRanges(prepared, []sweep.Statement{held.Statement}, runtime.GOMAXPROCS(0))
	if err != nil {
		return fmt.Errorf("scenario %q: %w", held.Scenario.ID, err)
	}
	held.Ranges = found[0]
	return p.written(format, func() ([]byte, error) { return listing.RangeTable(held) },
		func() ([]byte, error) { return listing.RangeCSV(held) }, func() ([]byte, error) { return listing.RangeJSON(held) })
}
