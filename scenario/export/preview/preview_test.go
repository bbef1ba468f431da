package preview_test

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	"headroom/scenario"
	"headroom/scenario/export"
	"headroom/scenario/export/preview"
	"headroom/scenario/preset"
	"headroom/scenario/report"
)

func previewed(t *testing.T, r export.DocumentRequest, f export.Format) preview.Preview {
	t.Helper()
	p, err := preview.New(r, f)
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return p
}

func TestEveryFormatCanBeSeen(t *testing.T) {
	names := map[export.Format]string{
		export.FormatPDF: "Page 1 of ", export.FormatHTML: "In a wide browser window",
		export.FormatMarkdown: "The first of ", export.FormatCSV: "The first of ",
		export.FormatStatement: "The first of ", export.FormatWorkbook: "Summary, sheet 1 of 16",
	}
	for _, f := range export.DocumentFormats() {
		p := previewed(t, export.DocumentRequest{Workspace: preset.Default()}, f)
		if !strings.HasPrefix(p.Name(0), names[f]) || names[f] == "" {
			t.Errorf("%s: the first page is called %q", f, p.Name(0))
		}
		for n := range min(3, p.Pages()) {
			width, _ := p.Size(n)
			img, err := p.Paint(n, 200/width)
			if err != nil {
				t.Fatal(err)
			}
			if got := img.Rect.Dx(); got != 200 {
				t.Errorf("%s: the page is %d pixels wide, want 200", f, got)
			}
			white, all := 0, img.Rect.Dx()*img.Rect.Dy()
			for y := range img.Rect.Dy() {
				for x := range img.Rect.Dx() {
					if img.RGBAAt(x, y) == (color.RGBA{255, 255, 255, 255}) {
						white++
					}
				}
			}
			if white == all || white < all/3 {
				t.Errorf("%s, %s: %d of %d pixels are white", f, p.Name(n), white, all)
			}
		}
	}
}

func TestAPreviewIsOfWhatIsChosen(t *testing.T) {
	whole := previewed(t, export.DocumentRequest{Workspace: preset.Default()}, export.FormatPDF)
	short := previewed(t, export.DocumentRequest{Workspace: preset.Default(), Parts: []report.Part{report.PartAnswer}}, export.FormatPDF)
	if short.Name(0) != "Page 1 of 1" || whole.Pages() < 2 {
		t.Errorf("the answer alone is %q, the whole has %d pages", short.Name(0), whole.Pages())
	}
	one := previewed(t, export.DocumentRequest{Workspace: preset.Default(), Scenarios: []string{"july-2026"}}, export.FormatWorkbook)
	if !strings.HasSuffix(one.Name(0), "of 7") {
		t.Errorf("of one scenario the workbook is %q", one.Name(0))
	}
}

func TestAPreviewFailsAsTheDocumentDoes(t *testing.T) {
	enough := errors.New("enough")
	for _, f := range export.DocumentFormats() {
		for says, r := range map[string]export.DocumentRequest{
			"no scenario of the name": {Workspace: preset.Default(), Scenarios: []string{"nope"}},
			"no scenario at all":      {Workspace: scenario.Workspace{}, Scenarios: []string{"nope"}},
			"ended":                   {Workspace: preset.Default(), Watch: func(float64) error { return enough }},
		} {
			_, want := export.Document(r, f)
			if _, err := preview.New(r, f); err == nil || want == nil || err.Error() != want.Error() {
				t.Errorf("%s, %s: the error is %v, that of the document %v", f, says, err, want)
			}
		}
	}
}

// A name may have any letters, and be as long as there is.
func TestOddNamesHaveRoom(t *testing.T) {
	for _, name := range []string{strings.Repeat("W", scenario.MaxName), "計画 🚀", `a "b", c`, "x\u00a0y"} {
		w := preset.Default()
		w.Scenarios = append([]scenario.Scenario{}, w.Scenarios[:1]...)
		w.Scenarios[0].Name = name
		for _, f := range export.DocumentFormats() {
			p := previewed(t, export.DocumentRequest{Workspace: w}, f)
			if _, err := p.Paint(0, 0.5); err != nil {
				t.Errorf("%s, %q: %v", f, name, err)
			}
		}
	}
}
