package html_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"headroom/scenario"
	page "headroom/scenario/export/html"
	"headroom/scenario/preset"
	"headroom/scenario/report"
	"headroom/scenario/unit"
)

func render(t *testing.T, w scenario.Workspace) []byte {
	t.Helper()
	made, err := report.New(report.Request{Workspace: w, Date: unit.Date{Month: unit.NewMonth(2026, 11), Day: 28}, Program: "Headroom test"})
	if err != nil {
		t.Fatal(err)
	}
	data, err := page.Render(made, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// nodes returns all elements of a page, in their order.
func nodes(t *testing.T, data []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// said returns the text of an element.
func said(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

func TestAPageNeedsNothingElse(t *testing.T) {
	data := render(t, preset.Default())
	for _, n := range nodes(t, data) {
		switch n.Data {
		case "script", "link", "img", "iframe", "object", "base", "form":
			t.Errorf("there is a <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" {
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
	for _, word := range []string{"@import", "url(", "http-equiv=\"refresh\""} {
		if strings.Contains(string(data), word) {
			t.Errorf("it says %s", word)
		}
	}
}

func TestAPageCanBeWalkedByItsHeadingsTablesAndFigures(t *testing.T) {
	ids := map[string]bool{}
	level, tables, figures := 0, 0, 0
	for _, n := range nodes(t, render(t, preset.Default())) {
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %q is there twice", id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "html":
			if attribute(n, "lang") != "en" {
				t.Error("it does not say its language")
			}
		case "h1", "h2", "h3":
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("the heading %q is of level %d below one of level %d", said(n), next, level)
			}
			level = next
		case "table":
			tables++
			checkTable(t, n)
		case "figure":
			figures++
			checkFigure(t, n)
		}
	}
	if tables < 10 || figures < 5 {
		t.Errorf("there are %d tables and %d figures", tables, figures)
	}
	for _, n := range nodes(t, render(t, preset.Default())) {
		for _, id := range []string{strings.TrimPrefix(attribute(n, "href"), "#"), attribute(n, "aria-labelledby")} {
			if id != "" && !strings.Contains(id, ":") && !ids[id] {
				t.Errorf("nothing has the id %q, which <%s> names", id, n.Data)
			}
		}
	}
}

func checkTable(t *testing.T, table *html.Node) {
	t.Helper()
	caption, columns := "", 0
	for n := range table.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "caption":
			caption = said(n)
		case n.Data == "th" && attribute(n, "scope") == "":
			t.Errorf("%q: the head %q is of no scope", caption, said(n))
		case n.Data == "th" && attribute(n, "scope") == "col":
			columns++
		case n.Data == "tr" && n.Parent.Data == "tbody":
			cells := 0
			for c := range n.ChildNodes() {
				if c.Type == html.ElementNode {
					cells++
				}
			}
			if cells != columns && attribute(n, "class") != "group" {
				t.Errorf("%q: a row has %d cells below %d heads: %s", caption, cells, columns, said(n))
			}
		}
	}
	if caption == "" {
		t.Errorf("a table has no caption: %.80s", said(table))
	}
}

func checkFigure(t *testing.T, figure *html.Node) {
	t.Helper()
	caption, drawn, words := "", 0, 0
	for n := range figure.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "figcaption":
			caption = said(n)
		case n.Data == "svg":
			drawn++
			if attribute(n, "role") != "img" {
				t.Errorf("a drawing is no picture to who cannot see it")
			}
		case n.Data == "li":
			words++
		}
	}
	if caption == "" || drawn != 4 || words == 0 {
		t.Errorf("the figure %q has %d drawings and %d sentences", caption, drawn, words)
	}
}

func TestNamesStayWords(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios[:1])
	w.View = scenario.View{}
	const name = `</title><script>alert("1")</script> & <b>Σ計划</b>`
	w.Name, w.Scenarios[0].Name = name, name
	w.Scenarios[0].Sources = map[string]scenario.Source{"terms.share.cap": {
		Value: scenario.NumberValue(38e9), Status: scenario.StatusReported, Publisher: name, URL: `javascript:alert("1")`,
	}}
	headings := 0
	for _, n := range nodes(t, render(t, w)) {
		switch n.Data {
		case "script", "b":
			t.Errorf("a name has become a <%s>", n.Data)
		case "h1", "h3":
			if said(n) == name {
				headings++
			}
		case "a":
			if strings.HasPrefix(attribute(n, "href"), "javascript") {
				t.Error("a script is linked")
			}
		}
	}
	if headings < 2 {
		t.Errorf("%d headings are the name as it is", headings)
	}
}

func TestTheSameReportGivesTheSamePage(t *testing.T) {
	if !bytes.Equal(render(t, preset.Default()), render(t, preset.Default())) {
		t.Error("two pages of one report differ")
	}
}
