package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"headroom/scenario"
	"headroom/ui/desktest"
)

// again closes a window and starts the program again without a file.
func again(t *testing.T, d *seat) *seat {
	t.Helper()
	d.p.onClose()
	next := sit(t, d.App, scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, "")
	next.p.OfferLast()
	next.Relayout()
	return next
}

func TestTheStartOffersTheFileUsedLast(t *testing.T) {
	d, path := onFile(t)
	if err := os.Chtimes(path, d.Now, d.Now.Add(-35*time.Minute)); err != nil {
		t.Fatal(err)
	}
	next := again(t, d)
	if next.Selected().ID != "flat" || next.p.file != "" {
		t.Fatalf("the window opens on %s of %q", next.Selected().ID, next.p.file)
	}
	next.Reads("Open worked.headroom.json, saved today at 9:05 PM?")
	next.Focus("button", "last-file.open")
	next.Press(fyne.KeyReturn)
	if next.p.file != path || next.Selected().ID != "worked" {
		t.Errorf("open is %q with %s selected", next.p.file, next.Selected().ID)
	}
	if next.Find("button", "last-file.open") != nil {
		t.Error("what is open is still offered")
	}
}

func TestTheOfferGivesWay(t *testing.T) {
	gone := func(d *seat, path string) {
		d.Helper()
		d.Relayout()
		if d.Find("button", "last-file.open") != nil {
			d.Errorf("%s is offered", filepath.Base(path))
		}
	}
	for says, do := range map[string]func(d *seat){
		"dismissed":       func(d *seat) { d.Tap("last-file.dismiss") },
		"a new workspace": func(d *seat) { d.p.onNew() },
		"saved under a name": func(d *seat) {
			d.p.save(saving{path: filepath.Join(filepath.Dir(d.p.last.path), "other.headroom.json")})
		},
		"another file opened": func(d *seat) { d.p.Open(d.p.last.path) },
	} {
		t.Run(says, func(t *testing.T) {
			d, path := onFile(t)
			d = again(t, d)
			do(d)
			gone(d, path)
		})
	}
	t.Run("a file that is gone", func(t *testing.T) {
		d, path := onFile(t)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		gone(again(t, d), path)
	})
	t.Run("a folder in its place", func(t *testing.T) {
		d, path := onFile(t)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		gone(again(t, d), path)
	})
	t.Run("a first start", func(t *testing.T) {
		d := sit(t, test.NewTempApp(t), scenario.Workspace{Scenarios: []scenario.Scenario{desktest.FlatCase()}}, "")
		d.p.OfferLast()
		gone(d, "a file")
	})
}

// A change of what is on the screen is not lost to the offer.
func TestTheOfferAsksBeforeChangesAreLost(t *testing.T) {
	d, _ := onFile(t)
	d = again(t, d)
	d.Enter("terms.share.cap", "40")
	d.Tap("last-file.open")
	d.Dialog("unsaved")
}
