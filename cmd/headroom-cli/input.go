package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/listing"
	"headroom/scenario/store"
)

// standardInput is the FILE that stands for standard input.
const standardInput = "-"

// oneFile takes exactly one argument, the workspace.
func oneFile(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return errors.New("no FILE given")
	case len(args) > 1:
		return fmt.Errorf("one FILE is expected, not also %q", args[1])
	case args[0] == "":
		return errors.New("FILE is empty")
	}
	return nil
}

// workspace reads the workspace that FILE names. Of an unsound one the error has
// a line for every fault.
func (p *program) workspace(file string) (scenario.Workspace, error) {
	if file == standardInput {
		w, err := store.Decode(p.stdin)
		if err != nil && !errors.As(err, new(*store.Unsound)) {
			return w, fmt.Errorf("standard input: %w", err)
		}
		return w, named("standard input", err)
	}
	p.input = file
	w, err := store.ReadFile(file)
	return w, named(file, err)
}

// chosen reads the workspace that FILE names, and returns the places of the scenarios
// with the given ids, of all where none are given.
func (p *program) chosen(file string, ids []string) (scenario.Workspace, []int, error) {
	w, err := p.workspace(file)
	if err != nil {
		return w, nil, err
	}
	places, err := placesOf(w, ids)
	return w, places, err
}

// named puts the name of a file before each fault that was found in it. Other
// errors are returned as they are.
func named(file string, err error) error {
	var unsound *store.Unsound
	if !errors.As(err, &unsound) {
		return err
	}
	var lines several
	for _, line := range unsound.Lines() {
		lines = append(lines, file+": "+line)
	}
	return lines
}

// ids is a flag that takes scenario ids, separated by commas.
type ids struct{ value []string }

// String returns the ids as they are given.
func (i *ids) String() string { return strings.Join(i.value, ",") }

// Type returns the word that stands for the ids in help.
func (i *ids) Type() string { return "ID,..." }

// Set adds ids, and refuses an empty one.
func (i *ids) Set(text string) error {
	for id := range strings.SplitSeq(text, ",") {
		if id == "" {
			return errors.New("an id is empty")
		}
		i.value = append(i.value, id)
	}
	return nil
}

// check refuses an id given twice. It is no part of Set, since completion reads
// all flags twice.
func (i *ids) check(*cobra.Command, []string) error {
	for at, id := range i.value {
		if slices.Contains(i.value[:at], id) {
			return fmt.Errorf("--scenario: %q is given twice", id)
		}
	}
	return nil
}

// pick adds the flag --scenario to verb.
func (p *program) pick(verb *cobra.Command, usage string) *ids {
	var chosen ids
	verb.Flags().Var(&chosen, "scenario", usage)
	verb.PreRunE = chosen.check
	// Registering fails only for a flag that is not there.
	_ = verb.RegisterFlagCompletionFunc("scenario", p.completeID)
	return &chosen
}

// completeID completes the last of several ids from the workspace on the line.
func (p *program) completeID(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	const directive = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	if len(args) == 0 || args[0] == standardInput {
		return nil, directive
	}
	w, err := store.ReadFile(args[0])
	if err != nil {
		return nil, directive
	}
	before := typed[:strings.LastIndex(typed, ",")+1]
	given := strings.Split(before, ",")
	var out []string
	for _, s := range w.Scenarios {
		if !slices.Contains(given, s.ID) {
			out = append(out, before+s.ID)
		}
	}
	return out, directive
}

// completeGiven completes one of the ids given so far.
func (i *ids) completeGiven(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var given []string
	for _, id := range i.value {
		if !slices.Contains(given, id) {
			given = append(given, id)
		}
	}
	return given, cobra.ShellCompDirectiveNoFileComp
}

// completeFile completes the one FILE of a verb.
func completeFile(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []string{"json"}, cobra.ShellCompDirectiveFilterFileExt
}

// placesOf returns the places of the scenarios with the given ids, in that order,
// or of all where none are given. Every id that is not there is told.
func placesOf(w scenario.Workspace, chosen []string) ([]int, error) {
	var places []int
	if len(chosen) == 0 {
		for i := range w.Scenarios {
			places = append(places, i)
		}
		return places, nil
	}
	var missing several
	for _, id := range chosen {
		at := w.Find(id)
		if at < 0 {
			missing = append(missing, fmt.Sprintf("there is no scenario %q; %s", id, present(w)))
			continue
		}
		places = append(places, at)
	}
	if missing != nil {
		return nil, missing
	}
	return places, nil
}

// present says which scenarios there are, the first ten of them.
func present(w scenario.Workspace) string {
	const most = 10
	var found []string
	for _, s := range w.Scenarios[:min(most, len(w.Scenarios))] {
		found = append(found, s.ID)
	}
	switch {
	case len(found) == 0:
		return "the workspace holds none"
	case len(w.Scenarios) == 1:
		return "there is only " + found[0]
	case len(w.Scenarios) > most:
		return fmt.Sprintf("there are %s and %d more", strings.Join(found, ", "), len(w.Scenarios)-most)
	}
	return "there are " + strings.Join(found, ", ")
}

// projected returns the chosen scenarios of a workspace with their projections.
func projected(w scenario.Workspace, places []int) ([]listing.Result, error) {
	results := make([]listing.Result, 0, len(places))
	for _, at := range places {
		s := w.Scenarios[at]
		p, err := scenario.Project(s)
		if err != nil {
			return nil, fmt.Errorf("project scenario %q: %w", s.ID, err)
		}
		results = append(results, listing.Result{Scenario: s, Projection: p})
	}
	return results, nil
}
