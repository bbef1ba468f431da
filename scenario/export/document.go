package export

import (
	"fmt"
	"path/filepath"
	"strings"

	"headroom/assets/about"
	"headroom/scenario"
	"headroom/scenario/export/html"
	"headroom/scenario/export/pdf"
	"headroom/scenario/listing"
	"headroom/scenario/report"
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
}

// Document returns scenarios as a document: a report as PDF, as a page of HTML or as
// Markdown, all figures as CSV, or a workbook that computes. The same request gives the same bytes. It fails
// where the workspace lacks a scenario, has none, or where one cannot be computed.
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
	switch format {
	case FormatPDF:
		return pdf.Render(made, r.Paper)
	case FormatHTML:
		return html.Render(made)
	case FormatMarkdown:
		return Markdown(made), nil
	}
	return nil, fmt.Errorf("format of the document: %q is none of %v", format, DocumentFormats())
}
