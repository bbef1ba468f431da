package export

import (
	"fmt"
	"path/filepath"
	"strings"
)

// The formats of documents. Each is how the names of its files end.
const (
	FormatPDF       Format = "pdf"
	FormatHTML      Format = "html"
	FormatMarkdown  Format = "md"
	FormatCSV       Format = "csv"
	FormatStatement Format = "statement.csv"
	FormatWorkbook  Format = "xlsx"
)

// documents are all formats of documents, the default first.
var documents = []struct {
	format Format
	words  string
	also   string // another end that its names may have, empty for none
	has    documentHas
	make   func(r DocumentRequest) ([]byte, error)
}{
	{FormatPDF, "PDF report", "", hasParts | hasTitle | hasPaper | hasRoom, pdfReport},
	{FormatHTML, "HTML report", "htm", hasParts | hasTitle | hasRoom, htmlReport},
	{FormatMarkdown, "Markdown", "", hasParts | hasTitle, markdownReport},
	{FormatCSV, "CSV of everything", "", 0, everything},
	{FormatStatement, "CSV of the statement", "", 0, statements},
	{FormatWorkbook, "Workbook", "", hasTitle, workbook},
}

// documentHas says what of a request has an effect on documents of a format.
type documentHas int

const (
	hasParts documentHas = 1 << iota // of which some can be left out
	hasTitle
	hasPaper
	hasRoom // for the scenarios it is of
)

// DocumentFormats returns the formats of documents, the default first.
func DocumentFormats() []Format {
	var out []Format
	for _, d := range documents {
		out = append(out, d.format)
	}
	return out
}

// Words says what a document of a format is called where people choose it; empty where
// no document is of it.
func (f Format) Words() string {
	for _, d := range documents {
		if d.format == f {
			return d.words
		}
	}
	return ""
}

// Ends returns how the names of files of a format may end, in lower case and with the
// dot, its own end first.
func (f Format) Ends() []string {
	ends := []string{"." + string(f)}
	for _, d := range documents {
		if d.format == f && d.also != "" {
			ends = append(ends, "."+d.also)
		}
	}
	return ends
}

// HasParts reports whether documents of a format are reports, of which parts can be left
// out.
func (f Format) HasParts() bool { return f.has(hasParts) }

// HasTitle reports whether documents of a format have a heading.
func (f Format) HasTitle() bool { return f.has(hasTitle) }

// HasPaper reports whether documents of a format are laid out for paper.
func (f Format) HasPaper() bool { return f.has(hasPaper) }

// Embeds reports whether documents of a format can carry scenarios. A workbook always
// does.
func (f Format) Embeds() bool { return f.has(hasRoom) }

func (f Format) has(what documentHas) bool {
	for _, d := range documents {
		if d.format == f {
			return d.has&what != 0
		}
	}
	return false
}

// DocumentFormatOf returns the format of a document that the end of a file's name asks
// for, in any case, and an error for other ends. Where two ends fit it is the longer.
func DocumentFormatOf(path string) (Format, error) {
	name, found, length := strings.ToLower(filepath.Base(path)), Format(""), 0
	var ends []string
	for _, d := range documents {
		ends = append(ends, "."+string(d.format))
		for _, end := range []string{string(d.format), d.also} {
			if end != "" && len(end) > length && strings.HasSuffix(name, "."+end) {
				found, length = d.format, len(end)
			}
		}
	}
	if found == "" {
		return "", fmt.Errorf("%q does not end in %s or %s", filepath.Base(path), strings.Join(ends[:len(ends)-1], ", "), ends[len(ends)-1])
	}
	return found, nil
}
