package export_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"headroom/scenario/export"
	"headroom/scenario/plot"
	"headroom/scenario/preset"
)

// carriedBy returns, for each format but PNG, a file that carries the default
// workspace or what a picture shows of it.
func carriedBy(t testing.TB) map[export.Format][]byte {
	t.Helper()
	out := map[export.Format][]byte{}
	for _, format := range []export.Format{export.FormatPDF, export.FormatHTML} {
		r := documented()
		r.Embed = true
		data, err := export.Document(r, format)
		if err != nil {
			t.Fatal(err)
		}
		out[format] = data
	}
	pic := drawn(t, preset.Default(), views()["four"])
	data, err := export.Picture(pic, export.FormatSVG, true)
	if err != nil {
		t.Fatal(err)
	}
	out[export.FormatSVG] = data
	return out
}

func TestAPictureCarriesTheSameInEveryFormat(t *testing.T) {
	for name, v := range views() {
		pic := drawn(t, preset.Default(), v)
		svg, err := export.Picture(pic, export.FormatSVG, true)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := extracted(t, svg), extracted(t, bytesOf(t, pic, true)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the SVG carries %+v, the PNG %+v", name, got.View, want.View)
		}
	}
}

func TestADocumentCarriesWhatItIsOf(t *testing.T) {
	w := preset.Default()
	w.Scenarios[1].Note = "for myself"
	for format, data := range carriedBy(t) {
		if format == export.FormatSVG {
			continue
		}
		got := extracted(t, data)
		if len(got.Workspace.Scenarios) != len(w.Scenarios) || got.View.Kind != plot.KindCompare || got.View.Scenarios[0] != w.View.Selected {
			t.Errorf("%s: it carries %d scenarios and the view %+v", format, len(got.Workspace.Scenarios), got.View)
		}
		for i, s := range got.Workspace.Scenarios {
			if s.ID != w.Scenarios[i].ID || s.Note != "" || !reflect.DeepEqual(s.Outlook, w.Scenarios[i].Outlook) || !reflect.DeepEqual(s.Terms, w.Scenarios[i].Terms) {
				t.Errorf("%s: scenario %d is %s with the note %q", format, i, s.ID, s.Note)
			}
		}
		if len(got.Changes()) != 0 || len(got.Figures) != len(w.Scenarios) {
			t.Errorf("%s: the figures are %v", format, got.Figures)
		}
		r := documented()
		r.Workspace, r.Scenarios, r.Embed = w, []string{"april-2025"}, true
		one, err := export.Document(r, format)
		if err != nil {
			t.Fatal(err)
		}
		if got := extracted(t, one); got.View.Kind != plot.KindCumulative || len(got.Workspace.Scenarios) != 1 || got.Workspace.View.Selected != "april-2025" {
			t.Errorf("%s: of one scenario it carries the view %+v", format, got.View)
		}
		if bytes.Contains(one, []byte("for myself")) {
			t.Errorf("%s: a note is in it", format)
		}
	}
}

func TestADocumentThatCarriesShowsTheSame(t *testing.T) {
	for format, data := range carriedBy(t) {
		if format == export.FormatSVG {
			continue
		}
		plain, err := export.Document(documented(), format)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(data, plain) || !bytes.HasPrefix(data, plain[:len(plain)-50]) {
			t.Errorf("%s: what it carries is not behind what it shows", format)
		}
		if _, err := export.Extract(bytes.NewReader(plain)); err != export.ErrNoRecord {
			t.Errorf("%s: without, the error is %v", format, err)
		}
	}
}

// TestTheWorkspaceAloneIsEnough reads a document of which another program has kept the
// attached file, and nothing else.
func TestTheWorkspaceAloneIsEnough(t *testing.T) {
	for format, data := range carriedBy(t) {
		if format != export.FormatHTML {
			continue
		}
		at, end := bytes.Index(data, []byte(`<script type="application/json" id="headroom-picture">`)), bytes.LastIndex(data, []byte("</script>"))
		got := extracted(t, append(bytes.Clone(data[:at]), data[end:]...))
		if len(got.Workspace.Scenarios) != len(preset.Default().Scenarios) || got.View.Kind != "" || got.Changes() != nil {
			t.Errorf("it carries %d scenarios, the view %+v and changes %v", len(got.Workspace.Scenarios), got.View, got.Changes())
		}
	}
}

func TestWhatADocumentCarriesIsChecked(t *testing.T) {
	for format, data := range carriedBy(t) {
		if format == export.FormatPDF {
			continue // it is compressed there
		}
		for _, c := range []struct{ old, new, want string }{
			{`"headroom-workspace"`, `"headroom-workspace" `, ""},
			{`"version": 2`, `"version": 99`, "newer"},
			{`"rate": 0.2`, `"rate": 7`, "not between"},
			{`"version":1`, `"version":99`, "newer"},
			{`"scenarios":["`, `"scenarios":["x`, "does not carry"},
		} {
			quoted := func(text string) []byte {
				if format == export.FormatSVG {
					text = strings.ReplaceAll(text, `"`, "&#34;")
				}
				return []byte(text)
			}
			changed := bytes.Replace(data, quoted(c.old), quoted(c.new), 1)
			if bytes.Equal(changed, data) {
				t.Fatalf("%s has no %s", format, c.old)
			}
			_, err := export.Extract(bytes.NewReader(changed))
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s with %s: the error is %v, want %q", format, c.new, err, c.want)
			}
		}
	}
}

// TestProgramsThatSaveDocumentsAgain has those programs that are installed save what
// carries scenarios.
func TestProgramsThatSaveDocumentsAgain(t *testing.T) {
	for _, c := range []struct {
		format  export.Format
		command []string // FROM and TO are files
	}{
		{export.FormatPDF, []string{"qpdf", "--object-streams=generate", "--recompress-flate", "FROM", "TO"}},
		{export.FormatPDF, []string{"qpdf", "--qdf", "FROM", "TO"}},
		{export.FormatPDF, []string{"mutool", "clean", "-gggz", "FROM", "TO"}},
		{export.FormatPDF, []string{"exiftool", "-q", "-Title=Another", "-o", "TO", "FROM"}},
		{export.FormatSVG, []string{"inkscape", "FROM", "--export-type=svg", "--export-filename=TO"}},
		{export.FormatHTML, []string{"tidy", "-q", "--show-warnings", "no", "--force-output", "yes", "-o", "TO", "FROM"}},
	} {
		t.Run(c.command[0], func(t *testing.T) {
			if _, err := exec.LookPath(c.command[0]); err != nil {
				t.Skipf("%s is not installed", c.command[0])
			}
			dir, data := t.TempDir(), carriedBy(t)[c.format]
			from, to := filepath.Join(dir, "from."+string(c.format)), filepath.Join(dir, "to."+string(c.format))
			if err := os.WriteFile(from, data, 0o600); err != nil {
				t.Fatal(err)
			}
			args := strings.Split(strings.NewReplacer("FROM", from, "TO", to).Replace(strings.Join(c.command, "\x00")), "\x00")
			out, err := exec.CommandContext(t.Context(), args[0], args[1:]...).CombinedOutput()
			again, unread := os.ReadFile(to)
			if unread != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if got, want := extracted(t, again), extracted(t, data); !reflect.DeepEqual(got, want) {
				t.Errorf("it carries something else: %+v", got.View)
			}
		})
	}
}
