package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/block"
	"headroom/scenario/edit"
	"headroom/scenario/store"
	"headroom/scenario/unit"
	"headroom/scenario/words"
)

func (p *program) actualsVerb() *cobra.Command {
	stream := ""
	verb := &cobra.Command{
		Use:   "actuals FILE CSV",
		Short: "Take what was earned from a CSV file, and print the changed workspace",
		Long: `Take what a stream has earned from a CSV file, month by month or quarter by quarter,
and print the changed workspace: all of it or nothing. Periods stand in a row or a
column (2026-Q1, Q1 2026, 2026-07, Jul 2026), with a title above the figures or
without. A bare amount below a million is in billions, unless a title or heading says
another unit. An empty cell, n/a or - is unknown, and changes nothing; 0 is an amount.
A quarter takes the place of what was known of its months. What was taken, line by
line, is said on standard error. CSV may be - for standard input.`,
		Example: `  headroom-cli actuals plan.headroom.json --scenario july-2026 --stream OpenAI quarters.csv --output actual.headroom.json
  headroom-cli actuals plan.headroom.json --scenario july-2026,slump --stream OpenAI quarters.csv`,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return errors.New("no FILE and no CSV given")
			case len(args) == 1:
				return errors.New("no CSV given")
			case len(args) > 2:
				return fmt.Errorf("one FILE and one CSV are expected, not also %q", args[2])
			case args[0] == standardInput && args[1] == standardInput:
				return errors.New("only one of FILE and CSV can be standard input")
			case args[1] == "":
				return errors.New("CSV is empty")
			}
			return oneFile(c, args[:1])
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			switch len(args) {
			case 0:
				return []string{"json"}, cobra.ShellCompDirectiveFilterFileExt
			case 1:
				return []string{"csv"}, cobra.ShellCompDirectiveFilterFileExt
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
	}
	chosen := p.pick(verb, "the scenarios to change")
	verb.Flags().StringVar(&stream, "stream", "", "the stream that earned it, by its name")
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "scenario", "stream"); err != nil {
			return err
		}
		return failed(p.actuals(args[0], args[1], chosen.value, stream))
	}
	return verb
}

func (p *program) actuals(file, csv string, chosen []string, stream string) error {
	w, places, err := p.chosen(file, chosen)
	if err != nil {
		return err
	}
	text, err := p.text(csv)
	if err != nil {
		return err
	}
	given, err := actualsIn(text, stream)
	if err != nil {
		return err
	}
	session := edit.New(w)
	var wrong several
	for _, at := range places {
		before := w.Scenarios[at]
		if err := p.enter(session, before, stream, given); err != nil {
			wrong = append(wrong, fmt.Sprintf("scenario %s: %v", before.ID, err))
		}
	}
	if wrong != nil {
		return append(wrong, "nothing is changed")
	}
	data, err := store.Encode(session.Workspace())
	if err != nil {
		return err
	}
	p.out.Write(data)
	return nil
}

// text returns what a file of comma-separated values holds, or standard input does.
func (p *program) text(name string) (string, error) {
	from := p.stdin
	if name != standardInput {
		file, err := os.Open(name)
		if err != nil {
			return "", err
		}
		defer file.Close()
		from = file
	}
	data, err := io.ReadAll(io.LimitReader(from, block.MaxBytes+1))
	if err != nil {
		return "", fmt.Errorf("read %q: %w", name, err)
	}
	return string(data), nil
}

// actualsIn reads the figures of a stream from comma-separated values, each with its
// line, those too that are not known. The error has a line for each that is refused.
func actualsIn(text, stream string) ([]block.Figure, error) {
	grid, err := block.SplitCSV(text)
	if err != nil {
		return nil, err
	}
	table, err := grid.Read()
	if err != nil {
		return nil, err
	}
	series, err := seriesOf(table, stream)
	if err != nil {
		return nil, err
	}
	if series.Cells[0].Period.IsZero() {
		return nil, errors.New("no line has the month or quarter of its figure; write lines such as 2026-Q3,10.4")
	}
	said := table.Unit
	if series.Unit.By != "" {
		said = series.Unit
	}
	n := unit.Notation{Unit: said.Unit, Stated: said.By != "", Comma: table.Comma}
	var read []block.Figure
	var wrong several
	some := false
	for _, f := range block.Parts(series.Amounts(n), unit.Period{}) {
		switch {
		case f.Err != nil:
			wrong = append(wrong, fmt.Sprintf("line %d: %s: %v", f.Row, f.Period.Words(), f.Err))
		default:
			read, some = append(read, f), some || f.Known
		}
	}
	switch {
	case wrong != nil:
		return nil, append(wrong, "nothing is changed")
	case !some:
		return nil, errors.New("no figure is here")
	}
	return read, nil
}

// seriesOf returns the one series of a table, or of several the one that bears the
// name of the stream.
func seriesOf(table block.Block, stream string) (block.Series, error) {
	if len(table.Series) == 1 {
		return table.Series[0], nil
	}
	var names []string
	var named []block.Series
	for _, s := range table.Series {
		if s.Label == stream {
			return s, nil
		}
		if rest, ok := strings.CutPrefix(strings.ToLower(s.Label), strings.ToLower(stream)); ok && strings.HasPrefix(strings.TrimSpace(rest)+"(", "(") {
			named = append(named, s) // OpenAI ($M)
		}
		names = append(names, unit.Quote(s.Label))
	}
	if len(named) == 1 {
		return named[0], nil
	}
	const most = 10
	if len(names) > most {
		names = append(names[:most], "and more")
	}
	return block.Series{}, fmt.Errorf("there are %d rows or columns of figures, and none is called %q: %s", len(table.Series), stream, words.List(names))
}

// enter does the change of one scenario and notes what became of each figure.
func (p *program) enter(session *edit.Session, before scenario.Scenario, stream string, given []block.Figure) error {
	at := slices.IndexFunc(before.Outlook.Streams, func(st scenario.Stream) bool { return st.Name == stream })
	if at < 0 {
		return fmt.Errorf("there is no stream %q; %s", stream, streamsOf(before))
	}
	var actuals []scenario.Actual
	for _, f := range given {
		if f.Known {
			actuals = append(actuals, scenario.Actual{Period: f.Period, Amount: f.Amount})
		}
	}
	if err := session.Do(edit.SetActuals(before.ID, at, actuals)); err != nil {
		return err
	}
	for _, f := range given {
		note := fmt.Sprintf("%s: line %d: %s: %s", before.ID, f.Row, f.Period.Words(), f.Amount.Table())
		switch was, known := before.Outlook.Streams[at].Actuals.Get(f.Period); {
		case !f.Known:
			p.notes = append(p.notes, fmt.Sprintf("%s: line %d: %s is not known, and left as it is", before.ID, f.Row, f.Period.Words()))
			continue
		case known && was == f.Amount:
			note += ", as before"
		case known:
			note += " instead of " + was.Table()
		}
		if m := f.Period.First; m < before.FirstMonth() || m > before.LastMonth() {
			note += fmt.Sprintf(", which is outside the years %d to %d and has no effect", before.FirstYear, before.LastYear)
		}
		p.notes = append(p.notes, note)
	}
	return nil
}

func streamsOf(s scenario.Scenario) string {
	names := make([]string, len(s.Outlook.Streams))
	for i, st := range s.Outlook.Streams {
		names[i] = unit.Quote(st.Name)
	}
	if len(names) == 0 {
		return "there is none at all"
	}
	return "there are " + words.List(names)
}
