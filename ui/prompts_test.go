package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"headroom/ui/desktest"
)

func TestPromptsAreAnsweredByKey(t *testing.T) {
	for _, tc := range []struct {
		says string
		open func(d *seat)
		name string
	}{
		{"rename", func(d *seat) { d.Press(fyne.KeyF2) }, "rename"},
		{"add", func(d *seat) { d.Tap("scenario.add") }, "add"},
		{"shift", func(d *seat) { d.Command("Shift all growth…") }, "shift"},
		{"reach", func(d *seat) { d.Command("Reach the cap on…") }, "reach"},
		{"rates", func(d *seat) { d.Tap("terms.share.ratesByYear") }, "rates"},
		{"paste", func(d *seat) { d.Tap("stream.paste") }, "paste"},
		{"stream", func(d *seat) { d.Tap("stream.edit") }, "stream"},
		{"open", func(d *seat) { d.Tap("open") }, "open"},
		{"save as", func(d *seat) { d.Tap("save-as") }, "save-as"},
		{"sources", func(d *seat) { d.Command("Sources of the figures…") }, "sources"},
		{"why", func(d *seat) { d.Tap("result.paid") }, "why"},
		{"keys", func(d *seat) { d.p.Window.Canvas().OnTypedRune()('?') }, "keyboard"},
		{"keys from a figure", func(d *seat) { d.Focus("entry", "terms.share.cap").TypedRune('?') }, "keyboard"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			t.Setenv("HOME", t.TempDir())
			d := newSeat(t, desktest.WorkedCase())
			d.p.Window.Canvas().Unfocus()
			tc.open(d)
			d.Dialog(tc.name)
			d.Press(fyne.KeyEscape)
			d.Dialog("")
			if !desktest.SameScenario(d.Selected(), desktest.WorkedCase()) || d.p.Session.Revision() != 0 {
				t.Error("given up, the prompt changes something")
			}
			// Escape leaves it from its other parts too.
			tc.open(d)
			d.Dialog(tc.name)
			first := d.p.Window.Canvas().Focused()
			for n := range 6 {
				d.p.Window.Canvas().FocusNext()
				focused := d.p.Window.Canvas().Focused()
				if focused == first {
					break
				}
				d.Press(fyne.KeyEscape)
				if d.p.Prompts.Name() == tc.name {
					t.Errorf("Escape on %T leaves the prompt open", focused)
					break
				}
				tc.open(d)
				for range n + 1 {
					d.p.Window.Canvas().FocusNext()
				}
			}
			for d.p.Prompts.Name() != "" {
				d.p.Prompts.Cancel()
			}
			d.Agree()
		})
	}
}

// What removes is not hit by who reaches for the buttons that answer, neither with
// the pointer nor by key.
func TestTheOtherWayOutStandsApart(t *testing.T) {
	for _, tc := range []struct {
		says string
		open func(d *seat)
		name string
	}{
		{"a stream", func(d *seat) { d.Tap("stream.edit") }, "stream"},
		{"unsaved changes", func(d *seat) { d.Enter("terms.share.cap", "40"); d.Command("New workspace") }, "unsaved"},
	} {
		t.Run(tc.says, func(t *testing.T) {
			d := newSeat(t, desktest.WorkedCase())
			tc.open(d)
			d.Dialog(tc.name)
			d.Relayout()
			at := func(name string) desktest.Rect { return d.Place(d.Widget("button", name)) }
			other, cancel, ok := at("dialog.other"), at("dialog.cancel"), at("dialog.ok")
			within := d.Place(d.p.Prompts.All[0].Popup.Content)
			if other.Left > within.Left+20 || ok.Right < within.Right-20 {
				t.Errorf("%v and %v do not stand at the sides of %v", other, ok, within)
			}
			if between, side := cancel.Left-other.Right, ok.Left-cancel.Right; between < 5*side {
				t.Errorf("it stands %v from the others, which stand %v from one another", between, side)
			}
			d.Focus("button", "dialog.cancel")
			for _, name := range []string{"dialog.ok", "dialog.other"} {
				d.p.Window.Canvas().FocusNext()
				if f, want := d.p.Window.Canvas().Focused(), d.Widget("button", name); f != want.(fyne.Focusable) {
					t.Errorf("Tab does not come to %s next", name)
				}
			}
		})
	}
}

// A question about an answer, given up, leads back to the prompt as it was.
func TestAPromptSurvivesItsQuestions(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	taken := filepath.Join(home, "taken.png")
	if err := os.WriteFile(taken, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := newSeat(t, desktest.WorkedCase())
	d.Command("Save picture…")
	d.Write("dialog.folder", home)
	d.Press(fyne.KeyReturn)
	d.Dialog("save-picture") // a folder alone is no answer
	if d.p.Window.Canvas().Focused() != d.Widget("entry", "dialog.file").(fyne.Focusable) {
		t.Error("Enter in the folder does not go on to the name")
	}
	d.Choose("dialog.size", "Post, 1200 × 675")
	d.Choose("dialog.scale", "3×")
	d.Write("dialog.title", "A title of mine")
	d.Tap("dialog.date")
	kept := func() {
		t.Helper()
		d.Dialog("save-picture")
		for name, want := range map[string]string{
			"dialog.folder": home, "dialog.file": "taken", "dialog.title": "A title of mine", "dialog.width": "1200",
		} {
			if got := d.Text("entry", name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		if got := d.Text("choice", "dialog.scale") + d.Text("check", "dialog.date"); got != "3×off" {
			t.Errorf("scale and date are %s", got)
		}
	}
	d.Write("dialog.file", "taken")
	d.Tap("dialog.ok")
	d.Dialog("overwrite")
	d.Press(fyne.KeyEscape)
	kept()
	if data, _ := os.ReadFile(taken); string(data) != "mine" {
		t.Error("given up, the file is replaced")
	}
	// So does a disk that refuses it.
	if err := os.Remove(taken); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(taken, 0o700); err != nil {
		t.Fatal(err)
	}
	d.Tap("dialog.ok")
	if d.p.Prompts.Name() == "overwrite" {
		d.Press(fyne.KeyReturn)
	}
	kept()
	if fault := d.p.Prompts.All[0].Fault; !fault.Visible() || fault.Content() == "" {
		t.Error("nothing says why the picture is not saved")
	}
	if err := os.Remove(taken); err != nil {
		t.Fatal(err)
	}
	d.Tap("dialog.ok")
	d.Dialog("")
	if data, err := os.ReadFile(taken); err != nil || !bytes.HasPrefix(data, []byte("\x89PNG")) {
		t.Errorf("the picture is not saved: %v", err)
	}
	d.Reads("Saved taken.png")
}

// What is written aside is written once, however often it is asked for, and where
// the prompt was given up meanwhile a failure is told all the same.
func TestAPromptWaitsForWhatItHasAskedFor(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	d := newSeat(t, desktest.WorkedCase())
	var aside []func()
	d.p.Live.Go = func(work func()) { aside = append(aside, work) }
	d.Command("Save picture…")
	d.Write("dialog.folder", home)
	aside = nil // what listed the folder
	d.Tap("dialog.ok")
	d.Tap("dialog.ok")
	if len(aside) != 1 {
		t.Fatalf("the disk is asked %d times what is there", len(aside))
	}
	aside[0]()
	if d.Enabled("button", "dialog.ok") {
		t.Error("it can be asked for while it is written")
	}
	d.p.Prompts.Accept()
	if len(aside) != 2 {
		t.Fatalf("it is written %d times", len(aside)-1)
	}
	d.Dialog("save-picture")
	d.Tap("dialog.cancel")
	if err := os.RemoveAll(home); err != nil {
		t.Fatal(err)
	}
	aside[1]()
	d.Dialog("error")
	d.Reads("The picture is not saved")
}
