package ui

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"headroom/scenario/preset"
)

// prompted opens the prompt that saves a picture, into a folder of its own.
func prompted(t *testing.T) (d *seat, folder string) {
	t.Helper()
	folder = t.TempDir()
	d = sitDefault(t)
	d.tap("save-picture")
	d.dialog("save-picture")
	d.write("dialog.folder", folder)
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
	d.choose("dialog.size", "Print, 3000 × 2000")
	d.choose("dialog.scale", "3×")
	d.reads("54 million pixels are more than the 33 million")
	d.tap("dialog.ok")
	d.dialog("save-picture")
	if names := files(t, folder); len(names) > 0 {
		t.Errorf("%q are written", names)
	}
	d.choose("dialog.format", "SVG") // has no pixels
	if d.says("million pixels") {
		t.Error("an SVG is refused for its pixels")
	}
	d.choose("dialog.format", "PNG")
	d.choose("dialog.scale", "2×")
	if d.says("million pixels") {
		t.Error("24 million pixels are refused")
	}
}

// However fine a slide is saved, it is 16 inches wide: 1920 pixels of 120 an inch.
func TestASlideIsOfOneSizeOnPaperAtAnyScale(t *testing.T) {
	for scale, perMeter := range map[string]uint32{"1×": 4724, "2×": 9449} {
		d, folder := prompted(t)
		d.choose("dialog.scale", scale)
		d.choose("dialog.theme", "Transparent, for dark pages")
		d.tap("dialog.ok")
		d.dialog("")
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

// Names in the window borrow letters from the fonts of the system, which pictures
// cannot.
func TestWhatAPictureCannotWriteIsNamed(t *testing.T) {
	w := preset.Default()
	w.Scenarios = slices.Clone(w.Scenarios)
	w.Scenarios[0].Name = "Plan 計画"
	d := sit(t, test.NewTempApp(t), w, "")
	d.tap("save-picture")
	d.reads("Boxes stand for 計 画")
	d.choose("dialog.format", "SVG") // whose texts are drawn in the reader's fonts
	if d.says("Boxes stand") {
		t.Error("boxes are told of in an SVG that has texts")
	}
	d.tap("dialog.outlines")
	d.reads("Boxes stand for 計 画")
	d.enter("dialog.title", "Plain")
	if d.says("Boxes stand") {
		t.Error("boxes are told of that the picture does not have")
	}
}

func TestTheTextOfAnSVGIsOutlinesOnRequest(t *testing.T) {
	for _, outlines := range []bool{false, true} {
		d, folder := prompted(t)
		if d.enabled("check", "dialog.outlines") {
			t.Error("the letters of a PNG can be made outlines")
		}
		d.choose("dialog.format", "SVG")
		if outlines {
			d.tap("dialog.outlines")
		}
		d.tap("dialog.ok")
		d.dialog("")
		data, err := os.ReadFile(filepath.Join(folder, files(t, folder)[0]))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("<text")) == outlines {
			t.Errorf("outlines %v: the SVG has texts, or none", outlines)
		}
	}
}
