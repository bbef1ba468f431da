package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/solve"
	"headroom/scenario/unit"
)

// A solving is what the flags of solve ask for.
type solving struct {
	scenarios *ids
	find      solve.Input
	result    solve.Result
	target    string
	format    tableFormat
}

func (p *program) solveVerb() *cobra.Command {
	asked := solving{format: formatTable}
	verb := &cobra.Command{
		Use:   "solve FILE --scenario ID --find INPUT --result RESULT --target VALUE",
		Short: "Find what it takes: the cap, the rate or the growth that brings a result to a target",
		Long: `Find every value of one input that brings one result of a scenario to a target, all
else equal. The inputs:

  cap           the total cap
  rate          the share rate, the same in all years
  base          the bases of the direct streams together; all streams are scaled alike
  growth-shift  a fraction added to every growth of every stream: 0.05 is 5 points
  growth:2028   the growth of all direct streams in a year

The target is a date for cap-reached (a month, quarter or year is its last day), a
fraction for cap-used (0.9 or 90%), and an amount for the others (38e9 or 38B).
Answers are exact to a day or half a cent; where a whole range of values does, as all
growth above some does that pays the whole cap, the range is given. Where no value
does, that is said with the range tried and the nearest result, and the exit status
is 1.`,
		Example: `  headroom-cli solve plan.headroom.json --scenario february-2026 --find cap --result cap-reached --target 2029-12-31
  headroom-cli solve plan.headroom.json --scenario slump --find growth-shift --result cap-reached --target 2030-06-30 --format json
  headroom-cli solve plan.headroom.json --scenario february-2026 --find growth:2028 --result present-value --target 31B`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "the scenario to look in")
	verb.Flags().Var(&input{&asked.find}, "find", "the input to find")
	// Registering fails only for a flag that is not there.
	_ = verb.RegisterFlagCompletionFunc("find", cobra.FixedCompletions(
		[]string{string(solve.Cap), string(solve.Rate), string(solve.Base), string(solve.GrowthShift), "growth:"},
		cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace))
	choose(verb, &asked.result, "result", "the result to bring to the target", solve.Results()...)
	verb.Flags().StringVar(&asked.target, "target", "", "what the result is to be: a date, an amount or a fraction")
	choose(verb, &asked.format, "format", "how to print", formatTable, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "find", "result", "target"); err != nil {
			return err
		}
		if len(asked.scenarios.value) > 1 {
			return errors.New("--scenario: give the one scenario to look in")
		}
		target, doubt, err := targetOf(asked.result, asked.target)
		if err != nil {
			return fmt.Errorf("--target: %w", err)
		}
		if doubt != "" {
			report(c.ErrOrStderr(), "--target: "+doubt)
		}
		return failed(p.solve(args[0], asked, target))
	}
	return verb
}

func (p *program) solve(file string, asked solving, target solve.Value) error {
	w, err := p.workspace(file)
	if err != nil {
		return err
	}
	places, err := placesOf(w, asked.scenarios.value)
	if err != nil {
		return err
	}
	s := w.Scenarios[places[0]]
	found := listing.Solved{Scenario: s, Find: asked.find, Result: asked.result, Target: target}
	prepared, err := scenario.Prepare(s)
	if err != nil {
		return fmt.Errorf("solve scenario %q: %w", s.ID, err)
	}
	if found.Answer, err = solve.Find(prepared, asked.find, asked.result, target); err != nil {
		return fmt.Errorf("solve scenario %q: %w", s.ID, err)
	}
	var data []byte
	if asked.format == formatJSON {
		data, err = listing.SolvedJSON(found)
	} else {
		data, err = listing.SolvedTable(found)
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
// how near it came. It is delivered before the failure is reported.
type unsolved struct{ error }

// targetOf reads what a result is to be. Where a date could be another one too,
// doubt says which was taken.
func targetOf(result solve.Result, text string) (target solve.Value, doubt string, err error) {
	switch result {
	case solve.CapReached:
		day, doubt, err := unit.ReadDate(text)
		return solve.On(day), doubt, err
	case solve.CapUsed:
		rate, err := unit.ParseCLIRate(text)
		return solve.Value{Number: float64(rate)}, "", err
	}
	amount, err := unit.ParseCLIAmount(text)
	return solve.Value{Number: float64(amount)}, "", err
}

// An input is a flag that names what solve looks for.
type input struct{ value *solve.Input }

// String returns the name.
func (i *input) String() string { return string(*i.value) }

// Type returns the names as help shows them.
func (i *input) Type() string { return "cap|rate|base|growth-shift|growth:YEAR" }

// Set takes the name of an input that can be looked for.
func (i *input) Set(text string) error {
	if !solve.Solvable(solve.Input(text)) {
		return errors.New("choose cap, rate, base, growth-shift, or the growth of a year such as growth:2028")
	}
	*i.value = solve.Input(text)
	return nil
}
