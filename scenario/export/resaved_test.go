package export_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"headroom/scenario/preset"
)

// TestPicturesThatOthersSavedAgainAreRead holds what other programs made of one
// picture to what it carried: ImageMagick 6.9.11 (convert -resize 60%), pngquant
// 2.17 (16 colors), optipng 0.7.7 and sharp 0.35.5 (resized, keepMetadata); and what
// version 0.1.0 made, which had other keywords and another kind of text.
func TestPicturesThatOthersSavedAgainAreRead(t *testing.T) {
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	want := extracted(t, read("remembers.png"))
	if !slices.Equal(want.View.Scenarios, []string{"february-2026", "stall"}) {
		t.Fatalf("the picture is of %q", want.View.Scenarios)
	}
	for _, name := range []string{"imagemagick.png", "pngquant.png", "optipng.png", "sharp.png", "version-0.1.0.png"} {
		if got := extracted(t, read(name)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s carries something else: %+v", name, got.View)
		}
	}
}

// TestProgramsThatSaveAgain has those programs that are installed save a picture.
func TestProgramsThatSaveAgain(t *testing.T) {
	const sharp = `require('sharp')(process.argv[1]).resize(160).keepMetadata().png().toFile(process.argv[2])`
	for _, c := range []struct {
		name    string
		try     []string // succeeds where the program is there
		command []string // FROM and TO are files
	}{
		{"ImageMagick", []string{"convert", "-version"}, []string{"convert", "FROM", "-resize", "150%", "TO"}},
		{"pngquant", []string{"pngquant", "--version"}, []string{"pngquant", "-o", "TO", "16", "FROM"}},
		{"optipng", []string{"optipng", "--version"}, []string{"optipng", "-quiet", "-o2", "-out", "TO", "FROM"}},
		{"pngcrush", []string{"pngcrush", "-version"}, []string{"pngcrush", "-q", "FROM", "TO"}},
		{"exiftool", []string{"exiftool", "-ver"}, []string{"exiftool", "-q", "-Title=Another", "-o", "TO", "FROM"}},
		{"sharp", []string{"node", "-e", "require('sharp')"}, []string{"node", "-e", sharp, "FROM", "TO"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := exec.Command(c.try[0], c.try[1:]...).Run(); err != nil {
				t.Skipf("%s is not installed (%s: %v)", c.name, strings.Join(c.try, " "), err)
			}
			for _, name := range []string{"four", "a deal"} {
				from, to := filepath.Join(t.TempDir(), "from.png"), filepath.Join(t.TempDir(), "to.png")
				data := bytesOf(t, drawn(t, preset.Default(), views()[name]), true)
				if err := os.WriteFile(from, data, 0o600); err != nil {
					t.Fatal(err)
				}
				args := strings.Split(strings.NewReplacer("FROM", from, "TO", to).Replace(strings.Join(c.command, "\x00")), "\x00")
				if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
					t.Fatalf("%s: %v: %s", name, err, out)
				}
				again, err := os.ReadFile(to)
				if err != nil {
					t.Fatal(err)
				}
				if got, want := extracted(t, again), extracted(t, data); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: it carries something else", name)
				}
			}
		})
	}
}
