package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"headroom/scenario/compare"
	"headroom/scenario/listing"
)

// The most and the fewest scenarios that are compared.
const (
	fewestCompared = 2
	mostCompared   = 4
)

// A comparing is what the flags of compare ask for.
type comparing struct {
	scenarios *ids
	reference string
	bridge    compare.Result
	format    tableFormat
}

func (p *program) compareVerb() *cobra.Command {
	asked := comparing{format: formatTable}
	verb := &cobra.Command{
		Use:   "compare FILE --scenario ID,ID[,ID,ID]",
		Short: "Say how scenarios differ, in results and inputs",
		Long: `Say how two to four scenarios differ: their results with what they differ by from
the reference, and the inputs that are not alike. With --bridge the difference in
a result between the reference and each of the others is split by input: the
effect of each, averaged over all orders of changing them, so that the steps add
up. A table is rounded and for people; csv and json give every digit, in dollars.`,
		Example: `  headroom-cli compare plan.headroom.json --scenario february-2026,april-2025
  headroom-cli compare plan.headroom.json --scenario february-2026-prior,february-2026 --bridge net
  headroom-cli compare plan.headroom.json --scenario slump,february-2026,july-2026 --reference february-2026 --format csv --output compared.csv
  headroom-cli compare plan.headroom.json --scenario february-2026,slump --bridge paid --format json`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "the scenarios to compare, two to four")
	verb.Flags().Var(&oneID{&asked.reference}, "reference", "the scenario that the others are held against (the first where not given)")
	// Registering fails only for a flag that is not there.
	_ = verb.RegisterFlagCompletionFunc("reference", asked.scenarios.completeGiven)
	choose(verb, &asked.bridge, "bridge", "a result whose difference is split by input", compare.Bridged()...)
	choose(verb, &asked.format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario"); err != nil {
			return err
		}
		reference, err := asked.referenceIndex()
		if err != nil {
			return err
		}
		return failed(p.compare(args[0], asked, reference))
	}
	return verb
}

// referenceIndex returns which of the scenarios is the reference.
func (c comparing) referenceIndex() (int, error) {
	if n := len(c.scenarios.value); n < fewestCompared || n > mostCompared {
		return 0, fmt.Errorf("--scenario: give two to four scenarios, not %d", n)
	}
	if c.reference == "" {
		return 0, nil
	}
	at := slices.Index(c.scenarios.value, c.reference)
	if at < 0 {
		return 0, fmt.Errorf("--reference: %q is none of the scenarios compared, %s", c.reference, c.scenarios)
	}
	return at, nil
}

func (p *program) compare(file string, asked comparing, reference int) error {
	w, err := p.workspace(file)
	if err != nil {
		return err
	}
	places, err := placesOf(w, asked.scenarios.value)
	if err != nil {
		return err
	}
	results, err := projected(w, places)
	if err != nil {
		return err
	}
	subjects := make([]compare.Subject, len(results))
	for i, r := range results {
		subjects[i] = compare.Subject(r)
	}
	var out listing.Compared
	if out.Comparison, err = compare.New(subjects, reference); err != nil {
		return err
	}
	if out.Bridges, err = bridges(out.Comparison, asked.bridge); err != nil {
		return err
	}
	return p.written(asked.format, func() ([]byte, error) { return listing.CompareTable(out) },
		func() ([]byte, error) { return listing.CompareCSV(out) }, func() ([]byte, error) { return listing.CompareJSON(out) })
}

// bridges returns the bridges in a result from the reference to each of the
// others, none where no result is given.
func bridges(c compare.Comparison, result compare.Result) ([]compare.Bridge, error) {
	if result == "" {
		return nil, nil
	}
	var out []compare.Bridge
	var faults several
	for i, s := range c.Subjects {
		if i == c.Reference {
			continue
		}
		b, err := compare.NewBridge(c.Subjects[c.Reference].Scenario, s.Scenario, result)
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		out = append(out, b)
	}
	if faults != nil {
		return nil, faults
	}
	return out, nil
}

// A oneID is a flag that takes the id of one scenario.
type oneID struct{ value *string }

// String returns the id.
func (o *oneID) String() string { return *o.value }

// Type returns the word that stands for the id in help.
func (o *oneID) Type() string { return "ID" }

// Set takes an id, and refuses none.
func (o *oneID) Set(text string) error {
	if text == "" {
		return errors.New("an id is empty")
	}
	*o.value = text
	return nil
}
