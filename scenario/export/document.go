package export

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/carrier"
	"headroom/scenario/export/html"
	"headroom/scenario/export/pdf"
	"headroom/scenario/listing"
	"headroom/scenario/plot"
	"headroom/scenario/report"
	"headroom/scenario/store"
	"headroom/scenario/unit"
)

// The formats of documents.
const (
	FormatPDF      Format = "pdf"
	FormatHTML     Format = "html"
	FormatMarkdown Format = "md"
	FormatCSV      Format = "csv"
	FormatWorkbook Format = "xlsx"
)

// DocumentFormats returns the formats of documents, the default first.
func DocumentFormats() []Format {
	return []Format{FormatPDF, FormatHTML, FormatMarkdown, FormatCSV, FormatWorkbook}
}

// DocumentFormatOf returns the format of a document that the end of a file's name asks
// for, in any case, and an error for other ends.
func DocumentFormatOf(path string) (Format, error) {
	end := Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
	if end == "htm" {
		end = FormatHTML
	}
	var ends []string
	for _, format := range DocumentFormats() {
		if end == format {
			return format, nil
		}
		ends = append(ends, "."+string(format))
	}
	return "", fmt.Errorf("%q does not end in %s or %s", filepath.Base(path), strings.Join(ends[:len(ends)-1], ", "), ends[len(ends)-1])
}

// A DocumentRequest says what a document is to hold, and how.
type DocumentRequest struct {
	Workspace scenario.Workspace
	Scenarios []string  // ids, what it is about first of all at their head; all, and the one selected, where none are given
	Title     string    // empty for the name of the workspace
	Date      unit.Date // of the document, zero for none
	Paper     pdf.Paper // of a PDF, empty for A4
	Embed     bool      // whether a PDF or HTML document carries the scenarios, as a picture that remembers does
}

// Embeds reports whether documents of a format can carry scenarios.
func (f Format) Embeds() bool { return f == FormatPDF || f == FormatHTML }

// Document returns scenarios as a document: a report as PDF, as a page of HTML or as
// Markdown, all figures as CSV, or a workbook that computes. The same request gives the
// same bytes. It fails where the workspace lacks a scenario, has none, or where one
// cannot be computed.
func Document(r DocumentRequest, format Format) ([]byte, error) {
	switch format {
	case FormatCSV:
		return listing.Everything(r.Workspace, r.Scenarios)
	case FormatWorkbook:
		return workbook(r)
	}
	made, err := report.New(report.Request{
		Workspace: r.Workspace, Scenarios: r.Scenarios, Title: r.Title, Date: r.Date,
		Program: about.Name + " " + about.Version,
	})
	if err != nil {
		return nil, err
	}
	var data []byte
	switch format {
	case FormatPDF:
		data, err = pdf.Render(made, r.Paper)
	case FormatHTML:
		data, err = html.Render(made)
	case FormatMarkdown:
		data = Markdown(made)
	default:
		return nil, fmt.Errorf("format of the document: %q is none of %v", format, DocumentFormats())
	}
	if err != nil || !r.Embed {
		return data, err
	}
	return embedded(data, r, format)
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
