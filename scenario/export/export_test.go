package export_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]export.Format{
		"a.png": export.FormatPNG, "b/c.SVG": export.FormatSVG, "a.b.Png": export.FormatPNG,
		"a.pdf": "", "png": "", "a.png.txt": "", "": "", "a.": "", "-": "", "a.svg/b": "",
	} {
		if got, err := export.FormatOf(path); got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q with error %v, want %q", path, got, err, want)
		}
	}
}

func TestPicture(t *testing.T) {
	pic := plot.Picture{Options: plot.Options{Width: 640, Height: 400, Scale: 2}, Chart: plot.Cumulative{Subject: february(t)}}
	data, err := export.Picture(pic, export.FormatPNG, false)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil || picture.Bounds().Dx() != 1280 || picture.Bounds().Dy() != 800 {
		t.Errorf("the picture is %v with error %v, want 1280 by 800", picture.Bounds(), err)
	}
	if data, err = export.Picture(pic, export.FormatSVG, false); err != nil {
		t.Fatal(err)
	}
	for decoder := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := export.Picture(pic, "gif", false); err == nil {
		t.Error("a gif is drawn")
	}
	pic.Width = 0
	if _, err := export.Picture(pic, export.FormatPNG, false); err == nil {
		t.Error("a picture without a size is drawn")
	}
}

func TestFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.csv")
	for _, content := range []string{"first\n", "second\n"} {
		if err := export.File(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("the file holds %q with error %v, want %q", got, err, content)
		}
	}
	if err := export.File(filepath.Join(dir, "absent", "a.csv"), []byte("x")); err == nil {
		t.Error("a file is written to a folder that is not there")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v with error %v, want a.csv alone", entries, err)
	}
}

func february(t *testing.T) plot.Subject {
	t.Helper()
	s := preset.Default().Scenarios[0]
	p, err := scenario.Project(s)
	if err != nil {
		t.Fatal(err)
	}
	return plot.Subject{Scenario: s, Projection: p, Color: s.Color}
}
