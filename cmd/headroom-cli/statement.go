package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"headroom/scenario/listing"
	"headroom/scenario/statement"
)

// A stating is what the flags of statement ask for.
type stating struct {
	scenarios *ids
	quarter   string // empty for all
	by        statement.Quartering
	format    tableFormat
}

func (p *program) statementVerb() *cobra.Command {
	asked := stating{by: statement.CalendarQuarters, format: formatTable}
	verb := &cobra.Command{
		Use:   "statement FILE",
		Short: "State quarter by quarter what counts, is due and is paid",
		Long: `State of each quarter, or of one, what counted toward the cap when it began, which
revenue of each stream the share applies to and which it does not, the rate, what
was due, the room under the cap, what was paid, and what counts when it ends; and,
where there are actuals, how far that is from the plan. Payments that do not count
are told apart. A quarter is named by the calendar or by Microsoft's fiscal year:
2026-Q3 is FY2027-Q1. A table is rounded and for people; csv and json give every
digit, in dollars.`,
		Example: `  headroom-cli statement plan.headroom.json
  headroom-cli statement plan.headroom.json --scenario february-2026 --quarter 2028-Q4
  headroom-cli statement plan.headroom.json --scenario july-2026 --quarter FY2027-Q1 --by fiscal-quarter
  headroom-cli statement plan.headroom.json --by fiscal-quarter --output statement.txt
  headroom-cli statement plan.headroom.json --format csv --output statement.csv
  headroom-cli statement plan.headroom.json --scenario february-2026 --quarter 2026-Q2 --format json`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "only these scenarios, in this order (all where not given)")
	verb.Flags().Var(&quarterName{&asked.quarter}, "quarter", "only this quarter, such as 2026-Q3 or FY2027-Q1 (all where not given)")
	choose(verb, &asked.by, "by", "whose quarters and years a table goes by", statement.CalendarQuarters, statement.FiscalQuarters)
	choose(verb, &asked.format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.RunE = func(_ *cobra.Command, args []string) error { return failed(p.statement(args[0], asked)) }
	return verb
}

func (p *program) statement(file string, asked stating) error {
	w, err := p.workspace(file)
	if err != nil {
		return err
	}
	places, err := placesOf(w, asked.scenarios.value)
	if err != nil {
		return err
	}
	var stated []listing.Stated
	var faults several
	for _, at := range places {
		s := listing.Stated{}
		if s.Statement, err = statement.New(w.Scenarios[at]); err != nil {
			return fmt.Errorf("state scenario %q: %w", w.Scenarios[at].ID, err)
		}
		if asked.quarter != "" {
			q, err := s.Statement.Find(asked.quarter)
			if err != nil {
				faults = append(faults, err.Error())
				continue
			}
			s.Quarter = &q
		}
		stated = append(stated, s)
	}
	if faults != nil {
		return faults
	}
	return p.written(asked.format, func() ([]byte, error) { return listing.StatementTable(stated, asked.by) },
		func() ([]byte, error) { return listing.StatementCSV(stated) }, func() ([]byte, error) { return listing.StatementJSON(stated) })
}

// A quarterName is a flag that names a quarter.
type quarterName struct{ value *string }

// String returns the name.
func (q *quarterName) String() string { return *q.value }

// Type returns the word that stands for the name in help.
func (q *quarterName) Type() string { return "QUARTER" }

// Set takes a quarter, and refuses what is none.
func (q *quarterName) Set(text string) error {
	if err := statement.CheckQuarter(text); err != nil {
		return err
	}
	*q.value = text
	return nil
}
