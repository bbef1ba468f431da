package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"headroom/scenario"
	"headroom/scenario/export/xlsx/returned"
	"headroom/scenario/export/xlsx/xlsxtest"
	"headroom/ui/desktest"
)

// sentOut is a workbook that was sent with a cap of $38B, and came back from exceljs
// with one of $40B.
const sentOut = "../scenario/export/xlsx/returned/testdata/exceljs.xlsx"

// cameBack puts that workbook beside the open file, and the scenario that was sent into
// the workspace where known is set.
func cameBack(t *testing.T, d *seat, path string, known bool) string {
	t.Helper()
	data, err := os.ReadFile(sentOut)
	if err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(filepath.Dir(path), "back.xlsx")
	put(t, book, data)
	if known {
		back, err := returned.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		s := back.Sent.Scenarios[0]
		s.Note = "mine"
		put(t, path, encoded(t, s))
		d.p.Open(path)
		d.Dialog("")
	}
	return book
}

func capsOf(w scenario.Workspace) (caps []float64) {
	for _, s := range w.Scenarios {
		caps = append(caps, float64(s.Terms.Share.Cap)/1e9)
	}
	return caps
}

func TestAWorkbookThatCameBack(t *testing.T) {
	for _, c := range []struct {
		sentence, button string
		known            bool
		caps             []float64
	}{
		{"its change stands beside what was sent", "dialog.ok", true, []float64{38, 40}},
		{"or in its place", "dialog.other", true, []float64{40}},
		{"or is left alone", "dialog.cancel", true, []float64{38}},
		{"into another workspace it comes with what was sent", "dialog.ok", false, []float64{38, 38, 40}},
	} {
		d, path := onFile(t)
		book := cameBack(t, d, path, c.known)
		before := d.p.Session.Workspace()
		d.p.Open(book)
		d.Dialog("returned")
		for _, said := range []string{"Total cap", "$38.00B", "$40.00B", "Inputs!B28"} {
			d.Reads(said)
		}
		d.Tap(c.button)
		d.Dialog("")
		after := d.p.Session.Workspace()
		if got := capsOf(after); !slices.Equal(got, c.caps) {
			t.Errorf("%s: the caps are %v, want %v", c.sentence, got, c.caps)
		}
		if c.known && after.Scenarios[0].Note != "mine" {
			t.Errorf("%s: the note is %q", c.sentence, after.Scenarios[0].Note)
		}
		if d.p.file != path {
			t.Errorf("%s: open is %q", c.sentence, d.p.file)
		}
		d.p.Session.Undo()
		if got := capsOf(d.p.Session.Workspace()); !slices.Equal(got, capsOf(before)) {
			t.Errorf("%s: once undone the caps are %v", c.sentence, got)
		}
	}
}

func TestADroppedWorkbookLosesNothing(t *testing.T) {
	d, path := onFile(t)
	book := cameBack(t, d, path, false)
	d.Enter("terms.share.cap", "41")
	d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(book)})
	d.Dialog("returned")
	d.Tap("dialog.ok")
	if got := capsOf(d.p.Session.Workspace()); !slices.Equal(got, []float64{41, 38, 40}) {
		t.Errorf("the caps are %v", got)
	}
}

func TestAWorkbookThatIsNoneOfOurs(t *testing.T) {
	d, path := onFile(t)
	book := filepath.Join(filepath.Dir(path), "other.xlsx")
	put(t, book, []byte("PK\x03\x04 something"))
	d.p.Open(book)
	d.Dialog("error")
	if !d.Says("other.xlsx is no workbook that Headroom has written") {
		t.Error("it does not say so")
	}
	d.Press(fyne.KeyReturn)
	put(t, book, nil)
	if err := os.Remove(book); err != nil {
		t.Fatal(err)
	}
	d.p.Open(book)
	d.Dialog("error")
	if !d.Says("There is no file") {
		t.Error("of a file that is gone it does not say so")
	}
	if strings.HasSuffix(d.p.file, ".xlsx") {
		t.Errorf("open is %q", d.p.file)
	}
}

func TestAWorkbookInWhichNothingWasChanged(t *testing.T) {
	d, path := onFile(t)
	data := xlsxtest.Write(t, desktest.Called(desktest.WorkedCase(), "other", "Another"))
	book := filepath.Join(filepath.Dir(path), "same.xlsx")
	put(t, book, data)
	before := len(d.p.Session.Workspace().Scenarios)
	d.p.Open(book)
	d.Dialog("returned")
	d.Reads("the workspace does not hold Another.")
	d.Tap("dialog.ok")
	d.Dialog("")
	if w := d.p.Session.Workspace(); len(w.Scenarios) != before+1 || w.Find("other") < 0 {
		t.Errorf("the workspace has %d scenarios", len(w.Scenarios))
	}
	d.p.Open(book) // whose scenario is there now
	d.Dialog("")
	d.Reads("Nothing was changed in same.xlsx")
	d.p.Session.Undo()
	if w := d.p.Session.Workspace(); len(w.Scenarios) != before {
		t.Errorf("undone, the workspace has %d scenarios", len(w.Scenarios))
	}
}
