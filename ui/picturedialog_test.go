package ui

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
	"headroom/ui/desktest"
)

// prompted opens the prompt that saves a picture, into a folder of its own.
func prompted(t *testing.T) (d *seat, folder string) {
	t.Helper()
	folder = t.TempDir()
	d = sitDefault(t)
	d.Tap("save-picture")
	d.Dialog("save-picture")
	d.Write("dialog.folder", folder)
	return d, folder
}

func files(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// A print of 3000 by 2000 has 24 million pixels at twice its size, and 54 million at
// three times.
func TestAPictureThatIsTooLargeIsRefusedWhileItCanBeChanged(t *testing.T) {
	d, folder := prompted(t)
	d.Choose("dialog.size", "Print, 3000 × 2000")
	d.Choose("dialog.scale", "3×")
	d.Reads("54 million pixels are more than the 33 million")
	d.Tap("dialog.ok")
	d.Dialog("save-picture")
	if names := files(t, folder); len(names) > 0 {
		t.Errorf("%q are written", names)
	}
	d.Choose("dialog.format", "SVG") // has no pixels
	if d.Says("million pixels") {
		t.Error("an SVG is refused for its pixels")
	}
	d.Choose("dialog.format", "PNG")
	d.Choose("dialog.scale", "2×")
	if d.Says("million pixels") {
		t.Error("24 million pixels are refused")
	}
}

// However fine a slide is saved, it is 16 inches wide: 1920 pixels of 120 an inch.
func TestASlideIsOfOneSizeOnPaperAtAnyScale(t *testing.T) {
	for scale, perMeter := range map[string]uint32{"1×": 4724, "2×": 9449} {
		d, folder := prompted(t)
		d.Choose("dialog.scale", scale)
		d.Choose("dialog.theme", "Transparent, for dark pages")
		d.Tap("dialog.ok")
		d.Dialog("")
		names := files(t, folder)
		if len(names) != 1 {
			t.Fatalf("%s: %q are written", scale, names)
		}
		data, err := os.ReadFile(filepath.Join(folder, names[0]))
		if err != nil {
			t.Fatal(err)
		}
		if got := binary.BigEndian.Uint32(data[bytes.Index(data, []byte("pHYs"))+4:]); got != perMeter {
			t.Errorf("%s: %d pixels a meter, want %d", scale, got, perMeter)
		}
	}
}

// Whether a picture is to bring its scenarios back is kept for the next one only of what
// was saved.
func TestWhetherAPictureRemembersIsKeptOnceItIsSaved(t *testing.T) {
	d, folder := prompted(t)
	again := func(want string) {
		t.Helper()
		d.Tap("save-picture")
		d.Write("dialog.folder", folder)
		if got := d.Text("check", "dialog.embed"); got != want {
			t.Errorf("it is %s, want %s", got, want)
		}
	}
	d.Tap("dialog.embed")
	d.Tap("dialog.cancel")
	again("off")
	d.Tap("dialog.embed")
	d.Tap("dialog.ok")
	d.Dialog("")
	again("on")
}

// Names in the window borrow letters from the fonts of the system, which pictures
// cannot.
func TestWhatAPictureCannotWriteIsNamed(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios)
	w.Scenarios[0].Name = "Plan 計画"
	d := sit(t, test.NewTempApp(t), w, "")
	d.Tap("save-picture")
	d.Reads("Boxes stand for 計 画")
	d.Choose("dialog.format", "SVG") // whose texts are drawn in the reader's fonts
	if d.Says("Boxes stand") {
		t.Error("boxes are told of in an SVG that has texts")
	}
	d.Tap("dialog.outlines")
	d.Reads("Boxes stand for 計 画")
	d.Enter("dialog.title", "Plain")
	if d.Says("Boxes stand") {
		t.Error("boxes are told of that the picture does not have")
	}
}

func TestTheTextOfAnSVGIsOutlinesOnRequest(t *testing.T) {
	for _, outlines := range []bool{false, true} {
		d, folder := prompted(t)
		if d.Enabled("check", "dialog.outlines") {
			t.Error("the letters of a PNG can be made outlines")
		}
		d.Choose("dialog.format", "SVG")
		if outlines {
			d.Tap("dialog.outlines")
		}
		d.Tap("dialog.ok")
		d.Dialog("")
		data, err := os.ReadFile(filepath.Join(folder, files(t, folder)[0]))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("<text")) == outlines {
			t.Errorf("outlines %v: the SVG has texts, or none", outlines)
		}
	}
}

func TestTheSourceOffersWhoPublishedWhatIsShown(t *testing.T) {
	d := newSeat(t, desktest.Shipped(t, "february-2026"))
	d.Command("Save picture…")
	if got := d.Text("entry", "dialog.source"); !strings.HasPrefix(got, "Actual through Jun 2026; Financial Times") {
		t.Errorf("offered is %q", got)
	}
}
