package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/store"
)

// sent returns the path of a workbook that was sent with a cap of $38B, and came back
// from exceljs with one of $40B.
const sent = "../../scenario/export/xlsx/returned/testdata/exceljs.xlsx"

func imported(t *testing.T, args ...string) (scenario.Workspace, string) {
	t.Helper()
	a := call(append([]string{"import"}, args...)...)
	if a.status != statusDone {
		t.Fatalf("%q: status %d, errors %q", args, a.status, a.errors)
	}
	w, err := store.Decode(strings.NewReader(a.out))
	if err != nil {
		t.Fatal(err)
	}
	return w, a.errors
}

func TestImportSaysWhatWasChanged(t *testing.T) {
	w, said := imported(t, sent)
	if len(w.Scenarios) != 2 || w.Scenarios[0].Terms.Share.Cap != 38e9 || w.Scenarios[1].Terms.Share.Cap != 40e9 {
		t.Errorf("the workspace holds %d scenarios", len(w.Scenarios))
	}
	if w.Scenarios[1].Name != "Sent out, changed" || strings.Join(w.View.Compared, " ") != "sent-out sent-out-changed" {
		t.Errorf("the new one is called %q, and compared are %v", w.Scenarios[1].Name, w.View.Compared)
	}
	if want := "headroom-cli: Sent out: Total cap: $40.00B, was $38.00B (Inputs!B28)\n"; said != want {
		t.Errorf("it says %q, want %q", said, want)
	}
}

func TestImportInPlace(t *testing.T) {
	if w, _ := imported(t, sent, "--in-place"); len(w.Scenarios) != 1 || w.Scenarios[0].Terms.Share.Cap != 40e9 {
		t.Errorf("it is %+v", w.Scenarios)
	}
}

func TestImportIntoAnotherWorkspace(t *testing.T) {
	plan := planned(t)
	w, _ := imported(t, sent, "--into", plan)
	if n := len(w.Scenarios); n != 6 || w.Scenarios[n-1].ID != "sent-out" || w.Scenarios[n-1].Terms.Share.Cap != 40e9 {
		t.Errorf("there are %d scenarios", n)
	}
}

func TestImportOfWhatWasNotChanged(t *testing.T) {
	plan := planned(t)
	book := filepath.Join(t.TempDir(), "plan.xlsx")
	must(t, "export", plan, "--output", book)
	w, said := imported(t, book)
	if len(w.Scenarios) != 5 || !strings.Contains(said, "nothing was changed in "+book) {
		t.Errorf("%d scenarios, and it says %q", len(w.Scenarios), said)
	}
	data, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	if a := callWith(string(data), "import", "-"); a.status != statusDone || a.out == "" {
		t.Errorf("from standard input: %+v", a)
	}
}

func TestImportRefuses(t *testing.T) {
	for file, want := range map[string]string{
		holding(t, "no workbook"): "this is no workbook that Headroom has written",
		"nowhere.xlsx":            "no such file",
	} {
		if a := call("import", file); a.status != statusFailed || !strings.Contains(a.errors, want) || strings.Count(a.errors, "\n") != 1 || a.out != "" {
			t.Errorf("%s: %+v", file, a)
		}
	}
}
