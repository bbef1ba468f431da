package glance_test

import (
	"slices"
	"strings"
	"testing"

	"headroom/scenario/export"
	"headroom/scenario/export/xlsx/glance"
	"headroom/scenario/preset"
)

func seen(t *testing.T, sheets int) glance.Book {
	t.Helper()
	data, err := export.Document(export.DocumentRequest{Workspace: preset.Default()}, export.FormatWorkbook)
	if err != nil {
		t.Fatal(err)
	}
	b, err := glance.Read(data, sheets)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhatIsSeenOfAWorkbook(t *testing.T) {
	b := seen(t, 2)
	if b.Sheets[0] != "Summary" || b.Sheets[len(b.Sheets)-1] != "About" {
		t.Errorf("the sheets are %v", b.Sheets)
	}
	if len(b.Seen) != 2 {
		t.Fatalf("%d sheets are seen", len(b.Seen))
	}
	summary := b.Seen[0]
	var texts []string
	for i, row := range summary.Rows {
		if len(row) != len(summary.Widths) {
			t.Fatalf("row %d has %d cells, and there are %d columns", i+1, len(row), len(summary.Widths))
		}
		for _, c := range row {
			texts = append(texts, c.Text)
		}
	}
	// As shown, not as stored: 38 and a date's number.
	for _, want := range []string{"When is the cap reached?", "Aug 24, 2028", "$38.00 bn", "100.00%", "no cap"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not seen", want)
		}
	}
	if title := summary.Rows[0][0]; !title.Bold || title.Size != 16 || title.Right {
		t.Errorf("the title is %+v", title)
	}
	if len(summary.Charts) != 1 || summary.Charts[0].LastRow <= summary.Charts[0].Row {
		t.Errorf("the charts are %+v", summary.Charts)
	}
	blue := false
	for _, row := range b.Seen[1].Rows {
		for _, c := range row {
			blue = blue || c.Ink == "0000FF" && c.Ground != ""
		}
	}
	if !blue {
		t.Error("no input is blue")
	}
}

func TestHiddenSheetsAreNotSeen(t *testing.T) {
	for _, name := range seen(t, 1).Sheets {
		if strings.Contains(strings.ToLower(name), "sent") {
			t.Errorf("%q is seen", name)
		}
	}
}

func TestWhatIsNoWorkbookIsRefused(t *testing.T) {
	for _, data := range []string{"", "PK\x03\x04", "no workbook"} {
		if _, err := glance.Read([]byte(data), 1); err == nil {
			t.Errorf("%q is read", data)
		}
	}
}
