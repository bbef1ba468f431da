package main

import (
	"github.com/spf13/cobra"

	"headroom/scenario"
	"headroom/scenario/listing"
)

// A tableFormat is how a table is printed.
type tableFormat string

const (
	formatTable tableFormat = "table"
	formatCSV   tableFormat = "csv"
	formatJSON  tableFormat = "json"
)

func (p *program) projectVerb() *cobra.Command {
	by, format, against := listing.Year, formatTable, false
	verb := &cobra.Command{
		Use:   "project FILE",
		Short: "Print what follows from scenarios, period by period",
		Long: `Print what follows from scenarios: what is due, paid and saved, what counts toward
the cap, and when the cap is reached. A table is rounded and for people; csv and
json give every digit, in dollars. JSON always holds years, quarters and months.
Periods that are actual are marked; table and json say the pace now and needed.
With --against-plan, print instead what was earned against what was planned for it,
by stream, and what came to date. Where not all months of a period are known, its
plan is that of those that are.
Fiscal years are Microsoft's: FY2027 is July 2026 to June 2027.`,
		Example: `  headroom-cli project plan.headroom.json
  headroom-cli project plan.headroom.json --scenario february-2026,slump --by fiscal-year
  headroom-cli project plan.headroom.json --by month --format csv --output months.csv
  headroom-cli project plan.headroom.json --scenario february-2026 --format json
  headroom-cli project plan.headroom.json --scenario july-2026 --against-plan --by quarter`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	chosen := p.pick(verb, "only these scenarios, in this order (all where not given)")
	choose(verb, &by, "by", "what one row covers, in table and csv", listing.Periods()...)
	choose(verb, &format, "format", "how to print", formatTable, formatCSV, formatJSON)
	verb.Flags().BoolVar(&against, "against-plan", false, "print what was earned against the plan")
	verb.RunE = func(_ *cobra.Command, args []string) error {
		if against {
			return failed(p.projectAgainst(args[0], chosen.value, by, format))
		}
		return failed(p.project(args[0], chosen.value, by, format))
	}
	return verb
}

func (p *program) project(file string, chosen []string, by listing.Period, format tableFormat) error {
	w, places, err := p.chosen(file, chosen)
	if err != nil {
		return err
	}
	results, err := projected(w, places)
	if err != nil {
		return err
	}
	return p.written(format, func() ([]byte, error) { return listing.Table(results, by) },
		func() ([]byte, error) { return listing.CSV(results, by) }, func() ([]byte, error) { return listing.JSON(results) })
}

func (p *program) projectAgainst(file string, chosen []string, by listing.Period, format tableFormat) error {
	w, places, err := p.chosen(file, chosen)
	if err != nil {
		return err
	}
	var of []scenario.Scenario
	for _, at := range places {
		of = append(of, w.Scenarios[at])
	}
	return p.written(format, func() ([]byte, error) { return listing.AgainstTable(of, by) },
		func() ([]byte, error) { return listing.AgainstCSV(of, by) }, func() ([]byte, error) { return listing.AgainstJSON(of) })
}
