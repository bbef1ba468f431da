package export_test

import (
	"bytes"
	"slices"
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
		"a.md": export.FormatMarkdown, "dir.pdf/a.csv": export.FormatCSV, "A.Statement.CSV": export.FormatStatement, "a.xlsx": export.FormatWorkbook, "a.docx": "", "pdf": "", "": "",
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
		if format.HasTitle() && first == text(t)(export.Document(later, format)) {
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

// text returns a function that takes what a writer returns.
func text(t *testing.T) func([]byte, error) string {
	t.Helper()
	return func(data []byte, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
}
