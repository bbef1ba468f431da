package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario/export"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// A result is what solve brings to a target.
type result string

const resultReached result = "cap-reached"

// A solving is what the flags of solve ask for.
type solving struct {
	scenarios *ids
	find      solve.Input
	result    result
	target    day
	format    tableFormat
}

func (p *program) solveVerb() *cobra.Command {
	asked := solving{format: formatTable}
	verb := &cobra.Command{
		Use:   "solve FILE --scenario ID --find INPUT --result RESULT --target VALUE",
		Short: "Find the cap or the growth with which the cap is reached on a date",
		Long: `Find every value of one input that brings a result of a scenario to a target, all
else equal: the cap, or a shift added to every growth of every stream, so that the
cap is reached on a date. A shift of 0.05 is 5 percentage points. Where no value
does, that is said with the range tried and the nearest result, and the exit
status is 1.`,
		Example: `  headroom-cli solve plan.headroom.json --scenario february-2026 --find cap --result cap-reached --target 2029-12-31
  headroom-cli solve plan.headroom.json --scenario stall --find growth-shift --result cap-reached --target 2030-06-30 --format json`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "the scenario to look in")
	choose(verb, &asked.find, "find", "the input to find", solve.Cap, solve.GrowthShift)
	choose(verb, &asked.result, "result", "the result to bring to the target", resultReached)
	verb.Flags().Var(&asked.target, "target", "the date on which the cap is to be reached; a month, quarter or year is its last day")
	choose(verb, &asked.format, "format", "how to print", formatTable, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "find", "result", "target"); err != nil {
			return err
		}
		if len(asked.scenarios.value) > 1 {
			return errors.New("--scenario: give the one scenario to look in")
		}
		if asked.target.doubt != "" {
			report(c.ErrOrStderr(), "--target: "+asked.target.doubt)
		}
		return failed(p.solve(args[0], asked))
	}
	return verb
}

func (p *program) solve(file string, asked solving) error {
	w, err := p.workspace(file)
	if err != nil {
		return err
	}
	places, err := placesOf(w, asked.scenarios.value)
	if err != nil {
		return err
	}
	found := export.Solved{Scenario: w.Scenarios[places[0]], Find: asked.find, Target: asked.target.Date}
	if found.Answer, err = solve.Reached(found.Scenario, asked.find, asked.target.Date); err != nil {
		return fmt.Errorf("solve scenario %q: %w", found.Scenario.ID, err)
	}
	var data []byte
	if asked.format == formatJSON {
		data, err = export.SolvedJSON(found)
	} else {
		data, err = export.SolvedTable(found)
	}
	if err != nil {
		return err
	}
	p.out.Write(data)
	if !found.Answer.Possible() {
		return unsolved{errors.New(found.Unsolved())}
	}
	return nil
}

// An unsolved is a failure that has an answer all the same: what was tried, and
// how near it came. It is delivered before the failure is told.
type unsolved struct{ error }

// A day is a flag that takes a date. Where what was given could be another date
// too, doubt says which was taken.
type day struct {
	unit.Date
	doubt string
}

// Type returns the word that stands for the date in help.
func (d *day) Type() string { return "YYYY-MM-DD" }

// Set takes a date as files or people write it.
func (d *day) Set(text string) (err error) {
	d.Date, d.doubt, err = unit.ReadDate(text)
	return err
}
