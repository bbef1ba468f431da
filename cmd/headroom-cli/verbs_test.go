package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario/preset"
	"headroom/scenario/store"
)

func TestNewWritesTheDefaultWorkspace(t *testing.T) {
	printed := must(t, "new")
	w, err := store.Decode(strings.NewReader(printed))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(w, preset.Default()) {
		t.Error("what is read back is not the default workspace")
	}
	saved, err := os.ReadFile(planned(t))
	if err != nil || string(saved) != printed {
		t.Errorf("--output holds something else than is printed, error %v", err)
	}
}

func TestCheckCountsScenarios(t *testing.T) {
	one := `{"format": "headroom-workspace", "version": 2, "scenarios": [{"id": "a", "name": "A",
		"outlook": {"streams": []}, "terms": {"share": {"rate": 0.2, "from": "2026-01", "through": "2030-12"}}}]}`
	for text, want := range map[string]string{
		`{"format": "headroom-workspace", "version": 2, "scenarios": []}`: "sound, 0 scenarios\n",
		one: "sound, 1 scenario\n",
	} {
		if got := must(t, "check", holding(t, text)); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if a := callWith(text, "check", "-"); a.out != want || a.status != statusDone {
			t.Errorf("from standard input: %q, want %q", a.out, want)
		}
	}
	if got := must(t, "check", planned(t)); got != "sound, 5 scenarios\n" {
		t.Errorf("the default workspace is %q", got)
	}
}

func TestProjectOfAnEmptyWorkspace(t *testing.T) {
	path := holding(t, `{"format": "headroom-workspace", "version": 2, "scenarios": []}`)
	for format, want := range map[string]string{
		"table": "The workspace holds no scenarios.\n",
		"csv":   "scenario,name,year,revenue,due,paid,cumulative,headroom,forgone,reverse,net,actualsThrough\n",
		"json":  "{\n  \"scenarios\": []\n}\n",
	} {
		if got := must(t, "project", path, "--format", format); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

func TestProjectReadsStandardInput(t *testing.T) {
	text, err := os.ReadFile(worked)
	if err != nil {
		t.Fatal(err)
	}
	a := callWith(string(text), "project", "-", "--scenario", "even")
	if want := must(t, "project", worked, "--scenario", "even"); a.out != want || a.status != statusDone {
		t.Errorf("status %d, output %q, want that of the file", a.status, a.out)
	}
}

func TestOutputHoldsWhatIsPrinted(t *testing.T) {
	for _, format := range []string{"table", "csv", "json"} {
		path := filepath.Join(t.TempDir(), "out")
		if out := must(t, "project", worked, "--format", format, "--output", path); out != "" {
			t.Errorf("%s: with --output %q is printed", format, out)
		}
		saved, err := os.ReadFile(path)
		if err != nil || string(saved) != must(t, "project", worked, "--format", format) {
			t.Errorf("%s: --output holds something else than is printed, error %v", format, err)
		}
	}
}

func TestADashIsStandardOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	if must(t, "new", "--output", "-") != must(t, "new") {
		t.Error("it is not")
	}
	if left := in(t, "."); left != "" {
		t.Errorf("%s is written", left)
	}
}

func TestByDoesNotShapeJSON(t *testing.T) {
	if must(t, "project", worked, "--format", "json", "--by", "month") != must(t, "project", worked, "--format", "json") {
		t.Error("it does")
	}
}

func TestChartDrawsTheSizeAskedFor(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	for _, c := range []struct {
		more          []string
		width, height int
	}{
		{nil, 1600, 900},
		{[]string{"--width", "800", "--height", "450"}, 800, 450},
		{[]string{"--width", "800", "--height", "450", "--scale", "2"}, 1600, 900},
		{[]string{"--width", "801", "--height", "451", "--scale", "0.5"}, 401, 226},
	} {
		for _, kind := range []string{"cumulative", "years"} {
			path := filepath.Join(dir, "a.PNG")
			must(t, append([]string{"chart", plan, "--scenario", "slump", "--kind", kind, "--output", path}, c.more...)...)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			size, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil || size.Width != c.width || size.Height != c.height {
				t.Errorf("%s with %v: %d by %d with error %v, want %d by %d", kind, c.more, size.Width, size.Height, err, c.width, c.height)
			}
		}
	}
	if left := in(t, dir); left != "a.PNG" {
		t.Errorf("the folder holds %s", left)
	}
}

func TestChartOptionsChangeThePicture(t *testing.T) {
	plan, dir := planned(t), t.TempDir()
	drawn := func(more ...string) string {
		path := filepath.Join(dir, "a.svg")
		must(t, append([]string{"chart", plan, "--scenario", "february-2026", "--kind", "cumulative", "--output", path}, more...)...)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	plain := drawn()
	if drawn() != plain {
		t.Error("the same request gives another picture")
	}
	for _, more := range [][]string{
		{"--theme", "dark"},
		{"--theme", "transparent"},
		{"--axis", "due"},
		{"--kind", "years"},
		{"--width", "1000"},
		{"--title", "R&D <1>"},
		{"--source", "Somewhere"},
	} {
		if drawn(more...) == plain {
			t.Errorf("%v changes nothing", more)
		}
	}
	if titled := drawn("--title", "R&D <1>"); !strings.Contains(titled, "R&amp;D &lt;1&gt;") {
		t.Error("the title is not in the picture, or not escaped")
	}
}
