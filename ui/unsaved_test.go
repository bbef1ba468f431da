package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

func TestUnsavedChangesAreAskedAbout(t *testing.T) {
	ways := map[string]func(d *seat){
		"new":    func(d *seat) { d.Command("New workspace") },
		"open":   func(d *seat) { d.Tap("open") },
		"recent": func(d *seat) { d.Item("Open recent").ChildMenu.Items[0].Action() },
		"drop": func(d *seat) {
			d.p.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(d.p.file)})
		},
		"close": func(d *seat) { d.p.onClose() },
		"quit":  func(d *seat) { d.Command("Quit") },
	}
	for name, lose := range ways {
		t.Run(name, func(t *testing.T) {
			d, path := onFile(t)
			closed := false
			d.p.Window.SetOnClosed(func() { closed = true })
			gone := func() bool {
				return closed || d.p.Prompts.Name() == "open" || d.Selected().ID != "worked" || d.Selected().Terms.Share.Cap != 40e9 || !d.p.Session.Dirty()
			}
			ask := func() {
				t.Helper()
				lose(d)
				d.Dialog("unsaved")
			}
			d.Enter("terms.share.cap", "40")
			ask()
			d.Press(fyne.KeyEscape)
			d.Dialog("")
			if gone() || capIn(t, path) != 38e9 {
				t.Fatal("given up, it is done or saved all the same")
			}
			ask()
			d.Tap("dialog.other")
			if capIn(t, path) != 38e9 || !gone() && name != "open" {
				t.Error("not saving saves, or does not go on")
			}
			if closed {
				return
			}

			// And once more, saving.
			d, path = onFile(t)
			d.p.Window.SetOnClosed(func() { closed = true })
			d.Enter("terms.share.cap", "40")
			lose(d)
			d.Dialog("unsaved")
			d.Press(fyne.KeyReturn)
			if capIn(t, path) != 40e9 {
				t.Error("saving does not save")
			}
			switch {
			case (name == "close" || name == "quit") && !closed, name == "open" && d.p.Prompts.Name() != "open", name == "new" && d.p.file != "":
				t.Error("saved, it does not go on")
			}
		})
	}
}

func TestClosingSavesWhereAsked(t *testing.T) {
	d, path := onFile(t)
	closed := 0
	d.p.Window.SetOnClosed(func() { closed++ })
	d.Enter("terms.share.cap", "40")
	d.p.onClose()
	d.p.onClose() // asked again while it asks
	if len(d.p.Prompts.All) != 1 {
		t.Errorf("%d prompts ask", len(d.p.Prompts.All))
	}
	d.Press(fyne.KeyReturn)
	if closed != 1 || capIn(t, path) != 40e9 {
		t.Errorf("closed %d times, the cap saved is %v", closed, capIn(t, path))
	}
}
