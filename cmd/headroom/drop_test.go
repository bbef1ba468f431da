//go:build e2e

package main_test

import (
	"net/url"
	"path/filepath"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"headroom/scenario"
	"headroom/scenario/preset"
	"headroom/scenario/store"
)

func TestFilesAreDroppedAndAskedAbout(t *testing.T) {
	t.Parallel()
	env := startDisplay(t)
	w := start(t, env)
	mustShow(t, w.now(), preset.Default().Scenarios[0])
	e := openEye(t, env)
	if e.window = e.find(e.root, "Headroom"); e.window == 0 {
		t.Fatal("the display shows no window of Headroom")
	}

	other := preset.Default()
	other.Scenarios = other.Scenarios[1:2]
	other.View = scenario.View{Selected: other.Scenarios[0].ID}
	file := filepath.Join(t.TempDir(), "a dropped plan"+store.Extension)
	put(t, file, other)
	e.drop((&url.URL{Scheme: "file", Path: file}).String())
	w.wait("the dropped file to be open", func(s state) bool { return s.File == file && s.settled() })
	mustShow(t, w.now(), other.Scenarios[0])

	// What is unsaved is asked about first, and stays where the answer is no.
	w.after(func() { w.enter(capField, "40") })
	e.drop((&url.URL{Scheme: "file", Path: file}).String())
	w.opened("unsaved")
	w.click("dialog.cancel")
	w.opened("")
	kept := other.Scenarios[0]
	kept.Terms.Share.Capped, kept.Terms.Share.Cap = true, 40e9
	mustShow(t, w.now(), kept)

	// What is no workspace is refused in words.
	e.drop("file:///etc/hostname")
	mustShow(t, w.wait("the refusal", func(s state) bool { return s.Dialog == "error" }), kept)
	w.click("dialog.ok")
	w.opened("")

	// A question that follows an answer is seen, and the file stays until it is
	// answered.
	there := filepath.Join(t.TempDir(), "there"+store.Extension)
	put(t, there, other)
	w.key("ctrl+shift+s")
	w.opened("save-as")
	w.typeInto("dialog.folder", filepath.Dir(there))
	w.typeInto("dialog.file", filepath.Base(there))
	w.click("dialog.ok")
	w.opened("overwrite")
	w.click("dialog.cancel")
	w.opened("save-as") // as it was
	w.click("dialog.cancel")
	w.opened("")
	mustShow(t, w.now(), kept)
	if got := readWorkspace(t, there).Scenarios[0].Terms.Share.Cap; got != other.Scenarios[0].Terms.Share.Cap {
		t.Errorf("given up, the file was replaced: its cap is %v", got)
	}
}

// drop lets a file dragged go on the middle of the window, as the file
// manager of a desktop does: version 5 of the XDND protocol,
// https://www.freedesktop.org/wiki/Specifications/XDND/.
func (e *eye) drop(uri string) {
	e.t.Helper()
	source, err := xproto.NewWindowId(e.x)
	e.must(err)
	e.must(xproto.CreateWindowChecked(e.x, 0, source, e.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOutput, 0, 0, nil).Check())
	defer xproto.DestroyWindow(e.x, source)
	selection, list := e.atom("XdndSelection"), e.atom("text/uri-list")
	e.must(xproto.SetSelectionOwnerChecked(e.x, source, selection, xproto.TimeCurrentTime).Check())
	place, err := xproto.GetGeometry(e.x, xproto.Drawable(e.window)).Reply()
	e.must(err)
	corner, err := xproto.TranslateCoordinates(e.x, e.window, e.root, int16(place.Width/2), int16(place.Height/2)).Reply()
	e.must(err)

	e.tell(source, "XdndEnter", 5<<24, uint32(list), 0, 0)
	e.tell(source, "XdndPosition", 0, uint32(corner.DstX)<<16|uint32(corner.DstY), 0, uint32(e.atom("XdndActionCopy")))
	e.hear(func(event xgb.Event) bool {
		answer, ok := event.(xproto.ClientMessageEvent)
		return ok && answer.Type == e.atom("XdndStatus")
	})
	e.tell(source, "XdndDrop", 0, xproto.TimeCurrentTime, 0, 0)
	e.hear(func(event xgb.Event) bool {
		switch got := event.(type) {
		case xproto.SelectionRequestEvent:
			data := []byte(uri + "\r\n")
			e.must(xproto.ChangePropertyChecked(e.x, xproto.PropModeReplace, got.Requestor, got.Property, got.Target, 8, uint32(len(data)), data).Check())
			notice := xproto.SelectionNotifyEvent{Requestor: got.Requestor, Selection: got.Selection, Target: got.Target, Property: got.Property}
			e.must(xproto.SendEventChecked(e.x, false, got.Requestor, 0, string(notice.Bytes())).Check())
		case xproto.ClientMessageEvent:
			return got.Type == e.atom("XdndFinished")
		}
		return false
	})
}

// tell sends the window a message of the protocol, from source.
func (e *eye) tell(source xproto.Window, kind string, data ...uint32) {
	e.t.Helper()
	message := xproto.ClientMessageEvent{
		Format: 32, Window: e.window, Type: e.atom(kind),
		Data: xproto.ClientMessageDataUnionData32New(append([]uint32{uint32(source)}, data...)),
	}
	e.must(xproto.SendEventChecked(e.x, false, e.window, 0, string(message.Bytes())).Check())
}

func (e *eye) atom(name string) xproto.Atom {
	e.t.Helper()
	got, err := xproto.InternAtom(e.x, false, uint16(len(name)), name).Reply()
	e.must(err)
	return got.Atom
}
