package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/solve"
	"headroom/scenario/sweep"
	"headroom/scenario/unit"
)

// variedInputs are the inputs that can be moved, as help names them.
const variedInputs = `  cap           the total cap
  rate          the share rate, the same in all years
  base          the bases of the direct streams together; all streams are scaled alike
  growth-shift  a fraction added to every growth of every stream: 0.05 is 5 points
  growth:2028   the growth of all direct streams in a year
  capFrom       the month from which payments count toward the cap
  through       the last month of the share
  alreadyPaid   what was counted before
  discountRate  the discount rate`

// sound reports whether an input can be moved in some scenario.
func sound(in scenario.Input) bool {
	_, growth := in.Year()
	switch in {
	case scenario.InputCapFrom, scenario.InputThrough, scenario.InputAlreadyPaid, scenario.InputDiscount:
		return true
	}
	return growth || solve.Solvable(in)
}

// A span is an input with the range that it is moved over: INPUT=LOW:HIGH.
type span struct {
	input scenario.Input
	over  sweep.Span
	steps int // of an axis
}

// readSpan reads a span; of an axis with its number of steps.
func readSpan(text string, axis bool) (span, error) {
	name, rest, found := strings.Cut(text, "=")
	out := span{input: scenario.Input(name)}
	if !sound(out.input) {
		return span{}, errors.New("begin with cap, rate, base, growth-shift, growth:2028, capFrom, through, alreadyPaid or discountRate")
	}
	form, want := "LOW:HIGH", 2
	if axis {
		form, want = "LOW:HIGH:STEPS", 3
	}
	parts := strings.Split(rest, ":")
	if !found || len(parts) != want {
		return span{}, fmt.Errorf("write %s=%s", name, form)
	}
	var err error
	if out.over.Low, err = readInput(out.input, parts[0]); err != nil {
		return span{}, err
	}
	if out.over.High, err = readInput(out.input, parts[1]); err != nil {
		return span{}, err
	}
	if axis {
		out.steps, err = strconv.Atoi(parts[2])
		if err != nil || out.steps < 2 || out.steps > sweep.MostSteps {
			return span{}, fmt.Errorf("%q is no number of steps from 2 to %d", parts[2], sweep.MostSteps)
		}
	}
	return out, nil
}

// readInput reads a value of an input: an amount, a fraction or a month.
func readInput(in scenario.Input, text string) (float64, error) {
	switch in {
	case scenario.InputCap, scenario.InputBase, scenario.InputAlreadyPaid:
		v, err := unit.ParseCLIAmount(text)
		return float64(v), err
	case scenario.InputCapFrom, scenario.InputThrough:
		v, _, err := unit.ReadMonth(text)
		return float64(v), err
	}
	v, err := unit.ParseCLIRate(text)
	return float64(v), err
}

// spans is a flag that takes ranges of inputs, and may be given several times.
type spans struct{ value []span }

// String returns the inputs given so far.
func (s *spans) String() string {
	var names []string
	for _, one := range s.value {
		names = append(names, string(one.input))
	}
	return strings.Join(names, ",")
}

// Type returns what help shows.
func (s *spans) Type() string { return "INPUT=LOW:HIGH" }

// Set takes one range.
func (s *spans) Set(text string) error {
	one, err := readSpan(text, false)
	if err == nil {
		s.value = append(s.value, one)
	}
	return err
}

// ranges returns what was given; the error says that an input was given twice.
func (s *spans) ranges() (map[scenario.Input]sweep.Span, error) {
	out := map[scenario.Input]sweep.Span{}
	for _, one := range s.value {
		if _, twice := out[one.input]; twice {
			return nil, fmt.Errorf("--range: %s is given twice", one.input)
		}
		out[one.input] = one.over
	}
	return out, nil
}

// An axis is a flag that takes an input, its range and a number of steps.
type axis struct{ span }

// String returns the input.
func (a *axis) String() string { return string(a.input) }

// Type returns what help shows.
func (a *axis) Type() string { return "INPUT=LOW:HIGH:STEPS" }

// Set takes an axis.
func (a *axis) Set(text string) error {
	one, err := readSpan(text, true)
	if err == nil {
		a.span = one
	}
	return err
}

// completeInputs completes a flag that begins with an input.
func completeInputs(verb *cobra.Command, flags ...string) {
	for _, flag := range flags {
		// Registering fails only for a flag that is not there.
		_ = verb.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(
			[]string{"cap=", "rate=", "base=", "growth-shift=", "growth:", "capFrom=", "through=", "alreadyPaid=", "discountRate="},
			cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace))
	}
}

// one returns the one scenario asked for, prepared. That several were asked for is an
// error of asking, all else a failure.
func (p *program) one(file string, chosen *ids) (*scenario.Prepared, error) {
	if len(chosen.value) > 1 {
		return nil, errors.New("--scenario: give one scenario")
	}
	w, err := p.workspace(file)
	if err != nil {
		return nil, failed(err)
	}
	places, err := placesOf(w, chosen.value)
	if err != nil {
		return nil, failed(err)
	}
	prepared, err := scenario.Prepare(w.Scenarios[places[0]])
	return prepared, failed(err)
}

// written writes what a verb prints in one of three formats.
func (p *program) written(format tableFormat, table, csv, json func() ([]byte, error)) error {
	of := table
	switch format {
	case formatCSV:
		of = csv
	case formatJSON:
		of = json
	}
	data, err := of()
	p.out.Write(data)
	return err
}
