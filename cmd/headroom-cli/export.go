package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"headroom/scenario/export"
	"headroom/scenario/export/pdf"
	"headroom/scenario/unit"
)

// An exporting is what the flags of export ask for.
type exporting struct {
	scenarios *ids
	sections  partList
	title     string
	date      day
	paper     pdf.Paper
	embed     bool
}

func (p *program) exportVerb() *cobra.Command {
	asked := exporting{paper: pdf.A4}
	verb := &cobra.Command{
		Use:   "export FILE --output F.pdf|F.html|F.md|F.csv|F.statement.csv|F.xlsx",
		Short: "Write a report of scenarios, a workbook, or all of their figures",
		Long: `Write a report of scenarios as a document, by the end of the name that --output
gives: PDF, to be printed or handed in; one page of HTML that needs nothing else,
light or dark as its reader's other pages; or Markdown, without pictures. It has the
answer and what it rests on, each scenario with its chart, its years and its inputs
with their sources, the comparison, the deal, how sure it is and what moves it, the
statement by quarter, what the figures assume, and the sources; --sections leaves
some out. A CSV holds all figures instead, with every digit, one a row, or, where the
name ends in .statement.csv, the statement by quarter. A workbook (.xlsx) computes: every result is a formula, with its figure
beside it, and follows what is changed among its inputs in a spreadsheet. It carries
the scenarios, and headroom-cli import takes back what was changed.

With --embed a PDF or a page of HTML carries the scenarios it is of, without their
notes: opened in the planner, it brings them back, and extract prints them.

The first of the scenarios is the one that the report is about first of all. The
same request with the same --date gives the same bytes. What people noted for
themselves is left out. Characters that the font of PDF lacks are named at the end
of it.`,
		Example: `  headroom-cli export plan.headroom.json --output report.pdf
  headroom-cli export plan.headroom.json --scenario february-2026,april-2025 --title "Two plans" --date 2026-11-28 --output report.html
  headroom-cli export plan.headroom.json --paper letter --embed --output letter.pdf
  headroom-cli export plan.headroom.json --scenario february-2026 --output report.md
  headroom-cli export plan.headroom.json --sections answer,scenarios,sources --output short.html
  headroom-cli export plan.headroom.json --output figures.csv
  headroom-cli export plan.headroom.json --output quarters.statement.csv
  headroom-cli export plan.headroom.json --scenario february-2026,april-2025 --output plans.xlsx`,
		Args:              oneFile,
		ValidArgsFunction: completeFile,
	}
	asked.scenarios = p.pick(verb, "only these scenarios, in this order (all where not given)")
	verb.Flags().Var(&asked.sections, "sections", "only these sections of a report (all where not given)")
	// Registering fails only for a flag that is not there.
	_ = verb.RegisterFlagCompletionFunc("sections", asked.sections.complete)
	verb.Flags().StringVar(&asked.title, "title", "", "the title (the name of the workspace where not given)")
	verb.Flags().Var(&asked.date, "date", "the date of the document (today where not given)")
	choose(verb, &asked.paper, "paper", "the paper of a PDF", pdf.Papers()...)
	verb.Flags().BoolVar(&asked.embed, "embed", false, "put the scenarios into a PDF or HTML document, without their notes")
	verb.RunE = func(c *cobra.Command, args []string) error {
		if err := needed(c, "output"); err != nil {
			return err
		}
		return p.export(args[0], asked)
	}
	return verb
}

func (p *program) export(file string, asked exporting) error {
	format, err := export.DocumentFormatOf(p.output)
	if err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	if asked.embed && !format.Embeds() {
		return errors.New("--embed: only a PDF or HTML document can carry scenarios")
	}
	if asked.sections.value != nil && !format.HasParts() {
		return errors.New("--sections: only a report, as PDF, HTML or Markdown, has sections")
	}
	w, err := p.workspace(file)
	if err != nil {
		return failed(err)
	}
	if _, err := placesOf(w, asked.scenarios.value); err != nil {
		return failed(err)
	}
	date := asked.date.value
	if date.IsZero() {
		date = unit.DateOf(time.Now())
	}
	data, err := export.Document(export.DocumentRequest{
		Workspace: w, Scenarios: asked.scenarios.value, Parts: asked.sections.value, Title: asked.title, Date: date,
		Paper: asked.paper, Embed: asked.embed,
	}, format)
	p.out.Write(data)
	return failed(err)
}

// A day is a flag that takes a date.
type day struct{ value unit.Date }

// String returns the date.
func (d *day) String() string { return d.value.String() }

// Type returns the word that stands for the date in help.
func (d *day) Type() string { return "YYYY-MM-DD" }

// Set takes a date as the files write it, and refuses what is none.
func (d *day) Set(text string) error {
	date, err := unit.ParseDate(text)
	if err != nil {
		return errors.New("give a date such as 2026-11-28")
	}
	d.value = date
	return nil
}
