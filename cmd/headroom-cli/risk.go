package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/listing"
	"headroom/scenario/simulate"
)

// A risking is what the flags of risk ask for.
type risking struct {
	scenarios *ids
	race      ids
	options   simulate.Options
	samples   string
	format    tableFormat
}

func (p *program) riskVerb() *cobra.Command {
	asked := risking{format: formatTable, options: simulate.Options{Sampling: simulate.Sobol}}
	verb := &cobra.Command{
		Use:   "risk FILE",
		Short: "Say how likely the cap is reached, and by when",
		Long: `Draw paths of the uncertain growth and cap of scenarios, and say how likely the cap
is reached by each quarter, when, and what is paid and saved: means with standard
errors, percentiles, what one more dollar of cap costs, and what drives the spread.
All paths pay as "project" pays. Draws are scrambled Sobol points (sobol), a Latin
hypercube (latin) or independent (random); the same seed and number of paths give
the same result on any computer. Points are the same for all scenarios, so that
differences between scenarios are known better than either side: --race says path by
path which of two reaches its cap first and pays more.

The ranking is of first-order Sobol indices: the share of the variance that each
draw explains by itself. --samples writes every path: what planned revenue is
multiplied by in each year, the cap, what is paid, and when the cap is reached.`,
		Example: `  headroom-cli risk plan.headroom.json --scenario february-2026
  headroom-cli risk plan.headroom.json --scenario february-2026 --paths 65536 --seed 7 --percentiles 5,50,95 --format csv
  headroom-cli risk plan.headroom.json --race february-2026,april-2025 --format json
  headroom-cli risk plan.headroom.json --scenario slump --paths 1000 --sampling latin --samples paths.csv`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "only these scenarios, in this order (all where not given, or those of --race)")
	flags := verb.Flags()
	flags.Var(&asked.race, "race", "two scenarios to hold against each other path by path")
	_ = verb.RegisterFlagCompletionFunc("race", p.completeID) // there is such a flag
	flags.Var(&count{&asked.options.Paths, simulate.DefaultPaths}, "paths", "how many paths, at most "+strconv.Itoa(simulate.MaxPaths))
	flags.Var(&seed{&asked.options.Seed}, "seed", "what the draws come from")
	choose(verb, &asked.options.Sampling, "sampling", "how paths are drawn", simulate.Samplings()...)
	flags.Var(&percents{&asked.options.Percentiles}, "percentiles", "percentiles from 0 to 100, ascending")
	flags.Var(&fileName{&asked.samples}, "samples", "write every path to this file, as CSV")
	_ = verb.MarkFlagFilename("samples", "csv") // there is such a flag
	choose(verb, &asked.format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if n := len(asked.race.value); n != 0 && (n != 2 || asked.race.value[0] == asked.race.value[1]) {
			return errors.New("--race: give two scenarios, ID,ID")
		}
		return failed(p.risk(c.Context(), args[0], asked))
	}
	return verb
}

func (p *program) risk(ctx context.Context, file string, asked risking) error {
	given := asked.scenarios.value
	if len(given) == 0 {
		given = asked.race.value
	}
	w, places, err := p.chosen(file, given)
	if err != nil {
		return err
	}
	racers, err := placesOf(w, slices.Clip(asked.race.value))
	if err != nil {
		return err
	}
	if ctx == nil {
		ctx = context.Background()
	}
	var m simulate.Simulator
	var out listing.Risk
	prepared := map[int]*scenario.Prepared{}
	for _, at := range append(slices.Clone(places), racers...) {
		if prepared[at] == nil {
			if prepared[at], err = scenario.Prepare(w.Scenarios[at]); err != nil {
				return err
			}
		}
	}
	for _, at := range places {
		run := listing.RiskRun{Scenario: w.Scenarios[at]}
		start, options := time.Now(), asked.options
		options.Ran = func() { run.Seconds = time.Since(start).Seconds() }
		if err := m.Run(ctx, prepared[at], options, &run.Result); err != nil {
			return fmt.Errorf("risk of scenario %q: %w", run.Scenario.ID, err)
		}
		out.Runs = append(out.Runs, run)
	}
	if len(asked.race.value) == 2 {
		race := listing.RiskRace{A: w.Scenarios[racers[0]], B: w.Scenarios[racers[1]]}
		if race.Race, err = m.Race(ctx, prepared[racers[0]], prepared[racers[1]], asked.options); err != nil {
			return fmt.Errorf("race: %w", err)
		}
		out.Race = &race
	}
	if asked.samples != "" {
		if err := p.sampled(ctx, &m, w, places, prepared, asked); err != nil {
			return err
		}
	}
	return p.written(asked.format, func() ([]byte, error) { return listing.RiskTable(out) },
		func() ([]byte, error) { return listing.RiskCSV(out) }, func() ([]byte, error) { return listing.RiskJSON(out) })
}

// sampled writes every path of the runs.
func (p *program) sampled(ctx context.Context, m *simulate.Simulator, w scenario.Workspace, places []int, prepared map[int]*scenario.Prepared, asked risking) error {
	if sameFile(p.input, asked.samples) {
		return fmt.Errorf("write %q: it is the workspace that was read; give --samples another name", asked.samples)
	}
	var of []scenario.Scenario
	for _, at := range places {
		of = append(of, w.Scenarios[at])
	}
	data, err := listing.SamplesCSV(of, func(out *listing.Samples) error {
		for i, at := range places {
			err := m.Paths(ctx, prepared[at], asked.options, func(path *simulate.Path) error { return out.Add(of[i], path) })
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return export.File(asked.samples, data)
}

// A count is a flag that takes how many paths there are.
type count struct {
	value *int
	usual int
}

// String returns the number in decimal.
func (c *count) String() string {
	if c.value == nil || *c.value == 0 {
		return strconv.Itoa(c.usual)
	}
	return strconv.Itoa(*c.value)
}

// Type returns the word that stands for the number in help.
func (c *count) Type() string { return "N" }

// Set takes a whole number of paths.
func (c *count) Set(text string) error {
	n, err := strconv.Atoi(strings.ReplaceAll(text, ",", ""))
	if err != nil || n < 1 || n > simulate.MaxPaths {
		return fmt.Errorf("give a whole number from 1 to %d", simulate.MaxPaths)
	}
	*c.value = n
	return nil
}

// A seed is a flag that takes what draws come from.
type seed struct{ value *uint64 }

// String returns the seed in decimal.
func (s *seed) String() string {
	if s.value == nil || *s.value == 0 {
		return "1"
	}
	return strconv.FormatUint(*s.value, 10)
}

// Type returns the word that stands for the seed in help.
func (s *seed) Type() string { return "N" }

// Set takes a whole number above 0.
func (s *seed) Set(text string) error {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil || n == 0 {
		return errors.New("give a whole number above 0")
	}
	*s.value = n
	return nil
}

// percents is a flag that takes percentiles, separated by commas.
type percents struct{ value *[]float64 }

// String returns the percentiles as they are given.
func (p *percents) String() string {
	list := simulate.DefaultPercentiles()
	if p.value != nil && *p.value != nil {
		list = *p.value
	}
	var out []string
	for _, v := range list {
		out = append(out, strconv.FormatFloat(v, 'f', -1, 64))
	}
	return strings.Join(out, ",")
}

// Type returns the word that stands for percentiles in help.
func (p *percents) Type() string { return "P,..." }

// Set takes ascending percentiles.
func (p *percents) Set(text string) error {
	var list []float64
	for part := range strings.SplitSeq(text, ",") {
		v, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || !(v >= 0 && v <= 100) {
			return fmt.Errorf("%q is no number from 0 to 100", part)
		}
		if n := len(list); n > 0 && v <= list[n-1] {
			return errors.New("give percentiles in ascending order, each once")
		}
		list = append(list, v)
	}
	if len(list) > simulate.MaxPercentiles {
		return fmt.Errorf("give at most %d", simulate.MaxPercentiles)
	}
	*p.value = list
	return nil
}
