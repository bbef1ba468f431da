package export_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/preset"
	"headroom/scenario/unit"
)

// documented returns a request for a document of the default workspace.
func documented() export.DocumentRequest {
	return export.DocumentRequest{Workspace: preset.Default(), Date: unit.Date{Month: unit.NewMonth(2026, 11), Day: 28}}
}

func TestDocumentsByTheEndOfTheirName(t *testing.T) {
	for path, want := range map[string]export.Format{
		"a.pdf": export.FormatPDF, "A.PDF": export.FormatPDF, "a.html": export.FormatHTML, "a.htm": export.FormatHTML,
		"a.md": export.FormatMarkdown, "dir.pdf/a.csv": export.FormatCSV, "a.docx": "", "pdf": "", "": "",
	} {
		got, err := export.DocumentFormatOf(path)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q (%v), want %q", path, got, err, want)
		}
	}
}

func TestTheSameRequestGivesTheSameDocument(t *testing.T) {
	for _, format := range export.DocumentFormats() {
		first := text(t)(export.Document(documented(), format))
		if first != text(t)(export.Document(documented(), format)) {
			t.Errorf("two documents as %s differ", format)
		}
		later := documented()
		later.Date.Day++
		if format != export.FormatCSV && first == text(t)(export.Document(later, format)) {
			t.Errorf("the document as %s does not depend on its date", format)
		}
	}
}

func TestADocumentIsRefused(t *testing.T) {
	missing := documented()
	missing.Scenarios = []string{"nope"}
	for _, format := range export.DocumentFormats() {
		if _, err := export.Document(missing, format); err == nil || !strings.Contains(err.Error(), `there is no scenario "nope"`) {
			t.Errorf("%s: the error is %v", format, err)
		}
	}
	if _, err := export.Document(documented(), export.FormatPNG); err == nil {
		t.Error("a PNG is a document")
	}
}

// shown returns the page that Markdown becomes.
func shown(t *testing.T, markdown string) []*html.Node {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Convert([]byte(markdown), &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(root.Descendants())
}

func TestMarkdownShowsNamesAsTheyAre(t *testing.T) {
	for _, name := range []string{
		"# Plan", "1. Plan", "- Plan", "+ Plan", "*Plan*", "_Plan_ `x`", "A | B", "[A](b)", "<script>alert(1)</script>", "~~A~~ &amp; B", `A\B`, "=R&D",
	} {
		r := documented()
		r.Workspace.Scenarios = slices.Clone(r.Workspace.Scenarios[:1])
		r.Workspace.Scenarios[0].Name, r.Workspace.Name, r.Workspace.View = name, name, scenario.View{}
		headings := 0
		for _, n := range shown(t, text(t)(export.Document(r, export.FormatMarkdown))) {
			switch n.Data {
			case "script", "del", "code":
				t.Errorf("%q becomes a <%s>", name, n.Data)
			case "h1", "h3":
				if n.FirstChild != nil && saidIn(n) == name {
					headings++
				}
			}
		}
		if headings < 2 {
			t.Errorf("%q heads %d parts, want the whole and its own", name, headings)
		}
	}
}

func saidIn(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

func TestMarkdownHasTablesWithFiguresAtTheRight(t *testing.T) {
	tables, right := 0, 0
	for _, n := range shown(t, text(t)(export.Document(documented(), export.FormatMarkdown))) {
		switch n.Data {
		case "table":
			tables++
		case "td":
			for _, a := range n.Attr {
				if strings.Contains(a.Val, "right") && strings.HasPrefix(saidIn(n), "$") {
					right++
				}
			}
		}
	}
	if tables < 15 || right < 100 {
		t.Errorf("there are %d tables with %d amounts at the right", tables, right)
	}
}

func TestEverythingIsThereAsNumbers(t *testing.T) {
	got := records(t, text(t)(export.Document(documented(), export.FormatCSV)))
	find := func(part, id, stream, period, field string) map[string]string {
		for _, row := range got {
			if row["part"] == part && row["scenario"] == id && row["stream"] == stream && row["period"] == period && row["field"] == field {
				return row
			}
		}
		t.Errorf("there is no %s %s %s %s of %s", part, stream, period, field, id)
		return map[string]string{}
	}
	for _, c := range []struct {
		part, id, stream, period, field string
		column, want                    string
	}{
		{"result", "february-2026", "", "", "cap-reached", "text", "2028-11-23"},
		{"result", "february-2026", "", "", "paid", "value", "38000000000"},
		{"input", "february-2026", "", "", "terms.share.cap", "value", "38000000000"},
		{"input", "february-2026", "", "", "terms.share.cap", "status", "reported"},
		{"input", "february-2026", "OpenAI", "", "outlook.streams[0].growth.2027", "unit", "fraction"},
		{"input", "february-2026", "", "", "terms.share.from", "text", "2026-01"},
		{"year", "february-2026", "", "2028", "cumulative", "value", "38000000000"},
		{"fiscal-year", "february-2026", "", "FY2027", "due", "unit", "USD"},
		{"statement", "february-2026", "", "2026-Q3", "fiscalQuarter", "text", "FY2027-Q1"},
		{"statement", "february-2026", "Azure resale", "2026-Q3", "base", "value", "0"},
		{"difference from july-2026", "february-2026", "", "", "cap-reached", "unit", "days"},
	} {
		if row := find(c.part, c.id, c.stream, c.period, c.field); row[c.column] != c.want {
			t.Errorf("%s %s of %s has %q as %s, want %q", c.part, c.field, c.id, row[c.column], c.column, c.want)
		}
	}
	for _, row := range got {
		if (row["value"] == "") != (row["unit"] == "") || row["value"] == "" && row["text"] == "" && row["field"] != "cap-reached" {
			t.Errorf("%v has a value without a unit, or nothing at all", row)
		}
		if row["value"] == "" {
			continue
		}
		if _, err := strconv.ParseFloat(row["value"], 64); err != nil || strings.ContainsAny(row["value"], "eE−") {
			t.Errorf("%v is no number in full", row)
		}
	}
}

func TestNamesInEverythingAreNoFormulas(t *testing.T) {
	r := documented()
	r.Workspace.Scenarios = slices.Clone(r.Workspace.Scenarios[:1])
	r.Workspace.View = scenario.View{}
	s := &r.Workspace.Scenarios[0]
	s.Name = "=1+1"
	s.Outlook.Streams = slices.Clone(s.Outlook.Streams)
	s.Outlook.Streams[0].Name = "@SUM(A1)"
	for _, row := range records(t, text(t)(export.Document(r, export.FormatCSV))) {
		for column, text := range row {
			if column != "value" && text != "" && strings.ContainsAny(text[:1], "=+-@") {
				t.Fatalf("%s is %q", column, text)
			}
		}
	}
}
