package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/edit"
	"headroom/scenario/field"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

func (p *program) setVerb() *cobra.Command {
	verb := &cobra.Command{
		Use:   "set FILE PATH=VALUE ...",
		Short: "Change figures by their paths, and print the changed workspace",
		Long: `Change figures of scenarios by their paths, in the order given, and print the changed
workspace: all of it or nothing. PATH is as faults and sources name it, within the
scenario; PATH= leaves an optional field empty. VALUE is an amount (38e9, 38B), a
fraction (0.2, 20%), a month (2029-06), a whole number, true or false, or one of the
field's words.`,
		Example: `  headroom-cli set plan.headroom.json terms.share.cap=40B --output changed.headroom.json
  headroom-cli set plan.headroom.json --scenario slump outlook.streams[0].actuals.2026-Q3=10.4B outlook.afterActuals=rescale
  headroom-cli set plan.headroom.json terms.share.cap= --output open.headroom.json`,
		Args: func(c *cobra.Command, args []string) error {
			if err := oneFile(c, args[:min(1, len(args))]); err != nil {
				return err
			}
			if len(args) < 2 {
				return errors.New("no PATH=VALUE given")
			}
			for _, arg := range args[1:] {
				if path, _, found := strings.Cut(arg, "="); !found || path == "" {
					return fmt.Errorf("%q is not PATH=VALUE", arg)
				}
			}
			return nil
		},
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "only these scenarios (all where not given)")
	verb.RunE = func(_ *cobra.Command, args []string) error {
		return failed(p.set(args[0], chosen.value, args[1:]))
	}
	return verb
}

func (p *program) set(file string, chosen, settings []string) error {
	w, places, err := p.chosen(file, chosen)
	if err != nil {
		return err
	}
	session := edit.New(w)
	var wrong several
	for _, at := range places {
		id := w.Scenarios[at].ID
		for _, setting := range settings {
			path, text, _ := strings.Cut(setting, "=")
			change, err := changeOf(id, path, text)
			if err == nil {
				err = session.Do(change)
			}
			if err != nil {
				for line := range strings.SplitSeq(err.Error(), "\n") {
					wrong = append(wrong, "scenario "+id+": "+line)
				}
			}
		}
	}
	if wrong != nil {
		return wrong
	}
	data, err := store.Encode(session.Workspace())
	if err != nil {
		return err
	}
	p.out.Write(data)
	return nil
}

// changeOf returns the change that gives a field of a scenario what text says.
func changeOf(id, path, text string) (edit.Change, error) {
	f, found := field.At(path)
	if !found {
		return edit.Change{}, fmt.Errorf("%s: names no field of a scenario", path)
	}
	if text == "" {
		return edit.ClearFigure(id, path), nil
	}
	v, err := valueOf(f, text)
	if err != nil {
		return edit.Change{}, fmt.Errorf("%s: %w", path, err)
	}
	return edit.SetFigure(id, path, v), nil
}

// valueOf reads a text as what a field holds.
func valueOf(f field.Field, text string) (scenario.SourceValue, error) {
	switch {
	case f.Kind == field.Amount:
		amount, err := unit.ParseCLIAmount(text)
		return scenario.NumberValue(float64(amount)), err
	case f.Kind == field.Year || f.Kind == field.Count:
		n, err := strconv.Atoi(text)
		if err != nil {
			err = fmt.Errorf("%s is not a whole number", unit.Quote(text))
		}
		return scenario.NumberValue(float64(n)), err
	case f.Kind.IsNumber():
		rate, err := unit.ParseCLIRate(text)
		return scenario.NumberValue(float64(rate)), err
	case f.Kind == field.Truth:
		if text != "true" && text != "false" {
			return scenario.SourceValue{}, fmt.Errorf("%s is not true or false", unit.Quote(text))
		}
		return scenario.TruthValue(text == "true"), nil
	}
	return scenario.TextValue(text), nil
}
