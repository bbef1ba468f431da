package export

import (
	"fmt"
	"slices"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/carrier"
	"headroom/scenario/export/html"
	"headroom/scenario/export/pdf"
	"headroom/scenario/listing"
	"headroom/scenario/plot"
	"headroom/scenario/report"
	"headroom/scenario/statement"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// A DocumentRequest says what a document is to hold, and how.
type DocumentRequest struct {
	Workspace scenario.Workspace
	Scenarios []string      // ids, what it is about first of all at their head; all, and the one selected, where none are given
	Parts     []report.Part // of a report; all where none are given
	Title     string        // of a report or a workbook, empty for the name of the workspace
	Date      unit.Date     // of a report or a workbook, zero for none
	Paper     pdf.Paper     // of a PDF, empty for A4
	Embed     bool          // whether a PDF or HTML document carries the scenarios, as a picture that remembers does

	// Watch is told which part of the work is done, from 0 to 1. An error that it returns
	// ends the work, and is what Document returns. Nil for nobody.
	Watch func(done float64) error
}

// Document returns scenarios as a document: a report as PDF, as a page of HTML or as
// Markdown, all figures or the statement by quarter as CSV, or a workbook that computes.
// The same request gives the same bytes; what has no effect on a format is not looked at. It fails
// where the workspace lacks a scenario, has none, or where one cannot be computed.
func Document(r DocumentRequest, format Format) ([]byte, error) {
	for _, d := range documents {
		if d.format == format {
			return d.make(r)
		}
	}
	return nil, fmt.Errorf("format of the document: %q is none of %v", format, DocumentFormats())
}

// Reported returns the report that documents of a request are.
func (r DocumentRequest) Reported() (report.Report, error) {
	return report.New(report.Request{
		Workspace: r.Workspace, Scenarios: r.Scenarios, Parts: r.Parts, Title: r.Title, Date: r.Date,
		Program: about.Name + " " + about.Version, Watch: within(r.Watch, 0, 0.6),
	})
}

// within returns what to tell of a piece of work that is the part of all work from one
// point to another.
func within(watch func(done float64) error, from, to float64) func(done float64) error {
	if watch == nil {
		return nil
	}
	return func(done float64) error { return watch(from + (to-from)*done) }
}

// rendering is what the rendering of a report tells.
func (r DocumentRequest) rendering() func(done float64) error { return within(r.Watch, 0.6, 1) }

func pdfReport(r DocumentRequest) ([]byte, error) {
	return r.rendered(FormatPDF, func(made report.Report) ([]byte, error) { return pdf.Render(made, r.Paper, r.rendering()) })
}

func htmlReport(r DocumentRequest) ([]byte, error) {
	return r.rendered(FormatHTML, func(made report.Report) ([]byte, error) { return html.Render(made, r.rendering()) })
}

func markdownReport(r DocumentRequest) ([]byte, error) {
	return r.rendered(FormatMarkdown, func(made report.Report) ([]byte, error) { return Markdown(made), nil })
}

func (r DocumentRequest) rendered(format Format, render func(report.Report) ([]byte, error)) ([]byte, error) {
	made, err := r.Reported()
	if err != nil {
		return nil, err
	}
	data, err := render(made)
	if err != nil || !r.Embed {
		return data, err
	}
	return embedded(data, r, format)
}

// everything returns all figures as CSV.
func everything(r DocumentRequest) ([]byte, error) {
	return listing.Everything(r.Workspace, r.Scenarios, r.Watch)
}

// statements returns the statement by quarter of each scenario as CSV.
func statements(r DocumentRequest) ([]byte, error) {
	w, err := chosen(r.Workspace, r.Scenarios)
	if err != nil {
		return nil, err
	}
	var stated []listing.Stated
	for i, s := range w.Scenarios {
		if r.Watch != nil {
			if err := r.Watch(float64(i) / float64(len(w.Scenarios))); err != nil {
				return nil, err
			}
		}
		st, err := statement.New(s)
		if err != nil {
			return nil, fmt.Errorf("state scenario %q: %w", s.ID, err)
		}
		stated = append(stated, listing.Stated{Statement: st})
	}
	return listing.StatementCSV(stated)
}

// embedded returns a document that carries the scenarios it is of.
func embedded(data []byte, r DocumentRequest, format Format) ([]byte, error) {
	w, v, err := reported(r)
	if err != nil {
		return nil, err
	}
	workspace, view, err := recordTexts(w, v)
	if err != nil {
		return nil, err
	}
	switch format {
	case FormatPDF:
		return carrier.PutPDF(data, carrier.File{
			Name: "scenarios" + store.Extension, Description: "The scenarios of this document, to be opened in " + about.Name, Text: workspace,
		}, view)
	case FormatHTML:
		return carrier.PutHTML(data, workspace, view)
	}
	return nil, fmt.Errorf("a document as %s cannot carry scenarios; one as %s or %s can", format, FormatPDF, FormatHTML)
}

// reported returns a workspace of just the scenarios that a document is of, and the
// view that shows them: as many beside one another as there is room for, what the
// document is about first of all at their head.
func reported(r DocumentRequest) (scenario.Workspace, View, error) {
	w, err := chosen(r.Workspace, r.Scenarios)
	if err != nil {
		return w, View{}, err
	}
	var ids []string
	for _, s := range w.Scenarios {
		ids = append(ids, s.ID)
	}
	if at := slices.Index(ids, w.View.Selected); at > 0 && len(r.Scenarios) == 0 {
		ids = slices.Insert(slices.Delete(ids, at, at+1), 0, w.View.Selected)
	}
	v := View{Kind: plot.KindCumulative, Scenarios: ids[:1]}
	w.View = scenario.View{Selected: ids[0]}
	if len(ids) > 1 {
		v = View{Kind: plot.KindCompare, Scenarios: ids[:min(len(ids), plot.MaxSubjects)], Reference: ids[0]}
		w.View.Compared, w.View.Reference = v.Scenarios, ids[0]
	}
	return w, v, nil
}
