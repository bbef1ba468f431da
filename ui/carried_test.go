package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/ui/desktest"
)

// TestWhatPicturesAndDocumentsRememberComesBack opens a file of each kind, by its path
// and dropped on the window.
func TestWhatPicturesAndDocumentsRememberComesBack(t *testing.T) {
	of := scenario.Workspace{Scenarios: []scenario.Scenario{desktest.WorkedCase(), desktest.FlatCase()}}
	of.View.Selected = of.Scenarios[1].ID
	folder := t.TempDir()
	for _, c := range []struct {
		file string
		view View
		make func() ([]byte, error)
	}{
		{"a.svg", ViewPlan, func() ([]byte, error) {
			pic, err := export.NewPicture(of, export.View{Kind: plot.KindYears, Scenarios: []string{of.Scenarios[1].ID}}, plot.Options{Width: 400, Height: 300})
			if err != nil {
				return nil, err
			}
			return export.Picture(pic, export.FormatSVG, true)
		}},
		{"a.pdf", ViewCompare, func() ([]byte, error) {
			return export.Document(export.DocumentRequest{Workspace: of, Embed: true}, export.FormatPDF)
		}},
		{"a.HTML", ViewCompare, func() ([]byte, error) {
			return export.Document(export.DocumentRequest{Workspace: of, Embed: true}, export.FormatHTML)
		}},
	} {
		data, err := c.make()
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, c.file)
		put(t, path, data)
		for _, open := range []func(d *seat){
			func(d *seat) { d.p.Open(path) },
			func(d *seat) { d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)}) },
		} {
			d := newSeat(t, desktest.WorkedCase())
			open(d)
			d.Dialog("")
			if d.p.view != c.view || d.Selected().ID != of.Scenarios[1].ID || d.p.file != "" {
				t.Errorf("%s: the view is %v of %q, and the file %q", c.file, d.p.view, d.Selected().ID, d.p.file)
			}
		}
	}
}

func TestADocumentWithoutScenariosSaysSo(t *testing.T) {
	data, err := export.Document(export.DocumentRequest{Workspace: scenario.Workspace{Scenarios: []scenario.Scenario{desktest.WorkedCase()}}}, export.FormatPDF)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	put(t, path, data)
	d := newSeat(t, desktest.FlatCase())
	d.p.Open(path)
	d.Dialog("error")
	d.Reads("a.pdf remembers no scenarios")
}

func TestAnSVGRemembersOnRequest(t *testing.T) {
	for _, remember := range []bool{false, true} {
		d, folder := prompted(t)
		d.Choose("dialog.format", "SVG")
		if remember {
			d.Tap("dialog.embed")
		}
		d.Tap("dialog.ok")
		d.Dialog("")
		data, err := os.ReadFile(filepath.Join(folder, files(t, folder)[0]))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := export.Extract(bytes.NewReader(data)); (err == nil) != remember {
			t.Errorf("remember %v: the error is %v", remember, err)
		}
	}
}
